"""From what speaks for and against each person to a probability, "nobody of this register" among the answers."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from statistics import median

from netra.matching.lookup.features import Features
from netra.matching.names.rules import read_data

NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of the features and of the answer that it is nobody of the register."""

    weights: Mapping[str, float]

    def weight_of(self, features: Features) -> float:
        """How strongly this speaks for the person: a logarithm of odds."""
        return sum(self.weights.get(name, 0.0) * value for name, value in features.items())

    def probabilities(self, candidates: Sequence[Features], among: int, *, alike: int = 0) -> tuple[list[float], float]:
        """The probability of each candidate, and of nobody, when `among` people might have been asked for.

        `alike` are those who bear the same words and were too many to be compared: each is taken for the candidate in
        the middle.
        """
        strengths = [self.weight_of(features) - math.log(max(among, 1)) for features in candidates]
        nobody = self.weights[NOBODY]
        highest = max([nobody, *strengths])
        parts = [math.exp(strength - highest) for strength in strengths]
        rest = math.exp(nobody - highest)
        whole = sum(parts) + rest + (alike * median(parts) if alike and parts else 0.0)
        return [part / whole for part in parts], rest / whole


@cache
def learned_model() -> Model:
    """The model whose weights come with this room."""
    return Model({name: float(value) for name, value in read_data("coefficients.yaml")["weights"].items()})
