"""What was held, who was there, what was adopted, done and answered: kept as it was written.

A meeting stays open to changes while it is planned, minutes while they are a draft; the rest from the first.
"""

from __future__ import annotations

from netra.prevention.kept_struck import BOTH_STAND, STRUCK_ONCE
from netra.trust.row_locks import EMPTY, RowLock, once

# The parties of a meeting are settled with it; those of a series with its start.
_PARTIES_SETTLED = (
    "{row}.series_id IS NOT NULL OR EXISTS (SELECT 1 FROM prevention_meeting "
    "WHERE prevention_meeting.id = {row}.meeting_id AND prevention_meeting.state <> 'PLANNED')"
)

MEETING_LOCKS = (
    RowLock(
        table="prevention_meetingseries",
        kept=("id", "ref", "agency_code", "title", "place", "every_months", "week", "weekday", "start_date"),
        may={"until_date": once(), "ended_reason": once(EMPTY)},
        places=("ref = NEW.ref",),
    ),
    RowLock(
        table="prevention_meeting",
        kept=(
            "id",
            "ref",
            "agency_code",
            "series_id",
            "title",
            "place",
            "agenda",
            "planned_date",
            "start_time",
            "state",
            "held_date",
            "cancelled_reason",
            "invitation_ref",
        ),
        places=("ref = NEW.ref",),
        since="{row}.state <> 'PLANNED'",
    ),
    RowLock(
        table="prevention_party",
        kept=("id", "meeting_id", "series_id", "agency_code"),
        places=(
            "meeting_id = NEW.meeting_id AND agency_code = NEW.agency_code",
            "series_id = NEW.series_id AND agency_code = NEW.agency_code",
        ),
        since=_PARTIES_SETTLED,
    ),
    RowLock(
        table="prevention_attendee",
        kept=(
            "id",
            "meeting_id",
            "civil_servant_id",
            "agency_code",
            "name",
            "office",
            "entered_by",
            "entered_at",
            "proof_ref",
        ),
        may=STRUCK_ONCE,
        places=(f"meeting_id = NEW.meeting_id AND civil_servant_id = NEW.civil_servant_id AND {BOTH_STAND}",),
    ),
    RowLock(
        table="prevention_minutes",
        kept=(
            "id",
            "meeting_id",
            "version",
            "state",
            "text",
            "decisions",
            "reason",
            "document_ref",
            "letter_ref",
            "written_by",
            "adopted_by",
            "adopted_at",
        ),
        places=("meeting_id = NEW.meeting_id AND version = NEW.version",),
        since="{row}.state <> 'DRAFT'",
    ),
    RowLock(
        table="prevention_actionitem",
        kept=("id", "ref", "meeting_id", "task", "agency_code", "office", "due_date"),
        may={
            "state": "{old} = 'OPEN'",
            "note": once(EMPTY),
            "evidence_ref": "{old} = '' AND OLD.state = 'OPEN'",
            "closed_by": once(EMPTY),
            "closed_at": once(),
        },
        places=("ref = NEW.ref",),
    ),
    RowLock(
        table="prevention_consultation",
        kept=("id", "ref", "agency_code", "body", "place", "subject", "question", "asked_date"),
        may={
            "state": "{old} = 'ASKED'",
            "answer": once(EMPTY),
            "answered_date": once(),
            "answered_by": once(EMPTY),
            "paper_ref": "{old} = '' AND OLD.state = 'ASKED'",
            "withdrawn_reason": once(EMPTY),
        },
        places=("ref = NEW.ref",),
    ),
)
