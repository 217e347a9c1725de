"""A clerk asks whether prevention came before fewer allegations, reads what can be said, and prints the month."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from netra.insight.tests.effect_builders import Story, alleged
from tests.journeys.stage import DESK, PHONE, PHONE_IN_THE_DARK, PHONE_WITHOUT_SCRIPTS, Clock, Stage
from tests.journeys.steps.pages import fill, follow, look, press, title, told

pytestmark = pytest.mark.parametrize(
    "device", [PHONE, PHONE_WITHOUT_SCRIPTS, PHONE_IN_THE_DARK, DESK], ids=lambda device: device.name
)


@pytest.fixture
def story(live_server: object, clock: Clock) -> Story:
    """A letter reached DISDIK, an outreach SMP-1, nothing SATPOL; three acts are alleged."""
    found = Story()
    for person, day in ((found.budi, "2018-01-10"), (found.budi, "2018-04-10"), (found.dodi, "2018-02-01")):
        alleged(found, person, day)
    return found


def test_what_can_be_said_of_prevention_and_what_cannot(stage: Stage, story: Story):
    with stage.enter(story.dewi, day="2018-06-15") as page:
        page.goto("/wawasan/")
        follow(page, "Pencegahan dan dampaknya")
        expect(title(page)).to_have_text("Pencegahan dan dampaknya")
        look(page)
        ask(page, "2018-05")
        told(page, "Terlalu sedikit data untuk mengatakan apa pun")
        told(page, "Keadaan sampai 31 Mei 2018.")
        expect(page.locator("#t-unit")).to_be_visible()
        look(page)
        paper(page)
        page.goto("/wawasan/pencegahan/?bulan=2018-07")
        told(page, "Bulan itu tidak dapat dihitung")
        look(page)


def test_who_has_nothing_here_is_told_so(stage: Stage, story: Story):
    with stage.enter(story.maria, day="2018-06-15") as page:
        page.goto("/wawasan/pencegahan/")
        told(page, "Tidak ada instansi untuk Anda")
        look(page)


def ask(page: Page, month: str) -> None:
    fill(page, {"Sampai bulan (TTTT-BB)": month})
    assert press(page, "Tampilkan") == 200


def paper(page: Page) -> None:
    """The link leads to the report of the month that is shown, not of another."""
    link = page.get_by_role("link", name="Laporan bulanan (PDF)").get_attribute("href")
    assert link is not None
    answer = page.request.get(link)
    assert answer.headers["content-type"] == "application/pdf"
    assert "2018-05" in answer.headers["content-disposition"]
