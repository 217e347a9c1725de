"""What a visit, a checklist and an observation are told to be: values on their way into tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class VisitEntry:
    """Who watches whom, what, on which day, and why; no unit means the whole agency."""

    agency_code: str
    target_code: str
    subject: str
    planned_date: date
    reasons: Sequence[str]
    unit_code: str = ""
    follows_ref: str = ""


@dataclass(frozen=True, slots=True)
class ChecklistEntry:
    """An agency's questions on one subject, each asking for what should not be there."""

    agency_code: str
    subject: str
    questions: Sequence[str]


@dataclass(frozen=True, slots=True)
class AnswerEntry:
    """What was seen of one question; where something is there, the note says what."""

    answer: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class File:
    """A file as it came."""

    content: bytes
    name: str


@dataclass(frozen=True, slots=True)
class ObservationEntry:
    """What somebody saw, by which version of the checklist, and what it came to."""

    version: int
    observed_date: date
    observed_time: time
    place: str
    answers: Sequence[AnswerEntry]
    summary: str
    result: str
    proofs: Sequence[File] = ()
