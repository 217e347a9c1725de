"""Reading and writing a batch of civil servants and their positions: few statements, however many rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime

from netra.registry.entries import CivilServantEntry, PositionEntry
from netra.registry.imports.loading import tell
from netra.registry.models import Agency, CivilServant, OrgUnit, PositionSpell
from netra.registry.names.keeping import keep_names
from netra.registry.nip import Nip
from netra.registry.people_rows import new_civil_servant, person_columns
from netra.registry.spells import Decision, Spell, Step, Told, decide

SPELL_FIELDS = (
    "agency",
    "unit",
    "title",
    "position",
    "grade",
    "direct_superior",
    "leads_unit",
    "start_date",
    "start_is_assumed",
)


@dataclass(slots=True)
class PeoplePlan:
    """What is there, and what is to be written, for one batch."""

    people: dict[str, CivilServant]
    agencies: dict[str, Agency]
    units: dict[tuple[str, str], OrgUnit]
    spells: dict[str, list[PositionSpell]]
    new_people: dict[str, tuple[CivilServantEntry, Nip]] = field(default_factory=dict)
    told_people: list[CivilServant] = field(default_factory=list)
    renamed: list[CivilServant] = field(default_factory=list)
    ended: list[PositionSpell] = field(default_factory=list)
    new_spells: list[tuple[str, PositionEntry, Decision]] = field(default_factory=list)
    corrections: list[tuple[PositionSpell, PositionEntry, Decision]] = field(default_factory=list)

    @classmethod
    def of_batch(
        cls, *, nips: Collection[str], agency_codes: Collection[str], unit_codes: Collection[str]
    ) -> PeoplePlan:
        people = {row.nip: row for row in CivilServant.objects.filter(nip__in=nips)}
        agencies = {row.code: row for row in Agency.objects.filter(code__in=agency_codes)}
        units = OrgUnit.objects.filter(agency__in=agencies.values(), code__in=unit_codes).select_related("agency")
        spells: dict[str, list[PositionSpell]] = defaultdict(list)
        primary = PositionSpell.objects.filter(civil_servant__in=people.values(), is_primary=True)
        for row in primary.select_related("agency", "unit", "civil_servant", "direct_superior").order_by("start_date"):
            spells[row.civil_servant.nip].append(row)
        return cls(people, agencies, {(row.agency.code, row.code): row for row in units}, spells)

    def agency_now(self, nip: str, today: date) -> str:
        """The agency in which the person holds a position today; empty for none."""
        for spell in self.spells.get(nip, ()):
            if spell.start_date <= today and (spell.until_date is None or spell.until_date > today):
                return spell.agency.code
        return ""

    def decide(self, nip: str, position: PositionEntry, start_date: date | None, today: date) -> Decision:
        known = self.spells.get(nip, [])
        same_post = [_same_post(spell, position) for spell in known]
        same = [_same(spell, position) for spell in known]
        return decide(known, Told(start_date, today, same_post, same))

    def take_person(self, entry: CivilServantEntry, nip: Nip) -> tuple[bool, bool]:
        """Plan a person; whether they are new, and whether something about them is."""
        row = self.people.get(entry.nip)
        if row is None:
            self.new_people[entry.nip] = (entry, nip)
            return True, False
        former_name = row.name
        is_told = tell(row, person_columns(entry, nip))
        self.renamed.extend([row] if row.name != former_name else [])
        self.told_people.extend([row] if is_told else [])
        return False, is_told

    def take_position(self, nip: str, position: PositionEntry, decision: Decision) -> None:
        if decision.start_date is None or decision.step is Step.NOTHING:
            return
        spell = decision.spell
        if decision.step is Step.CORRECT and isinstance(spell, PositionSpell):
            self.corrections.append((spell, position, decision))
            self._end(decision.before, decision.start_date)
            return
        if spell is not None and spell.until_date is None:
            self._end(spell, decision.start_date)
        self.new_spells.append((nip, position, decision))

    def _end(self, spell: Spell | None, day: date) -> None:
        if isinstance(spell, PositionSpell):
            spell.until_date = day
            self.ended.append(spell)

    def write(self, at: datetime) -> None:
        """People first, then the ends of old positions, then the new ones: the database refuses overlaps.

        In the end whoever is new or called otherwise is put into the index of names.
        """
        made = CivilServant.objects.bulk_create(
            [new_civil_servant(entry, nip, at=at) for entry, nip in self.new_people.values()]
        )
        self.people.update({row.nip: row for row in made})
        CivilServant.objects.bulk_update(self.told_people, ("name", "search_name", "employment"))
        PositionSpell.objects.bulk_update(self.ended, ["until_date"])
        for spell, position, decision in self.corrections:
            self._tell_spell(spell, position, decision)
        PositionSpell.objects.bulk_update([spell for spell, *_told in self.corrections], SPELL_FIELDS)
        begun = PositionSpell.objects.bulk_create([self._new_spell(*told) for told in self.new_spells])
        keep_names([*made, *self.renamed], begun)

    def _tell_spell(self, spell: PositionSpell, position: PositionEntry, decision: Decision) -> None:
        wanted: dict[str, object] = {
            "agency": self.agencies[position.agency_code],
            "unit": self.units.get((position.agency_code, position.unit_code)),
            "title": position.title,
            "position": position.position.value,
            "grade": position.grade,
            "direct_superior": self.people.get(position.superior_nip),
            "leads_unit": position.leads_unit,
            "start_date": decision.start_date,
            "start_is_assumed": decision.is_assumed,
        }
        tell(spell, wanted)

    def _new_spell(self, nip: str, position: PositionEntry, decision: Decision) -> PositionSpell:
        spell = PositionSpell(civil_servant=self.people[nip], agency=self.agencies[position.agency_code])
        self._tell_spell(spell, position, decision)
        return spell


def _same_post(spell: PositionSpell, told: PositionEntry) -> bool:
    """The same place and title; a unit that the row does not name is not another unit."""
    unit_code = spell.unit.code if spell.unit else ""
    return (spell.agency.code, spell.title) == (told.agency_code, told.title) and told.unit_code in {"", unit_code}


def _same(spell: PositionSpell, told: PositionEntry) -> bool:
    superior = spell.direct_superior.nip if spell.direct_superior else ""
    return (
        _same_post(spell, told)
        and told.position.value in {"UNKNOWN", spell.position}
        and told.grade in {"", spell.grade}
        and told.superior_nip in {"", superior}
        and told.leads_unit in {None, spell.leads_unit}
    )
