"""What the public may see never points at a person."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from netra.insight.suppression import suppressed
from netra.insight.tables import Row, Table


def table(*rows: tuple[int, ...]) -> Table:
    return Table(
        key="contoh",
        title="Contoh",
        unit="orang",
        corner="Baris",
        columns=tuple(f"kolom {number}" for number in range(len(rows[0]))),
        rows=tuple(Row(f"baris {number}", cells) for number, cells in enumerate(rows)),
    )


def cells(shown: Table) -> list[tuple[Any, ...]]:
    return [row.cells for row in shown.rows]


def test_large_counts_and_zeros_are_shown():
    assert cells(suppressed(table((5, 0), (12, 7)))) == [(5, 0), (12, 7)]


def test_a_small_count_is_hidden_and_cannot_be_subtracted_back():
    # 3 is hidden; alone in its row and its column it would follow from known totals, so 5, 12 and 7 go with it.
    assert cells(suppressed(table((3, 5), (12, 7)))) == [(None, None), (None, None)]


def test_figures_that_are_no_counts_are_left_alone():
    rates = Table("x", "x", "persen", "x", ("a",), (Row("b", (2,)),), counts=False)
    assert suppressed(rates) is rates


grids = st.integers(1, 5).flatmap(
    lambda width: st.lists(st.tuples(*[st.integers(0, 30)] * width), min_size=1, max_size=6)
)


@given(grids)
def test_no_line_is_left_with_one_hidden_cell_beside_a_shown_count(grid):
    shown = cells(suppressed(table(*grid)))
    assert all(cell is None or cell == 0 or cell >= 5 for row in shown for cell in row)
    for line in [*shown, *zip(*shown, strict=True)]:
        hidden = [cell for cell in line if cell is None]
        counted = [cell for cell in line if cell]
        assert len(hidden) != 1 or not counted
