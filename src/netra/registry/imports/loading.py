"""What every kind of row has in common: how it becomes an entry, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol, TypeVar

from django.db.models import Model
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from netra.registry.imports.sheet import Cell
from netra.trust.access import Scope
from netra.trust.language import long_date

Entry = TypeVar("Entry")
Part = TypeVar("Part")


class Outcome(StrEnum):
    CREATED = "CREATED"
    CHANGED = "CHANGED"
    UNCHANGED = "UNCHANGED"
    REJECTED = "REJECTED"


class Sum(StrEnum):
    """What happened to many rows alike, and is told once with its count."""

    START_ASSUMED = "START_ASSUMED"
    START_CORRECTED = "START_CORRECTED"


def summed(sums: Mapping[Sum, int], today: date) -> Iterator[str]:
    """One sentence for each sum that is not nought."""
    if count := sums.get(Sum.START_ASSUMED, 0):
        yield ngettext(
            "%(count)s baris tidak menyebut TMT jabatan, jadi jabatannya dicatat mulai tanggal impor (%(day)s) sebagai "
            "perkiraan. Bila kelak diimpor dengan TMT yang lebih awal, tanggal itu diperbaiki.",
            "%(count)s baris tidak menyebut TMT jabatan, jadi jabatannya dicatat mulai tanggal impor (%(day)s) sebagai "
            "perkiraan. Bila kelak diimpor dengan TMT yang lebih awal, tanggal itu diperbaiki.",
            count,
        ) % {"count": count, "day": long_date(today)}
    if count := sums.get(Sum.START_CORRECTED, 0):
        yield ngettext(
            "%(count)s jabatan yang mulainya semula perkiraan (tanggal impor) memakai TMT dari berkas ini.",
            "%(count)s jabatan yang mulainya semula perkiraan (tanggal impor) memakai TMT dari berkas ini.",
            count,
        ) % {"count": count}


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one row; `texts` are reasons when it was rejected, else notes.

    `again` where the row is to be looked at once more: its superior stands further down in the file.
    """

    outcome: Outcome
    texts: tuple[str, ...] = ()
    sum: Sum | None = None
    again: bool = False


def rejected(*reasons: str) -> Answer:
    return Answer(Outcome.REJECTED, reasons)


@dataclass(frozen=True, slots=True)
class Context:
    """Who imports, when, for which agencies, and the agency of rows that name none."""

    scope: Scope
    at: datetime
    today: date
    agency_code: str

    def out_of_reach(self, agency_code: str) -> str:
        """The reason why rows of that agency are not this person's to write; empty when they are."""
        if self.scope.covers(agency_code=agency_code):
            return ""
        return _("Instansi “%s” di luar kewenangan Anda.") % agency_code[:60]


class Loader(Protocol[Entry]):
    """One kind of row. `apply` answers each entry in order; without `write` it touches nothing."""

    def entry(self, cells: Mapping[str, Cell]) -> Entry:
        """Raises InvalidEntry or BadValue with what is wrong."""
        ...

    def place_faults(self, rows: Sequence[Mapping[str, Cell]]) -> list[list[str]]:
        """What the registry has against the places of rows that are wrong by themselves, to be told together."""
        ...

    def key(self, entry: Entry) -> Hashable: ...

    def parent(self, entry: Entry) -> Hashable | None: ...

    def out_of_circle(self, entry: Entry) -> tuple[Entry | None, str]:
        """What becomes of an entry that stands on a circle: the entry without its parent, or None; and why."""
        ...

    def agency_code(self, entry: Entry) -> str: ...

    def apply(self, entries: Sequence[Entry], *, write: bool) -> list[Answer]: ...


def taken(entries: Sequence[Entry], answers: Sequence[Answer], part: Callable[[Entry], Part]) -> Iterator[Part]:
    """A part of each entry that was not rejected."""
    pairs = zip(entries, answers, strict=True)
    return (part(entry) for entry, answer in pairs if answer.outcome is not Outcome.REJECTED)


def tell(row: Model, wanted: Mapping[str, object]) -> bool:
    """Put new values on a row and say whether any differed; what is empty was not said and changes nothing."""
    news = {field: value for field, value in wanted.items() if value not in ("", None) and getattr(row, field) != value}
    for field, value in news.items():
        setattr(row, field, value)
    return bool(news)
