"""The day within which a suspected crime goes to those who judge it."""

from __future__ import annotations

from datetime import date

from netra.cases.crimes import to_hand_over, with_crimes_left
from netra.cases.models import Case
from netra.cases.operations.clocks import start_clock, term_is_known

RULE = "criminal_handover"


def start_handover(case: Case, decided: date) -> None:
    """What may be an election crime goes to the police within a day of the decision (UU 1/2015 Ps 135(2)).

    Also where the act is answered as a breach of discipline first, unless the plenary has set the crime aside; and of a
    crime that appears after the plenary from the moment an officer decided on it. A day that runs already goes on.
    `decided` is the moment by the clocks of the region, from which the law counts 24 hours, or else the day alone.
    """
    if not term_is_known(RULE, decided, election_kind=case.election_kind):
        return
    running = set(case.deadlines.filter(rule=RULE, met_date=None).values_list("subject_ref", flat=True))
    for party in with_crimes_left(case):
        if party.ref not in running and to_hand_over(party):
            start_clock(
                case,
                RULE,
                holder="SUPERVISOR",
                start=decided,
                subject_ref=party.ref,
                election_kind=case.election_kind,
            )
