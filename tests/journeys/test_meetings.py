"""The personnel agency calls its supervisors, holds and minutes the meeting; they find their task and close it."""

from __future__ import annotations

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.journeys.stage import DESK, PHONE, PHONE_WITHOUT_SCRIPTS, Stage
from tests.journeys.steps.pages import fill, follow, look, press, title, told
from tests.journeys.world import House

MEETING = "Penyelarasan pengawasan"
TASK = "Menyusun daftar unit yang diawasi"
SUPERVISORS = "Bawaslu Kota Jambi"
PROOF: FilePayload = {"name": "daftar.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4 daftar (contoh)"}

pytestmark = pytest.mark.parametrize("device", [PHONE, PHONE_WITHOUT_SCRIPTS, DESK], ids=lambda device: device.name)


def test_a_meeting_from_its_plan_to_the_task_that_its_owner_closes(stage: Stage, house: House):
    with stage.enter(house.dewi, day="2024-10-01") as page:
        plan(page)
    with stage.enter(house.wayan, day="2024-10-02") as page:
        page.goto("/pencegahan/rapat/")
        look(page)
        follow(page, MEETING)
        told(page, "Direncanakan")
        expect(page.get_by_role("link", name="Catat terlaksana")).to_have_count(0)
    with stage.enter(house.dewi, day="2024-10-08", hour=14) as page:
        hold_and_minute(page)
    with stage.enter(house.wayan, day="2024-10-20") as page:
        close(page)
    with stage.enter(house.dewi, day="2024-10-21") as page:
        page.goto("/pencegahan/rapat/")
        follow(page, MEETING)
        told(page, "Selesai")
        look(page)


def plan(page: Page) -> None:
    page.goto("/pencegahan/")
    follow(page, "Rapat")
    look(page)
    follow(page, "Rapat baru")
    look(page)
    fill(
        page, {"Judul rapat": MEETING, "Hari": "2024-10-08", "Tempat": "Ruang Rapat Sekda", "Acara": "Pembagian tugas"}
    )
    page.get_by_label("Instansi yang diundang").first.fill("Kantor Entah")
    assert press(page, "Simpan rencana") == 422
    look(page)
    expect(page.get_by_label("Judul rapat")).to_have_value(MEETING)
    page.get_by_label("Instansi yang diundang").first.fill(SUPERVISORS)
    assert press(page, "Simpan rencana") == 200
    told(page, "Rapat direncanakan.")
    look(page)
    press(page, "Terbitkan undangan")
    told(page, "Undangan diterbitkan")


def hold_and_minute(page: Page) -> None:
    page.goto("/pencegahan/rapat/")
    follow(page, MEETING)
    follow(page, "Catat terlaksana")
    look(page)
    press(page, "Catat terlaksana")
    told(page, "Notulen belum disahkan")
    follow(page, "Catat yang hadir")
    page.get_by_label("Nama", exact=False).first.fill("Utusan pengawas (contoh)")
    page.get_by_label("Jabatan dan instansi", exact=False).first.fill("Bawaslu Kota Jambi")
    look(page)
    press(page, "Catat")
    told(page, "1 orang tercatat hadir.")
    follow(page, "Beri tugas")
    look(page)
    fill(
        page,
        {
            "Apa yang dikerjakan": TASK,
            "Instansi yang mengerjakan": SUPERVISORS,
            "Jabatan atau unit penanggung jawab": "Sekretariat",
            "Paling lambat": "2024-10-18",
        },
    )
    press(page, "Simpan tugas")
    follow(page, "Tulis notulen")
    look(page)
    fill(page, {"Notulen": "Tugas dibagi (contoh).", "Keputusan": "Setiap unit melapor (contoh)."})
    press(page, "Simpan konsep")
    look(page)
    press(page, "Sahkan notulen")
    told(page, "versi 1, disahkan 8 Oktober 2024")
    look(page)


def close(page: Page) -> None:
    page.goto("/")
    told(page, "lewat 2 hari")
    look(page)
    follow(page, TASK)
    look(page)
    follow(page, "Tandai selesai")
    assert press(page, "Catat selesai") == 422
    look(page)
    fill(page, {"Apa yang sudah dikerjakan": "Daftar disusun dan dibagikan."})
    page.locator("input[type=file]").set_input_files([PROOF])
    assert press(page, "Catat selesai") == 200
    told(page, "Daftar disusun dan dibagikan.")
    expect(title(page)).to_have_text(TASK)
    page.goto("/")
    expect(page.get_by_role("main")).not_to_contain_text(TASK)
