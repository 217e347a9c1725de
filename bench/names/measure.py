"""How well people are found by the names that others write, beside simple methods in the same run.

    .venv/bin/python bench/names/measure.py DATA --database postgresql://postgres@127.0.0.1:5432/postgres

DATA is a folder with `register.csv` and `queries_2009_open.csv` (questions with answers). Every question is answered by
weights that were learned without it (ten parts); the simple methods choose their threshold on the questions themselves.
Nothing is printed but figures.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from baselines import SCORERS, Scored, answered, exact, fuzzy, plain, trigrams
from figures import FIGURES, Result, calibration, confirmable_line, row_of
from fitting import fit
from questions import NOBODY_ANSWER, SETTINGS, Row, attributes_of, folds, learnable, lookup_of, read_rows

from netra.matching.lookup import Decision, Lookup
from netra.matching.lookup.model import Model, learned_model


@dataclass(frozen=True, slots=True)
class Bench:
    """The register, the questions, for each question the weights learned without it, and the simple methods."""

    register: Sequence[Row]
    rows: Sequence[Row]
    lookup: Lookup
    models: Sequence[Model]
    methods: Mapping[str, Callable[[str], Scored]]


def main(words: Sequence[str] | None = None) -> None:
    """Read, learn per fold, answer, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--database", default="postgresql://postgres@127.0.0.1:5432/postgres")
    options = parser.parse_args(words)
    register, rows = read_rows(options.data / "register.csv"), read_rows(options.data / "queries_2009_open.csv")
    started = time.perf_counter()
    lookup = lookup_of(register)
    took, nobody = time.perf_counter() - started, sum(row["gold_rid"] == NOBODY_ANSWER for row in rows)
    print(
        f"{len(register):,} people, read and indexed in {took:.1f} s; {len(rows)} questions, {nobody} about none of them."
    )
    models = models_without(lookup, rows)
    names = [plain(row["nama"]) for row in register]
    methods = {"exact": exact(names)} | {title: fuzzy(names, scorer) for title, scorer in SCORERS.items()}
    with trigrams(names, options.database) as trigram:
        if trigram is not None:
            methods["pg_trgm"] = trigram
        for setting, columns in SETTINGS.items():
            report(Bench(register, rows, lookup, models, methods), setting, columns)


def report(bench: Bench, setting: str, columns: Sequence[str]) -> None:
    """The tables of one setting."""
    print(f"\n## {setting}{': ' + ', '.join(columns) if columns else ''}\n")
    print(f"| method | {' | '.join(FIGURES)} |\n|---|{'---|' * len(FIGURES)}")
    for title, method in bench.methods.items():
        print(row_of(title, answered(method, bench.register, bench.rows, attributes_of(columns))))
    started = time.perf_counter()
    crossed = [ask(bench.lookup, columns, row, model) for row, model in zip(bench.rows, bench.models, strict=True)]
    each = (time.perf_counter() - started) / len(bench.rows)
    print(row_of("**netra**, cross-validated", crossed))
    print(row_of("netra, as shipped", [ask(bench.lookup, columns, row, learned_model()) for row in bench.rows]))
    print("\n" + "\n".join(calibration(crossed)))
    print(f"\n{confirmable_line(crossed)} {each * 1000:.0f} ms per question.")


def models_without(lookup: Lookup, rows: Sequence[Row]) -> list[Model]:
    """For each question the weights learned from the parts it is not in."""
    questions = learnable(lookup, rows)
    models: list[Model | None] = [None] * len(rows)
    for held_out in folds(len(rows)):
        rest = set(range(len(rows))) - set(held_out)
        model = fit([question for number in sorted(rest) for question in questions[number]], lookup.index.size())
        for number in held_out:
            models[number] = model
    return [model for model in models if model is not None]


def ask(lookup: Lookup, columns: Sequence[str], row: Row, model: Model) -> Result:
    """One question, answered as `netra match` answers it."""
    answer = Lookup(lookup.index, attributes_of(columns), model).match(row["nama"], row)
    return Result(
        right="" if row["gold_rid"] == NOBODY_ANSWER else row["gold_rid"],
        ranked=tuple(candidate.person.ref for candidate in answer.ranked),
        score=answer.ranked[0].probability if answer.ranked else 0.0,
        said_nobody=answer.decision is Decision.NONE,
        confirmable=answer.decision is Decision.CONFIRMABLE,
    )


if __name__ == "__main__":
    main()
