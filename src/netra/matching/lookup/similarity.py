"""How far two keys are apart: edits, of which those that a hand or an ear makes often cost little."""

from __future__ import annotations

from functools import lru_cache

# Pairs of letters that one name is written with; the value is the cost of taking one for the other.
_LIKELY = {"ou": 0.4, "ei": 0.4, "jy": 0.3, "js": 0.4, "fp": 0.4, "dt": 0.5, "bp": 0.6, "ck": 0.6, "ao": 0.5, "iy": 0.2,
           "uw": 0.3, "ae": 0.6, "gk": 0.6, "cs": 0.6, "ai": 0.8, "mn": 0.7, "lr": 0.8}  # fmt: skip
_SILENT = {"h": 0.4, "y": 0.5, "i": 0.7, "e": 0.7, "u": 0.8, "a": 0.8, "n": 0.8, "g": 0.7}
_SWAPPED = 0.8
# Nobody asks how far apart words are that are further apart than any allowed distance.
_FURTHEST = 2.2
TOO_FAR = 99.0


@lru_cache(maxsize=500_000)
def distance(one: str, other: str) -> float:
    """The cheapest way of making one key the other: 0 for the same, TOO_FAR from where no two words are one."""
    if one == other:
        return 0.0
    one, other = _apart(one, other)
    before: list[float] = []
    row = _row_of_insertions(other)
    for place, letter in enumerate(one, start=1):
        above, row = row, [row[0] + _SILENT.get(letter, 1.0)]
        for column, against in enumerate(other, start=1):
            best = min(
                above[column] + _SILENT.get(letter, 1.0),
                row[column - 1] + _SILENT.get(against, 1.0),
                above[column - 1] + _cost(letter, against),
            )
            if place > 1 and column > 1 and letter == other[column - 2] and against == one[place - 2]:
                best = min(best, before[column - 2] + _SWAPPED)
            row.append(best)
        if min(row) > _FURTHEST and min(above) > _FURTHEST:
            return TOO_FAR
        before = above
    return row[-1]


def _apart(one: str, other: str) -> tuple[str, str]:
    """What is left of two words between the letters that both begin and end with: mostly a letter or two.

    A letter that both have costs nothing where it stands, except a y: to put one more y before it and read it as a j is
    cheaper than to put in a j.
    """
    shorter, first = min(len(one), len(other)), 0
    while first < shorter and one[first] == other[first] != "y":
        first += 1
    last = 0
    while last < shorter - first and one[-1 - last] == other[-1 - last] != "y":
        last += 1
    return one[first : len(one) - last], other[first : len(other) - last]


def _row_of_insertions(other: str) -> list[float]:
    row = [0.0]
    for letter in other:
        row.append(row[-1] + _SILENT.get(letter, 1.0))
    return row


def _cost(one: str, other: str) -> float:
    if one == other:
        return 0.0
    return _LIKELY.get(one + other if one < other else other + one, 1.0)


def allowed_distance(one: str, other: str) -> float:
    """How far two keys may be apart and still be one name with a slip in it."""
    shorter = min(len(one), len(other))
    if shorter < 4:
        return 0.5 if shorter == 3 else 0.0
    return 1.0 if shorter < 6 else 1.6 if shorter < 9 else _FURTHEST
