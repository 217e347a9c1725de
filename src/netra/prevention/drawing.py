"""Which questions of the bank a reader gets, and what became of the answers. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Protocol, TypeVar


class Asked(Protocol):
    """A question, as far as drawing needs it."""

    @property
    def ordinal(self) -> int: ...

    @property
    def right(self) -> int: ...


Item = TypeVar("Item", bound=Asked)


def drawn(bank: Sequence[Item], count: int, *, seed: str) -> list[Item]:
    """`count` questions, the same for the same seed however often the page is loaded, others for the neighbour."""

    def place(item: Item) -> bytes:
        return hashlib.sha256(f"{seed}/{item.ordinal}".encode()).digest()

    return sorted(sorted(bank, key=place)[:count], key=lambda item: item.ordinal)


def mistaken(questions: Sequence[Item], choices: Mapping[int, int]) -> list[Item]:
    """The questions that were answered wrongly or not at all."""
    return [question for question in questions if choices.get(question.ordinal) != question.right]
