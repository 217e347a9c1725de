"""What a civil servant may want to do, in plain words, and the answers that need no assessment of a conduct."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from netra.law.conducts import CONDUCTS
from netra.law.data_files import Entry, MalformedData, read_data, refuse_unknown_keys
from netra.law.dated import Dated, Source, Timeline
from netra.law.instruments import INSTRUMENTS, refuse_sources_not_yet_in_force
from netra.law.loading import code_of, codes_of, period_of, sources_of, text_of
from netra.law.vocabulary import ElectionKind, Employment


class Verdict(StrEnum):
    ALLOWED = "ALLOWED"
    NOT_ALLOWED = "NOT_ALLOWED"
    ASK_FIRST = "ASK_FIRST"


class Circumstance(StrEnum):
    """What a person may say about the own status."""

    ON_UNPAID_LEAVE = "ON_UNPAID_LEAVE"
    RESIGNED = "RESIGNED"


@dataclass(frozen=True, slots=True)
class Ruling:
    """One dated answer that stands by itself."""

    verdict: Verdict
    start: date
    until: date | None
    elections: frozenset[ElectionKind]
    employment: frozenset[Employment]
    when: frozenset[Circumstance]
    because: str
    sources: tuple[Source, ...]

    def holds(
        self, day: date, kind: ElectionKind, employment: Employment, circumstances: frozenset[Circumstance]
    ) -> bool:
        if self.start > day or (self.until is not None and day >= self.until):
            return False
        concerned = kind in (self.elections or ElectionKind) and employment in (self.employment or Employment)
        return concerned and self.when <= circumstances


@dataclass(frozen=True, slots=True)
class Intention:
    """One thing that somebody wants to do; `conduct` is what it is assessed as, `compare` what to look at instead."""

    code: str
    label: str
    group: str
    conduct: str
    forms: frozenset[str]  # where only some forms of that conduct speak of it; empty: all of them
    compare: tuple[str, ...]
    rulings: tuple[Ruling, ...]


_RULING_KEYS = ("verdict", "when", "elections", "employment", "from", "until", "because", "sources")


def _ruling(where: str, entry: Entry) -> Ruling:
    refuse_unknown_keys(entry, _RULING_KEYS, where=where)
    start, until = period_of(where, entry)
    sources = sources_of(where, entry, INSTRUMENTS)
    refuse_sources_not_yet_in_force(where, start, sources)
    return Ruling(
        verdict=code_of(where, entry, "verdict", Verdict),
        start=start,
        until=until,
        elections=frozenset(codes_of(where, entry, "elections", ElectionKind)),
        employment=frozenset(codes_of(where, entry, "employment", Employment)),
        when=frozenset(codes_of(where, entry, "when", Circumstance)),
        because=text_of(where, entry, "because"),
        sources=sources,
    )


def _intention(code: str, entry: Entry) -> Intention:
    refuse_unknown_keys(entry, ("label", "group", "conduct", "forms", "compare", "rulings"), where=code)
    conduct = entry.get("conduct", "")
    rulings = tuple(_ruling(f"{code} / ruling {place}", each) for place, each in enumerate(entry.get("rulings", ()), 1))
    if conduct and conduct not in CONDUCTS:
        raise MalformedData(f"{code}: no such conduct as {conduct}")
    if not conduct and not rulings:
        raise MalformedData(f"{code}: neither a conduct nor a ruling answers it")
    forms = frozenset(entry.get("forms", ()))
    if unknown := forms - {form.code for form in CONDUCTS[conduct].forms_in(None)} if conduct else forms:
        raise MalformedData(f"{code}: its conduct has no such form as {', '.join(sorted(unknown))}")
    return Intention(
        code=code,
        label=text_of(code, entry, "label"),
        group=text_of(code, entry, "group"),
        conduct=conduct,
        forms=forms,
        compare=tuple(entry.get("compare", ())),
        rulings=rulings,
    )


def load_intentions(entries: Mapping[str, Entry]) -> Mapping[str, Intention]:
    """The intentions by code, in the order in which they are offered."""
    found = {code: _intention(code, entry) for code, entry in entries.items()}
    for intention in found.values():
        unknown = [code for code in intention.compare if code not in found]
        if unknown:
            raise MalformedData(f"{intention.code}: compares with unknown {', '.join(unknown)}")
    return MappingProxyType(found)


def _principle(entries: Sequence[Entry]) -> Timeline[tuple[Source, ...]]:
    dated = []
    for entry in entries:
        start, until = period_of("principle", entry)
        sources = sources_of("principle", entry, INSTRUMENTS)
        dated.append(Dated(sources, start, until, sources[0]))
    return Timeline("asas netralitas ASN", dated)


_DATA = read_data("intentions.yaml")
INTENTIONS = load_intentions(_DATA["intentions"])
PRINCIPLE = _principle(_DATA["principle"])
