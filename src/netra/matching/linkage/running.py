"""From two sources to weighed pairs beside their records: prepared, weighed by an engine, and read back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import duckdb

from netra.matching.linkage.files import Source
from netra.matching.linkage.model import COUNTED_BESIDE, FROM_PROBABILITY, counted_columns, model_for
from netra.matching.linkage.preparing import Prepared, Regions, prepare

GAMMA = "gamma_"
PARTY_FILE, REGISTER_FILE, PAIRS_FILE = "party.parquet", "register.parquet", "pairs.parquet"


class Engine(Protocol):
    """`on_duckdb.weigh` or `on_spark.weigh`."""

    def __call__(
        self,
        lists: Mapping[str, Path],
        counts: Mapping[str, Path],
        settings: dict[str, Any],
        into: Path,
        *,
        memory: str,
        threshold: float,
    ) -> None: ...


@dataclass(frozen=True, slots=True)
class Pair:
    """An entry of the list beside somebody of the register: how probable alone, and how every comparison came out.

    `namesakes` is how many of the register bear that name; `owners` and `claims` how many people of the register and
    names of the list bear the NIK of the entry; `repeated` on how many lines the list has that NIK with that name;
    `common_region`: one in five of the register, or more, is there.
    """

    line: int
    name: str
    party: str
    ref: str
    person: str
    person_line: int
    probability: float
    levels: Mapping[str, int]
    namesakes: int
    owners: int
    claims: int
    repeated: int
    common_region: bool


def prepare_both(
    party: Source, register: Source, work: Path, *, regions: Regions, processes: int = 1
) -> tuple[Prepared, Prepared]:
    """The files of records of both. Raises UnreadableTable."""
    listed = prepare(party, work / PARTY_FILE, regions=regions, processes=processes)
    return listed, prepare(register, work / REGISTER_FILE, regions=regions, processes=processes)


def weigh_pairs(work: Path, people: int, settings: Mapping[str, Any], engine: Engine, *, memory: str) -> None:
    """Weigh what was prepared in a folder, beside a register of so many people."""
    model = model_for(people, settings)
    lists = {"party": work / PARTY_FILE, "register": work / REGISTER_FILE}
    counts = _count(work, counted_columns(settings))
    engine(lists, counts, model, work / PAIRS_FILE, memory=memory, threshold=FROM_PROBABILITY)


def _count(work: Path, columns: Mapping[str, float]) -> dict[str, Path]:
    """How often each value of a column occurs in both lists, smoothed for short ones; a file for each column."""
    files = {column: work / f"{column}.parquet" for column in columns}
    connection = duckdb.connect()
    try:
        connection.execute("SET enable_progress_bar = false")
        connection.execute("SET temp_directory = ?", [str(work / "count.temp")])
        for column, file in files.items():
            both = connection.read_parquet([str(work / PARTY_FILE), str(work / REGISTER_FILE)])
            filled = both.project(duckdb.ColumnExpression(column)).filter(duckdb.ColumnExpression(column).isnotnull())
            people = len(filled)
            shared = f"(count(*) + {COUNTED_BESIDE * columns[column]}) / {people + COUNTED_BESIDE}"
            filled.aggregate(f"{column}, {shared} AS tf_{column}", column).write_parquet(str(file))
    finally:
        connection.close()
    return files


_LISTED = """
WITH claimed AS (
    SELECT nik, count(DISTINCT name_sorted) AS claims FROM party WHERE nik IS NOT NULL GROUP BY 1
), listed AS (
    SELECT party.*, coalesce(claims, 0) AS claims,
           CASE WHEN nik IS NULL THEN 1 ELSE count(*) OVER (PARTITION BY nik, name_sorted) END AS repeated
    FROM party LEFT JOIN claimed USING (nik)
), near AS (
    SELECT * FROM pairs WHERE match_probability >= $least OR gamma_nik = $same_nik
), meant AS (
    SELECT * FROM register WHERE unique_id IN (SELECT unique_id_r FROM near)
), called AS (
    SELECT name_sorted, count(DISTINCT coalesce(ref, '') || '|' || coalesce(written, '')) AS namesakes
    FROM register SEMI JOIN meant USING (name_sorted) GROUP BY 1
), owned AS (
    SELECT nik, count(DISTINCT coalesce(ref, '') || '|' || coalesce(written, '')) AS owners
    FROM register SEMI JOIN meant USING (nik) GROUP BY 1
), there AS (
    SELECT region, count(*) * 5 >= (SELECT count(*) FROM register) AS common FROM register GROUP BY 1
)
SELECT near.*, listed.line, listed.written AS name, listed.party, meant.ref, meant.written AS person,
       meant.line AS person_line, coalesce(namesakes, 1) AS namesakes, coalesce(owners, 0) AS owners, claims, repeated,
       coalesce(there.common, false) AS common_region
FROM near
JOIN listed ON listed.unique_id = unique_id_l
JOIN meant ON meant.unique_id = unique_id_r
LEFT JOIN called ON called.name_sorted = meant.name_sorted
LEFT JOIN owned ON owned.nik = listed.nik
LEFT JOIN there ON there.region = meant.region
ORDER BY listed.line, match_probability DESC, person_line
"""
_SAME_NIK = 2


def pairs_of(work: Path, least: float) -> Iterator[Pair]:
    """The weighed pairs of a folder from a probability on, and all that share a NIK; entry by entry, the best first."""
    connection = duckdb.connect()
    try:
        connection.execute("SET enable_progress_bar = false")
        connection.execute("SET temp_directory = ?", [str(work / "read.temp")])
        for name, file in (("party", PARTY_FILE), ("register", REGISTER_FILE), ("pairs", PAIRS_FILE)):
            path = work / file
            connection.read_parquet(str(path / "*.parquet" if path.is_dir() else path)).create_view(name)
        asked = connection.execute(_LISTED, {"least": least, "same_nik": _SAME_NIK})
        columns = [column[0] for column in asked.description or ()]
        while rows := asked.fetchmany(1000):
            for row in rows:
                yield _pair(dict(zip(columns, row, strict=True)))
    finally:
        connection.close()


def _pair(row: Mapping[str, Any]) -> Pair:
    return Pair(
        line=row["line"],
        name=row["name"] or "",
        party=row["party"] or "",
        ref=row["ref"] or "",
        person=row["person"] or "",
        person_line=row["person_line"],
        probability=row["match_probability"],
        levels={name.removeprefix(GAMMA): outcome for name, outcome in row.items() if name.startswith(GAMMA)},
        namesakes=row["namesakes"],
        owners=row["owners"],
        claims=row["claims"],
        repeated=row["repeated"],
        common_region=row["common_region"],
    )
