"""The agency looks at its own unit and passes what it saw; the supervisors plan, look, and register a finding."""

from __future__ import annotations

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.journeys.stage import DESK, PHONE, PHONE_WITHOUT_SCRIPTS, Stage
from tests.journeys.steps.pages import choose, fill, follow, look, press, title, told
from tests.journeys.world import House

CITY = "Pemerintah Kota Jambi"
PHOTO: FilePayload = {"name": "foto.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4 foto (contoh)"}

pytestmark = pytest.mark.parametrize("device", [PHONE, PHONE_WITHOUT_SCRIPTS, DESK], ids=lambda device: device.name)


def test_what_the_agency_suspects_is_looked_at_by_the_supervisors_and_becomes_a_finding(stage: Stage, house: House):
    with stage.enter(house.dewi, day="2024-10-01") as page:
        plan(page, "2024-10-08", "Masa kampanye berlangsung.")
        write_questions(page)
    with stage.enter(house.dewi, day="2024-10-10") as page:
        page.goto("/pengawasan/?bulan=2024-10")
        told(page, "harinya lewat, belum dicatat")
        look(page)
        follow(page, CITY)
        record(page, "Ada dugaan pelanggaran", seen="dua mobil dinas mengangkut peserta")
        press(page, "Sampaikan kepada pengawas pemilu")
        told(page, "Dugaan disampaikan.")
        look(page)
    with stage.enter(house.wayan, day="2024-10-11") as page:
        page.goto("/pengawasan/")
        told(page, "Pengawasan internal menyampaikan dugaan dari pengamatan 8 Oktober 2024.")
        told(page, "Masa kampanye")
        look(page)
        follow(page, "Kegiatan")
        look(page)
        fill(page, {"Hari": "2024-10-14"})
        press(page, "Simpan rencana")
        told(page, "dugaan dari pengawasan internal")
        assign(page)
        write_questions(page)
    with stage.enter(house.wayan, day="2024-10-14", hour=15) as page:
        page.goto("/pengawasan/")
        follow(page, CITY)
        record(page, "Ada dugaan pelanggaran", seen="satu mobil dinas di lapangan kampanye")
        told(page, "Dugaan ini belum menjadi temuan")
        follow(page, "Registrasi temuan")
        look(page)
        expect(page.get_by_label("Tanggal diterima atau ditemukan")).to_have_count(0)
        fill(page, {"Judul perkara": "Dugaan kendaraan dinas pada kampanye"})
        press(page, "Registrasi")
        expect(title(page)).to_have_text("Dugaan kendaraan dinas pada kampanye")
        look(page)


def test_nothing_found_is_a_result_and_a_month_without_a_plan_shows(stage: Stage, house: House):
    with stage.enter(house.dewi, day="2024-10-15") as page:
        page.goto("/")
        follow(page, "Pengawasan")
        told(page, "Bulan ini tanpa rencana")
        look(page)
        plan(page, "2024-10-15", "Belum pernah diawasi.")
        write_questions(page)
        record(page, "Tidak ditemukan pelanggaran")
        told(page, "Tidak ditemukan pelanggaran")
        look(page)
        page.goto("/pengawasan/")
        told(page, "Direncanakan 1, diamati 1 (tidak ditemukan pelanggaran 1, ada dugaan 0).")
        look(page)


def test_what_does_not_take_place_says_why(stage: Stage, house: House):
    with stage.enter(house.dewi, day="2024-10-01") as page:
        plan(page, "2024-10-08", "Masa kampanye berlangsung.")
        follow(page, "Batalkan")
        assert press(page, "Batalkan pengawasan") == 422
        look(page)
        fill(page, {"Alasan": "Kantor ditutup karena banjir."})
        press(page, "Batalkan pengawasan")
        told(page, "Kantor ditutup karena banjir.")
        look(page)


def plan(page: Page, day: str, reason: str) -> None:
    page.goto("/pengawasan/")
    follow(page, "Rencanakan pengawasan")
    look(page)
    fill(page, {"Yang diawasi": "Kegiatan", "Hari": day})
    assert press(page, "Simpan rencana") == 422
    look(page)
    fill(page, {"Alasan": reason})
    assert press(page, "Simpan rencana") == 200
    told(page, "Pengawasan direncanakan.")
    look(page)


def write_questions(page: Page) -> None:
    """The first checklist, from the questions that the house proposes, and back to the visit."""
    here = page.url
    follow(page, "Tulis daftar periksa dahulu")
    look(page)
    press(page, "Simpan versi")
    told(page, "Daftar periksa versi 1 tersimpan.")
    look(page)
    page.goto(here)


def assign(page: Page) -> None:
    follow(page, "Terbitkan surat tugas")
    look(page)
    fill(page, {"Petugas": "Wayan (contoh), petugas pengawasan"})
    press(page, "Terbitkan surat tugas")
    told(page, "Surat tugas diterbitkan dengan nomor surat.")


def record(page: Page, result: str, *, seen: str = "") -> None:
    """What was seen of the two questions."""
    follow(page, "Catat hasil")
    look(page)
    fill(page, {"Pukul": "10:30", "Tempat": "Lapangan Kota Baru", "Yang terlihat": "Dua jam di lapangan (contoh)."})
    assert press(page, "Simpan hasil") == 422
    look(page)
    answers = page.get_by_role("group", name="Ada pe")
    for number in range(answers.count()):
        chosen = "Ada" if seen and number == 0 else "Tidak ada"
        answers.nth(number).get_by_label(chosen, exact=True).check()
    if seen:
        fill(page, {"Keterangan nomor 1": seen})
        page.locator("input[type=file]").set_input_files([PHOTO])
    choose(page, "Hasil", result)
    assert press(page, "Simpan hasil") == 200
    told(page, "Hasil pengawasan tercatat")
    look(page)
