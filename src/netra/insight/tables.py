"""A table as a value: what is counted, in which unit, and how it was counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

# One election asked for, or all of them and what lies between.
ALL = ""
# What lies between elections: counted in all, never shown by itself.
OUTSIDE = "-"


class Hidden(StrEnum):
    """A figure that the public does not get: a small one, or one that would give a small one away."""

    SMALL = "<5"
    OTHER = "×"


# None is a figure that is not defined: a median of nothing.
Cell = int | float | Hidden | None
# The row that holds what was too small for rows of its own.
JOINED = "~"
# Election, row, column.
Place = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled row."""

    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Figures with their unit; `drawn` are the columns that a chart shows, side by side; all of them when empty."""

    key: str
    title: str
    unit: str
    corner: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""
    drawn: tuple[int, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not self.rows


@dataclass(frozen=True, slots=True)
class Cube:
    """Counts by election, row and column, with the labels of rows and columns in their order.

    Whatever is counted lies in one election or in none, so the parts add up to the whole. `coarser` are the same
    counts in fewer columns, each coarser than the one before.
    """

    key: str
    title: str
    unit: str
    corner: str
    rows: Mapping[str, str]
    columns: Mapping[str, str]
    counts: Mapping[Place, int]
    note: str = ""
    coarser: tuple[Cube, ...] = ()

    def table(self, election: str = ALL) -> Table:
        """One election or all, in full: rows and columns that hold something."""
        return tabled(self, whole(self), election)

    def with_columns(self, labels: Mapping[str, str]) -> Cube:
        """The same counts in fewer columns: those with the same label become one."""
        counts = _added(self.counts, lambda row, column: (row, labels[column]))
        return replace(self, columns={name: name for name in labels.values()}, counts=counts, coarser=())

    def with_rows_joined(self, joined: Collection[str], label: str) -> Cube:
        """The same counts with some rows put together at the end."""
        kept = {row: name for row, name in self.rows.items() if row not in joined}
        counts = _added(self.counts, lambda row, column: (JOINED if row in joined else row, column))
        return replace(self, rows={**kept, JOINED: label}, counts=counts)


def whole(cube: Cube) -> dict[Place, int]:
    """The counts of every election, and under ALL their sums."""
    cells = dict(cube.counts)
    for (_election, row, column), count in cube.counts.items():
        cells[ALL, row, column] = cells.get((ALL, row, column), 0) + count
    return cells


def tabled(cube: Cube, cells: Mapping[Place, Cell], election: str) -> Table:
    """The cells of one election as a table; an empty row or column is left out, a hidden one is not."""
    rows = [row for row in cube.rows if any(cells.get((election, row, column)) for column in cube.columns)]
    columns = [column for column in cube.columns if any(cells.get((election, row, column)) for row in rows)]
    return Table(
        key=cube.key,
        title=cube.title,
        unit=cube.unit,
        corner=cube.corner,
        columns=tuple(cube.columns[column] for column in columns),
        rows=tuple(
            Row(cube.rows[row], tuple(cells.get((election, row, column), 0) for column in columns)) for row in rows
        ),
        note=cube.note,
    )


def _added(counts: Mapping[Place, int], move: Callable[[str, str], tuple[str, str]]) -> dict[Place, int]:
    added: dict[Place, int] = defaultdict(int)
    for (election, row, column), count in counts.items():
        added[election, *move(row, column)] += count
    return dict(added)
