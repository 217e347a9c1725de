"""The register as the lookup sees it: who bears a key, how often, and what is known of a person.

`Index` is what a storage must answer; `MemoryIndex` answers from dictionaries for a register that is a file. A storage
in a database answers the same questions.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Protocol

from netra.matching.names import Name, parse
from netra.matching.names.spelling import spelling_key


@dataclass(frozen=True, slots=True)
class Person:
    """One row of a register. `attributes` are what is known beside the name, as written there."""

    ref: str
    name: Name
    attributes: Mapping[str, str] = field(default_factory=dict)


# Also y and w, which are written for i and u. Words of few consonants share theirs with too many others.
_VOWELS = re.compile("[aeiouyw]")
_LONG, _FEWEST_BONES = 6, 3


class Index(Protocol):
    """What the lookup asks of a storage: few questions, each for all words of a name at once.

    Keys are spelling keys; a number is whatever the storage calls a person by.
    """

    def size(self) -> int:
        """How many people there are."""

    def near_keys(self, keys: Collection[str]) -> Mapping[str, Collection[str]]:
        """For each key those of the register that may be it with a slip in it; itself may be left out."""

    def counts(self, keys: Collection[str]) -> Mapping[str, int]:
        """How many people each key leads to; what leads to nobody may be left out."""

    def bearers(self, keys: Collection[str]) -> Mapping[str, Sequence[int]]:
        """The numbers, rising, of the people with a key among their words, or as two neighbouring words in one."""

    def length(self, number: int) -> int:
        """How many words longer than a letter the name has of somebody whom `bearers` told."""

    def sharing(self, numbers: Sequence[int], known: Mapping[str, str]) -> Sequence[int]:
        """Of too many namesakes those who share what is known beside the name; none where that cannot be told."""

    def admitted(self, numbers: Sequence[int]) -> Sequence[int]:
        """Of these people those whom the asker may be told of, in the same order."""

    def people(self, numbers: Sequence[int]) -> Sequence[Person]:
        """The people of these numbers."""

    def information(self, key: str) -> float:
        """How much it says that somebody bears this key: the natural logarithm of how rare it is."""

    def title_information(self, code: str) -> float:
        """The same of a title."""

    def initial_information(self, letter: str) -> float:
        """The same of having some word that begins with this letter."""

    def attribute_information(self, column: str, value: str) -> float:
        """The same of a value of an attribute, as its kind counts values; 0 where the column was never counted."""


class MemoryIndex:
    """An index in dictionaries: about a hundred microseconds and five kilobytes per person."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._people: list[Person] = []
        self._bearers: dict[str, list[int]] = defaultdict(list)
        self._keys: Counter[str] = Counter()
        self._titles: Counter[str] = Counter()
        self._initials: Counter[str] = Counter()
        self._values: dict[str, Counter[str]] = defaultdict(Counter)
        self._known: Counter[str] = Counter()
        for person in people:
            self._add(person)
        self._shortened: dict[str, list[str]] = defaultdict(list)
        for key in self._bearers:
            for short in shortened(key):
                self._shortened[short].append(key)

    def _add(self, person: Person) -> None:
        number = len(self._people)
        self._people.append(person)
        words = [*person.name.tokens, *person.name.aliases]
        keys = {token.key for token in words}
        self._keys.update(keys)
        self._initials.update({key[0] for key in keys})
        self._titles.update({title.code for title in person.name.titles})
        for key in keys | glued_keys(person.name):
            self._bearers[key].append(number)

    def count_values(self, column: str, values: Iterable[Set[str]]) -> None:
        """Learn how often each value of an attribute occurs; per person the values that count, none where unknown."""
        for of_person in values:
            self._values[column].update(of_person)
            self._known[column] += bool(of_person)

    def size(self) -> int:
        return len(self._people)

    def near_keys(self, keys: Collection[str]) -> Mapping[str, Collection[str]]:
        return {
            key: dict.fromkeys(near for short in shortened(key) for near in self._shortened.get(short, ())).keys()
            for key in keys
        }

    def counts(self, keys: Collection[str]) -> Mapping[str, int]:
        return {key: len(self._bearers.get(key, ())) for key in keys}

    def bearers(self, keys: Collection[str]) -> Mapping[str, Sequence[int]]:
        return {key: self._bearers.get(key, ()) for key in keys}

    def length(self, number: int) -> int:
        return length_of(self._people[number].name)

    def sharing(self, numbers: Sequence[int], known: Mapping[str, str]) -> Sequence[int]:
        return ()

    def admitted(self, numbers: Sequence[int]) -> Sequence[int]:
        return numbers

    def people(self, numbers: Sequence[int]) -> Sequence[Person]:
        return [self._people[number] for number in numbers]

    def information(self, key: str) -> float:
        return tempered_rarity(self._keys[key], len(self._people))

    def title_information(self, code: str) -> float:
        return rarity(self._titles[code], len(self._people))

    def initial_information(self, letter: str) -> float:
        return rarity(self._initials[letter], len(self._people))

    def attribute_information(self, column: str, value: str) -> float:
        return rarity(self._values[column][value] if column in self._values else 0, self._known[column])


def rarity(count: int, among: int) -> float:
    """The natural logarithm of how rare something is; what was never seen counts as half of one."""
    return math.log((among + 1) / (count + 0.5)) if count < among else 0.0


# A small register cannot tell how rare a word is: it is tempered by imagined people, each word rare among them.
_IMAGINED, _RARE = 300, 1 / 3000


def tempered_rarity(count: int, among: int) -> float:
    """How rare a word is, as far as a register of this size knows; a large one speaks for itself."""
    return math.log((among + _IMAGINED + 1) / (count + _IMAGINED * _RARE + 0.5))


def length_of(name: Name) -> int:
    """How many words longer than a letter a name has."""
    return sum(len(token.text) > 1 for token in name.tokens)


def glued_keys(name: Name) -> set[str]:
    """The keys of two neighbouring words written as one."""
    words = [token.text for token in name.tokens if len(token.text) > 1]
    return {spelling_key(one + other) for one, other in pairwise(words)}


def shortened(key: str) -> set[str]:
    """A key, what is left of it without one letter, and its consonants: keys that share one of these are near."""
    if len(key) < 3:
        return {key}
    return {key, *_without_one(key), *_consonants(key)}


def _without_one(key: str) -> Iterator[str]:
    return (key[:place] + key[place + 1 :] for place in range(len(key)))


def _consonants(key: str) -> Iterator[str]:
    """The consonants of a long word, marked: whoever slips twice mostly slips in vowels."""
    bones = _VOWELS.sub("", key)
    if len(key) < _LONG or len(bones) < _FEWEST_BONES:
        return
    yield f"~{bones}"
    if len(bones) > _FEWEST_BONES + 1:
        yield from (f"~{bone}" for bone in _without_one(bones))


def people_of(rows: Iterable[Mapping[str, str]], *, ref: str, name: str) -> list[Person]:
    """The people of a table; `ref` and `name` are its columns."""
    return [Person(row[ref], parse(row[name]), row) for row in rows]
