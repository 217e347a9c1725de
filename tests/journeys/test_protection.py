"""Who is kept from whom: a pressing superior's agency from the report, everybody from the name of a reporter."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from netra.cases.models import Case
from netra.cases.tests.builders import carry_to_referral
from tests.journeys.stage import DESK, PHONE_WITHOUT_SCRIPTS, Stage
from tests.journeys.steps import reporting, supervising
from tests.journeys.steps.pages import fill, follow, look, press, told
from tests.journeys.world import House

DEVICES = pytest.mark.parametrize("device", [PHONE_WITHOUT_SCRIPTS, DESK], ids=lambda device: device.name)
SARI = "Sari Dewanti (contoh)"
WHY_OPEN = "Pelapor meminta dihubungi mengenai saksi."


@DEVICES
def test_pressure_from_a_superior_is_never_shown_to_the_agency_of_that_superior(stage: Stage, house: House):
    with stage.enter(day="2024-10-16", hour=20) as page:
        reporting.report_pressure(page)
    with stage.enter(house.wayan, day="2024-10-17") as page:
        supervising.open_report(page)
        told(page, "Tekanan dari atasan")
        supervising.check_report(page)
        supervising.take_as_lead(page)
        ref = supervising.register(page)
        told(page, "instansi atasan itu tidak melihat perkara ini")
    carry_to_referral(house, Case.objects.get(ref=ref))
    for reader in (house.dewi, house.rahmat):
        with stage.enter(reader, day="2024-10-24") as page:
            for address in ("/perkara/", "/tindak-lanjut/"):
                page.goto(address)
                expect(page.get_by_role("main")).not_to_contain_text(ref)
            assert_hidden(page, f"/perkara/{ref}/")
    with stage.enter(house.ani, day="2024-10-24") as page:
        supervising.open_case(page, ref)


@DEVICES
def test_a_name_is_opened_once_by_two_people(stage: Stage, house: House):
    with stage.enter(day="2024-10-15", hour=20) as page:
        reporting.report_in_confidence(page, SARI)
    with stage.enter(house.wayan, day="2024-10-17") as page:
        supervising.open_report(page)
        expect(page.get_by_role("main")).not_to_contain_text(SARI)
        follow(page, "Minta membuka identitas pelapor")
        look(page)
        fill(page, {"Alasan": WHY_OPEN})
        press(page, "Kirim permintaan")
        look(page)
        expect(page.get_by_role("link", name="Putuskan")).to_have_count(0)
    with stage.enter(house.ketut, day="2024-10-17", hour=10) as page:
        approve_opening(page)
    with stage.enter(house.wayan, day="2024-10-17", hour=11) as page:
        page.goto("/identitas/")
        press(page, re.compile("^Buka satu kali"))
        told(page, SARI)
        look(page)
        page.goto("/identitas/")
        expect(page.get_by_role("button", name="Buka satu kali")).to_have_count(0)
        expect(page.get_by_role("main")).not_to_contain_text(SARI)


def approve_opening(page: Page) -> None:
    page.goto("/identitas/")
    told(page, WHY_OPEN)
    follow(page, "Putuskan")
    look(page)
    fill(page, {"Alasan": "Perlu untuk melindungi saksi."})
    press(page, "Setujui")
    expect(page.get_by_role("main")).not_to_contain_text(SARI)


def assert_hidden(page: Page, address: str) -> None:
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == 404
