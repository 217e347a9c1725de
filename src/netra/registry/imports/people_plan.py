"""Writing a batch of civil servants and their positions: few statements, however many rows."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime

from netra.registry.bulk import Value, insert_rows, update_rows
from netra.registry.entries import CivilServantEntry, PositionEntry
from netra.registry.imports.people_known import KnownPerson, KnownSpell, Places, people_of, spells_of
from netra.registry.models import CivilServant, PositionSpell
from netra.registry.names.keeping import NewName, keep_told, leave_for_later
from netra.registry.nip import Nip
from netra.registry.people_rows import REF_PREFIX, person_columns
from netra.registry.spells import Decision, Spell, Step, Told, decide
from netra.registry.states import Position
from netra.trust.refs import new_ref

PERSON_COLUMNS = ("ref", "nip", "name", "search_name", "employment", "birth_date", "sex")
SPELL_COLUMNS = (
    "agency_id",
    "unit_id",
    "title",
    "position",
    "grade",
    "direct_superior_id",
    "leads_unit",
    "start_date",
    "start_is_assumed",
)
NEW_SPELL_COLUMNS = ("civil_servant_id", *SPELL_COLUMNS, "is_primary")
# More new people than these in one batch are put into the index of names after the import, many at a time.
NAMES_AT_ONCE = 2_000


@dataclass(slots=True)
class PeoplePlan:
    """What is there, and what is to be written, for one batch."""

    people: dict[str, KnownPerson]
    places: Places
    spells: dict[str, list[KnownSpell]]
    new_people: dict[str, tuple[CivilServantEntry, Nip]] = field(default_factory=dict)
    told_people: dict[str, tuple[CivilServantEntry, Nip]] = field(default_factory=dict)
    renamed: set[str] = field(default_factory=set)
    ended: list[KnownSpell] = field(default_factory=list)
    new_spells: list[tuple[str, PositionEntry, Decision]] = field(default_factory=list)
    corrections: list[tuple[KnownSpell, PositionEntry, Decision]] = field(default_factory=list)

    @classmethod
    def of_batch(cls, *, nips: Collection[str], superiors: Collection[str], places: Places) -> PeoplePlan:
        """What is known of the people with these numbers, and of their superiors that they exist."""
        people = people_of({*nips, *superiors})
        return cls(people, places, spells_of([people[nip] for nip in nips if nip in people]))

    def agency_now(self, nip: str, today: date) -> str:
        """The agency in which the person holds a position today; empty for none."""
        for spell in self.spells.get(nip, ()):
            if spell.start_date <= today and (spell.until_date is None or spell.until_date > today):
                return spell.agency_code
        return ""

    def decide(self, nip: str, position: PositionEntry, start_date: date | None, today: date) -> Decision:
        known = self.spells.get(nip, [])
        same_post = [_same_post(spell, position) for spell in known]
        same = [_same(spell, position) for spell in known]
        return decide(known, Told(start_date, today, same_post, same))

    def take_person(self, entry: CivilServantEntry, nip: Nip) -> tuple[bool, bool]:
        """Plan a person; whether they are new, and whether something about them is."""
        known = self.people.get(entry.nip)
        if known is None:
            self.new_people[entry.nip] = (entry, nip)
            return True, False
        if (known.name, known.employment) == (entry.name, entry.employment.value):
            return False, False
        self.told_people[entry.nip] = (entry, nip)
        self.renamed.update([entry.nip] if known.name != entry.name else [])
        return False, True

    def take_position(self, nip: str, position: PositionEntry, decision: Decision) -> None:
        if decision.start_date is None or decision.step is Step.NOTHING:
            return
        spell = decision.spell
        if decision.step is Step.CORRECT and isinstance(spell, KnownSpell):
            self.corrections.append((spell, position, decision))
            self._end(decision.before, decision.start_date)
            return
        if spell is not None and spell.until_date is None:
            self._end(spell, decision.start_date)
        self.new_spells.append((nip, position, decision))

    def _end(self, spell: Spell | None, day: date) -> None:
        if isinstance(spell, KnownSpell):
            spell.until_date = day
            self.ended.append(spell)

    def write(self, at: datetime) -> str:
        """People first, then the ends of old positions, then the new ones: the database refuses overlaps.

        In the end whoever is new or called otherwise is put into the index of names, or told to it for later. Returns
        the hash of what was written, empty for nothing.
        """
        written = hashlib.sha256()
        people = [(new_ref(REF_PREFIX, at), *_person(*told)) for told in self.new_people.values()]
        insert_rows(CivilServant, PERSON_COLUMNS, people)
        self.people.update(people_of(self.new_people) if self.new_people else {})
        told = [(self.people[nip].pk, *_person(*told)[1:4]) for nip, told in self.told_people.items()]
        update_rows(CivilServant, ("name", "search_name", "employment"), told)
        ends = [(spell.pk, spell.until_date) for spell in self.ended]
        update_rows(PositionSpell, ("until_date",), ends)
        corrected = [(spell.pk, *self._corrected(spell, told, decision)) for spell, told, decision in self.corrections]
        update_rows(PositionSpell, SPELL_COLUMNS, corrected)
        begun = [(self.people[nip].pk, *self._begun(entry, decision), True) for nip, entry, decision in self.new_spells]
        insert_rows(PositionSpell, NEW_SPELL_COLUMNS, begun)
        self._keep_names()
        tables = (people, told, ends, corrected, begun)
        if not any(tables):
            return ""
        for table in tables:
            written.update(repr(table).encode())
        return written.hexdigest()

    def _keep_names(self) -> None:
        late = self.new_people if len(self.new_people) > NAMES_AT_ONCE else {}
        leave_for_later([self.people[nip].pk for nip in late])
        people = [
            NewName(self.people[nip].pk, entry.name, digits.birth_date, entry.employment)
            for nip, (entry, digits) in {**self.new_people, **self.told_people}.items()
            if nip not in late and (nip in self.new_people or nip in self.renamed)
        ]
        posts = (
            (
                entry.agency_code,
                self.places.units[entry.agency_code, entry.unit_code].name if entry.unit_code else "",
                self.places.agencies[entry.agency_code].region_code,
                entry.position.value,
            )
            for nip, entry, _decision in self.new_spells
            if nip not in late
        )
        keep_told(people, posts)

    def _begun(self, told: PositionEntry, decision: Decision) -> tuple[Value, ...]:
        unit = self.places.units.get((told.agency_code, told.unit_code))
        superior = self.people.get(told.superior_nip)
        return (
            self.places.agencies[told.agency_code].pk,
            unit.pk if unit else None,
            told.title,
            told.position.value,
            told.grade,
            superior.pk if superior else None,
            bool(told.leads_unit),
            decision.start_date,
            decision.is_assumed,
        )

    def _corrected(self, spell: KnownSpell, told: PositionEntry, decision: Decision) -> tuple[Value, ...]:
        """As `_begun`; what the row does not say stays as it is, but no unit of one agency goes with another."""
        stays = spell.unit_id if spell.agency_code == told.agency_code else None
        agency, unit, title, position, grade, superior, leads, start, assumed = self._begun(told, decision)
        return (
            agency,
            unit or stays,
            title,
            spell.position if position == Position.UNKNOWN else position,
            grade or spell.grade,
            superior or spell.superior_id,
            bool(spell.leads_unit and (unit or stays)) if told.leads_unit is None else leads,
            start,
            assumed,
        )


def _person(entry: CivilServantEntry, nip: Nip) -> tuple[str, str, str, str, date, str]:
    columns = person_columns(entry, nip)
    return entry.nip, columns.name, columns.search_name, columns.employment, columns.birth_date, columns.sex


def _same_post(spell: KnownSpell, told: PositionEntry) -> bool:
    """The same place and title; a unit that the row does not name is not another unit."""
    return (spell.agency_code, spell.title) == (told.agency_code, told.title) and told.unit_code in {
        "",
        spell.unit_code,
    }


def _same(spell: KnownSpell, told: PositionEntry) -> bool:
    return (
        _same_post(spell, told)
        and told.position.value in {Position.UNKNOWN.value, spell.position}
        and told.grade in {"", spell.grade}
        and told.superior_nip in {"", spell.superior_nip}
        and told.leads_unit in {None, spell.leads_unit}
    )
