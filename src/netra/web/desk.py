"""The desk of an officer: what is due first, which reports and tasks wait, and the doors to everything else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netra.cases.erasing import due_for_erasure
from netra.cases.queries import cases_due_first
from netra.cases.sources import finding_terms
from netra.intake.queries import unread
from netra.prevention.queries import action_items_due, advisories_due_for_erasure, letters_owed, reminders_due
from netra.sanctions.queries import Assigned, assigned_to, waiting_to_be_closed
from netra.sanctions.states import ENDED, ROUTE_LABELS, STATE_LABELS
from netra.supervision.queries import NextStep, Suspicion, suspicions_waiting, visits_overdue
from netra.web import navigation
from netra.web.cases.listing import row_of
from netra.web.cases.terms import Term, terms_of
from netra.web.doors import may_any, now, today
from netra.web.intake.inbox import row_of as report_row_of
from netra.web.sanctions.words import state_kind
from netra.web.words import translated

if TYPE_CHECKING:
    from netra.intake.terms import Term as FindingTerm
    from netra.sanctions.models import Proceeding
    from netra.trust.models import User

AT_ONCE = 5
# Either of the two who erase a case, or who asked the advisory desk.
ERASERS = ("cases.erasure_request", "cases.erasure_approve")
ADVISERS = ("prevention.advisory_erase_request",)


@dataclass(frozen=True, slots=True)
class AssignedRow:
    """A proceeding that its examiner or council member works on, as a line of the desk."""

    proceeding: Proceeding
    route: str
    state: str
    kind: str
    terms: list[Term]


@dataclass(frozen=True, slots=True)
class SuspicionRow:
    """A suspicion as a line of the desk; only what may become a finding has terms."""

    row: Suspicion
    terms: tuple[FindingTerm, ...]


def on_the_desk(user: User, path: str) -> dict[str, object]:
    """What waits for this person, a few lines of each; an office without cases or reports gets no empty table."""
    sees_cases, sees_reports = may_any(user, ("cases.case_view",)), may_any(user, ("intake.report_view",))
    reports = unread(user, at=now(), limit=AT_ONCE) if sees_reports else []
    assigned = [each for each in assigned_to(user, on=today()) if each.proceeding.state not in ENDED]
    return {
        "items": navigation.items(user, path),
        "sees_cases": sees_cases,
        "cases": [row_of(line) for line in cases_due_first(user, on=today(), limit=AT_ONCE)] if sees_cases else [],
        "assigned": [_assigned_row(each) for each in assigned],
        "waiting": waiting_to_be_closed(user, on=today(), limit=AT_ONCE) if sees_cases else [],
        "erasing": due_for_erasure(user, on=today(), limit=AT_ONCE) if may_any(user, ERASERS) else [],
        "erasing_askers": (
            advisories_due_for_erasure(user, on=today(), limit=AT_ONCE) if may_any(user, ADVISERS) else []
        ),
        "reports": [report_row_of(row) for row in reports],
        "suspicions": [_suspected(each) for each in suspicions_waiting(user, on=today(), limit=AT_ONCE)],
        "visits": visits_overdue(user, on=today(), limit=AT_ONCE),
        "letters_owed": letters_owed(user, on=today(), limit=AT_ONCE),
        "reminders_due": reminders_due(user, on=today(), limit=AT_ONCE),
        "tasks": action_items_due(user, on=today(), limit=AT_ONCE),
    }


def _assigned_row(each: Assigned) -> AssignedRow:
    proceeding = each.proceeding
    return AssignedRow(
        proceeding=proceeding,
        route=translated(ROUTE_LABELS[proceeding.route]),
        state=translated(STATE_LABELS[proceeding.state]),
        kind=state_kind(proceeding.state),
        terms=terms_of(each.deadlines, on=today()),
    )


def _suspected(row: Suspicion) -> SuspicionRow:
    registers = row.step is NextStep.REGISTER
    return SuspicionRow(row, finding_terms(row.observation.observed_date, on=today()) if registers else ())
