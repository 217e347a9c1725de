"""Who may see and write which instrument. Fetching is authorising: a stranger gets NotFound.

An agency's people see its own instruments and those aimed at it; the head of a unit those aimed at the unit; who
supervises a place those of all agencies there; the oversight body and an auditor of the whole country all. To write for
an agency somebody must serve it: a supervisor's region covers the city government too, but he writes for his own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from netra.prevention.models import Instrument, Target
from netra.prevention.states import State
from netra.registry.access import agencies_served, require_serving
from netra.registry.models import Agency, OrgUnit, PositionSpell
from netra.registry.models.agencies import AgencyQuerySet
from netra.registry.queries import units_above, units_beneath
from netra.registry.states import AgencyKind
from netra.trust.access import Person, Scope, scope_of
from netra.trust.actors import Actor
from netra.trust.acts import Role
from netra.trust.errors import NotFound

VIEW = "prevention.instrument_view"
PENDING = "prevention.instrument_pending"
LIST = "prevention.attendance_record"
# For which kind of agency a role that reaches a whole place may write.
WRITES_FOR: Mapping[Role, AgencyKind] = MappingProxyType(
    {Role.INTAKE_OFFICER: AgencyKind.ELECTION_SUPERVISOR, Role.OVERSIGHT_ANALYST: AgencyKind.OVERSIGHT}
)


def visible_to(user: Person, *, on: date) -> QuerySet[Instrument]:
    """The instruments that this person may read on that day: those of his agency or place, and those aimed at it;
    a draft only where he writes for its agency.
    """
    scope = scope_of(user, VIEW, on=on)
    if scope.is_empty:
        return Instrument.objects.none()
    here = scope.where(
        region="agency__region_code", province="agency__province_code", agency="agency__code", subject=None
    )
    aimed = Target.objects.filter(Q(agency=None) | here, instrument=OuterRef("pk"))
    # An OR with the empty condition of "everywhere" would be the other half alone.
    reached = Q() if scope.everywhere else scope.where(subject=None) | Q(Exists(aimed))
    if scope.units and not scope.everywhere:
        near = lines_reaching(units_headed(user, VIEW, on=on))
        reached |= Q(Exists(Target.objects.filter(near, instrument=OuterRef("pk"))))
    issued = ~Q(state=State.DRAFT) & reached
    return Instrument.objects.filter(issued | Q(agency_code__in=agencies_written_for(user, on=on).values("code")))


def instrument_for(user: Person, ref: str, *, on: date) -> Instrument:
    """One instrument, if this person may read it. Fails with NotFound."""
    found = visible_to(user, on=on).filter(ref=ref).first()
    if found is None:
        raise NotFound(_("Surat itu tidak ada atau bukan instansi Anda."))
    return found


def agencies_written_for(user: Person, *, on: date) -> AgencyQuerySet:
    """The agencies for which this person may write instruments."""
    return agencies_served(user, (Role.PERSONNEL_OFFICER,), WRITES_FOR, on=on).as_of(on).order_by("code")


def writes_for(user: Person, agency_code: str, *, on: date) -> bool:
    """Whether this person writes for that agency."""
    return agencies_written_for(user, on=on).filter(code=agency_code).exists()


def units_headed(user: Person, act: str, *, on: date) -> list[OrgUnit]:
    """The units for which this person may do an act as their head, by code; each stands for all beneath it."""
    condition = Q(pk__in=())
    for agency_code, unit_code in scope_of(user, act, on=on).units:
        condition |= Q(agency__code=agency_code, code=unit_code)
    return list(OrgUnit.objects.filter(condition).select_related("agency").order_by("agency__code", "code"))


@dataclass(frozen=True, slots=True)
class Reach:
    """Of which people somebody may write down that they were present."""

    scope: Scope
    units: frozenset[int]

    def holds(self, spell: PositionSpell) -> bool:
        agency = spell.agency
        by_agency = self.scope.covers(region_code=agency.region_code, agency_code=agency.code)
        return by_agency or spell.unit_id in self.units


def reach_of_lists(user: Person, act: str, *, on: date) -> Reach:
    """The agencies, and the units with all beneath them, whose people this person may write down by that act."""
    beneath = {key for unit in units_headed(user, act, on=on) for key in units_beneath(unit)}
    return Reach(scope_of(user, act, on=on), frozenset(beneath))


def addressed(by: Person, agency: Agency, act: str, *, on: date) -> Sequence[str] | None:
    """Which agencies something of this agency may be for: its own, those beneath it, and of a supervisor those of
    his place. None: every one.
    """
    scope = scope_of(by, act, on=on)
    if scope.everywhere:
        return None
    reached = Agency.objects.filter(scope.where(agency="code", subject=None))
    beneath = Agency.objects.filter(parent=agency)
    return [agency.code, *reached.values_list("code", flat=True), *beneath.values_list("code", flat=True)]


def lines_reaching(units: Iterable[OrgUnit]) -> Q:
    """The lines of an audience that may reach somebody in these units."""
    reached = Q(agency=None)
    for unit in units:
        near = [*units_beneath(unit), *units_above(unit)]
        reached |= Q(agency=unit.agency_id, unit=None) | Q(unit__in=near)
    return reached


def require_for(by: Actor, act: str, agency: Agency, *, at: datetime, on: date) -> None:
    """Let an act for this agency (as of that day) pass, or fail with NotAllowed."""
    otherwise = _("Anda tidak menulis untuk %(agency)s. Pilih instansi tempat Anda bertugas.")
    served = agencies_written_for(by, on=on)
    require_serving(by, act, agency, served, otherwise=otherwise % {"agency": agency.name_then}, at=at)
