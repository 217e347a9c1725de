"""Who asked is erased on a date: which questions have reached it, and what may be done about it next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef
from django.utils.timezone import localdate

from netra.prevention.advisory_access import advisories_visible_to
from netra.prevention.models import AdvisoryErasure, AdvisoryQuestion
from netra.trust.access import Person
from netra.trust.models import User
from netra.trust.states import ErasureState


@dataclass(frozen=True, slots=True)
class DueQuestion:
    """A question whose asker should be gone since `since`; `asked` and by whom, where a request waits."""

    ref: str
    since: date
    asked: date | None
    by_me: bool


def advisories_due_for_erasure(user: User, *, on: date, limit: int) -> Sequence[DueQuestion]:
    """The questions this person may read whose date has come: those that wait for his answer first, then the oldest.

    No job of the night erases anything: two people do it, so somebody has to be told that the day has come.
    """
    waiting = AdvisoryErasure.objects.filter(approved_at=None, set_aside_at=None)
    for_me = Exists(waiting.filter(question=OuterRef("pk")).exclude(requested_by_ref=user.actor_ref))
    due = advisories_visible_to(user, on=on).filter(erased_at=None, erase_date__lte=on)
    rows = list(due.annotate(for_me=for_me).order_by("-for_me", "erase_date", "id")[:limit])
    asked = {each.question_id: each for each in waiting.filter(question__in=rows)}
    return [_told(each, asked.get(each.pk), user, on) for each in rows]


def erasing_offered(
    question: AdvisoryQuestion, asked: Sequence[AdvisoryErasure], *, by: Person, on: date
) -> Sequence[str]:
    """The acts that are open to somebody who answers this question, by their short names."""
    if question.erased_at is not None or question.erase_date is None or question.erase_date > on:
        return ()
    waiting = next((each for each in asked if each.state is ErasureState.PENDING), None)
    if waiting is None:
        return ("advisory_erase_request",)
    if isinstance(by, User) and waiting.requested_by_ref == by.actor_ref:
        return ("advisory_erase_withdraw",)
    return ("advisory_erase_approve", "advisory_erase_refuse")


def _told(question: AdvisoryQuestion, asked: AdvisoryErasure | None, user: User, on: date) -> DueQuestion:
    return DueQuestion(
        question.ref,
        question.erase_date or on,
        localdate(asked.requested_at) if asked else None,
        asked is not None and asked.requested_by_ref == user.actor_ref,
    )
