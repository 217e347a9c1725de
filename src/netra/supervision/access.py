"""Who sees and who writes what is planned and seen. Fetching is authorising: a stranger gets NotFound.

A personnel officer watches the units of his own agency; an intake officer of the supervisors plans for the office of
his place, and watches the agencies there. Neither sees the plan of the other: who is to be watched does not read it
beforehand. What an agency passed on, the office that received it sees. A plenary member reads the plans of his office,
an auditor those of his scope.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from netra.registry.access import agencies_served, require_serving
from netra.registry.models import Agency
from netra.registry.models.agencies import AgencyQuerySet
from netra.registry.states import AgencyKind
from netra.supervision.models import Checklist, Observation, Visit
from netra.supervision.own_finding import refuse_own
from netra.trust.access import Person, role_scope
from netra.trust.acts import Role
from netra.trust.errors import NotFound
from netra.trust.models import User

VIEW = "supervision.visit_view"
_OF_AGENCIES = (Role.PERSONNEL_OFFICER, Role.AUDITOR)
_OF_OFFICES = (Role.INTAKE_OFFICER, Role.PLENARY_MEMBER)
# Who plans for the offices of a place.
_OFFICES: Mapping[Role, AgencyKind] = MappingProxyType({Role.INTAKE_OFFICER: AgencyKind.ELECTION_SUPERVISOR})


def agencies_read(user: Person, *, on: date) -> AgencyQuerySet:
    """The agencies whose plans this person reads."""
    agencies = role_scope(user, _OF_AGENCIES, on=on)
    offices = role_scope(user, _OF_OFFICES, on=on)
    condition = agencies.where(agency="code") if agencies.everywhere or not agencies.is_empty else Q(pk__in=())
    if not agencies.everywhere and not offices.is_empty:
        condition |= offices.where(agency="code") & Q(kind=AgencyKind.ELECTION_SUPERVISOR.value)
    return Agency.objects.filter(condition).as_of(on).order_by("code")


def agencies_planned_for(user: Person, *, on: date) -> AgencyQuerySet:
    """The agencies for which this person plans."""
    return agencies_served(user, (Role.PERSONNEL_OFFICER,), _OFFICES, on=on).as_of(on).order_by("code")


def plans_for(user: Person, agency_code: str, *, on: date) -> bool:
    """Whether this person plans for that agency."""
    return agencies_planned_for(user, on=on).filter(code=agency_code).exists()


def visits_visible_to(user: Person, *, on: date) -> QuerySet[Visit]:
    """The visits of the agencies that this person reads, and those of which something was passed to one of them."""
    codes = agencies_read(user, on=on).values("code")
    passed = Observation.objects.filter(visit=OuterRef("pk"), passed_to__in=codes)
    return Visit.objects.filter(Q(agency_code__in=codes) | Q(Exists(passed)))


def visit_for(user: Person, ref: str, *, on: date) -> Visit:
    """One visit, if this person may see it. Fails with NotFound, or OwnFinding."""
    found = visits_visible_to(user, on=on).select_related("observation__checklist", "follows").filter(ref=ref).first()
    if found is None:
        raise NotFound(_("Pengawasan itu tidak ada, atau bukan rencana instansi Anda."))
    if isinstance(user, User):
        refuse_own(found, user)
    return found


def checklists_visible_to(user: Person, *, on: date) -> QuerySet[Checklist]:
    """The checklists of the agencies whose plans this person reads."""
    return Checklist.objects.filter(agency_code__in=agencies_read(user, on=on).values("code"))


def require_for(by: User, act: str, agency: Agency, *, at: datetime, on: date) -> None:
    """Let an act for this agency (as of that day) pass, or fail with NotAllowed."""
    otherwise = _("Anda tidak mengawasi untuk %(agency)s. Pilih instansi tempat Anda bertugas.")
    served = agencies_planned_for(by, on=on)
    require_serving(by, act, agency, served, otherwise=otherwise % {"agency": agency.name_then}, at=at)
