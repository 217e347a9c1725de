"""The ratio of two rates over strata with its exact interval: how often something happened here beside there. Pure.

Given how many events a stratum had, those among the exposed are binomial; over the strata their sum is a convolution of
binomials that depends on the common ratio alone. The interval leaves half of what is improbable at either side, so that
it holds for few events, for none, and for many small strata. Method: D. O. Martin and H. Austin, Exact estimates for a
rate ratio, Epidemiology 7 (1996) 29–33. With one stratum it is the exact interval of every textbook.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import exp, inf, lgamma, log
from statistics import NormalDist

CONFIDENCE = 0.95
POWER = 0.8
_STEPS = 80


@dataclass(frozen=True, slots=True)
class Stratum:
    """Events and time at risk of the exposed and of the others; time in any unit, the same everywhere."""

    exposed: int
    others: int
    exposed_time: float
    others_time: float

    @property
    def events(self) -> int:
        return self.exposed + self.others

    @property
    def compares(self) -> bool:
        """Whether both kinds were there; without events it says nothing of the ratio, but may do so one day."""
        return self.exposed_time > 0 and self.others_time > 0


@dataclass(frozen=True, slots=True)
class Ratio:
    """The ratio that the events are most probable with, and its interval; `high` may be infinite."""

    estimate: float
    low: float
    high: float


def rate_ratio(strata: Iterable[Stratum], *, confidence: float = CONFIDENCE) -> Ratio | None:
    """The common ratio of the exposed to the others; None where no stratum with events has both."""
    told = _informative(strata)
    if not told:
        return None
    seen, events, tail = sum(each.exposed for each in told), sum(each.events for each in told), (1 - confidence) / 2
    chances = _Chances(told)
    estimate = _solve(lambda ratio: chances.mean(ratio) - seen) if 0 < seen < events else (0.0 if not seen else inf)
    low = _solve(lambda ratio: chances.at_least(seen, ratio) - tail) if seen else 0.0
    high = _solve(lambda ratio: tail - chances.at_most(seen, ratio)) if seen < events else inf
    return Ratio(estimate, low, high)


def could_show_fewer(strata: Iterable[Stratum], *, confidence: float = CONFIDENCE) -> bool:
    """Whether so many events could have shown that the exposed have fewer, had none of them been theirs."""
    told = _informative(strata)
    shares = (each.others_time / (each.exposed_time + each.others_time) for each in told)
    none_by_chance = exp(sum(each.events * log(share) for each, share in zip(told, shares, strict=True)))
    return none_by_chance <= (1 - confidence) / 2


def events_needed(strata: Iterable[Stratum], *, ratio: float) -> int | None:
    """How many events show a ratio of this size four times out of five; None where nothing can be compared.

    D. Schoenfeld, Sample-size formula for the proportional-hazards regression model, Biometrics 39 (1983) 499–503,
    which asks only how the time is divided between the two.
    """
    both = [each for each in strata if each.compares]
    exposed, others = sum(each.exposed_time for each in both), sum(each.others_time for each in both)
    if not exposed or not others:
        return None
    share = exposed / (exposed + others)
    width = NormalDist().inv_cdf(1 - (1 - CONFIDENCE) / 2) + NormalDist().inv_cdf(POWER)
    return -int(-(width**2) // (share * (1 - share) * log(ratio) ** 2))


def _informative(strata: Iterable[Stratum]) -> list[Stratum]:
    return [each for each in strata if each.compares and each.events]


class _Chances:
    """How probable each count among the exposed is, for any ratio: computed once, then weighted."""

    def __init__(self, strata: Sequence[Stratum]) -> None:
        # Near the true ratio nothing that matters vanishes in floating point.
        self._pivot = _pivot(strata)
        chances = [1.0]
        for each in strata:
            odds = self._pivot * each.exposed_time / each.others_time
            chances = _convolved(chances, _binomial(each.events, odds / (1 + odds)))
        self._logs = [log(chance) if chance else -inf for chance in chances]

    def mean(self, ratio: float) -> float:
        return sum(count * chance for count, chance in enumerate(self._at(ratio)))

    def at_least(self, count: int, ratio: float) -> float:
        return sum(self._at(ratio)[count:])

    def at_most(self, count: int, ratio: float) -> float:
        return sum(self._at(ratio)[: count + 1])

    def _at(self, ratio: float) -> list[float]:
        tilt = log(ratio / self._pivot)
        logs = [chance + count * tilt for count, chance in enumerate(self._logs)]
        largest = max(logs)
        weights = [exp(each - largest) for each in logs]
        whole = sum(weights)
        return [weight / whole for weight in weights]


def _pivot(strata: Sequence[Stratum]) -> float:
    """The ratio of Mantel and Haenszel, or 1 where it is nothing or infinite."""
    here = sum(each.exposed * each.others_time / (each.exposed_time + each.others_time) for each in strata)
    there = sum(each.others * each.exposed_time / (each.exposed_time + each.others_time) for each in strata)
    return here / there if here and there else 1.0


def _binomial(trials: int, chance: float) -> list[float]:
    yes, no = log(chance), log(1 - chance)
    whole = lgamma(trials + 1)
    return [
        exp(whole - lgamma(hits + 1) - lgamma(trials - hits + 1) + hits * yes + (trials - hits) * no)
        for hits in range(trials + 1)
    ]


def _convolved(first: Sequence[float], second: Sequence[float]) -> list[float]:
    made = [0.0] * (len(first) + len(second) - 1)
    for at, chance in enumerate(first):
        for further, other in enumerate(second):
            made[at + further] += chance * other
    return made


def _solve(rising: Callable[[float], float]) -> float:
    """Where a rising function of the ratio passes nothing: by halves, on the scale of logarithms."""
    low, high = -1.0, 1.0
    while rising(exp(low)) > 0:
        low *= 2
    while rising(exp(high)) < 0:
        high *= 2
    for _step in range(_STEPS):
        middle = (low + high) / 2
        if rising(exp(middle)) < 0:
            low = middle
        else:
            high = middle
    return exp((low + high) / 2)
