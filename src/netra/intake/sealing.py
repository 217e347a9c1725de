"""Disegel: what of a report nobody opens any more, because the case that it became proved nothing of somebody.

Whether it did is known to the room `cases`, which stands above this one and puts its answer here when the house starts.
Until the date of erasure the story, the people, the files and the messages are closed to the office, which still writes
to the reporter how it ended, and reads what the reporter writes after the end.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from netra.intake.duplicates import name_key
from netra.intake.models import Report, ReportedPerson
from netra.trust.access import Person
from netra.trust.errors import Refused


class Sealed(Refused):
    """The case of the report proved nothing: what the report tells is closed, and only the reporter is written to."""


@dataclass(frozen=True, slots=True)
class Seal:
    """`since` is the day on which all that was told was closed; `cleared` are names and NIP of those who alone are."""

    since: date | None = None
    cleared: frozenset[str] = frozenset()

    def covers(self, written_at: datetime) -> bool:
        """Whether something that came at this moment is closed; what came after the end is not about it."""
        return self.since is not None and timezone.localdate(written_at) <= self.since

    def hides(self, person: ReportedPerson) -> bool:
        """Whether this accused was cleared, as far as he can be told from how the reporter wrote him down."""
        return self.since is not None or not self.cleared.isdisjoint(called(person.name, person.nip))


OPEN = Seal()
Answer = Callable[[Person, str, date], Seal]
_ABOVE: list[Answer] = []


def ask(answer: Answer) -> None:
    """Have `answer` say what of a report is closed to somebody on a day."""
    if answer not in _ABOVE:
        _ABOVE.append(answer)


def seal_of(user: Person, report: Report, *, on: date) -> Seal:
    """What of this report is closed to this person; nothing while it is no case."""
    if not report.case_ref:
        return OPEN
    return next((seal for answer in _ABOVE if (seal := answer(user, report.ref, on)) != OPEN), OPEN)


def called(name: str, nip: str) -> frozenset[str]:
    """What somebody is known by, without titles, signs and case of the letters."""
    return frozenset(word for word in (name_key(name), nip) if word)
