"""Whether somebody decided about an accused: the answer of this room to `cases.operations.correcting`."""

from __future__ import annotations

from netra.cases.models import Party
from netra.sanctions.models import Decision


def is_decided(party: Party) -> bool:
    """Whether there is a decision about this person, on whatever route."""
    return Decision.objects.filter(proceeding__party=party).exists()
