"""A circular reaches people: a clerk writes it and reminds, a head writes down who was there, a civil servant reads it.

Kota Jambi in December 2017. The civil servant has a small phone, with and without JavaScript, and no account.
"""

from __future__ import annotations

import re

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from netra.prevention.models import Acknowledgement, Instrument, InstrumentReminder
from netra.prevention.tests.builders import CITY, City, issued, serving, token
from netra.trust import trail
from netra.trust.acts import Role
from netra.trust.tests.builders import grant, make_user, tell_of_all_roles
from tests.journeys.stage import DESK, PHONE, PHONE_WITHOUT_SCRIPTS, Clock, Device, Stage
from tests.journeys.steps.pages import choose, field, fill, follow, look, press, title, told

# What only screen readers hear stands apart from what is seen.
REMIND = re.compile(r"^Ingatkan\s*: Unit DISDIK$")


def on(*devices: Device) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("device", devices, ids=lambda device: device.name)


@pytest.fixture
def city(live_server: object, clock: Clock) -> City:
    """Citra and Fitri, who heads it, serve in DISDIK, Budi in its school, Dodi in SATPOL, which nobody heads."""
    found = City()
    serving("196507111991012005", "Fitri (contoh)", unit="DISDIK", title="Kepala Dinas Pendidikan", leads_unit=True)
    return found


@pytest.fixture
def head(city: City):
    return grant(make_user("fitri"), Role.UNIT_HEAD, agency=CITY, unit="DISDIK")


@on(DESK, PHONE_WITHOUT_SCRIPTS)
def test_a_clerk_writes_a_circular_sees_whom_it_reached_and_reminds_by_one_click(stage: Stage, city: City):
    with stage.enter(city.dewi, day="2017-12-05") as page:
        write(page)
        press(page, "Tetapkan dan minta pengakuan")
        told(page, "Surat ditetapkan")
        look(page)
        told(page, "Siapa yang bertanggung jawab")
        circular = Instrument.objects.get()
        press(page, REMIND)
        sent = InstrumentReminder.objects.get()
        told(page, f"diingatkan dengan surat Nomor {sent.number}")
        assert (sent.addressee, sent.pending) == ("Kepala Dinas Pendidikan", 3)
        expect(page.get_by_role("button", name=REMIND)).to_have_count(0)
        look(page)
        letter = page.request.get(reverse("instrument_reminder", args=[circular.ref, sent.letter_ref]))
        assert letter.headers["content-type"] == "application/pdf"
    with stage.enter(city.dewi, day="2017-12-06") as page:
        page.goto(reverse("instrument", args=[circular.ref]))
        told(page, "belum bergerak")
        follow(page, "Siapa yang belum")
        look(page)
        told(page, "Dodi (contoh)")
        press(page, "Tampilkan kode QR untuk apel")
        told(page, "Tanpa kamera, ketik alamat ini:")
        look(page)
    tell_of_all_roles()
    assert trail.verify_database().ok


def write(page: Page) -> None:
    page.goto("/pencegahan/")
    look(page)
    follow(page, "Surat baru")
    look(page)
    fill(
        page,
        {
            "Jenis surat": "Surat edaran",
            "Perihal": "Netralitas PNS dalam pemilihan 27 Juni 2018",
            "Isi": "Setiap PNS menjaga netralitas.",
            "Berlaku mulai": "2017-12-05",
        },
    )
    press(page, "Simpan konsep")
    told(page, "Konsep tersimpan")
    look(page)


@on(PHONE, PHONE_WITHOUT_SCRIPTS)
def test_a_head_sees_the_own_people_and_writes_down_who_has_no_phone(stage: Stage, city: City, head):
    circular = issued(city)
    with stage.enter(head, day="2017-12-07") as page:
        page.goto("/")
        follow(page, "Pencegahan") if page.get_by_role("link", name="Pencegahan").first.is_visible() else page.goto(
            "/pencegahan/"
        )
        follow(page, circular.subject)
        told(page, "0 dari 3 pegawai Unit DISDIK")
        expect(page.get_by_text("SATPOL")).to_have_count(0)
        look(page)
        follow(page, "Siapa yang belum")
        told(page, "Budi (contoh)")
        expect(page.get_by_text("Dodi (contoh)")).to_have_count(0)
        look(page)
        follow(page, "Catat daftar hadir apel")
        look(page)
        fill(page, {"Hari apel": "2017-12-04"})
        field(page, "Atau tuliskan NIP-nya").fill(f"{city.budi.nip}\n{city.dodi.nip}")
        press(page, "Catat")
        told(page, "1 pegawai dicatat.")
        told(page, "tidak termasuk sasarannya di instansi atau unit Anda")
        look(page)
        rejected = page.request.get(reverse("attendance_rejected", args=[circular.ref]))
        assert rejected.headers["content-type"].endswith("spreadsheetml.sheet")
        assert page.request.get("/registri/").status == 403
    row = Acknowledgement.objects.get()
    assert (row.civil_servant, str(row.read_date), row.entered_by) == (
        city.budi,
        "2017-12-04",
        head.actor_ref,
    )


@on(PHONE, PHONE_WITHOUT_SCRIPTS)
def test_a_civil_servant_reads_answers_and_opens_the_letter(stage: Stage, city: City):
    circular = issued(city)
    with stage.enter(day="2017-12-05") as page:
        page.goto(reverse("instrument_acknowledge", args=[token(circular, city.budi)]))
        look(page)
        give_digits(page, "000000")
        told(page, "tidak cocok dengan tautan ini")
        look(page)
        give_digits(page, "011001")
        expect(title(page)).to_have_text(circular.subject)
        look(page)
        paper = reverse("instrument_paper", args=[token(circular, city.budi)])
        with page.context.expect_event("response", lambda answer: answer.url.endswith(paper)) as arrival:
            page.get_by_role("button", name="Buka surat lengkapnya (PDF)").click()
        assert (arrival.value.status, arrival.value.headers["content-type"]) == (200, "application/pdf")
        choose(page, "Bolehkah pegawai memberi tanda suka", "Boleh, dari akun pribadi")
        press(page, "Saya sudah membaca; kirim jawaban")
        told(page, "Ada jawaban yang belum benar")
        look(page)
        choose(page, "Bolehkah pegawai memberi tanda suka", "Tidak boleh")
        press(page, "Saya sudah membaca; kirim jawaban")
        told(page, "membaca dan memahami surat ini")
        look(page)
    row = Acknowledgement.objects.get()
    assert (row.civil_servant, row.tries, bool(row.understood_at)) == (city.budi, 2, True)


def give_digits(page: Page, digits: str) -> None:
    page.get_by_label("6 angka terakhir NIP Anda").fill(digits)
    press(page, "Buka")
