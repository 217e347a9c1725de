"""Stretches of words that may be the name of a person: titles in front, the name, degrees behind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from netra.matching.mentions.rules import cue_words, given_names, office_phrases, place_phrases, pointers, word_list
from netra.matching.mentions.words import Gap, Word, phrase_at
from netra.matching.names.rules import degrees, titles

_MOST_WORDS = 8
_MOST_TITLES = 8
_MOST_INITIALS = 6
_MOST_DEGREES = 12
_LONGEST_WORD = 40
_JOINS = frozenset({"bin", "binti", "alias", "bt"})
# Arabic articles: "Al masyur" is one name.
_ARTICLES = frozenset({"al", "el"})
_ABBREVIATED = frozenset({"moh", "muh", "mohd", "abd", "st", "sy", "ach", "tb", "rr", "rd", "fx", "jl"})
# Verbs and words with endings, which a heading writes with a capital.
_VOWEL = re.compile("[aeiouy]")
_NO_NAME = re.compile(r"(?:men|mem|ber|ter)[a-z-]{4,}(?:kan|i|nya)?|me[lrwy][a-z]{4,}(?:kan|i)|[a-z]{4,}(?:nya|kan)")
# What a small letter begins behind "ibu" and is no name.
_VERB = re.compile(r"(?:me|ber|di|ter)[a-z-]{3,}")
_TITLE_GAPS = (Gap.SPACE, Gap.DOT)
_DEGREE_LETTERS = 6
_SURE_DEGREE = 4
_LONGEST_ACRONYM = 4
# The last letter of the Latin alphabets in use; Arabic and other scripts come after it.
_LAST_LATIN = "\u024f"


@dataclass(frozen=True, slots=True)
class Run:
    """Words `start` to `stop` of the text: titles up to `name`, the name up to `degree`, degrees up to `stop`."""

    start: int
    name: int
    degree: int
    stop: int


def title_length(words: Sequence[Word], at: int) -> int:
    """How many words from `at` on are a title or an address before a name; 0 where none is."""
    word = words[at]
    if word.initial and at + 1 < len(words) and words[at + 1].initial and words[at + 1].gap is Gap.DOT:
        joined = (word.text + words[at + 1].text).lower()
        if joined in titles() and joined != "dr":
            return 2
    if word.low not in titles():
        return 0
    return 1 if word.capital or len(word.low) > 1 else 0


def is_address(word: Word) -> bool:
    """Pak, Bu, Sdr.: what only a person is called, and what begins a name anew."""
    known = titles().get(word.low)
    return known is not None and known.title.kind == "ADDRESS"


def run_at(words: Sequence[Word], at: int) -> Run | None:
    """The name that begins at a word, or None where none may."""
    first = words[at : at + _MOST_INITIALS]
    if len(first) == _MOST_INITIALS and all(word.initial for word in first):
        return None
    name = at
    while name < min(len(words), at + _MOST_TITLES) and (taken := title_length(words, name)):
        if name > at and (
            words[name].gap not in _TITLE_GAPS or (is_address(words[name]) and not is_address(words[at]))
        ):
            break
        name += taken
    if name == len(words) or (name > at and words[name].gap not in _TITLE_GAPS):
        return None
    stop = _name_end(words, name, titled=name > at)
    if stop == name or all(len(word.text) == 1 for word in words[name:stop]):
        return None
    if stop == name + 1 and (len(words[name].low) < 3 or not _VOWEL.search(words[name].low)):
        return None
    return Run(at, name, stop, _degrees_end(words, stop))


def _name_end(words: Sequence[Word], start: int, *, titled: bool) -> int:
    """Where the words of a name end; a small letter begins one only behind a title or an address."""
    if not may_be_named(words, start):
        return start
    if not words[start].capital:
        verb = _VERB.fullmatch(words[start].low) and not is_given(words[start])
        if not titled or len(words[start].low) < 3 or verb or "-" in words[start].low:
            return start
        stop = start + 1
        while stop < len(words) and words[stop].gap is Gap.SPACE and words[stop].low in given_names():
            stop += 1
        return stop
    stop = start + 1
    while stop < len(words) and stop - start < _MOST_WORDS and _goes_on(words, stop):
        stop += 1
    while stop > start + 1 and words[stop - 1].low in _JOINS:
        stop -= 1
    return stop


def _goes_on(words: Sequence[Word], at: int) -> bool:
    word, before = words[at], words[at - 1]
    after_dot = before.initial or before.low in _ABBREVIATED or before.low in titles() or len(before.text) <= 2
    if word.gap is not Gap.SPACE and not (word.gap is Gap.DOT and after_dot):
        return False
    if word.low in _JOINS:
        return at + 1 < len(words) and words[at + 1].capital
    if before.low in _ARTICLES and word.gap is Gap.SPACE and may_be_named(words, at):
        return True
    return word.capital and not is_address(word) and may_be_named(words, at) and not _degree_length(words, at)


def may_be_named(words: Sequence[Word], at: int) -> bool:
    """Whether a word may be part of a name at all."""
    word = words[at]
    if len(word.text) > _LONGEST_WORD:
        return False
    if any(word.low in word_list(key) for key in ("common", "common_places", "beside")):
        return False
    if word.low in cue_words() and not is_given(word):
        return False
    if word.low.partition("-")[0] in word_list("common") or (_NO_NAME.fullmatch(word.low) and not is_given(word)):
        return False
    if phrase_at(words, at, office_phrases()) or phrase_at(words, at, place_phrases()):
        return False
    return not (phrase_at(words, at, pointers()) and word.low not in given_names()) and word.text.upper() <= _LAST_LATIN


def is_given(word: Word) -> bool:
    """A word that many people are called by."""
    return word.low in given_names()


def is_acronym(word: Word) -> bool:
    """PUPR, BKD: capitals among small letters, of which no name is made."""
    return (
        not word.loud
        and word.low not in _ABBREVIATED
        and 1 < len(word.text) <= _LONGEST_ACRONYM
        and word.text.isupper()
    )


def _degrees_end(words: Sequence[Word], at: int) -> int:
    end = at
    while end < min(len(words), at + _MOST_DEGREES) and (taken := _degree_length(words, end)):
        end += taken
    return end


def _degree_length(words: Sequence[Word], at: int) -> int:
    """How many words from `at` on are one degree: behind a comma any known one, else one that no name ends on."""
    first = words[at]
    if not first.capital or first.gap not in (Gap.SPACE, Gap.DOT, Gap.COMMA, Gap.STOP):
        return 0
    alone, known = degrees()
    for count in range(min(4, len(words) - at), 0, -1):
        taken = words[at : at + count]
        if count > 1 and any(len(word.text) > _DEGREE_LETTERS or word.gap not in _TITLE_GAPS for word in taken[1:]):
            continue
        dotted = any(word.gap is Gap.DOT for word in taken[1:])
        joined = "".join(word.low for word in taken)
        behind_sign = dotted or first.gap in (Gap.COMMA, Gap.STOP)
        if joined in (known if behind_sign else alone) and len(joined) > 1:
            return count if first.gap is not Gap.STOP or joined in alone or len(joined) >= _SURE_DEGREE else 0
    return 0
