"""Rows of units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from netra.registry.checks import checked_unit
from netra.registry.entries import UnitEntry
from netra.registry.imports.loading import Answer, Context, rejected, taken
from netra.registry.imports.places import agency_unknown, place_faults
from netra.registry.imports.sheet import Cell
from netra.registry.imports.tree_plan import TreePlan
from netra.registry.imports.values import as_text
from netra.registry.models import Agency, OrgUnit
from netra.registry.trees import would_circle

Key = tuple[str, str]
Parents = dict[Key, Key | None]


class UnitLoader:
    """Creates and changes units of agencies that are there; a row whose parent is nowhere is rejected."""

    def __init__(self, context: Context) -> None:
        self._context = context
        # What this file told so far, so that a dry run, too, knows the rows above.
        self._told: Parents = {}

    def entry(self, cells: Mapping[str, Cell]) -> UnitEntry:
        return checked_unit(
            UnitEntry(
                agency_code=self._agency_code(cells),
                code=as_text(cells.get("code")),
                name=as_text(cells.get("name")),
                parent_code=as_text(cells.get("parent_code")),
            )
        )

    def place_faults(self, rows: Sequence[Mapping[str, Cell]]) -> list[list[str]]:
        return place_faults([(self._agency_code(row), "") for row in rows], self._context)

    def key(self, entry: UnitEntry) -> Key:
        return (entry.agency_code, entry.code)

    def parent(self, entry: UnitEntry) -> Key | None:
        return (entry.agency_code, entry.parent_code) if entry.parent_code else None

    def out_of_circle(self, entry: UnitEntry) -> tuple[UnitEntry | None, str]:
        return None, _("Unit %s menjadi induk dari induknya sendiri.") % entry.code

    def agency_code(self, entry: UnitEntry) -> str:
        return entry.agency_code

    def apply(self, entries: Sequence[UnitEntry], *, write: bool) -> list[Answer]:
        agencies = {row.code: row for row in Agency.objects.filter(code__in={entry.agency_code for entry in entries})}
        units = OrgUnit.objects.filter(agency__in=agencies.values()).select_related("agency", "parent")
        known = {(row.agency.code, row.code): row for row in units}
        parents: Parents = {key: _parent_key(row) for key, row in known.items()} | self._told
        plan = TreePlan(known)
        answers = [self._answer(entry, agencies, plan, parents) for entry in entries]
        if write:
            plan.write(OrgUnit, ("name",))
        self._told.update(taken(entries, answers, lambda entry: (self.key(entry), parents[self.key(entry)])))
        return answers

    def _answer(
        self, entry: UnitEntry, agencies: Mapping[str, Agency], plan: TreePlan[OrgUnit, Key], parents: Parents
    ) -> Answer:
        fault = self._fault(entry, agencies, parents)
        if fault:
            return rejected(fault)
        key = self.key(entry)
        above = self.parent(entry) or parents.get(key)
        is_moved = parents.get(key) != above
        parents[key] = above
        agency = agencies[entry.agency_code]
        outcome = plan.take(
            key, lambda: OrgUnit(agency=agency, code=entry.code), {"name": entry.name}, above if is_moved else None
        )
        return Answer(outcome)

    def _agency_code(self, cells: Mapping[str, Cell]) -> str:
        return as_text(cells.get("agency_code")).upper() or self._context.agency_code

    def _fault(self, entry: UnitEntry, agencies: Mapping[str, Agency], parents: Parents) -> str:
        if entry.agency_code not in agencies:
            return agency_unknown(entry.agency_code)
        above = self.parent(entry)
        if above and above not in parents:
            return _("Unit induk “%s” tidak dikenal pada instansi ini.") % entry.parent_code
        if above and would_circle(parents, self.key(entry), above):
            return self.out_of_circle(entry)[1]
        return self._context.out_of_reach(entry.agency_code)


def _parent_key(unit: OrgUnit) -> Key | None:
    return (unit.agency.code, unit.parent.code) if unit.parent else None
