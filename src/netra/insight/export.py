"""Tables out of the house: CSV for spreadsheets, and a digest on one page."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import typst
from django.utils import timezone
from django.utils.translation import gettext as _

from netra.insight.charts import chart_svg, has_bars
from netra.insight.publications import Revision
from netra.insight.tables import Cell, Table
from netra.law.indonesian_dates import in_words

PAPERS = Path(__file__).resolve().parent / "papers"


def cell_words(cell: Cell) -> str:
    """A cell as people read it; a hidden figure is its mark, an undefined one a dash."""
    if cell is None:
        return "–"
    return str(cell).replace(".", ",") if isinstance(cell, float) else str(cell)


def as_csv(table: Table, *, as_of: date) -> str:
    """The table with its unit and its day, as CSV; nothing in it comes from outside the house."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([table.corner, *table.columns, _("satuan"), _("keadaan sampai")])
    for row in table.rows:
        writer.writerow([row.label, *map(cell_words, row.cells), table.unit, as_of.isoformat()])
    return out.getvalue()


def digest_pdf(tables: Sequence[Table], revision: Revision, *, scope: str) -> bytes:
    """Ringkasan statistik: every table with its chart on one A4 page, made smaller until it fits."""
    page = {
        "as_of": in_words(revision.month),
        "scope": scope,
        "revision": revision.number,
        "sha256": revision.sha256,
        "made": in_words(timezone.localdate(revision.made_at)),
        "reason": revision.reason,
        "tables": [
            {
                "title": table.title,
                "unit": table.unit,
                "corner": table.corner,
                "columns": list(table.columns),
                "rows": [[row.label, *map(cell_words, row.cells)] for row in table.rows],
                "note": table.note,
                "chart": chart_svg(table) if has_bars(table) else "",
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
