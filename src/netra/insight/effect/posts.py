"""Who served where and when, of all the agencies of a place: primary positions alone, so that nobody counts twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from netra.insight.effect.headcounts import Headcount
from netra.registry.models import OrgUnit, PositionSpell

# The unit of observation: the code of an agency and of one of its units, "" for those who serve in none.
Unit = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Post:
    """One primary position of one person; `until` is the first day on which it is over."""

    person: int
    unit: Unit
    employment: str
    position: str
    start: date
    until: date

    def covers(self, day: date) -> bool:
        return self.start <= day < self.until


def posts_of(codes: Sequence[str], *, start: date, until: date) -> list[Post]:
    """The posts of these agencies that share a day with the period. One query."""
    rows = PositionSpell.objects.overlapping(start, until).filter(agency__code__in=codes, is_primary=True)
    told = rows.values_list(
        "civil_servant",
        "agency__code",
        "unit__code",
        "civil_servant__employment",
        "position",
        "start_date",
        "until_date",
    )
    return [
        Post(person, (agency, unit or ""), employment, position, begun, ended or date.max)
        for person, agency, unit, employment, position, begun, ended in told.iterator(chunk_size=5000)
    ]


def headcounts_of(posts: Sequence[Post]) -> dict[Unit, Headcount]:
    """How many serve in each unit, on any day."""
    periods: dict[Unit, list[tuple[date, date]]] = {}
    for post in posts:
        periods.setdefault(post.unit, []).append((post.start, post.until))
    return {unit: Headcount(each) for unit, each in periods.items()}


@dataclass(frozen=True, slots=True)
class Units:
    """The units of these agencies with their names, and which of them lie beneath which."""

    names: Mapping[Unit, str]
    above: Mapping[Unit, Unit]

    def is_within(self, unit: Unit, top: Unit) -> bool:
        """Whether a unit is that one or lies beneath it; a circle that was forced into the table ends."""
        seen: set[Unit] = set()
        here: Unit | None = unit
        while here is not None and here not in seen:
            if here == top:
                return True
            seen.add(here)
            here = self.above.get(here)
        return False


def units_of(codes: Sequence[str]) -> Units:
    """One query."""
    rows = list(
        OrgUnit.objects.filter(agency__code__in=codes)
        .order_by("agency__code", "code")
        .values_list("agency__code", "code", "name", "parent__code")
    )
    names = {(agency, code): name for agency, code, name, _parent in rows}
    return Units(names, {(agency, code): (agency, parent) for agency, code, _name, parent in rows if parent})
