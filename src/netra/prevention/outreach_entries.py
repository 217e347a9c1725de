"""What an outreach is told to be: values on their way into tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from netra.prevention.entries import QuestionEntry, TargetLine


@dataclass(frozen=True, slots=True)
class SpeakerEntry:
    """Who speaks: name, office, and the body that sent them."""

    name: str
    office: str
    body: str = ""


@dataclass(frozen=True, slots=True)
class OutreachEntry:
    """An outreach as it is planned."""

    agency_code: str
    title: str
    place: str
    planned_date: date
    aims: Sequence[str]
    targets: Sequence[TargetLine]
    speakers: Sequence[SpeakerEntry] = ()
    start_time: time | None = None


@dataclass(frozen=True, slots=True)
class RuleQuestion:
    """A question of the test, and the code of the rule in the law data that it asks about."""

    question: QuestionEntry
    rule: str
