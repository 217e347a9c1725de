"""Whom to look at closely: the people who share rare words with the question, in the same or a near spelling."""

from __future__ import annotations

import heapq
from collections import defaultdict

from netra.matching.lookup.index import Index, glued_keys
from netra.matching.lookup.similarity import allowed_distance, distance
from netra.matching.names import Name

_NEAR = 0.6
_MOST = 120
_TOO_COMMON = 20_000


def candidates(asked: Name, index: Index, most: int = _MOST) -> list[int]:
    """The numbers of the people worth aligning, at most `most`."""
    told: dict[int, float] = defaultdict(float)
    words = [*asked.tokens, *asked.aliases]
    for key in {token.key for token in words if len(token.key) > 1} | glued_keys(asked):
        best: dict[int, float] = {}
        for near in {key, *index.near_keys(key)}:
            worth = index.information(near) * _likeness(key, near)
            bearers = index.bearers(near)
            if worth > 0 and len(bearers) <= _TOO_COMMON:
                for number in bearers:
                    best[number] = max(best.get(number, 0.0), worth)
        for number, worth in best.items():
            told[number] += worth
    return heapq.nlargest(most, told, key=lambda number: (told[number], -_length_apart(asked, number, index), -number))


def _likeness(key: str, near: str) -> float:
    if key == near:
        return 1.0
    return _NEAR if distance(key, near) <= allowed_distance(key, near) else 0.0


def _length_apart(asked: Name, number: int, index: Index) -> int:
    return abs(_words(asked) - _words(index.person(number).name))


def _words(name: Name) -> int:
    return sum(len(token.text) > 1 for token in name.tokens)
