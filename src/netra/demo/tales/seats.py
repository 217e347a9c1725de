"""A seat of a team or council that goes to somebody else while it works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra.demo.stage import Tale
from netra.demo.teams import stand_in
from netra.sanctions import operations as sanctions
from netra.sanctions.models import TeamMember

if TYPE_CHECKING:
    from netra.demo.tales.proceedings import ProceedingTale


def seat_tale(tale: ProceedingTale) -> Tale:
    """The inspector leaves, and an assistant of his office sits there from the next working day on."""
    if not tale.handling.replaced:
        return
    yield tale.pace.next(working=1)
    leaving = TeamMember.objects.get(proceeding__ref=tale.ref, element="OVERSIGHT")
    sanctions.seat_replace(
        ref=tale.ref,
        seat=leaving.pk,
        successor=stand_in(tale.world, tale.person),
        reason=tale.handling.replaced,
        by=tale.decider,
        at=tale.pace.now,
    )
