"""Units before and after they were reached, and units reached beside units not yet reached in the same month."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from netra.insight.effect.headcounts import Headcount
from netra.insight.effect.posts import Unit
from netra.insight.effect.rate_ratio import Ratio, Stratum, could_show_fewer, events_needed, rate_ratio
from netra.insight.effect.spans import Span

# What a plan of prevention would be glad of: half as many.
HALF = 0.5


@dataclass(frozen=True, slots=True)
class Rate:
    """Acts and the staff-months in which they could happen: a person who served the whole month is one."""

    acts: int = 0
    staff_months: float = 0.0

    def __add__(self, other: Rate) -> Rate:
        return Rate(self.acts + other.acts, self.staff_months + other.staff_months)

    @property
    def per_thousand(self) -> float | None:
        """Acts per 1,000 staff-months; None where nobody served."""
        return 1000 * self.acts / self.staff_months if self.staff_months else None


@dataclass(frozen=True, slots=True)
class Cell:
    """One unit in one month: the part before it was reached and the part from that day on."""

    unit: Unit
    month: Span
    before: Rate
    after: Rate


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two rates and their ratio over strata that hold both.

    `acts` are those of the strata that compare; `enough` whether so many could have shown fewer; `needed` how many
    would show half as many, or None where nothing compares.
    """

    reached: Rate
    others: Rate
    ratio: Ratio | None
    acts: int
    enough: bool
    needed: int | None


def cells_of(
    headcounts: Mapping[Unit, Headcount], reached: Mapping[Unit, date], acts: Mapping[Unit, Sequence[date]], span: Span
) -> list[Cell]:
    """Every unit in every month in which somebody served there."""
    cells = []
    for unit, people in sorted(headcounts.items(), key=lambda each: each[0]):
        for month in span.months:
            cut = min(max(reached.get(unit, date.max), month.start), month.until)
            before = _rate(people, acts.get(unit, ()), month.start, cut, month.length)
            after = _rate(people, acts.get(unit, ()), cut, month.until, month.length)
            if before.staff_months or after.staff_months:
                cells.append(Cell(unit, month, before, after))
    return cells


def before_and_after(cells: Sequence[Cell]) -> Comparison:
    """Each unit with itself: only those whose first reach lies in the span have both a before and an after."""
    strata: dict[Unit, tuple[Rate, Rate]] = {}
    for cell in cells:
        after, before = strata.get(cell.unit, (Rate(), Rate()))
        strata[cell.unit] = (after + cell.after, before + cell.before)
    return _compared([pair for pair in strata.values() if pair[0].staff_months and pair[1].staff_months])


def side_by_side(cells: Sequence[Cell]) -> Comparison:
    """Units reached beside units not yet reached, month by month: what happens to all at one time falls on both."""
    strata: dict[date, tuple[Rate, Rate]] = {}
    for cell in cells:
        reached, others = strata.get(cell.month.start, (Rate(), Rate()))
        strata[cell.month.start] = (reached + cell.after, others + cell.before)
    return _compared([pair for pair in strata.values() if pair[0].staff_months and pair[1].staff_months])


def _compared(pairs: Sequence[tuple[Rate, Rate]]) -> Comparison:
    strata = [Stratum(here.acts, there.acts, here.staff_months, there.staff_months) for here, there in pairs]
    return Comparison(
        reached=sum((here for here, _there in pairs), Rate()),
        others=sum((there for _here, there in pairs), Rate()),
        ratio=rate_ratio(strata),
        acts=sum(each.events for each in strata),
        enough=could_show_fewer(strata),
        needed=events_needed(strata, ratio=HALF),
    )


def _rate(people: Headcount, acts: Sequence[date], start: date, until: date, length: int) -> Rate:
    """`acts` in the order of their days."""
    if start >= until:
        return Rate()
    return Rate(bisect_left(acts, until) - bisect_left(acts, start), people.days(start, until) / length)
