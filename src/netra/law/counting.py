"""Counting a term day by day, so that an officer can show the arithmetic.

The day from which a term runs is never counted. A term in calendar days ends on the day it ends, free day or not: no
article read so far moves it, so nothing here does. Counting backwards serves terms "before" an event and windows that
open months ahead.
"""

from __future__ import annotations

import calendar as months
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, datetime, timedelta
from enum import StrEnum

from netra.law.calendar import Calendar
from netra.law.indonesian_dates import with_time, with_weekday
from netra.law.sentences import Sentence

ONE_DAY = timedelta(days=1)
MONTHS_PER_YEAR = 12
HOURS_PER_DAY = 24


class Unit(StrEnum):
    """What a term is counted in."""

    WORKING_DAY = "WORKING_DAY"
    CALENDAR_DAY = "CALENDAR_DAY"
    HOUR = "HOUR"
    MONTH = "MONTH"


class Direction(StrEnum):
    """Whether a term runs after an event or has to be kept before it."""

    AFTER = "AFTER"
    BEFORE = "BEFORE"


UNIT_WORDS = {
    Unit.WORKING_DAY: "hari kerja",
    Unit.CALENDAR_DAY: "hari kalender",
    Unit.HOUR: "jam",
    Unit.MONTH: "bulan",
}


ON_THE_DAY = "%(day)s: berlaku pada tanggal itu sendiri"
OPENING = "%(day)s: awal penghitungan, tidak dihitung"
SKIPPED = "%(day)s: dilewati, %(why)s"
DAY_AND_WHY = "%(day)s: %(why)s"
SAME_HOUR = "%(day)s, pada jam yang sama"
HOURS = "%(day)s: %(hours)s jam"
NUMBERED = {
    (Unit.WORKING_DAY, Direction.AFTER): "%(day)s: hari kerja ke-%(number)s",
    (Unit.WORKING_DAY, Direction.BEFORE): "%(day)s: hari kerja ke-%(number)s sebelumnya",
    (Unit.CALENDAR_DAY, Direction.AFTER): "%(day)s: hari kalender ke-%(number)s",
    (Unit.CALENDAR_DAY, Direction.BEFORE): "%(day)s: hari kalender ke-%(number)s sebelumnya",
    (Unit.MONTH, Direction.AFTER): "%(day)s: bulan ke-%(number)s",
    (Unit.MONTH, Direction.BEFORE): "%(day)s: bulan ke-%(number)s sebelumnya",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One day of the counting: its number when it counts, and a sentence for people."""

    day: date
    number: int | None
    text: str

    @property
    def counted(self) -> bool:
        return self.number is not None


@dataclass(frozen=True, slots=True)
class Counted:
    """Where a counting ended, its steps, and what makes it less than certain."""

    due: date
    due_at: datetime | None
    steps: tuple[Step, ...]
    provisional: bool = False
    disputes: tuple[str, ...] = ()


def count(start: date, amount: int, unit: Unit, *, direction: Direction, calendar: Calendar) -> Counted:
    """Count `amount` units from `start`, which is not counted itself; an amount of 0 stays on `start`."""
    opening = _opening(start)
    if unit is Unit.HOUR:
        return _count_hours(start, amount, opening)
    day = day_only(start)
    if amount == 0:
        return Counted(day, None, (Step(day, None, Sentence(ON_THE_DAY, day=with_weekday(day))),))
    if unit is Unit.MONTH:
        return _count_months(day, amount, direction, opening)
    if unit is Unit.CALENDAR_DAY:
        return _count_calendar_days(day, amount, direction, opening)
    return _count_working_days(day, amount, direction, calendar, opening)


def day_only(start: date) -> date:
    """The day of a moment; a day stays what it is."""
    return start.date() if isinstance(start, datetime) else start


def add_months(day: date, amount: int) -> date:
    """The same day of the month, `amount` months on; the last day of the month where that day does not exist."""
    index = day.year * MONTHS_PER_YEAR + day.month - 1 + amount
    year, month = divmod(index, MONTHS_PER_YEAR)
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError(f"year {year} is out of range")
    return date(year, month + 1, min(day.day, months.monthrange(year, month + 1)[1]))


def _opening(start: date) -> Step:
    words = with_time(start) if isinstance(start, datetime) else with_weekday(start)
    return Step(day_only(start), None, Sentence(OPENING, day=words))


def _sign(direction: Direction) -> int:
    return 1 if direction is Direction.AFTER else -1


def _numbered(unit: Unit, direction: Direction, day: date, number: int) -> str:
    return Sentence(NUMBERED[unit, direction], day=with_weekday(day), number=number)


def _count_working_days(day: date, amount: int, direction: Direction, calendar: Calendar, opening: Step) -> Counted:
    steps, disputes, provisional, number = [opening], [], False, 0
    while number < amount:
        day += _sign(direction) * ONE_DAY
        provisional = provisional or not calendar.knows(day) or calendar.is_estimated(day)
        reason = calendar.why_not(day)
        if reason is None:
            number += 1
            steps.append(Step(day, number, _numbered(Unit.WORKING_DAY, direction, day, number)))
            continue
        dispute = calendar.dispute(day)
        if dispute:
            disputes.append(Sentence(DAY_AND_WHY, day=with_weekday(day), why=dispute))
        steps.append(Step(day, None, Sentence(SKIPPED, day=with_weekday(day), why=reason)))
    return Counted(day, None, tuple(steps), provisional, tuple(disputes))


def _count_calendar_days(day: date, amount: int, direction: Direction, opening: Step) -> Counted:
    steps = [opening]
    for number in range(1, amount + 1):
        day += _sign(direction) * ONE_DAY
        steps.append(Step(day, number, _numbered(Unit.CALENDAR_DAY, direction, day, number)))
    return Counted(day, None, tuple(steps))


def _count_months(start: date, amount: int, direction: Direction, opening: Step) -> Counted:
    steps = [opening]
    for number in range(1, amount + 1):
        day = add_months(start, _sign(direction) * number)
        steps.append(Step(day, number, _numbered(Unit.MONTH, direction, day, number)))
    return Counted(steps[-1].day, None, tuple(steps))


def _count_hours(start: date, amount: int, opening: Step) -> Counted:
    """With a moment, the hour; with a day alone, the day on which the hours run out at the latest."""
    steps = [opening]
    for number in range(1, amount // HOURS_PER_DAY + 1):
        until = start + number * ONE_DAY
        words = with_time(until) if isinstance(until, datetime) else Sentence(SAME_HOUR, day=with_weekday(until))
        steps.append(Step(day_only(until), number, Sentence(HOURS, day=words, hours=number * HOURS_PER_DAY)))
    end = start + timedelta(hours=amount) if isinstance(start, datetime) else start + amount // HOURS_PER_DAY * ONE_DAY
    return Counted(day_only(end), end if isinstance(end, datetime) else None, tuple(steps))
