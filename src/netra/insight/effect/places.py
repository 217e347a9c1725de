"""Of which agencies or regions somebody may read what prevention came to: those of which he reads cases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from netra.registry.models import Agency
from netra.registry.queries import region_at
from netra.registry.regions import UnknownRegion
from netra.trust.access import Scope, scope_of
from netra.trust.models import User

VIEW = "cases.case_view"


@dataclass(frozen=True, slots=True)
class Place:
    """An agency, or a region with all its agencies; `codes` are those of the agencies."""

    code: str
    name: str
    codes: tuple[str, ...]

    @property
    def is_region(self) -> bool:
        return self.codes != (self.code,)


NOWHERE = Place("", "", ())


def places_of(user: User, *, on: date) -> list[Place]:
    """The regions with several agencies of this reader, then the agencies, each by code. One query."""
    scope = scope_of(user, VIEW, on=on)
    if scope.is_empty:
        return []
    agencies = list(Agency.objects.filter(scope.where(agency="code")).as_of(on).order_by("code"))
    alone = [Place(each.code, each.name_then, (each.code,)) for each in agencies]
    return [*_regions(scope, agencies, on), *alone]


def _regions(scope: Scope, agencies: Sequence[Agency], on: date) -> Iterator[Place]:
    """Those that the reader sees as a whole: of single agencies in a region nobody makes the region."""
    held: dict[str, list[str]] = {}
    for each in agencies:
        for code in {each.region_code, each.province_code} - {""}:
            held.setdefault(code, []).append(each.code)
    for code in sorted(held):
        if len(held[code]) > 1 and scope.covers(region_code=code):
            yield Place(code, _named(code, on), tuple(held[code]))


def _named(code: str, on: date) -> str:
    try:
        return region_at(code, on).region.name
    except UnknownRegion:
        return code
