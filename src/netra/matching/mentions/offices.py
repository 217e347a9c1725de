"""Offices (jabatan) in a text: the office, its unit or place, and whether a name follows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from netra.matching.mentions.rules import no_office_after, office_phrases, place_phrases, word_list
from netra.matching.mentions.runs import is_acronym, is_address, is_given, title_length
from netra.matching.mentions.words import Gap, Word, phrase_at, phrase_before

IsRegion = Callable[[str], bool]
_TIED = (Gap.SPACE, Gap.DOT)
_MOST_PLACE_WORDS = 4


@dataclass(frozen=True, slots=True)
class Office:
    """Words `start` to `stop`, the place or unit with them, of which `place` on are the place; `of` as in the rules."""

    start: int
    place: int
    stop: int
    of: str
    addressed: bool

    @property
    def stands_alone(self) -> bool:
        """Whether it points at one person although no name is said."""
        return self.of != "candidacy"


def office_at(words: Sequence[Word], at: int, is_region: IsRegion) -> Office | None:
    """The office that begins at a word; None where none does, or where a building or a rule is called after it."""
    start = at + 1 if is_address(words[at]) and at + 1 < len(words) else at
    count = phrase_at(words, start, office_phrases())
    if not count or (phrase_before(words, at, no_office_after()) and words[at].gap in _TIED):
        return None
    of = office_phrases().values[tuple(word.low for word in words[start : start + count])]
    stop = start + count
    if of == "candidacy":
        return Office(at, *_after_candidacy(words, stop, is_region), of, addressed=start > at)
    if of == "unit":
        stop = _unit_end(words, stop)
    return Office(at, stop, _place_end(words, stop, of, is_region), of, addressed=start > at)


def _after_candidacy(words: Sequence[Word], at: int, is_region: IsRegion) -> tuple[int, int]:
    """The council behind a candidacy and its region: "DPRD Kota Sungai Penuh"."""
    place = at
    while place < len(words) and words[place].gap in _TIED and words[place].low in word_list("candidacy_words"):
        place += 1
    if place == at:
        return place, place
    limit = place
    while limit < len(words) and limit - place < _MOST_PLACE_WORDS and _may_be_place(words, limit):
        limit += 1
    for end in range(limit, place, -1):
        if is_region(" ".join(word.text for word in words[place:end])):
            return place, end
    stop = place
    while stop < limit and _is_known_place(words[stop]):
        stop += 1
    kind_said = words[place - 1].low in word_list("place_kinds") and stop == place < limit
    return place, place + 1 if kind_said and not is_given(words[place]) else stop


def _is_known_place(word: Word) -> bool:
    return word.capital and word.low in word_list("common_places")


def _unit_end(words: Sequence[Word], at: int) -> int:
    while at < len(words) and words[at].gap in _TIED:
        if words[at].low not in word_list("unit_words") and not is_acronym(words[at]):
            break
        at += 1
    return at


def _place_end(words: Sequence[Word], at: int, of: str, is_region: IsRegion) -> int:
    """Where the place behind an office ends; a name that follows is no part of it."""
    stop = at
    while stop < len(words) and words[stop].gap in _TIED and words[stop].low in word_list("place_kinds"):
        stop += 1
    limit = stop
    while limit < len(words) and limit - stop < _MOST_PLACE_WORDS and _may_be_place(words, limit):
        limit += 1
    if limit == stop:
        return at
    for end in range(limit, stop, -1):
        if is_region(" ".join(word.text for word in words[stop:end])):
            return end
    last = words[at - 1].low
    if of == "region" and stop == at and limit - stop > 1 and not _is_known_place(words[stop]):
        return at
    if of == "unit" and stop == at and (last,) not in place_phrases().values:
        return at
    named = next((place for place in range(stop, limit) if is_given(words[place])), limit)
    return named if named > stop else at


def _may_be_place(words: Sequence[Word], at: int) -> bool:
    """Whether a word may go on with the name of a place; it may be one that begins a building, too: "Sungai Penuh"."""
    word = words[at]
    if word.gap not in _TIED or not word.capital or word.initial or title_length(words, at):
        return False
    if phrase_at(words, at, office_phrases()) or word.low in word_list("beside"):
        return False
    return word.low not in word_list("common") and not is_address(word)
