"""A table as a value: what is counted, in which unit, and how it was counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from netra.cases.causes import Agreement

# One election asked for, or all of them and what lies between.
ALL = ""
# What lies between elections: counted in all, never shown by itself.
OUTSIDE = "-"


class Hidden(StrEnum):
    """A figure that the public does not get: a small one, or one that would give a small one away."""

    SMALL = "<5"
    OTHER = "×"


# A column that lies in two others is named by both: candidate/MEETING counts in candidate and in MEETING.
CROSSING = "/"

# None is a figure that is not defined: a median of nothing.
Cell = int | float | Hidden | None
# Election, row, column.
Place = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled row, and what it has in common with the rows beside it."""

    label: str
    cells: tuple[Cell, ...]
    group: str = ""

    @property
    def name(self) -> str:
        """The row by itself, where no group stands above it."""
        return f"{self.label} · {self.group}" if self.group else self.label

    @property
    def tells(self) -> bool:
        """Whether it holds a figure: neither nothing nor all hidden."""
        return any(cell and not isinstance(cell, Hidden) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """Figures with their unit.

    `apart` are columns told beside what is counted, and in no sum of it. `drawn` are the columns that a chart shows,
    side by side; all that are counted when empty, and nothing where it is not `charted`. `grouping` says what the
    groups of its rows are; empty where it has none. `says` is what the figures show and do not show, in plain
    sentences.
    """

    key: str
    title: str
    unit: str
    corner: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""
    drawn: tuple[int, ...] = ()
    grouping: str = ""
    charted: bool = True
    says: tuple[str, ...] = ()
    apart: tuple[int, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not self.rows

    @property
    def counted(self) -> tuple[int, ...]:
        """The columns that add up to what the table counts."""
        return tuple(place for place in range(len(self.columns)) if place not in self.apart)


@dataclass(frozen=True, slots=True)
class Cube:
    """Counts by election, row and column, with the labels of rows and columns in their order.

    Whatever is counted lies in one election or in none, so the parts add up to the whole.
    """

    key: str
    title: str
    unit: str
    corner: str
    rows: Mapping[str, str]
    columns: Mapping[str, str]
    counts: Mapping[Place, int]
    note: str = ""
    # Columns that are told beside what is counted.
    apart: frozenset[str] = frozenset()
    # How well two people agreed who coded what is counted.
    agreed: Agreement | None = None

    def table(self, election: str = ALL) -> Table:
        """One election or all, in full: rows and columns that hold something."""
        cells = whole(self)
        held = {column for place_election, _row, column in cells if place_election == election}
        columns = {column: name for column, name in self.columns.items() if column in held}
        return tabled(replace(self, columns=columns), cells, election)

    def with_columns(self, columns: Mapping[str, str], column_of: Callable[[str, str], str]) -> Cube:
        """The same counts in other columns; `column_of` says in which one a count of this row and column lies."""
        counts: dict[Place, int] = defaultdict(int)
        for (election, row, column), count in self.counts.items():
            counts[election, row, column_of(row, column)] += count
        return replace(self, columns=columns, counts=dict(counts))


def whole(cube: Cube) -> dict[Place, int]:
    """The counts of every election, and under ALL their sums."""
    cells = dict(cube.counts)
    for (_election, row, column), count in cube.counts.items():
        cells[ALL, row, column] = cells.get((ALL, row, column), 0) + count
    return cells


def tabled(cube: Cube, cells: Mapping[Place, Cell], election: str) -> Table:
    """The cells of one election in every column; a row without a figure, be it empty or all hidden, is left out."""

    rows = (
        Row(name, tuple(cells.get((election, row, column), 0) for column in cube.columns))
        for row, name in cube.rows.items()
    )
    return Table(
        key=cube.key,
        title=cube.title,
        unit=cube.unit,
        corner=cube.corner,
        columns=tuple(cube.columns.values()),
        rows=tuple(row for row in rows if row.tells),
        note=cube.note,
        apart=tuple(place for place, column in enumerate(cube.columns) if column in cube.apart),
    )
