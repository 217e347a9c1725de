"""Starting and stopping the clocks of a case. Used by operations here and in `sanctions`, inside their transaction."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import TypedDict, Unpack

from netra.cases.models import Case, Deadline
from netra.cases.operations.claim import ActRefused
from netra.cases.own_clock import keep_next_terms
from netra.law.dated import Verification
from netra.law.deadline_rules import DeadlineError, NoTerm, NotInForce
from netra.law.deadlines import Deadline as LawDeadline
from netra.law.deadlines import compute, from_letter
from netra.trust.asked_again import AskedAgain


class Qualifiers(TypedDict, total=False):
    """What a term may depend on beside its rule; the law asks by name for what it needs."""

    regime: str
    level: str
    imposed_by: str
    penalty: str
    election_kind: str


def start_clock(
    case: Case,
    rule: str,
    *,
    holder: str,
    start: date,
    subject_ref: str = "",
    agency_code: str = "",
    doubt: str = "",
    follows: str = "",
    **qualifiers: Unpack[Qualifiers],
) -> Deadline:
    """Open one actor's term for `rule`, counted from `start`, a day or a moment by the clocks of the region.

    An open one of the same rule is met and replaced.

    `doubt` says why the rule may not be meant for this case; the term is then a reading, marked for review.
    `follows` says why the article does not bind here and is kept all the same.
    """
    try:
        law = compute(rule, start, **qualifiers)
    except DeadlineError as error:
        raise ActRefused(str(error)) from error
    law = _doubted(followed(law, follows), doubt)
    return _store(case, law, holder, subject_ref, agency_code)


def _doubted(law: LawDeadline, why: str) -> LawDeadline:
    """The same term where its article may not be meant: what was read there is no longer read, but derived."""
    if not why:
        return law
    read = law.citation.verification is Verification.SEEN
    citation = replace(law.citation, verification=Verification.DERIVED) if read else law.citation
    return replace(law, citation=citation, needs_review=True, notes=(*law.notes, why))


def followed(law: LawDeadline, why: str) -> LawDeadline:
    """The same term where its article does not bind, for the reason given; where none is, it does."""
    if not why:
        return law
    return replace(law, citation=law.citation.followed(why))


def term_is_known(rule: str, on: date, **qualifiers: Unpack[Qualifiers]) -> bool:
    """Whether the law names a term for this rule on that day at all; where it does not, none is invented."""
    try:
        compute(rule, on, **qualifiers)
    except (NotInForce, NoTerm):
        return False
    return True


@dataclass(frozen=True, slots=True)
class LetterTerm:
    """A term that a letter sets, since no article names a number of days: how long, and which letter says so."""

    amount: int
    unit: str
    issuer: str
    number: str
    letter_date: date


def start_clock_from_letter(
    case: Case, rule: str, *, term: LetterTerm, holder: str, agency_code: str, subject_ref: str = ""
) -> Deadline:
    """Open a term that a letter sets, counted from the letter's own date."""
    law = from_letter(
        start=term.letter_date,
        amount=term.amount,
        unit=term.unit,
        issuer=term.issuer,
        number=term.number,
        letter_date=term.letter_date,
        rule_key=rule,
        counted_from="tanggal surat",
    )
    return _store(case, law, holder, subject_ref, agency_code)


def _store(case: Case, law: LawDeadline, holder: str, subject_ref: str, agency_code: str) -> Deadline:
    _stop(case, law.rule, met=law.start, subject_ref=subject_ref)
    deadline = Deadline.objects.create(
        case=case,
        subject_ref=subject_ref,
        holder=holder,
        agency_code=agency_code,
        region_code=case.region_code,
        province_code=case.province_code,
        rule=law.rule,
        label=law.label,
        start_date=law.start,
        due_date=law.due,
        due_at=law.due_at,
        unit=law.unit,
        source_kind=law.source_kind,
        citation=str(law.citation),
        verification=law.citation.verification,
        steps=[{"day": step.day.isoformat(), "text": step.text} for step in law.steps],
        alternatives=[
            {"due": other.due.isoformat(), "citation": str(other.citation), "term": other.term_in_words}
            for other in law.alternatives
        ],
        notes=list(law.notes),
        provisional=law.provisional,
        needs_review=law.needs_review,
    )
    refresh_next_due(case)
    return deadline


def stop_clock(case: Case, rule: str, *, met: date, recorded: date | None = None, subject_ref: str = "") -> None:
    """The term was met (or ceased to matter) on that day; `recorded` is today where a paper bears the day."""
    if _stop(case, rule, met=met, recorded=recorded, subject_ref=subject_ref):
        refresh_next_due(case)


def _stop(case: Case, rule: str, *, met: date, recorded: date | None = None, subject_ref: str) -> int:
    """How many ended: where none ran, nothing that the lists repeat has changed."""
    open_terms = Deadline.objects.filter(case=case, subject_ref=subject_ref, rule=rule, met_date__isnull=True)
    return open_terms.update(met_date=met, recorded_date=recorded or met)


def stop_all_clocks(
    case: Case,
    *,
    met: date,
    recorded: date | None = None,
    subject_ref: str | None = None,
    but: Collection[str] = (),
) -> None:
    """Every open term of the case (or of one proceeding or accused) ends with it, but those of some rules; `recorded`
    as in `stop_clock`.
    """
    open_terms = Deadline.objects.filter(case=case, met_date__isnull=True).exclude(rule__in=but)
    if subject_ref is not None:
        open_terms = open_terms.filter(subject_ref=subject_ref)
    if open_terms.update(met_date=met, recorded_date=recorded or met):
        refresh_next_due(case)


# What the accused may still do is a right, not a debt: unused it makes nobody late.
_RUNNING = AskedAgain(
    lambda case: (
        Deadline.objects.filter(case=case, met_date=None, paused_date=None)
        .exclude(holder="ACCUSED")
        .order_by("due_date", "id")
    )
)


def refresh_next_due(case: Case) -> None:
    """Repeat the earliest running term on the case, and on what each agency may know of it, for the lists."""
    running = _RUNNING(case=case.pk)
    case.next_due_date, case.next_due_rule = (running[0].due_date, running[0].rule) if running else (None, "")
    case.save(update_fields=["next_due_date", "next_due_rule"])
    keep_next_terms(case, running)
