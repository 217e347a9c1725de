"""A term that stood still: what was left of it runs on from the day it was resumed, in its own unit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from netra.law.calendar import DEFAULT, Calendar
from netra.law.counting import UNIT_WORDS, Counted, Direction, Step, Unit, count
from netra.law.indonesian_dates import in_words, with_weekday
from netra.law.sentences import Sentence

ONE_DAY = timedelta(days=1)


RESUMED = "%(day)s: dilanjutkan setelah dijeda sejak %(since)s; tersisa %(left)s %(unit)s"


@dataclass(frozen=True, slots=True)
class Resumed:
    """The new end of the term, and the steps that explain it from the pause on."""

    due: date
    steps: tuple[Step, ...]
    provisional: bool


def resume(*, due: date, paused: date, resumed: date, unit: Unit, calendar: Calendar = DEFAULT) -> Resumed:
    """Count on from `resumed` what was left on `paused`. Terms in hours or months are moved by days.

    Of a term paused on its last day nothing is left: it ends on the day it is resumed, or on the next working day where
    it counts those.
    """
    working = unit is Unit.WORKING_DAY
    counted = Unit.WORKING_DAY if working else Unit.CALENDAR_DAY
    left = _between(paused, due, calendar) if working else (due - paused).days
    rest = _run(resumed, left, counted, calendar)
    said = Step(
        resumed,
        None,
        Sentence(RESUMED, day=with_weekday(resumed), since=in_words(paused), left=left, unit=UNIT_WORDS[counted]),
    )
    return Resumed(rest.due, (said, *rest.steps[1:]), rest.provisional)


def _between(paused: date, due: date, calendar: Calendar) -> int:
    """The working days after the pause up to and with the due day."""
    days = (paused + ONE_DAY * offset for offset in range(1, (due - paused).days + 1))
    return sum(1 for day in days if calendar.why_not(day) is None)


def _run(resumed: date, left: int, unit: Unit, calendar: Calendar) -> Counted:
    if left == 0 and unit is Unit.WORKING_DAY and calendar.why_not(resumed) is not None:
        return count(resumed, 1, unit, direction=Direction.AFTER, calendar=calendar)
    return count(resumed, left, unit, direction=Direction.AFTER, calendar=calendar)
