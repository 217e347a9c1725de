"""Whoever kept every month's statistics and lays them side by side learns of no one person either."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from netra.insight.suppression import History, Told, hidden_places
from netra.insight.tables import ALL, OUTSIDE, Hidden, Place

Month = dict[Place, int]
Line = tuple[int, int, int]
# No count of these stories is larger than 27 (11 + 11 + 5), and the reader is so strong as to know it.
LARGEST = 28


def with_all(parts: Month) -> Month:
    """The counts of every election, and all together."""
    every = dict(parts)
    for (_election, row, column), count in parts.items():
        every[ALL, row, column] = every.get((ALL, row, column), 0) + count
    return every


def publish(*months: Month) -> list[Told]:
    """Month after month, each beside those before."""
    told: list[Told] = []
    for month in months:
        tables = [with_all(month)]
        told.append(Told(tables, hidden_places(tables, History(told))))
    return told


def seen(told: Told, election: str, row: str = "a", column: str = "x") -> int | Hidden:
    """One figure as it is printed."""
    place = (election, row, column)
    return told.hidden[0].get(place, told.counts[0].get(place, 0))


class WhenAFigureMovesByLittle:
    def it_is_hidden_because_the_difference_is_one_person(self):
        october, november = publish({("2018", "a", "x"): 12}, {("2018", "a", "x"): 13})
        assert seen(october, "2018") == 12
        assert seen(november, "2018") is Hidden.OTHER

    def it_is_hidden_where_it_fell_too(self):
        _october, november = publish({("2018", "a", "x"): 12}, {("2018", "a", "x"): 9})
        assert seen(november, "2018") is Hidden.OTHER

    def it_comes_back_when_five_were_added_since_it_was_shown(self):
        months = publish(*({("2018", "a", "x"): count} for count in (12, 13, 15, 16, 17, 18, 22)))
        marks = [seen(month, "2018") for month in months]
        assert marks == [12, Hidden.OTHER, Hidden.OTHER, Hidden.OTHER, 17, Hidden.OTHER, 22]

    def it_comes_back_when_it_is_what_it_was(self):
        months = publish(*({("2018", "a", "x"): count} for count in (12, 13, 12)))
        assert [seen(month, "2018") for month in months] == [12, Hidden.OTHER, 12]

    def it_stays_away_from_every_figure_that_was_ever_shown(self):
        # 17 is five from 12, but 19 is two from 17 and seven from 12.
        months = publish(*({("2018", "a", "x"): count} for count in (12, 17, 19)))
        assert seen(months[2], "2018") is Hidden.OTHER


class WhenTheMonthsAreAddedUp:
    def it_does_not_tell_the_one_that_was_added_by_taking_the_rest_from_all(self):
        # In all 50 and 56, in 2019 30 and 35: one was added in 2018.
        october = {("2018", "a", "x"): 20, ("2019", "a", "x"): 30}
        november = {("2018", "a", "x"): 21, ("2019", "a", "x"): 35}
        _first, second = publish(october, november)
        assert seen(second, ALL) == 56
        assert seen(second, "2018") is Hidden.OTHER
        assert seen(second, "2019") is Hidden.OTHER

    def it_does_not_tell_october_to_somebody_who_holds_that_counts_only_grow(self):
        # October: 14 in all, "<5" in 2018 and a cross in 2019. Shown the 10 of November, the reader would have: the
        # cross was at most 10, so "<5" was at least 4, so it was 4.
        october = {("2018", "a", "x"): 4, ("2019", "a", "x"): 10}
        november = {("2018", "a", "x"): 9, ("2019", "a", "x"): 10}
        first, second = publish(october, november)
        assert (seen(first, ALL), seen(first, "2018"), seen(first, "2019")) == (14, Hidden.SMALL, Hidden.OTHER)
        assert seen(second, "2019") is Hidden.OTHER
        assert isinstance(seen(second, "2018"), Hidden) or isinstance(seen(second, ALL), Hidden)

    def it_shows_what_did_not_move_and_what_moved_by_many(self):
        october = {("2018", "a", "x"): 20, ("2019", "a", "x"): 30}
        november = {("2018", "a", "x"): 20, ("2019", "a", "x"): 36}
        _first, second = publish(october, november)
        assert [seen(second, election) for election in (ALL, "2018", "2019")] == [56, 20, 36]


class WhenAMonthIsMadeLaterThanTheNextOne:
    def it_is_held_against_the_later_one_as_well(self):
        november = publish({("2018", "a", "x"): 13})[0]
        tables = [with_all({("2018", "a", "x"): 12})]
        assert hidden_places(tables, History(after=[november]))[0]["2018", "a", "x"] is Hidden.OTHER


parts_of_a_month = st.tuples(st.integers(0, 11), st.integers(0, 11), st.integers(0, 5))


@settings(max_examples=300)
@given(st.lists(parts_of_a_month, min_size=2, max_size=3))
@example([(0, 4, 4), (0, 0, 4)])  # in the second month nothing but marks is left, so the row is not printed
def test_nobody_who_lays_the_months_side_by_side_is_certain_of_a_small_count_or_a_small_step(lines):
    """The reader tries every value of every month, adds them up, and holds that what grew only grew."""
    months = [
        {(election, "a", "x"): count for election, count in zip(("2018", "2019", OUTSIDE), line, strict=True) if count}
        for line in lines
    ]
    assume(all(months))
    read = [(line, told) for line, told in zip(lines, publish(*months), strict=True) if _is_printed(told)]
    lines, possible = [line for line, _told in read], [_possible(told) for _line, told in read]
    assert all(line in held for line, held in zip(lines, possible, strict=True)), "the reader's model holds the truth"
    for part in range(3):
        for month, line in enumerate(lines):
            if 0 < line[part] < 5:
                counts = (tried[month][part] for tried in _fitting(possible, lines))
                assert any(count != line[part] for count in counts), (lines, month, part)
            for later in range(month + 1, len(lines)):
                step = lines[later][part] - line[part]
                if part < 2 and 0 < abs(step) < 5:
                    steps = (tried[later][part] - tried[month][part] for tried in _fitting(possible, lines))
                    assert any(other != step for other in steps), (lines, month, later, part)


def _is_printed(told: Told) -> bool:
    """A row without any figure is not, and tells nothing."""
    return any(seen(told, election) not in (0, *Hidden) for election in ("2018", "2019", ALL))


def _fitting(
    possible: list[list[Line]], lines: list[Line], so_far: tuple[Line, ...] = ()
) -> Iterator[tuple[Line, ...]]:
    """Every way to go on from the months so far. What did not fall could not, he holds."""
    month = len(so_far)
    if month == len(lines):
        yield so_far
        return
    grew = [part for part in range(3) if month and lines[month - 1][part] <= lines[month][part]]
    for tried in possible[month]:
        if all(so_far[-1][part] <= tried[part] for part in grew):
            yield from _fitting(possible, lines, (*so_far, tried))


def _possible(told: Told) -> list[Line]:
    """Every month that would be printed as this one."""
    first, second, whole = (_values(told, election) for election in ("2018", "2019", ALL))
    outside = range(LARGEST) if told.counts[0].get((OUTSIDE, "a", "x")) else range(1)
    return [tried for tried in product(first, second, outside) if sum(tried) in whole]


def _values(told: Told, election: str) -> range:
    mark = seen(told, election)
    if isinstance(mark, Hidden):
        return range(1, 5) if mark is Hidden.SMALL else range(5, LARGEST)
    return range(mark, mark + 1)
