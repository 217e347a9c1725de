"""A day that an act asks for, as the stories of wrong dates know it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from netra.cases.tests.builders import at
from netra.trust.actors import SystemActor
from tests.bad_input import stories
from tests.bad_input.stories import Stage

SYSTEM = SystemActor("tests")
DAWN, DOOMSDAY = date(1, 1, 1), date(9999, 12, 31)
NOW = at("2024-11-25")
TYPO = date(2204, 11, 25)


DAY_BEFORE_2014 = date(2013, 12, 31)
FUTURE = date(2024, 11, 26)


@dataclass(frozen=True, slots=True)
class Field:
    """One day that an act asks for: how it is given, and what is said when it lies too early or too late."""

    where: Callable[[], Stage]
    give: Callable[[Stage, date], object]
    early: date
    early_says: str
    late: date | None
    late_says: str
    good: date


def moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 5, 0, tzinfo=UTC)


def nowhere() -> Stage:
    """The offices and the cast, without a case."""
    return stories.Stage(stories.Cast(), stories.Case())
