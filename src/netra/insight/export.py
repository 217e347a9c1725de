"""Tables out of the house: CSV for spreadsheets, and a digest on one page."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import typst

from netra.insight.charts import chart_svg
from netra.insight.tables import Cell, Table
from netra.law.indonesian_dates import in_words

PAPERS = Path(__file__).resolve().parent / "papers"
SUPPRESSED = "<5"


def cell_words(cell: Cell, *, counts: bool) -> str:
    """A cell as people read it; a suppressed count is "<5", an undefined figure a dash."""
    if cell is None:
        return SUPPRESSED if counts else "–"
    return str(cell).replace(".", ",") if isinstance(cell, float) else str(cell)


def as_csv(table: Table) -> str:
    """The table with its unit and note, as CSV; nothing in it comes from outside the house."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([table.corner, *table.columns, "satuan"])
    for row in table.rows:
        writer.writerow([row.label, *(cell_words(cell, counts=table.counts) for cell in row.cells), table.unit])
    return out.getvalue()


def digest_pdf(tables: Sequence[Table], *, on: date, scope: str) -> bytes:
    """Ringkasan statistik: every table with its chart on one A4 page."""
    page = {
        "date": in_words(on),
        "scope": scope,
        # Long tables leave less room for charts; one page is the promise.
        "chart-height": 3.6 if sum(len(table.rows) for table in tables) < 30 else 2.4,
        "tables": [
            {
                "title": table.title,
                "unit": table.unit,
                "corner": table.corner,
                "columns": list(table.columns),
                "rows": [
                    [row.label, *(cell_words(cell, counts=table.counts) for cell in row.cells)] for row in table.rows
                ],
                "note": table.note,
                "chart": chart_svg(table) if table.rows else "",
            }
            for table in tables
        ],
    }
    pdf = typst.compile(
        str(PAPERS / "digest.typ"),
        root=str(PAPERS),
        ignore_system_fonts=True,
        sys_inputs={"page": json.dumps(page, ensure_ascii=False)},
    )
    if not isinstance(pdf, bytes):
        raise TypeError("Typst gives one document as bytes when it writes to memory")
    return pdf
