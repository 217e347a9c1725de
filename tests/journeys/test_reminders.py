"""Neutrality is said aloud at roll calls: a clerk sets the rhythm, a head taps, supervisors see who never did."""

from __future__ import annotations

import pytest
from playwright.sync_api import FilePayload, Page, expect

from netra.prevention.models import GivenReminder
from netra.prevention.tests.builders import City, determined
from netra.trust import trail
from netra.trust.tests.builders import tell_of_all_roles
from tests.journeys.stage import DESK, PHONE, PHONE_WITHOUT_SCRIPTS, Clock, Stage
from tests.journeys.steps.pages import fill, follow, look, press, told

PHOTO: FilePayload = {
    "name": "apel.jpg",
    "mimeType": "image/jpeg",
    "buffer": b"\xff\xd8\xff\xe0\x00\x10JFIF apel (contoh)",
}

pytestmark = pytest.mark.parametrize("device", [PHONE, PHONE_WITHOUT_SCRIPTS, DESK], ids=lambda device: device.name)


@pytest.fixture
def city(live_server: object, clock: Clock) -> City:
    """Candidates were determined on 12 February 2018; Erwin heads DISDIK, nobody SATPOL."""
    found = City()
    determined(region="15.71")
    return found


def test_from_the_rhythm_to_the_unit_that_never_does_it(stage: Stage, city: City):
    with stage.enter(city.dewi, day="2018-02-26") as page:
        begin(page)
    with stage.enter(city.erwin, day="2018-03-05") as page:
        tap(page)
    with stage.enter(city.erwin, day="2018-03-15") as page:
        enter_three_days_later(page)
    with stage.enter(city.wayan, day="2018-03-20") as page:
        page.goto("/pencegahan/pengingat/")
        look(page)
        told(page, "Unit yang belum pernah menyampaikan")
        told(page, "SATPOL")
        follow(page, "Apel")
        look(page)
        expect(page.get_by_role("button", name="Sudah disampaikan")).to_have_count(0)
    late = GivenReminder.objects.get(held_date="2018-03-12")
    assert (late.entered_at.date().isoformat(), late.entered_by) == ("2018-03-15", city.erwin.actor_ref)
    assert late.proof_ref
    tell_of_all_roles()
    assert trail.verify_database().ok


def begin(page: Page) -> None:
    page.goto("/pencegahan/")
    follow(page, "Pengingat")
    look(page)
    follow(page, "Pengingat rutin baru")
    look(page)
    fill(page, {"Kesempatan": "Apel", "Seberapa sering": "Setiap minggu", "Hari": "Senin", "Mulai": "2013-02-26"})
    assert press(page, "Simpan") == 422
    told(page, "15 Januari 2014")
    fill(page, {"Mulai": "2018-02-26"})
    assert press(page, "Simpan") == 200
    told(page, "Pengingat rutin tercatat.")
    told(page, "calon sudah ditetapkan")
    look(page)


def tap(page: Page) -> None:
    page.goto("/pencegahan/pengingat/")
    follow(page, "Apel")
    expect(page.get_by_text("SATPOL")).to_have_count(0)
    look(page)
    page.get_by_role("button", name="Sudah disampaikan").first.click()
    told(page, "Tercatat: pengingat sudah disampaikan.")
    look(page)


def enter_three_days_later(page: Page) -> None:
    page.goto("/pencegahan/pengingat/")
    follow(page, "Apel")
    follow(page, "Hari lain atau foto")
    look(page)
    fill(page, {"Hari disampaikan": "2018-03-16"})
    assert press(page, "Catat") == 422
    told(page, "belum tiba")
    look(page)
    fill(page, {"Hari disampaikan": "2018-03-12"})
    page.locator("input[type=file]").set_input_files([PHOTO])
    assert press(page, "Catat") == 200
    follow(page, "12 Maret 2018")
    told(page, "kemudian")
    look(page)
