"""An integrity pact: a clerk opens it, one signs on a small phone, another refuses, a head enters a list."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import FilePayload, Page, expect

from netra.prevention.models import Pact, PactAnswer
from netra.prevention.personal_links import PersonalLink
from netra.prevention.tests.builders import City
from netra.trust import trail
from netra.trust.tests.builders import tell_of_all_roles
from tests.journeys.stage import DESK, PHONE, PHONE_WITHOUT_SCRIPTS, Clock, Stage
from tests.journeys.steps.pages import fill, follow, look, press, told

TITLE = "Ikrar netralitas"
SCAN: FilePayload = {"name": "daftar.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4 daftar (contoh)"}

pytestmark = pytest.mark.parametrize("device", [PHONE, PHONE_WITHOUT_SCRIPTS, DESK], ids=lambda device: device.name)


@pytest.fixture
def city(live_server: object, clock: Clock) -> City:
    """Budi and Citra serve under Erwin in DISDIK, Dodi in SATPOL."""
    return City()


def test_a_pact_from_its_text_to_who_signed_refused_and_has_not(stage: Stage, city: City):
    with stage.enter(city.dewi, day="2018-01-15") as page:
        begin(page)
    pact = Pact.objects.get()
    with stage.enter(day="2018-01-16") as page:
        page.goto(reverse("pact_sign", args=[PersonalLink(pact.ref, city.budi.ref).token]))
        sign(page, city.budi.nip)
    with stage.enter(day="2018-01-16") as page:
        page.goto(reverse("pact_sign", args=[PersonalLink(pact.ref, city.dodi.ref).token]))
        refuse(page, city.dodi.nip)
    with stage.enter(city.erwin, day="2018-01-19") as page:
        enter_the_list(page, city)
    with stage.enter(city.wayan, day="2018-01-20") as page:
        page.goto("/pencegahan/pakta/")
        look(page)
        follow(page, TITLE)
        told(page, "2 dari 3 pegawai menandatangani, 1 menolak, 0 belum menjawab.")
        told(page, "Butir pertama tidak jelas bagi saya.")
        look(page)
        expect(page.get_by_role("link", name="Cabut pakta ini")).to_have_count(0)
    with stage.enter(city.dewi, day="2018-01-20") as page:
        page.goto(reverse("pact_signatures", args=[pact.ref]))
        look(page)
        press(page, "Cetak Budi (contoh)")
        told(page, "Pakta bertanda tangan sudah dicetak")
        paper = page.request.get(reverse("pact_paper", args=[pact.ref, city.budi.ref]))
        assert paper.headers["content-type"] == "application/pdf"
    listed = PactAnswer.objects.get(civil_servant=city.citra)
    assert (listed.answered_date.isoformat(), listed.entered_by) == ("2018-01-16", city.erwin.actor_ref)
    tell_of_all_roles()
    assert trail.verify_database().ok


def begin(page: Page) -> None:
    page.goto("/pencegahan/")
    follow(page, "Pakta")
    look(page)
    follow(page, "Pakta baru")
    look(page)
    fill(page, {"Judul pakta": TITLE})
    assert press(page, "Buka untuk ditandatangani") == 422
    look(page)
    fill(page, {"Butir ikrar": "Saya menjaga netralitas."})
    assert press(page, "Buka untuk ditandatangani") == 200
    told(page, "0 dari 3 pegawai menandatangani, 0 menolak, 3 belum menjawab.")
    look(page)
    follow(page, "Siapa yang belum")
    told(page, "Budi (contoh)")
    look(page)


def sign(page: Page, nip: str) -> None:
    look(page)
    fill(page, {"6 angka terakhir NIP Anda": "000000"})
    assert press(page, "Buka") == 422
    told(page, "tidak cocok dengan tautan ini")
    fill(page, {"6 angka terakhir NIP Anda": nip[-6:]})
    press(page, "Buka")
    told(page, "Saya menjaga netralitas.")
    look(page)
    press(page, "Saya menandatangani pakta ini")
    told(page, "Tercatat: Anda menandatangani pada 16 Januari 2018.")
    look(page)


def refuse(page: Page, nip: str) -> None:
    fill(page, {"6 angka terakhir NIP Anda": nip[-6:]})
    press(page, "Buka")
    page.get_by_text("Saya menolak", exact=True).click()
    assert press(page, "Catat bahwa saya menolak") == 422
    told(page, "Penolakan memerlukan alasan tertulis.")
    look(page)
    fill(page, {"Alasan Anda, bila menolak": "Butir pertama tidak jelas bagi saya."})
    press(page, "Catat bahwa saya menolak")
    told(page, "Tercatat: Anda menolak pada 16 Januari 2018.")
    look(page)


def enter_the_list(page: Page, city: City) -> None:
    page.goto("/pencegahan/pakta/")
    follow(page, TITLE)
    expect(page.get_by_text("SATPOL")).to_have_count(0)
    follow(page, "Catat daftar penanda tangan")
    look(page)
    fill(page, {"Hari upacara": "2018-01-16", "Atau tuliskan NIP-nya": f"{city.citra.nip}\n{city.dodi.nip}"})
    page.locator("input[type=file]").last.set_input_files([SCAN])
    press(page, "Catat")
    told(page, "1 penanda tangan dicatat.")
    told(page, "tidak termasuk yang diminta menandatangani")
    look(page)
