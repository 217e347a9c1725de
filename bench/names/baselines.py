"""What simple methods find in the same run: the exact name, rapidfuzz, trigrams of PostgreSQL. All see names without titles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

import psycopg
from figures import Result, f1
from rapidfuzz import fuzz, process

from netra.matching.lookup import Attribute
from netra.matching.names import parse

Row = Mapping[str, str]
Scored = list[tuple[int, float]]
# What one agreeing attribute adds to a likeness between 0 and 1: enough to choose among namesakes.
PER_ATTRIBUTE = 0.05
_DEEP = 60


def plain(written: str) -> str:
    """A name in small letters without titles."""
    return " ".join(token.text for token in parse(written).tokens)


def exact(register: Sequence[str]) -> Callable[[str], Scored]:
    """The people whose plain name is the same, in the order of the register."""
    bearers: dict[str, list[int]] = {}
    for number, name in enumerate(register):
        bearers.setdefault(name, []).append(number)
    return lambda asked: [(number, 1.0) for number in bearers.get(asked, [])]


def fuzzy(register: Sequence[str], scorer: Callable[..., float]) -> Callable[[str], Scored]:
    """The most alike by a scorer of rapidfuzz."""
    return lambda asked: [
        (number, score / 100) for _name, score, number in process.extract(asked, register, scorer=scorer, limit=_DEEP)
    ]


@contextmanager
def trigrams(register: Sequence[str], database: str) -> Iterator[Callable[[str], Scored] | None]:
    """The most alike by pg_trgm, in a table that is gone afterwards; None where no PostgreSQL answers."""
    try:
        connection = psycopg.connect(database)
    except psycopg.OperationalError as error:
        print(f"pg_trgm was not measured: {error}")
        yield None
        return
    with connection:
        connection.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        connection.execute("CREATE TEMPORARY TABLE names (number int, name text)")
        with connection.cursor().copy("COPY names FROM STDIN") as copy:
            for number, name in enumerate(register):
                copy.write_row((number, name))
        query = (
            f"SELECT number, similarity(name, %(asked)s) AS alike FROM names ORDER BY alike DESC, number LIMIT {_DEEP}"
        )
        yield lambda asked: [(number, alike) for number, alike in connection.execute(query, {"asked": asked})]
        connection.rollback()


def answered(
    method: Callable[[str], Scored], register: Sequence[Row], rows: Sequence[Row], attributes: Sequence[Attribute]
) -> list[Result]:
    """The results of one method; "no one" is said below the score that gives it the best F1 on these very questions."""
    found = []
    for row in rows:
        scored = [
            (score + PER_ATTRIBUTE * _agreeing(row, register[number], attributes), number)
            for number, score in method(plain(row["nama"]))
        ]
        scored.sort(key=lambda each: -each[0])
        ranked = tuple(register[number]["rid"] for _score, number in scored[:10])
        right = "" if row["gold_rid"] == "NIL" else row["gold_rid"]
        found.append(Result(right, ranked, scored[0][0] if scored else 0.0, said_nobody=not scored))
    cuts = sorted({result.score for result in found})
    return max((_with_cut(found, cut) for cut in cuts), key=f1)


def _with_cut(results: Sequence[Result], cut: float) -> list[Result]:
    return [
        Result(result.right, result.ranked, result.score, said_nobody=result.score < cut or not result.ranked)
        for result in results
    ]


def _agreeing(row: Row, person: Row, attributes: Sequence[Attribute]) -> int:
    return sum(
        attribute.agreement(row.get(attribute.asked, ""), person.get(attribute.borne, "")) == "SAME"
        for attribute in attributes
    )


SCORERS = {"rapidfuzz ratio": fuzz.ratio, "rapidfuzz WRatio": fuzz.WRatio}
