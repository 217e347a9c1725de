"""How long it takes, where some have not done it yet: the product-limit estimate. Pure.

Whoever still waits is not left out and not counted as done: he is *censored*, known only to have waited so long. E. L.
Kaplan and P. Meier, Nonparametric estimation from incomplete observations, Journal of the American Statistical
Association 53 (1958) 457–481.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

# A share is a product of fractions: a hair above a half is a half.
_HAIR = 1e-9


@dataclass(frozen=True, slots=True)
class Wait:
    """So many days, until it was done or as far as it was seen."""

    days: int
    done: bool


def still_waiting(waits: Iterable[Wait]) -> list[tuple[int, float]]:
    """The share that has not done it after each day on which somebody did, in the order of the days."""
    done: Counter[int] = Counter()
    left: Counter[int] = Counter()
    for wait in waits:
        (done if wait.done else left)[wait.days] += 1
    # Who was last seen on a day on which others did it was still asked on that day.
    at_risk, share, curve = done.total() + left.total(), 1.0, []
    for day in sorted(done | left):
        if done[day]:
            share *= 1 - done[day] / at_risk
            curve.append((day, share))
        at_risk -= done[day] + left[day]
    return curve


def days_until(curve: Iterable[tuple[int, float]], share: float) -> int | None:
    """The first day after which at least this share has done it; None where it was never seen to come so far."""
    return next((day for day, waiting in curve if waiting <= 1 - share + _HAIR), None)
