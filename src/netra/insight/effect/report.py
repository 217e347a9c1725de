"""What prevention came to in one place, up to one month: each table made when it is asked for, from what is read once.

All tables together cost about twenty queries, however many letters, units and months there are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType

from netra.cases.access import people_shown
from netra.cases.access import visible_to as visible_cases
from netra.cases.models import Party
from netra.insight.effect import doing_tables, effect_tables, learning_tables, reach_tables
from netra.insight.effect.acts import Acts, acts_of
from netra.insight.effect.comparing import Cell, Comparison, before_and_after, cells_of, side_by_side
from netra.insight.effect.doing import done_in
from netra.insight.effect.headcounts import Headcount
from netra.insight.effect.learning import Taught, asked_of, taught_in
from netra.insight.effect.places import Place
from netra.insight.effect.posts import Post, Unit, Units, headcounts_of, posts_of, units_of
from netra.insight.effect.reaching import Step, reached_from, steps_of
from netra.insight.effect.reading import Letter, Reading, letters_of, readings_of
from netra.insight.effect.spans import EFFECT, YEAR, Span
from netra.insight.sources import Sources
from netra.insight.tables import Table
from netra.intake.models import Report
from netra.registry.queries import agency_names
from netra.trust.models import User


@dataclass(frozen=True)
class Findings:
    """What one reader is told of one place; `month` does not lie after the day on which he asks."""

    user: User
    place: Place
    month: date
    on: date

    def tables(self) -> dict[str, Table]:
        """Every table by its key, in the order in which they are read."""
        return {key: make(self) for key, make in TABLES.items()}

    @cached_property
    def year(self) -> Span:
        return Span.ending(self.month, YEAR, on=self.on)

    @cached_property
    def effect(self) -> Span:
        return Span.ending(self.month, EFFECT, on=self.on)

    @cached_property
    def steps(self) -> Sequence[Step]:
        return steps_of(self.place.codes, until=self.year.until)

    @cached_property
    def letters(self) -> Sequence[Letter]:
        return letters_of(self.user, self.place.codes, self.year, on=self.on)

    @cached_property
    def posts(self) -> Sequence[Post]:
        """As far back as anything that is counted."""
        first = min([self.effect.start, *(each.day for each in self.steps[:1]), *(each.first for each in self.letters)])
        return posts_of(self.place.codes, start=first, until=self.year.until)

    @cached_property
    def units(self) -> Units:
        return units_of(self.place.codes)

    @cached_property
    def headcounts(self) -> Mapping[Unit, Headcount]:
        return headcounts_of(self.posts)

    @cached_property
    def reached(self) -> Mapping[Unit, date]:
        return reached_from(self.steps, self.headcounts)

    @cached_property
    def readings(self) -> Sequence[Reading]:
        return readings_of(self.letters, self.posts, self.units, self.place.codes)

    @cached_property
    def taught(self) -> Sequence[Taught]:
        return taught_in(self.user, self.place.codes, self.year, on=self.on)

    @cached_property
    def acts(self) -> Acts:
        shown = people_shown(self.user, on=self.on)
        people = Party.objects.filter(shown) if shown else None
        sources = Sources(Report.objects.none(), visible_cases(self.user, on=self.on), people=people)
        return acts_of(sources, self.place.codes, self.posts, self.effect)

    @cached_property
    def cells(self) -> Sequence[Cell]:
        return cells_of(self.headcounts, self.reached, self.acts.days, self.effect)

    @cached_property
    def own(self) -> Comparison:
        return before_and_after(self.cells)


def _ratios(found: Findings) -> Table:
    beside = side_by_side(found.cells)
    return effect_tables.ratios(found.own, beside, unplaced=found.acts.unplaced, span=found.effect)


def _by_unit(found: Findings) -> Table:
    names = agency_names(found.place.codes, on=found.year.last_day) if found.place.is_region else {}
    return reach_tables.by_unit(
        found.place, found.readings, found.headcounts, found.reached, found.units, names, found.year.last_day
    )


def _by_month(found: Findings) -> Table:
    return reach_tables.by_month(found.cells, found.reached, found.steps, found.year)


def _letters(found: Findings) -> Table:
    asked = asked_of(found.letters, found.place.codes, until=found.year.until)
    return learning_tables.of_letters(asked)


def _done(found: Findings) -> Table:
    return doing_tables.plan_against_done(done_in(found.user, found.place.codes, found.year, on=found.on))


TABLES: Mapping[str, Callable[[Findings], Table]] = MappingProxyType(
    {
        "rasio": _ratios,
        "sebelum-sesudah": lambda found: effect_tables.before_after(found.own),
        "bertahap": lambda found: effect_tables.month_by_month(found.cells, found.effect),
        "surat": lambda found: reach_tables.by_letter(found.readings),
        "unit": _by_unit,
        "bulan": _by_month,
        "waktu": lambda found: reach_tables.waiting(found.readings),
        "soal-surat": _letters,
        "tes": lambda found: learning_tables.of_outreaches(found.taught),
        "soal-tes": lambda found: learning_tables.of_tests(found.taught),
        "rencana": _done,
    }
)
