"""From which day on prevention had reached each unit.

A unit is reached on the first day on which half of those who serve there on that day had read one letter, or had
attended one outreach: one reader in a hundred is no prevention. What was said aloud does not count, because nobody
wrote down who heard it. Whoever follows prevention in a place is told the day, whoever held what reached the unit: an
outreach that one office does not see of another would otherwise make its comparison untrue.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from netra.insight.effect.headcounts import Headcount
from netra.insight.effect.posts import Unit
from netra.insight.effect.spans import Span
from netra.prevention.models import STANDING, Acknowledgement, Participant


@dataclass(frozen=True, slots=True)
class Step:
    """So many people of a unit read the same letter, or attended the same outreach, on one day."""

    told: tuple[str, int]
    unit: Unit
    day: date
    people: int


def steps_of(codes: Sequence[str], *, until: date) -> list[Step]:
    """Every step before a day in these agencies, in the order of the days; their units are those of that day. Two
    queries.
    """
    read = Acknowledgement.objects.filter(agency_code__in=codes, read_date__lt=until)
    read_rows = read.values_list("instrument", "agency_code", "unit_code", "read_date").annotate(n=Count("pk"))
    came = Participant.objects.filter(STANDING, agency_code__in=codes, attended_date__lt=until)
    came_rows = came.values_list("outreach", "agency_code", "unit_code", "attended_date").annotate(n=Count("pk"))
    found = [
        Step((kind, told), (agency, unit), day, people)
        for kind, rows in (("letter", read_rows.order_by()), ("outreach", came_rows.order_by()))
        for told, agency, unit, day, people in rows
    ]
    return sorted(found, key=lambda step: (step.day, step.told, step.unit))


def reached_from(steps: Iterable[Step], headcounts: Mapping[Unit, Headcount]) -> dict[Unit, date]:
    """The first day of each unit that was reached; `steps` in the order of the days."""
    told: Counter[tuple[tuple[str, int], Unit]] = Counter()
    found: dict[Unit, date] = {}
    for step in steps:
        told[step.told, step.unit] += step.people
        there = headcounts[step.unit].on(step.day) if step.unit in headcounts else 0
        if there and step.unit not in found and 2 * told[step.told, step.unit] >= there:
            found[step.unit] = step.day
    return found


def people_told(steps: Iterable[Step], span: Span, kind: str) -> int:
    """How many read a letter, or attended an outreach, in a span; each once for each of them."""
    return sum(step.people for step in steps if step.told[0] == kind and span.start <= step.day < span.until)
