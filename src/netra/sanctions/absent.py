"""Whom the decision reaches although he stayed away from its delivery, and the day on which it then holds."""

from __future__ import annotations

from datetime import date

from netra.cases.operations.clocks import term_is_known
from netra.law.deadline_rules import NotInForce
from netra.law.deadlines import compute
from netra.sanctions.models import Decision

ABSENT = "discipline_in_force_absent"
# The article of its term, as an event tells it.
HELD_WHEN_ABSENT = "PP 53/2010 Pasal 46"


def may_be_contested(decision: Decision) -> bool:
    """Whether the law knows a remedy against what whoever stayed away was sent, had he received it on the day set
    (PP 53/2010 Ps 33–34): from which day it counts where nothing was received, is said by no article that was read.
    """
    missed = getattr(decision, "delivery_miss", None)
    if missed is None or decision.is_past_remedy:
        return False
    rule, qualifiers = decision.remedy_term
    return term_is_known(rule, missed.set_date, **qualifiers)


def reached_when_absent(decision: Decision) -> date | None:
    """The day on which a penalty under PP 53/2010 holds for whoever stayed away from the delivery, whether or not the
    letter ever arrives (Ps 46). None for everybody else: PP 94/2021 Ps 38 counts from the receipt alone.
    """
    missed = getattr(decision, "delivery_miss", None)
    if missed is None or decision.kind != "DISCIPLINE" or decision.regime != "DISC-53":
        return None
    if decision.proceeding.party.employment == "PPPK":
        return None
    try:
        return compute(ABSENT, missed.set_date).due
    except NotInForce:
        return None
