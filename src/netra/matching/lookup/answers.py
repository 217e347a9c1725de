"""An answer to "who is this?": ranked people, the probability that it is none of them, and what may be done with it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from netra.matching.lookup.index import Person
from netra.matching.names import Name
from netra.matching.names.parsed import REMARK_WORDS

# The officer sees who it may be; below this the first name is not even a good guess.
_NOBODY_FROM = 0.5
_CONFIRMABLE_FROM = 0.95
# Names whose weights differ by less than this factor fit equally well: e to the power of it, about twenty.
_EQUALLY_WELL = 3.0
# Between namesakes one attribute is chance too often; two are asked for.
_MORE_ATTRIBUTES = 2
# An attribute that one in five people bears, or more, points at nobody.
POINTS_AT_SOMEBODY = math.log(5)


class Decision(StrEnum):
    """What may be done with the answer; none of them says that it is the person."""

    CONFIRMABLE = "CONFIRMABLE"  # an officer may confirm the first person, having looked at the reasons
    POSSIBLE = "POSSIBLE"  # it may be one of these; more must be known
    NONE = "NONE"  # more probably nobody of this register


@dataclass(frozen=True, slots=True)
class Candidate:
    """One person who may be meant. `probability` is among all answers, nobody included."""

    person: Person
    probability: float
    name_weight: float
    agreed: tuple[str, ...]
    differed: tuple[str, ...]
    attributes_agreeing: frozenset[str]
    attributes_differing: frozenset[str]


@dataclass(frozen=True, slots=True)
class Answer:
    """The ranked people, best first, and the probability that it is nobody of the register."""

    asked: Name
    ranked: tuple[Candidate, ...]
    nobody: float
    decision: Decision
    sentence: str


def decide(ranked: Sequence[Candidate], nobody: float, *, all_looked_at: bool = True) -> Decision:
    """A name alone is POSSIBLE at most; a namesake is told apart by two attributes or not at all, and nobody is told
    apart from namesakes who were too many to be looked at.
    """
    if not ranked or nobody >= _NOBODY_FROM:
        return Decision.NONE
    first = ranked[0]
    sure = first.probability >= _CONFIRMABLE_FROM
    attested = len(first.attributes_agreeing) > len(first.attributes_differing)
    if sure and attested and all_looked_at and not any(_fits_as_well(first, other) for other in ranked[1:]):
        return Decision.CONFIRMABLE
    return Decision.POSSIBLE


def _fits_as_well(first: Candidate, other: Candidate) -> bool:
    if first.name_weight - other.name_weight > _EQUALLY_WELL:
        return False
    return len(first.attributes_agreeing - other.attributes_agreeing) < _MORE_ATTRIBUTES


def sentence_of(asked: Name, ranked: Sequence[Candidate], decision: Decision) -> str:
    """What the answer comes to, for people."""
    remarks = " ".join(REMARK_WORDS[remark] for remark in asked.remarks)
    if decision is Decision.CONFIRMABLE:
        told = "Satu orang cocok, dengan nama dan sedikitnya satu data lain. Petugas memeriksa lalu menegaskannya."
    elif decision is Decision.POSSIBLE:
        told = "Mungkin salah satu dari orang-orang ini; nama saja tidak cukup. Lengkapi dengan data lain."
    elif ranked:
        told = "Kemungkinan besar tidak ada orang di register ini yang dimaksud."
    else:
        told = "Tidak ada orang di register ini yang namanya cocok."
    return f"{told} {remarks}".strip()
