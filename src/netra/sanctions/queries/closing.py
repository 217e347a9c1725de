"""Proceedings in which nothing was proven and which nobody has closed yet: the name is clean and not yet sealed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from netra.cases.own_case import own_among
from netra.letters.queries import letters_of
from netra.sanctions.access import proceedings_visible_to
from netra.sanctions.models import CouncilHearing, Proceeding, Remedy
from netra.sanctions.models.proceeding import NOTHING_LEFT
from netra.trust.access import role_scope
from netra.trust.acts import Role
from netra.trust.models import User

# Who closes what is no crime (see `operations.closing`).
CLOSERS = (Role.PERSONNEL_OFFICER, Role.OVERSIGHT_ANALYST)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One such proceeding; no article names a term for closing it, so only since when it waits is told."""

    proceeding: Proceeding
    since: date | None


def waiting_to_be_closed(user: User, *, on: date, limit: int) -> Sequence[Waiting]:
    """The oldest of them that this user may close."""
    if role_scope(user, CLOSERS, on=on).is_empty:
        return []
    found = proceedings_visible_to(user, on=on, few=True).filter(NOTHING_LEFT)
    related = ("case", "party__case", "hearing", "decision__remedy")
    waiting = list(found.select_related(*related).order_by("id")[:limit])
    own = own_among(user, {each.case_id for each in waiting})
    return [Waiting(each, cleared_on(each)) for each in waiting if each.case_id not in own]


def cleared_on(proceeding: Proceeding) -> date | None:
    """The day of what cleared him: an answer to a remedy, the council's decision, the letter that says so."""
    remedy: Remedy | None = getattr(getattr(proceeding, "decision", None), "remedy", None)
    hearing: CouncilHearing | None = getattr(proceeding, "hearing", None)
    for each in (remedy, hearing):
        if each is not None and each.decided_date:
            return each.decided_date
    papers = [paper for paper in letters_of(proceeding.case.chain) if paper.subject_ref == proceeding.ref]
    return next((paper.letter_date for paper in papers if paper.kind == "DECISION_STOP"), None)
