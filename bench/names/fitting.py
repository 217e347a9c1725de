"""Weights from questions with answers: penalised conditional logit, by Newton's method, without any library.

Each question is a choice among its candidates and nobody. The penalty pulls each weight to what theory or judgement
says (`PRIOR`), so that a few hundred questions do not teach what they cannot know.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from netra.matching.lookup.features import Features
from netra.matching.lookup.model import NOBODY, Model

# The weight before any question was seen, and how far from it questions may pull (one standard deviation).
PRIOR: Mapping[str, tuple[float, float]] = {
    NOBODY: (-1.5, 2.0),
    "exact_information": (1.0, 0.3),
    "spelling_information": (0.9, 0.3),
    "glued_information": (0.9, 0.3),
    "glued_count": (-1.0, 1.0),
    "near_information": (0.8, 0.3),
    "near_count": (-1.5, 1.0),
    "letters_apart": (-1.5, 0.7),
    "shortened_information": (0.6, 0.3),
    "shortened_count": (-1.5, 1.0),
    "initial_information": (0.8, 0.3),
    "initial_count": (-0.5, 1.0),
    "words_out_of_order": (-2.0, 1.0),
    "left_asked_count": (-1.5, 1.0),
    "left_asked_information": (-0.2, 0.2),
    "left_borne_count": (-1.0, 1.0),
    "left_borne_information": (-0.2, 0.2),
    "left_initial_count": (-0.7, 1.0),
    "left_rank_count": (-0.7, 1.0),
    "rank_information": (0.4, 0.2),
    "whole_name_information": (0.5, 0.3),
    "titles_same_information": (0.6, 0.3),
    "titles_missing_count": (-0.8, 0.5),
    "titles_more_count": (-0.3, 0.5),
    "sex_of_titles_differs": (-4.0, 1.0),
    "year_information": (1.0, 0.2),
    "year_same": (0.0, 0.5),
    "year_partly": (-2.0, 0.7),
    "year_different": (-4.0, 1.0),
    "sex_information": (1.0, 0.2),
    "sex_same": (0.0, 0.3),
    "sex_different": (-4.0, 1.0),
    "region_information": (1.0, 0.2),
    "region_same": (-0.3, 0.5),
    "region_partly": (-1.0, 0.7),
    "region_different": (-2.5, 1.0),
    "place_information": (1.0, 0.2),
    "place_same": (-0.7, 0.5),
    "place_partly": (-1.0, 0.5),
    "place_different": (-0.7, 0.5),
    "group_information": (1.0, 0.2),
    "group_same": (-0.2, 0.5),
    "group_different": (-2.0, 1.0),
    "office_information": (1.0, 0.2),
    "office_same": (-0.2, 0.5),
    "office_different": (-1.5, 1.0),
}
_ROUNDS = 12
_NEGLIGIBLE = 1e-9


@dataclass(frozen=True, slots=True)
class Question:
    """The candidates of one question and which of them is right; None where nobody of the register is."""

    candidates: Sequence[Features]
    right: int | None
    weight: float = 1.0


def fit(questions: Sequence[Question], among: int) -> Model:
    """The weights that make the right answers most probable, near the prior."""
    names = list(PRIOR)
    place = {name: number for number, name in enumerate(names)}
    weights = {name: PRIOR[name][0] for name in names}
    for _round in range(_ROUNDS):
        gradient = [(PRIOR[name][0] - weights[name]) / PRIOR[name][1] ** 2 for name in names]
        curvature = [[0.0] * len(names) for _ in names]
        for number, name in enumerate(names):
            curvature[number][number] = 1 / PRIOR[name][1] ** 2
        model = Model(weights)
        for question in questions:
            _learn(question, model, among, place, gradient, curvature)
        step = _solve(curvature, gradient)
        largest = max(map(abs, step))
        shrink = min(1.0, 2.0 / largest) if largest else 1.0
        weights = {name: weights[name] + shrink * step[place[name]] for name in names}
        if largest < 1e-4:
            break
    return Model(weights)


def _learn(
    question: Question,
    model: Model,
    among: int,
    place: Mapping[str, int],
    gradient: list[float],
    curvature: list[list[float]],
) -> None:
    """Add what one question says to the slope and the curvature of the likelihood."""
    likely, nobody = model.probabilities(question.candidates, among)
    options = [
        *((chance, _sparse(features, place)) for chance, features in zip(likely, question.candidates, strict=True)),
        (nobody, [(place[NOBODY], 1.0)]),
    ]
    share = question.weight
    for number, value in options[-1 if question.right is None else question.right][1]:
        gradient[number] += share * value
    mean: dict[int, float] = {}
    for chance, option in options:
        if chance < _NEGLIGIBLE:
            continue
        for number, value in option:
            mean[number] = mean.get(number, 0.0) + chance * value
            row, scaled = curvature[number], share * chance * value
            for other, against in option:
                row[other] += scaled * against
    for number, value in mean.items():
        gradient[number] -= share * value
        for other, against in mean.items():
            curvature[number][other] -= share * value * against


def _sparse(features: Features, place: Mapping[str, int]) -> list[tuple[int, float]]:
    return [(place[name], value) for name, value in features.items() if name in place]


def _solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a positive definite system, by Cholesky."""
    size = len(right)
    lower = [[0.0] * size for _ in range(size)]
    for i in range(size):
        for j in range(i + 1):
            rest = matrix[i][j] - sum(lower[i][k] * lower[j][k] for k in range(j))
            lower[i][j] = math.sqrt(max(rest, 1e-12)) if i == j else rest / lower[j][j]
    forward: list[float] = []
    for i in range(size):
        forward.append((right[i] - sum(lower[i][k] * forward[k] for k in range(i))) / lower[i][i])
    answer = [0.0] * size
    for i in reversed(range(size)):
        answer[i] = (forward[i] - sum(lower[k][i] * answer[k] for k in range(i + 1, size))) / lower[i][i]
    return answer
