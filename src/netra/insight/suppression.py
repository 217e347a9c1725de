"""What may be published without pointing at a person, even to somebody who computes.

A count of 1 to 4 is hidden. Three more ways lead back to it, and all are closed:

* A total that is known from elsewhere: where a row or a column has exactly one hidden count, its smallest other count
  is hidden too. No totals of rows or columns are published.
* A whole beside its parts: the counts of all elections and of each are published side by side.
* A table beside another that counts the same in other columns: a row has the same sum in both.

Whatever can be hidden in such a sum must not follow from the rest of it and from what the marks say (`<5` is 1 to 4).
A row that is all hidden is left out (`tables.tabled`): marks alone may fit only one set of counts, as four of `<5` that
make up one `<5` beside them. Which columns there are never follows from the figures: a table that changed its shape
would tell what moved.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from netra.insight.tables import ALL, OUTSIDE, Cell, Cube, Hidden, Place, whole

SMALLEST_PUBLISHED = 5

# The number of a table among those published together, and a place in it.
Spot = tuple[int, Place]
Counts = Mapping[Spot, int]
# Terms that add up to nothing, each with its sign.
Sum = list[tuple[int, Spot]]


def is_small(count: float) -> bool:
    """Whether a count would point at people."""
    return 0 < count < SMALLEST_PUBLISHED


def published(cubes: Sequence[Cube]) -> list[dict[Place, Cell]]:
    """The cells of these cubes for the public. Cubes given together count the same in the same rows."""
    counts = [whole(cube) for cube in cubes]
    return [{**shown, **hidden} for shown, hidden in zip(counts, hidden_places(counts), strict=True)]


def hidden_places(tables: Sequence[Mapping[Place, int]]) -> list[dict[Place, Hidden]]:
    """Which counts of each table to hide, and how they are marked.

    A table holds every part and, under ALL, their sums; all tables hold the same in other columns.
    """
    counts = {(number, place): count for number, table in enumerate(tables) for place, count in table.items() if count}
    hidden = {spot: Hidden.SMALL for spot, count in counts.items() if is_small(count) and spot[1][0] != OUTSIDE}
    lines, sums = _lines(counts), [*_wholes(counts), *_twins(counts)]
    while (
        further := _lone_in_its_line(lines, counts, hidden) or _given_away_by_a_sum(sums, counts, hidden)
    ) is not None:
        hidden[further] = Hidden.OTHER
    return [{place: mark for (at, place), mark in hidden.items() if at == number} for number in range(len(tables))]


def _lines(spots: Iterable[Spot]) -> list[list[Spot]]:
    """The rows and columns that are published."""
    lines: dict[tuple[int, str, str, str], list[Spot]] = defaultdict(list)
    for table, (election, row, column) in spots:
        if election != OUTSIDE:
            lines[table, election, "row", row].append((table, (election, row, column)))
            lines[table, election, "column", column].append((table, (election, row, column)))
    return list(lines.values())


def _wholes(spots: Iterable[Spot]) -> list[Sum]:
    """Every count of all elections, less its parts."""
    sums: dict[tuple[int, str, str], Sum] = defaultdict(list)
    for table, (election, row, column) in spots:
        sums[table, row, column].append((-1 if election == ALL else 1, (table, (election, row, column))))
    return list(sums.values())


def _twins(spots: Iterable[Spot]) -> list[Sum]:
    """Every row of a table, less the same row of the first one."""
    rows: dict[tuple[str, str], dict[int, list[Spot]]] = defaultdict(lambda: defaultdict(list))
    for table, (election, row, column) in spots:
        if election != OUTSIDE:
            rows[election, row][table].append((table, (election, row, column)))
    return [
        [*((1, spot) for spot in twins[table]), *((-1, spot) for spot in twins[0])]
        for twins in rows.values()
        for table in twins
        if table
    ]


def _lone_in_its_line(lines: Iterable[list[Spot]], counts: Counts, hidden: Mapping[Spot, Hidden]) -> Spot | None:
    """The count to hide beside the only hidden one of a row or column, if there is such a line."""
    for line in lines:
        shown = [spot for spot in line if spot not in hidden]
        if len(line) - len(shown) == 1 and shown:
            return min(shown, key=lambda spot: (counts[spot], spot))
    return None


@dataclass(frozen=True, slots=True)
class _Unknown:
    """A term of a sum that is not published, with what a reader knows of it."""

    sign: int
    low: float
    high: float
    matters: bool


def _given_away_by_a_sum(sums: Iterable[Sum], counts: Counts, hidden: Mapping[Spot, Hidden]) -> Spot | None:
    """The count to hide so that a sum no longer tells a hidden one, if there is such a sum."""
    for terms in sums:
        shown = [(sign, spot) for sign, spot in terms if spot not in hidden and spot[1][0] != OUTSIDE]
        known = sum(sign * counts[spot] for sign, spot in shown)
        unknown = [_unknown(term, counts, hidden) for term in terms if term not in shown]
        if shown and any(each.matters and _follows(each, unknown, known) for each in unknown):
            return min((spot for _sign, spot in shown), key=lambda spot: (spot[1][0] == ALL, counts[spot], spot))
    return None


def _unknown(term: tuple[int, Spot], counts: Counts, hidden: Mapping[Spot, Hidden]) -> _Unknown:
    sign, spot = term
    if spot[1][0] == OUTSIDE:
        return _Unknown(sign, 0, inf, matters=is_small(counts[spot]))
    if hidden[spot] is Hidden.SMALL:
        return _Unknown(sign, 1, SMALLEST_PUBLISHED - 1, matters=True)
    # Somebody who knows this code knows that a cross stands for a count that is not small.
    return _Unknown(sign, SMALLEST_PUBLISHED, inf, matters=True)


def _follows(one: _Unknown, unknown: Sequence[_Unknown], known: int) -> bool:
    """Whether only one value of `one` fits the sum: known + Σ sign · unknown = 0."""
    others = [each for each in unknown if each is not one]
    lowest = known + sum(each.low if each.sign > 0 else -each.high for each in others)
    highest = known + sum(each.high if each.sign > 0 else -each.low for each in others)
    low, high = (-highest, -lowest) if one.sign > 0 else (lowest, highest)
    return max(low, one.low) == min(high, one.high)
