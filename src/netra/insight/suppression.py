"""What may be published without pointing at a person, even to somebody who computes.

A count of 1 to 4 is hidden. Two more ways lead back to it, and both are closed:

* A total that is known from elsewhere: where a row or a column has exactly one hidden count, its smallest other count
  is hidden too. No totals of rows or columns are published.
* A whole beside its parts: the counts of all elections and of each are published side by side. Whatever can be hidden
  in such a sum must not follow from the rest of it and from what the marks say (`<5` is 1 to 4).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf

from netra.insight.tables import ALL, OUTSIDE, Cell, Cube, Hidden, Place, whole

SMALLEST_PUBLISHED = 5
# Below this share of shown counts, coarser columns tell more.
ENOUGH_SHOWN = 0.5
# As many as a chart can tell apart.
MOST_COLUMNS = 8


def is_small(count: float) -> bool:
    """Whether a count would point at people."""
    return 0 < count < SMALLEST_PUBLISHED


def published(cube: Cube, *, joined_label: str) -> tuple[Cube, dict[Place, Cell]]:
    """The cube in the finest columns that show half of it, else in those that show most, and its cells for the public.

    Rows that are small over all elections become one row named `joined_label`.
    """
    candidates: list[tuple[float, Cube, dict[Place, Cell]]] = []
    for coarse in _ever_coarser(cube):
        candidate = _small_rows_joined(coarse, joined_label)
        counts = whole(candidate)
        hidden = hidden_places(counts)
        share = _share_shown(counts, hidden) if len(candidate.columns) <= MOST_COLUMNS else 0.0
        candidates.append((share, candidate, {**counts, **hidden}))
        if share >= ENOUGH_SHOWN:
            break
    _share, chosen, cells = max(candidates, key=lambda each: each[0])
    return chosen, cells


def hidden_places(counts: Mapping[Place, int]) -> dict[Place, Hidden]:
    """Which counts to hide, and how they are marked. `counts` holds every part and, under ALL, their sums."""
    hidden = {place: Hidden.SMALL for place, count in counts.items() if is_small(count) and place[0] != OUTSIDE}
    while True:
        further = _lone_in_its_line(counts, hidden) or _given_away_by_a_sum(counts, hidden)
        if further is None:
            return hidden
        hidden[further] = Hidden.OTHER


def _ever_coarser(cube: Cube) -> Iterator[Cube]:
    yield _empty_columns_dropped(cube)
    yield from map(_empty_columns_dropped, cube.coarser)


def _empty_columns_dropped(cube: Cube) -> Cube:
    used = {column for _election, _row, column in cube.counts}
    return replace(cube, columns={column: name for column, name in cube.columns.items() if column in used})


def _small_rows_joined(cube: Cube, label: str) -> Cube:
    """One small row alone would be joined with nothing; it stays what it is, hidden."""
    sizes: dict[str, int] = defaultdict(int)
    for (_election, row, _column), count in cube.counts.items():
        sizes[row] += count
    small = [row for row in cube.rows if is_small(sizes[row])]
    return cube.with_rows_joined(small, label) if len(small) > 1 else cube


def _share_shown(counts: Mapping[Place, int], hidden: Mapping[Place, Hidden]) -> float:
    over_all = {place: count for place, count in counts.items() if place[0] == ALL}
    total = sum(over_all.values())
    return sum(count for place, count in over_all.items() if place not in hidden) / total if total else 1.0


def _lone_in_its_line(counts: Mapping[Place, int], hidden: Mapping[Place, Hidden]) -> Place | None:
    """The count to hide beside the only hidden one of a row or column, if there is such a line."""
    lines: dict[tuple[str, str, str], list[Place]] = defaultdict(list)
    for place, count in counts.items():
        election, row, column = place
        if count and election != OUTSIDE:
            lines[election, "row", row].append(place)
            lines[election, "column", column].append(place)
    for line in lines.values():
        shown = [place for place in line if place not in hidden]
        if len(line) - len(shown) == 1 and shown:
            return min(shown, key=lambda place: (counts[place], place))
    return None


@dataclass(frozen=True, slots=True)
class _Unknown:
    """A term of a sum that is not published, with what a reader knows of it; `sign` is -1 for the whole."""

    sign: int
    low: float
    high: float
    matters: bool


def _given_away_by_a_sum(counts: Mapping[Place, int], hidden: Mapping[Place, Hidden]) -> Place | None:
    """The count to hide so that a sum over elections no longer tells a hidden one, if there is such a sum."""
    sums: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for place, count in counts.items():
        if count:
            sums[place[1:]].append(place)
    for terms in sums.values():
        shown = [place for place in terms if place not in hidden and place[0] != OUTSIDE]
        known = sum(_sign(place) * counts[place] for place in shown)
        unknown = [_unknown(place, counts[place], hidden) for place in terms if place not in shown]
        if shown and any(each.matters and _follows(each, unknown, known) for each in unknown):
            return min(shown, key=lambda place: (place[0] == ALL, counts[place], place))
    return None


def _sign(place: Place) -> int:
    return -1 if place[0] == ALL else 1


def _unknown(place: Place, count: int, hidden: Mapping[Place, Hidden]) -> _Unknown:
    if place[0] == OUTSIDE:
        return _Unknown(_sign(place), 0, inf, matters=is_small(count))
    if hidden[place] is Hidden.SMALL:
        return _Unknown(_sign(place), 1, SMALLEST_PUBLISHED - 1, matters=True)
    # Somebody who knows this code knows that a cross stands for a count that is not small.
    return _Unknown(_sign(place), SMALLEST_PUBLISHED, inf, matters=True)


def _follows(one: _Unknown, unknown: Sequence[_Unknown], known: int) -> bool:
    """Whether only one value of `one` fits the sum: known + Σ sign · unknown = 0."""
    others = [each for each in unknown if each is not one]
    lowest = known + sum(each.low if each.sign > 0 else -each.high for each in others)
    highest = known + sum(each.high if each.sign > 0 else -each.low for each in others)
    low, high = (-highest, -lowest) if one.sign > 0 else (lowest, highest)
    return max(low, one.low) == min(high, one.high)
