"""What the law room answers to everything: conduct × phase × employment × kind of election × day.

`golden/permutations.csv` is the engine's own answer and proves nothing by itself. After a change of law
`python -m netra.law.tests.permutations` writes it anew, and the difference in version control is what people review.
The lines that were read by hand from the texts are `READ_BY_HAND` in `test_permutations.py`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from netra.law.assess import assess
from netra.law.conducts import CONDUCTS
from netra.law.vocabulary import ElectionKind, Phase

GOLDEN = Path(__file__).parent / "golden" / "permutations.csv"
HEADER = (
    *("conduct", "phase", "employment", "election_kind", "act_date"),
    *("category", "level_floor", "level_ceiling", "needs_review", "forms"),
)
EMPLOYMENTS = ("PNS", "PPPK", "VILLAGE_HEAD", "STATE_OFFICIAL")
# One day in each period between two changes of law; decided on the day itself, so that the regime is settled.
DAYS = (
    *("2015-06-01", "2017-09-01", "2018-05-01", "2019-02-01", "2020-10-15", "2021-10-01"),
    *("2022-12-01", "2023-12-01", "2024-09-10", "2025-01-15", "2026-05-01"),
)


def rows() -> Iterator[tuple[str, ...]]:
    """Every permutation with its answer, in a fixed order."""
    for conduct, phase, employment, kind, day in product(CONDUCTS, Phase, EMPLOYMENTS, ElectionKind, DAYS):
        answer = assess(
            {
                "id": "permutasi",
                "act_date": day,
                "decision_date": day,
                "conduct": conduct,
                "phase": phase.value,
                "employment": employment,
                "election_kind": kind.value,
            }
        )
        forms = " ".join(f"{row['form']}/{row['era']}" for row in answer["forms"])
        outcome = (answer["category"], answer["level_floor"] or "", answer["level_ceiling"] or "")
        review = "ya" if answer["needs_review"] else "tidak"
        yield (conduct, phase.value, employment, kind.value, day, *outcome, review, forms)


def as_csv() -> str:
    """The table as text, one permutation per line."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows(rows())
    return text.getvalue()


if __name__ == "__main__":
    GOLDEN.write_text(as_csv(), encoding="utf-8")
