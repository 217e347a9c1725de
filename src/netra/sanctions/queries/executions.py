"""What was carried out of a decision, by which paper, and what an answer or a ruling since then leaves of that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.timezone import localdate

from netra.sanctions.models import Decision, Remedy
from netra.sanctions.queries.decision import penalty_labels
from netra.sanctions.states import UNDONE
from netra.trust.trail import Entry, history

EXECUTED, RULED = "sanctions.decision_execute", "sanctions.suit_decide"
FILED = frozenset({"sanctions.objection_file", "sanctions.appeal_file"})
ANSWERED = frozenset({"sanctions.objection_decide", "sanctions.appeal_decide"})
SUED = "sanctions.suit_file"


class Left(StrEnum):
    """What is left of an execution."""

    STANDS = "STANDS"
    # A remedy came after it and is not answered yet.
    WAITS = "WAITS"
    # The same penalty holds from a later day: it is carried out anew.
    ANEW = "ANEW"
    # Another penalty holds.
    OTHER = "OTHER"
    # Nothing holds: what it took is given back.
    GONE = "GONE"


@dataclass(frozen=True, slots=True)
class Execution:
    """That a penalty was carried out: the day on which it was written down, the paper, and what is left of it."""

    recorded_date: date
    document: str
    penalty: str
    while_sued: bool
    left: Left


def executions_of(decision: Decision, trail: Sequence[Entry] | None = None) -> list[Execution]:
    """What was carried out of this decision, the first first: the trail tells it, the rows only that it is so now.

    `trail` is that of the case, from whoever has read it already.
    """
    ref = decision.proceeding.ref
    whole = history(decision.proceeding.case.chain) if trail is None else trail
    told = [each for each in whole if each.payload.get("proceeding") == ref]
    remedy: Remedy | None = getattr(decision, "remedy", None)
    labels = penalty_labels(decision)
    found = []
    for place, entry in enumerate(told):
        if entry.verb == EXECUTED:
            held = _held_after(told[:place], decision, remedy)
            found.append(
                Execution(
                    recorded_date=localdate(entry.at),
                    document=str(entry.payload["document"]),
                    penalty=labels.get(held, decision.sanction_label),
                    while_sued=_last_of(told[:place]) == SUED,
                    left=_left(held, _held_after(told, decision, remedy), told[place:]),
                )
            )
    return found


def _last_of(told: Iterable[Entry]) -> str:
    """Whether a suit was filed or ruled upon last; "" before any."""
    return next((each.verb for each in reversed(list(told)) if each.verb in {SUED, RULED}), "")


def _held_after(told: Iterable[Entry], decision: Decision, remedy: Remedy | None) -> str:
    """The penalty that held once this had been told; "" where none did."""
    held = decision.sanction_code
    for entry in told:
        if entry.verb in {RULED, *ANSWERED}:
            held = _after(entry, held, remedy)
    return held


def _after(entry: Entry, held: str, remedy: Remedy | None) -> str:
    outcome = entry.payload["outcome"]
    if outcome in UNDONE:
        return ""
    if outcome == "UPHELD" or remedy is None:
        return held
    suit = getattr(remedy, "suit", None)
    # What the answer had left stands with the suit, once a court has said otherwise.
    ruled = suit is not None and suit.outcome not in {"", "UPHELD"}
    return suit.former_sanction if suit is not None and ruled and entry.verb in ANSWERED else remedy.sanction_after


def _left(then: str, now: str, since: list[Entry]) -> Left:
    verbs = [each.verb for each in since]
    if FILED & set(verbs) and not ANSWERED & set(verbs) and RULED not in verbs:
        return Left.WAITS
    if not now:
        return Left.GONE
    if then != now:
        return Left.OTHER
    renewed = any(each.verb in ANSWERED or _changed(each) for each in since)
    return Left.ANEW if renewed else Left.STANDS


def _changed(entry: Entry) -> bool:
    return entry.verb == RULED and entry.payload["outcome"] != "UPHELD"
