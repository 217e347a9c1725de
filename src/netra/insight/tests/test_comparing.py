"""Units before and after they were reached, and side by side, against tables written by hand."""

from __future__ import annotations

from datetime import date

import pytest

from netra.insight.effect.comparing import Rate, before_and_after, cells_of, side_by_side
from netra.insight.effect.headcounts import Headcount
from netra.insight.effect.reaching import Step, reached_from
from netra.insight.effect.sentences import of_before_and_after, of_side_by_side
from netra.insight.effect.spans import Span

SCHOOL, POLICE, NEW = ("JAMBI-KOTA", "DISDIK"), ("JAMBI-KOTA", "SATPOL"), ("JAMBI-KOTA", "BARU")
# April and May 2018: 30 and 31 days.
SPAN = Span(date(2018, 4, 1), date(2018, 6, 1))
ALWAYS = (date(2015, 1, 1), date.max)


class WhenPeopleServe:
    def it_counts_days_of_those_who_come_and_go(self):
        # One all the time, one from 16 April on, one who left on 11 April.
        people = Headcount([ALWAYS, (date(2018, 4, 16), date.max), (date(2017, 1, 1), date(2018, 4, 11))])
        assert people.days(date(2018, 4, 1), date(2018, 5, 1)) == 30 + 15 + 10
        assert [people.on(date(2018, 4, day)) for day in (10, 11, 16)] == [2, 1, 2]

    def it_counts_nobody_in_a_period_that_is_none(self):
        assert Headcount([ALWAYS]).days(date(2018, 5, 1), date(2018, 4, 1)) == 0
        assert Headcount([]).days(date(2018, 4, 1), date(2018, 5, 1)) == 0


def steps(*told: tuple[str, int, date, int]) -> list[Step]:
    return [Step((kind, key), SCHOOL, day, people) for kind, key, day, people in told]


class WhenAUnitIsReached:
    def it_takes_half_of_its_people_and_the_same_letter(self):
        four = {SCHOOL: Headcount([ALWAYS] * 4)}
        one_each = steps(("letter", 1, date(2018, 4, 2), 1), ("letter", 2, date(2018, 4, 3), 1))
        assert reached_from(one_each, four) == {}
        second = [*one_each, *steps(("letter", 1, date(2018, 4, 9), 1))]
        assert reached_from(second, four) == {SCHOOL: date(2018, 4, 9)}

    def it_stays_reached_from_the_first_day(self):
        two = {SCHOOL: Headcount([ALWAYS] * 2)}
        told = steps(("outreach", 1, date(2018, 3, 7), 1), ("letter", 1, date(2018, 4, 9), 2))
        assert reached_from(told, two) == {SCHOOL: date(2018, 3, 7)}

    def it_is_not_where_nobody_serves_by_the_registry(self):
        gone = {SCHOOL: Headcount([(date(2015, 1, 1), date(2018, 1, 1))])}
        assert reached_from(steps(("letter", 1, date(2018, 4, 2), 3)), gone) == {}
        assert reached_from(steps(("letter", 1, date(2018, 4, 2), 3)), {}) == {}


class WhenUnitsAreCompared:
    """DISDIK, two people, reached on 16 April; SATPOL, four, never; one unit was founded on 17 May with one person."""

    headcounts = {
        SCHOOL: Headcount([ALWAYS] * 2),
        POLICE: Headcount([ALWAYS] * 4),
        NEW: Headcount([(date(2018, 5, 17), date.max)]),
    }
    reached = {SCHOOL: date(2018, 4, 16)}
    acts = {SCHOOL: [date(2018, 4, 15), date(2018, 4, 16)], POLICE: [date(2018, 4, 30), date(2018, 5, 1)]}

    def cells(self):
        return cells_of(self.headcounts, self.reached, self.acts, SPAN)

    def it_puts_the_day_of_the_reach_after(self):
        # 15 of 30 days with two people: one staff-month on each side, one act on each.
        first = next(cell for cell in self.cells() if cell.unit == SCHOOL)
        assert (first.before, first.after) == (Rate(1, 1.0), Rate(1, 1.0))

    def it_counts_a_unit_from_the_day_on_which_somebody_serves_there(self):
        # 15 of the 31 days of May.
        (founded,) = (cell for cell in self.cells() if cell.unit == NEW)
        assert founded.month.start == date(2018, 5, 1)
        assert founded.before.staff_months == pytest.approx(15 / 31)

    def it_holds_a_unit_against_itself_alone(self):
        found = before_and_after(self.cells())
        assert (found.others, found.reached) == (Rate(1, 1.0), Rate(1, 3.0))
        assert [found.others.per_thousand, found.reached.per_thousand] == pytest.approx([1000.0, 333.3], abs=0.1)
        assert found.acts == 2

    def it_holds_the_same_month_together(self):
        found = side_by_side(self.cells())
        # April: one before and SATPOL's four; May: SATPOL's four and the new one's half.
        assert found.others.acts == 3
        assert found.others.staff_months == pytest.approx(1 + 4 + 4 + 15 / 31)
        assert found.reached == Rate(1, 3.0)

    def it_says_that_this_is_too_little_and_how_much_is_needed(self):
        said = of_before_and_after(before_and_after(self.cells()))
        assert "Terlalu sedikit data" in said and "hanya 2 perbuatan" in said
        # A quarter of the time before, three quarters after: 7.849 / (0.1875 × 0.48045) = 87.1.
        assert "sekitar 88 perbuatan" in said

    def it_says_that_there_is_nothing_to_compare_where_nobody_was_reached(self):
        cells = cells_of(self.headcounts, {}, self.acts, SPAN)
        assert "dijangkau bertahap" in of_side_by_side(side_by_side(cells))
        assert "dijangkau bertahap" in of_before_and_after(before_and_after(cells))

    def it_has_nothing_to_say_of_nobody(self):
        assert cells_of({}, {}, {}, SPAN) == []
        assert side_by_side([]).ratio is None


class WhenThereIsMuch:
    """A hundred people in two units, one reached before the span: what was seen decides the sentence."""

    headcounts = {SCHOOL: Headcount([ALWAYS] * 50), POLICE: Headcount([ALWAYS] * 50)}
    reached = {SCHOOL: date(2018, 1, 1)}

    def said(self, here: int, there: int) -> str:
        days = [date(2018, 4, 10)]
        cells = cells_of(self.headcounts, self.reached, {SCHOOL: days * here, POLICE: days * there}, SPAN)
        return of_side_by_side(side_by_side(cells))

    def it_says_below_and_that_this_is_no_proof(self):
        # 5 against 20 in the same time: binomial, 25 trials; exact interval of the ratio 0.07 to 0.69.
        said = self.said(5, 20)
        assert "Dugaan lebih jarang" in said and "rasio 0,25, selang 95 persen 0,07 sampai 0,69" in said
        assert "bukan bukti" in said

    def it_says_above_and_that_people_report_what_they_learned_to_see(self):
        said = self.said(20, 5)
        assert "Dugaan lebih sering" in said and "rasio 4,00" in said
        assert "tidak berarti pencegahan merugikan" in said and "melaporkannya" in said

    def it_says_that_chance_may_explain_it(self):
        said = self.said(8, 12)
        assert "tidak dapat dibedakan dari kebetulan" in said and "memuat 1" in said
        # 66 acts show half as many where the time is divided alike; 20 were seen.
        assert "sekitar 66 perbuatan" in said and "yang dapat dibandingkan 20" in said


def test_a_month_that_is_running_ends_today():
    span = Span.ending(date(2018, 4, 1), 2, on=date(2018, 4, 10))
    assert (span.start, span.last_day) == (date(2018, 3, 1), date(2018, 4, 10))
    assert [(month.start, month.until, month.length) for month in span.months] == [
        (date(2018, 3, 1), date(2018, 4, 1), 31),
        (date(2018, 4, 1), date(2018, 4, 11), 30),
    ]
