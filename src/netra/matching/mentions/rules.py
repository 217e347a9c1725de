"""The rules on people in running text, read once from the YAML beside the room."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from netra.matching.mentions.mention import Part
from netra.matching.names.rules import read_data, readings


@dataclass(frozen=True)
class Phrases:
    """Phrases of one to three words with what is said of each; `firsts` and `lasts` rule most words out at once."""

    values: dict[tuple[str, ...], str]

    @cached_property
    def firsts(self) -> frozenset[str]:
        return frozenset(phrase[0] for phrase in self.values)

    @cached_property
    def lasts(self) -> frozenset[str]:
        return frozenset(phrase[-1] for phrase in self.values)


@cache
def content() -> dict[str, Any]:
    return read_data("mentions.yaml")


@cache
def word_list(key: str) -> frozenset[str]:
    """One of the plain lists: words of places, of units, of no name."""
    return frozenset(str(word) for word in content()[key])


@cache
def given_names() -> frozenset[str]:
    """Words that are names of people wherever they stand, with their abbreviations and other spellings."""
    forms = {form for form, read in readings().items() if any(one.where == "any" for one in read) and len(form) > 2}
    return frozenset(read_data("given_names.yaml")["names"]) | forms


def _phrases(entries: Iterable[dict[str, Any]], value: str) -> Phrases:
    return Phrases({tuple(one.split()): str(entry.get(value, "")) for entry in entries for one in entry["words"]})


@cache
def pointers() -> Phrases:
    """What points at a name behind it; the value says what that name needs beside it."""
    return _phrases(content()["pointers"], "needs")


@cache
def place_phrases() -> Phrases:
    """What goes before a place or a group; the value says what it is: a street, a building, a school …"""
    return _phrases(content()["not_people"], "kind")


@cache
def office_phrases() -> Phrases:
    """The offices of one person; the value says of what: a place, a region or a unit."""
    return _phrases(content()["offices"], "of")


@cache
def no_office_after() -> Phrases:
    return Phrases({tuple(phrase.split()): "" for phrase in content()["no_office_after"]})


# Of a negation and the spaces behind it.
_LONGEST_NEGATION = 12


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues on one side of a person: one pattern, and the part that each phrase speaks for."""

    pattern: re.Pattern[str]
    parts: dict[str, Part]

    def found(self, text: str, start: int, end: int) -> Iterator[tuple[re.Match[str], Part]]:
        """Every cue between two places of a text, in order, but for what is said not to be done."""
        for cue in self.pattern.finditer(text, start, end):
            if _negated().search(text, max(start, cue.start() - _LONGEST_NEGATION), cue.start()):
                continue
            yield cue, self.parts[" ".join(cue.group().lower().split())]


@cache
def _negated() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(content()['negations'])})\s{{1,3}}\Z", re.IGNORECASE)


@cache
def cues(side: str) -> Cues:
    """The cues that stand `before` or `after` the person."""
    parts = {phrase: Part(entry["role"]) for entry in content()["roles"] for phrase in entry.get(side, ())}
    longest_first = sorted(parts, key=len, reverse=True)
    choices = "|".join(r"\s{1,3}".join(map(re.escape, phrase.split())) for phrase in longest_first)
    return Cues(re.compile(rf"(?<![\w-])(?:{choices})(?![\w-])", re.IGNORECASE), parts)


@cache
def cue_words() -> frozenset[str]:
    """The words of all cues: no name goes on over one, also where a heading writes it with a capital."""
    return frozenset(word for side in ("before", "after") for phrase in cues(side).parts for word in phrase.split())
