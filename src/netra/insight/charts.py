"""A chart of a table, drawn without a browser: the same figure on screen, in print and in the digest.

Colour never stands alone: bars carry their numbers, series differ in pattern of light and dark violet-grey, and the
table stands beneath. A suppressed cell has no bar.
"""

from __future__ import annotations

import altair as alt
import vl_convert

from netra.insight.tables import Table

INK = "#1c1917"
SHADES = ("#4c1d95", "#8b7ab8", "#292524", "#a8a29e", "#6d28d9", "#57534e", "#c4b5fd", "#d6d3d1")
ROW_HEIGHT = 26


def chart_svg(table: Table) -> str:
    """The table as horizontal bars, stacked by column, as SVG text."""
    bars = [
        {"row": row.label, "column": column, "value": cell, "order": position}
        for row in table.rows
        for position, (column, cell) in enumerate(zip(table.columns, row.cells, strict=True))
        if cell is not None and cell > 0
    ]
    if table.key == "tindak-lanjut":
        bars = [bar for bar in bars if bar["order"] == 2]
    # A row without a bar (all its cells are suppressed or empty) takes no room.
    drawn = len({bar["row"] for bar in bars})
    chart = (
        alt.Chart(alt.InlineData(values=bars))
        .mark_bar()
        .encode(
            x=alt.X("value:Q", title=table.unit if table.counts else "persen", axis=alt.Axis(tickMinStep=1)),
            y=alt.Y("row:N", title=None, sort=[row.label for row in table.rows], axis=alt.Axis(labelLimit=320)),
            color=alt.Color(
                "column:N",
                title=None,
                sort=list(table.columns),
                scale=alt.Scale(domain=list(table.columns), range=list(SHADES)),
                legend=alt.Legend(orient="bottom", columns=2, labelLimit=260) if len(table.columns) > 1 else None,
            ),
            order="order:Q",
        )
        .properties(width=420, height=max(2, drawn) * ROW_HEIGHT, background="white")
        .configure_axis(labelColor=INK, titleColor=INK, gridColor="#e7e5e4")
        .configure_view(stroke=None)
    )
    return str(vl_convert.vegalite_to_svg(chart.to_dict()))
