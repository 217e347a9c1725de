"""Who may see which proceeding: whoever sees its case, and examiners only what they are assigned to."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from netra.cases.access import (
    AGENCY_READERS,
    AGENCY_ROLES,
    place_audited,
    reads_everybody,
    recused_cases,
    visible_to,
)
from netra.cases.bypass import kept_past
from netra.cases.own_case import accused_in, refuse_reading
from netra.cases.papers import READERS_OF_CLOSED
from netra.cases.states import SEALED_ENDS
from netra.sanctions.models import Proceeding
from netra.trust.access import assignments, role_scope
from netra.trust.acts import Role
from netra.trust.errors import NotFound
from netra.trust.models import User
from netra.trust.written_once import AskedAgainBy, written_once

SEALED = Q(party__erase_date__isnull=False) | Q(case__state__in=sorted(SEALED_ENDS))


@written_once
def proceedings_visible_to(user: User, *, on: date, few: bool = False) -> QuerySet[Proceeding]:
    """Proceedings of visible cases. An agency sees those of its own people, even where a case has people of several.

    Those of people who are sealed, with their case or apart from it, open to an auditor alone. Where the question finds
    `few` of a nation, the case of each is asked for: SQLite would gather every visible case first.
    """
    cases, assigned = visible_to(user, on=on), assignments(user, on=on)
    seen = Q(Exists(cases.filter(pk=OuterRef("case")))) if few else Q(case__in=cases)
    visible = seen & of_own_people(user, on=on, assigned="ref")
    # A role at the agency that a case goes past may have come after the assignment.
    named = Q(ref__in=assigned) & ~Q(case__in=kept_past(user, on=on)) if assigned else Q(pk__in=())
    mine = Proceeding.objects.filter(visible | named)
    mine = mine.exclude(case__in=recused_cases(user))
    if role_scope(user, (Role.AUDITOR,), on=on).is_empty:
        mine = mine.exclude(SEALED)
    return mine


def of_own_people(user: User, *, on: date, assigned: str) -> Q:
    """Which rows of a visible case: an agency and its auditor those of its own people, others all.

    `assigned` is the column in which what the user is assigned to is named.
    """
    if reads_everybody(user, on=on):
        return Q()
    own = Q(agency_code__in=role_scope(user, AGENCY_READERS, on=on).agencies)
    return own | place_audited(user, on=on) | Q(**{f"{assigned}__in": assignments(user, on=on)})


_ONE = AskedAgainBy(
    lambda user, on, ref: proceedings_visible_to(user, on=on).select_related("case", "party").filter(ref=ref)
)


def proceeding_for(user: User, ref: str, *, on: date) -> Proceeding:
    """The proceeding with this reference. NotFound for whoever may not see it, OwnCase for who may be accused in its
    case.
    """
    found = _ONE.first(user, on=on, ref=ref)
    if found is None:
        raise NotFound(_("Penanganan %(ref)s tidak ditemukan.") % {"ref": ref})
    refuse_reading(user, (name for name, _nip in accused_in(found.case)))
    return found


def sees_closed(user: User, proceeding: Proceeding, *, on: date) -> bool:
    """Whether what was said behind closed doors may be read: the agency, its examiners, oversight, audit."""
    if not role_scope(user, READERS_OF_CLOSED, on=on).is_empty:
        return True
    own = proceeding.agency_code in role_scope(user, AGENCY_ROLES, on=on).agencies
    return own or not assignments(user, on=on).isdisjoint({proceeding.ref, proceeding.case.ref})
