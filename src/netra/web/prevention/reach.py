"""What the pages of prevention share: which agency is looked at, and whether this reader writes for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from netra.prevention.access import agencies_written_for
from netra.web.doors import SignedInRequest, today

if TYPE_CHECKING:
    from netra.prevention.models import Instrument
    from netra.registry.models import Agency


def chosen_agency(request: SignedInRequest, reached: Sequence[Agency]) -> Agency | None:
    """The agency that the address names, or the first; None where this reader sees the people of none."""
    asked = request.GET.get("instansi", "")
    return next((each for each in reached if each.code == asked), reached[0] if reached else None)


def may_write(request: SignedInRequest, instrument: Instrument) -> bool:
    """Whether a page offers this reader to change the instrument."""
    return agencies_written_for(request.user, on=today()).filter(code=instrument.agency_code).exists()
