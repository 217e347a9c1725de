"""Small cells: what may be published without pointing at a person.

A cell of 1 to 4 is suppressed. Where a line (a row or a column) has exactly one suppressed cell, its smallest other
count is suppressed too, so that nobody gets the number back by subtracting; no totals are published beside the cells.
"""

from __future__ import annotations

from collections.abc import Sequence

from netra.insight.tables import Cell, Row, Table

SMALLEST_PUBLISHED = 5

Grid = list[list[Cell]]


def suppressed(table: Table) -> Table:
    """The table as the public may see it: counts below five, and what would give them away, are None."""
    if not table.counts or not table.rows:
        return table
    grid: Grid = [[_primary(cell) for cell in row.cells] for row in table.rows]
    original: Grid = [list(row.cells) for row in table.rows]
    while _hide_one_more(grid, original):
        pass
    return table.with_rows([Row(row.label, tuple(cells)) for row, cells in zip(table.rows, grid, strict=True)])


def _primary(cell: Cell) -> Cell:
    return None if cell is not None and 0 < cell < SMALLEST_PUBLISHED else cell


def _hide_one_more(grid: Grid, original: Grid) -> bool:
    """Hide one further cell in a line that has a single hidden one; False when no line needs it."""
    rows, columns = range(len(grid)), range(len(grid[0]))
    lines: list[Sequence[tuple[int, int]]] = [[(r, c) for c in columns] for r in rows]
    lines += [[(r, c) for r in rows] for c in columns]
    for line in lines:
        hidden = [place for place in line if grid[place[0]][place[1]] is None]
        shown = [place for place in line if grid[place[0]][place[1]]]
        if len(hidden) == 1 and shown:
            r, c = min(shown, key=lambda place: original[place[0]][place[1]] or 0)
            grid[r][c] = None
            return True
    return False
