"""Reminders of Kota Jambi around the election of 27 June 2018: act i of the first founding scenario."""

from __future__ import annotations

from datetime import date
from typing import Any

from netra.prevention.meeting_entries import File
from netra.prevention.models import GivenReminder, ReminderRoutine
from netra.prevention.operations import reminder_give, reminder_start
from netra.prevention.reminder_entries import GivenEntry, RoutineEntry
from netra.prevention.reminder_states import Occasion
from netra.prevention.tests.builders import CITY, at
from netra.prevention.tests.meeting_builders import Round
from netra.trust.models import User
from netra.trust.tests.told_once import told_once

# Monday, 5 March 2018: in the campaign.
MONDAY = date(2018, 3, 5)
A_PHOTO = File(b"\xff\xd8\xff\xe0\x00\x10JFIF apel (contoh)", "apel.jpg")


def a_rhythm(**over: Any) -> RoutineEntry:
    """At the roll call of every Monday, in every unit of the city, from 1 January 2018."""
    fields: dict[str, Any] = {
        "agency_code": CITY,
        "occasion": Occasion.ROLL_CALL,
        "weekday": 0,
        "start_date": date(2018, 1, 1),
    }
    return RoutineEntry(**{**fields, **over})


@told_once
def a_routine(scene: Round, **over: Any) -> ReminderRoutine:
    """A routine that goes on."""
    return reminder_start(entry=a_rhythm(**over), by=scene.dewi, at=at("2018-01-01"))


@told_once
def given(
    scene: Round, routine: ReminderRoutine, unit: str, day: date = MONDAY, *, by: User | None = None, **over: Any
) -> GivenReminder:
    """A unit was reminded; written down on the same day unless `entered` says another."""
    entered = over.pop("entered", day.isoformat())
    entry = GivenEntry(held_date=day, unit_code=unit, **over)
    return reminder_give(routine_ref=routine.ref, entry=entry, by=by or scene.dewi, at=at(entered))
