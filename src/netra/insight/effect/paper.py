"""Laporan bulanan: the tables of a place and a month on one or two A4 pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from netra.insight.export import paper, paper_table
from netra.insight.tables import Row, Table
from netra.law.indonesian_dates import MONTHS, in_words

# What stands on two pages: of long tables the rows that ask for something.
MOST_ROWS = 12
# By key, the column by whose smallest figures rows are chosen where there are too many; elsewhere the last rows stand.
WORST_BY = {"surat": 4, "unit": 4, "soal-surat": 3, "soal-tes": 5}
NEWEST_FIRST = ("waktu", "tes")


def monthly_report(tables: Mapping[str, Table], *, place: str, last_day: date, made: date) -> bytes:
    """The report as PDF; its own words are Indonesian, and so are those of tables made in that language."""
    page = {
        "place": place,
        "month": f"{MONTHS[last_day.month - 1]} {last_day.year}",
        "as_of": in_words(last_day),
        "made": in_words(made),
        "tables": [{**paper_table(table), "says": list(table.says)} for table in map(_shortened, tables.values())],
    }
    return paper("prevention.typ", page)


def _shortened(table: Table) -> Table:
    """At most `MOST_ROWS`, with a word on how many are left out."""
    left_out = len(table.rows) - MOST_ROWS
    if left_out <= 0:
        return table
    rows, which = _chosen(table)
    note = _("%(which)s; %(count)d baris lain ada pada halaman dan CSV.") % {"which": which, "count": left_out}
    return replace(table, rows=rows, note=f"{table.note} {note}")


def _chosen(table: Table) -> tuple[tuple[Row, ...], str]:
    if table.key in WORST_BY:
        column = WORST_BY[table.key]
        worst = sorted(range(len(table.rows)), key=lambda place: _figure(table.rows[place], column))[:MOST_ROWS]
        return tuple(table.rows[place] for place in sorted(worst)), _("Hanya baris terendah")
    if table.key in NEWEST_FIRST:
        return table.rows[:MOST_ROWS], _("Hanya baris terbaru")
    return table.rows[-MOST_ROWS:], _("Hanya baris terakhir")


def _figure(row: Row, column: int) -> float:
    cell = row.cells[column]
    return cell if isinstance(cell, int | float) else float("inf")
