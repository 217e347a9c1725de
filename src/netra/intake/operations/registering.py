"""The step that the room `cases` takes: a report becomes a case, inside the act and the transaction of that room."""

from __future__ import annotations

from datetime import datetime

from netra.intake.models import Report
from netra.intake.operations.claims import claim, reopen, step_or_refuse
from netra.intake.states import State
from netra.trust.actors import Actor

ACT = "cases.case_register"


def report_mark_registered(*, report_ref: str, case_ref: str, by: Actor, at: datetime) -> Report:
    """Mark a report as registered; called by `cases.operations.case_register`, whose event is the one recorded.

    Fails with NotFound, NotAllowed, StepForbidden or Erased.
    """
    report = claim(report_ref, by=by, act=ACT, at=at)
    step_or_refuse(report, ACT)
    report.state, report.case_ref = State.REGISTERED, case_ref
    reopen(report)
    report.save(update_fields=["state", "case_ref", "outcome_reason", "outcome_explanation", "closed_at", "erase_date"])
    return report
