"""What was asked about the erasure of a report, and which answer waits."""

from __future__ import annotations

from collections.abc import Sequence

from netra.intake.models import ReportErasure
from netra.trust.actors import Actor
from netra.trust.states import ErasureState


def erasures_of(report_ref: str) -> list[ReportErasure]:
    """The requests for erasure of a report that was fetched already, in the order in which they were made."""
    return list(ReportErasure.objects.filter(report__ref=report_ref).order_by("pk"))


def erasing_offered(asked: Sequence[ReportErasure], *, by: Actor) -> list[str]:
    """What may be done next about the erasure of a report whose date has come."""
    waiting = next((each for each in asked if each.state is ErasureState.PENDING), None)
    if waiting is None:
        return ["intake.report_erase_request"]
    if waiting.requested_by_ref == by.actor_ref:
        return ["intake.report_erase_withdraw"]
    return ["intake.report_erase_approve", "intake.report_erase_refuse"]
