"""Reminders said aloud: which unit gave which turn, and which never did. Derived on the day somebody looks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.prevention.access import writes_for
from netra.prevention.models import GivenReminder, ReminderRoutine
from netra.prevention.queries.writers import names_of
from netra.prevention.recurring import STANDING_LABELS, Standing, Turn, standing, turns
from netra.prevention.reminder_access import given_for, giving, routine_for, routines_visible_to, seen
from netra.registry.models import OrgUnit
from netra.registry.queries import agency_name, first_days_in_units, unit_tree
from netra.trust import evidence
from netra.trust.access import Person
from netra.trust.actors import Actor
from netra.trust.errors import NotFound

MOST_ROUTINES, MOST_SHOWN = 30, 60


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit that owes a routine: of the turns that passed how many it gave, and what became of the last that began."""

    unit: OrgUnit | None
    depth: int
    passed: int
    missed: int
    last: GivenReminder | None
    turn: Turn | None
    standing: Standing
    may_give: bool
    last_writer: str = ""

    @property
    def label(self) -> str:
        return STANDING_LABELS[self.standing]

    @property
    def never(self) -> bool:
        """A turn has passed, and none was ever given."""
        return self.passed > 0 and self.last is None


@dataclass(frozen=True, slots=True)
class GivenRow:
    """A reminder that was given, the names of whoever wrote it down or took it back, and whether this reader may."""

    reminder: GivenReminder
    writer: str
    retractor: str = ""
    may_retract: bool = False

    @property
    def is_late(self) -> bool:
        """Written down on a later day than it was held."""
        return localdate(self.reminder.entered_at) > self.reminder.held_date


@dataclass(frozen=True, slots=True)
class RoutineFile:
    """One routine with its units, the newest reminders that were given, and what this reader may do."""

    routine: ReminderRoutine
    agency: str
    rows: Sequence[UnitRow]
    given: Sequence[GivenRow]
    to_all: bool
    may_give: bool
    may_end: bool
    has_ended: bool

    @property
    def never(self) -> list[UnitRow]:
        return [row for row in self.rows if row.never]


def routine_files(user: Person, agency_code: str, *, on: date) -> list[RoutineFile]:
    """The routines of an agency that this person sees, newest first; those that ended come last."""
    found = routines_visible_to(user, on=on).filter(agency_code=agency_code).order_by("-pk")[:MOST_ROUTINES]
    return sorted((_file(user, each, on) for each in found), key=lambda each: each.routine.until_date is not None)


def routine_file(user: Person, ref: str, *, on: date) -> RoutineFile:
    """One routine, if this person may see it. Fails with NotFound."""
    return _file(user, routine_for(user, ref, on=on), on)


def given_row(user: Person, ref: str, *, on: date) -> GivenRow:
    """One reminder that was given, if this person may see it. Fails with NotFound."""
    given = given_for(user, ref, on=on)
    everybody, units = giving(user, given.routine, on=on)
    may = given.retracted_at is None and (given.unit in units if given.unit else everybody)
    return replace(_named([given])[0], may_retract=may)


def given_photo(user: Person, ref: str, *, by: Actor, at: datetime, on: date) -> tuple[bytes, str]:
    """The photo of a reminder with its media type. Fails with NotFound."""
    given = given_for(user, ref, on=on)
    if not given.proof_ref:
        raise NotFound(_("Pengingat ini tidak mempunyai foto."))
    item = evidence.item(given.proof_ref)
    return evidence.open_original(item.ref, by=by, at=at, chain=given.routine.chain), item.media_type


def _file(user: Person, routine: ReminderRoutine, on: date) -> RoutineFile:
    places = places_seen(user, routine, on=on)
    everybody, mine = giving(user, routine, on=on)
    ended = routine.until_date is not None and on >= routine.until_date
    may_give = (everybody or bool(mine)) and routine.start_date <= on and not ended
    shown = {unit.pk for unit, _depth in places if unit}
    given = list(routine.given.select_related("unit").order_by("-held_date", "-pk"))
    begun = list(turns(routine, through=on))
    first = first_days_in_units(routine.agency_code)
    counted = [each for each in given if each.retracted_at is None]
    able = {unit.pk for unit in mine} if may_give else set()
    above = units_above_each(routine.agency_code)
    rows = [
        _row(
            place,
            reaching(place[0], counted, above),
            owed(begun, first.get(place[0].pk) if place[0] else None),
            on,
            may_give=place[0].pk in able if place[0] else everybody and may_give,
        )
        for place in places
    ]
    return RoutineFile(
        routine=routine,
        agency=agency_name(routine.agency_code, on),
        rows=_with_writers(rows),
        given=_named([each for each in given if each.unit_id is None or each.unit_id in shown][:MOST_SHOWN]),
        to_all=everybody and may_give,
        may_give=may_give,
        may_end=writes_for(user, routine.agency_code, on=on) and routine.until_date is None,
        has_ended=ended,
    )


def _with_writers(rows: Sequence[UnitRow]) -> list[UnitRow]:
    """The rows with the name of whoever wrote down the last reminder of each unit; one question for all."""
    named = {row.reminder.pk: row.writer for row in _named([row.last for row in rows if row.last])}
    return [replace(row, last_writer=named.get(row.last.pk, "") if row.last else "") for row in rows]


def owed(begun: Sequence[Turn], since: date | None) -> Sequence[Turn]:
    """The turns of a unit in which somebody serves since that day: one founded later owes none of the earlier."""
    return [turn for turn in begun if since is None or turn.expected >= since]


def _named(given: Sequence[GivenReminder]) -> list[GivenRow]:
    names = names_of({ref for each in given for ref in (each.entered_by, each.retracted_by)})
    return [
        GivenRow(each, names.get(each.entered_by, each.entered_by), names.get(each.retracted_by, each.retracted_by))
        for each in given
    ]


def places_seen(user: Person, routine: ReminderRoutine, *, on: date) -> list[tuple[OrgUnit | None, int]]:
    """The units of a routine that this person sees with their depth; an agency without units as a whole, as None."""
    units: list[tuple[OrgUnit | None, int]] = [(unit, depth) for depth, unit in seen(user, routine, on=on)]
    return units if unit_tree(routine.agency_code) else [(None, 0)]


def units_above_each(agency_code: str) -> dict[int, int | None]:
    """By the key of each unit of an agency the key of the one above it."""
    return {unit.pk: unit.parent_id for _depth, unit in unit_tree(agency_code)}


def _row(
    place: tuple[OrgUnit | None, int],
    reached: Sequence[GivenReminder],
    begun: Sequence[Turn],
    on: date,
    *,
    may_give: bool,
) -> UnitRow:
    """`reached`: the reminders by which this unit was reminded, the newest first."""
    starts = [turn.begins for turn in begun]
    held = {bisect_right(starts, each.held_date) - 1 for each in reached}
    passed = [number for number, turn in enumerate(begun) if turn.ends <= on]
    latest = begun[-1] if begun else None
    became = standing(latest, held=len(begun) - 1 in held, planned=False, on=on) if latest else Standing.AHEAD
    return UnitRow(
        unit=place[0],
        depth=place[1],
        passed=len(passed),
        missed=sum(number not in held for number in passed),
        last=reached[0] if reached else None,
        turn=latest,
        standing=became,
        may_give=may_give,
    )


def reaching(
    unit: OrgUnit | None, given: Sequence[GivenReminder], above: Mapping[int, int | None]
) -> list[GivenReminder]:
    """The reminders that reached a unit: its own, those to all, and those of a unit above that gathered it."""
    chain = set(_upwards(unit.pk, above)) if unit else set()
    return [
        each
        for each in given
        if each.unit_id is None
        or (unit is not None and each.unit_id == unit.pk)
        or (each.with_beneath and each.unit_id in chain)
    ]


def _upwards(key: int | None, above: Mapping[int, int | None]) -> Iterator[int]:
    seen_keys: set[int] = set()
    while key is not None and key not in seen_keys:
        seen_keys.add(key)
        yield key
        key = above.get(key)
