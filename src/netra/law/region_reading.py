"""What the region that a record names means, told by whoever knows regions: the law room has no list of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RegionReading:
    """How the region of a record was read; all empty where it needed no reading."""

    code: str = ""  # of the one region that a name means
    unread: str = ""  # why a name means none that is known, or more than one
    fault: str = ""  # why the record cannot be answered: a code of no region


ReadRegion = Callable[[str], RegionReading]


def as_written(_region: str) -> RegionReading:
    """Where nobody knows the regions, a record keeps what it says."""
    return RegionReading()
