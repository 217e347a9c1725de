"""What is found in a text: a person or an office that it mentions, where, in which role, and what spoke for it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from netra.matching.names import Name, Role

CORE_ROLES = (Role.CORE, Role.INITIAL)


class Part(StrEnum):
    """Who somebody is in what is told; a proposal, never a finding."""

    ACCUSED = "ACCUSED"  # terlapor: is said to have done it
    HARMED = "HARMED"  # dirugikan
    FAVOURED = "FAVOURED"  # diuntungkan
    WITNESS = "WITNESS"  # saksi, or who told it
    OTHER = "OTHER"  # the text does not say


class Ground(StrEnum):
    """Why words were taken for a person, or a person for a part in it."""

    TITLE = "TITLE"
    DEGREE = "DEGREE"
    POINTED = "POINTED"
    OFFICE = "OFFICE"
    BESIDE = "BESIDE"
    GIVEN = "GIVEN"
    AGAIN = "AGAIN"
    BEFORE = "BEFORE"
    AFTER = "AFTER"
    LISTED = "LISTED"
    SAME = "SAME"


# What a ground says to people, with the words of the text that it rests on.
GROUND_WORDS = {
    Ground.TITLE: "ada sapaan atau gelar “%(quote)s” di depannya",
    Ground.DEGREE: "ada gelar “%(quote)s” di belakangnya",
    Ground.POINTED: "ditunjuk dengan kata “%(quote)s”",
    Ground.OFFICE: "disebut dengan jabatan “%(quote)s”",
    Ground.BESIDE: "diterangkan dengan kata “%(quote)s”",
    Ground.GIVEN: "“%(quote)s” lazim sebagai nama orang",
    Ground.AGAIN: "“%(quote)s” sudah disebut dalam teks ini",
    Ground.BEFORE: "kata “%(quote)s” di depannya",
    Ground.AFTER: "kata “%(quote)s” sesudahnya",
    Ground.LISTED: "serangkai dengan “%(quote)s”",
    Ground.SAME: "kata “%(quote)s” di dekat namanya di tempat lain",
}
PART_WORDS = {
    Part.ACCUSED: "terlapor",
    Part.HARMED: "dirugikan",
    Part.FAVOURED: "diuntungkan",
    Part.WITNESS: "saksi",
    Part.OTHER: "peran tidak jelas",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One ground with the words of the text that it rests on."""

    ground: Ground
    quote: str

    @property
    def sentence(self) -> str:
        """For people, in Indonesian."""
        return GROUND_WORDS[self.ground] % {"quote": self.quote}


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the text and where they stand: `text[start:end]`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a text names a person, or an office without saying who holds it (`name` is None then).

    `person` says why the words are taken for a person, `why` what spoke for `part`; without a cue it is empty.
    """

    words: Quote
    name: Name | None
    part: Part
    office: Quote | None = None
    region: Quote | None = None
    person: tuple[Reason, ...] = ()
    why: tuple[Reason, ...] = ()

    @property
    def core(self) -> frozenset[str]:
        """The keys that name the person; empty for an office without a name."""
        return frozenset(self.name.core) if self.name else frozenset()
