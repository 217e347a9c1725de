"""The calendar of one tale: when its next act happens, and where it ends."""

from __future__ import annotations

import zlib
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from netra.law.calendar import is_working_day

WIB = ZoneInfo("Asia/Jakarta")
FIRST_HOUR, LAST_HOUR = 8, 14
_BETWEEN_ACTS = timedelta(minutes=25)


class Told(Exception):
    """The tale has come to where it was to end."""


def moment(day: date, hour: int = 9, minute: int = 0) -> datetime:
    """A moment in Jambi."""
    return datetime.combine(day, time(hour, minute), WIB)


def after_working_days(day: date, count: int) -> date:
    """The day that lies so many working days later."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day


def before_working_days(day: date, count: int) -> date:
    """The day that lies so many working days earlier."""
    while count > 0:
        day -= timedelta(days=1)
        count -= is_working_day(day)
    return day


class Pace:
    """Where a tale is in time.

    `until` names the stage at which it ends; with `last` its last act happens that many days before `today`, however
    long ago it began: so a matter can be fresh or overdue on whatever day the demo is loaded.
    """

    def __init__(self, begin: datetime, *, name: str, today: date, until: str = "", last: int | None = None) -> None:
        self.now = begin
        self._name = name
        self._until = until
        self._last = None if last is None else today - timedelta(days=last)

    @property
    def today(self) -> date:
        return self.now.astimezone(WIB).date()

    def next(self, stage: str = "", *, days: int = 0, working: int = 0) -> datetime:
        """Move on by calendar or working days, or by minutes when neither is given."""
        day = after_working_days(self.today + timedelta(days=days), working)
        if stage and stage == self._until and self._last is not None:
            day = max(day, self._office_day(self._last) if working else self._last)
        return self._move(moment(day, *self._hour_of(day)))

    def at(self, when: datetime) -> datetime:
        """Move on to a moment, or by minutes when it has passed."""
        return self._move(when)

    def reached(self, stage: str) -> None:
        """End the tale if this is where it was to end."""
        if stage == self._until:
            raise Told

    def _move(self, when: datetime) -> datetime:
        self.now = max(when, self.now + _BETWEEN_ACTS)
        return self.now

    @staticmethod
    def _office_day(day: date) -> date:
        """The day itself, or the working day before it."""
        while not is_working_day(day):
            day -= timedelta(days=1)
        return day

    def _hour_of(self, day: date) -> tuple[int, int]:
        """An hour of the office, always the same for the same tale and day."""
        number = zlib.crc32(f"{self._name}/{day.isoformat()}".encode())
        return FIRST_HOUR + number % (LAST_HOUR - FIRST_HOUR), number // 8 % 12 * 5
