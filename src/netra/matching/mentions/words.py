"""A text as words with their places, and what stands between two of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from netra.matching.mentions.rules import Phrases
from netra.matching.names.rules import degrees, titles

_WORD = re.compile(r"[^\W\d_]+(?:['’`´-][^\W\d_]+)*")
_LONGEST_ABBREVIATION = 4
_LONGEST_PHRASE = 3
# Abbreviations whose dot ends no sentence, beside titles and degrees.
_ABBREVIATIONS = frozenset(
    ("no", "tgl", "kec", "kab", "kel", "prov", "prop", "jl", "jln", "gg", "bpk", "sdr", "sdri", "telp", "rp", "n", "a")
)
_SHOUTED = 0.8
_WORDS_TO_SHOUT = 4


class Gap(StrEnum):
    """What parts a word from the one before it."""

    SPACE = "SPACE"  # blanks
    DOT = "DOT"  # the dot of an abbreviation, with or without blanks
    COMMA = "COMMA"
    OPEN = "OPEN"  # a parenthesis, a colon or a quotation mark opens
    LINE = "LINE"  # a new line or a list sign: the sentence goes on perhaps, a name does not
    STOP = "STOP"  # a sentence ends
    OTHER = "OTHER"  # digits, signs, other scripts


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the text. `capital` tells something only where a line is not all written so (`loud`)."""

    text: str
    low: str
    start: int
    end: int
    gap: Gap
    loud: bool

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def initial(self) -> bool:
        return len(self.text) == 1 and self.capital


def words_of(text: str) -> list[Word]:
    """The words of a text, in one pass."""
    words: list[Word] = []
    offset = 0
    for line in text.splitlines(keepends=True):
        found = list(_WORD.finditer(line))
        loud = _is_loud([match.group() for match in found])
        for match in found:
            start, end = offset + match.start(), offset + match.end()
            gap = _gap(text, words[-1], start, match.group()) if words else Gap.STOP
            words.append(Word(match.group(), match.group().lower(), start, end, gap, loud))
        offset += len(line)
    return words


def _is_loud(words: Sequence[str]) -> bool:
    """Whether capitals tell nothing: a heading, or a line all in capitals."""
    counted = [word for word in words if len(word) > 2]
    return len(counted) >= _WORDS_TO_SHOUT and sum(word[0].isupper() for word in counted) > _SHOUTED * len(counted)


def _gap(text: str, before: Word, start: int, word: str) -> Gap:
    between = text[before.end : min(start, before.end + 12)]
    signs = "".join(between.split())
    if not signs:
        if between.count("\n") > 1:
            return Gap.STOP
        return Gap.LINE if "\n" in between or "\r" in between else Gap.SPACE
    if signs == ".":
        return Gap.DOT if _abbreviates(before, word) and "\n" not in between else Gap.STOP
    if signs in (",", ".,"):
        return Gap.COMMA
    if signs[0] in ".!?" and len(signs) == 1:
        return Gap.STOP
    if signs in ("(", ":", "“", '"', ".:", ":“", "/", "("):
        return Gap.OPEN
    return Gap.LINE if signs in ("-", "*", ";", "•") else Gap.OTHER


def _abbreviates(before: Word, word: str) -> bool:
    short = len(before.text) <= _LONGEST_ABBREVIATION
    if (short and before.capital) or before.low in _ABBREVIATIONS:
        return True
    return before.low in titles() or before.low in degrees()[1] or word[0].islower()


def phrase_at(words: Sequence[Word], at: int, phrases: Phrases) -> int:
    """How many words from `at` on are one of these phrases, the longest first; 0 where none is."""
    if words[at].low not in phrases.firsts:
        return 0
    for count in range(min(_LONGEST_PHRASE, len(words) - at), 0, -1):
        tied = all(word.gap in (Gap.SPACE, Gap.DOT) for word in words[at + 1 : at + count])
        if tied and tuple(word.low for word in words[at : at + count]) in phrases.values:
            return count
    return 0


def phrase_before(words: Sequence[Word], at: int, phrases: Phrases) -> int:
    """How many words right before `at` are one of these phrases; 0 where none is."""
    if at == 0 or words[at - 1].low not in phrases.lasts:
        return 0
    for count in range(min(_LONGEST_PHRASE, at), 0, -1):
        tied = all(word.gap in (Gap.SPACE, Gap.DOT) for word in words[at - count + 1 : at])
        if tied and tuple(word.low for word in words[at - count : at]) in phrases.values:
            return count
    return 0
