"""How far an instrument reached, unit by unit: of those who serve there today, how many opened, read, understood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, FilteredRelation, Q, Sum

from netra.prevention.models import Instrument, Tally
from netra.prevention.queries.audience import audience
from netra.registry.models import Agency, OrgUnit
from netra.registry.queries import unit_tree


@dataclass(frozen=True, slots=True)
class Reached:
    """Counts of people."""

    asked: int = 0
    opened: int = 0
    read: int = 0
    understood: int = 0

    def __add__(self, other: Reached) -> Reached:
        return Reached(
            self.asked + other.asked,
            self.opened + other.opened,
            self.read + other.read,
            self.understood + other.understood,
        )

    @property
    def pending(self) -> int:
        return self.asked - self.read

    @property
    def percent(self) -> int | None:
        """Of those asked, how many read it, rounded down so that 100 means everybody; None where nobody is asked."""
        return self.read * 100 // self.asked if self.asked else None


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A unit, its depth in the tree, its own people, and these with all that lies beneath. No unit: people without."""

    unit: OrgUnit | None
    depth: int
    own: Reached
    whole: Reached


def coverage_of_agency(
    instrument: Instrument, agency_code: str, *, on: date
) -> tuple[CoverageRow, Sequence[CoverageRow]]:
    """The agency as a whole, and its units from the top down; units in which nobody is asked are left out.

    Two questions, however many units. People who moved or left are counted where they serve now, or not at all; that
    they acknowledged stays with the unit of that day in their acknowledgement.
    """
    counted = _counted(instrument, agency_code, on)
    tree = unit_tree(agency_code)
    whole = dict(counted)
    for _depth, unit in reversed(tree):
        if unit.parent_id is not None and unit.pk in whole:
            whole[unit.parent_id] = whole.get(unit.parent_id, Reached()) + whole[unit.pk]
    rows = [
        CoverageRow(unit, depth, counted.get(unit.pk, Reached()), whole[unit.pk])
        for depth, unit in tree
        if whole.get(unit.pk, Reached()).asked
    ]
    loose = counted.get(None, Reached())
    if loose.asked:
        rows.append(CoverageRow(None, 0, loose, loose))
    total = sum(counted.values(), Reached())
    return CoverageRow(None, 0, loose, total), rows


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """An agency, and how many of its people opened, read and understood while they served there."""

    agency: Agency
    opened: int
    read: int
    understood: int


def reached_by_agency(instrument: Instrument, agencies: Sequence[Agency]) -> Sequence[AgencyRow]:
    """The agencies in the given order with their counts; one question to the kept counts, however many acknowledged."""
    rows = (
        Tally.objects.filter(instrument=instrument, agency_code__in=[each.code for each in agencies])
        .values("agency_code")
        .annotate(total_opened=Sum("opened"), total_read=Sum("read"), total_understood=Sum("understood"))
    )
    counts = {row["agency_code"]: (row["total_opened"], row["total_read"], row["total_understood"]) for row in rows}
    return [AgencyRow(each, *counts.get(each.code, (0, 0, 0))) for each in agencies]


def _counted(instrument: Instrument, agency_code: str, on: date) -> dict[int | None, Reached]:
    # Nobody acknowledges a letter twice, so that one join finds what three questions for each person would.
    of_letter = Q(civil_servant__acknowledgements__instrument=instrument)
    rows = (
        audience(instrument, on)
        .filter(agency__code=agency_code)
        .annotate(said=FilteredRelation("civil_servant__acknowledgements", condition=of_letter))
        .values("unit_id")
        .annotate(
            asked=Count("pk"),
            opened=Count("said__pk"),
            read=Count("said__pk", filter=Q(said__read_date__lte=on)),
            understood=Count("said__pk", filter=Q(said__understood_at__isnull=False)),
        )
    )
    return {row["unit_id"]: Reached(row["asked"], row["opened"], row["read"], row["understood"]) for row in rows}
