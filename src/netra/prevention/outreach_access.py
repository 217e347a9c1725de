"""Who sees which outreach. Fetching is authorising.

The agency that holds it sees it, and each agency whose people it is for; the oversight body and an auditor see all of
their scope. A supervisor sees what the supervisors of his place hold, and what is for them; the head of a unit what is
for his people, whose attendance he may write down.
"""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from netra.prevention.access import lines_reaching, units_headed, writes_for
from netra.prevention.meeting_access import agencies_served, sees_all
from netra.prevention.models import Outreach, OutreachTarget, Participant
from netra.registry.queries import units_beneath
from netra.trust.access import Person
from netra.trust.errors import NotFound

VIEW = "prevention.outreach_view"
LIST = "prevention.outreach_attendance_record"


def outreaches_visible_to(user: Person, *, on: date) -> QuerySet[Outreach]:
    """What this person's agencies hold, and what is for their people."""
    if sees_all(user, on=on):
        return Outreach.objects.all()
    served = agencies_served(user, on=on)
    lines = OutreachTarget.objects.filter(outreach=OuterRef("pk"))
    aimed = lines.filter(Q(agency__code__in=served.values("code")) | Q(agency=None))
    reached = Q(Exists(aimed)) if served.exists() else Q(pk__in=())
    if headed := units_headed(user, VIEW, on=on):
        reached |= Q(Exists(lines.filter(lines_reaching(headed))))
    return Outreach.objects.filter(Q(agency_code__in=served.values("code")) | reached)


def outreach_for(user: Person, ref: str, *, on: date) -> Outreach:
    """One outreach, if this person may see it. Fails with NotFound."""
    found = outreaches_visible_to(user, on=on).filter(ref=ref).first()
    if found is None:
        raise NotFound(_("Sosialisasi itu tidak ada, atau bukan untuk instansi Anda."))
    return found


def sees_whole(user: Person, outreach: Outreach, *, on: date) -> bool:
    """Whether this person sees the people of every agency there, and the test: the holder, and whoever oversees it."""
    return sees_all(user, on=on) or agencies_served(user, on=on).filter(code=outreach.agency_code).exists()


def participants_written_by(user: Person, outreach: Outreach, *, on: date) -> QuerySet[Participant]:
    """Those on the list whom this person may write down: all of the holder's, of a unit's head his own people."""
    if writes_for(user, outreach.agency_code, on=on):
        return outreach.participants.all()
    return participants_of_units(user, outreach, on=on)


def participants_of_units(user: Person, outreach: Outreach, *, on: date) -> QuerySet[Participant]:
    """Who was there of the units that this person heads, by the unit in which each served that day."""
    theirs = Q(pk__in=())
    for unit in units_headed(user, LIST, on=on):
        beneath = unit.agency.units.filter(pk__in=units_beneath(unit)).values("code")
        theirs |= Q(agency_code=unit.agency.code, unit_code__in=beneath)
    return outreach.participants.filter(theirs)
