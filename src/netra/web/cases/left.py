"""That an accused was taken for a civil servant no more, and why that was a mistake, for the page of the case.

The trail keeps the fingerprint of the reason, because it may speak of somebody else who died. The page says the reason
where the fingerprint is of the words that were kept; of an earlier one, which the next correction replaced, it is left.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from netra.cases.leaving import LEAVING_LABELS
from netra.prevention.fingerprints import of_words
from netra.sanctions.leaving import LEFT, MISTAKEN
from netra.web.words import translated

if TYPE_CHECKING:
    from netra.cases.models import Party
    from netra.trust.trail import Entry


@dataclass(frozen=True, slots=True)
class Mistake:
    """One record that was taken back: what it said, when and by whom it was corrected, and why."""

    kind: str
    left_date: date
    document: str
    at: datetime
    by: str
    reason: str


def with_reasons(trail: Iterable[Entry], people: Iterable[Party]) -> list[Entry]:
    """The events as they are shown: each correction with its reason beside the fingerprint of it."""
    reasons = {of_words(each.left_mistaken): each.left_mistaken for each in people if each.left_mistaken}
    return [_told(each, reasons.get(str(each.payload.get("sha256")), "")) for each in trail]


def _told(entry: Entry, reason: str) -> Entry:
    if entry.verb != MISTAKEN or not reason:
        return entry
    return replace(entry, payload={**entry.payload, "reason": reason})


def mistakes(party: Party, trail: Sequence[Entry]) -> list[Mistake]:
    """What was said of this accused and taken back, in the order of the trail that `with_reasons` tells."""
    told = [each for each in trail if each.verb in (LEFT, MISTAKEN) and each.payload["party"] == party.ordinal]
    pairs = pairwise(told)
    return [_mistake(said, taken_back) for said, taken_back in pairs if taken_back.verb == MISTAKEN]


def _mistake(said: Entry, taken_back: Entry) -> Mistake:
    return Mistake(
        kind=translated(LEAVING_LABELS[str(said.payload["kind"])]),
        left_date=date.fromisoformat(str(said.payload["date"])),
        document=str(said.payload["document"]),
        at=taken_back.at,
        by=taken_back.actor_label,
        reason=str(taken_back.payload.get("reason", "")),
    )
