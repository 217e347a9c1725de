"""A region as the published lists print it, and what a text that names one may mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from netra.matching.mentions import Quote


class Level(StrEnum):
    """The kinds of region, as people say them before a name."""

    PROVINCE = "PROVINCE"
    REGENCY = "REGENCY"
    CITY = "CITY"
    DISTRICT = "DISTRICT"


@dataclass(frozen=True, slots=True)
class Place:
    """One name of one code with the editions that print it; `present` is the code that this region bears now."""

    code: str
    present: str
    level: Level
    name: str
    full_name: str
    first_edition: int
    last_edition: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """One region that may be meant: its present code and name, the edition that prints the words, and what to know.

    `alias` is empty where a list prints the words, else how the short form is known (SEEN, SECONDARY, UNVERIFIED).
    """

    code: str
    full_name: str
    edition: int
    note: str = ""
    alias: str = ""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Words of the text that name a region, and all regions that they may mean.

    With one candidate and no question the text is clear; else somebody must choose, and nothing is guessed.
    """

    words: Quote
    candidates: tuple[Candidate, ...]
    question: str = ""

    @property
    def clear(self) -> bool:
        return len(self.candidates) == 1 and not self.question
