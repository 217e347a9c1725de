"""Who answers for those who have not acknowledged: the head of their unit, the heads above, the head of the agency."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from netra.letters import queries as letters
from netra.letters.models import Letter
from netra.prevention.models import Instrument, InstrumentReminder
from netra.prevention.queries.areas import areas
from netra.prevention.queries.coverage import CoverageRow
from netra.prevention.queries.instruments import instrument_file
from netra.registry.models import OrgUnit, PositionSpell
from netra.registry.queries import agency_name, appointing_authority_of, unit_heads, unit_tree
from netra.trust.access import Person
from netra.trust.errors import NotFound


@dataclass(frozen=True, slots=True)
class Head:
    """One step of the chain of responsibility, by the post: a name is not needed to know who must act."""

    title: str
    unit: str


@dataclass(frozen=True, slots=True)
class Answerable:
    """A unit with people who have not acknowledged, who answers for it, and what they were reminded of.

    `chain` begins with whoever a reminder goes to and ends with the head of the agency; `own` says whether the unit has
    a head of its own. `reminders` come newest first.
    """

    row: CoverageRow
    chain: Sequence[Head]
    own: bool
    reminders: Sequence[InstrumentReminder]
    on: date

    @property
    def last(self) -> InstrumentReminder | None:
        return self.reminders[0] if self.reminders else None

    @property
    def reminded_today(self) -> bool:
        return self.last is not None and self.last.reminded_date == self.on

    @property
    def unmoved(self) -> bool:
        """Reminded before today, and as many still owe it as on that day, or more."""
        earlier = next((each for each in self.reminders if each.reminded_date < self.on), None)
        return earlier is not None and self.row.whole.pending >= earlier.pending


def answerable(
    instrument: Instrument, agency_code: str, rows: Sequence[CoverageRow], *, on: date
) -> Sequence[Answerable]:
    """The units of a coverage tree in which somebody has not acknowledged; as many questions for one as for all."""
    owing = [row for row in rows if row.whole.pending]
    if not owing:
        return []
    heads, units = unit_heads(agency_code, on=on), {unit.pk: unit for _depth, unit in unit_tree(agency_code)}
    top = _top(agency_code, on)
    sent: dict[str, list[InstrumentReminder]] = {}
    for each in InstrumentReminder.objects.filter(instrument=instrument, agency_code=agency_code).order_by("-pk"):
        sent.setdefault(each.unit_code, []).append(each)
    return [
        Answerable(
            row=row,
            chain=[*_chain(row.unit, heads, units), top],
            own=row.unit is not None and row.unit.pk in heads,
            reminders=sent.get(row.unit.code if row.unit else "", []),
            on=on,
        )
        for row in owing
    ]


def answerable_unit(
    instrument: Instrument, agency_code: str, rows: Sequence[CoverageRow], unit_code: str, *, on: date
) -> Answerable | None:
    """One unit of a coverage tree ("": those without a unit), or None where nobody of it owes anything on that day."""
    mine = [row for row in rows if (row.unit.code if row.unit else "") == unit_code]
    return next(iter(answerable(instrument, agency_code, mine, on=on)), None)


def reminder_paper(user: Person, ref: str, letter_ref: str, *, on: date) -> tuple[Letter, bytes]:
    """A reminder as PDF, for who sees the people of its agency. Fails with NotFound."""
    file = instrument_file(user, ref, on=on)
    found = file.instrument.reminders.filter(letter_ref=letter_ref).first()
    seen = [area for area in areas(user, file, on=on) if found is not None and area.agency.code == found.agency_code]
    if found is None or not any(area.holds(found.unit_code) for area in seen):
        raise NotFound(_("Pengingat itu tidak ada atau bukan instansi Anda."))
    return letters.letter(found.letter_ref), letters.pdf(found.letter_ref)


def _top(agency_code: str, on: date) -> Head:
    authority, name = appointing_authority_of(agency_code, on), agency_name(agency_code, on)
    return Head(authority.office_title if authority else f"Pimpinan {name}", name)


def _chain(unit: OrgUnit | None, heads: Mapping[int, PositionSpell], units: Mapping[int, OrgUnit]) -> Iterator[Head]:
    """The heads that are known, from the unit upwards."""
    seen: set[int] = set()
    while unit is not None and unit.pk not in seen:
        seen.add(unit.pk)
        if unit.pk in heads:
            yield Head(heads[unit.pk].title, unit.name)
        unit = units.get(unit.parent_id) if unit.parent_id else None
