"""What may be published without pointing at a person, even to somebody who computes and who kept every older month.

A count of 1 to 4 is hidden. These ways lead back to it, and all are closed:

* A total that is known from elsewhere: where a row or a column has exactly one hidden count, its smallest other count
  is hidden too. No totals of rows or columns are published.
* A whole beside its parts: the counts of all elections and of each are published side by side.
* A table beside another that counts the same in other columns: a row has the same sum in both, and a column of one may
  be the sum of columns of the other (`tables.CROSSING`).
* A month beside another. 12 in October and 13 in November say that one was added: the 1 that no table of November
  would have shown. So a count that moved by 1 to 4, up or down, against any publication that showed it, is hidden
  until it has moved by five or not at all.
* What is added up in one month and compared with another: 14 = `<5` + `×` in October, then 6 and 10 in November. Who
  holds that counts only grow reads that the `×` was at most 10, so the `<5` was 4.

For the last three a reader is played (`reader.Reader`) who has every publication at once, adds up every sum, knows what
the marks say (`<5` is 1 to 4, `×` is not) and of every count that only grew that it did. Where a hidden count of any
month is left with one value, the smallest figure of the new month from which it follows is hidden, and the reader
starts again. Hiding the whole row always ends this: it tells nothing, and what was published before was safe. ADR 12
tells how an attacker would go about it.

A row that is all hidden is left out (`tables.tabled`): marks alone may fit only one set of counts, as four of `<5` that
make up one `<5` beside them. Which columns there are never follows from the figures: a table that changed its shape
would tell what moved.

Not closed: how many of two hidden counts together moved, where their sum is shown; and what somebody knows who was
there. The reader narrows count by count and tries no combinations.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import TypeVar

from netra.insight.reader import Range, Reader
from netra.insight.tables import ALL, CROSSING, OUTSIDE, Cell, Cube, Hidden, Place, whole

SMALLEST_PUBLISHED = 5

Each = TypeVar("Each", int, Hidden)
# The number of a table among those published together, and a place in it.
Spot = tuple[int, Place]
Counts = Mapping[Spot, int]
# A count of one publication, by their order in time, or how far it moved from one to another.
Dated = tuple[tuple[int, ...], Spot]


@dataclass(frozen=True, slots=True)
class Told:
    """One publication of tables that are published together: what was counted, and which of it was hidden and how."""

    counts: Sequence[Mapping[Place, int]]
    hidden: Sequence[Mapping[Place, Hidden]]


@dataclass(frozen=True, slots=True)
class History:
    """What was published before and, where a month is made up for, after the one that is being made, in order."""

    before: Sequence[Told] = ()
    after: Sequence[Told] = ()


NOTHING_YET = History()


def is_small(count: float) -> bool:
    """Whether a count would point at people."""
    return 0 < count < SMALLEST_PUBLISHED


def published(cubes: Sequence[Cube], history: History = NOTHING_YET) -> list[dict[Place, Cell]]:
    """The cells of these cubes for the public. Cubes given together count the same in the same rows."""
    counts = [whole(cube) for cube in cubes]
    marks = hidden_places(counts, history)
    return [{**shown, **hidden} for shown, hidden in zip(counts, marks, strict=True)]


def hidden_places(tables: Sequence[Mapping[Place, int]], history: History = NOTHING_YET) -> list[dict[Place, Hidden]]:
    """Which counts of each table to hide, and how they are marked.

    A table holds every part and, under ALL, their sums; all tables hold the same in other columns.
    """
    now, present = _spots(tables), len(history.before)
    books = [*map(_Book.of, history.before), _Book(now, _small_ones(now)), *map(_Book.of, history.after)]
    for spot in _moved_little(now, books, present):
        books[present].hidden.setdefault(spot, Hidden.OTHER)
    lines, rows = _lines(now), [book.by_row() for book in books]
    hidden, unread = books[present].hidden, set(rows[present])
    while unread:
        row = min(unread)
        further = _beside_a_lone_one(lines, now, hidden) or _given_away(_pages(rows, row), present)
        for spot in further:
            hidden[spot] = rows[present][spot[1][1]].hidden[spot] = Hidden.OTHER
            unread.add(spot[1][1])
        if not further:
            unread.remove(row)
    return [{place: mark for (at, place), mark in hidden.items() if at == number} for number in range(len(tables))]


@dataclass(slots=True)
class _Book:
    """A publication as a reader and its maker have it."""

    counts: dict[Spot, int]
    hidden: dict[Spot, Hidden]

    @classmethod
    def of(cls, told: Told) -> _Book:
        return cls(_spots(told.counts), _spots(told.hidden))

    def shows(self, spot: Spot) -> bool:
        """Whether it gives a figure other than nothing there."""
        return spot in self.counts and spot not in self.hidden and spot[1][0] != OUTSIDE

    def by_row(self) -> dict[str, _Book]:
        rows: dict[str, _Book] = defaultdict(lambda: _Book({}, {}))
        for spot, count in self.counts.items():
            rows[spot[1][1]].counts[spot] = count
        for spot, mark in self.hidden.items():
            rows[spot[1][1]].hidden[spot] = mark
        return dict(rows)

    def ranges(self) -> Iterator[tuple[Spot, Range]]:
        """What a reader holds possible for each count."""
        for spot, count in self.counts.items():
            if spot[1][0] == OUTSIDE:
                yield spot, (0, inf)
            elif spot not in self.hidden:
                yield spot, (count, count)
            elif self.hidden[spot] is Hidden.SMALL:
                yield spot, (1, SMALLEST_PUBLISHED - 1)
            else:
                # Somebody who knows this code knows that a cross stands for a count that is not small.
                yield spot, (SMALLEST_PUBLISHED, inf)

    def secrets(self) -> Iterator[Spot]:
        """What nobody may be certain of."""
        for spot, count in self.counts.items():
            if spot in self.hidden or (spot[1][0] == OUTSIDE and is_small(count)):
                yield spot


def _spots(tables: Sequence[Mapping[Place, Each]]) -> dict[Spot, Each]:
    return {(number, place): each for number, table in enumerate(tables) for place, each in table.items() if each}


def _small_ones(counts: Counts) -> dict[Spot, Hidden]:
    return {spot: Hidden.SMALL for spot, count in counts.items() if is_small(count) and spot[1][0] != OUTSIDE}


def _moved_little(counts: Counts, books: Sequence[_Book], present: int) -> Iterator[Spot]:
    """Counts whose difference from a figure that was shown would point at people."""
    others = [book for number, book in enumerate(books) if number != present]
    for spot, count in counts.items():
        if any(book.shows(spot) and is_small(abs(count - book.counts[spot])) for book in others):
            yield spot


def _lines(spots: Iterable[Spot]) -> list[list[Spot]]:
    """The rows and columns that are published."""
    lines: dict[tuple[int, str, str, str], list[Spot]] = defaultdict(list)
    for table, (election, row, column) in spots:
        if election != OUTSIDE:
            lines[table, election, "row", row].append((table, (election, row, column)))
            lines[table, election, "column", column].append((table, (election, row, column)))
    return list(lines.values())


def _beside_a_lone_one(lines: Iterable[list[Spot]], counts: Counts, hidden: Mapping[Spot, Hidden]) -> set[Spot]:
    """The counts to hide beside the only hidden one of a row or column; none when there is no such line."""
    further = set()
    for line in lines:
        shown = [spot for spot in line if spot not in hidden]
        if len(line) - len(shown) == 1 and shown:
            further.add(min(shown, key=lambda spot: (counts[spot], spot)))
    return further


def _sums(spots: Iterable[Spot]) -> Iterator[list[tuple[int, Spot]]]:
    """Terms that add up to nothing: a count of all elections less its parts, a row less the same one beside it."""
    wholes: dict[tuple[int, str, str], list[tuple[int, Spot]]] = defaultdict(list)
    twins: dict[tuple[str, str], dict[int, list[Spot]]] = defaultdict(lambda: defaultdict(list))
    for table, (election, row, column) in spots:
        spot = (table, (election, row, column))
        wholes[table, row, column].append((-1 if election == ALL else 1, spot))
        if election != OUTSIDE:
            twins[election, row][table].append(spot)
    yield from wholes.values()
    for tables in twins.values():
        for table in tables:
            if table:
                yield [*((1, spot) for spot in tables[table]), *((-1, spot) for spot in tables[0])]


def _crossed_sums(spots: Iterable[Spot]) -> Iterator[list[tuple[int, Spot]]]:
    """Terms that add up to nothing too: what is crossed in a column less that column, where both were published."""
    sums: dict[tuple[str, str, str], list[tuple[int, Spot]]] = defaultdict(list)
    for table, (election, row, column) in spots:
        crossed = CROSSING in column
        for part in column.split(CROSSING):
            sums[election, row, part].append((1 if crossed else -1, (table, (election, row, column))))
    yield from (terms for terms in sums.values() if len({sign for sign, _spot in terms}) > 1)


def _pages(rows: Sequence[Mapping[str, _Book]], row: str) -> dict[int, _Book]:
    """One row in every publication that says something there and something else than the one before."""
    pages: dict[int, _Book] = {}
    for number, book in ((number, books[row]) for number, books in enumerate(rows) if row in books):
        if any(map(book.shows, book.counts)) and book not in list(pages.values())[-1:]:
            pages[number] = book
    return pages


def _given_away(pages: Mapping[int, _Book], present: int) -> set[Spot]:
    """The counts of the present month to hide so that no month gives one of this row away; none when none does."""
    if present not in pages:
        return set()
    reader = _reader(pages)
    secrets = (((number,), spot) for number, page in pages.items() for spot in page.secrets())
    certain = [secret for secret in secrets if reader.is_certain(secret)]
    follow_from = ([spot for numbers, spot in reader.reasons(secret) if numbers == (present,)] for secret in certain)
    return {spot for reasons in follow_from if (spot := _nearest(reasons, pages[present])) is not None}


def _reader(pages: Mapping[int, _Book]) -> Reader[Dated]:
    """Somebody who has one row of these publications."""
    ranges: dict[Dated, Range] = {}
    sums: list[list[tuple[int, Dated]]] = []
    for number, page in pages.items():
        ranges |= {((number,), spot): known for spot, known in page.ranges()}
        sums += _dated_sums((number,), page.counts)
    for before, after in zip(pages, list(pages)[1:], strict=False):
        earlier, later = _told_in_both(pages[before].counts, pages[after].counts)
        for spot in (spots := {**earlier, **later}):
            # Whoever holds that a count only grows is not always wrong.
            ranges[(before, after), spot] = (0 if earlier.get(spot, 0) <= later.get(spot, 0) else -inf, inf)
            moved: list[tuple[int, Dated]] = [(-1, ((before, after), spot))]
            moved += [(1, ((after,), spot))] if spot in later else []
            moved += [(-1, ((before,), spot))] if spot in earlier else []
            sums.append(moved)
        sums += _dated_sums((before, after), spots)
    return Reader(ranges, sums)


def _told_in_both(earlier: Counts, later: Counts) -> tuple[Counts, Counts]:
    """Without the tables that one of two publications did not have; those of one row have all of it or nothing."""
    tables = {table for table, _place in earlier} & {table for table, _place in later}
    told = [{spot: count for spot, count in counts.items() if spot[0] in tables} for counts in (earlier, later)]
    return told[0], told[1]


def _dated_sums(numbers: tuple[int, ...], spots: Collection[Spot]) -> list[list[tuple[int, Dated]]]:
    return [[(sign, (numbers, spot)) for sign, spot in terms] for terms in (*_sums(spots), *_crossed_sums(spots))]


def _nearest(reasons: Sequence[Spot], book: _Book) -> Spot | None:
    """The figure to hide: the smallest among the reasons, a part before a whole.

    Where only marks give it away, they go too: a row of an election that is all hidden is not printed.
    """
    printed_beside = {(table, place[0]) for table, place in reasons}
    for among in (
        [spot for spot in reasons if book.shows(spot)],
        [spot for spot in book.counts if book.shows(spot) and (spot[0], spot[1][0]) in printed_beside],
    ):
        if among:
            return min(among, key=lambda spot: (spot[1][0] == ALL, book.counts[spot], spot))
    return None
