"""How far an act of somebody reaches into the units of an agency: all of them, or those at and beneath his own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import QuerySet

from netra.prevention.access import units_headed
from netra.registry.models import Agency, OrgUnit
from netra.registry.queries import units_beneath
from netra.trust.access import Person, scope_of


def agencies_reached(user: Person, act: str, *, on: date) -> QuerySet[Agency]:
    """The agencies for the whole of which this person may do an act."""
    return Agency.objects.filter(scope_of(user, act, on=on).where(agency="code", subject=None))


def reaches_whole(user: Person, act: str, agency_code: str, *, on: date) -> bool:
    """Whether this person may do an act for a whole agency."""
    return agencies_reached(user, act, on=on).filter(code=agency_code).exists()


def units_reached(
    user: Person, act: str, agency_code: str, units: Sequence[tuple[int, OrgUnit]], *, on: date
) -> list[tuple[int, OrgUnit]]:
    """Of these units of an agency, each with its depth, those for which this person may do an act."""
    if reaches_whole(user, act, agency_code, on=on):
        return list(units)
    mine = {key for top in units_headed(user, act, on=on) for key in units_beneath(top)}
    return [(depth, unit) for depth, unit in units if unit.pk in mine]
