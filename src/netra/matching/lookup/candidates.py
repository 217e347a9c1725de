"""Whom to look at closely: the people who share rare words with the question, in the same or a near spelling.

A storage is asked for all words of the question at once. What very many bear starts no search while a rarer word does:
it only tells more of those whom the rarer words found.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import pairwise, product

from netra.matching.lookup.index import Index, glued_keys, length_of
from netra.matching.lookup.similarity import allowed_distance, distance
from netra.matching.names import Name
from netra.matching.names.spelling import spelling_key

# How much of a word is told by one near it: of the nearest this, of one at the edge of what is allowed that much less.
_NEAR, _AT_THE_EDGE = 0.75, 0.3
_MOST = 60
_TOO_COMMON = 3_000
# What more people than this bear (Muhammad, Siti) is not even read: it tells too little for what it costs.
_NOT_READ = 200_000
# A person is looked up in a list of very many in the time in which so many of it are walked through.
_LOOKED_UP = 12
# Whose words tell so much less than those of the best (a logarithm of odds) is not compared beside that one, but for a
# few: what was written may itself be the slip, and somebody else's name.
_MUCH_LESS, _A_FEW = 12.0, 20
# How many the storage is asked of at a time whether they may be told; few askers need the second portion.
_PORTIONS = (500, 5_000, 50_000)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The numbers of the people worth aligning, and how many more bear words that tell as much as the best of them."""

    numbers: tuple[int, ...]
    not_looked_at: int = 0


def candidates(asked: Name, index: Index, known: Mapping[str, str] | None = None, most: int = _MOST) -> Chosen:
    """The people worth aligning, at most `most`; `known` chooses among too many namesakes."""
    told = _told(asked, index, most)
    length = length_of(asked)
    least = max(told.values(), default=0.0) - _MUCH_LESS
    ordered = sorted(number for number, worth in told.items() if worth >= least)
    if len(ordered) < _A_FEW:
        ordered = sorted(nlargest(_A_FEW, told, key=told.__getitem__))
    # Each order keeps the one before among equals; where thousands bear the name, one of three values took far longer.
    ordered.sort(key=lambda number: abs(length - index.length(number)))
    ordered.sort(key=told.__getitem__, reverse=True)
    first = index.sharing(ordered[:_TOO_COMMON], known or {}) if len(ordered) > most else ()
    found = dict.fromkeys(number for number in index.admitted(first)[: most // 2])
    asked_of = 0
    for portion in _portions(ordered):
        found.update(dict.fromkeys(index.admitted(portion)))
        asked_of += len(portion)
        if len(found) >= most:
            break
    left = (*list(found)[most:], *ordered[asked_of:])
    return Chosen(tuple(found)[:most], sum(told[number] == told[ordered[0]] for number in left))


def _told(asked: Name, index: Index, most: int) -> dict[int, float]:
    """How much the words of the question tell of each person who bears one of them."""
    words = [*asked.tokens, *asked.aliases]
    keys = {token.key for token in words if len(token.key) > 1} | glued_keys(asked)
    near = {key: _alike(key, found) for key, found in index.near_keys(keys).items()}
    counts = index.counts({key for alike in near.values() for key in alike})
    bearers = index.bearers({key for key, count in counts.items() if count <= _TOO_COMMON})
    told: dict[int, float] = defaultdict(float)
    common: list[_Common] = []
    very_many: dict[str, dict[str, float]] = {}
    # Without a rarer word that stands in the register as it was written, slips alone must not start the search: whoever
    # is called Suharto, as thousands are, would be taken for a Suharta.
    is_anchored = any(0 < counts.get(key, 0) <= _TOO_COMMON for key in near)
    for asked_key, alike in near.items():
        # A slip for a rare word tells no more than the common word that was written: else it would crowd that out.
        most_told = index.information(asked_key)
        worths = {key: min(index.information(key), most_told) * likeness for key, likeness in alike.items()}
        best = _best(worths, bearers)
        for number, worth in best.items():
            told[number] += worth
        very_many[asked_key] = {key: worth for key, worth in worths.items() if counts.get(key, 0) > _TOO_COMMON}
        if others := {key: worth for key, worth in very_many[asked_key].items() if counts[key] <= _NOT_READ}:
            common.append(_Common(others, best))
    for number, worth in _told_by_pairs(asked, very_many, index).items():
        told[number] = max(told[number], worth)
    if common and (len(told) > most or len(common) > 1 or not is_anchored):
        _tell_of_common(told, common, index, is_anchored=is_anchored)
    return told


def _told_by_pairs(asked: Name, very_many: Mapping[str, Mapping[str, float]], index: Index) -> dict[int, float]:
    """What two neighbouring words tell together that very many bear each, where one was written with a slip: few bear
    both (Abdul Nurdin, written Abdul Nudin).
    """
    words = [token.key for token in asked.tokens if len(token.text) > 1]
    worths: dict[str, float] = {}
    for one, other in pairwise(words):
        for (first, worth), (last, more) in product(very_many.get(one, {}).items(), very_many.get(other, {}).items()):
            # As they were written the two are a word of the question already.
            if (first, last) != (one, other):
                key = spelling_key(first + last)
                worths[key] = max(worths.get(key, 0.0), worth + more)
    counts = index.counts(worths.keys())
    return _best(worths, index.bearers({key for key in worths if 0 < counts.get(key, 0) <= _TOO_COMMON}))


@dataclass(frozen=True, slots=True)
class _Common:
    """What common words, each with its worth, one word of the question may be, and what it told of whom already."""

    worths: Mapping[str, float]
    told: Mapping[int, float]


def _tell_of_common(told: dict[int, float], common: Sequence[_Common], index: Index, *, is_anchored: bool) -> None:
    """Add what common words tell: of those whom rarer words found, and of those who bear the two rarest of them; where
    no rarer word is sure, of those who bear the only one.
    """
    read = index.bearers({key for word in common for key in word.worths})
    of_words = sorted(
        ([read.get(key, ()) for key in word.worths] for word in common), key=lambda lists: sum(map(len, lists))
    )
    started: set[int] = set()
    if len(of_words) > 1 or not is_anchored:
        started.update(*of_words[0])
    if len(of_words) > 1:
        started = set().union(*(_bearing(started, numbers) for numbers in of_words[1]))
    wanted = told.keys() | started
    for word in common:
        best = _best(word.worths, {key: _bearing(wanted, read.get(key, ())) for key in word.worths})
        for number, worth in best.items():
            told[number] += max(worth - word.told.get(number, 0.0), 0.0)


def _bearing(some: set[int], numbers: Sequence[int]) -> Collection[int]:
    """Who of some people are among these, which stand in rising order: few are looked up, many walked through."""
    if len(some) * _LOOKED_UP >= len(numbers):
        return some.intersection(numbers)
    places = ((number, bisect_left(numbers, number)) for number in some)
    return [number for number, place in places if place < len(numbers) and numbers[place] == number]


def _best(worths: Mapping[str, float], bearers: Mapping[str, Iterable[int]]) -> dict[int, float]:
    """How much the best of some words tells of each who bears one of them."""
    best: dict[int, float] = {}
    for key, worth in worths.items():
        if worth > 0:
            for number in bearers.get(key, ()):
                best[number] = max(best.get(number, 0.0), worth)
    return best


def _alike(key: str, near: Collection[str]) -> dict[str, float]:
    """The key and those near it, each with how much less than the key itself it says."""
    alike = {key: 1.0}
    for other in near:
        apart, allowed = distance(key, other), allowed_distance(key, other)
        if other != key and apart <= allowed:
            alike[other] = _NEAR - _AT_THE_EDGE * apart / allowed
    return alike


def _portions(ordered: Sequence[int]) -> Iterator[Sequence[int]]:
    begun = 0
    for size in _PORTIONS:
        if begun < len(ordered):
            yield ordered[begun : begun + size]
        begun += size
