"""Whose data a person sees: fetching is authorising.

Agencies, units, regions and elections are public facts that every room may name; the pages of an agency are for those
who serve it, because they lead to its people.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from netra.registry.models import Agency, CivilServant, PositionSpell, Tie
from netra.registry.models.agencies import AgencyQuerySet
from netra.registry.states import AgencyKind
from netra.trust.access import NotAllowed, Person, require, role_scope, scope_of
from netra.trust.actors import Actor, SystemActor
from netra.trust.acts import Role

VIEW, KEEP_TIES = "registry.civil_servant_view", "registry.tie_record"


def visible_to(user: Person, *, on: date) -> QuerySet[CivilServant]:
    """The civil servants who hold or held a position in an agency of this person's scope."""
    scope = scope_of(user, VIEW, on=on)
    if scope.everywhere:
        return CivilServant.objects.all()
    in_scope = scope.where(
        region="agency__region_code", province="agency__province_code", agency="agency__code", subject=None
    )
    spells = PositionSpell.objects.filter(in_scope, civil_servant=OuterRef("pk"))
    return CivilServant.objects.filter(Exists(spells))


def sees_everybody(user: Person, *, on: date) -> bool:
    """Whether `visible_to` leaves nobody out for this person."""
    return scope_of(user, VIEW, on=on).everywhere


def ties_visible_to(user: Person, *, on: date) -> QuerySet[Tie]:
    """The ties of which one side serves today in an agency whose ties this person keeps, or whose agency recorded it.

    Who handles a case learns of a tie in that case alone (`queries.ties_between`).
    """
    scope = scope_of(user, KEEP_TIES, on=on)
    if scope.everywhere:
        return Tie.objects.all()
    here = PositionSpell.objects.on(on).filter(scope.where(region=None, province=None, agency="agency__code"))
    people = here.values("civil_servant")
    recorded = scope.where(region=None, province=None, agency="agency__code")
    return Tie.objects.filter(Q(one__in=people) | Q(other__in=people) | recorded)


def agencies_visible_to(user: Person, *, on: date) -> AgencyQuerySet:
    """The agencies of this person's scope."""
    return Agency.objects.filter(scope_of(user, VIEW, on=on).where(agency="code", subject=None))


def agencies_served(
    user: Person, own: Collection[Role], of_places: Mapping[Role, AgencyKind], *, on: date
) -> AgencyQuerySet:
    """The agencies for which this person works: those that the grants of an `own` role name, and of each role that
    reaches a place those of its kind there. A supervisor's region holds the city government too, which is not his.
    """
    condition = Q(code__in=sorted(role_scope(user, own, on=on).agencies))
    for role, kind in of_places.items():
        condition |= role_scope(user, (role,), on=on).where(agency="code", subject=None) & Q(kind=kind.value)
    return Agency.objects.filter(condition)


def require_serving(
    by: Actor, act: str, agency: Agency, served: QuerySet[Agency], *, otherwise: str, at: datetime
) -> None:
    """Let an act for this agency pass for whoever may do it there and serves it, and for the system itself.

    `served` is what the room holds for served (see `agencies_served`), `otherwise` its sentence for whoever does not.
    Fails with NotAllowed.
    """
    require(by, act, region_code=agency.region_code, agency_code=agency.code, at=at)
    if not isinstance(by, SystemActor) and not served.filter(code=agency.code).exists():
        raise NotAllowed(otherwise)
