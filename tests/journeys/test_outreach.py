"""An outreach: the agency plans it with a test, Budi answers on his telephone before and after, others read the result.

Kota Jambi in March 2018, act g of the first thesis. Budi has a small phone, with and without scripts, and no account.
"""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import FilePayload, Page

from netra.prevention.models import Outreach, OutreachAnswer, Participant
from netra.prevention.tests.builders import City, at
from netra.prevention.tests.outreach_builders import DAY, RIGHT, answered, held, link_of, scanned, tested
from netra.trust import trail
from netra.trust.tests.builders import tell_of_all_roles
from tests.journeys.stage import DESK, PHONE, PHONE_WITHOUT_SCRIPTS, Clock, Device, Stage
from tests.journeys.steps.pages import choose, fill, follow, look, press, title, told

TALK = "Sosialisasi netralitas PNS"
SLIDES: FilePayload = {"name": "paparan.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4 paparan (contoh)"}


def on(*devices: Device) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("device", devices, ids=lambda device: device.name)


@pytest.fixture
def city(live_server: object, clock: Clock) -> City:
    return City()


@on(DESK, PHONE_WITHOUT_SCRIPTS)
def test_a_clerk_plans_tests_moves_holds_and_certifies(stage: Stage, city: City):
    with stage.enter(city.dewi, day="2018-03-01") as page:
        plan(page)
        write_the_test(page)
        follow(page, "Tunda")
        look(page)
        fill(page, {"Hari yang baru": "2018-03-07", "Alasan": "Narasumber berhalangan."})
        press(page, "Tunda")
        told(page, "ditunda dari 6 Maret 2018 ke 7 Maret 2018")
    found = Outreach.objects.get()
    with stage.enter(city.dewi, day="2018-03-07") as page:
        page.goto(reverse("outreach", args=[found.ref]))
        press(page, "Tampilkan kode QR hadir")
        told(page, "Tanpa kamera, ketik alamat ini:")
        look(page)
        follow(page, "Kembali ke sosialisasi")
        follow(page, "Catat terlaksana")
        look(page)
        press(page, "Catat terlaksana")
        told(page, "Sosialisasi tercatat terlaksana")
        add_slides(page)
    with stage.enter(city.dewi, day="2018-03-10") as page:
        page.goto(reverse("outreach", args=[found.ref]))
        enter_the_list(page, city)
    row = Participant.objects.get()
    assert (row.civil_servant, row.attended_date, row.entered_at.date().isoformat()) == (city.budi, DAY, "2018-03-10")
    tell_of_all_roles()
    assert trail.verify_database().ok


@on(PHONE, PHONE_WITHOUT_SCRIPTS)
def test_budi_answers_before_scans_at_the_door_and_answers_after(stage: Stage, city: City):
    found = tested(city)
    address = reverse("outreach_visit", args=[link_of(found, city.budi)])
    with stage.enter(day="2018-03-06") as page:
        page.goto(address)
        look(page)
        give_digits(page)
        expect_title(page, TALK)
        told(page, "Sebelum sosialisasi")
        look(page)
        answer(page, "Boleh, dari akun pribadi")
        told(page, "Jawaban Anda tercatat. Terima kasih.")
    scanned(city, found, city.budi)
    held(city, found)
    with stage.enter(day="2018-03-08") as page:
        page.goto(address)
        give_digits(page)
        told(page, "Sesudah sosialisasi")
        answer(page, "Boleh, dari akun pribadi")
        told(page, "Ada yang belum benar; baca penjelasannya.")
        look(page)
    assert OutreachAnswer.objects.count() == 2


@on(PHONE, DESK)
def test_who_oversees_reads_the_result_and_no_names(stage: Stage, city: City):
    found = tested(city)
    answered(found, city.budi, RIGHT, at=at("2018-03-06"))
    scanned(city, found, city.budi)
    held(city, found)
    with stage.enter(city.ani, day="2018-03-08") as page:
        page.goto("/pencegahan/sosialisasi/")
        look(page)
        follow(page, TALK)
        look(page)
        follow(page, "Lihat hasilnya")
        told(page, "Kurang dari lima")
        look(page)
        assert page.get_by_text("Budi").count() == 0


def plan(page: Page) -> None:
    page.goto("/pencegahan/")
    follow(page, "Sosialisasi")
    look(page)
    follow(page, "Sosialisasi baru")
    look(page)
    told_plan = {"Judul sosialisasi": TALK, "Hari": "2018-03-06", "Tempat": "Ruang Pola", "Tujuan": "Mengenal larangan"}
    fill(page, {**told_plan, "Narasumber": "Narasumber (contoh)"})
    assert press(page, "Simpan rencana") == 422
    look(page)
    fill(page, {"Narasumber": "Narasumber (contoh); Asisten Komisioner; KASN"})
    assert press(page, "Simpan rencana") == 200
    told(page, "Asisten Komisioner, KASN")
    look(page)


def write_the_test(page: Page) -> None:
    follow(page, "Susun tes")
    look(page)
    page.get_by_label("Berapa pertanyaan").fill("1")
    page.get_by_label("Pertanyaan", exact=False).locator("visible=true").nth(1).fill(
        "Sejak kapan pegawai harus netral?"
    )
    page.get_by_label("Pilihan A", exact=False).first.fill("Sejak kampanye")
    page.get_by_label("Pilihan B", exact=False).first.fill("Setiap waktu")
    page.get_by_label("Jawaban yang benar", exact=False).first.select_option(label="B")
    page.get_by_label("Penjelasan", exact=False).first.fill("Netralitas adalah asas.")
    page.get_by_label("Aturan yang ditanyakan", exact=False).first.select_option(value="PRINCIPLE")
    press(page, "Simpan tes")
    told(page, "Tes tersimpan")
    look(page)


def add_slides(page: Page) -> None:
    follow(page, "Tambah materi atau foto")
    look(page)
    fill(page, {"Jenis berkas": "Materi", "Judul berkas": "Paparan"})
    page.get_by_label("Berkas", exact=False).last.set_input_files(SLIDES)
    press(page, "Simpan berkas")
    told(page, "Berkas tersimpan")


def enter_the_list(page: Page, city: City) -> None:
    """Three days later, with one number that nobody bears."""
    follow(page, "Catat yang hadir")
    look(page)
    page.get_by_label("Atau tuliskan NIP-nya").fill(f"{city.budi.nip}\n123")
    press(page, "Catat")
    told(page, "1 peserta dicatat.")
    look(page)
    follow(page, "Kembali ke sosialisasi")
    follow(page, "Peserta dan sertifikat")
    look(page)
    press(page, "Terbitkan sertifikat (50 berikutnya)")
    told(page, "1 sertifikat diterbitkan.")
    look(page)


def answer(page: Page, wrong: str) -> None:
    choose(page, "Bolehkah pegawai memberi tanda suka", wrong)
    choose(page, "Sejak kapan pegawai harus netral?", "Setiap waktu")
    press(page, "Kirim jawaban")


def give_digits(page: Page) -> None:
    page.get_by_label("6 angka terakhir NIP Anda").fill("011001")
    press(page, "Buka")


def expect_title(page: Page, words: str) -> None:
    assert title(page).inner_text() == words
