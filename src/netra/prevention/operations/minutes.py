"""Notulen: written as a draft, adopted once, corrected by a next version with its reason."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.letters.kinds import LetterKind
from netra.letters.operations import letter_issue
from netra.prevention import meeting_letters
from netra.prevention.meeting_checks import MeetingRefused, checked_minutes, demand
from netra.prevention.meeting_entries import MinutesEntry
from netra.prevention.meeting_states import MinutesState
from netra.prevention.models import Meeting, Minutes
from netra.prevention.operations.meeting_steps import claimed, latest_minutes, tell
from netra.trust import evidence
from netra.trust.models import User

DRAFT, ADOPT = "prevention.minutes_draft", "prevention.minutes_adopt"


def minutes_draft(*, meeting_ref: str, entry: MinutesEntry, by: User, at: datetime) -> Minutes:
    """Write the minutes, or write the draft anew; after an adoption this begins a correction, which says why."""
    with transaction.atomic():
        meeting = claimed(meeting_ref, "minutes_draft", by=by, at=at)
        draft = _draft_of(meeting, entry)
        entry = checked_minutes(entry, has_document=bool(draft.document_ref))
        demand(
            draft.version == 1 or bool(entry.reason),
            _("Notulen yang sudah disahkan tidak berubah. Ralat adalah versi berikutnya: tuliskan alasannya."),
        )
        draft.text, draft.decisions = entry.text, list(entry.decisions)
        draft.reason = entry.reason if draft.version > 1 else ""
        draft.written_by = by.actor_ref
        if entry.document is not None:
            draft.document_ref = evidence.receive(
                content=entry.document.content,
                original_name=entry.document.name,
                by=by,
                at=at,
                chain=meeting.chain,
                note=meeting.ref,
            ).ref
        draft.save()
        tell(meeting, DRAFT, by, at, version=draft.version)
    return draft


def minutes_adopt(*, meeting_ref: str, by: User, at: datetime) -> Minutes:
    """Pengesahan: the draft never changes again. Minutes without a signed paper become a numbered letter."""
    with transaction.atomic():
        meeting = claimed(meeting_ref, "minutes_adopt", by=by, at=at)
        draft = latest_minutes(meeting)
        if draft is None or draft.state != MinutesState.DRAFT:
            raise MeetingRefused(_("Tidak ada konsep notulen yang dapat disahkan. Tuliskan notulennya dahulu."))
        if not draft.document_ref:
            letter = letter_issue(
                kind=LetterKind.MEETING_MINUTES,
                agency_code=meeting.agency_code,
                chain=meeting.chain,
                subject_ref=meeting.ref,
                data=meeting_letters.minutes(meeting, draft, on=localdate(at)),
                by=by,
                at=at,
            )
            draft.letter_ref = letter.ref
        draft.state, draft.adopted_by, draft.adopted_at = MinutesState.ADOPTED, by.actor_ref, at
        draft.save()
        tell(meeting, ADOPT, by, at, version=draft.version, letter=draft.letter_ref)
    return draft


def _draft_of(meeting: Meeting, entry: MinutesEntry) -> Minutes:
    """The draft that is being written, or a new one after the last adopted version."""
    latest = latest_minutes(meeting)
    if latest is not None and latest.state == MinutesState.DRAFT:
        return latest
    version = latest.version + 1 if latest else 1
    return Minutes(meeting=meeting, version=version, state=MinutesState.DRAFT)
