"""What a meeting, a series and a consultation are told to be: values on their way into tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class MeetingEntry:
    """A meeting as it is planned. `parties`: codes of the agencies invited beside the one that calls it."""

    agency_code: str
    title: str
    place: str
    planned_date: date
    agenda: Sequence[str]
    start_time: time | None = None
    parties: Sequence[str] = ()
    series_ref: str = ""


@dataclass(frozen=True, slots=True)
class SeriesEntry:
    """A rule by which a meeting recurs: week 1 to 4 and weekday (Monday is 0) of every so many months."""

    agency_code: str
    title: str
    week: int
    weekday: int
    start_date: date
    every_months: int = 1
    place: str = ""
    parties: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Outsider:
    """Somebody present whom the registry does not know: a name and an office. `line` is the row on the form."""

    line: int
    name: str
    office: str


@dataclass(frozen=True, slots=True)
class File:
    """A file as it came."""

    content: bytes
    name: str


@dataclass(frozen=True, slots=True)
class MinutesEntry:
    """What a meeting came to: text or the signed paper, decisions one by one; a correction says why."""

    text: str = ""
    decisions: Sequence[str] = ()
    reason: str = ""
    document: File | None = None


@dataclass(frozen=True, slots=True)
class ItemEntry:
    """Who does what until when: the agency, and the office in it."""

    task: str
    agency_code: str
    office: str
    due_date: date


@dataclass(frozen=True, slots=True)
class ConsultationEntry:
    """A question to an outside body."""

    agency_code: str
    body: str
    subject: str
    question: str
    asked_date: date
    place: str = ""


@dataclass(frozen=True, slots=True)
class AnswerEntry:
    """What the body answered: when, by whom, on which paper."""

    answer: str
    answered_date: date
    answered_by: str
    paper: File | None = None
