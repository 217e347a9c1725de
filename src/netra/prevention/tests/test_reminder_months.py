"""How many reminders were due in a month and how many were given, over all units and routines."""

from __future__ import annotations

from datetime import date

import pytest

from netra.prevention.models import ReminderRoutine
from netra.prevention.operations import reminder_end, reminder_retract
from netra.prevention.queries.reminder_months import reminders_by_month
from netra.prevention.tests.builders import at
from netra.prevention.tests.meeting_builders import Round
from netra.prevention.tests.reminder_builders import a_routine, given

pytestmark = pytest.mark.django_db
MARCH, APRIL, MAY = date(2018, 3, 1), date(2018, 4, 1), date(2018, 5, 1)


@pytest.fixture
def scene() -> Round:
    return Round()


def counted(start: date = MARCH, until: date = APRIL) -> dict[date, tuple[int, int]]:
    return reminders_by_month(ReminderRoutine.objects.all(), start=start, until=until)


def test_every_unit_owes_every_monday(scene):
    a_routine(scene)
    # Four Mondays in March (5, 12, 19, 26) and five in April; DISDIK, SMP-1 and SATPOL.
    assert counted(until=MAY) == {MARCH: (12, 0), APRIL: (15, 0)}


def test_what_a_unit_gave_counts_once_for_its_week(scene):
    routine = a_routine(scene)
    given(scene, routine, "SATPOL")
    given(scene, routine, "SATPOL", date(2018, 3, 8))
    assert counted() == {MARCH: (12, 1)}


def test_whoever_gathers_those_beneath_reminds_them_too_and_the_agency_all(scene):
    routine = a_routine(scene)
    given(scene, routine, "DISDIK", with_beneath=True)
    assert counted() == {MARCH: (12, 2)}
    given(scene, routine, "", date(2018, 3, 12), with_beneath=True)
    assert counted() == {MARCH: (12, 5)}


def test_what_was_taken_back_counts_in_no_month(scene):
    wrong = given(scene, a_routine(scene), "SATPOL")
    reminder_retract(reminder_ref=wrong.ref, reason="Salah unit (contoh).", by=scene.dewi, at=at("2018-03-06"))
    assert counted() == {MARCH: (12, 0)}


def test_a_reminder_of_a_unit_above_counts_for_the_units_that_owe_it_alone(scene):
    routine = a_routine(scene, unit_code="SMP-1")
    given(scene, routine, "SMP-1")
    assert counted() == {MARCH: (4, 1)}


def test_a_month_that_is_running_owes_what_has_passed_and_an_ended_routine_no_more(scene):
    routine = a_routine(scene)
    assert counted(until=date(2018, 3, 13)) == {MARCH: (6, 0)}
    reminder_end(
        routine_ref=routine.ref,
        until_date=date(2018, 3, 19),
        reason="Pemilihan usai (contoh).",
        by=scene.dewi,
        at=at("2018-03-19"),
    )
    assert counted() == {MARCH: (6, 0)}


def test_an_agency_without_units_is_reminded_as_a_whole(scene):
    scene.dewi = scene.nurul
    routine = a_routine(scene, agency_code="MUARO-JAMBI")
    given(scene, routine, "", with_beneath=True)
    assert counted() == {MARCH: (4, 1)}


def test_nothing_is_due_where_there_is_no_routine(scene):
    assert counted() == {}
