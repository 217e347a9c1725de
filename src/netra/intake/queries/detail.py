"""One report as an officer sees it: the story, what the law wants of it, the dialogue, and what it was likened to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from netra.intake.access import report_for
from netra.intake.completeness import Coaching, Given, coach
from netra.intake.models import Report, ReportedPerson
from netra.intake.queries.bypass import bypassed
from netra.intake.queries.dialogue import Dialogue, dialogue_of
from netra.intake.queries.duplicates import Judged, judged
from netra.intake.queries.inbox import study_due
from netra.intake.routing import referral_skips_to
from netra.intake.sealing import Seal, seal_of
from netra.intake.states import STEPS, Capacity, Mode, State
from netra.law.procedure import steps_from
from netra.trust.access import Person, may


@dataclass(frozen=True, slots=True)
class ReportDetail:
    """What the officer's page needs; `acts` are the acts that this person may do now. What is sealed is not in it."""

    report: Report
    persons: tuple[ReportedPerson, ...]
    dialogue: Dialogue
    coaching: Coaching
    judged: Judged
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
        judged=judged(user, report, on=today),
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


def _acts(user: Person, report: Report, today: date) -> tuple[str, ...]:
    possible = dict.fromkeys(step.act for step in steps_from(STEPS, State(report.state)))
    if report.case_ref:
        possible.pop("intake.report_close", None)
    return tuple(act for act in possible if may(user, act, on=today, region_code=report.handler_region_code))
