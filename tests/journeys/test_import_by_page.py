"""Dewi imports the people of her agency from a spreadsheet: tried first, rejected rows taken home, then written."""

from __future__ import annotations

import pytest
from playwright.sync_api import FilePayload, Page, expect

from netra.registry.models import CivilServant
from netra.registry.tests.builders import ANI_ROW, BUDI_ROW, PEOPLE_COLUMNS, a_csv
from tests.journeys.stage import DESK, PHONE_WITHOUT_SCRIPTS, Stage
from tests.journeys.steps.pages import choose, field, look, press, told
from tests.journeys.world import House

DEVICES = pytest.mark.parametrize("device", [PHONE_WITHOUT_SCRIPTS, DESK], ids=lambda device: device.name)
# The thirtieth month: no birth date, and so no NIP.
NOBODY_ROW = ("198030012005011001", *BUDI_ROW[1:])


def try_file(page: Page, content: bytes) -> None:
    page.goto("/registri/impor/")
    look(page)
    choose(page, "Isi berkas", "Pegawai dan jabatannya")
    chosen: FilePayload = {"name": "pegawai.csv", "mimeType": "text/csv", "buffer": content}
    field(page, "Berkas CSV atau XLSX").set_input_files(chosen)
    press(page, "Uji tanpa menulis")


@DEVICES
def test_good_rows_are_written_and_rejected_rows_say_why(stage: Stage, house: House):
    with stage.enter(house.dewi, day="2024-10-01") as page:
        try_file(page, a_csv(PEOPLE_COLUMNS, BUDI_ROW, ANI_ROW, NOBODY_ROW))
        told(page, "Hasil uji: belum ada yang ditulis")
        told(page, "bukan tanggal lahir")
        look(page)
        assert CivilServant.objects.count() == 0
        rejected = page.request.get("/registri/impor/ditolak.csv").body().decode("utf-8-sig")
        assert "198030012005011001" in rejected
        assert BUDI_ROW[0] not in rejected.replace(NOBODY_ROW[8], "")
        press(page, "Tulis ke registri")
        told(page, "Sudah ditulis")
        look(page)
        assert CivilServant.objects.count() == 2
        try_file(page, a_csv(PEOPLE_COLUMNS, BUDI_ROW, ANI_ROW))
        expect(page.get_by_role("button", name="Tulis ke registri")).to_have_count(0)
        look(page)
