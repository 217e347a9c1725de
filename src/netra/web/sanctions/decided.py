"""What was decided, beside what the law asked for, as every page about it shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from netra.cases.letters import LEVEL_WORDS
from netra.sanctions.absent import may_be_contested, reached_when_absent
from netra.sanctions.bounds import recommended_level
from netra.sanctions.queries.decision import (
    answer_recorded_late,
    candidate_decided,
    remedy_recorded_late,
    remedy_result,
)
from netra.sanctions.queries.executions import Left, executions_of
from netra.sanctions.silence import VOID, lapsed_term
from netra.sanctions.states import PP_79, UNDONE
from netra.sanctions.teams import examined_without_team
from netra.web.sanctions.words import MANNER_WORDS, OUTCOME_WORDS, REMEDY_WORDS
from netra.web.words import translated

if TYPE_CHECKING:
    from netra.sanctions.models import Decision, Proceeding, Remedy, Suit
    from netra.trust.trail import Entry


@dataclass(frozen=True, slots=True)
class FormerAnswer:
    """How a remedy was answered before a court said otherwise."""

    outcome: str
    decided_date: date | None


def levels_in_words(found: Proceeding) -> dict[str, object]:
    """Floor, ceiling and recommendation; once decided, as they stood at the decision."""
    made = getattr(found, "decision", None)
    recommended = made.recommended_level if made else recommended_level(found.party)
    return {
        "floor": translated(LEVEL_WORDS[(made or found).level_floor]),
        "ceiling": translated(LEVEL_WORDS[(made or found).level_ceiling]),
        "recommended": translated(LEVEL_WORDS[recommended]) if recommended else "",
    }


def _answered(remedy: Remedy | None, suit: Suit | None) -> dict[str, object]:
    """How the remedy was answered, and what a court made of that: its word holds, and the answer stays to be read."""
    if remedy is None:
        return {"suit": None}
    answered: Remedy | FormerAnswer = remedy
    # Where the court left something else, or nobody had answered, the remedy bears the word of the court.
    if suit is not None and suit.decided_date == remedy.decided_date and suit.outcome == remedy.outcome:
        answered = FormerAnswer(suit.former_outcome, suit.former_decided_date)
    late = answer_recorded_late(remedy, answered.decided_date) if answered.decided_date else None
    return {
        "remedy_outcome": OUTCOME_WORDS.get(answered.outcome, ""),
        "remedy_answered": answered.decided_date,
        "answer_late": late,
        # What stands in the way of believing its day: had nobody answered by then, the penalty would be void.
        "void_unless_dated_so": late and late.recorded_date and lapsed_term(remedy, late.recorded_date),
        "void": VOID,
        "suit": suit,
        "suit_outcome": OUTCOME_WORDS.get(suit.outcome, "") if suit else "",
    }


def _carried_out(made: Decision | None, trail: Sequence[Entry] | None) -> dict[str, object]:
    """What was carried out and stands, and what was before an answer or a ruling said something else."""
    done = executions_of(made, trail) if made else []
    earlier = [each for each in done if each.left != Left.STANDS]
    return {
        "standing": [each for each in done if each.left == Left.STANDS],
        "earlier": earlier,
        "left_of_earlier": {each.left.value for each in earlier},
    }


def without_receipt(found: Proceeding) -> dict[str, object]:
    """Of what was sent to whoever stayed away: from when it holds, and whether anything may be filed against it."""
    made = getattr(found, "decision", None)
    return {
        "made": made,
        "delivery": getattr(made, "delivery", None),
        "reached_when_absent": reached_when_absent(made) if made else None,
        "may_be_contested": may_be_contested(made) if made else False,
    }


def decided(found: Proceeding, trail: Sequence[Entry] | None = None) -> dict[str, object]:
    """The decision, how it was delivered, and what a remedy made of it; nothing of them before there is one. `trail` is
    that of the case, from a page that shows it as well.
    """
    made = getattr(found, "decision", None)
    delivery = getattr(made, "delivery", None)
    remedy = getattr(made, "remedy", None)
    suit = getattr(remedy, "suit", None)
    return {
        "made": made,
        "made_level": translated(LEVEL_WORDS[made.level]) if made else "",
        "candidate": candidate_decided(made) if made else "",
        "delivery": delivery,
        "missed": getattr(made, "delivery_miss", None),
        **without_receipt(found),
        "manner": MANNER_WORDS[delivery.manner] if delivery else "",
        "remedy": remedy,
        # An appeal does not end the pay of whoever is allowed to work on (PP 79/2021 Ps 28).
        "pay_goes_on": remedy is not None and remedy.filed_date >= PP_79,
        "remedy_kind": REMEDY_WORDS[remedy.kind] if remedy else "",
        **_answered(remedy, suit),
        **_carried_out(made, trail),
        "remedy_recorded": remedy_recorded_late(made) if made and remedy else None,
        "undone": remedy is not None and remedy.outcome in UNDONE,
        "after": remedy_result(made) if made and remedy else None,
        # Nobody refuses what BPASN or a court decided; that no team had examined is said beside it.
        "without_team": remedy is not None and examined_without_team(found, remedy.level_after),
    }
