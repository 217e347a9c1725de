"""Agencies with who appoints their civil servants, many at once: lists ask once, not once per row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from netra.registry.models import Agency, AppointingAuthority

# An agency, the one above it, and so on: no government in the registry is deeper.
_ABOVE = ("", "parent__", "parent__parent__", "parent__parent__parent__")


@dataclass(frozen=True, slots=True)
class HeadedAgency:
    """An agency, with the office of its appointing authority and who stands above it; empty where unknown."""

    code: str
    name: str
    office_title: str = ""
    superior: str = ""
    registered: bool = True


def headed_agencies(codes: Iterable[str], *, on: date) -> dict[str, HeadedAgency]:
    """Every code with its agency and the authority on that day, the agency's own or the nearest above. Two queries."""
    wanted = set(codes)
    columns = ("code", "name", *(f"{above}id" for above in _ABOVE))
    rows = list(Agency.objects.filter(code__in=wanted).values_list(*columns))
    keys = {key for row in rows for key in row[2:] if key is not None}
    heads = {head.agency_id: head for head in AppointingAuthority.objects.on(on).filter(agency_id__in=keys)}
    found = {row[0]: _headed(row[0], row[1], [heads.get(key) for key in row[2:]]) for row in rows}
    return {code: found.get(code) or HeadedAgency(code, code, registered=False) for code in wanted}


def _headed(code: str, name: str, heads: list[AppointingAuthority | None]) -> HeadedAgency:
    head = next((head for head in heads if head is not None), None)
    return HeadedAgency(code, name, head.office_title, head.superior) if head else HeadedAgency(code, name)
