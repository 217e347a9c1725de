"""Learns the weights of `netra.matching` from questions with answers, and prints the file that holds them.

    .venv/bin/python bench/names/learn.py DATA > src/netra/matching/data/coefficients.yaml

DATA is the folder with `register.csv` and `queries_2009_open.csv`. No name leaves it: what is printed are numbers.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fitting import PRIOR, fit
from questions import NOBODY_ANSWER, SETTINGS, learnable, lookup_of, read_rows

from netra.matching.lookup.model import NOBODY

HEAD = """\
# The weights of the lookup: logarithms of odds per feature (`lookup.features`), and of the answer "nobody".
# How they were obtained: `bench/names/learn.py` on a register of {people} candidates of 2014 and {questions} names of
# 2009, {nobody} of which are nobody of it, each asked in {settings} ways (from the name alone to all columns).
# Penalised conditional logit; each weight starts at `PRIOR` in `bench/names/fitting.py`, which is theory and judgement,
# and {still} of {weights} were hardly moved (by less than 0.02): these questions agree with them or say nothing.
# Only numbers are kept here; how rare a name is, is counted in the register at hand.
weights:"""


def main(data: Path) -> None:
    """Fit on all questions and print the YAML."""
    register, rows = read_rows(data / "register.csv"), read_rows(data / "queries_2009_open.csv")
    lookup = lookup_of(register)
    questions = [question for of_row in learnable(lookup, rows) for question in of_row]
    met = {NOBODY, *(name for question in questions for features in question.candidates for name in features)}
    weights = fit(questions, lookup.index.size()).weights
    nobody = sum(row["gold_rid"] == NOBODY_ANSWER for row in rows)
    still = sum(abs(weights[name] - start) < 0.02 for name, (start, _spread) in PRIOR.items())
    head = HEAD.format(
        people=len(register),
        questions=len(rows),
        nobody=nobody,
        settings=len(SETTINGS),
        still=still,
        weights=len(PRIOR),
    )
    print(head)
    for name in PRIOR:
        print(f"  {name}: {weights[name]:.3f}{'' if name in met else '  # judgement: no question met it'}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
