"""The rules of `data/deadlines.yaml` as values, and the choice of the one that applies.

A rule has branches, one per combination of qualifiers its articles need (regime, level, who imposed which penalty, kind
of election); each branch is a timeline. A qualifier that decides and was not given is asked for by name, never assumed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from netra.law.counting import Direction, Unit
from netra.law.data_files import (
    Entry,
    MalformedData,
    day_of,
    read_data,
    refuse_unknown_keys,
    until_of,
)
from netra.law.dated import Dated, NothingInForce, Source, Timeline
from netra.law.indonesian_dates import in_words
from netra.law.instruments import cited_source

QUALIFIERS: Mapping[str, tuple[str, ...]] = {
    "regime": ("DISC-53", "DISC-94"),
    "level": ("LIGHT", "MODERATE", "SEVERE", "TERMINATION"),
    "imposed_by": ("APPOINTING_AUTHORITY", "OFFICIAL"),
    # The moderate penalties of PP 53/2010 Ps 7(3) a, b and c, of which the last knows no objection (Ps 34(1)), and that
    # of the rules of a PPPK's own agency.
    "penalty": ("increment_delay_1y", "promotion_delay_1y", "rank_demotion_1y", "agency_moderate_rule"),
    "election_kind": ("GENERAL", "REGIONAL"),
}
QUALIFIER_LABELS: Mapping[str, str] = {
    "regime": "rezim disiplin",
    "level": "tingkat hukuman",
    "imposed_by": "pejabat yang menjatuhkan",
    "penalty": "jenis hukuman sedang",
    "election_kind": "jenis pemilihan",
}
VALUE_KEYS = ("from", "until", "when", "amount", "unit", "direction", "counted_from", "source", "other_reading")
TEXT_KEYS = ("notes", "notes_by_day", "none", "if_silent")
READING_KEYS = ("amount", "unit", "source", "conflict")
SILENCE_KEYS = ("text", "source")
RULE_KEYS = ("key", "label", "values", "set_by_letter", "regime_by_date")

Given = Mapping[str, str | None]


class DeadlineError(Exception):
    """Base of every refusal to compute a deadline; the message is Indonesian and says what can be done."""


class UnknownRule(DeadlineError):
    """No rule has that key."""


class UnknownQualifier(DeadlineError):
    """A qualifier was given a value that no rule knows."""


class MissingQualifier(DeadlineError):
    """The answer depends on something that was not given; `names` says what."""

    def __init__(self, rule: str, names: tuple[str, ...]) -> None:
        self.names = names
        wanted = "; ".join(f"{name} ({QUALIFIER_LABELS[name]}: {', '.join(QUALIFIERS[name])})" for name in names)
        super().__init__(f"Aturan {rule} bergantung pada hal yang belum disebut: {wanted}.")


class NoTerm(DeadlineError):
    """The law gives no term in this situation, or none was found: `reason` says which, `source` where it was read."""

    def __init__(self, rule: str, reason: str, source: Source) -> None:
        self.reason, self.source = reason, source
        super().__init__(f"Aturan {rule}: {reason} ({source})")


class SetByLetter(DeadlineError):
    """The term stands in a letter: use `from_letter`."""


class BeyondTheCalendar(DeadlineError):
    """The term ends on a day that no calendar can write."""

    def __init__(self, label: str, start: date) -> None:
        super().__init__(
            f"{label}: hitungan dari {start.isoformat()} keluar dari kalender (tahun 1 sampai 9999). Periksa tahunnya."
        )


class NotInForce(DeadlineError, NothingInForce):
    """No value of the rule holds on that day."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How long a term is under one reading of one article."""

    amount: int
    unit: Unit
    source: Source


@dataclass(frozen=True, slots=True)
class Silence:
    """What the law says follows when whoever had the term lets it pass without a word."""

    text: str
    source: Source


@dataclass(frozen=True, slots=True)
class Term:
    """One value of a rule: the reading used, the one that contradicts it, or why there is no term (`none`)."""

    reading: Reading | None
    source: Source
    direction: Direction
    counted_from: str
    notes: tuple[str, ...]
    other_reading: Reading | None
    conflict: str
    none: str
    if_silent: Silence | None = None
    # Said beside `notes` where of the start of a term in hours only the day is known.
    notes_by_day: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Branch:
    """The values of a rule for one combination of qualifiers."""

    when: Mapping[str, frozenset[str]]
    timeline: Timeline[Term]

    def fits(self, given: Given) -> bool:
        """True unless a given qualifier excludes this branch."""
        return all(given.get(name) in allowed or given.get(name) is None for name, allowed in self.when.items())


@dataclass(frozen=True, slots=True)
class Rule:
    """A term of procedure over time."""

    key: str
    label: str
    branches: tuple[Branch, ...]
    set_by_letter: str
    regime_by_date: bool

    def term_on(self, start: date, given: Given) -> Dated[Term]:
        """The value in force on `start` for these qualifiers; raises what stands in the way."""
        if self.set_by_letter:
            raise SetByLetter(f"Aturan {self.key}: {self.set_by_letter}")
        fitting = [branch for branch in self.branches if branch.fits(given)]
        in_force = [(branch, entry) for branch in fitting if (entry := _value_on(branch, start)) is not None]
        if not in_force:
            raise NotInForce(f"{self.label}: tidak ada nilai yang berlaku pada {start}. {_known(fitting)}")
        missing = {name for branch, _ in in_force for name in branch.when if given.get(name) is None}
        if missing:
            raise MissingQualifier(self.key, tuple(name for name in QUALIFIERS if name in missing))
        return in_force[0][1]


def _value_on(branch: Branch, day: date) -> Dated[Term] | None:
    return next((entry for entry in branch.timeline.entries if entry.holds_on(day)), None)


def _known(branches: list[Branch]) -> str:
    if not branches:
        return "Kombinasi yang disebut tidak dikenal aturan ini."
    periods = sorted({(entry.start, entry.until) for branch in branches for entry in branch.timeline.entries})
    return "Masa yang dikenal: " + "; ".join(f"{start} – {until or 'terbuka'}" for start, until in periods) + "."


def rule(key: str) -> Rule:
    """The rule with that key; UnknownRule names the nearest keys."""
    if key in RULES:
        return RULES[key]
    near = get_close_matches(key, RULES, n=3)
    hint = f"Mungkin maksud Anda: {', '.join(near)}." if near else "Daftar kunci: netra why-date --list."
    raise UnknownRule(f'Aturan "{key}" tidak dikenal. {hint}')


def silence_after(key: str, citation: str) -> Silence | None:
    """What follows when the term of that rule, as that article set it, passes in silence; None where no law says so.

    The article chooses the value: a term is kept with the one that set it, not with the qualifiers that led there.
    """
    terms = [entry.value for branch in rule(key).branches for entry in branch.timeline.entries] if key in RULES else []
    return next((term.if_silent for term in terms if term.if_silent and str(term.source) == citation), None)


def check_qualifiers(given: Given) -> None:
    """Raise UnknownQualifier for a value outside the vocabulary."""
    for name, value in given.items():
        if value is not None and value not in QUALIFIERS[name]:
            allowed = ", ".join(QUALIFIERS[name])
            raise UnknownQualifier(
                f'"{value}" tidak dikenal sebagai {QUALIFIER_LABELS[name]} ({name}). Pilih: {allowed}.'
            )


def regime_on(day: date) -> str:
    """The discipline regulation in force on `day`: for terms whose regime nobody named."""
    try:
        return REGIMES.on(day).value
    except NothingInForce as error:
        raise NotInForce(
            f"Untuk {in_words(day)} tidak ada peraturan disiplin yang dimuat; yang dimuat: PP 53/2010 sejak "
            "6 Juni 2010 dan PP 94/2021 sejak 31 Agustus 2021. Periksa tanggalnya; tenggat sebelum itu "
            "tidak dihitung di sini."
        ) from error


def _load_rule(entry: Entry) -> Rule:
    where = f"deadlines.yaml, {entry.get('key')}"
    refuse_unknown_keys(entry, RULE_KEYS, where=where)
    grouped: dict[tuple[tuple[str, frozenset[str]], ...], list[Dated[Term]]] = {}
    for value in entry.get("values", ()):
        when = _load_when(value, where=where)
        grouped.setdefault(tuple(sorted(when.items())), []).append(_load_value(value, where=where))
    branches = tuple(Branch(dict(when), Timeline(entry["key"], values)) for when, values in grouped.items())
    letter = " ".join(str(entry.get("set_by_letter", "")).split())
    if bool(branches) == bool(letter):
        raise MalformedData(f"{where}: give either values or set_by_letter")
    return Rule(entry["key"], entry["label"], branches, letter, entry.get("regime_by_date", False))


def _load_when(value: Entry, *, where: str) -> dict[str, frozenset[str]]:
    when = {name: frozenset(allowed) for name, allowed in value.get("when", {}).items()}
    for name, allowed in when.items():
        if not allowed <= set(QUALIFIERS.get(name, ())):
            raise MalformedData(f"{where}: unknown qualifier {name}: {sorted(allowed)}")
    return when


def _load_value(value: Entry, *, where: str) -> Dated[Term]:
    refuse_unknown_keys(value, VALUE_KEYS + TEXT_KEYS, where=where)
    source, other = cited_source(value, where=where), value.get("other_reading")
    if other is not None:
        refuse_unknown_keys(other, READING_KEYS, where=where)
    none = value.get("none", "")
    term = Term(
        reading=None if none else Reading(value["amount"], Unit(value["unit"]), source),
        source=source,
        direction=Direction(value.get("direction", Direction.AFTER)),
        counted_from=value.get("counted_from", ""),
        notes=tuple(value.get("notes", ())),
        other_reading=Reading(other["amount"], Unit(other["unit"]), cited_source(other, where=where))
        if other
        else None,
        conflict=other["conflict"] if other else "",
        none=none,
        if_silent=_load_silence(value.get("if_silent"), where=where),
        notes_by_day=tuple(value.get("notes_by_day", ())),
    )
    return Dated(term, day_of(value, "from", where=where), until_of(value, where=where), source)


def _load_silence(entry: Entry | None, *, where: str) -> Silence | None:
    if entry is None:
        return None
    refuse_unknown_keys(entry, SILENCE_KEYS, where=where)
    return Silence(entry["text"], cited_source(entry, where=where))


def _load_regimes(entries: list[Entry]) -> Timeline[str]:
    where = "deadlines.yaml, regimes"
    return Timeline(
        "rezim disiplin",
        [
            Dated(
                entry["regime"],
                day_of(entry, "from", where=where),
                until_of(entry, where=where),
                cited_source(entry, where=where),
            )
            for entry in entries
        ],
    )


_DATA = read_data("deadlines.yaml")
REGIMES: Timeline[str] = _load_regimes(_DATA["regimes"])
RULES: Mapping[str, Rule] = {entry["key"]: _load_rule(entry) for entry in _DATA["rules"]}
