"""Coret: a name that was written down by mistake is struck from an attendance list, with the reason on record.

The row stays as it was written; it counts no more, and the same person can be written down anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.prevention import meeting_checks, outreach_checks
from netra.prevention.fingerprints import of_words
from netra.prevention.models import STANDING, Attendee, Outreach, OutreachGuest, Participant, Strikable
from netra.prevention.operations.meeting_steps import claimed_unminuted
from netra.prevention.operations.meeting_steps import tell as tell_meeting
from netra.prevention.operations.outreach_steps import claimed as claimed_outreach
from netra.prevention.operations.outreach_steps import tell as tell_outreach
from netra.prevention.outreach_access import participants_written_by
from netra.prevention.outreach_states import Moment
from netra.trust.errors import NotFound
from netra.trust.models import User

MEETING, OUTREACH = "prevention.meeting_attendance_strike", "prevention.outreach_attendance_strike"
GUEST = "prevention.outreach_guest_strike"
Struck = TypeVar("Struck", bound=Strikable)


def meeting_attendance_strike(*, meeting_ref: str, ordinal: int, reason: str, by: User, at: datetime) -> Attendee:
    """Strike somebody from the list of a meeting, by their place on it, until the minutes are adopted.

    Fails with NotFound, NotAllowed or MeetingRefused.
    """
    with transaction.atomic():
        meeting = claimed_unminuted(meeting_ref, "meeting_attendance_strike", by=by, at=at)
        attendee = _on_place(list(meeting.attendees.order_by("pk")), ordinal)
        meeting_checks.demand(attendee.struck_at is None, _already())
        why = meeting_checks.checked_reason(reason, _("Pencoretan memerlukan alasan tertulis."))
        strike(attendee, why, by=by, at=at)
        tell_meeting(meeting, MEETING, by, at, ordinal=ordinal, sha256=of_words(why))
    return attendee


def outreach_attendance_strike(
    *, outreach_ref: str, person_ref: str, reason: str, by: User, at: datetime
) -> Participant:
    """Strike somebody from the list of an outreach, until they hold a certificate or took the test after it.

    The head of a unit strikes his own people alone. Fails with NotFound, NotAllowed or OutreachRefused.
    """
    with transaction.atomic():
        outreach = claimed_outreach(outreach_ref, "outreach_attendance_strike", by=by, at=at)
        theirs = participants_written_by(by, outreach, on=localdate(at))
        participant = theirs.filter(STANDING, civil_servant__ref=person_ref).first()
        if participant is None:
            raise NotFound(_("Orang itu tidak ada pada daftar ini, sudah dicoret, atau bukan pegawai unit Anda."))
        _demand_unsettled(outreach, participant)
        why = outreach_checks.checked_reason(reason, _("Pencoretan memerlukan alasan tertulis."))
        strike(participant, why, by=by, at=at)
        tell_outreach(outreach, OUTREACH, by, at, person=person_ref, sha256=of_words(why))
    return participant


def outreach_guest_strike(*, outreach_ref: str, ordinal: int, reason: str, by: User, at: datetime) -> OutreachGuest:
    """Strike a guest of an outreach, by the place on the list. Fails with NotFound, NotAllowed or OutreachRefused."""
    with transaction.atomic():
        outreach = claimed_outreach(outreach_ref, "outreach_guest_strike", by=by, at=at)
        guest = _on_place(list(outreach.guests.order_by("pk")), ordinal)
        outreach_checks.demand(guest.struck_at is None, _already())
        why = outreach_checks.checked_reason(reason, _("Pencoretan memerlukan alasan tertulis."))
        strike(guest, why, by=by, at=at)
        tell_outreach(outreach, GUEST, by, at, ordinal=ordinal, sha256=of_words(why))
    return guest


def strike(row: Strikable, why: str, *, by: User, at: datetime) -> None:
    """Write down by whom, when and why; nothing else of the row changes."""
    row.struck_by, row.struck_at, row.struck_reason = by.actor_ref, at, why
    row.save(update_fields=["struck_by", "struck_at", "struck_reason"])


def _already() -> str:
    return _("Nama ini sudah dicoret sebelumnya; alasannya tertulis padanya.")


def _on_place(rows: Sequence[Struck], ordinal: int) -> Struck:
    """Whoever stands there, counted from one in the order in which they were written down."""
    if not 0 < ordinal <= len(rows):
        raise NotFound(_("Urutan itu tidak ada pada daftar hadirnya."))
    return rows[ordinal - 1]


def _demand_unsettled(outreach: Outreach, participant: Participant) -> None:
    """Refuse where a paper has gone out, or an answer stands among the results."""
    outreach_checks.demand(
        not participant.certificate_ref,
        _("Sertifikatnya sudah terbit, jadi kehadirannya tetap. Bila keliru, terangkan dengan surat tersendiri."),
    )
    after = outreach.answers.filter(civil_servant=participant.civil_servant, moment=Moment.AFTER)
    outreach_checks.demand(
        not after.exists(), _("Orang ini sudah menjawab tes sesudah sosialisasi; hasilnya tetap beserta kehadirannya.")
    )
