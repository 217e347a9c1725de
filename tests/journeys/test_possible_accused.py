"""Wayan finds in the register whom a report means: while typing, or by the button where scripts are off."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from netra.cases.models import Party
from netra.cases.tests.builders import CITY, at, make_case
from netra.registry.entries import CivilServantEntry, PositionEntry
from netra.registry.names.rebuilding import rebuild_names
from netra.registry.operations import civil_servant_save, position_start
from netra.registry.states import Employment, Position
from netra.trust.actors import SystemActor
from tests.journeys.stage import DESK, PHONE_WITHOUT_SCRIPTS, Device, Stage
from tests.journeys.steps.pages import choose, fill, look, press, told
from tests.journeys.world import House

NIP = "198501012010011001"
BY = SystemActor("tests")


@pytest.mark.parametrize("device", [DESK, PHONE_WITHOUT_SCRIPTS], ids=lambda device: device.name)
def test_whom_the_report_means_is_found_by_name_chosen_and_confirmed(stage: Stage, house: House, device: Device):
    rebuild_names()
    enter_ramlan()
    case = make_case(house)
    with stage.enter(house.wayan, day="2024-10-18") as page:
        page.goto(reverse("party_identify", args=[case.ref, 1]))
        told(page, "Tidak ada orang di register ini yang namanya cocok.")
        fill(page, {"Nama yang dicari di registri": "Pak Moh. Ramlan Sadewo"})
        if not device.scripts:
            press(page, "Cari nama")
        expect(page.get_by_role("group", name="Mungkin yang dimaksud")).to_be_visible()
        told(page, "“Sadewo” mirip “Sadewa” (mungkin salah tulis)")
        look(page)
        choose(page, "Mungkin yang dimaksud", "MUHAMMAD RAMLAN SADEWA")
        fill(page, {"Ciri kedua yang Anda periksa": "Unit kerja"})
        page.get_by_label("Nama di registri berbeda, tetapi orangnya sama").check()
        press(page, "Pastikan identitas")
        told(page, "dipastikan dengan ciri kedua")
    assert Party.objects.get(case=case).nip == NIP


def enter_ramlan() -> None:
    """In the register of the city, with his degree and the full first name."""
    entry = CivilServantEntry(NIP, "MUHAMMAD RAMLAN SADEWA, S.T.", Employment.PNS)
    person = civil_servant_save(entry=entry, agency_code=CITY, by=BY, at=at("2024-10-01"))
    post = PositionEntry(CITY, "Kepala Bidang (contoh)", date(2020, 1, 1), position=Position.ADMINISTRATOR)
    position_start(person_ref=person.ref, entry=post, by=BY, at=at("2024-10-01"))
