"""The catalogue of sanctions: what may be imposed, at which level, on which day.

Four kinds that never mix: discipline penalties of PNS (PP 53/2010 Pasal 7, PP 94/2021 Pasal 8), moral sanctions
(PP 42/2004 Pasal 15), termination of status for party membership, and what PP 49/2018 leaves for PPPK.
A moderate penalty of PP 94/2021 is named but cannot be imposed until the regulation on pay is in force; until then the
penalties of PP 53/2010 are imposed in its place (PP 94/2021 Pasal 42).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from netra.law.data_files import Entry, MalformedData, refuse_unknown_keys
from netra.law.dated import Source
from netra.law.instruments import INSTRUMENTS
from netra.law.loading import code_of, known_source_of, period_of, read_family, text_of
from netra.law.regime import Regime
from netra.law.vocabulary import LADDER, Employment, Level


class Standing(StrEnum):
    FULL = "FULL"
    NOMINAL = "NOMINAL"  # named by the regulation, not yet to be imposed
    INTERIM = "INTERIM"  # imposed in place of a nominal one


_STANDING_WORDS = {
    Standing.FULL: "",
    Standing.NOMINAL: " (nominal: berlaku setelah PP tentang gaji dan tunjangan)",
    Standing.INTERIM: " (sementara: dijatuhkan sampai PP tentang gaji dan tunjangan berlaku)",
}


@dataclass(frozen=True, slots=True, eq=False)
class Sanction:
    """One sanction of one catalogue with the article that names it."""

    code: str
    catalogue: str
    level: Level
    label: str
    standing: Standing
    start: date
    until: date | None
    source: Source
    reads: re.Pattern[str] | None

    @property
    def full_label(self) -> str:
        return self.label + _STANDING_WORDS[self.standing]

    @property
    def may_be_imposed(self) -> bool:
        return self.standing is not Standing.NOMINAL

    def holds_on(self, day: date) -> bool:
        return self.start <= day and (self.until is None or day < self.until)


_KEYS = ("level", "standing", "label", "from", "until", "reads", "instrument", "article", "verification")


def _sanction(catalogue: str, code: str, entry: Entry) -> Sanction:
    where = f"{catalogue} / {code}"
    refuse_unknown_keys(entry, _KEYS, where=where)
    level = code_of(where, entry, "level", Level)
    if level not in LADDER:
        raise MalformedData(f"{where}: {level} is no rung of the ladder")
    start, until = period_of(where, entry)
    source = {key: entry.get(key) for key in ("instrument", "article", "verification")}
    return Sanction(
        code=code,
        catalogue=catalogue,
        level=level,
        label=text_of(where, entry, "label"),
        standing=code_of(where, {"standing": "FULL", **entry}, "standing", Standing),
        start=start,
        until=until,
        source=known_source_of(where, source, INSTRUMENTS),
        reads=re.compile(entry["reads"]) if "reads" in entry else None,
    )


def load_catalogues(entries: Mapping[str, Mapping[str, Entry]]) -> Mapping[str, tuple[Sanction, ...]]:
    return MappingProxyType(
        {name: tuple(_sanction(name, code, entry) for code, entry in group.items()) for name, group in entries.items()}
    )


CATALOGUES = load_catalogues(read_family("sanctions.yaml", key="catalogues"))


def catalogue_name(level: Level, regime: Regime | None, employment: Employment) -> str:
    """Which catalogue answers for that level: never a PNS penalty for a PPPK."""
    if employment is Employment.PPPK:
        return "PPPK"
    if level is Level.MORAL:
        return "MORAL"
    if level is Level.TERMINATION:
        return "STATUS"
    return regime.value if regime else ""


@lru_cache(maxsize=1024)
def sanctions_of(level: Level, regime: Regime | None, employment: Employment) -> tuple[Sanction, ...]:
    """All sanctions of that level, whatever the day."""
    name = catalogue_name(level, regime, employment)
    return tuple(sanction for sanction in CATALOGUES.get(name, ()) if sanction.level is level)


def catalogue(
    regime: Regime | None, level: Level, on: date, *, employment: Employment = Employment.PNS
) -> tuple[Sanction, ...]:
    """The sanctions of that level on that day, nominal ones included; ask `may_be_imposed` before imposing one."""
    return tuple(sanction for sanction in sanctions_of(level, regime, employment) if sanction.holds_on(on))


def terminations(employment: Employment, *, acted: date, decided: date) -> tuple[Sanction, ...]:
    """The ends of status for joining a party: by the law of the day of the act, then by what had replaced it since.

    PP 94/2021 Pasal 40 moves discipline only. Nobody has read how UU 20/2023 treats an act under UU 5/2014, so where
    the law changed before the decision both stand, the law of the act first.
    """
    days = (acted, decided)
    found = (each for day in days for each in catalogue(None, Level.TERMINATION, day, employment=employment))
    return tuple(dict.fromkeys(found))


_PUNISHED = (
    r"(di(jatuh|beri|kena|hukum|sanksi|tegur|copot|turun|tunda|bebas|berhenti|potong|putus|nyata)"
    r"|me(njatuh|mberi|ngena|nghukum|negur|nunda|nurun|mbebas|mberhenti|motong|mutus))\w*"
)
# "Tidak" alone denies nothing: penalties are called "tidak dengan hormat", "tidak puas". What will or may be imposed is
# not imposed either.
_NOT_IMPOSED = re.compile(
    r"\b(di)?batal|\bbelum\b|\b(di)?usul|\brencana|\bdirekomendasi|\bancaman|\b(ter|di)ancam|\btanpa (sanksi|hukuman)"
    rf"|\b(tidak|tak) ((jadi|akan|dapat|perlu|pernah) )?({_PUNISHED}|terbukti|bersalah|ada (sanksi|hukuman))"
    rf"|\b(akan|bakal|dapat|bisa|harus|seharusnya|semestinya|agar|supaya) {_PUNISHED}"
)


def levels_named_in(text: str, regime: Regime | None, employment: Employment) -> frozenset[Level]:
    """The levels of the catalogue penalties that the wording of a decision names; empty where it names none."""
    words = re.sub(r"\s+", " ", text.casefold())
    if _NOT_IMPOSED.search(words):
        return frozenset()
    return frozenset(
        sanction.level
        for level in LADDER
        for sanction in sanctions_of(level, regime, employment)
        if sanction.reads is not None and sanction.reads.search(words)
    )
