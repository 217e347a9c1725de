"""Names of regions, agencies and bodies for the eye; a code that nobody knows stays itself."""

from __future__ import annotations

from datetime import date

from netra.law.bodies import OVERSIGHT
from netra.registry import queries
from netra.registry.queries import region_or_nation
from netra.registry.regions import Found


def region_name(code: str) -> str:
    """The newest name of a region; kept in memory by the registry, so a list asks no query for it."""
    found = region_or_nation(code)
    return found.region.full_name if isinstance(found, Found) else code


def agency_names(codes: set[str], *, on: date) -> dict[str, str]:
    """What these agencies were called on the day that the page tells of; one query."""
    known = queries.agency_names(codes, on=on)
    return {code: known.get(code, code) for code in codes if code}


def body_name(code: str) -> str:
    """The name of an oversight body."""
    return next((entry.value.name for entry in OVERSIGHT.entries if entry.value.code == code), code)
