"""Values that hold for a time, each with its own source: the one shape of every legal fact in this house.

One question everywhere: *which value on which day?* There is no default and no "current". Periods are half-open:
`start` counts, `until` does not; `until=None` is open as far as anyone has read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar


class Verification(StrEnum):
    """How a legal fact was checked. It is never raised by software."""

    SEEN = "SEEN"  # wording opened and read
    SECONDARY = "SECONDARY"  # seen in a secondary source
    UNVERIFIED = "UNVERIFIED"  # known, but no text seen
    DERIVED = "DERIVED"  # by arithmetic or reading from facts that are marked themselves


@dataclass(frozen=True, slots=True)
class Source:
    """Where a legal fact stands: instrument, article as cited in Indonesian, and how it was checked."""

    instrument: str
    article: str
    verification: Verification

    def __str__(self) -> str:
        return f"{self.instrument} {self.article}".strip()

    def followed(self, why: str) -> Source:
        """The same article where it does not bind: it says so, and is no longer what was read but what is derived."""
        return Source(self.instrument, f"{self.article} ({why})", Verification.DERIVED)


Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Dated(Generic[Value]):
    """One value, the half-open period in which it holds, and its source."""

    value: Value
    start: date
    until: date | None
    source: Source

    def holds_on(self, day: date) -> bool:
        return self.start <= day and (self.until is None or day < self.until)


class NothingInForce(LookupError):
    """No value holds on that day; the message lists the periods that are known."""


class Timeline(Generic[Value]):
    """The values of one legal notion over time, without overlap."""

    def __init__(self, name: str, entries: Iterable[Dated[Value]]) -> None:
        self.name = name
        self.entries: Sequence[Dated[Value]] = tuple(sorted(entries, key=lambda entry: entry.start))
        for before, after in zip(self.entries, self.entries[1:], strict=False):
            if before.until is None or before.until > after.start:
                raise ValueError(f"{name}: the value from {before.start} overlaps the one from {after.start}")

    def on(self, day: date) -> Dated[Value]:
        """The value that holds on `day`; NothingInForce where none does."""
        for entry in self.entries:
            if entry.holds_on(day):
                return entry
        known = "; ".join(f"{entry.start} – {entry.until or 'terbuka'}" for entry in self.entries) or "tidak ada"
        raise NothingInForce(
            f"{self.name}: tidak ada nilai yang berlaku pada {day.isoformat()}. Masa yang dikenal: {known}."
        )
