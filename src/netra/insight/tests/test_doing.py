"""Plan against done by month, each kind as far as the reader sees it."""

from __future__ import annotations

from datetime import date

import pytest

from netra.insight.effect.doing import Done, done_in
from netra.insight.effect.spans import Span
from netra.prevention.operations import outreach_cancel, pact_sign, reminder_give, reminder_start
from netra.prevention.reminder_entries import GivenEntry
from netra.prevention.tests import outreach_builders as outreach
from netra.prevention.tests.builders import CITY, City, at
from netra.prevention.tests.pact_builders import link, opened
from netra.prevention.tests.reminder_builders import a_rhythm
from netra.supervision.operations import observation_record, visit_cancel, visit_plan
from netra.supervision.tests.builders import a_look, an_own_visit, questions

pytestmark = pytest.mark.django_db
SPAN = Span(date(2018, 2, 1), date(2018, 4, 1))
ON = date(2018, 6, 1)


@pytest.fixture
def city() -> City:
    return City()


def march(city: City, user=None) -> Done:
    february, found = done_in(user or city.dewi, [CITY], SPAN, on=ON)
    assert (february.month, found.month) == (date(2018, 2, 1), date(2018, 3, 1))
    return found


def test_a_visit_counts_in_the_month_of_its_plan_whatever_became_of_it(city):
    questions(city.dewi, CITY)
    visits = [
        visit_plan(
            entry=an_own_visit(unit_code="SATPOL", planned_date=date(2018, 3, day)), by=city.dewi, at=at("2018-03-01")
        )
        for day in (14, 20, 21)
    ]
    observation_record(visit_ref=visits[0].ref, entry=a_look(), by=city.dewi, at=at("2018-03-14", 15))
    visit_cancel(visit_ref=visits[1].ref, reason="Kantornya pindah (contoh).", by=city.dewi, at=at("2018-03-19"))
    found = march(city)
    assert (found.visits, found.observed, found.nothing_found) == (3, 1, 1)
    # Bawaslu does not read what the city plans; the analyst reads the plans of nobody.
    assert march(city, city.wayan).visits == 0
    assert march(city, city.ani).visits is None


def test_reminders_are_due_in_every_unit_and_given_in_some(city):
    routine = reminder_start(entry=a_rhythm(start_date=date(2018, 3, 1)), by=city.dewi, at=at("2018-03-01"))
    told = GivenEntry(held_date=date(2018, 3, 5), unit_code="SATPOL")
    reminder_give(routine_ref=routine.ref, entry=told, by=city.dewi, at=at("2018-03-05"))
    # Four Mondays, three units.
    assert (march(city).reminders_due, march(city).reminders_given) == (12, 1)


def test_an_outreach_that_was_called_off_was_planned(city):
    held = outreach.outreach(city)
    outreach.held(city, held)
    off = outreach.outreach(city, title="Yang kedua")
    outreach_cancel(outreach_ref=off.ref, reason="Gedung terpakai (contoh).", by=city.dewi, at=at("2018-03-05"))
    assert (march(city).outreaches, march(city).held) == (2, 1)
    assert (march(city, city.wayan).outreaches, march(city, city.wayan).held) == (0, 0)


def test_a_pact_counts_in_the_month_of_its_answer(city):
    pact = opened(city)
    pact_sign(**link(pact, city.budi), at=at("2018-03-02"))
    pact_sign(**link(pact, city.citra), at=at("2018-04-02"))
    assert (march(city).signed, march(city).refused) == (1, 0)


def test_a_month_in_which_nothing_was_planned_stands_there_with_nothing(city):
    assert march(city) == Done(date(2018, 3, 1), 0, 0, 0, 0, 0, 0, 0, 0, 0)
