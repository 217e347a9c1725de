"""A table as pages and files show it: shared by the public statistics, the officers' and those of prevention."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import groupby

from django.http import Http404, HttpResponse

from netra.insight.charts import chart_svg, has_bars
from netra.insight.export import as_csv, cell_words
from netra.insight.tables import Table
from netra.web.doors import download


def shown(tables: Iterable[Table]) -> list[dict[str, object]]:
    """Each table with its rows in groups, and whether there is a chart."""
    return [
        {
            "table": table,
            "groups": [
                (name, [(row.label, [cell_words(cell) for cell in row.cells]) for row in rows])
                for name, rows in groupby(table.rows, key=lambda row: row.group)
            ],
            "drawn": has_bars(table),
        }
        for table in tables
    ]


def one(tables: Mapping[str, Table], key: str) -> Table:
    """The table of that key, or a page that is not found."""
    if key not in tables:
        raise Http404
    return tables[key]


def csv_file(table: Table, *, as_of: date, name: str) -> HttpResponse:
    # A byte-order mark, because the spreadsheet of most offices takes a file without one for an older encoding.
    content = as_csv(table, as_of=as_of).encode("utf-8-sig")
    return download(content, name=name, media_type="text/csv; charset=utf-8")


def chart(table: Table) -> HttpResponse:
    return HttpResponse(chart_svg(table), content_type="image/svg+xml")
