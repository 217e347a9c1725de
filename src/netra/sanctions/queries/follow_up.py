"""The follow-up board: per appointing authority what is owed, since when, on which rule. Overdue is derived.

A term is owed until its end is told. What no article gives a term for (see `duties`) is owed until it is done.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Min, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from netra.cases.access import AGENCY_READERS, SUPERVISORS, recused_cases, visible_to
from netra.cases.bypass import kept_from_office, past
from netra.cases.models import Deadline, Party
from netra.cases.models.deadline import OWED
from netra.cases.own_case import own_among, own_cases, refuse_reading
from netra.cases.papers import closed_papers
from netra.letters import queries as letter_queries
from netra.letters.models import Letter
from netra.registry.models import Agency
from netra.registry.queries import HeadedAgency, headed_agencies
from netra.sanctions.access import of_own_people
from netra.sanctions.duties import Duty, called_final_by_nobody, duties, duty_of, sued, unfinal
from netra.sanctions.models import DataBlock, Proceeding, Reminder
from netra.sanctions.models.proceeding import UNDONE_DUTY, UNFINAL
from netra.sanctions.suing import owed_while_sued
from netra.trust.access import role_scope, roles_of
from netra.trust.acts import Role
from netra.trust.errors import NotFound
from netra.trust.models import User
from netra.trust.written_once import AskedAgainBy

PAGE_SIZE = 25
# Whose reach is a region or a province: the board is then one walk of one index.
PLACED = (*SUPERVISORS, Role.AUDITOR)


@dataclass(frozen=True, slots=True)
class BoardRow:
    """What one appointing authority owes: terms, `oldest` the due date that comes first, and duties without a term,
    `decided` the day of the oldest decision that waits. Each day is None where it owes none of them.
    """

    agency: HeadedAgency
    owed: int
    overdue: int
    oldest: date | None
    untimed: int
    decided: date | None


@dataclass(frozen=True, slots=True)
class Totals:
    """What the authorities on all pages of a board owe together: the sums of its rows."""

    authorities: int
    owed: int
    overdue: int
    untimed: int


@dataclass(frozen=True, slots=True)
class BoardPage:
    """One page of the board, the oldest debt first; `next_key` is day and agency of the last row."""

    rows: Sequence[BoardRow]
    totals: Totals
    next_key: tuple[date, str] | None


@dataclass(frozen=True, slots=True)
class OwedTerm:
    """One open term, with the person and the proceeding it is about where there is one."""

    term: Deadline
    party: Party | None
    proceeding: Proceeding | None
    block: DataBlock | None
    overdue: bool
    days: int


@dataclass(frozen=True, slots=True)
class OwedPage:
    """One page of what an authority owes, the oldest first: terms by due date, duties without one by their first day.

    `next_key` is day and number of the last row, see `_number`. `hides_own` where some is owed about the reader's own
    case, which he does not read.
    """

    agency: HeadedAgency
    terms: Sequence[OwedTerm]
    duties: Sequence[Duty]
    next_key: tuple[date, int] | None
    hides_own: bool


def follow_up_board(user: User, *, on: date, after: tuple[date, str] | None = None) -> BoardPage:
    """Per appointing authority: how many terms it owes, how many are overdue, what else it owes, since when; nothing
    that is owed about the reader's own case is counted.
    """
    own = own_cases(user)
    terms, waiting = _terms_by_agency(user, on, own), _duties_by_agency(user, on, own)
    # The authorities of a country are some hundreds: both are read whole, for a row may stand in either or in both.
    oldest = {code: min(each[code]["first"] for each in (terms, waiting) if code in each) for code in terms | waiting}
    totals = _totals(len(oldest), terms.values(), waiting.values())
    keys = sorted((day, code) for code, day in oldest.items())
    keys = [key for key in keys if after is None or key > after]
    more, keys = len(keys) > PAGE_SIZE, keys[:PAGE_SIZE]
    agencies = headed_agencies([code for _day, code in keys], on=on)
    page = [_board_row(agencies[code], terms.get(code, {}), waiting.get(code, {})) for _day, code in keys]
    return BoardPage(page, totals, keys[-1] if more else None)


def _terms_by_agency(user: User, on: date, own: tuple[int, ...]) -> dict[str, Mapping[str, Any]]:
    rows = _terms_owed(user, on, own) if own else _TERMS(user, on=on)
    return {row["agency_code"]: row for row in rows}


def _terms_owed(user: User, on: date, own: tuple[int, ...] = ()) -> QuerySet[Any, Any]:
    seen = _within(OWED, user, on=on) & ~Q(case__in=own)
    rows = Deadline.objects.filter(seen).values("agency_code")
    counted = rows.annotate(
        owed=Count("id"),
        overdue=Count("id", filter=Q(due_date__lt=on, paused_date__isnull=True)),
        # A paused term is not overdue, so it does not decide how old the debt is unless nothing else runs.
        first=Coalesce(Min("due_date", filter=Q(paused_date__isnull=True)), Min("due_date")),
    )
    return counted.order_by()


def _duties_by_agency(user: User, on: date, own: tuple[int, ...]) -> dict[str, Mapping[str, Any]]:
    found: dict[str, Mapping[str, Any]] = {}
    for row in _duties_owed(user, on, own) if own else _DUTIES(user, on=on):
        code, before = row["agency_code"], found.get(row["agency_code"], {"untimed": 0, "first": row["first"]})
        found[code] = {
            "untimed": before["untimed"] + row["untimed"],
            "first": min(before["first"], row["first"]),
        }
    return found


def _duties_owed(user: User, on: date, own: tuple[int, ...] = ()) -> QuerySet[Any, Any]:
    """What was decided and waits for its end, what holds though a court is asked, and what was called final by nobody:
    one question, and each is found by an index of its own.
    """
    seen = _within(Q(), user, on=on) & ~Q(case__in=own)
    owed = (
        Proceeding.objects.filter(UNDONE_DUTY),
        Proceeding.objects.filter(owed_while_sued()),
        called_final_by_nobody(on=on),
    )
    first, *others = (
        each.filter(seen).order_by().values("agency_code").annotate(untimed=Count("id"), first=Min("decision_date"))
        for each in owed
    )
    return first.union(*others, all=True)


_TERMS, _DUTIES = AskedAgainBy(_terms_owed), AskedAgainBy(_duties_owed)


def _totals(authorities: int, terms: Iterable[Mapping[str, Any]], waiting: Iterable[Mapping[str, Any]]) -> Totals:
    owed = [(each["owed"], each["overdue"]) for each in terms]
    untimed = sum(each["untimed"] for each in waiting)
    return Totals(authorities, sum(each for each, _late in owed), sum(late for _each, late in owed), untimed)


def _board_row(agency: HeadedAgency, terms: Mapping[str, Any], waiting: Mapping[str, Any]) -> BoardRow:
    return BoardRow(
        agency=agency,
        owed=terms.get("owed", 0),
        overdue=terms.get("overdue", 0),
        oldest=terms.get("first"),
        untimed=waiting.get("untimed", 0),
        decided=waiting.get("first"),
    )


def owed_by(user: User, agency_code: str, *, on: date, after: tuple[date, int] | None = None) -> OwedPage:
    """What one authority owes, oldest first, by key. NotFound for an agency that is not his to see."""
    terms = Deadline.objects.filter(_within(OWED, user, on=on), agency_code=agency_code).select_related("case")
    waiting = [
        duties().filter(_within(UNDONE_DUTY, user, on=on), agency_code=agency_code),
        sued().filter(_within(owed_while_sued(), user, on=on), agency_code=agency_code),
        unfinal(on=on).filter(_within(UNFINAL, user, on=on), agency_code=agency_code),
    ]
    if after is not None:
        day, number = after
        terms = terms.filter(Q(due_date__gt=day) | Q(due_date=day, id__gt=number))
        waiting = [each.filter(Q(since__gt=day) | Q(since=day, id__lt=-number)) for each in waiting]
    found_terms = terms.prefetch_related("reminders", "changes").order_by("due_date", "id")[: PAGE_SIZE + 1]
    found_duties = [
        row for each in waiting for row in each.prefetch_related("reminders").order_by("since", "-id")[: PAGE_SIZE + 1]
    ]
    rows: list[Deadline | Duty] = [*found_terms, *map(duty_of, found_duties)]
    if not rows and not _may_ask_about(user, agency_code, on=on):
        raise NotFound(_("Instansi itu tidak ada pada papan tindak lanjut Anda."))
    rows.sort(key=_number)
    more, rows = len(rows) > PAGE_SIZE, rows[:PAGE_SIZE]
    key = _number(rows[-1]) if more else None
    own = own_among(user, {_case_of(row) for row in rows})
    rows = [row for row in rows if _case_of(row) not in own]
    agency = headed_agencies([agency_code], on=on)[agency_code]
    shown = _with_people([row for row in rows if isinstance(row, Deadline)], on)
    untimed = [row for row in rows if isinstance(row, Duty)]
    return OwedPage(agency, shown, untimed, key, bool(own))


def _case_of(row: Deadline | Duty) -> int:
    return row.proceeding.case_id if isinstance(row, Duty) else row.case_id


def _number(row: Deadline | Duty) -> tuple[date, int]:
    """Its place among what an authority owes: duties count downwards, so that no two rows of a day share a number."""
    return (row.since, -row.proceeding.pk) if isinstance(row, Duty) else (row.due_date, row.pk)


def reminder_pdf(user: User, agency_code: str, letter_ref: str, *, on: date) -> tuple[Letter, bytes]:
    """A reminder letter about a visible case, and its PDF; an agency and its auditor get those to that agency."""
    addressed = of_own_people(user, on=on, assigned="case__ref")
    sent = Reminder.objects.filter(
        addressed, letter_ref=letter_ref, agency_code=agency_code, case__in=visible_to(user, on=on)
    ).first()
    if sent is None or letter_ref in closed_papers(user, sent.case, on=on):
        raise NotFound(_("Surat pengingat itu tidak ditemukan."))
    refuse_reading(user, sent.case.parties.values_list("name", flat=True))
    return letter_queries.letter(sent.letter_ref), letter_queries.pdf(sent.letter_ref)


def _within(owed: Q, user: User, *, on: date) -> Q:
    """What is owed by agencies that this user may see: by agency for the agency itself and its auditor, by place for
    supervisors and the auditor of a place, by case for everybody else. Terms and proceedings name all four alike.
    """
    running = owed & ~Q(case__in=recused_cases(user))
    kept = kept_from_office(user, on=on)
    if kept is not None and not role_scope(user, (Role.AUDITOR,), on=on).everywhere:
        running &= ~Q(case__in=kept)
    if role_scope(user, (Role.OVERSIGHT_ANALYST, Role.AUDITOR), on=on).everywhere:
        return running
    agencies, placed = role_scope(user, AGENCY_READERS, on=on).agencies, role_scope(user, PLACED, on=on)
    if not agencies and roles_of(user, on=on) <= set(PLACED):
        return running & placed.where(agency=None)
    own = Q(agency_code__in=agencies)
    if agencies and not (placed.regions or placed.provinces):
        return running & own & ~past(agencies, case="case__")
    visible = running & Q(case__in=visible_to(user, on=on))
    return visible & (own | placed.where(agency=None)) if agencies else visible


def _may_ask_about(user: User, agency_code: str, *, on: date) -> bool:
    """An empty page is a fair answer to the agency itself, to its auditor and to those who oversee all or its place;
    to others it is no page.
    """
    if agency_code in role_scope(user, AGENCY_READERS, on=on).agencies:
        return True
    region = Agency.objects.filter(code=agency_code).values_list("region_code", flat=True).first()
    overseen = role_scope(user, (Role.OVERSIGHT_ANALYST, Role.AUDITOR), on=on)
    return region is not None and overseen.covers(region_code=region)


def _with_people(terms: Sequence[Deadline], on: date) -> list[OwedTerm]:
    """Each term with whom it is about: three queries, however many terms."""
    cases = {term.case_id for term in terms}
    parties = list(Party.objects.filter(case__in=cases).select_related("case"))
    by_ref = {party.ref: party for party in parties}
    handled = list(Proceeding.objects.filter(case__in=cases).select_related("party__case").order_by("id"))
    by_proceeding = {proceeding.ref: proceeding for proceeding in handled}
    by_party = {proceeding.party_id: proceeding for proceeding in handled}
    blocks = DataBlock.objects.filter(party__in=parties, unblocked_at__isnull=True)
    blocked = {block.party_id: block for block in blocks}
    return [_owed_term(term, by_ref, by_proceeding, by_party, blocked, on) for term in terms]


def _owed_term(
    term: Deadline,
    by_ref: Mapping[str, Party],
    by_proceeding: Mapping[str, Proceeding],
    by_party: Mapping[int, Proceeding],
    blocked: Mapping[int, DataBlock],
    on: date,
) -> OwedTerm:
    proceeding = by_proceeding.get(term.subject_ref)
    party = proceeding.party if proceeding else by_ref.get(term.subject_ref)
    return OwedTerm(
        term=term,
        party=party,
        proceeding=proceeding or (by_party.get(party.pk) if party else None),
        block=blocked.get(party.pk) if party else None,
        overdue=term.is_overdue(on),
        days=(on - term.due_date).days,
    )
