"""The terms that the agency or its authority keeps in one proceeding."""

from __future__ import annotations

from datetime import date
from typing import Unpack

from netra.cases.models import Deadline
from netra.cases.operations import start_clock
from netra.cases.operations.clocks import Qualifiers, term_is_known
from netra.sanctions.models import Proceeding


def start_term(
    proceeding: Proceeding,
    rule: str,
    *,
    holder: str,
    start: date,
    doubt: str = "",
    follows: str = "",
    **qualifiers: Unpack[Qualifiers],
) -> Deadline:
    """Open a term that stands under this proceeding and is owed by its agency.

    Not for what the accused or the appeal body has to keep: no agency owes that.
    """
    return start_clock(
        proceeding.case,
        rule,
        holder=holder,
        start=start,
        subject_ref=proceeding.ref,
        agency_code=proceeding.agency_code,
        doubt=doubt,
        follows=follows,
        **qualifiers,
    )


def start_answer(proceeding: Proceeding, kind: str, filed_date: date, *, replied: bool = False) -> Deadline:
    """The effect waits for the answer (PP 94/2021 Ps 38(2)); whoever must answer gets a clock, counted from the filing.

    Nobody owes a reply again that was given.
    """
    if kind == "APPEAL":
        doubt = proceeding.decision.appeal_doubt
        if not replied:
            start_term(proceeding, "appeal_reply", holder="AUTHORITY", start=filed_date, doubt=doubt)
        return start_clock(
            proceeding.case,
            "appeal_decision",
            holder="APPEAL_BODY",
            start=filed_date,
            subject_ref=proceeding.ref,
            doubt=doubt,
        )
    imposed_by = proceeding.decision.imposed_by
    if not replied and term_is_known("objection_response", filed_date, imposed_by=imposed_by):
        start_term(proceeding, "objection_response", holder="AGENCY", start=filed_date, imposed_by=imposed_by)
    return start_term(proceeding, "objection_decision", holder="AUTHORITY", start=filed_date, imposed_by=imposed_by)
