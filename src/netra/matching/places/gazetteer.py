"""The list of regions that is given to the room, by the ways in which names are written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Any

from netra.matching.mentions.rules import Phrases
from netra.matching.names.rules import read_data
from netra.matching.places.place import Candidate, Level, Place

_CLOSE = 0.8
_CLOSEST = 3
_WRITTEN_OUT = {"kep": "kepulauan", "adm": "administrasi"}


@cache
def content() -> dict[str, Any]:
    return read_data("places.yaml")


@cache
def kinds() -> Phrases:
    """The words for a kind of region, with its level."""
    return Phrases({tuple(one.split()): level for level, words in content()["kinds"].items() for one in words})


def key_of(words: Iterable[str]) -> str:
    """The letters of a name: "Bau-Bau" and "Bau Bau" are one, "Kep." is written out."""
    low = (word.lower().strip(".") for word in words)
    return "".join(sign for word in low for sign in _WRITTEN_OUT.get(word, word) if sign.isalnum())


@dataclass(frozen=True, slots=True)
class Called:
    """One region that is called so: its present code, and the row that prints the name (the newest for an alias).

    `alias` is how an alias is known; empty for a printed name.
    """

    present: str
    row: Place
    capitals: bool = False
    alias: str = ""


class Gazetteer:
    """The regions by name. It holds every edition it is given; build it once."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._named: dict[str, list[Called]] = defaultdict(list)
        self._newest: dict[str, Place] = {}
        self._codes: dict[str, set[str]] = defaultdict(set)
        self._split_into: dict[str, set[str]] = defaultdict(set)
        for place in sorted(places, key=lambda one: one.last_edition):
            self._named[key_of(place.name.split())].append(Called(place.present, place))
            self._codes[place.present] |= {place.code, place.present}
            if place.code == place.present or place.present not in self._newest:
                self._newest[place.present] = place
            before, now = place.code.rpartition(".")[0], place.present.rpartition(".")[0]
            if before != now and "." not in before:
                self._split_into[before].add(now)
        self.newest_edition = max((place.last_edition for place in self._newest.values()), default=0)
        for entry in content()["aliases"]:
            for words in entry["words"]:
                self._add_alias(key_of(words.split()), entry)
        self._keys = {
            level: sorted({key for key, called in self._named.items() if any(one.row.level is level for one in called)})
            for level in Level
        }

    def _add_alias(self, key: str, entry: Mapping[str, Any]) -> None:
        known = {one.present for one in self._named.get(key, ())}
        for code in entry["codes"]:
            if code in self._newest and code not in known:
                called = Called(code, self._newest[code], entry.get("capitals", False), entry["mark"])
                self._named[key].append(called)

    def called(self, key: str) -> tuple[Called, ...]:
        """Every region of any edition that bears this name."""
        return tuple(self._named.get(key, ()))

    def close_to(self, key: str, level: Level) -> tuple[Called, ...]:
        """Regions of a kind whose names are nearly written so."""
        close = get_close_matches(key, self._keys[level], n=_CLOSEST, cutoff=_CLOSE)
        return tuple(one for near in close for one in self._named[near] if one.row.level is level)

    def is_within(self, inner: str, outer: str) -> bool:
        """Whether a region lies or lay in another, by any code that either bore."""
        above = self._codes[outer]
        return any(code.startswith(f"{upper}.") for code in self._codes[inner] for upper in above)

    def candidate(self, called: Called) -> Candidate:
        """The region as it is now, with what earlier editions print otherwise."""
        now, row = self._newest[called.present], called.row
        notes = []
        if row.last_edition < self.newest_edition:
            notes.append(f"Tercetak sebagai {row.full_name} ({row.code}) sampai edisi {row.last_edition}.")
        elif former := sorted(self._codes[called.present] - {called.present}):
            notes.append(f"Kode sebelumnya: {', '.join(former)}.")
        if parts := [
            self._newest[code] for code in sorted(self._split_into.get(called.present, ())) if code in self._newest
        ]:
            names = ", ".join(f"{part.full_name} ({part.code})" for part in parts)
            notes.append(f"Sebagian wilayahnya kini di {names}.")
        return Candidate(called.present, now.full_name, row.last_edition, " ".join(notes), called.alias)

    def knows(self, name: str) -> bool:
        """Whether some words are the name of a region, with or without its kind."""
        words = name.replace(".", " ").split()
        for count in range(min(2, len(words) - 1), 0, -1):
            if tuple(word.lower() for word in words[:count]) in kinds().values:
                words = words[count:]
                break
        return bool(words) and key_of(words) in self._named
