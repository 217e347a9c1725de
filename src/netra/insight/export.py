"""Tables out of the house: CSV for spreadsheets, and pages of data set as PDF."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from datetime import date
from itertools import groupby
from pathlib import Path

import typst
from django.utils.translation import gettext as _

from netra.insight.tables import Cell, Table
from netra.registry.wording import without_formula

PAPERS = Path(__file__).resolve().parent / "papers"


def cell_words(cell: Cell) -> str:
    """A cell as people read it; a hidden figure is its mark, an undefined one a dash."""
    if cell is None:
        return "–"
    return str(cell).replace(".", ",") if isinstance(cell, float) else str(cell)


def as_csv(table: Table, *, as_of: date) -> str:
    """The table with its unit and its day, as CSV; names of agencies were typed, so no text opens as a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    groups = [table.grouping] if table.grouping else []
    writer.writerow(map(without_formula, [*groups, table.corner, *table.columns, _("satuan"), _("keadaan sampai")]))
    for row in table.rows:
        cells = (
            cell_words(cell) if isinstance(cell, int | float) else without_formula(cell_words(cell))
            for cell in row.cells
        )
        labels = [row.group, row.label] if table.grouping else [row.label]
        writer.writerow([*map(without_formula, labels), *cells, table.unit, as_of.isoformat()])
    return out.getvalue()


def paper_table(table: Table) -> dict[str, object]:
    """A table as a template of papers reads it: its rows in groups, its cells in words."""
    return {
        "title": table.title,
        "unit": table.unit,
        "corner": table.corner,
        "columns": list(table.columns),
        "groups": [
            {"name": name, "rows": [[row.label, *map(cell_words, row.cells)] for row in rows]}
            for name, rows in groupby(table.rows, key=lambda row: row.group)
        ],
        "note": table.note,
    }


def paper(template: str, page: Mapping[str, object]) -> bytes:
    """A page of data, set by one of the templates of this room, as PDF."""
    pdf = typst.compile(
        str(PAPERS / template),
        root=str(PAPERS),
        ignore_system_fonts=True,
        sys_inputs={"page": json.dumps(page, ensure_ascii=False)},
    )
    if not isinstance(pdf, bytes):
        raise TypeError("Typst gives one document as bytes when it writes to memory")
    return pdf
