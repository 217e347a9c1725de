"""What stands before and after a name: titles, offices and forms of address in front, degrees behind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from netra.matching.names.parsed import Title
from netra.matching.names.rules import degrees, office_words, offices, title_words, titles

_LONGEST_UNKNOWN_DEGREE = 5
_JOINED_LETTERS = 3
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=200_000)
def bare(word: str) -> str:
    """A word in small letters without its dot."""
    return word.rstrip(".").lower()


def before(words: Sequence[str]) -> tuple[list[Title], list[str]]:
    """The titles in front, and the words from the name on. One word of a name is left where there is one."""
    found: list[Title] = []
    rest = list(words)
    while rest:
        if bare(rest[0]) in offices():
            found.append(Title(bare(rest[0]), "OFFICE"))
            rest = _after_office(rest[1:])
            continue
        if found and found[-1].kind == "RANK" and bare(rest[0]) in title_words("rank_words"):
            rest = rest[1:]
            continue
        title, taken = _title_in_front(rest)
        if title is None:
            break
        found.append(title)
        rest = taken
    return found, rest


def _title_in_front(rest: list[str]) -> tuple[Title | None, list[str]]:
    """A title of one word, of letters with dots between ("K.H."), or glued to the next initial ("HM.")."""
    for count in range(_JOINED_LETTERS, 0, -1):
        known = titles().get("".join(map(bare, rest[:count])))
        if known is None or len(rest) < count or (count > 1 and bare(rest[0]) in ("h", "hj")):
            continue
        if all(len(word) <= 2 and word.endswith(".") for word in rest[: count - 1]):
            return known.title, rest[count:]
    word = bare(rest[0])
    if rest[0].endswith(".") and rest[1:] and (known := titles().get(_DOUBLED.sub(r"\1", word))):
        return known.title, rest[1:]
    for length in (2, 1):
        known = titles().get(word[:length])
        if known and known.glue and 0 < len(word) - length <= 1 and rest[1:]:
            return known.title, [word[length:] + ".", *rest[1:]]
    return None, rest


def _after_office(rest: list[str]) -> list[str]:
    """The words after an office that still belong to it: its level, its subject, capitals such as PU or BKD."""
    while rest and (bare(rest[0]) in office_words() or (rest[0].isupper() and 1 < len(rest[0]) <= 5)):
        if bare(rest[0]) in titles():
            break
        rest = rest[1:]
    return rest


def after_comma(words: Sequence[str]) -> list[Title] | None:
    """The degrees of which a text after a comma consists, or None where it is a part of the name."""
    if not words:
        return []
    if known := known_degrees(words):
        return known
    if len(words) == 1 and bare(words[0]) in titles():
        return [titles()[bare(words[0])].title]
    together = "".join(map(bare, words))
    if len(together) > 2 and all(len(bare(word)) <= _LONGEST_UNKNOWN_DEGREE for word in words):
        return [Title(together, "DEGREE")]
    return None


def known_degrees(words: Sequence[str]) -> list[Title]:
    """The known degrees of which a text consists to the last letter, or none."""
    return [Title(part, "DEGREE") for part in _degrees_in("".join(map(bare, words))) or ()]


def tail(words: Sequence[str]) -> tuple[list[str], list[Title]]:
    """The words without the degrees that follow without a comma, and those degrees."""
    alone, _known = degrees()
    for start in range(1, len(words)):
        behind = words[start:]
        parts = _degrees_in("".join(map(bare, behind)))
        if parts is None:
            continue
        dotted = any(word.endswith(".") for word in behind[:-1])
        if dotted or all(bare(word) in alone for word in behind):
            return list(words[:start]), [Title(part, "DEGREE") for part in parts]
    return list(words), []


@lru_cache(maxsize=20_000)
def _degrees_in(letters: str) -> tuple[str, ...] | None:
    """Letters cut into known degrees, the longest first; None where something is left over."""
    if not letters:
        return ()
    _alone, known = degrees()
    for length in range(min(len(letters), 8), 1, -1):
        if letters[:length] in known:
            rest = _degrees_in(letters[length:])
            if rest is not None:
                return (letters[:length], *rest)
    return None
