"""Who sees which pact and the answers of whom, and who writes them down. Fetching is authorising.

The agency's people, who supervises its place, the oversight body and an auditor see all its units; the head of a unit
those at and beneath it. Who signed stands in the open for them, because that is what a pact is for.
"""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from netra.prevention.access import units_headed
from netra.prevention.models import Pact, PactAnswer
from netra.prevention.unit_reach import agencies_reached, reaches_whole
from netra.registry.models import PositionSpell
from netra.registry.queries import units_above, units_beneath
from netra.trust.access import Person
from netra.trust.errors import NotFound

VIEW = "prevention.pact_view"
RECORD = "prevention.pact_record"


def pacts_visible_to(user: Person, *, on: date) -> QuerySet[Pact]:
    """The pacts of this person's agencies, and those that reach units of which he is the head."""
    seen = Q(agency_code__in=agencies_reached(user, VIEW, on=on).values("code"))
    for unit in units_headed(user, VIEW, on=on):
        near = [*units_beneath(unit), *units_above(unit)]
        seen |= Q(agency_code=unit.agency.code) & (Q(unit=None) | Q(unit__in=near))
    return Pact.objects.filter(seen).select_related("unit", "earlier")


def pact_for(user: Person, ref: str, *, on: date) -> Pact:
    """One version of a pact, if this person may see it. Fails with NotFound."""
    found = pacts_visible_to(user, on=on).filter(ref=ref).first()
    if found is None:
        raise NotFound(_("Pakta itu tidak ada, atau bukan instansi Anda."))
    return found


def signers(pact: Pact, on: date) -> QuerySet[PositionSpell]:
    """The primary positions of everybody who is to sign: a question to the registry each time, never a stored list."""
    found: QuerySet[PositionSpell] = PositionSpell.objects.on(on).filter(agency__code=pact.agency_code, is_primary=True)
    return found.filter(unit__in=units_beneath(pact.unit)) if pact.unit else found


def reached(user: Person, act: str, pact: Pact, *, on: date, of: date | None = None) -> QuerySet[PositionSpell]:
    """Those who are to sign, on that day or on `of`, and for whom this person may do an act on that day."""
    found = signers(pact, of or on)
    if reaches_whole(user, act, pact.agency_code, on=on):
        return found
    return found.filter(unit__in=[key for unit in units_headed(user, act, on=on) for key in units_beneath(unit)])


def answers_seen(user: Person, pact: Pact, *, on: date) -> QuerySet[PactAnswer]:
    """The answers that this person sees, by the unit in which each was given."""
    found = pact.answers.select_related("civil_servant")
    if reaches_whole(user, VIEW, pact.agency_code, on=on):
        return found
    codes = Q(pk__in=())
    for unit in units_headed(user, VIEW, on=on):
        beneath = unit.agency.units.filter(pk__in=units_beneath(unit)).values("code")
        codes |= Q(agency_code=unit.agency.code, unit_code__in=beneath)
    return found.filter(codes)
