"""What was asked about an erasure and what became of it, request by request, as a page tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from netra.trust.states import ERASURE_LABELS, ErasureState
from netra.web.words import translated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netra.cases.models import Erasure
    from netra.intake.models import ReportErasure
    from netra.prevention.models import AdvisoryErasure


@dataclass(frozen=True, slots=True)
class AskedErasure:
    """One request; the names of who asked and who answered are empty where the page shows no officers by name."""

    asked_at: datetime
    asked_by: str
    reason: str
    state: ErasureState
    answered_at: datetime | None
    answered_by: str
    why: str

    @property
    def waits(self) -> bool:
        """Whether a second person is still to answer."""
        return self.state is ErasureState.PENDING

    @property
    def words(self) -> str:
        """What became of it."""
        return translated(ERASURE_LABELS[self.state])


def erasures_of_case(asked: Iterable[Erasure]) -> list[AskedErasure]:
    """The requests of a case, with names."""
    rows = []
    for each in asked:
        answered_by = each.approved_by or each.set_aside_by
        rows.append(
            AskedErasure(
                each.requested_at,
                each.requested_by.full_name,
                each.reason,
                each.state,
                each.approved_at or each.set_aside_at,
                answered_by.full_name if answered_by else "",
                each.set_aside_reason,
            )
        )
    return rows


def erasures_without_names(asked: Iterable[ReportErasure | AdvisoryErasure]) -> list[AskedErasure]:
    """The requests of a report or a question; its page names no officer, and the trail beneath tells their roles."""
    return [
        AskedErasure(
            each.requested_at,
            "",
            each.reason,
            each.state,
            each.approved_at or each.set_aside_at,
            "",
            each.set_aside_reason,
        )
        for each in asked
    ]
