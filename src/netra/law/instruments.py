"""The acts, regulations and letters this room cites, each with the period in which it holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from netra.law.data_files import Entry, MalformedData, refuse_unknown_keys
from netra.law.dated import Source, Verification
from netra.law.loading import code_of, known_source_of, period_of, read_family, text_of


@dataclass(frozen=True, slots=True)
class Instrument:
    """One legal instrument; `note` says what is open about its dates or its text.

    `named` is its official name with its number, as a decree writes it, `about` its own title, where that was read.
    """

    code: str
    title: str
    start: date
    until: date | None
    verification: Verification
    note: str = ""
    named: str = ""
    about: str = ""

    @property
    def whole_name(self) -> str:
        """The name by which a decree recalls it: with its title, where that was read."""
        return f"{self.named} tentang {self.about}" if self.about else self.named or self.code

    def holds_on(self, day: date) -> bool:
        return self.start <= day and (self.until is None or day < self.until)


def _instrument(code: str, entry: Entry) -> Instrument:
    refuse_unknown_keys(entry, ("title", "from", "until", "verification", "note", "named", "about"), where=code)
    start, until = period_of(code, entry)
    verification = code_of(code, entry, "verification", Verification)
    optional = {key: entry.get(key, "") for key in ("note", "named", "about")}
    return Instrument(code, text_of(code, entry, "title"), start, until, verification, **optional)


def load_instruments(entries: Mapping[str, Entry]) -> Mapping[str, Instrument]:
    return MappingProxyType({code: _instrument(code, entry) for code, entry in entries.items()})


INSTRUMENTS = load_instruments(read_family("instruments.yaml", key="instruments"))


def cited_source(entry: Entry, *, where: str) -> Source:
    """The `source` of an entry; MalformedData where this room does not list its instrument or no article is named."""
    return known_source_of(where, entry.get("source"), INSTRUMENTS)


def refuse_sources_not_yet_in_force(where: str, start: date, sources: Iterable[Source]) -> None:
    """A value cites nothing that began after it: split the value on the day an instrument joins."""
    for source in sources:
        if INSTRUMENTS[source.instrument].start > start:
            raise MalformedData(f"{where}: cites {source.instrument}, which begins after {start.isoformat()}")
