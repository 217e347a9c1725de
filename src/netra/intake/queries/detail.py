"""One report as an officer sees it: the story, what the law wants of it, the dialogue, and what looks like it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from netra.intake.access import report_for, visible_to
from netra.intake.completeness import Coaching, Given, coach
from netra.intake.duplicates import NEAR_DAYS, Sketch, Suspicion, name_key, suspicions, words_of
from netra.intake.models import Report, ReportedPerson
from netra.intake.queries.bypass import bypassed
from netra.intake.queries.dialogue import Dialogue, dialogue_of
from netra.intake.queries.inbox import study_due
from netra.intake.routing import referral_skips_to
from netra.intake.sealing import Seal, seal_of
from netra.intake.states import STEPS, Capacity, Mode, State
from netra.law.procedure import steps_from
from netra.trust.access import Person, may

MAX_CANDIDATES = 100
_RECEIVED_NEAR = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class ReportDetail:
    """What the officer's page needs; `acts` are the acts that this person may do now. What is sealed is not in it."""

    report: Report
    persons: tuple[ReportedPerson, ...]
    dialogue: Dialogue
    coaching: Coaching
    linked: tuple[tuple[str, str], ...]
    study_due: date | None
    bypassed: tuple[str, ...]
    referral_skips_to: str
    acts: tuple[str, ...]
    seal: Seal


def report_detail(user: Person, report_ref: str, *, at: datetime) -> ReportDetail:
    """One report, if this person may read it; a constant number of queries. Fails with NotFound."""
    today = timezone.localdate(at)
    report = report_for(user, report_ref, on=today)
    persons = tuple(report.persons.order_by("ordinal"))
    dialogue = dialogue_of(report)
    coaching = coach(_given(report, persons, dialogue), on=report.received_date)
    seal = seal_of(user, report, on=today)
    return ReportDetail(
        report=_closed(report) if seal.since else report,
        persons=tuple(person for person in persons if not seal.hides(person)),
        dialogue=dialogue.after(seal.since) if seal.since else dialogue,
        coaching=coaching,
        linked=_linked(report),
        study_due=study_due(report),
        bypassed=bypassed(report.ref),
        referral_skips_to=referral_skips_to(report.bypass_agency_code, on=today),
        acts=() if seal.since else _acts(user, report, today),
        seal=seal,
    )


def _closed(report: Report) -> Report:
    """The report without its story; only for reading."""
    report.what = report.place = report.how_known = report.other_evidence = report.outcome_explanation = ""
    report.act_date = report.known_date = None
    return report


def suspected_duplicates(user: Person, report_ref: str, *, at: datetime) -> list[Suspicion]:
    """Reports this person may see that may be about the same, with reasons; nothing is merged. Fails with NotFound.

    Only a bounded number of reports of the same region and near in time is compared.
    """
    today = timezone.localdate(at)
    report = report_for(user, report_ref, on=today)
    others = _near(report, visible_to(user, on=today)).exclude(pk=report.pk).prefetch_related("persons")
    return suspicions(_sketch(report), [_sketch(other) for other in others[:MAX_CANDIDATES]])


def _near(report: Report, reports: QuerySet[Report]) -> QuerySet[Report]:
    """Same region and near day of the act; without a day, received about the same time."""
    same_region = reports.filter(region_code=report.region_code, erased_at=None)
    received = Q(received_at__range=(report.received_at - _RECEIVED_NEAR, report.received_at + _RECEIVED_NEAR))
    if report.act_date is None:
        return same_region.filter(received).order_by("-received_at")
    days = timedelta(days=NEAR_DAYS)
    dated = Q(act_date__range=(report.act_date - days, report.act_date + days))
    return same_region.filter(dated | (Q(act_date=None) & received)).order_by("-received_at")


def _sketch(report: Report) -> Sketch:
    names = (name_key(person.name) for person in report.persons.all())
    return Sketch(
        ref=report.ref,
        region_code=report.region_code,
        act_date=report.act_date,
        conduct=report.conduct,
        names=frozenset(name for name in names if name),
        words=words_of(report.what, report.place),
    )


def _given(report: Report, persons: tuple[ReportedPerson, ...], dialogue: Dialogue) -> Given:
    files = bool(dialogue.files or any(message.files for message in dialogue.messages))
    return Given(
        mode=Mode(report.mode),
        has_name=report.mode != Mode.ANONYMOUS,
        has_address=report.address_given,
        has_capacity=report.capacity != Capacity.UNKNOWN,
        names_accused=any(person.name or person.position or person.agency_text for person in persons),
        has_time=report.act_date is not None,
        has_place=bool(report.place),
        has_story=bool(report.what),
        has_evidence=files or bool(report.other_evidence),
        election_kind=report.election_kind,
        known_date=report.known_date,
    )


def _linked(report: Report) -> tuple[tuple[str, str], ...]:
    """References of reports marked as alike, either way, each with the code of the reason."""
    ours = report.links.values_list("other__ref", "reason")
    theirs = report.linked_by.values_list("report__ref", "reason")
    return (*ours, *theirs)


def _acts(user: Person, report: Report, today: date) -> tuple[str, ...]:
    possible = dict.fromkeys(step.act for step in steps_from(STEPS, State(report.state)))
    if report.case_ref:
        possible.pop("intake.report_close", None)
    return tuple(act for act in possible if may(user, act, on=today, region_code=report.handler_region_code))
