"""Jatuh tempo hapus: whose date of erasure has come, and which request waits for the second person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.timezone import localdate

from netra.cases.access import visible_to
from netra.cases.models import Case, Erasure, Party
from netra.cases.own_case import own_among
from netra.cases.sealing import erase_date_of
from netra.trust.models import User


@dataclass(frozen=True, slots=True)
class DueForErasure:
    """A case with people whose data should be gone since `since`; `asked` and by whom, where a request waits."""

    case_ref: str
    since: date
    asked: date | None
    by_me: bool


def due_for_erasure(user: User, *, on: date, limit: int) -> Sequence[DueForErasure]:
    """The visible cases of which that is so, those that wait for this person's answer first, then the oldest.

    No job of the night destroys anything: two people do it, so somebody has to be told that the day has come. Without
    one in which this person may be accused: how it ended, and what others weigh, is not for him.
    """
    # Walks of two indexes; an OR would read every case.
    due = Case.objects.filter(erase_date__lte=on).values("pk").union(_with_cleared(on))
    done = Erasure.objects.filter(case=OuterRef("pk"), approved_at__isnull=False)
    pending = Erasure.objects.filter(approved_at=None, set_aside_at=None)
    for_me = Exists(pending.filter(case=OuterRef("pk")).exclude(requested_by=user))
    found = visible_to(user, on=on).filter(~Exists(done), pk__in=due)
    rows = list(found.annotate(for_me=for_me).order_by("-for_me", "erase_date", "id")[:limit])
    own = own_among(user, [row.pk for row in rows])
    waiting = {each.case_id: each for each in pending.filter(case__in=[row.pk for row in rows])}
    return [
        DueForErasure(
            case.ref,
            erase_date_of(case) or on,
            localdate(asked.requested_at) if (asked := waiting.get(case.pk)) else None,
            asked is not None and asked.requested_by_id == user.pk,
        )
        for case in rows
        if case.pk not in own
    ]


def _with_cleared(on: date) -> QuerySet[Any, Any]:
    return Party.objects.filter(erase_date__lte=on).values("case_id")
