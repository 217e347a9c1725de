"""The figures of an evaluation, each with an interval from drawing the questions again (bootstrap)."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

DRAWS = 1000
PRECISION = 0.98
_EDGES = (0.0, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 0.99, 1.01)


@dataclass(frozen=True, slots=True)
class Result:
    """One answered question. `right` is the person, empty for nobody; `said_nobody` is what the method decided."""

    right: str
    ranked: tuple[str, ...]
    score: float
    said_nobody: bool
    confirmable: bool = False

    @property
    def first_is_right(self) -> bool:
        return bool(self.right) and self.ranked[:1] == (self.right,)


def recall_at(results: Sequence[Result], rank: int) -> float:
    """Of the questions that have a person, how many find them among the first `rank`."""
    having = [result for result in results if result.right]
    return sum(result.right in result.ranked[:rank] for result in having) / max(len(having), 1)


def f1(results: Sequence[Result]) -> float:
    """Harmonic mean of precision and recall where "no one" may be answered."""
    named = [result for result in results if not result.said_nobody and result.ranked]
    having = sum(bool(result.right) for result in results)
    return 2 * sum(result.first_is_right for result in named) / max(len(named) + having, 1)


def recall_at_precision(results: Sequence[Result]) -> float:
    """The most persons found by answering from some score on, while 98 of 100 answers are right."""
    having = sum(bool(result.right) for result in results)
    best = right = 0
    ordered = sorted((result for result in results if result.ranked), key=lambda result: -result.score)
    for count, result in enumerate(ordered, start=1):
        right += result.first_is_right
        tied = count < len(ordered) and ordered[count].score == result.score
        if not tied and right >= PRECISION * count:
            best = right
    return best / max(having, 1)


FIGURES: dict[str, Callable[[Sequence[Result]], float]] = {
    "R@1": lambda results: recall_at(results, 1),
    "R@10": lambda results: recall_at(results, 10),
    "F1 with no one": f1,
    "recall at 98 % precision": recall_at_precision,
}


def interval(results: Sequence[Result], figure: Callable[[Sequence[Result]], float]) -> tuple[float, float]:
    """The middle 95 of 100 values of a figure over questions drawn again with replacement."""
    draw = random.Random(98)
    values = sorted(figure(draw.choices(results, k=len(results))) for _ in range(DRAWS))
    return values[int(0.025 * DRAWS)], values[int(0.975 * DRAWS)]


def row_of(method: str, results: Sequence[Result]) -> str:
    """One line of the table."""
    cells = []
    for figure in FIGURES.values():
        low, high = interval(results, figure)
        cells.append(f"{figure(results):.3f} ({low:.3f}–{high:.3f})")
    return f"| {method} | {' | '.join(cells)} |"


def calibration(results: Sequence[Result]) -> list[str]:
    """The reliability table: of the answers of about this probability, how many are right."""
    lines = [
        "| probability of the first | questions | mean probability | right | 95 % interval |",
        "|---|---:|---:|---:|---|",
    ]
    for low, high in pairwise(_EDGES):
        inside = [result for result in results if result.ranked and low <= result.score < high]
        if inside:
            mean = sum(result.score for result in inside) / len(inside)
            left, right = interval(inside, _share_right)
            told = f"{low:.2f}–{min(high, 1):.2f} | {len(inside)} | {mean:.3f} | {_share_right(inside):.3f}"
            lines.append(f"| {told} | {left:.3f}–{right:.3f} |")
    return lines


def _share_right(results: Sequence[Result]) -> float:
    return sum(result.first_is_right for result in results) / len(results)


def confirmable_line(results: Sequence[Result]) -> str:
    """How many answers may be confirmed, and how many of them name the wrong person."""
    offered = [result for result in results if result.confirmable]
    wrong = sum(not result.first_is_right for result in offered)
    return f"CONFIRMABLE: {len(offered)} of {len(results)}, of which wrong: {wrong}."
