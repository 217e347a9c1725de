"""What a pact is told to be: values on their way into tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PactEntry:
    """The text of a version. No unit: everybody of the agency. `earlier_ref`: the version whose place it takes."""

    agency_code: str
    title: str
    points: Sequence[str]
    legal_basis: Sequence[str] = ()
    unit_code: str = ""
    earlier_ref: str = ""
