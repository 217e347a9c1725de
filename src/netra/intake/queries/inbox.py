"""The list of reports of an office: newest first, by key, a constant number of queries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from netra.intake.access import visible_to
from netra.intake.models import Report
from netra.intake.states import Channel, Kind, Mode, State
from netra.intake.terms import STUDY_TERM, terms
from netra.trust.access import Person

PAGE = 25
_CURSOR_SEPARATOR = "~"
# States in which the office still owes the preliminary study.
_TO_STUDY = frozenset({State.RECEIVED, State.COMPLETION_ASKED})


@dataclass(frozen=True, slots=True)
class InboxRow:
    """One line of the list; no name of anybody."""

    ref: str
    state: State
    kind: Kind
    channel: Channel
    mode: Mode
    region_code: str
    handler_region_code: str
    conduct: str
    received_at: datetime
    study_due: date | None
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class Inbox:
    """One page, and the key of the next one; empty when this is the last."""

    rows: tuple[InboxRow, ...]
    next_cursor: str


def inbox(user: Person, *, at: datetime, state: State | None = None, cursor: str = "", size: int = PAGE) -> Inbox:
    """The reports this person may see, newest first, after `cursor`. A cursor that cannot be read starts at the top."""
    today = timezone.localdate(at)
    reports = visible_to(user, on=today)
    if state is not None:
        reports = reports.filter(state=state)
    found = list(_after(reports, cursor).order_by("-received_at", "-ref")[: size + 1])
    rows = tuple(_row(report, today) for report in found[:size])
    return Inbox(rows, _cursor(found[size - 1]) if len(found) > size else "")


def unread(user: Person, *, at: datetime, limit: int) -> list[InboxRow]:
    """The reports nobody has looked at yet, the oldest first: theirs is the term that ends first."""
    today = timezone.localdate(at)
    found = visible_to(user, on=today).filter(state=State.RECEIVED).order_by("received_at", "ref")[:limit]
    return [_row(report, today) for report in found]


def _after(reports: QuerySet[Report], cursor: str) -> QuerySet[Report]:
    moment, _separator, ref = cursor.partition(_CURSOR_SEPARATOR)
    try:
        received_at = datetime.fromisoformat(moment)
    except ValueError:
        return reports
    if timezone.is_naive(received_at):
        return reports
    # The first condition alone lets the index jump; the second settles equal moments.
    return reports.filter(received_at__lte=received_at).filter(Q(received_at__lt=received_at) | Q(ref__lt=ref))


def _cursor(report: Report) -> str:
    return f"{report.received_at.isoformat()}{_CURSOR_SEPARATOR}{report.ref}"


def _row(report: Report, today: date) -> InboxRow:
    due = study_due(report)
    return InboxRow(
        ref=report.ref,
        state=State(report.state),
        kind=Kind(report.kind),
        channel=Channel(report.channel),
        mode=Mode(report.mode),
        region_code=report.region_code,
        handler_region_code=report.handler_region_code,
        conduct=report.conduct,
        received_at=report.received_at,
        study_due=due,
        is_overdue=due is not None and due < today,
    )


def study_due(report: Report) -> date | None:
    """Until when the office owes the preliminary study; the earlier day where two laws may apply, None once done."""
    if report.state not in _TO_STUDY:
        return None
    received = report.received_date
    days = [
        term.deadline.due for term in terms(STUDY_TERM, received, report.election_kind, on=received) if term.deadline
    ]
    return min(days, default=None)
