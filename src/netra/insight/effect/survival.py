"""How long it takes, where some have not done it yet: the product-limit estimate. Pure.

Whoever still waits is not left out and not counted as done: he is *censored*, known only to have waited so long. E. L.
Kaplan and P. Meier, Nonparametric estimation from incomplete observations, Journal of the American Statistical
Association 53 (1958) 457–481.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

# A share is a product of fractions: a hair above a half is a half.
_HAIR = 1e-9


@dataclass(frozen=True, slots=True)
class Waits:
    """By number of days: how many had done it after so many, and how many were seen waiting so long and no longer."""

    done: Counter[int] = field(default_factory=Counter)
    censored: Counter[int] = field(default_factory=Counter)


def still_waiting(waits: Waits) -> list[tuple[int, float]]:
    """The share that has not done it after each day on which somebody did, in the order of the days."""
    # Who was last seen on a day on which others did it was still asked on that day.
    at_risk, share, curve = waits.done.total() + waits.censored.total(), 1.0, []
    for day in sorted(waits.done | waits.censored):
        if waits.done[day]:
            share *= 1 - waits.done[day] / at_risk
            curve.append((day, share))
        at_risk -= waits.done[day] + waits.censored[day]
    return curve


def days_until(curve: Iterable[tuple[int, float]], share: float) -> int | None:
    """The first day after which at least this share has done it; None where it was never seen to come so far."""
    return next((day for day, waiting in curve if waiting <= 1 - share + _HAIR), None)
