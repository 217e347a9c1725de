"""Which steps the table and the facts allow a case: what its page offers, and what a refusal names instead."""

from __future__ import annotations

from datetime import date

from netra.cases.duties import duty_is_open
from netra.cases.models import Case
from netra.cases.models.case import CaseSource
from netra.cases.states import BY_ITSELF, STEPS, CaseState
from netra.intake.queries import withdrawn_on
from netra.law.procedure import steps_from

# With these the handling itself is late; with that of the preliminary study only the study is.
HANDLING_TERMS = ("bawaslu_decision", "bawaslu_decision_extended")


def steps_open(case: Case, *, on: date) -> list[str]:
    """The acts that carry the case on or end it on that day, whoever may do them, in the order of the table."""
    codes = dict.fromkeys(step.act for step in steps_from(STEPS, case.state))
    return [code for code in codes if _makes_sense(code, case, on)]


def _makes_sense(act: str, case: Case, on: date) -> bool:
    """What the steps allow but the facts do not: a case ends by its report or its term only where both are over."""
    if act == "cases.case_withdraw":
        return case.source == CaseSource.REPORT and withdrawn_on(case.report_ref) is not None and not duty_is_open(case)
    if act == "cases.case_refer":
        return duty_is_open(case)
    if act == "cases.plenary_decide":
        return case.state != CaseState.TO_REFER or not duty_is_open(case)
    if act == "cases.case_expire":
        return handling_is_overdue(case, on=on) and not duty_is_open(case)
    return act not in BY_ITSELF


def handling_is_overdue(case: Case, *, on: date) -> bool:
    """Whether the term of the handling itself, not only that of a part of it, has passed on that day."""
    return any(term.is_overdue(on) for term in case.deadlines.all() if term.rule in HANDLING_TERMS)
