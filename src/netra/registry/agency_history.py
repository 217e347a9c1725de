"""The names of agencies between the tables and `renames`: read many at once, write what differs."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from netra.registry.models import Agency, FormerAgency
from netra.registry.renames import Borne, History
from netra.registry.trees import would_circle


def histories(codes: Collection[str] | None = None) -> dict[str, History]:
    """The history of each of these agencies that is there, or of all of them; two queries."""
    last, former = Agency.objects.all(), FormerAgency.objects.order_by("until_date")
    if codes is not None:
        last, former = last.filter(code__in=codes), former.filter(agency__code__in=codes)
    spells: dict[str, list[Borne]] = {}
    for code, name, parent, until in former.values_list("agency__code", "name", "parent__code", "until_date"):
        spells.setdefault(code, []).append(Borne(name, parent, until))
    rows = last.values_list("code", "name", "parent__code")
    return {code: (*spells.get(code, ()), Borne(name, parent)) for code, name, parent in rows}


def write_former(told: Mapping[str, History], agencies: Mapping[str, Agency]) -> None:
    """Write the spells that ended of each agency anew, by code; `agencies` holds them and those above them."""
    FormerAgency.objects.filter(agency__in=[agencies[code] for code in told]).delete()
    FormerAgency.objects.bulk_create(
        FormerAgency(
            agency=agencies[code],
            name=spell.name,
            parent=agencies[spell.parent] if spell.parent else None,
            until_date=spell.until,
        )
        for code, history in told.items()
        for spell in history
        if spell.until is not None
    )


def ever_circles(spells: Mapping[str, History], code: str) -> bool:
    """Whether on some day the agency would stand below itself."""
    above = _ever_above(spells, code)
    if code not in above:
        return False
    ends = {spell.until for each in above for spell in spells.get(each, ())}
    trees = ({each: _parent_before(end, spells.get(each, ())) for each in above} for end in ends)
    return any(would_circle(tree, code, parent) for tree in trees if (parent := tree[code]))


def _ever_above(spells: Mapping[str, History], code: str) -> set[str]:
    """Whatever stood above it, and above that, on any day; itself only where it may come round."""
    found: set[str] = set()
    waiting = [code]
    while waiting:
        above = {spell.parent for spell in spells.get(waiting.pop(), ()) if spell.parent}
        waiting.extend(above - found)
        found |= above
    return found


def _parent_before(end: date | None, history: History) -> str | None:
    """The agency above on the eve of a day, or without end."""
    return next((spell.parent for spell in history if spell.until is None or (end and spell.until >= end)), None)
