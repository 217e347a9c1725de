"""How hard each question was: how many chose the right answer the first time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from netra.prevention.models import Acknowledgement, Instrument, Question


@dataclass(frozen=True, slots=True)
class ItemDifficulty:
    """A question, how often it was asked, how often answered rightly at once, and the wrong choice made most."""

    question: Question
    asked: int
    right: int
    commonest_error: int | None

    @property
    def percent_right(self) -> int | None:
        return self.right * 100 // self.asked if self.asked else None


def difficulties(instrument: Instrument) -> Sequence[ItemDifficulty]:
    """The bank of an instrument, in its order. Reads every acknowledgement: for one office, not for a nation."""
    chosen: dict[str, Counter[int]] = {}
    answered = Acknowledgement.objects.filter(instrument=instrument).exclude(first_choices={})
    for choices in answered.values_list("first_choices", flat=True).iterator(chunk_size=5000):
        for ordinal, choice in choices.items():
            chosen.setdefault(ordinal, Counter())[choice] += 1
    return [_difficulty(question, chosen.get(str(question.ordinal), Counter())) for question in _bank(instrument)]


def _bank(instrument: Instrument) -> Sequence[Question]:
    return list(instrument.questions.order_by("ordinal"))


def _difficulty(question: Question, chosen: Counter[int]) -> ItemDifficulty:
    wrong = [(count, choice) for choice, count in chosen.items() if choice != question.right]
    return ItemDifficulty(
        question=question,
        asked=chosen.total(),
        right=chosen[question.right],
        commonest_error=max(wrong)[1] if wrong else None,
    )
