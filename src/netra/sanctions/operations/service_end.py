"""The term in which a service must be ended, once its end was proposed or its ground was proven."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from netra.cases.operations import stop_clock
from netra.cases.operations.clocks import term_is_known
from netra.sanctions.models import ExaminationReport, Proceeding
from netra.sanctions.operations.terms import start_term
from netra.sanctions.states import Route

# By route and employment. PP 11/2017 Ps 270 names PNS: for a candidate (Ps 37) no term was found.
RULES: Mapping[tuple[str, str], str] = {
    (Route.DISCIPLINE, "PPPK"): "pppk_termination",
    (Route.STATUS_TERMINATION, "PPPK"): "pppk_termination_party",
    (Route.STATUS_TERMINATION, "PNS"): "pns_termination_party",
}


def start_service_end(proceeding: Proceeding, report: ExaminationReport) -> None:
    """The term to decide runs from the report that proves the ground (PP 49/2018 Ps 74(3), PP 11/2017 Ps 270(3)).

    For a PPPK's breach it runs from the receipt of the proposal to end the contract (PP 49/2018 Ps 71(3)).
    Netra keeps no other proposal than that of the report, so a report proposing the severe level counts: the earlier
    day, and so the safer.
    """
    severe = proceeding.route == Route.STATUS_TERMINATION or report.proposed_level == "SEVERE"
    rule = RULES.get((proceeding.route, proceeding.party.employment))
    if not (report.proven and severe and rule and term_is_known(rule, report.reported_date)):
        return
    start_term(proceeding, rule, holder="AUTHORITY", start=report.reported_date)


def stop_service_end(proceeding: Proceeding, *, met: date, recorded: date) -> None:
    """Whatever was decided, the authority owes no further decision."""
    for rule in RULES.values():
        stop_clock(proceeding.case, rule, met=met, recorded=recorded, subject_ref=proceeding.ref)
