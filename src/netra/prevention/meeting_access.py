"""Who sees which meeting, action item and consultation, and who writes them. Fetching is authorising.

A meeting is there for the agencies that take part in it. Somebody of an agency sees what that agency takes part in; a
supervisor what the supervisors of his place do, for his region covers the city government too; the oversight body and
an auditor see all of their scope. The head of a unit sees the meetings that gave his agency a task, and its tasks.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from netra.prevention.access import units_headed
from netra.prevention.models import ActionItem, Consultation, Meeting, MeetingSeries, Party
from netra.registry import access as registry
from netra.registry.models import Agency
from netra.registry.models.agencies import AgencyQuerySet
from netra.registry.states import AgencyKind
from netra.trust.access import Person, role_scope
from netra.trust.acts import Role
from netra.trust.errors import NotFound

VIEW = "prevention.meeting_view"
CONSULTATION_VIEW = "prevention.consultation_view"
CONSULTATION_PREFIX = "KSL"
# Whose agency the grant names.
_OF_AGENCIES = (Role.PERSONNEL_OFFICER, Role.APPOINTING_AUTHORITY)
# Whose scope is a place: which agencies there are theirs.
_OF_PLACES: Mapping[Role, AgencyKind] = MappingProxyType(
    {
        Role.INTAKE_OFFICER: AgencyKind.ELECTION_SUPERVISOR,
        Role.PLENARY_MEMBER: AgencyKind.ELECTION_SUPERVISOR,
        Role.OVERSIGHT_ANALYST: AgencyKind.OVERSIGHT,
    }
)
_OVERSEES = (Role.OVERSIGHT_ANALYST, Role.AUDITOR)


def sees_all(user: Person, *, on: date) -> bool:
    """Whether this person oversees the whole country."""
    return role_scope(user, _OVERSEES, on=on).everywhere


def agencies_served(user: Person, *, on: date) -> AgencyQuerySet:
    """The agencies whose meetings are this person's."""
    audited = Agency.objects.filter(role_scope(user, (Role.AUDITOR,), on=on).where(agency="code", subject=None))
    return audited | registry.agencies_served(user, _OF_AGENCIES, _OF_PLACES, on=on)


def agencies_answering(user: Person, *, on: date) -> list[str]:
    """The codes of the agencies whose tasks this person answers for: those served, and those of the units headed."""
    served = set(agencies_served(user, on=on).values_list("code", flat=True))
    return sorted(served | _headed(user, on))


def sees_tasked_alone(user: Person, *, on: date) -> bool:
    """Whether this person sees of all meetings those alone that gave his agency a task, as the head of a unit does."""
    return not sees_all(user, on=on) and not agencies_served(user, on=on).exists()


def meetings_visible_to(user: Person, *, on: date) -> QuerySet[Meeting]:
    """The meetings in which one of this person's agencies takes part; for the head of a unit, which gave it a task."""
    if sees_all(user, on=on):
        return Meeting.objects.all()
    seen = Q(Exists(_theirs(user, on).filter(meeting=OuterRef("pk"))))
    if headed := _headed(user, on):
        there = Party.objects.filter(meeting=OuterRef("pk"), agency_code__in=headed)
        tasked = ActionItem.objects.filter(meeting=OuterRef("pk"), agency_code__in=headed)
        seen |= Q(Exists(there)) & Q(Exists(tasked))
    return Meeting.objects.filter(seen)


def series_visible_to(user: Person, *, on: date) -> QuerySet[MeetingSeries]:
    """The series in which one of this person's agencies takes part."""
    if sees_all(user, on=on):
        return MeetingSeries.objects.all()
    return MeetingSeries.objects.filter(Exists(_theirs(user, on).filter(series=OuterRef("pk"))))


def items_visible_to(user: Person, *, on: date) -> QuerySet[ActionItem]:
    """The action items that this person's agencies own, and all of the meetings that they called."""
    if sees_all(user, on=on):
        return ActionItem.objects.all()
    served = agencies_served(user, on=on).values("code")
    owned = Q(agency_code__in=agencies_answering(user, on=on))
    return ActionItem.objects.filter(owned | Q(meeting__agency_code__in=served))


def consultations_visible_to(user: Person, *, on: date) -> QuerySet[Consultation]:
    """What this person's agencies asked."""
    if sees_all(user, on=on):
        return Consultation.objects.all()
    return Consultation.objects.filter(agency_code__in=agencies_served(user, on=on).values("code"))


def is_consultation(ref: str) -> bool:
    """Whether this is how a consultation is named."""
    return ref.strip().upper().startswith(f"{CONSULTATION_PREFIX}-")


def meeting_for(user: Person, ref: str, *, on: date) -> Meeting:
    """One meeting, if this person may see it. Fails with NotFound."""
    found = meetings_visible_to(user, on=on).select_related("series").filter(ref=ref).first()
    if found is None:
        raise NotFound(_("Rapat itu tidak ada, atau instansi Anda tidak ikut di dalamnya."))
    return found


def series_for(user: Person, ref: str, *, on: date) -> MeetingSeries:
    """One series, if this person may see it. Fails with NotFound."""
    found = series_visible_to(user, on=on).filter(ref=ref).first()
    if found is None:
        raise NotFound(_("Rangkaian rapat itu tidak ada, atau instansi Anda tidak ikut di dalamnya."))
    return found


def item_for(user: Person, ref: str, *, on: date) -> ActionItem:
    """One action item, if this person may see it. Fails with NotFound."""
    found = items_visible_to(user, on=on).select_related("meeting").filter(ref=ref).first()
    if found is None:
        raise NotFound(_("Butir tugas itu tidak ada, atau bukan tugas instansi Anda."))
    return found


def consultation_for(user: Person, ref: str, *, on: date) -> Consultation:
    """One consultation, if this person may see it. Fails with NotFound."""
    found = consultations_visible_to(user, on=on).filter(ref=ref).first()
    if found is None:
        raise NotFound(_("Konsultasi itu tidak ada, atau bukan dari instansi Anda."))
    return found


def _headed(user: Person, on: date) -> set[str]:
    """The codes of the agencies in which this person heads a unit."""
    return {unit.agency.code for unit in units_headed(user, VIEW, on=on)}


def _theirs(user: Person, on: date) -> QuerySet[Party]:
    return Party.objects.filter(agency_code__in=agencies_served(user, on=on).values("code"))
