"""Bodies change on a day: both sides of it, and every day of 2014-2027."""

from datetime import date, timedelta

import pytest

from netra.law.bodies import appeal_body, oversight_body, task_force
from netra.law.dated import NothingInForce


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2014, 1, 15), "KASN"),
        (date(2018, 6, 27), "KASN"),
        (date(2024, 9, 3), "KASN"),
        (date(2024, 9, 4), "BKN"),
        (date(2027, 10, 16), "BKN"),
        (date(2027, 10, 17), "BKN"),
    ],
)
def test_oversight_of_neutrality_passes_from_kasn_to_bkn(day, code):
    assert oversight_body(day).code == code


def test_after_the_deadline_of_the_court_somebody_must_look():
    assert not oversight_body(date(2027, 10, 16)).needs_review
    assert oversight_body(date(2027, 10, 17)).needs_review


def test_the_body_that_a_court_ordered_is_told_of_and_holds_no_task():
    """MK 121/PUU-XXII/2024, read on 16 October 2025: within two years. Nobody has seen it founded."""
    (told,) = [note for note in oversight_body(date(2026, 7, 1)).notes if "121/PUU-XXII/2024" in note]
    assert "16 Oktober 2027" in told
    assert {oversight_body(date(2014, 1, 15) + timedelta(days=n)).code for n in range(6000)} == {"KASN", "BKN"}


def test_before_the_civil_service_law_nobody_oversees_neutrality():
    with pytest.raises(NothingInForce):
        oversight_body(date(2014, 1, 14))


@pytest.mark.parametrize(("day", "code"), [(date(2021, 8, 9), "BAPEK"), (date(2021, 8, 10), "BPASN")])
def test_appeals_pass_from_bapek_to_bpasn(day, code):
    assert appeal_body(day).code == code


def test_every_day_from_2014_to_2027_has_one_appeal_body():
    day = date(2014, 1, 1)
    while day <= date(2027, 12, 31):
        assert appeal_body(day).code in {"BAPEK", "BPASN"}
        day += timedelta(days=1)


def test_the_task_force_begins_with_the_joint_decree_and_loses_kasn():
    assert "KASN" in task_force(date(2024, 9, 3)).members
    assert "KASN" not in task_force(date(2024, 9, 4)).members
    with pytest.raises(NothingInForce):
        task_force(date(2022, 9, 21))
