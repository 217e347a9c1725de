"""The term in which the contract of a PPPK must be ended, once its end was proposed or its ground was proven."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from netra.cases.operations import stop_clock
from netra.cases.operations.clocks import term_is_known
from netra.sanctions.models import ExaminationReport, Proceeding
from netra.sanctions.operations.terms import start_term
from netra.sanctions.states import Route

RULES: Mapping[str, str] = {
    Route.DISCIPLINE: "pppk_termination",
    Route.STATUS_TERMINATION: "pppk_termination_party",
}


def start_contract_end(proceeding: Proceeding, report: ExaminationReport) -> None:
    """The authority has fourteen working days from a report that proves the ground (PP 49/2018 Ps 71(3), 74(3)).

    For a breach of discipline they run from the receipt of the proposal to end the contract. Netra keeps no other
    proposal than that of the report, so a report proposing the severe level counts: the earlier day, and so the safer.
    """
    severe = proceeding.route == Route.STATUS_TERMINATION or report.proposed_level == "SEVERE"
    if not (report.proven and severe and proceeding.party.employment == "PPPK"):
        return
    rule = RULES[proceeding.route]
    if term_is_known(rule, report.reported_date):
        start_term(proceeding, rule, holder="AUTHORITY", start=report.reported_date)


def stop_contract_end(proceeding: Proceeding, *, met: date) -> None:
    """Whatever was decided, the authority owes no further decision."""
    for rule in RULES.values():
        stop_clock(proceeding.case, rule, met=met, subject_ref=proceeding.ref)
