"""Regions as people write and read them: a name with two meanings is asked back, a code is shown as a name."""

from __future__ import annotations

from datetime import date

from netra.registry.queries import former_code_note, region_at, region_named
from netra.registry.regions import Ambiguous, Found, Region, Unknown, UnknownRegion


def region_words(code: str, on: date) -> str:
    """Kota Jambi, Provinsi Jambi; the code itself where no edition knows it. A former code is told with the new one."""
    try:
        region = region_at(code, on).region
    except UnknownRegion:
        return code
    note = former_code_note(code)
    return f"{_with_parent(region, on)} ({note.rstrip('.')})" if note else _with_parent(region, on)


def region_as_typed(text: str, on: date) -> str:
    """What a field shows for a stored code: a name that leads back to the same code, else the code."""
    found = region_named(text)
    if not isinstance(found, Found) or found.region.code != text:
        return text
    names = (found.region.full_name, _with_parent(found.region, on))
    return next((name for name in names if _leads_to(name, text)), text)


def choices_for(text: str, on: date) -> list[tuple[str, str]]:
    """Codes and names among which somebody must choose; none where the text is clear or says nothing."""
    answer = region_named(text[:200]) if text.strip() else None
    if isinstance(answer, Ambiguous):
        return [(region.code, _with_parent(region, on)) for region in answer.choices]
    if isinstance(answer, Unknown):
        return [(region.code, _with_parent(region, on)) for region in answer.nearest]
    return []


def _leads_to(name: str, code: str) -> bool:
    found = region_named(name)
    return isinstance(found, Found) and found.region.code == code


def _with_parent(region: Region, on: date) -> str:
    if not region.parent_code:
        return region.full_name
    try:
        parent = region_at(region.parent_code, on).region.full_name
    except UnknownRegion:
        return region.full_name
    return f"{region.full_name}, {parent}"
