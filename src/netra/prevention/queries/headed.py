"""What waits for the head of a unit: letters his people have not acknowledged, and reminders whose day has come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from django.db.models import Exists, OuterRef

from netra.prevention.access import VIEW, lines_reaching, units_headed, visible_to
from netra.prevention.models import Instrument, InstrumentReminder, ReminderRoutine, Target
from netra.prevention.queries.audience import asked_from, not_yet
from netra.prevention.queries.spoken_reminders import UnitRow, routine_file
from netra.prevention.recurring import Standing
from netra.prevention.reminder_access import GIVE, routines_visible_to
from netra.prevention.states import State
from netra.registry.models import OrgUnit
from netra.registry.queries import units_beneath
from netra.trust.access import Person

# A desk looks at the newest of each, and asks a bounded number of questions however many letters go on holding.
NEWEST = 20


@dataclass(frozen=True, slots=True)
class OwedLetter:
    """A letter that some people of a unit, or of those beneath it, have not acknowledged: how many, asked since when,
    and the last reminder that its head got.
    """

    instrument: Instrument
    unit: OrgUnit
    pending: int
    since: date
    last: InstrumentReminder | None


@dataclass(frozen=True, slots=True)
class DueReminder:
    """A routine whose day has come in this turn, and that this unit has not given yet."""

    routine: ReminderRoutine
    row: UnitRow


def letters_owed(user: Person, *, on: date, limit: int) -> list[OwedLetter]:
    """The letters in force that people of the units this person heads have not acknowledged, the newest first; nothing
    for whoever heads none.
    """
    units = units_headed(user, VIEW, on=on)
    return list(islice(_owed(user, units, on), limit)) if units else []


def reminders_due(user: Person, *, on: date, limit: int) -> list[DueReminder]:
    """The reminders of the units this person heads whose day has come and that were not given in this turn."""
    mine = {unit.pk for unit in units_headed(user, GIVE, on=on)}
    if not mine:
        return []
    running = routines_visible_to(user, on=on).filter(start_date__lte=on).exclude(until_date__lte=on)
    refs = running.order_by("-pk").values_list("ref", flat=True)[:NEWEST]
    files = (routine_file(user, ref, on=on) for ref in refs)
    due = (DueReminder(file.routine, row) for file in files for row in file.rows if _is_due(row, mine, on))
    return list(islice(due, limit))


def _owed(user: Person, units: list[OrgUnit], on: date) -> Iterator[OwedLetter]:
    near = Target.objects.filter(lines_reaching(units), instrument=OuterRef("pk"))
    issued = visible_to(user, on=on).filter(Exists(near), state=State.ISSUED, valid_from__lte=on)
    in_force = issued.exclude(valid_until__lte=on).order_by("-pk")[:NEWEST]
    beneath = {unit: units_beneath(unit) for unit in units}
    for instrument in in_force:
        for unit in units:
            pending = not_yet(instrument, on).filter(unit__in=beneath[unit]).count()
            if pending:
                sent = instrument.reminders.filter(agency_code=unit.agency.code, unit_code=unit.code)
                last = sent.order_by("-pk").first()
                yield OwedLetter(instrument, unit, pending, asked_from(instrument), last)


def _is_due(row: UnitRow, mine: set[int], on: date) -> bool:
    """Only the units that are headed, not those beneath: whoever heads one of these gives it, or it is gathered in."""
    if row.unit is None or row.unit.pk not in mine or not row.may_give or row.turn is None:
        return False
    return row.standing is not Standing.HELD and row.turn.expected <= on
