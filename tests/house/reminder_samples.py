"""Reminders of Kota Jambi for each address: a routine, and one that the personnel agency gave."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime

from netra.prevention.operations import reminder_give, reminder_start
from netra.prevention.reminder_entries import GivenEntry
from netra.prevention.tests.reminder_builders import A_PHOTO, a_rhythm
from netra.trust.models import User
from tests.cast import UNIT
from tests.house.registry_samples import unit

Cast = Mapping[str, User]
AT = datetime(2018, 6, 1, 3, 0, tzinfo=UTC)


def a_routine(cast: Cast) -> dict[str, str]:
    """Every Monday at the roll call."""
    unit(cast)
    return {"ref": reminder_start(entry=a_rhythm(), by=cast["dewi"], at=AT).ref}


def a_reminder_given(cast: Cast) -> dict[str, str]:
    """With a photo."""
    entry = GivenEntry(held_date=date(2018, 5, 28), unit_code=UNIT, photo=A_PHOTO)
    return {"ref": reminder_give(routine_ref=a_routine(cast)["ref"], entry=entry, by=cast["dewi"], at=AT).ref}


REMINDER_SAMPLES: dict[str, Callable[[Cast], dict[str, str]]] = {
    "reminder": a_routine,
    "reminder_csv": a_routine,
    "reminder_end": a_routine,
    "reminder_give": a_routine,
    "reminder_given": a_reminder_given,
    "reminder_photo": a_reminder_given,
    "reminder_retract": a_reminder_given,
}
