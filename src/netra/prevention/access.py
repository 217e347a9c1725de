"""Who may see and write which instrument. Fetching is authorising: a stranger gets NotFound.

An agency's people see its own instruments and those aimed at it; supervisors of a place those of all agencies there;
the oversight body and an auditor of the whole country all. To write for an agency somebody must serve it: a
supervisor's region covers the city government too, but he writes for the supervisors alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from netra.prevention.models import Instrument, Target
from netra.prevention.states import State
from netra.registry.models import Agency
from netra.registry.models.agencies import AgencyQuerySet
from netra.registry.states import AgencyKind
from netra.trust.access import NotAllowed, Person, require, role_scope, scope_of
from netra.trust.actors import Actor, SystemActor
from netra.trust.acts import Role
from netra.trust.errors import NotFound

VIEW = "prevention.instrument_view"
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
    served = role_scope(user, (Role.PERSONNEL_OFFICER,), on=on)
    found = Agency.objects.filter(code__in=sorted(served.agencies))
    for role, kind in WRITES_FOR.items():
        reach = role_scope(user, (role,), on=on)
        found = found | Agency.objects.filter(reach.where(agency="code", subject=None), kind=kind.value)
    return found.as_of(on).order_by("code")


def enters_lists(user: Person, agency: Agency, *, on: date) -> bool:
    """Whether this person may hand out links to people of this agency and write down who was present."""
    scope = scope_of(user, "prevention.attendance_record", on=on)
    return scope.covers(region_code=agency.region_code, agency_code=agency.code)


def require_for(by: Actor, act: str, agency: Agency, *, at: datetime, on: date) -> None:
    """Let an act for this agency (as of that day) pass, or fail with NotAllowed."""
    require(by, act, region_code=agency.region_code, agency_code=agency.code, at=at)
    if isinstance(by, SystemActor) or agencies_written_for(by, on=on).filter(pk=agency.pk).exists():
        return
    raise NotAllowed(
        _("Anda tidak menulis untuk %(agency)s. Pilih instansi tempat Anda bertugas.") % {"agency": agency.name_then}
    )
