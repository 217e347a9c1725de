"""The demo as a newcomer meets it: something true on every page, overdue and finished; and its pictures."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from netra.cases.models import Case
from netra.demo.load import load
from netra.trust.models import User
from tests.journeys.eyes import screenshot
from tests.journeys.stage import DESK, PHONE_IN_THE_DARK, Stage
from tests.journeys.steps.pages import look

TODAY = "2026-11-23"
KOTA_JAMBI = "15.71"


@pytest.mark.parametrize("device", [DESK], ids=["desk-and-phone"])
def test_the_demo_has_something_to_show_and_every_state_of_a_case_is_accessible(stage: Stage, settings):
    settings.DEMO = True
    stage.clock.strike(TODAY)
    load(at=stage.clock())
    states = dict(Case.objects.filter(region_code=KOTA_JAMBI).order_by("ref").values_list("state", "ref"))
    for on in (stage, replace(stage, device=PHONE_IN_THE_DARK)):
        with on.enter(day=TODAY) as page:
            see(page, "/statistik/", picture="statistics")
            see(page, "/peraga/")
        with on.enter(User.objects.get(username="ani"), day=TODAY) as page:
            see(page, "/tindak-lanjut/", picture="follow-up-board")
            expect(page.locator(".row-late").first).to_be_visible()
            see(page, "/wawasan/")
            see(page, "/wawasan/pencegahan/")
        with on.enter(User.objects.get(username="wayan"), day=TODAY) as page:
            see(page, "/laporan/")
            see(page, "/perkara/")
            for ref in states.values():
                see(page, f"/perkara/{ref}/")


def see(page: Page, address: str, *, picture: str = "") -> None:
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == 200, address
    look(page)
    if picture:
        screenshot(page, picture)
