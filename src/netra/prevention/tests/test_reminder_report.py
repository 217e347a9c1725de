"""What the monthly report of reminders says: of each unit the turns of the month, and what became of them."""

from __future__ import annotations

from datetime import date

import pytest

from netra.prevention.operations import reminder_end, reminder_retract
from netra.prevention.queries import reminder_month
from netra.prevention.tests.builders import CITY, at
from netra.prevention.tests.meeting_builders import MUARO, Round
from netra.prevention.tests.reminder_builders import a_routine, given
from netra.trust.errors import NotFound

pytestmark = pytest.mark.django_db
MARCH = date(2018, 3, 1)
# Wednesday, 21 March 2018: the Mondays 5 and 12 have passed with their weeks, the week of the 19th goes on.
TODAY = date(2018, 3, 21)


@pytest.fixture
def scene() -> Round:
    return Round()


def rows(user, *, month=MARCH, on=TODAY, agency=CITY, unit=""):
    told = reminder_month(user, agency, month, on=on, unit_code=unit)
    return [
        {row.unit.code if row.unit else "": (row.due, row.given, row.missed, row.going_on) for row in each.rows}
        for each in told.routines
    ]


def test_each_unit_has_its_turns_given_missed_and_going_on(scene):
    routine = a_routine(scene)
    given(scene, routine, "SATPOL")
    given(scene, routine, "SATPOL", date(2018, 3, 8))
    assert rows(scene.dewi) == [{"DISDIK": (3, 0, 2, 1), "SMP-1": (3, 0, 2, 1), "SATPOL": (3, 1, 1, 1)}]


def test_it_tells_the_days_and_who_never_gave_one(scene):
    routine = a_routine(scene)
    given(scene, routine, "DISDIK", date(2018, 3, 13), with_beneath=True)
    rows_told = reminder_month(scene.dewi, CITY, MARCH, on=TODAY).routines[0].rows
    told = {row.unit.code: row for row in rows_told if row.unit}
    assert list(told["SMP-1"].days) == [date(2018, 3, 13)]
    assert [code for code, row in told.items() if row.never] == ["SATPOL"]


def test_a_turn_at_the_end_of_a_month_is_given_by_a_day_of_the_next(scene):
    routine = a_routine(scene)
    # Monday, 26 February; its week ends on Sunday, 4 March.
    given(scene, routine, "SATPOL", date(2018, 3, 2))
    assert rows(scene.dewi, month=date(2018, 2, 1))[0]["SATPOL"] == (4, 1, 3, 0)
    assert rows(scene.dewi)[0]["SATPOL"] == (3, 0, 2, 1)


def test_what_was_taken_back_was_not_given(scene):
    routine = a_routine(scene)
    wrong = given(scene, routine, "SATPOL")
    reminder_retract(reminder_ref=wrong.ref, reason="Salah unit (contoh).", by=scene.dewi, at=at("2018-03-06"))
    assert rows(scene.dewi)[0]["SATPOL"] == (3, 0, 2, 1)


def test_one_unit_is_told_with_all_beneath_it(scene):
    a_routine(scene)
    assert set(rows(scene.dewi, unit="DISDIK")[0]) == {"DISDIK", "SMP-1"}
    with pytest.raises(NotFound):
        rows(scene.dewi, unit="TAK-ADA")


def test_the_head_of_a_unit_reads_his_own_people_alone(scene):
    a_routine(scene)
    assert set(rows(scene.erwin)[0]) == {"DISDIK", "SMP-1"}
    with pytest.raises(NotFound):
        rows(scene.erwin, unit="SATPOL")


def test_a_stranger_and_a_month_without_reminders_find_nothing(scene):
    a_routine(scene)
    for user, month, agency in (
        (scene.maria, MARCH, CITY),
        (scene.dewi, date(2017, 12, 1), CITY),
        (scene.dewi, MARCH, MUARO),
    ):
        with pytest.raises(NotFound, match="yang dapat Anda lihat"):
            rows(user, month=month, agency=agency)


def test_a_routine_that_ended_stands_in_the_months_in_which_it_was_due(scene):
    routine = a_routine(scene)
    reminder_end(
        routine_ref=routine.ref, until_date=date(2018, 3, 10), reason="Diganti.", by=scene.dewi, at=at("2018-03-09")
    )
    assert rows(scene.dewi)[0]["SATPOL"] == (1, 0, 1, 0)
    with pytest.raises(NotFound):
        rows(scene.dewi, month=date(2018, 4, 1), on=date(2018, 4, 30))


def test_the_report_asks_as_much_for_many_units_as_for_few(scene, django_assert_max_num_queries):
    a_routine(scene)
    with django_assert_max_num_queries(30):
        rows(scene.dewi)
