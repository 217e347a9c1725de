"""Ringkasan: what of the statistics stands on one printed page, and where the rest is found.

Nothing is set so small that it cannot be read: the template shows as many rows as there is room for, the largest first,
and says how many more there are. Where the public reads, sums are of what it may see, so they are told as lower bounds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from django.utils import timezone
from django.utils.translation import gettext as _

from netra.insight import follow_up, provinces
from netra.insight.charts import has_bars, printed_svg
from netra.insight.export import cell_words, paper
from netra.insight.publications import Revision
from netra.insight.queries import (
    OPEN_STATES,
    channel_labels,
    level_labels,
    phase_labels,
    reports_frame,
    sanctions_beside_the_floor,
    sanctions_frame,
)
from netra.insight.tables import Cell, Hidden, Row, Table
from netra.law.indonesian_dates import in_words

# More rows of one table than this never fit beside the others.
MOST_ROWS = 16
# The width of a chart on paper, in points; it is printed as it is drawn.
CHART_WIDTH = 248
# The longest reason of a correction that is printed whole.
REASON_ON_PAPER = 240
# Which figure of the follow-up is which.
ASKED, WAITING = (follow_up.COLUMNS.index(name) for name in ("asked", "waiting"))


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a digest says of itself: what it counts, up to which day, and the address of the page that holds it all.

    `revision` is None where officers count.
    """

    scope: str
    as_of: date
    page: str
    revision: Revision | None = None

    @classmethod
    def of(cls, revision: Revision, *, scope: str, page: str) -> Imprint:
        return cls(scope, revision.month, page, revision)


def digest_pdf(tables: Mapping[str, Table], imprint: Imprint) -> bytes:
    """Ringkasan statistik: headline figures, the tables of the studies in their largest rows, and one chart, on A4."""
    public = imprint.revision is not None
    causes, sanctions, answers = tables["penyebab"], tables["sanksi"], tables[follow_up.KEY]
    forms = _by_form(tables["bentuk"], otherwise=Hidden.OTHER if public else 0)
    page = {
        "as_of": in_words(imprint.as_of),
        "scope": imprint.scope,
        "page": imprint.page,
        "publication": _publication(imprint.revision),
        "headlines": list(_headlines(tables, forms, public=public)),
        "phases": list(phase_labels().values()),
        "channels": list(channel_labels().values()),
        "forms": _part(replace(tables["bentuk"], rows=_largest(forms, _of_form)), corner=tables["bentuk"].grouping),
        "causes": _part(replace(causes, rows=_largest(causes.rows, _visible)), corner=causes.corner),
        "sanctions": _part(sanctions, corner=sanctions.corner),
        "chart": printed_svg(sanctions, CHART_WIDTH) if has_bars(sanctions) else "",
        "answers": _part(replace(answers, rows=_largest(answers.rows, _waiting)), corner=answers.corner),
        "left_out": list(_left_out(tables)),
    }
    return paper("digest.typ", page)


def _part(table: Table, *, corner: str) -> dict[str, object]:
    """A table as the template reads it: as many rows as may fit, and how many there are."""
    return {
        "title": table.title,
        "unit": table.unit,
        "corner": corner,
        "columns": list(table.columns),
        "rows": [[row.label, *map(cell_words, row.cells)] for row in table.rows[:MOST_ROWS]],
        "count": len(table.rows),
        "note": table.note,
    }


def _largest(rows: Sequence[Row], size: Callable[[Row], tuple[float, ...]]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=size, reverse=True))


def _by_form(table: Table, *, otherwise: Cell) -> tuple[Row, ...]:
    """One row for each form: its sums by phase, by channel, and over all; crossed they stand on the page."""
    phases, channels = phase_labels().values(), channel_labels()
    rows = []
    for form, group in groupby(table.rows, key=lambda row: row.group):
        told = {row.label: row.cells for row in group}
        untold = (otherwise,) * (len(channels) + 1)
        by_phase = (told.get(phase, untold)[-1] for phase in phases)
        rows.append(Row(form, (*by_phase, *told.get(_("semua fase"), untold))))
    return tuple(rows)


def _of_form(row: Row) -> tuple[float, ...]:
    """What is at least known of a form: the sums of phases and of channels count the same acts."""
    after_phases = len(phase_labels())
    return (max(_sum(row.cells[:after_phases]), _sum(row.cells[after_phases:-1]), _sum(row.cells[-1:])),)


def _visible(row: Row) -> tuple[float, ...]:
    return (_sum(row.cells),)


def _waiting(row: Row) -> tuple[float, ...]:
    return _sum((row.cells[WAITING],)), _sum((row.cells[ASKED],))


def _sum(cells: Sequence[Cell]) -> float:
    """The figures among them; what is hidden or not defined adds nothing."""
    return sum(cell for cell in cells if cell is not None and not isinstance(cell, Hidden))


def _column(table: Table, label: str) -> float:
    place = table.columns.index(label) if label in table.columns else None
    return 0 if place is None else _sum([row.cells[place] for row in table.rows])


def _headlines(tables: Mapping[str, Table], forms: Sequence[Row], *, public: bool) -> Iterator[dict[str, str]]:
    """A figure of each table with its unit of count, and how many of them ask for something."""
    reports, sanctions, answers = tables["laporan"], tables["sanksi"], tables[follow_up.KEY]
    unread = _column(reports, reports_frame().columns[OPEN_STATES[0].value])
    waiting = _sum([row.cells[WAITING] for row in answers.rows])
    counts = (
        (reports.unit, _sum([cell for row in reports.rows for cell in row.cells]), unread, _("sedang diperiksa")),
        (tables["bentuk"].unit, sum(_of_form(row)[0] for row in forms), 0, ""),
        (
            sanctions.unit,
            _sum([row.cells[place] for row in sanctions.rows for place in sanctions.counted]),
            _below_the_floor(sanctions),
            _("di bawah batas bawah hukum"),
        ),
        (answers.unit, _sum([row.cells[ASKED] for row in answers.rows]), waiting, _("belum diputus")),
    )
    at_least = "≥ " if public else ""
    for unit, number, part, called in counts:
        if public and not number:
            yield {"number": "–", "unit": unit, "says": _("Belum ada angka yang dapat ditampilkan.")}
            continue
        says = f"{at_least}{_grouped(part)} {called}" if called and (part or not public) else ""
        yield {"number": f"{at_least}{_grouped(number)}", "unit": unit, "says": says}


def _grouped(number: float) -> str:
    """A number as it is written here: 1.250.000."""
    return f"{number:,.0f}".replace(",", ".")


def _below_the_floor(sanctions: Table) -> float:
    """How many got less than the law asks at least; an officer reads levels, the public the sides of the floor."""
    below = sanctions_beside_the_floor(sanctions_frame()).columns["below"]
    if below in sanctions.columns:
        return _column(sanctions, below)
    ladder = list(level_labels().values())
    return _sum(
        [
            row.cells[place]
            for row in sanctions.rows
            if row.label in ladder
            for place in sanctions.counted
            if ladder.index(sanctions.columns[place]) < ladder.index(row.label)
        ]
    )


def _left_out(tables: Mapping[str, Table]) -> Iterator[str]:
    """What the page of statistics has and this page has not."""
    for key in ("laporan", provinces.KEY):
        if key in tables and tables[key].rows:
            rows = {"title": tables[key].title, "count": len(tables[key].rows)}
            yield _("%(title)s (%(count)d baris)") % rows
    yield _("setiap bentuk menurut fase dan saluran sekaligus")
    yield _("grafik tabel lain")


def _publication(revision: Revision | None) -> dict[str, str | int] | None:
    if revision is None:
        return None
    reason = revision.reason
    if len(reason) > REASON_ON_PAPER:
        reason = _("%(beginning)s… (selengkapnya pada halaman)") % {"beginning": reason[:REASON_ON_PAPER].rstrip()}
    return {
        "number": revision.number,
        "sha256": revision.sha256,
        "made": in_words(timezone.localdate(revision.made_at)),
        "reason": reason,
    }
