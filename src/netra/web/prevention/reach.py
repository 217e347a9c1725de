"""What the pages of prevention share: which agency or unit is looked at, and whether this reader writes for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from netra.prevention.access import agencies_written_for, writes_for
from netra.web.doors import SignedInRequest, today

if TYPE_CHECKING:
    from netra.prevention.models import Instrument
    from netra.prevention.queries import Area


def chosen_area(request: SignedInRequest, seen: Sequence[Area]) -> Area | None:
    """The agency or the unit that the address names, or the first; None where this reader sees the people of none."""
    asked, unit = request.GET.get("instansi", ""), request.GET.get("unit", "")
    named = [each for each in seen if each.agency.code == asked]
    exact = [each for each in named if each.unit is None or each.unit.code == unit]
    return next(iter((*exact, *named, *seen)), None)


def may_write(request: SignedInRequest, instrument: Instrument) -> bool:
    """Whether a page offers this reader to change the instrument."""
    return writes_for(request.user, instrument.agency_code, on=today())


def writes_somewhere(request: SignedInRequest) -> bool:
    """Whether a page offers this reader to begin something new."""
    return agencies_written_for(request.user, on=today()).exists()
