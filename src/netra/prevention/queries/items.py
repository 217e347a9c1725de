"""How hard each question was: how many chose the right answer the first time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from netra.prevention.models import Acknowledgement, BankItem, Instrument


@dataclass(frozen=True, slots=True)
class ItemDifficulty:
    """A question, how often it was asked, how often answered rightly at once, and the wrong choice made most."""

    question: BankItem
    asked: int
    right: int
    commonest_error: int | None

    @property
    def percent_right(self) -> int | None:
        return self.right * 100 // self.asked if self.asked else None


def difficulties(instrument: Instrument) -> Sequence[ItemDifficulty]:
    """The bank of an instrument, in its order. Reads every acknowledgement: for one office, not for a nation."""
    answered = Acknowledgement.objects.filter(instrument=instrument).exclude(first_choices={})
    given = answered.values_list("first_choices", flat=True).iterator(chunk_size=5000)
    return difficulties_of(instrument.questions.order_by("ordinal"), given)


def difficulties_of(bank: Iterable[BankItem], given: Iterable[Mapping[str, int]]) -> Sequence[ItemDifficulty]:
    """Each question of a bank, by what each person chose: by ordinal of the question the choice from 0."""
    chosen: dict[str, Counter[int]] = {}
    for choices in given:
        for ordinal, choice in choices.items():
            chosen.setdefault(ordinal, Counter())[choice] += 1
    return [_difficulty(question, chosen.get(str(question.ordinal), Counter())) for question in bank]


def _difficulty(question: BankItem, chosen: Counter[int]) -> ItemDifficulty:
    wrong = [(count, choice) for choice, count in chosen.items() if choice != question.right]
    return ItemDifficulty(
        question=question,
        asked=chosen.total(),
        right=chosen[question.right],
        commonest_error=max(wrong)[1] if wrong else None,
    )
