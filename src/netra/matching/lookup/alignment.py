"""Which word of one name answers which word of another, and how: the same, another spelling, a slip, an initial."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from netra.matching.lookup.index import Index
from netra.matching.lookup.similarity import allowed_distance, distance
from netra.matching.names import Name, Role, Token
from netra.matching.names.spelling import spelling_key


class Relation(StrEnum):
    """How two words are one."""

    EXACT = "EXACT"
    SPELLING = "SPELLING"
    GLUED = "GLUED"
    NEAR = "NEAR"
    SHORTENED = "SHORTENED"
    INITIAL = "INITIAL"


# What a relation leaves of the information of a word, for choosing among pairs; how much it weighs is learned.
_WORTH = {
    Relation.EXACT: 1.0,
    Relation.SPELLING: 0.95,
    Relation.GLUED: 0.9,
    Relation.NEAR: 0.6,
    Relation.SHORTENED: 0.5,
    Relation.INITIAL: 0.3,
}
_SHORTEST_BEGINNING = 3


@dataclass(frozen=True, slots=True)
class Pair:
    """Words of the question and words of the person that were taken for one another."""

    relation: Relation
    asked: tuple[int, ...]
    borne: tuple[int, ...]
    information: float
    apart: float = 0.0


@dataclass(frozen=True, slots=True)
class Alignment:
    """The pairs of two names, and the words on either side that found none."""

    asked: tuple[Token, ...]
    borne: tuple[Token, ...]
    pairs: tuple[Pair, ...]
    left_asked: tuple[Token, ...]
    left_borne: tuple[Token, ...]

    @property
    def in_order(self) -> bool:
        """Whether the paired words stand in the same order in both names."""
        places = [pair.borne[0] for pair in sorted(self.pairs, key=lambda pair: pair.asked[0])]
        return places == sorted(places)


def align(asked: Name, person: Name, index: Index) -> Alignment:
    """The pairs that explain most, taken greedily: names are short, and the best pair is rarely wrong."""
    one, other = asked.tokens, (*person.tokens, *person.aliases)
    taken_asked: set[int] = set()
    taken_borne: set[int] = set()
    chosen: list[Pair] = []
    possible = sorted(_possible(one, other, index), key=lambda pair: -_WORTH[pair.relation] * pair.information)
    for pair in possible:
        if taken_asked.isdisjoint(pair.asked) and taken_borne.isdisjoint(pair.borne):
            taken_asked.update(pair.asked)
            taken_borne.update(pair.borne)
            chosen.append(pair)
    own = len(person.tokens)
    return Alignment(
        one,
        other,
        tuple(chosen),
        tuple(token for place, token in enumerate(one) if place not in taken_asked),
        tuple(token for place, token in enumerate(other[:own]) if place not in taken_borne),
    )


def _possible(one: Sequence[Token], other: Sequence[Token], index: Index) -> list[Pair]:
    pairs = []
    for i, asked in enumerate(one):
        for j, borne in enumerate(other):
            if pair := _related(asked, borne, i, j, index):
                pairs.append(pair)
    pairs += [Pair(Relation.GLUED, a, b, info, apart) for a, b, info, apart in _glued(one, other, index)]
    pairs += [Pair(Relation.GLUED, a, b, info, apart) for b, a, info, apart in _glued(other, one, index)]
    pairs += [Pair(Relation.INITIAL, a, b, info) for a, b, info in _spelled_out(one, other, index)]
    pairs += [Pair(Relation.INITIAL, a, b, info) for b, a, info in _spelled_out(other, one, index)]
    return pairs


def _related(asked: Token, borne: Token, i: int, j: int, index: Index) -> Pair | None:
    """The pair of two words, or None where they have nothing to do with one another."""
    if asked.key == borne.key:
        relation = Relation.EXACT if asked.text == borne.text else Relation.SPELLING
        if len(asked.text) == 1:
            return Pair(relation, (i,), (j,), index.initial_information(asked.key))
        return Pair(relation, (i,), (j,), index.information(borne.key))
    if asked.text[0] == borne.text[0] or asked.key[0] == borne.key[0]:
        shorter, longer = sorted((asked, borne), key=lambda token: len(token.text))
        if len(shorter.text) == 1:
            return Pair(Relation.INITIAL, (i,), (j,), index.initial_information(borne.key[0]))
        if _begins(shorter.key, longer.key):
            rarer = min(index.information(asked.key), index.information(borne.key))
            return Pair(Relation.SHORTENED, (i,), (j,), rarer, len(longer.key) - len(shorter.key))
    if abs(len(asked.key) - len(borne.key)) <= 3 and min(len(asked.key), len(borne.key)) >= 3:
        apart = distance(asked.key, borne.key)
        if apart <= allowed_distance(asked.key, borne.key):
            return Pair(
                Relation.NEAR, (i,), (j,), min(index.information(asked.key), index.information(borne.key)), apart
            )
    return None


def _begins(shorter: str, longer: str) -> bool:
    """A word cut short: at least half of it is there, so that Adi is not taken for Adiwijaya."""
    return len(shorter) >= max(_SHORTEST_BEGINNING, len(longer) / 2) and longer.startswith(shorter)


def _glued(
    many: Sequence[Token], single: Sequence[Token], index: Index
) -> list[tuple[tuple[int, int], tuple[int], float, float]]:
    """Two neighbouring words on one side that are one word on the other."""
    found = []
    for i in range(len(many) - 1):
        if len(many[i].text) < 2 and len(many[i + 1].text) < 2:
            continue
        together = spelling_key(many[i].text + many[i + 1].text)
        for j, token in enumerate(single):
            if len(token.key) < 5 or abs(len(token.key) - len(together)) > 1:
                continue
            apart = distance(together, token.key)
            if apart <= 1.0:
                parts = index.information(many[i].key) + index.information(many[i + 1].key)
                found.append(((i, i + 1), (j,), min(parts, max(index.information(token.key), parts / 2)), apart))
    return found


def _spelled_out(
    letters: Sequence[Token], words: Sequence[Token], index: Index
) -> list[tuple[tuple[int], tuple[int, ...], float]]:
    """Letters on one side ("SA") that begin neighbouring words on the other."""
    found = []
    for i, token in enumerate(letters):
        count = len(token.text)
        if count not in (2, 3) or token.role not in (Role.INITIAL, Role.CORE):
            continue
        for j in range(len(words) - count + 1):
            run = words[j : j + count]
            if all(word.text[0] == letter and len(word.text) > 1 for word, letter in zip(run, token.text, strict=True)):
                told = sum(index.initial_information(letter) for letter in token.text)
                found.append(((i,), tuple(range(j, j + count)), told))
    return found
