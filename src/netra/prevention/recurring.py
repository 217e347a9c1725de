"""The days on which a series expects something, and which of them passed without it. Derived, never stored. Pure.

A meeting or a reminder recurs by months ("the first Monday of every month"), a reminder also by weeks: `every_months`
is 0 then.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

from django.utils.translation import gettext_noop as _

_LAST_YEAR = 9000
_WEEK = timedelta(days=7)


class Rule(Protocol):
    """A rule by which a meeting recurs, as far as its days need it."""

    @property
    def every_months(self) -> int: ...

    @property
    def week(self) -> int: ...

    @property
    def weekday(self) -> int: ...

    @property
    def start_date(self) -> date: ...

    @property
    def until_date(self) -> date | None: ...


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of a series: the months it covers (the first day, and the day after the last), and the expected day."""

    begins: date
    ends: date
    expected: date


class Standing(StrEnum):
    """What became of a turn: a meeting was held in its months, one is planned, the day has passed, nothing came."""

    HELD = "HELD"
    PLANNED = "PLANNED"
    LATE = "LATE"
    MISSED = "MISSED"
    AHEAD = "AHEAD"


STANDING_LABELS = {
    Standing.HELD: _("Terlaksana"),
    Standing.PLANNED: _("Direncanakan"),
    Standing.LATE: _("Harinya lewat, belum terlaksana"),
    Standing.MISSED: _("Tidak terlaksana"),
    Standing.AHEAD: _("Belum tiba"),
}


def turns(rule: Rule, *, through: date) -> Iterator[Turn]:
    """The turns of a series from its start through the one in which `through` lies. A turn whose day lies before the
    start, or not before the end, is none.
    """
    if not rule.every_months:
        yield from _weekly_turns(rule, through)
        return
    begins = rule.start_date.replace(day=1)
    while begins <= through and begins.year < _LAST_YEAR:
        ends = _months_later(begins, rule.every_months)
        expected = nth_weekday(begins, rule.week, rule.weekday)
        if rule.until_date is not None and expected >= rule.until_date:
            return
        if expected >= rule.start_date:
            yield Turn(begins, ends, expected)
        begins = ends


def _weekly_turns(rule: Rule, through: date) -> Iterator[Turn]:
    """One turn for each week from Monday on."""
    begins = rule.start_date - timedelta(days=rule.start_date.weekday())
    while begins <= through and begins.year < _LAST_YEAR:
        expected = begins + timedelta(days=rule.weekday)
        if rule.until_date is not None and expected >= rule.until_date:
            return
        if expected >= rule.start_date:
            yield Turn(begins, begins + _WEEK, expected)
        begins += _WEEK


def nth_weekday(month: date, week: int, weekday: int) -> date:
    """The second Tuesday of July 2026 is nth_weekday(1 July 2026, 2, 1)."""
    first = month.replace(day=1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (week - 1))


def standing(turn: Turn, *, held: bool, planned: bool, on: date) -> Standing:
    """What became of a turn, seen from a day."""
    if held:
        return Standing.HELD
    if turn.ends <= on:
        return Standing.MISSED
    if planned:
        return Standing.PLANNED
    return Standing.LATE if turn.expected < on else Standing.AHEAD


def _months_later(month: date, count: int) -> date:
    number = month.year * 12 + month.month - 1 + count
    return date(number // 12, number % 12 + 1, 1)
