"""The list of instruments, and one of them with all that belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from netra.prevention.access import instrument_for, visible_to
from netra.prevention.models import Instrument, Question, Target
from netra.trust.access import Person

PAGE_SIZE = 25


@dataclass(frozen=True, slots=True)
class InstrumentFile:
    """One instrument with its target and its bank of questions."""

    instrument: Instrument
    targets: Sequence[Target]
    questions: Sequence[Question]


def instrument_page(user: Person, *, on: date, after: int | None = None) -> tuple[Sequence[Instrument], int | None]:
    """One page of the instruments this person sees, newest first, and the key of the next page."""
    rows = visible_to(user, on=on)
    rows = rows.filter(pk__lt=after) if after is not None else rows
    found = list(rows.order_by("-pk")[: PAGE_SIZE + 1])
    page = found[:PAGE_SIZE]
    return page, page[-1].pk if len(found) > PAGE_SIZE else None


def instrument_file(user: Person, ref: str, *, on: date) -> InstrumentFile:
    """One instrument, if this person may read it. Fails with NotFound."""
    found = instrument_for(user, ref, on=on)
    return InstrumentFile(
        instrument=found,
        targets=list(found.targets.select_related("agency", "unit").order_by("pk")),
        questions=list(found.questions.order_by("ordinal")),
    )
