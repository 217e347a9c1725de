"""What was published, read back: a month as it stands, its tables in the reader's language, and whether it is whole."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from netra.cases.causes import Agreement
from netra.insight import crossed, follow_up
from netra.insight.models import Publication
from netra.insight.queries import FRAMES, agreement_note
from netra.insight.tables import ALL, Cell, Hidden, Row, Table
from netra.trust.models import Event

# The tables of the public, in the order in which they stand.
KEYS = ("laporan", "bentuk", "penyebab", "sanksi", follow_up.KEY)
MADE = ("insight.publication_make", "insight.publication_correct")


def published_as_of(on: date) -> date:
    """The day as of which figures are published on that day: the last one of the last finished month."""
    return on.replace(day=1) - timedelta(days=1)


def month_code(month: date) -> str:
    """A month as it stands in addresses, files and the trail: 2026-10."""
    return f"{month:%Y-%m}"


@dataclass(frozen=True, slots=True)
class Revision:
    """One publication without its figures: the list of what was published."""

    month: date
    number: int
    sha256: str
    reason: str
    made_at: datetime

    @property
    def code(self) -> str:
        return month_code(self.month)


def revisions(*, on: date) -> list[Revision]:
    """Every publication of a month that is finished on that day, newest month and newest revision first. One query."""
    rows = Publication.objects.filter(month__lte=published_as_of(on)).order_by("-month", "-revision")
    return [Revision(*row) for row in rows.values_list("month", "revision", "sha256", "reason", "made_at")]


@dataclass(frozen=True)
class Published:
    """The figures of one publication, read from what was stored and from nothing else."""

    revision: Revision
    content: str

    @cached_property
    def _facts(self) -> dict[str, Any]:
        facts: dict[str, Any] = json.loads(self.content)
        return facts

    @property
    def elections(self) -> list[tuple[str, str]]:
        """The elections that were known then, by code and name."""
        return [(code, name) for code, name in self._facts["elections"]]

    def tables(self, election: str = ALL) -> dict[str, Table]:
        """Every table over one election or all, its words in the reader's language; follow-up over all only."""
        told = {table["key"]: table for table in self._facts["tables"]}
        made = {key: self._table(table, election) for key, table in told.items() if key not in crossed.PARTS}
        made["bentuk"] = self._forms([told[key] for key in crossed.PARTS if key in told], election)
        return {key: made[key] for key in KEYS if key in made}

    def _forms(self, parts: Sequence[dict[str, Any]], election: str) -> Table:
        """One table of those that a publication holds; months before it was crossed hold its sums alone."""
        figures: dict[str, dict[str, Cell]] = defaultdict(dict)
        for told in parts:
            for form, cells in told["rows"].get(election, ()):
                figures[form].update(zip(told["columns"], _cells(cells), strict=True))
        return crossed.for_the_public(figures)

    def _table(self, told: dict[str, Any], election: str) -> Table:
        if told["key"] == follow_up.KEY:
            names, rows = told["names"], told["rows"][ALL]
            return follow_up.public_table(Row(names[code], _cells(cells)) for code, cells in rows)
        frame = FRAMES[told["key"]]()
        return Table(
            key=frame.key,
            title=frame.title,
            unit=frame.unit,
            corner=frame.corner,
            columns=tuple(frame.columns.get(code, code) for code in told["columns"]),
            rows=tuple(
                Row(frame.rows.get(code, code), _cells(cells)) for code, cells in told["rows"].get(election, ())
            ),
            note=agreement_note(self._agreed()) if frame.key == "penyebab" else frame.note,
            apart=tuple(place for place, code in enumerate(told["columns"]) if code in frame.apart),
        )

    def _agreed(self) -> Agreement | None:
        told = self._facts["agreement"]
        return told and Agreement(told["judgements"], 0.0, 0.0, told["kappa"])


def _cells(cells: Sequence[Any]) -> tuple[Cell, ...]:
    return tuple(Hidden(cell) if isinstance(cell, str) else cell for cell in cells)


def published(revision: Revision) -> Published:
    """The figures of that publication. One query."""
    row = Publication.objects.only("content").get(month=revision.month, revision=revision.number)
    return Published(revision, row.content)


def digest_of(content: str) -> str:
    """The hash by which a publication is known."""
    return hashlib.sha256(content.encode()).hexdigest()


def faults() -> Iterator[str]:
    """What is wrong with the stored publications beside the trail; nothing when all are as they were published."""
    recorded = {}
    for seq, payload in Event.objects.filter(verb__in=MADE).order_by("seq").values_list("seq", "payload"):
        told = _told(payload)
        if told is None:
            yield _("Peristiwa ke-%(seq)d jejak, tentang sebuah terbitan, tidak terbaca.") % {"seq": seq}
        else:
            month, number, digest = told
            recorded[month, number] = digest
    for row in Publication.objects.order_by("month", "revision").iterator():
        name = _named(month_code(row.month), row.revision)
        sha256 = recorded.pop((month_code(row.month), row.revision), None)
        if sha256 is None:
            yield _("%(name)s tidak ada dalam jejak: dimasukkan di luar Netra.") % {"name": name}
        elif not row.sha256 == sha256 == digest_of(row.content):
            yield _("%(name)s lain daripada yang dicatat jejak: isinya diubah.") % {"name": name}
    for month, number in recorded:
        name = _named(month, number)
        yield _("%(name)s dicatat jejak, tetapi tidak ada lagi: dibuang.") % {"name": name}


def _told(payload: str) -> tuple[str, int, str] | None:
    """Month, revision and hash as an event tells them; None where it was made unreadable."""
    try:
        told = json.loads(payload)
        return str(told["month"]), int(told["revision"]), str(told["sha256"])
    except (ValueError, TypeError, LookupError):
        return None


def _named(month: str, number: int) -> str:
    return _("Terbitan %(month)s ke-%(number)d") % {"month": month, "number": number}
