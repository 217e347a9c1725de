"""Rapat pleno: what a meeting of the supervisor decided, kept in one way whatever it decided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.cases.models import Allegation, Case, Plenary
from netra.cases.operations.claim import ActRefused, refuse_future
from netra.cases.operations.days import refuse_before
from netra.letters.queries import newest_final
from netra.trust.models import User


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of the plenary on one accused: when it was held, and how many were there.

    It makes no row of `Plenary`: what was said of one accused is for the agencies of no other.
    """

    held_date: date
    members: int


def refuse_meeting(*, held_date: date, members: int, reason: str, at: datetime) -> None:
    """ActRefused where this was no meeting, or gave no reason."""
    if not reason.strip():
        raise ActRefused(_("Putusan pleno memerlukan alasan tertulis."))
    if members < 2:
        raise ActRefused(_("Pleno dihadiri sekurangnya dua anggota. Isi jumlah anggota yang hadir."))
    refuse_future(held_date, at, what=_("Tanggal pleno"))


def refuse_meeting_on(
    case: Case, allegations: Iterable[Allegation], meeting: Meeting, *, reason: str, at: datetime
) -> None:
    """ActRefused where this was no meeting, or one that could not yet speak of these allegations as they stand."""
    refuse_meeting(held_date=meeting.held_date, members=meeting.members, reason=reason, at=at)
    refuse_before_study(case, meeting.held_date)
    for each in allegations:
        known = localdate(each.decided_at or each.assessed_at)
        refuse_before(meeting.held_date, known, what=_("Tanggal pleno"), than=_("penilaian dugaan itu"))


def refuse_before_study(case: Case, held_date: date) -> None:
    """A plenary decides on the study, so it cannot have sat before; else a late case could be made to look in time."""
    study = newest_final(case.chain, "STUDY")
    if study is not None and study.letter_date is not None:
        refuse_before(held_date, study.letter_date, what=_("Tanggal pleno"), than=_("hasil kajian"))


def keep_meeting(
    case: Case, *, outcome: str, held_date: date, members: int, reason: str, by: User, at: datetime
) -> None:
    """Keep who decided, what and why. ActRefused where the meeting was held before the case came in."""
    refuse_before(held_date, case.received_date, what=_("Tanggal pleno"), than=_("penerimaan laporan atau temuan"))
    Plenary.objects.create(
        case=case,
        held_date=held_date,
        outcome=outcome,
        members=members,
        reason=reason.strip(),
        decided_by=by.actor_ref,
        decided_at=at,
    )
