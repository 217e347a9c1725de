"""Reminders at ceremonies, roll calls and staff meetings: around the election of 2018, and in the last weeks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from netra.demo.files import picture
from netra.demo.pace import moment
from netra.demo.sheets import yaml_sheet
from netra.demo.stage import Tale, in_turn
from netra.demo.world import World
from netra.prevention.meeting_entries import File
from netra.prevention.models import ReminderRoutine
from netra.prevention.operations import reminder_end, reminder_give, reminder_start
from netra.prevention.recurring import Turn, turns
from netra.prevention.reminder_entries import GivenEntry, RoutineEntry
from netra.prevention.reminder_states import Occasion

CITY, CLERK = "JAMBI-KOTA", "dewi"
DAY = timedelta(days=1)
# Before any other tale of the day: several of them act for hours after they were given their turn.
BEGUN, WRITTEN = 5, 6


def reminders(world: World) -> Iterator[Tale]:
    """One tale per routine of the sheet."""
    sheet = yaml_sheet("reminders.yaml")
    for row in sheet["routines_2018"]:
        yield _routine(world, row)
    running = sheet["running"]
    monday = world.today - timedelta(days=world.today.weekday(), weeks=running["weeks"])
    yield _routine(world, {**running, "start": monday, "every_months": 0})


def _routine(world: World, row: dict[str, Any]) -> Tale:
    by, start = world.users[CLERK], moment(row["start"], BEGUN)
    yield start
    entry = RoutineEntry(
        agency_code=CITY,
        occasion=Occasion(row["occasion"]),
        every_months=row["every_months"],
        week=row.get("week", 0),
        weekday=row["weekday"],
        start_date=row["start"],
    )
    routine = reminder_start(entry=entry, by=by, at=start)
    until = row.get("until", world.today + DAY)
    due = [turn for turn in turns(routine, through=until) if turn.expected < until]
    yield from in_turn([_given(world, routine, told, due[:: told["every"]]) for told in row["units"]])
    if "until" in row:
        yield moment(until, BEGUN)
        reminder_end(routine_ref=routine.ref, until_date=until, reason=row["reason"], by=by, at=moment(until, BEGUN))


def _given(world: World, routine: ReminderRoutine, told: dict[str, Any], due: list[Turn]) -> Tale:
    by = world.users[told.get("by", CLERK)]
    for turn in due:
        at = moment(turn.expected + told.get("late", 0) * DAY, WRITTEN)
        yield at
        photo = File(picture(f"{routine.occasion} {turn.expected}"), "apel.png") if told.get("photo") else None
        entry = GivenEntry(turn.expected, told["unit"], with_beneath=told.get("beneath", False), photo=photo)
        reminder_give(routine_ref=routine.ref, entry=entry, by=by, at=at)
