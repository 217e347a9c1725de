"""A chart of a table, drawn without a browser: the same figure on screen, in print and in the digest.

Colour never stands alone: every bar that is long enough carries its number, series alternate dark and light, and the
table stands beneath. A hidden figure has no bar; a cross at the end of its row says that there is one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import vl_convert

from netra.insight.tables import Hidden, Row, Table

INK = "#1c1917"
PAPER = "#ffffff"
SHADES = ("#4c1d95", "#c4b5fd", "#292524", "#d6d3d1", "#6d28d9", "#a8a29e", "#57534e", "#ddd6fe")
DARK = frozenset({"#4c1d95", "#292524", "#6d28d9", "#57534e"})
LEGEND = {"orient": "bottom", "columns": 2, "columnPadding": 40, "labelLimit": 260}
LOOK: dict[str, Any] = {
    "axis": {"labelColor": INK, "titleColor": INK, "gridColor": "#e7e5e4"},
    "view": {"stroke": None},
}
ROW_HEIGHT = 26
WIDTH = 420
# Labels are measured here in a narrow font and drawn by the reader in theirs: the widest common one, Verdana and its
# kin, takes up to a fifth more, and so many pixels a letter.
LABEL_LIMIT = 320
WIDER = 1.2
WIDEST_LETTER = 5.8
# On paper a chart is as wide as its column and its letters are those of the tables beside it.
PRINTED = 8
PRINTED_ROW = 19
PRINTED_LABELS = 110
PRINTED_BARS = 130
PRINTED_LINE = 13
PRINTED_FONT = "Libertinus Serif"
# A shorter bar has no room for its number.
NARROWEST_LABELLED = 0.04
WIDEST_DIGIT = 5.6
# A drawing takes a twentieth of a second and some twenty thousand letters. The page, the digest and the print of one
# reader ask for the same ones, and so does everybody who sees the same cases.
KEPT = 128

Datum = Mapping[str, str | int | float]


@lru_cache(maxsize=KEPT)
def chart_svg(table: Table) -> str:
    """The table as horizontal bars, stacked by column, as SVG text; the same figures are drawn once in a process."""
    return str(vl_convert.vegalite_to_svg(_described(table)))


@lru_cache(maxsize=KEPT)
def printed_svg(table: Table, width: int) -> str:
    """The same chart for paper: so many points wide altogether, with letters of eight points."""
    sizes = {"labelFontSize": PRINTED, "titleFontSize": PRINTED}
    legend = {**LEGEND, "labelLimit": width // 2 - 24, "columnPadding": 8, "symbolSize": 60, "offset": 6, **sizes}
    lines = -(-len(_drawn(table)) // 2)
    described: dict[str, Any] = _described(table, bars=PRINTED_BARS) | {
        "width": width,
        "height": max(2, len(table.rows)) * PRINTED_ROW + (lines + 3) * PRINTED_LINE,
        "autosize": {"type": "fit", "contains": "padding"},
        "config": {
            **LOOK,
            "font": PRINTED_FONT,
            "axis": {**LOOK["axis"], **sizes},
            "legend": legend,
            "text": {"fontSize": PRINTED},
        },
    }
    encoding = described["layer"][0]["encoding"]
    for layer in described["layer"]:
        layer["encoding"]["y"] = {**layer["encoding"]["y"], "axis": {"labelLimit": PRINTED_LABELS}}
    if encoding["color"]["legend"] is not None:
        encoding["color"] = {**encoding["color"], "legend": {**legend}}
    # The unit stands above the table; under the bars it would be longer than they are.
    encoding["x"] = {**encoding["x"], "title": None}
    return str(vl_convert.vegalite_to_svg(described))


def _described(table: Table, *, bars: int = WIDTH) -> dict[str, Any]:
    """The chart in Vega-Lite: bars, the numbers on them, and a cross at the end of a row that hides something.

    Source: https://vega.github.io/vega-lite/docs/, "Layering Views" and "Stack".
    """
    columns = [table.columns[place] for place in _drawn(table)]
    shades = SHADES[: len(columns)]
    value = {"field": "value", "type": "quantitative"}
    rows = {"y": _rows([row.name for row in table.rows])}
    stacked = {**rows, "order": {"field": "order", "type": "quantitative"}}
    along = {**value, "stack": "zero", "title": table.unit, "axis": {"tickMinStep": 1, "format": "d"}}
    written = {"text": {"field": "written", "type": "nominal"}}
    inside = {"x": {**value, "stack": "zero", "bandPosition": 0.5}}
    ink = {"field": "ink", "type": "nominal", "scale": None}
    drawn = {"values": _bars(table, shades, bars)}
    return {
        "width": WIDTH,
        "height": max(2, len(table.rows)) * ROW_HEIGHT,
        "background": PAPER,
        "config": LOOK,
        "layer": [
            {"data": drawn, "mark": "bar", "encoding": {**stacked, "x": along, "color": _shaded(columns, shades)}},
            {"data": drawn, "mark": "text", "encoding": {**stacked, **written, **inside, "color": ink}},
            {
                "data": {"values": _crosses(table)},
                "mark": {"type": "text", "align": "left", "dx": 4, "color": INK},
                "encoding": {**rows, **written, "x": value},
            },
        ],
    }


def _rows(labels: list[str]) -> dict[str, Any]:
    """One row for each label, in the order of the table; a month without a bar keeps its place."""
    return {
        "field": "row",
        "type": "nominal",
        "title": None,
        "sort": labels,
        "scale": {"domain": list(dict.fromkeys(labels))},
        "axis": {"labelLimit": LABEL_LIMIT, "minExtent": _room(labels)},
    }


def _shaded(columns: list[str], shades: tuple[str, ...]) -> dict[str, Any]:
    """A shade for each column; a single one needs no legend."""
    return {
        "field": "column",
        "type": "nominal",
        "title": None,
        "sort": columns,
        "scale": {"domain": columns, "range": list(shades)},
        "legend": LEGEND if len(columns) > 1 else None,
    }


def has_bars(table: Table) -> bool:
    """Whether there is anything to draw: a chart of hidden figures alone is none."""
    return table.charted and any(_length(table, row) > 0 for row in table.rows)


def _room(labels: Sequence[str]) -> float:
    """The width left of the bars, so that no reader's font is cut at the edge."""
    return min(max(map(len, labels), default=0) * WIDEST_LETTER, LABEL_LIMIT * WIDER)


def _drawn(table: Table) -> tuple[int, ...]:
    return table.drawn or table.counted


def _bars(table: Table, shades: tuple[str, ...], width: int) -> list[Datum]:
    longest = max((_length(table, row) for row in table.rows), default=0)
    return [
        {
            "row": row.name,
            "column": table.columns[place],
            "value": number,
            "order": order,
            "written": str(number) if number >= longest * _room_of(number, width) else "",
            "ink": PAPER if shades[order] in DARK else INK,
        }
        for row in table.rows
        for order, place in enumerate(_drawn(table))
        if (number := _number(row, place)) > 0
    ]


def _room_of(number: int | float, width: int) -> float:
    """The share of the longest row that a bar must have for its number to stand in it."""
    return max(NARROWEST_LABELLED, len(str(number)) * WIDEST_DIGIT / width)


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
