"""The days that people type about reminders said aloud."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import cast

from netra.prevention import operations as prevention
from netra.prevention.models import ReminderRoutine
from netra.prevention.tests.builders import at
from netra.prevention.tests.meeting_builders import Round
from netra.prevention.tests.reminder_builders import a_rhythm, a_routine, given
from tests.bad_input.dated import Field
from tests.bad_input.stories import Stage


@dataclass(frozen=True, slots=True)
class Reminded:
    """The city with a routine from 1 January 2018; today is Tuesday, 6 March."""

    scene: Round
    routine: ReminderRoutine


def with_a_routine() -> Stage:
    scene = Round()
    return cast(Stage, Reminded(scene, a_routine(scene)))


def remind(stage: Stage, day: date) -> object:
    told = cast(Reminded, stage)
    return given(told.scene, told.routine, "DISDIK", day, entered="2018-03-06")


def begin(stage: Stage, day: date) -> object:
    return prevention.reminder_start(
        entry=a_rhythm(start_date=day), by=cast(Reminded, stage).scene.dewi, at=at("2018-03-06")
    )


def stop(stage: Stage, day: date) -> object:
    told = cast(Reminded, stage)
    return prevention.reminder_end(
        routine_ref=told.routine.ref, until_date=day, reason="Usai.", by=told.scene.dewi, at=at("2018-03-06")
    )


REMINDERS = {
    "prevention.GivenEntry.held_date": Field(
        with_a_routine, remind, date(2017, 12, 25), "baru mulai", date(2018, 3, 7), "belum tiba", date(2018, 3, 5)
    ),
    "prevention.RoutineEntry.start_date": Field(
        with_a_routine,
        begin,
        date(2014, 1, 14),
        "15 Januari 2014",
        date(2019, 3, 8),
        "satu tahun di depan",
        date(2018, 4, 2),
    ),
    "prevention.reminder_end.until_date": Field(
        with_a_routine,
        stop,
        date(2017, 12, 31),
        "lebih awal",
        date(2019, 3, 8),
        "satu tahun di depan",
        date(2018, 7, 9),
    ),
}
