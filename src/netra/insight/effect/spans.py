"""Some whole months, the last perhaps still running."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from netra.supervision.election_stages import month_before, next_month

# What a reader follows by month, and how far back what came after it is looked at.
YEAR, EFFECT = 12, 24
# Nobody's prevention is older, and no month before it can be named.
EARLIEST = date(2010, 1, 1)


@dataclass(frozen=True, slots=True)
class Span:
    """From the first day of a month until before a day; `until` is tomorrow where the last month is running."""

    start: date
    until: date

    @classmethod
    def ending(cls, month: date, count: int, *, on: date) -> Span:
        """So many months, the last of them that of `month`, seen on a day that does not lie before it."""
        start = month.replace(day=1)
        for _number in range(count - 1):
            start = month_before(start)
        return cls(start, min(next_month(month), on + timedelta(days=1)))

    @property
    def last_day(self) -> date:
        return self.until - timedelta(days=1)

    @property
    def months(self) -> list[Span]:
        return list(self._months())

    @property
    def length(self) -> int:
        """The days of the whole month in which it begins, though it may stop within it."""
        return (next_month(self.start) - self.start).days

    def _months(self) -> Iterator[Span]:
        start = self.start
        while start < self.until:
            yield Span(start, min(next_month(start), self.until))
            start = next_month(start)
