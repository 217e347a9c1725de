"""What a routine of reminders and one reminder are told to be: values on their way into tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from netra.prevention.meeting_entries import File
from netra.prevention.reminder_states import EVERY_WEEK, Occasion


@dataclass(frozen=True, slots=True)
class RoutineEntry:
    """A rhythm: every week on a weekday (Monday is 0), or week 1 to 4 of every so many months. No unit: all of them."""

    agency_code: str
    occasion: Occasion
    weekday: int
    start_date: date
    every_months: int = EVERY_WEEK
    week: int = 0
    unit_code: str = ""


@dataclass(frozen=True, slots=True)
class GivenEntry:
    """One reminder: by which unit ("": to the whole agency), on which day, with a photo or without."""

    held_date: date
    unit_code: str = ""
    with_beneath: bool = False
    photo: File | None = None
