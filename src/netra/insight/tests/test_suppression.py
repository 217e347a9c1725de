"""What the public may see never points at a person, whoever computes with it."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from netra.insight.suppression import SMALLEST_PUBLISHED, hidden_places, published
from netra.insight.tables import ALL, OUTSIDE, Cell, Cube, Hidden, Place, tabled, whole
from netra.prevention.queries.outreach_results import SMALLEST_GROUP

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
    (cells,) = published([cube(counts)])
    made = cube(counts)
    return {
        name: tuple(cells.get((election, row, column), 0) for column in made.columns) for row, name in made.rows.items()
    }


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


class WhenTwoTablesCountTheSame:
    def it_hides_the_row_of_the_other_that_gives_a_small_count_away(self):
        # By phase "<5" and a cross, by channel 6: whoever knows that a cross is five or more reads 6 = 1 + 5.
        phases = {("2018", "a", "candidate"): 5, ("2018", "a", "prospective"): 1}
        channels = {("2018", "a", "MEETING"): 6}
        by_phase, by_channel = published([cube(phases), cube(channels)])
        assert by_phase["2018", "a", "prospective"] is Hidden.SMALL
        assert by_phase["2018", "a", "candidate"] is Hidden.OTHER
        assert by_channel["2018", "a", "MEETING"] is Hidden.OTHER

    def it_shows_both_where_nothing_is_small(self):
        phases = {("2018", "a", "candidate"): 5, ("2018", "a", "prospective"): 6}
        channels = {("2018", "a", "MEETING"): 11}
        assert published([cube(phases), cube(channels)]) == [whole(cube(phases)), whole(cube(channels))]

    def it_leaves_out_a_row_of_marks_alone(self):
        # Four of "<5" that make up one "<5" could only be four times one.
        phases = {("2018", "a", "candidate"): 4, ("2018", "b", "candidate"): 9, ("2018", "c", "candidate"): 7}
        channels = {("2018", "a", channel): 1 for channel in ("MEETING", "OFFICE", "SOCIAL_MEDIA", "OTHER")}
        channels |= {("2018", "b", "OTHER"): 9, ("2018", "c", "MEETING"): 7}
        made = [cube(phases), cube(channels)]
        tables = [tabled(each, cells, "2018") for each, cells in zip(made, published(made), strict=True)]
        assert all("baris a" not in [row.label for row in table.rows] for table in tables)


class WhenOneMoreIsCounted:
    def it_keeps_every_column_it_had(self):
        before = {("2018", "a", "x"): 1, ("2018", "a", "y"): 5}
        after = {**before, ("2018", "a", "x"): 2}
        tables = [tabled(cube(counts), published([cube(counts)])[0], ALL) for counts in (before, after)]
        assert tables[0] == tables[1]
        assert tables[0].columns == ("kolom x", "kolom y")


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
    (hidden,) = hidden_places([every])
    for row, column in {place[1:] for place in every}:
        parts = [(election, row, column) for election in (*ELECTIONS, OUTSIDE) if every.get((election, row, column))]
        possible = [_possible(place, every, hidden) for place in parts]
        in_all = _possible((ALL, row, column), every, hidden)
        truth = tuple(every[place] for place in parts)
        assert sum(truth) in in_all, "the reader's model holds the truth"
        assert all(count in held for count, held in zip(truth, possible, strict=True)), "here too"
        for number, place in enumerate(parts):
            if 0 < every[place] < 5:
                others = (tried for tried in product(*possible) if tried[number] != every[place])
                assert any(sum(tried) in in_all for tried in others), (place, every, hidden)


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
    (hidden,) = hidden_places([every])
    assert all(place in hidden for place, count in every.items() if 0 < count < 5 and place[0] != OUTSIDE)
    for election in (ALL, *ELECTIONS):
        for axis in (1, 2):
            for name in {place[axis] for place in every if place[0] == election}:
                line = [place for place in every if place[0] == election and place[axis] == name]
                held_back = [place for place in line if place in hidden]
                assert len(held_back) != 1 or len(line) == 1


@given(st.lists(st.lists(st.lists(st.integers(0, 7), min_size=3, max_size=3), min_size=2, max_size=2), max_size=3))
def test_no_row_of_one_table_tells_a_small_count_of_its_twin(grid):
    """Acts of one election by phase and by channel; a reader adds up a row here and a row there."""
    phases: dict[Place, int] = {}
    channels: dict[Place, int] = {}
    for r, row in enumerate(grid):
        for p, line in enumerate(row):
            for c, count in enumerate(line):
                if count:
                    by_phase, by_channel = ("2018", f"r{r}", f"p{p}"), ("2018", f"r{r}", f"c{c}")
                    phases[by_phase] = phases.get(by_phase, 0) + count
                    channels[by_channel] = channels.get(by_channel, 0) + count
    tables = [whole(cube(phases)), whole(cube(channels))]
    hidden = hidden_places(tables)
    for row_name in {place[1] for place in phases}:
        twins = [[place for place in table if place[:2] == ("2018", row_name)] for table in tables]
        if any(all(place in marks for place in row) for row, marks in zip(twins, hidden, strict=True)):
            continue  # a row of marks alone is left out
        _assert_no_small_count_follows(twins, tables, hidden)


def _assert_no_small_count_follows(
    twins: list[list[Place]], tables: list[dict[Place, int]], hidden: list[dict[Place, Hidden]]
) -> None:
    spots = [(number, place) for number, row in enumerate(twins) for place in row]
    possible = [_possible(place, tables[number], hidden[number])[:16] for number, place in spots]
    half = len(twins[0])
    fitting = [tried for tried in product(*possible) if sum(tried[:half]) == sum(tried[half:])]
    for at, (number, place) in enumerate(spots):
        if 0 < tables[number][place] < 5:
            assert len({tried[at] for tried in fitting}) > 1, (place, tables, hidden)


def test_the_result_of_an_outreach_keeps_to_the_same_limit():
    assert SMALLEST_GROUP == SMALLEST_PUBLISHED
