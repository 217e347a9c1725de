"""A party list against a register, on DuckDB and on Spark with the same model: what is found, how long, how much memory.

    .venv/bin/python bench/linkage.py --register 100000 --party 20000
    .venv/bin/python bench/linkage.py --register 4700000 --party 1000000 --memory 12GB --spark

Makes both lists of invented people, so that who is whom is known; every step runs in a process of its own, whose memory
(with that of its children) is looked at four times a second. `--spark` needs pyspark and Java, and says whether both
engines gave the same pairs.
"""

from __future__ import annotations

import argparse
import csv
import multiprocessing
import os
import resource
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as parquet
from linkage_people import PARTY, REGISTER, write_lists

from netra.cli.linking import region_code
from netra.matching.linkage.files import open_source
from netra.matching.linkage.model import levels, read_model
from netra.matching.linkage.review import LISTED_FROM, review
from netra.matching.linkage.running import PAIRS_FILE, pairs_of, prepare_both, weigh_pairs
from netra.matching.lookup import Decision
from netra.registry.regions import region_index

SEED = 2026
SHARE = 0.01
FOUND = "found.md"
_SAMPLED = 0.25


def main(words: Sequence[str] | None = None) -> None:
    """Make, prepare, weigh, compare with the truth, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--register", type=int, default=100_000)
    parser.add_argument("--party", type=int, default=20_000)
    parser.add_argument("--memory", default="8GB")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--spark", action="store_true")
    parser.add_argument("--work", type=Path, default=None)
    options = parser.parse_args(words)
    with tempfile.TemporaryDirectory(prefix="netra-bench-", dir=options.work) as work:
        measure(Path(work), options)


def measure(work: Path, options: argparse.Namespace) -> None:
    """One row for every step, then what was found."""
    print(f"{options.register:,} people, a list of {options.party:,}, of whom {SHARE:.0%} are in the register\n")
    print("| step | s | of processors s | peak MB |\n|---|---:|---:|---:|")
    write_lists(work, options.register, options.party, share=SHARE, seed=SEED, codes=_codes())
    _step("names and numbers read", _prepare, work, options.processes)
    _step("weighed by DuckDB", _weigh, work, "duckdb", options.memory)
    if options.spark:
        _step("weighed by Spark", _weigh, work, "spark", options.memory)
    _step("list made", _review, work)
    print((work / FOUND).read_text(encoding="utf-8"))
    if options.spark:
        _compare(work)


def _step(said: str, act: Callable[..., None], *given: Any) -> None:
    """Run a step alone and print how long it took and how much memory it and its children held at once."""
    process = multiprocessing.get_context("spawn").Process(target=act, args=given)
    peak, over = [0], threading.Event()
    started, worked = time.perf_counter(), _worked()
    process.start()

    def look() -> None:
        while not over.wait(_SAMPLED):
            peak[0] = max(peak[0], _held(process.pid or 0))

    looking = threading.Thread(target=look)
    looking.start()
    process.join()
    took = time.perf_counter() - started
    over.set()
    looking.join()
    if process.exitcode:
        raise SystemExit(f"{said}: failed")
    print(f"| {said} | {took:.0f} | {_worked() - worked:.0f} | {peak[0] / 1e6:.0f} |", flush=True)


def _worked() -> float:
    """The seconds that the processors spent on what was run below this process; on a shared machine the truer figure."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def _held(root: int) -> int:
    """The bytes in memory of a process and all below it (Linux)."""
    parents, sizes = {}, {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            sizes[int(folder.name)] = int((folder / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        except (OSError, IndexError):
            continue
    family = {root}
    while more := {child for child, parent in parents.items() if parent in family} - family:
        family |= more
    return sum(sizes.get(one, 0) for one in family)


def _prepare(work: Path, processes: int) -> None:
    party, register = open_source(work / PARTY), open_source(work / REGISTER)
    prepare_both(party, register, work, regions=region_code, processes=processes)


def _weigh(work: Path, engine: str, memory: str) -> None:
    weigh = import_module(f"netra.matching.linkage.on_{engine}").weigh
    people = parquet.ParquetFile(work / "register.parquet").metadata.num_rows
    weigh_pairs(work, people, read_model(), weigh, memory=memory)
    (work / PAIRS_FILE).rename(work / f"{engine}.parquet")


def _review(work: Path) -> None:
    """What an officer would get, beside the truth."""
    (work / PAIRS_FILE).symlink_to(work / "duckdb.parquet")
    party, register = _truths(work / PARTY), _truths(work / REGISTER)
    there = set(register)
    wanted = {line for line, truth in enumerate(party, start=2) if truth in there}
    listed = confirmable = right = first_right = right_confirmable = 0
    for entry in review(pairs_of(work, LISTED_FROM), levels(read_model())):
        meant = [register[one.pair.person_line - 2] == party[entry.line - 2] for one in entry.suggested]
        listed += 1
        right += any(meant)
        first_right += meant[0]
        if entry.decision is Decision.CONFIRMABLE:
            confirmable += 1
            right_confirmable += meant[0]
    share, sure = len(wanted) or 1, confirmable or 1
    (work / FOUND).write_text(
        f"\n{len(wanted)} of the list are in the register.\n\n| | lines | recall | precision |\n|---|---:|---:|---:|\n"
        f"| to be reviewed, the first of whom is right | {listed} | {first_right / share:.4f} | {first_right / (listed or 1):.4f} |\n"
        f"| to be reviewed, one of ten is right | {listed} | {right / share:.4f} | |\n"
        f"| CONFIRMABLE | {confirmable} | {right_confirmable / share:.4f} | {right_confirmable / sure:.4f} |\n",
        encoding="utf-8",
    )


def _truths(file: Path) -> list[int]:
    with file.open(encoding="utf-8", newline="") as stream:
        return [int(row["truth"]) for row in csv.DictReader(stream)]


def _compare(work: Path) -> None:
    connection = duckdb.connect()
    connection.execute("SET enable_progress_bar = false")
    for name, files in (("one", work / "duckdb.parquet"), ("other", work / "spark.parquet" / "*.parquet")):
        connection.read_parquet(str(files)).create_view(name)
    asked = connection.execute(
        "SELECT count(*), count(one.unique_id_l), count(other.unique_id_l), "
        "count(*) FILTER (one.unique_id_l IS NOT NULL AND other.unique_id_l IS NOT NULL), "
        "max(abs(one.match_probability - other.match_probability)) "
        "FROM one FULL JOIN other USING (unique_id_l, unique_id_r)"
    )
    _all, duck, spark, both, apart = asked.fetchall()[0]
    print(f"\npairs by DuckDB {duck}, by Spark {spark}, by both {both}; probabilities at most {apart:.1e} apart")


def _codes() -> list[str]:
    index = region_index()
    newest = index.editions[-1]
    provinces = index.below("", edition=newest)
    return [regency.code for province in provinces for regency in index.below(province.code, edition=newest)]


if __name__ == "__main__":
    main()
