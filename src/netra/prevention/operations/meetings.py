"""Rencana, undangan, pelaksanaan and pembatalan of a meeting."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.letters.kinds import LetterKind
from netra.letters.operations import letter_issue
from netra.prevention import meeting_letters
from netra.prevention.access import require_for
from netra.prevention.meeting_access import series_for
from netra.prevention.meeting_checks import checked_meeting, checked_reason, demand, demand_day
from netra.prevention.meeting_entries import MeetingEntry
from netra.prevention.meeting_states import MeetingState
from netra.prevention.models import Meeting, MeetingSeries, Party
from netra.prevention.operations.meeting_steps import claimed, tell
from netra.registry.queries import agency_on
from netra.trust.models import User
from netra.trust.refs import new_ref

PLAN, REVISE = "prevention.meeting_plan", "prevention.meeting_revise"


def meeting_plan(*, entry: MeetingEntry, by: User, at: datetime) -> Meeting:
    """Write down a meeting that is to be; those invited see it. Fails with MeetingRefused, NotFound, NotAllowed."""
    today = localdate(at)
    entry = checked_meeting(entry, today=today)
    with transaction.atomic():
        require_for(by, PLAN, agency_on(entry.agency_code, today), at=at, on=today)
        meeting = Meeting(ref=new_ref("RPT", at), agency_code=entry.agency_code, state=MeetingState.PLANNED)
        _write(meeting, entry, by=by, on=today)
        tell(meeting, PLAN, by, at, date=entry.planned_date.isoformat(), agency=" ".join(entry.parties))
    return meeting


def meeting_revise(*, meeting_ref: str, entry: MeetingEntry, by: User, at: datetime) -> Meeting:
    """Plan it anew: another day, other agencies. What was held or cancelled never changes."""
    today = localdate(at)
    with transaction.atomic():
        meeting = claimed(meeting_ref, "meeting_revise", by=by, at=at)
        demand(
            entry.agency_code == meeting.agency_code,
            _("Instansi yang mengundang tidak dapat diganti. Batalkan rapat ini, lalu rencanakan yang baru."),
        )
        entry = checked_meeting(entry, today=today)
        meeting.parties.all().delete()
        _write(meeting, entry, by=by, on=today)
        tell(meeting, REVISE, by, at, date=entry.planned_date.isoformat(), agency=" ".join(entry.parties))
    return meeting


def meeting_invite(*, meeting_ref: str, by: User, at: datetime) -> Meeting:
    """Undangan: a numbered letter to the agencies that take part. After a change a new one is issued."""
    with transaction.atomic():
        meeting = claimed(meeting_ref, "meeting_invite", by=by, at=at)
        letter = letter_issue(
            kind=LetterKind.MEETING_INVITATION,
            agency_code=meeting.agency_code,
            chain=meeting.chain,
            subject_ref=meeting.ref,
            data=meeting_letters.invitation(meeting, on=localdate(at)),
            by=by,
            at=at,
        )
        meeting.invitation_ref = letter.ref
        meeting.save(update_fields=["invitation_ref"])
        tell(meeting, "prevention.meeting_invite", by, at, letter=letter.ref, number=letter.number)
    return meeting


def meeting_hold(*, meeting_ref: str, held_date: date, by: User, at: datetime) -> Meeting:
    """It took place, on that day; from now on the plan never changes. Entered later, the day is the real one."""
    today = localdate(at)
    with transaction.atomic():
        meeting = claimed(meeting_ref, "meeting_hold", by=by, at=at)
        demand(held_date <= today, _("Hari rapatnya belum tiba. Periksa tanggalnya."))
        demand_day(held_date, today, _("Hari rapat"))
        meeting.state, meeting.held_date = MeetingState.HELD, held_date
        meeting.save(update_fields=["state", "held_date"])
        tell(meeting, "prevention.meeting_hold", by, at, date=held_date.isoformat())
    return meeting


def meeting_cancel(*, meeting_ref: str, reason: str, by: User, at: datetime) -> Meeting:
    """It does not take place. Of a series its month stays without a meeting until another is held."""
    with transaction.atomic():
        meeting = claimed(meeting_ref, "meeting_cancel", by=by, at=at)
        meeting.cancelled_reason = checked_reason(reason, _("Pembatalan memerlukan alasan tertulis."))
        meeting.state = MeetingState.CANCELLED
        meeting.save(update_fields=["state", "cancelled_reason"])
        tell(meeting, "prevention.meeting_cancel", by, at)
    return meeting


def _write(meeting: Meeting, entry: MeetingEntry, *, by: User, on: date) -> None:
    meeting.series = _series(entry, by=by, on=on)
    meeting.title, meeting.place, meeting.agenda = entry.title, entry.place, list(entry.agenda)
    meeting.planned_date, meeting.start_time = entry.planned_date, entry.start_time
    meeting.save()
    _invite(meeting, entry.parties)


def _series(entry: MeetingEntry, *, by: User, on: date) -> MeetingSeries | None:
    if not entry.series_ref:
        return None
    series = series_for(by, entry.series_ref, on=on)
    demand(
        series.agency_code == entry.agency_code, _("Rangkaian rapat itu milik instansi lain. Pilih rangkaian sendiri.")
    )
    return series


def _invite(meeting: Meeting, codes: Sequence[str]) -> None:
    Party.objects.bulk_create(Party(meeting=meeting, agency_code=code) for code in codes)
