"""Agencies with who appoints their civil servants, and units with who heads them: lists ask once, not once per row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from netra.registry.models import Agency, AppointingAuthority, FormerAgency, PositionSpell
from netra.registry.queries.agencies import appointing_authority_of, parents_on
from netra.trust.asked_again import AskedAgain

# An agency, the one above it, and so on: no government in the registry is deeper.
_LEVELS = 4
_ABOVE = tuple("parent__" * level for level in range(1, _LEVELS))

_LINES = AskedAgain(
    lambda codes, end: (
        Agency.objects.before(end)
        .filter(code__among=codes)
        .values_list("code", "name_then", "id", *(f"{above}id" for above in _ABOVE))
    )
)
_HEADS = AskedAgain(lambda keys, day: AppointingAuthority.objects.on(day).filter(agency__among=keys))
_MOVED = AskedAgain(
    lambda day: (
        FormerAgency.objects.filter(until_date__gt=day)
        .order_by("-until_date")
        .values_list("agency_id", *(f"{above}id" for above in _ABOVE))
    )
)


@dataclass(frozen=True, slots=True)
class HeadedAgency:
    """An agency, with the office of its appointing authority and who stands above it; empty where unknown."""

    code: str
    name: str
    office_title: str = ""
    superior: str = ""
    registered: bool = True


def headed_agencies(codes: Iterable[str], *, on: date) -> dict[str, HeadedAgency]:
    """Every code with its agency and its authority on that day, the own one or the nearest above. Three queries."""
    wanted = set(codes)
    rows = _LINES(codes=wanted, end=on + timedelta(days=1))
    above = _parents([row[2:] for row in rows], on)
    lines = {code: _upwards(key, above) for code, _name, key, *_line in rows}
    keys = {key for line in lines.values() for key in line}
    heads = {head.agency_id: head for head in _HEADS(keys=keys, day=on)}
    found = {code: _headed(code, name, [heads.get(key) for key in lines[code]]) for code, name, *_line in rows}
    return {code: found.get(code) or HeadedAgency(code, code, registered=False) for code in wanted}


def superior_of(head: AppointingAuthority, *, on: date) -> str:
    """Who stands above an authority on a day, as letters name him (`Gubernur Jambi, Zainal Arifin`), or nobody.

    Where the registry knows who held that office on the day, he is named, not whoever held it when the authority was
    entered.
    """
    above = parents_on([head.agency], on).get(head.agency.code)
    return _superior(head, appointing_authority_of(above.code, on) if above else None)


def unit_heads(agency_code: str, *, on: date) -> dict[int, PositionSpell]:
    """Who heads each unit of an agency on a day, by the key of the unit; units without a head are left out. One query.

    Where the registry knows two for one day, an acting one beside the one who holds the post, whoever began last leads.
    """
    rows = PositionSpell.objects.on(on).filter(agency__code=agency_code, leads_unit=True, unit__isnull=False)
    found = rows.select_related("civil_servant", "unit").order_by("start_date", "pk")
    return {row.unit_id: row for row in found if row.unit_id is not None}


def _parents(lines: Iterable[tuple[int | None, ...]], on: date) -> dict[int | None, int | None]:
    """Who stood above whom on the day, from lines of last parents and the few that stood elsewhere then."""
    moved = _MOVED(day=on)
    above: dict[int | None, int | None] = {}
    for line in (*lines, *(row[1:] for row in moved)):
        above.update(pairwise(line))
    # Newest first: of several spells after the day the first to end is the one of the day.
    above.update((row[0], row[1]) for row in moved)
    return above


def _upwards(key: int | None, above: Mapping[int | None, int | None]) -> list[int]:
    line: list[int] = []
    while key is not None and len(line) < _LEVELS:
        line.append(key)
        key = above.get(key)
    return line


def _headed(code: str, name: str, heads: list[AppointingAuthority | None]) -> HeadedAgency:
    known = [head for head in heads if head is not None]
    if not known:
        return HeadedAgency(code, name)
    head, above = known[0], known[1] if len(known) > 1 else None
    return HeadedAgency(code, name, head.office_title, _superior(head, above))


def _superior(head: AppointingAuthority, above: AppointingAuthority | None) -> str:
    # "Penjabat Gubernur Jambi" holds the office "Gubernur Jambi".
    if above is not None and head.superior_title and above.office_title.endswith(head.superior_title):
        return f"{above.office_title}, {above.holder_name}"
    return head.superior
