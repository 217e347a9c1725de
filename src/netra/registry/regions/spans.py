"""One row of `data/regions.csv`, and how the file is read."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """One name of one code, and the first and last edition that print it."""

    code: str
    first_edition: int
    last_edition: int
    name: str


def read_spans(lines: Sequence[str]) -> list[Span]:
    """The rows of the compact file, header included in `lines`."""
    return [
        Span(row["code"], int(row["first_edition"]), int(row["last_edition"]), row["name"])
        for row in csv.DictReader(lines)
    ]
