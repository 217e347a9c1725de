"""What is compared beside the name: year of birth, region, place, agency. Each kind says how far two values agree."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, lru_cache

from netra.matching.names.rules import read_data


class Agreement(StrEnum):
    """How far two values agree; a value that is missing or unreadable on either side says nothing."""

    SAME = "SAME"
    PARTLY = "PARTLY"
    DIFFERENT = "DIFFERENT"
    UNKNOWN = "UNKNOWN"


class Kind(StrEnum):
    """How a value is read."""

    YEAR = "YEAR"
    SEX = "SEX"
    REGION = "REGION"
    PLACE = "PLACE"
    GROUP = "GROUP"
    OFFICE = "OFFICE"


@dataclass(frozen=True, slots=True)
class Attribute:
    """A column of the question that is compared with a column of the register."""

    asked: str
    borne: str
    kind: Kind
    # Areas that lie in another ("bogor" in "jawa barat"), for regions that are named by one of their regencies.
    within: Mapping[str, str] = field(default_factory=dict, hash=False)
    # How people call the column, and a value of it where a code is compared; else as they stand.
    label: str = ""
    shown: Callable[[str], str] = str

    def agreement(self, asked: str, borne: str) -> Agreement:
        """How far the two values agree."""
        one, other = self.value(asked), self.value(borne)
        if not one or not other:
            return Agreement.UNKNOWN
        if one == other:
            return Agreement.SAME
        if self.kind is Kind.YEAR:
            return Agreement.PARTLY if abs(int(one) - int(other)) <= 1 else Agreement.DIFFERENT
        if self.kind is Kind.REGION:
            return _regions(one, other, self.within)
        if self.kind is Kind.PLACE:
            return _places(set(one.split()), set(other.split()))
        return Agreement.DIFFERENT

    def value(self, written: str) -> str:
        """The value as it is compared and counted; empty where it cannot be read."""
        return _value(self.kind, written)

    def counted(self, written: str) -> frozenset[str]:
        """The values whose rarity tells what an agreement is worth: with a region its area, each word of a place."""
        value = self.value(written)
        if self.kind is Kind.PLACE:
            return frozenset(value.split())
        return frozenset({value, area_of(value)} if self.kind is Kind.REGION else {value}) - {""}

    def agreed_values(self, asked: str, borne: str) -> frozenset[str]:
        """Of the counted values those on which the two agree."""
        if self.kind is Kind.YEAR:
            return self.counted(borne)
        return self.counted(borne) & (self.counted(asked) | {self.within.get(area_of(self.value(asked)), "")})


@lru_cache(maxsize=200_000)
def _value(kind: Kind, written: str) -> str:
    if kind is Kind.YEAR:
        years = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", written)
        return years[0] if len(set(years)) == 1 else ""
    words = re.findall(r"[a-z0-9]+", written.lower())
    if kind is Kind.SEX:
        return _table("sexes").get(" ".join(words), "")
    if kind in (Kind.REGION, Kind.PLACE):
        text = f" {' '.join(words)} "
        for short, full in _table("regions").items():
            text = text.replace(f" {short} ", f" {full} ")
        words = [word for word in text.split() if word not in _stop_words()]
        if kind is Kind.REGION:
            words = [_table("numerals").get(word, word) if place else word for place, word in enumerate(words)]
    return " ".join(words)


def _regions(one: str, other: str, within: Mapping[str, str]) -> Agreement:
    """Constituencies and the like: the area and, where both have one, its number."""
    area, number = _area(one)
    other_area, other_number = _area(other)
    if area != other_area:
        above, other_above = within.get(area, area), within.get(other_area, other_area)
        if not {above, other_above} <= _provinces():
            return Agreement.UNKNOWN
        return Agreement.PARTLY if above == other_above else Agreement.DIFFERENT
    return Agreement.SAME if not number or not other_number else Agreement.PARTLY


def _area(value: str) -> tuple[str, str]:
    area, _, last = value.rpartition(" ")
    return (area, last) if last.isdigit() else (value, "")


def area_of(value: str) -> str:
    """The area of a region without its number."""
    return _area(value)[0]


def _places(one: set[str], other: set[str]) -> Agreement:
    if one <= other or other <= one:
        return Agreement.SAME
    return Agreement.PARTLY if one & other else Agreement.DIFFERENT


@cache
def _table(name: str) -> dict[str, str]:
    return {str(short): str(full) for short, full in read_data("columns.yaml")[name].items()}


@cache
def _provinces() -> frozenset[str]:
    return frozenset(read_data("columns.yaml")["provinces"])


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(read_data("columns.yaml")["stop_words"])


def kind_of(column: str) -> Kind:
    """The kind of a column by its name; what is not known is compared as a group, word for word."""
    name = re.sub(r"[\W_]+", "_", column.lower()).strip("_")
    for kind, names in read_data("columns.yaml")["kinds"].items():
        if name in names:
            return Kind(kind)
    return Kind.GROUP
