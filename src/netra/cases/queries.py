"""Reads of the room, already narrowed by access. Lists page by key and never count what no index counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from netra.cases.access import (
    own_agency,
    people_apart,
    people_read,
    people_shown,
    place_audited,
    reads_everybody,
    somebody_hidden,
    visible_to,
)
from netra.cases.file_rows import give_former, give_rows
from netra.cases.models import (
    Act,
    Allegation,
    Case,
    CauseCoding,
    Clarification,
    Deadline,
    Erasure,
    Party,
    Recommendation,
)
from netra.cases.others import terms_without
from netra.cases.own_case import own_among, refuse_reading
from netra.cases.own_clock import own_clock
from netra.cases.sealing import acts_of
from netra.cases.states import STEPS, CaseState
from netra.law.deadlines import counted_in_hours
from netra.law.procedure import steps_from
from netra.trust.access import may
from netra.trust.acts import ACTS
from netra.trust.asked_again import AskedAgain, give
from netra.trust.errors import NotFound
from netra.trust.models import User
from netra.trust.written_once import AskedAgainBy, written_once

PAGE_SIZE = 25


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """What to narrow a list by; empty means everything visible."""

    state: str = ""
    text: str = ""
    overdue: bool = False

    @property
    def nip(self) -> str:
        """The NIP that is searched for, "" where it is a reference."""
        typed = self.text.strip()
        return typed if typed.isdecimal() and len(typed) == 18 else ""

    @property
    def tells(self) -> bool:
        """Whether to be in the list tells of a case where it stands, or who is accused in it."""
        return bool(self.state or self.overdue or self.nip)


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One case as its reader's lists show it: with the next term by his own clock, None where he knows of none.

    `due_hour` is the moment at which a term in hours ends, None of any other, and where only its day is known.
    `hides_somebody` tells that its title may name an accused who is hidden from him, so that it is not shown. Of one
    that `is_own` nothing is shown but that it is there: the reader may be accused in it.
    """

    case: Case
    hides_somebody: bool
    due_date: date | None
    due_rule: str
    due_hour: datetime | None = None
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class CasePage:
    """One page of a list; a key is the reference of the case at its edge, None where the list ends there."""

    lines: Sequence[CaseLine]
    next_key: str | None
    previous_key: str | None

    @property
    def cases(self) -> list[Case]:
        """The cases of the page, in its order."""
        return [line.case for line in self.lines]


LIST_COLUMNS = (
    "id",
    "ref",
    "title",
    "state",
    "source",
    "election_kind",
    "region_code",
    "agency_code",
    "registered_at",
    "deviates",
)


def case_page(
    user: User, *, on: date, narrow: CaseFilter, before: str | None = None, after: str | None = None
) -> CasePage:
    """Newest first, one page by key. `before` pages to older cases, `after` back to newer ones.

    Two queries, and another where a term on the page ends at an hour.
    """
    rows = _listed(user, on=on)
    if narrow.state:
        rows = rows.filter(state=narrow.state)
    if narrow.overdue:
        rows = rows.filter(own_clock(user, on=on).late(on))
    if narrow.text:
        rows = rows.filter(_matches(narrow, people_shown(user, on=on)))
    if after is not None:
        page = _lines(user, rows.filter(id__gt=_place_of(after)).order_by("id")[: PAGE_SIZE + 1])
        more, page = len(page) > PAGE_SIZE, list(reversed(page[:PAGE_SIZE]))
        return CasePage(page, page[-1].case.ref if page else None, page[0].case.ref if more else None)
    if before is not None:
        rows = rows.filter(id__lt=_place_of(before))
    page = _lines(user, rows.order_by("-id")[: PAGE_SIZE + 1])
    more, page = len(page) > PAGE_SIZE, page[:PAGE_SIZE]
    first = page[0].case.ref if before is not None and page else None
    return CasePage(page, page[-1].case.ref if more else None, first)


def cases_due_first(user: User, *, on: date, limit: int) -> list[CaseLine]:
    """The visible cases whose next term by his own clock ends first, late ones before all others.

    As many queries as a page. Without one in which he may be accused: when its term ends is not for him.
    """
    rows = _listed(user, on=on).filter(own_clock(user, on=on).running())
    return [each for each in _lines(user, rows.order_by("due_date", "id")[:limit]) if not each.is_own]


@written_once
def _listed(user: User, *, on: date) -> QuerySet[Any, Any]:
    clock = own_clock(user, on=on)
    return (
        visible_to(user, on=on)
        .only(*LIST_COLUMNS)
        .annotate(
            due_date=clock.shown("due_date", "next_due_date"),
            due_rule=clock.shown("rule", "next_due_rule"),
            hides_somebody=somebody_hidden(user, on=on),
        )
    )


def _lines(user: User, rows: QuerySet[Any, Any]) -> list[CaseLine]:
    found = list(rows)
    hours = _hours([each.pk for each in found if each.due_rule in counted_in_hours()])
    own = own_among(user, [each.pk for each in found])
    return [
        CaseLine(
            case=each,
            hides_somebody=each.hides_somebody,
            due_date=each.due_date,
            due_rule=each.due_rule or "",
            due_hour=hours.get((each.pk, each.due_rule, each.due_date)),
            is_own=each.pk in own,
        )
        for each in found
    ]


def _hours(cases: Sequence[int]) -> Mapping[tuple[int, str, date | None], datetime | None]:
    """By case, rule and day when the first term in hours ends there; no query where no case has one."""
    if not cases:
        return {}
    running = Deadline.objects.filter(case__in=cases, met_date=None, paused_date=None, due_at__isnull=False)
    # Of several on one day the earliest comes last, and stays.
    return {(each.case_id, each.rule, each.due_date): each.due_hour for each in running.order_by("-due_at")}


def _place_of(ref: str) -> QuerySet[Case, int]:
    """Where a reference stands in the list, found by its unique index within the same query."""
    return Case.objects.filter(ref=ref).values_list("id", flat=True)


def _matches(narrow: CaseFilter, shown: Q) -> Q:
    """By reference (whole or its beginning) or by the NIP of an accused who is shown: both are indexed."""
    if narrow.nip:
        return Q(pk__in=Party.objects.filter(shown, nip=narrow.nip, erase_date=None).values("case_id"))
    typed = narrow.text.strip().upper()
    return Q(ref__gte=typed, ref__lt=typed + "~")


@dataclass(frozen=True, slots=True)
class CaseFile:
    """Everything a page about one case shows; `sealed` are those who were cleared in it and are not shown."""

    case: Case
    sealed: Sequence[Party]
    allegations: Sequence[Allegation]
    deadlines: Sequence[Deadline]
    possible_acts: Sequence[str]
    # The accused of other agencies, who are not shown to who asked.
    others: Sequence[Party]

    @property
    def hides_somebody(self) -> bool:
        """Whether the title may name somebody who is not shown; as in a list."""
        return bool(self.others or self.sealed)

    @property
    def hidden(self) -> int:
        """How many of the others the page may count; who was cleared is not counted either."""
        return sum(each.erase_date is None for each in self.others)


_CASE = AskedAgainBy(
    lambda user, on, ref: visible_to(user, on=on).filter(ref=ref).select_related("referral").order_by("pk")
)
_PEOPLE = AskedAgainBy(lambda user, on, case: people_read(user, on=on).filter(case=case))

_ACTS = AskedAgain(lambda case: Act.objects.filter(case=case).order_by("pk"))
_SENT = AskedAgain(
    lambda people: Recommendation.objects.filter(party__among=people).select_related("party").order_by("pk")
)
# Without him a list would be empty where nobody is shown, and an empty list asks nothing.
_NOBODY = 0


def _heard(user: User, on: date, case: int, people: list[int]) -> QuerySet[Clarification]:
    # What the reporter or a witness said may tell who they are: an agency reads what its own people said.
    whole = Q() if reads_everybody(user, on=on) else place_audited(user, on=on)
    heard = Q(party__among=people) | (Q(party__isnull=True) & whole)
    return Clarification.objects.filter(heard, case=case).select_related("party").order_by("pk")


_HEARD = AskedAgainBy(_heard)


def case_file(user: User, ref: str, *, on: date) -> CaseFile:
    """One case with its parties, acts, allegations, deadlines, letters' references. Constant number of queries.

    Fails with NotFound for a stranger and with OwnCase for who may be accused in it.
    """
    case = next(iter(_CASE(user, on=on, ref=ref)), None)
    if case is None:
        raise NotFound(_("Perkara %(ref)s tidak ditemukan.") % {"ref": ref})
    sealed, others = people_apart(user, case, on=on)
    give({case.pk: case}, "parties", _PEOPLE(user, on=on, case=case.pk), of="case")
    refuse_reading(user, (each.name for each in (*case.parties.all(), *sealed, *others)))
    give_rows(case)
    people = [each.pk for each in case.parties.all()]
    hidden = acts_of([*sealed, *others])
    own = {case.pk: case}
    give(own, "acts", [each for each in _ACTS(case=case.pk) if each.pk not in hidden], of="case")
    give(own, "clarifications", _HEARD(user, on=on, case=case.pk, people=[*people, _NOBODY]), of="case")
    give(own, "recommendations", _SENT(people=people), of="case")
    give_former(case)
    allegations = _allegations(case)
    deadlines = terms_without(others, case.deadlines.all())
    return CaseFile(case, sealed, allegations, deadlines, possible_acts(user, case, on=on), others)


def erasures_of(case: Case) -> QuerySet[Erasure]:
    """The requests for erasure of a case that was fetched already, in the order in which they were made."""
    return case.erasures.select_related("requested_by", "approved_by", "set_aside_by").order_by("pk")


def _allegations(case: Case) -> list[Allegation]:
    """Party by party, act by act, each joined to the rows that are read already."""
    acts = {each.pk: each for each in case.acts.all()}
    found = [each for party in case.parties.all() for each in party.allegations.all()]
    for each in found:
        each.act = acts[each.act_id]
    return sorted(found, key=lambda each: (each.party.ordinal, each.act.ordinal))


def possible_acts(user: User, case: Case, *, on: date) -> list[str]:
    """The acts that the steps allow now and this user's role may do: what a page offers as "what next"."""
    codes = dict.fromkeys(step.act for step in steps_from(STEPS, CaseState(case.state)))
    agency = own_agency(user, case, on=on)
    return [
        code
        for code in codes
        if code in ACTS
        and may(user, code, on=on, region_code=case.region_code, agency_code=agency, subject_ref=case.ref)
    ]


def proven_lately(user: User, *, on: date) -> dict[str, int]:
    """By agency how many of the cases that this user sees ended within two years with a breach proven; of no person."""
    since = on - timedelta(days=2 * 365)
    ended = visible_to(user, on=on).filter(state=CaseState.CLOSED, ended_date__gte=since, ended_date__lte=on)
    rows = ended.exclude(agency_code="").order_by("agency_code").values_list("agency_code").annotate(n=Count("pk"))
    return dict(rows)


def cause_codings_for(user: User, case: Case) -> Sequence[CauseCoding]:
    """The codings this user may read: a coder sees only his own until both are done."""
    codings = sorted(case.cause_codings.all(), key=lambda each: each.ordinal)
    return codings if len(codings) == 2 else [each for each in codings if each.coder_id == user.pk]


def coded_pairs(cases: QuerySet[Case]) -> list[tuple[frozenset[str], frozenset[str]]]:
    """What the two coders found, for each of these cases that two people coded."""
    codings = CauseCoding.objects.filter(case__in=cases, case__cause_codings__ordinal=2).prefetch_related("codes")
    by_case: dict[int, dict[int, frozenset[str]]] = {}
    for coding in codings:
        by_case.setdefault(coding.case_id, {})[coding.ordinal] = frozenset(code.cause for code in coding.codes.all())
    return [(pair[1], pair[2]) for pair in by_case.values()]
