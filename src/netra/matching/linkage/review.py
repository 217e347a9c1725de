"""The list that an officer reviews: one entry for each line of a party list that may be somebody of the register.

What may be done with an entry is decided as in `lookup.answers`: a name alone is POSSIBLE at most, a namesake is told
apart by two attributes or not at all, and whatever contradicts itself (one NIK, two people) is shown and never settled.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from netra.matching.linkage.model import Level
from netra.matching.linkage.running import Pair
from netra.matching.lookup import Decision

LISTED_FROM = 0.2
_CONFIRMABLE_FROM = 0.95
_MORE_ATTRIBUTES = 2
_SHOWN = 10
# The lowest levels of a comparison, by which the two differ, and the one of each by which they agree.
_NAME_AGREES_FROM = 2
_AGREES = {"nik": 2, "birth": 4, "region": 2}
_DIFFERS = {"nik": (0,), "birth": (0, 1), "region": (0,), "sex": (0,)}
_NEVER_ONE = 1 - 1e-9


@dataclass(frozen=True, slots=True)
class Suggested:
    """Somebody of the register whom an entry may mean. `probability` is among all answers, nobody included."""

    pair: Pair
    probability: float
    speaks_for: tuple[str, ...]
    speaks_against: tuple[str, ...]
    conflicts: tuple[str, ...]
    agreeing: frozenset[str]
    differing: frozenset[str]

    @property
    def name_fits(self) -> bool:
        return self.pair.levels["name"] >= _NAME_AGREES_FROM


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list with those whom it may mean, the likeliest first, and what may be done with it."""

    line: int
    name: str
    party: str
    decision: Decision
    suggested: tuple[Suggested, ...]
    more: int = 0

    @property
    def repeated(self) -> int:
        """On how many lines the list has this NIK with this name."""
        return self.suggested[0].pair.repeated


def review(pairs: Iterable[Pair], levels: Mapping[str, Mapping[int, Level]]) -> Iterator[Entry]:
    """The entries in the order of the list; `pairs` come line by line."""
    for line, group in groupby(pairs, key=lambda pair: pair.line):
        every = _each_person_once(group)
        odds = [_odds(pair.probability) for pair in every]
        together = 1 + sum(odds)
        suggested = [_suggested(pair, one / together, levels) for pair, one in zip(every, odds, strict=True)]
        suggested.sort(key=lambda one: (-one.probability, one.pair.person_line))
        first = suggested[0].pair
        shown = tuple(suggested[:_SHOWN])
        yield Entry(line, first.name, first.party, decide(suggested), shown, len(suggested) - len(shown))


def decide(suggested: Sequence[Suggested]) -> Decision:
    """CONFIRMABLE where one person fits by the name and by another attribute, nothing contradicts, and no namesake fits
    as well; else POSSIBLE.
    """
    first, others = suggested[0], suggested[1:]
    sure = first.probability >= _CONFIRMABLE_FROM and first.name_fits and not first.conflicts
    attested = len(first.agreeing) > len(first.differing)
    alone = first.pair.namesakes < 2 or len(first.agreeing) >= _MORE_ATTRIBUTES
    rivalled = any(
        other.name_fits and len(first.agreeing - other.agreeing) < _MORE_ATTRIBUTES for other in others
    ) or any("nik" in other.agreeing for other in others)
    return Decision.CONFIRMABLE if sure and attested and alone and not rivalled else Decision.POSSIBLE


def _each_person_once(pairs: Iterable[Pair]) -> list[Pair]:
    """Somebody who stands in the register twice, word for word, is no namesake of himself."""
    return list({(pair.ref or pair.person_line, pair.person): pair for pair in reversed(list(pairs))}.values())[::-1]


def _odds(probability: float) -> float:
    kept = min(probability, _NEVER_ONE)
    return kept / (1 - kept)


def _suggested(pair: Pair, probability: float, levels: Mapping[str, Mapping[int, Level]]) -> Suggested:
    agreeing = {name for name, level in _AGREES.items() if pair.levels[name] >= level}
    if pair.common_region:
        agreeing.discard("region")
    differing = {name for name, low in _DIFFERS.items() if pair.levels[name] in low}
    outcomes = [levels[name][outcome] for name, outcome in pair.levels.items()]
    speaks_for = [level.words for level in outcomes if not level.unknown and level.speaks_for]
    speaks_against = [level.words for level in outcomes if not level.unknown and not level.speaks_for]
    if pair.namesakes > 1:
        speaks_against.append(f"{pair.namesakes} orang di register bernama sama")
    return Suggested(
        pair,
        probability,
        tuple(speaks_for),
        tuple(speaks_against),
        tuple(_conflicts(pair)),
        frozenset(agreeing),
        frozenset(differing),
    )


def _conflicts(pair: Pair) -> Iterator[str]:
    if pair.levels["nik"] < _AGREES["nik"]:
        return
    if 0 <= pair.levels["name"] < _NAME_AGREES_FROM:
        yield "NIK sama, tetapi namanya lain: salah satu NIK mungkin salah tulis atau dipakai orang lain"
    if pair.levels["birth"] in _DIFFERS["birth"] or pair.levels["sex"] in _DIFFERS["sex"]:
        yield "NIK sama, tetapi tanggal lahir atau jenis kelaminnya lain"
    if pair.owners > 1:
        yield f"NIK ini dipakai {pair.owners} orang di register"
    if pair.claims > 1:
        yield f"NIK ini dipakai {pair.claims} nama yang berbeda di daftar partai"
