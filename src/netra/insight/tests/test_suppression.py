"""What the public may see never points at a person, whoever computes with it."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from netra.insight.suppression import hidden_places, published
from netra.insight.tables import ALL, JOINED, OUTSIDE, Cell, Cube, Hidden, Place, tabled, whole

ELECTIONS = ("2018", "2019")


def cube(counts: dict[Place, int]) -> Cube:
    return Cube(
        key="contoh",
        title="Contoh",
        unit="orang",
        corner="Baris",
        rows={row: f"baris {row}" for row in dict.fromkeys(row for _election, row, _column in counts)},
        columns={column: f"kolom {column}" for column in dict.fromkeys(column for _e, _row, column in counts)},
        counts=counts,
    )


def shown(counts: dict[Place, int], election: str = ALL) -> dict[str, tuple[Cell, ...]]:
    made, cells = published(cube(counts), joined_label="lainnya")
    return {row.label: row.cells for row in tabled(made, cells, election).rows}


class WhenNothingIsSmall:
    def it_shows_everything(self):
        counts = {("2018", "a", "x"): 5, ("2018", "b", "x"): 12, ("2018", "b", "y"): 7}
        assert shown(counts) == {"baris a": (5, 0), "baris b": (12, 7)}


class WhenOneCountIsSmall:
    def it_is_hidden_with_what_gives_it_away_and_the_marks_tell_them_apart(self):
        counts = {("2018", "a", "x"): 3, ("2018", "a", "y"): 50, ("2018", "b", "x"): 12, ("2018", "b", "y"): 70}
        # Whoever knows the totals of rows and columns could subtract; 12, 50 and 70 are not "fewer than five".
        assert shown(counts) == {"baris a": ("<5", "×"), "baris b": ("×", "×")}

    def it_cannot_be_had_by_taking_one_election_from_all(self):
        # 12 in all, 9 of them in 2018: the 3 of 2019 would follow. Hiding the 9 leaves 12 = (5 to 11) + (1 to 4).
        counts = {("2018", "a", "x"): 9, ("2019", "a", "x"): 3}
        assert shown(counts) == {"baris a": (12,)}
        assert shown(counts, "2018") == {"baris a": (Hidden.OTHER,)}
        assert shown(counts, "2019") == {"baris a": (Hidden.SMALL,)}

    def it_cannot_be_had_when_two_small_ones_fill_the_whole(self):
        # 8 in all, and both elections fewer than five: only 4 and 4 would fit.
        counts = {("2018", "a", "x"): 4, ("2019", "a", "x"): 4}
        assert shown(counts) == {"baris a": (Hidden.OTHER,)}

    def it_is_not_told_by_what_lies_between_elections(self):
        # 12 in all and 9 in the only election: the 3 outside would follow, though no page shows them.
        counts = {("2018", "a", "x"): 9, (OUTSIDE, "a", "x"): 3}
        assert shown(counts) == {"baris a": (12,)}
        assert shown(counts, "2018") == {"baris a": (Hidden.OTHER,)}


class WhenAlmostEverythingIsSmall:
    def it_joins_small_rows_into_one_that_can_be_shown(self):
        counts = {("2018", row, "x"): size for row, size in {"a": 20, "b": 3, "c": 2, "d": 4}.items()}
        assert shown(counts) == {"baris a": (20,), "lainnya": (9,)}

    def it_leaves_a_single_small_row_its_name(self):
        counts = {("2018", "a", "x"): 20, ("2018", "b", "x"): 3, ("2018", "c", "x"): 9}
        made, _cells = published(cube(counts), joined_label="lainnya")
        assert JOINED not in made.rows

    def it_takes_coarser_columns_until_half_of_it_is_shown(self):
        counts = {("2018", row, column): 3 for row in "ab" for column in "wxyz"}
        pairs = {"w": "wx", "x": "wx", "y": "yz", "z": "yz"}
        fine = cube(counts)
        made, cells = published(replace(fine, coarser=(fine.with_columns(pairs),)), joined_label="lainnya")
        table = tabled(made, cells, ALL)
        assert table.columns == ("wx", "yz")
        assert [row.cells for row in table.rows] == [(6, 6), (6, 6)]


counts_of_a_line = st.tuples(st.integers(0, 12), st.integers(0, 12), st.integers(0, 6))


@settings(max_examples=300)
@given(st.lists(st.lists(counts_of_a_line, min_size=2, max_size=2), min_size=1, max_size=3))
def test_no_small_count_has_only_one_value_that_fits_what_is_published(grid):
    """A reader who knows how counts are hidden tries every value there could be, sum by sum."""
    counts = {
        (election, f"r{r}", f"c{c}"): count
        for r, row in enumerate(grid)
        for c, line in enumerate(row)
        for election, count in zip((*ELECTIONS, OUTSIDE), line, strict=True)
        if count
    }
    every = whole(cube(counts)) if counts else {}
    hidden = hidden_places(every)
    for row, column in {place[1:] for place in every}:
        parts = [(election, row, column) for election in (*ELECTIONS, OUTSIDE) if every.get((election, row, column))]
        fitting = {
            tried
            for tried in product(*(_possible(place, every, hidden) for place in parts))
            if sum(tried) in _possible((ALL, row, column), every, hidden)
        }
        assert tuple(every[place] for place in parts) in fitting, "the reader's model holds the truth"
        for number, place in enumerate(parts):
            if 0 < every[place] < 5:
                assert len({tried[number] for tried in fitting}) > 1, (place, every, hidden)


def _possible(place: Place, every: dict[Place, int], hidden: dict[Place, Hidden]) -> range:
    """What a reader holds possible for one count."""
    if place[0] == OUTSIDE:
        return range(60)
    if place in hidden:
        return range(1, 5) if hidden[place] is Hidden.SMALL else range(5, 60)
    return range(every[place], every[place] + 1)


@given(st.lists(st.lists(counts_of_a_line, min_size=3, max_size=3), min_size=1, max_size=4))
def test_no_line_is_left_with_one_hidden_count_beside_a_shown_one(grid):
    counts = {
        (election, f"r{r}", f"c{c}"): count
        for r, row in enumerate(grid)
        for c, line in enumerate(row)
        for election, count in zip((*ELECTIONS, OUTSIDE), line, strict=True)
        if count
    }
    every = whole(cube(counts)) if counts else {}
    hidden = hidden_places(every)
    assert all(place in hidden for place, count in every.items() if 0 < count < 5 and place[0] != OUTSIDE)
    for election in (ALL, *ELECTIONS):
        for axis in (1, 2):
            for name in {place[axis] for place in every if place[0] == election}:
                line = [place for place in every if place[0] == election and place[axis] == name]
                held_back = [place for place in line if place in hidden]
                assert len(held_back) != 1 or len(line) == 1
