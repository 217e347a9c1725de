"""Somebody asks on a phone before acting, is answered, and is not left alone with it when a case comes."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from netra.cases.advice import Weight, cited_for
from netra.cases.models import Case
from netra.cases.tests.builders import Cast, carry_to_referral, make_case
from netra.prevention.models import AdvisoryAnswer, AdvisoryQuestion
from netra.trust import trail
from netra.trust.tests.builders import tell_of_all_roles
from tests.journeys.stage import DESK, PHONE, PHONE_WITHOUT_SCRIPTS, Clock, Stage
from tests.journeys.steps.pages import choose, fill, follow, look, press, told

PLAN = "Bolehkah saya menonton debat calon di televisi tanpa menanggapi?"
MATTER = "Seorang PNS hendak menonton debat calon di rumah."

pytestmark = pytest.mark.parametrize("device", [PHONE, PHONE_WITHOUT_SCRIPTS, DESK], ids=lambda device: device.name)


@pytest.fixture
def cast(live_server: object, clock: Clock) -> Cast:
    """The offices and the people of October 2024."""
    return Cast()


def test_a_plan_is_asked_answered_published_and_cited(stage: Stage, cast: Cast):
    case = make_case(cast)
    carry_to_referral(cast, case)
    with stage.enter(day="2024-10-01") as page:
        code = ask(page)
    with stage.enter(cast.dewi, day="2024-10-02") as page:
        answer(page)
    with stage.enter(day="2024-10-03") as page:
        read_the_answer(page, code)
    with stage.enter(cast.dewi, day="2024-10-03") as page:
        publish(page)
    given = AdvisoryAnswer.objects.get()
    with stage.enter(day="2024-10-04") as page:
        find_it(page, given.number)
    with stage.enter(cast.dewi, day="2024-10-25") as page:
        cite(page, case, given.number)
    (cited,) = cited_for(list(case.parties.all()))
    assert cited.weight is Weight.MITIGATING
    tell_of_all_roles()
    assert trail.verify_database().ok


def ask(page: Page) -> str:
    page.goto("/")
    page.get_by_role("link", name="Tanya petugas").first.click()
    look(page)
    assert press(page, "Kirim pertanyaan") == 422
    look(page)
    fill(
        page,
        {
            "Apa yang hendak Anda lakukan?": PLAN,
            "Kapan rencananya?": "2024-10-08",
            "Anda bertugas di instansi mana?": "JAMBI-KOTA",
            "Paling mirip dengan yang mana?": (
                "Membaca atau menonton visi, misi, dan program lewat media, tanpa menanggapi"
            ),
            "Untuk pemilihan apa?": "Wali kota",
        },
    )
    assert press(page, "Lihat jawaban mesin") == 200
    told(page, "Kata mesin")
    look(page)
    assert press(page, "Kirim pertanyaan") == 200
    look(page)
    code = page.locator(".big-code").inner_text().strip()
    page.reload()
    assert page.locator(".big-code").inner_text().strip() == code
    assert AdvisoryQuestion.objects.count() == 1
    return code


def answer(page: Page) -> None:
    page.goto("/meja-tanya/")
    look(page)
    follow(page, "Bolehkah saya menonton")
    told(page, "Kata mesin")
    look(page)
    follow(page, "Jawab")
    look(page)
    choose(page, "Jawaban", "Boleh")
    fill(page, {"Pokok pertanyaan": MATTER, "Penjelasan": "Boleh, tanpa tanggapan."})
    fill(page, {"Syarat berlakunya": "Berlaku selama fakta tetap: tanpa tanggapan."})
    assert press(page, "Simpan jawaban") == 422
    choose(page, "Dasar", "Membaca atau menonton")
    assert press(page, "Simpan jawaban") == 200
    told(page, "Jawaban tercatat dengan Nomor")
    look(page)


def read_the_answer(page: Page, code: str) -> None:
    page.goto("/lacak/")
    fill(page, {"Kode": code.lower()})
    assert press(page, "Buka") == 200
    told(page, "Boleh, tanpa tanggapan.")
    look(page)
    letter = page.get_by_role("link", name="Surat jawaban (PDF)").get_attribute("href")
    assert letter is not None
    assert page.request.get(letter).headers["content-type"] == "application/pdf"
    fill(page, {"Pesan": "Terima kasih."})
    assert press(page, "Kirim pesan") == 200
    told(page, "Terima kasih.")


def publish(page: Page) -> None:
    page.goto("/meja-tanya/?keadaan=ANSWERED")
    follow(page, "Bolehkah saya menonton")
    told(page, "Terima kasih.")
    follow(page, "Terbitkan tanpa nama")
    look(page)
    assert press(page, "Terbitkan") == 422
    page.get_by_label(re.compile("Saya sudah membaca ulang")).check()
    assert press(page, "Terbitkan") == 200
    told(page, "Jawaban terbit tanpa nama.")
    look(page)


def find_it(page: Page, number: str) -> None:
    page.goto("/tanya/")
    follow(page, "Mungkin sudah pernah dijawab")
    look(page)
    fill(page, {"Cari kata, pasal, atau nomor": "DEBAT calon"})
    assert press(page, "Cari") == 200
    look(page)
    follow(page, MATTER)
    told(page, number)
    look(page)
    expect(page.get_by_text(PLAN)).to_have_count(0)


def cite(page: Page, case: Case, number: str) -> None:
    page.goto(reverse("case", args=[case.ref]))
    follow(page, "Kutip jawaban tertulis")
    look(page)
    fill(page, {"Nomor jawaban tertulis": "800/99/TIDAK-ADA", "Mengapa menyangkut perbuatan ini": "Ia menonton debat."})
    assert press(page, re.compile("Kutip jawaban tertulis")) == 422
    fill(page, {"Nomor jawaban tertulis": number})
    assert press(page, re.compile("Kutip jawaban tertulis")) == 200
    told(page, "hal yang meringankan")
    told(page, "sebelum perbuatan")
    look(page)
