"""Who may see which case. Fetching is authorising: a stranger gets NotFound, as for a case that is not there."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.utils.translation import gettext as _

from netra.cases.bypass import kept_from_office, kept_past, past
from netra.cases.models import Allegation, Case, Party, Recommendation, Recusal
from netra.cases.models.allegation import AllegationState
from netra.cases.own_case import accused_in, refuse_reading
from netra.cases.states import SEALED_ENDS
from netra.trust.access import assignments, role_scope
from netra.trust.acts import Role
from netra.trust.asked_again import AskedAgain, read_or_asked
from netra.trust.errors import NotFound
from netra.trust.models import User
from netra.trust.written_once import AskedAgainBy, written_once

SUPERVISORS = (Role.INTAKE_OFFICER, Role.PLENARY_MEMBER)
AGENCY_ROLES = (Role.PERSONNEL_OFFICER, Role.APPOINTING_AUTHORITY)
# Who reads a case for one agency alone, where his role was given for an agency.
AGENCY_READERS = (*AGENCY_ROLES, Role.AUDITOR)


@written_once
def visible_to(user: User, *, on: date) -> QuerySet[Case]:
    """The cases that `user` may see on that day, narrowed by role and scope.

    Supervisors see their region from the start; the oversight body what was referred; an agency its own people after
    the referral, never a case routed past it and never one that ended unproven; an examiner what he is assigned to.
    Nobody who handles cases sees one about a superior of the office or body for which he works.
    An auditor sees every case of his region, of an agency those that it may see itself. Nobody sees a case from which
    he is recused.
    """
    return _in_scope(user, on).exclude(pk__in=recused_cases(user))


def recused_cases(user: User) -> QuerySet[Recusal, int]:
    """The keys of the cases from which this person is kept, to be part of another query."""
    return Recusal.objects.filter(user=user).values_list("case_id", flat=True)


def _in_scope(user: User, on: date) -> QuerySet[Case]:
    audit = role_scope(user, (Role.AUDITOR,), on=on)
    if audit.everywhere:
        return Case.objects.all()
    handled = _handled(user, on)
    # An OR is only for people of several roles: one condition alone keeps its index.
    conditions = [audit.where(agency=None)] if audit.regions or audit.provinces else []
    return Case.objects.filter(reduce(or_, [*conditions, *handled])) if conditions or handled else Case.objects.none()


def _handled(user: User, on: date) -> list[Q]:
    """What each role of somebody who handles cases lets him see, always past the office for which he works."""
    conditions: list[Q] = []
    supervisors = role_scope(user, SUPERVISORS, on=on)
    if not supervisors.is_empty:
        conditions.append(supervisors.where())
    oversight = role_scope(user, (Role.OVERSIGHT_ANALYST,), on=on)
    if not oversight.is_empty:
        conditions.append(oversight.where() & Q(referred=True))
    agency = role_scope(user, AGENCY_READERS, on=on)
    if agency.agencies:
        conditions.append(
            Q(pk__in=_about_people_of(agency.agencies), referred=True)
            & ~past(agency.agencies)
            & ~Q(state__in=sorted(SEALED_ENDS))
        )
    assigned = assignments(user, on=on)
    if assigned:
        conditions.append(Q(ref__in=assigned) & ~Q(pk__in=kept_past(user, on=on)))
    kept = kept_from_office(user, on=on) if conditions else None
    return conditions if kept is None else [reduce(or_, conditions) & ~Q(pk__in=kept)]


def _about_people_of(agencies: Collection[str]) -> QuerySet[Any, Any]:
    """The keys of the cases about people whom these agencies handle: walks of three indexes, an OR would have none."""
    handled = Case.objects.filter(agency_code__in=agencies).values("pk")
    waiting = Party.objects.filter(~nothing_left(), agency_code__in=agencies, erase_date=None, recommendations=None)
    theirs = waiting.values("case_id")
    addressed = Recommendation.objects.filter(agency_code__in=agencies, party__erase_date=None).values("case_id")
    return handled.union(theirs, addressed)


def own_agency(user: User, case: Case, *, on: date) -> str:
    """The agency for which this user acts in a case: his own, if it handles an accused, else that of the case."""
    served = role_scope(user, AGENCY_ROLES, on=on).agencies
    if not served or case.agency_code in served:
        return case.agency_code
    handling = set(handled_by(people_in(case), sent_about(case)).values())
    return min(handling & served, default=case.agency_code)


_PEOPLE_IN = AskedAgain(lambda case: Party.objects.filter(case=case).order_by("pk"))
_SENT_ABOUT = AskedAgain(lambda case: Recommendation.objects.filter(case=case).order_by("pk"))


def people_in(case: Case) -> list[Party]:
    """The accused of a case, in memory where a page has read them."""
    return read_or_asked(case, "parties", lambda: _PEOPLE_IN(case=case.pk), of="case")


def sent_about(case: Case) -> list[Recommendation]:
    """The recommendations of a case, in memory where a page has read them."""
    return read_or_asked(case, "recommendations", lambda: _SENT_ABOUT(case=case.pk), of="case")


def handled_by(people: Iterable[Party], sent: Iterable[Recommendation]) -> dict[int, str]:
    """By accused the agency that handles him, "" where none is known; `sent` are the recommendations about them.

    It is the one to which the recommendation about him went, be it his own, the level above it or the only one that
    anybody named; until then his own, or that of the case.
    """
    addressed = {each.party_id: each.agency_code for each in sent}
    return {each.pk: addressed.get(each.pk) or each.agency_code or each.case.agency_code for each in people}


def handling_agency(accused: Party) -> str:
    """The agency that handles this one accused."""
    return handled_by([accused], accused.recommendations.all())[accused.pk]


def reads_everybody(user: User, *, on: date) -> bool:
    """Whether no accused of any case he sees is hidden from this user: he supervises, or audits the whole country."""
    roles = (*SUPERVISORS, Role.OVERSIGHT_ANALYST)
    return role_scope(user, (Role.AUDITOR,), on=on).everywhere or not role_scope(user, roles, on=on).is_empty


def place_audited(user: User, *, on: date) -> Q:
    """The condition, on a table that leads to its case, of the cases of an auditor's own region or province."""
    audit = role_scope(user, (Role.AUDITOR,), on=on)
    return audit.where(region="case__region_code", province="case__province_code", agency=None)


def people_shown(user: User, *, on: date) -> Q:
    """Which accused of a visible case this user may read of: an agency and its auditor its own people, others all."""
    if reads_everybody(user, on=on):
        return Q()
    own = people_of(role_scope(user, AGENCY_READERS, on=on).agencies)
    return own | place_audited(user, on=on) | Q(case__ref__in=assignments(user, on=on))


def people_of(agencies: Collection[str]) -> Q:
    """Which accused these agencies handle, by the rule of `handled_by`; nobody who was cleared before it reached them.

    Who was reported and cleared has nothing to answer for, so his own superiors need not learn of it.
    """
    nobodys = Q(agency_code="", case__agency_code__in=agencies)
    waiting = (Q(agency_code__in=agencies) | nobodys) & Q(recommendations=None) & ~nothing_left()
    return waiting | Q(recommendations__agency_code__in=agencies)


def nothing_left() -> Q:
    """The condition, on accused, that all that was alleged was dropped before it reached any agency."""
    alleged = Allegation.objects.filter(party=OuterRef("pk"))
    standing = alleged.exclude(state=AllegationState.DROPPED)
    reached = Q(proceedings__isnull=False) | Q(recommendations__isnull=False)
    return Q(Exists(alleged), ~Exists(standing), ~Exists(Party.objects.filter(reached, pk=OuterRef("pk"))))


def people_hidden(user: User, case: Case, *, on: date) -> list[Party]:
    """The accused of a visible case of whom this user may not read: he is told how many they are, and no more."""
    return [] if reads_everybody(user, on=on) else people_apart(user, case, on=on)[1]


def people_apart(user: User, case: Case, *, on: date) -> tuple[list[Party], list[Party]]:
    """The accused of a visible case who stand apart: who were cleared, and of whom this user may not read. One query.

    Somebody may be both.
    """
    found: list[Any] = _APART_IN(user, on=on, case=case.pk)
    for each in found:
        each.case = case
    cleared = [each for each in found if each.erase_date is not None]
    return cleared, [each for each in found if each.is_hidden]


def _apart(user: User, *, on: date) -> QuerySet[Any]:
    cleared = Q(erase_date__isnull=False)
    if reads_everybody(user, on=on):
        return Party.objects.filter(cleared).annotate(is_hidden=Value(False))
    shown = Party.objects.filter(people_shown(user, on=on), pk=OuterRef("pk"))
    return Party.objects.annotate(is_hidden=~Exists(shown)).filter(cleared | Q(is_hidden=True))


_APART_IN = AskedAgainBy(lambda user, on, case: _apart(user, on=on).filter(case=case).order_by("ordinal"))


def people_read(user: User, *, on: date) -> QuerySet[Party]:
    """The accused whom the page of a visible case shows to this user, each once."""
    return Party.objects.filter(people_shown(user, on=on), erase_date=None).distinct()


def somebody_hidden(user: User, *, on: date) -> Exists:
    """Whether a case has an accused of whom this user may not read, or who was cleared: its title may name him."""
    of_case = Party.objects.filter(case=OuterRef("pk"))
    shown = people_shown(user, on=on)
    if not shown:
        return Exists(of_case.filter(erase_date__isnull=False))
    of_others = ~Exists(Party.objects.filter(shown, pk=OuterRef("pk")))
    return Exists(of_case.filter(Q(erase_date__isnull=False) | of_others))


_ONE = AskedAgainBy(lambda user, on, ref: visible_to(user, on=on).filter(ref=ref))


def case_for(user: User, ref: str, *, on: date) -> Case:
    """The case with this reference. NotFound for whoever may not see it, OwnCase for who may be accused in it."""
    case = case_even_own(user, ref, on=on)
    refuse_reading(user, (name for name, _nip in accused_in(case)))
    return case


def case_even_own(user: User, ref: str, *, on: date) -> Case:
    """The same where it is his own too: only to tell him so, and to let him keep himself from it."""
    case = _ONE.first(user, on=on, ref=ref)
    if case is None:
        raise NotFound(_("Perkara %(ref)s tidak ditemukan.") % {"ref": ref})
    return case
