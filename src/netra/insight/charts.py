"""A chart of a table, drawn without a browser: the same figure on screen, in print and in the digest.

Colour never stands alone: every bar that is long enough carries its number, series alternate dark and light, and the
table stands beneath. A hidden figure has no bar; a cross at the end of its row says that there is one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import altair as alt
import vl_convert

from netra.insight.tables import Hidden, Row, Table

INK = "#1c1917"
PAPER = "#ffffff"
SHADES = ("#4c1d95", "#c4b5fd", "#292524", "#d6d3d1", "#6d28d9", "#a8a29e", "#57534e", "#ddd6fe")
DARK = frozenset({"#4c1d95", "#292524", "#6d28d9", "#57534e"})
ROW_HEIGHT = 26
WIDTH = 420
# Labels are measured here in a narrow font and drawn by the reader in theirs: the widest common one, Verdana and its
# kin, takes up to a fifth more, and so many pixels a letter.
LABEL_LIMIT = 320
WIDER = 1.2
WIDEST_LETTER = 5.8
# A shorter bar has no room for its number.
NARROWEST_LABELLED = 0.04
# A drawing takes a tenth of a second and some twenty thousand letters. The page, the digest and the print of one reader
# ask for the same ones, and so does everybody who sees the same cases.
KEPT = 128

Datum = Mapping[str, str | int | float]


@lru_cache(maxsize=KEPT)
def chart_svg(table: Table) -> str:
    """The table as horizontal bars, stacked by column, as SVG text; the same figures are drawn once in a process."""
    columns = [table.columns[place] for place in _drawn(table)]
    shades = SHADES[: len(columns)]
    labels = [row.name for row in table.rows]
    # A month without a bar keeps its place.
    every, axis = (
        alt.Scale(domain=list(dict.fromkeys(labels))),
        alt.Axis(labelLimit=LABEL_LIMIT, minExtent=_room(labels)),
    )
    row = alt.Y("row:N", title=None, sort=labels, scale=every, axis=axis)
    value = alt.X("value:Q", stack="zero", title=table.unit, axis=alt.Axis(tickMinStep=1))
    stacked = alt.Chart(alt.InlineData(values=_bars(table, shades))).encode(y=row, x=value, order="order:Q")
    bars = stacked.mark_bar().encode(
        color=alt.Color(
            "column:N",
            title=None,
            sort=columns,
            scale=alt.Scale(domain=columns, range=list(shades)),
            legend=alt.Legend(orient="bottom", columns=2, columnPadding=40, labelLimit=260)
            if len(columns) > 1
            else None,
        )
    )
    numbers = stacked.mark_text().encode(
        x=alt.X("value:Q", stack="zero", bandPosition=0.5),
        text="written:N",
        color=alt.Color("ink:N", scale=None),
    )
    crosses = (
        alt.Chart(alt.InlineData(values=_crosses(table)))
        .mark_text(align="left", dx=4, color=INK)
        .encode(y=row, x="value:Q", text="written:N")
    )
    chart = (
        alt.layer(bars, numbers, crosses)
        .properties(width=WIDTH, height=max(2, len(table.rows)) * ROW_HEIGHT, background=PAPER)
        .configure_axis(labelColor=INK, titleColor=INK, gridColor="#e7e5e4")
        .configure_view(stroke=None)
    )
    return str(vl_convert.vegalite_to_svg(chart.to_dict()))


def has_bars(table: Table) -> bool:
    """Whether there is anything to draw: a chart of hidden figures alone is none."""
    return table.charted and any(_length(table, row) > 0 for row in table.rows)


def _room(labels: Sequence[str]) -> float:
    """The width left of the bars, so that no reader's font is cut at the edge."""
    return min(max(map(len, labels), default=0) * WIDEST_LETTER, LABEL_LIMIT * WIDER)


def _drawn(table: Table) -> tuple[int, ...]:
    return table.drawn or tuple(range(len(table.columns)))


def _bars(table: Table, shades: tuple[str, ...]) -> list[Datum]:
    longest = max((_length(table, row) for row in table.rows), default=0)
    return [
        {
            "row": row.name,
            "column": table.columns[place],
            "value": number,
            "order": order,
            "written": str(number) if number >= longest * NARROWEST_LABELLED else "",
            "ink": PAPER if shades[order] in DARK else INK,
        }
        for row in table.rows
        for order, place in enumerate(_drawn(table))
        if (number := _number(row, place)) > 0
    ]


def _crosses(table: Table) -> list[Datum]:
    return [
        {"row": row.name, "value": _length(table, row), "written": Hidden.OTHER.value}
        for row in table.rows
        if any(isinstance(row.cells[place], Hidden) for place in _drawn(table))
    ]


def _length(table: Table, row: Row) -> float:
    return sum(_number(row, place) for place in _drawn(table))


def _number(row: Row, place: int) -> int | float:
    """The figure to draw; nothing for one that is hidden or not defined."""
    cell = row.cells[place]
    return 0 if cell is None or isinstance(cell, Hidden) else cell
