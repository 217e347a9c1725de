"""Forms × phase × channel in one table, whose sums give no small count away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netra.insight import crossed
from netra.insight.queries import forms_frame
from netra.insight.suppression import History, Told, hidden_places
from netra.insight.tables import Cell, Hidden, Place, Row

PAIRS = (("p", "x"), ("p", "y"), ("q", "x"), ("q", "y"))
# Half as much again as any sum of these stories: a reader does not know where they end.
LARGEST = 21
WHAT_A_MARK_SAYS = {Hidden.SMALL: range(1, 5), Hidden.OTHER: range(5, LARGEST)}
Grid = dict[tuple[str, str], int]


def tables(grid: Grid) -> list[dict[Place, int]]:
    """One form in the only election, and so in all: by phase, by channel, and crossed."""
    phases: dict[str, int] = {}
    channels: dict[str, int] = {}
    for (phase, channel), count in grid.items():
        phases[phase] = phases.get(phase, 0) + count
        channels[channel] = channels.get(channel, 0) + count
    pairs = {f"{phase}/{channel}": count for (phase, channel), count in grid.items()}
    return [
        {(election, "a", column): count for election in ("2018", "") for column, count in table.items() if count}
        for table in (phases, channels, pairs)
    ]


class WhenAFormIsCrossed:
    def it_says_each_phase_in_each_channel_with_the_sums_of_both(self):
        frame = forms_frame()
        form = next(iter(frame.rows))
        counts = {
            ("2018", form, "candidate/MEETING"): 3,
            ("2018", form, "prospective/SOCIAL_MEDIA"): 2,
            ("-", form, "candidate/SOCIAL_MEDIA"): 1,
        }
        table = crossed.in_full(replace(frame, counts=counts), "")
        assert (table.grouping, table.corner) == ("Bentuk", "Fase")
        assert table.columns == ("media sosial", "tatap muka", "kantor atau kedinasan", "lainnya", "semua saluran")
        group = frame.rows[form]
        assert table.rows == (
            Row("bakal calon", (2, 0, 0, 0, 2), group),
            Row("calon", (1, 3, 0, 0, 4), group),
            Row("semua fase", (3, 3, 0, 0, 6), group),
        )

    def it_shows_the_public_the_sums_where_the_pairs_are_small(self):
        form = next(iter(forms_frame().rows))
        told: dict[str, Cell] = {"candidate": 9, "MEETING": Hidden.OTHER, "candidate/MEETING": Hidden.SMALL}
        (row,) = crossed.for_the_public({form: told}).rows
        assert (row.label, row.cells) == ("calon", (Hidden.OTHER, Hidden.SMALL, Hidden.OTHER, Hidden.OTHER, 9))

    def it_tells_the_public_no_sum_of_everything(self):
        form = next(iter(forms_frame().rows))
        *_phases, last = crossed.for_the_public({form: {"MEETING": 9}}).rows
        assert last.cells[-1] is None


class WhenAPairIsSmall:
    def it_cannot_be_had_by_taking_the_other_pair_from_the_phase(self):
        phases, _channels, pairs = hidden_places(tables({("p", "x"): 3, ("p", "y"): 9, ("q", "x"): 8, ("q", "y"): 8}))
        assert pairs["2018", "a", "p/x"] is Hidden.SMALL
        # 12 of the phase and 9 of the pair would leave 3.
        assert ("2018", "a", "p") in phases or ("2018", "a", "p/y") in pairs

    def it_cannot_be_had_where_two_small_ones_fill_the_phase(self):
        phases, _channels, _pairs = hidden_places(tables({("p", "x"): 4, ("p", "y"): 4, ("q", "x"): 9, ("q", "y"): 9}))
        assert phases["2018", "a", "p"] is Hidden.OTHER


class WhenAnOlderMonthWasNotCrossed:
    def it_is_held_against_the_sums_of_that_month_all_the_same(self):
        older, newer = tables({("p", "x"): 12}), tables({("p", "x"): 13})
        told = Told([*older[:2], {}], [*hidden_places(older)[:2], {}])
        phases, channels, pairs = hidden_places(newer, History([told]))
        assert phases["2018", "a", "p"] is channels["2018", "a", "x"] is Hidden.OTHER
        # The pair is the same 13: where it stands, the sum follows.
        assert pairs["2018", "a", "p/x"] is Hidden.OTHER

    def it_shows_what_moved_by_many(self):
        older, newer = tables({("p", "x"): 12}), tables({("p", "x"): 18})
        told = Told([*older[:2], {}], [*hidden_places(older)[:2], {}])
        assert hidden_places(newer, History([told])) == [{}, {}, {}]


@pytest.mark.parametrize("months", [1, 2])
def test_the_reader_agrees_with_itself(months):
    grid = {("p", "x"): 9, ("p", "y"): 7, ("q", "x"): 12}
    told: list[Told] = []
    for _month in range(months):
        told.append(Told(tables(grid), hidden_places(tables(grid), History(told))))
    assert told[-1].hidden == [{}, {}, {}]


@settings(max_examples=80)
@given(st.tuples(*[st.integers(0, 7)] * 4))
def test_no_small_pair_or_sum_has_only_one_value_that_fits_what_is_published(counts):
    """Somebody who knows how counts are hidden tries every two by two pairs there could be."""
    made = tables(dict(zip(PAIRS, counts, strict=True)))
    marks = hidden_places(made)
    possible = [_possible(*told) for told in zip(made, marks, strict=True)]
    phases, channels, pairs = possible
    # px + py = p, qx + qy = q, px + qx = x, py + qy = y.
    fitting = [
        (px, py, qx, qy)
        for px, py, qx, qy in product(*(pairs[f"{phase}/{channel}"] for phase, channel in PAIRS))
        if px + py in phases["p"] and qx + qy in phases["q"] and px + qx in channels["x"] and py + qy in channels["y"]
    ]
    assert counts in fitting, "the reader's model holds the truth"
    for secret in (
        pair_at(0),
        pair_at(1),
        pair_at(2),
        pair_at(3),
        sum_at(0, 1),
        sum_at(2, 3),
        sum_at(0, 2),
        sum_at(1, 3),
    ):
        if 0 < secret(counts) < 5:
            assert len({secret(tried) for tried in fitting}) > 1, (counts, marks)


def pair_at(place: int) -> Callable[[Sequence[int]], int]:
    return lambda counts: counts[place]


def sum_at(one: int, other: int) -> Callable[[Sequence[int]], int]:
    return lambda counts: counts[one] + counts[other]


def _possible(table: dict[Place, int], hidden: dict[Place, Hidden]) -> dict[str, range]:
    """What each count of the row may be; anything where the row is all hidden and so left out."""
    columns = ("p", "q", "x", "y", "p/x", "p/y", "q/x", "q/y")
    row = {column: ("2018", "a", column) for column in columns}
    if not any(place in table and place not in hidden for place in row.values()):
        return dict.fromkeys(columns, range(LARGEST))
    return {
        column: WHAT_A_MARK_SAYS[hidden[place]]
        if place in hidden
        else range(table.get(place, 0), table.get(place, 0) + 1)
        for column, place in row.items()
    }
