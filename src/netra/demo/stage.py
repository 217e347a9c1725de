"""Playing many tales in the order of time."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from netra.demo.pace import Told

Tale = Iterator[datetime]


def in_turn(tales: Iterable[Tale]) -> Tale:
    """Several tales as one: whichever acts first goes first, and one that has come to its end leaves the others."""
    waiting: list[tuple[datetime, int, Tale]] = []
    for number, tale in enumerate(tales):
        _wait(waiting, number, tale)
    while waiting:
        when, number, tale = heapq.heappop(waiting)
        yield when
        _wait(waiting, number, tale)


def play(tales: Iterable[Tale], *, until: datetime, progress: Callable[[datetime], None]) -> None:
    """Let every tale act until its end or until that moment, whichever comes first."""
    for when in in_turn(tales):
        if when > until:
            return
        progress(when)


def _wait(waiting: list[tuple[datetime, int, Tale]], number: int, tale: Tale) -> None:
    try:
        heapq.heappush(waiting, (next(tale), number, tale))
    except (StopIteration, Told):
        return
