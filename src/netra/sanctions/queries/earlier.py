"""Penalties that a person already bore when an act was committed, for the officer who says whether it is repeated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from netra.cases.letters import LEVEL_WORDS
from netra.cases.models import Allegation
from netra.letters import queries as letters
from netra.sanctions.access import proceedings_visible_to
from netra.sanctions.leaving import NEVER_HELD
from netra.sanctions.models import Decision
from netra.sanctions.queries.decision import remedy_result
from netra.sanctions.states import UNDONE, ProceedingState
from netra.trust.models import User

STANDS = (ProceedingState.FINAL, ProceedingState.EXECUTED, ProceedingState.CLOSED)


@dataclass(frozen=True, slots=True)
class EarlierPenalty:
    """A final discipline penalty as it holds now; whether its breach is of the same nature, the officer says."""

    number: str
    decided_date: date
    penalty: str
    level: str
    conduct: str
    proceeding_ref: str


def earlier_penalties(user: User, allegation: Allegation, *, on: date) -> Sequence[EarlierPenalty]:
    """What Netra knows, newest first: by NIP and never by name, decided before the act, in cases this user may see.

    A moral sanction is no discipline penalty and makes no repetition (PP 94/2021 Ps 35(2), PP 53/2010 Ps 30(2)).
    """
    if not allegation.party.nip:
        return ()
    found = (
        Decision.objects.filter(
            kind="DISCIPLINE",
            decided_date__lt=allegation.act.act_date,
            proceeding__party__nip=allegation.party.nip,
            proceeding__state__in=STANDS,
            proceeding__in=proceedings_visible_to(user, on=on),
        )
        .exclude(remedy__outcome__in=UNDONE)
        .exclude(proceeding__outcome=NEVER_HELD)
        .select_related("proceeding__party", "remedy")
        .order_by("-decided_date", "-pk")
    )
    decisions = list(found)
    numbers = letters.numbers_of([decision.letter_ref for decision in decisions])
    return [_as_it_holds(decision, numbers[decision.letter_ref]) for decision in decisions]


def _as_it_holds(decision: Decision, number: str) -> EarlierPenalty:
    after = remedy_result(decision) if hasattr(decision, "remedy") else None
    return EarlierPenalty(
        number=number,
        decided_date=decision.decided_date,
        penalty=after.penalty if after else decision.sanction_label,
        level=after.level if after else LEVEL_WORDS[decision.level],
        conduct=decision.proceeding.conduct,
        proceeding_ref=decision.proceeding.ref,
    )
