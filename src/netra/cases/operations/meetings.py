"""Rapat pleno: what a meeting of the supervisor decided, kept in one way whatever it decided."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext as _

from netra.cases.models import Case, Plenary
from netra.cases.operations.claim import ActRefused, refuse_future
from netra.cases.operations.days import refuse_before
from netra.trust.models import User


def refuse_meeting(*, held_date: date, members: int, reason: str, at: datetime) -> None:
    """ActRefused where this was no meeting, or gave no reason."""
    if not reason.strip():
        raise ActRefused(_("Putusan pleno memerlukan alasan tertulis."))
    if members < 2:
        raise ActRefused(_("Pleno dihadiri sekurangnya dua anggota. Isi jumlah anggota yang hadir."))
    refuse_future(held_date, at, what=_("Tanggal pleno"))


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
