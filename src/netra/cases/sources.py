"""The two lawful sources of a case, a report and the supervisor's own finding: which it is, and what that rests on."""

from __future__ import annotations

from datetime import date

from netra.cases.models import Case, Deadline
from netra.cases.models.case import CaseSource
from netra.cases.states import REGISTER_FINDING, REGISTER_REPORT
from netra.intake.models import Report
from netra.intake.states import State
from netra.intake.terms import Term, terms
from netra.law.procedure import Step

FINDING_TERM = "finding_term"


def source_of(report: Report | None) -> CaseSource:
    """What a case registered from this report stands on: a report that was only a lead and was traced is a finding."""
    was_lead = report is not None and report.state == State.INFORMATION
    return CaseSource.FINDING if report is None or was_lead else CaseSource.REPORT


def registration_of(source: str) -> Step:
    """The step that begins a case, with the paragraphs of reports or those of findings."""
    return REGISTER_REPORT if source == CaseSource.REPORT else REGISTER_FINDING


def finding_terms(found: date, *, on: date) -> tuple[Term, ...]:
    """Until when what was found on that day becomes a finding in time, under each election law."""
    return terms(FINDING_TERM, found, "", on=on)


def late_finding(case: Case) -> Deadline | None:
    """The term of a finding that was registered after it, None where it was in time or no term is known."""
    term = case.deadlines.filter(rule=FINDING_TERM).first()
    return term if term is not None and term.was_late else None
