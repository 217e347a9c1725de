"""What part of the people of an instrument a reader sees: whole agencies, or the units of which one is the head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from netra.prevention.access import VIEW, units_headed
from netra.prevention.models import Instrument
from netra.prevention.queries.coverage import CoverageRow, Reached, coverage_of_agency
from netra.prevention.queries.instruments import InstrumentFile, agencies_reached
from netra.registry.models import Agency, OrgUnit
from netra.registry.queries import unit, units_beneath
from netra.trust.access import Person


@dataclass(frozen=True, slots=True)
class Area:
    """An agency, or one unit of it with all beneath."""

    agency: Agency
    unit: OrgUnit | None = None

    @property
    def name(self) -> str:
        return self.unit.name if self.unit else self.agency.name_then

    def holds(self, unit_code: str) -> bool:
        """Whether a unit of the agency lies in it; the empty code stands for those who serve in no unit."""
        if self.unit is None:
            return True
        return bool(unit_code) and unit(self.agency.code, unit_code).pk in units_beneath(self.unit)


def areas(user: Person, file: InstrumentFile, *, on: date) -> list[Area]:
    """The agencies whose people this reader sees, by code; for the head of a unit the units, by code too."""
    whole = agencies_reached(user, file, on=on)
    seen = {agency.pk for agency in whole}
    headed = [each for each in units_headed(user, VIEW, on=on) if each.agency_id not in seen]
    named = Agency.objects.as_of(on).in_bulk({each.agency_id for each in headed})
    return [*(Area(agency) for agency in whole), *(Area(named[each.agency_id], each) for each in headed)]


def coverage_of_area(instrument: Instrument, area: Area, *, on: date) -> tuple[CoverageRow, Sequence[CoverageRow]]:
    """The area as a whole, and its units from the top down."""
    total, rows = coverage_of_agency(instrument, area.agency.code, on=on)
    if area.unit is None:
        return total, rows
    mine = beneath(rows, area.unit)
    return mine[0] if mine else CoverageRow(area.unit, 0, Reached(), Reached()), mine


def beneath(rows: Sequence[CoverageRow], top: OrgUnit) -> Sequence[CoverageRow]:
    """Of the rows of an agency those of a unit and of all beneath it, as a tree of their own."""
    start = next((place for place, row in enumerate(rows) if row.unit == top), None)
    if start is None:
        return []
    depth = rows[start].depth
    end = next((place for place in range(start + 1, len(rows)) if rows[place].depth <= depth), len(rows))
    return [replace(row, depth=row.depth - depth) for row in rows[start:end]]
