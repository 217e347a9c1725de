"""A series expects a meeting again and again; the days are counted on a calendar by hand."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from netra.prevention.recurring import Standing, nth_weekday, standing, turns


def rule(start="2018-01-01", until=None, every=1, week=1, weekday=0):
    return SimpleNamespace(
        every_months=every,
        week=week,
        weekday=weekday,
        start_date=date.fromisoformat(start),
        until_date=date.fromisoformat(until) if until else None,
    )


def days(given, through):
    return [turn.expected.isoformat() for turn in turns(given, through=date.fromisoformat(through))]


# Monday is 0. January 2018 began on a Monday, July 2018 on a Sunday, February 2024 on a Thursday.
@pytest.mark.parametrize(
    ("month", "week", "weekday", "day"),
    [
        ("2018-01-01", 1, 0, "2018-01-01"),
        ("2018-07-01", 1, 0, "2018-07-02"),
        ("2018-07-01", 1, 6, "2018-07-01"),
        ("2018-07-15", 4, 4, "2018-07-27"),
        ("2024-02-01", 4, 3, "2024-02-22"),
    ],
)
def test_the_nth_weekday_of_a_month(month, week, weekday, day):
    assert nth_weekday(date.fromisoformat(month), week, weekday) == date.fromisoformat(day)


def test_every_month_has_its_day():
    assert days(rule(), "2018-04-30") == ["2018-01-01", "2018-02-05", "2018-03-05", "2018-04-02"]


def test_every_quarter_has_one_day_in_its_first_month():
    quarter = list(turns(rule(every=3), through=date(2018, 9, 1)))
    assert [(each.begins.month, each.ends.month, each.expected.isoformat()) for each in quarter] == [
        (1, 4, "2018-01-01"),
        (4, 7, "2018-04-02"),
        (7, 10, "2018-07-02"),
    ]


def test_a_year_is_crossed():
    assert days(rule("2017-12-01", every=2), "2018-04-01") == ["2017-12-04", "2018-02-05", "2018-04-02"]


def test_a_day_before_the_start_or_not_before_the_end_is_not_expected():
    assert days(rule("2018-01-02", until="2018-04-02"), "2018-12-31") == ["2018-02-05", "2018-03-05"]


@pytest.mark.parametrize(
    ("held", "planned", "on", "said"),
    [
        (True, False, "2018-03-01", Standing.HELD),
        (True, True, "2018-02-01", Standing.HELD),
        (False, True, "2018-02-04", Standing.PLANNED),
        (False, False, "2018-02-05", Standing.AHEAD),
        (False, False, "2018-02-06", Standing.LATE),
        (False, False, "2018-02-28", Standing.LATE),
        (False, False, "2018-03-01", Standing.MISSED),
        (False, True, "2018-03-01", Standing.MISSED),
    ],
)
def test_what_became_of_february_2018(held, planned, on, said):
    (_january, february) = turns(rule(), through=date(2018, 2, 28))
    assert standing(february, held=held, planned=planned, on=date.fromisoformat(on)) == said
