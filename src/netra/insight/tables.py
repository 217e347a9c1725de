"""A table as a value: what is counted, in which unit, and how it was counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

Cell = int | float | None


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled row; None is a suppressed cell, or a figure that is not defined."""

    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Counts (or, where `counts` is False, derived figures) with their unit."""

    key: str
    title: str
    unit: str
    corner: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""
    counts: bool = True

    @property
    def is_empty(self) -> bool:
        return not self.rows

    def with_rows(self, rows: Sequence[Row]) -> Table:
        return replace(self, rows=tuple(rows))
