"""How many serve on a day, and for how many days they served. Pure, from half-open periods."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date
from itertools import accumulate


class Headcount:
    """The people of one unit; each with the days from which and before which he served."""

    def __init__(self, periods: Iterable[tuple[date, date]]) -> None:
        known = list(periods)
        self._begun = _Steps(start for start, _until in known)
        self._ended = _Steps(until for _start, until in known)

    def on(self, day: date) -> int:
        """How many serve on that day."""
        return self._begun.through(day) - self._ended.through(day)

    def days(self, start: date, until: date) -> int:
        """How many days they served from one day until before another, all together; 0 for a period that is none."""
        return self._before(until) - self._before(start) if start < until else 0

    def _before(self, day: date) -> int:
        return self._begun.days_before(day) - self._ended.days_before(day)


class _Steps:
    """Days on which a count rises by one."""

    def __init__(self, days: Iterable[date]) -> None:
        self._days = sorted(day.toordinal() for day in days)
        self._sums = [0, *accumulate(self._days)]

    def through(self, day: date) -> int:
        return bisect_right(self._days, day.toordinal())

    def days_before(self, day: date) -> int:
        """The count summed over all days before that one."""
        place = bisect_left(self._days, day.toordinal())
        return place * day.toordinal() - self._sums[place]
