"""The register and the questions with answers, read where they lie, and the numbers the weights are learned from."""

from __future__ import annotations

import csv
import random
from collections.abc import Mapping, Sequence
from pathlib import Path

from fitting import Question

from netra.matching.lookup import Attribute, Lookup, kind_of, memory_lookup
from netra.matching.lookup.features import attribute_features
from netra.matching.lookup.model import Model
from netra.matching.names import parse

Row = Mapping[str, str]
NOBODY_ANSWER = "NIL"
# What may be looked at beside the name, from nothing to all that both files of 2009 have.
SETTINGS: Mapping[str, tuple[str, ...]] = {
    "name only": (),
    "party and constituency": ("partai", "dapil"),
    "everything in both files": ("partai", "dapil", "tahun_lahir", "lembaga", "jk"),
}
FOLDS = 10
_BLANK = Model({"nobody": 0.0})


def read_rows(path: Path) -> list[Row]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def attributes_of(columns: Sequence[str]) -> tuple[Attribute, ...]:
    """The attributes of columns that bear one name in both files."""
    return tuple(Attribute(column, column, kind_of(column)) for column in columns)


def lookup_of(register: Sequence[Row]) -> Lookup:
    """The register with everything counted that any setting looks at."""
    columns = sorted({column for columns in SETTINGS.values() for column in columns})
    return memory_lookup(register, ref="rid", name="nama", attributes=attributes_of(columns))


def learnable(lookup: Lookup, rows: Sequence[Row]) -> list[list[Question]]:
    """Of each row one question per setting, weighing together as one; [] where the right person was not looked at."""
    found: list[list[Question]] = []
    bare = Lookup(lookup.index, ())
    for row in rows:
        compared = bare.compare(parse(row["nama"]), {}, _BLANK)
        refs = [each.person.ref for each in compared]
        answer = row["gold_rid"]
        if answer != NOBODY_ANSWER and answer not in refs:
            found.append([])
            continue
        right = None if answer == NOBODY_ANSWER else refs.index(answer)
        of_row = []
        for columns in SETTINGS.values():
            attributes = attributes_of(columns)
            features = [
                {**each.features, **attribute_features(row, each.person, attributes, lookup.index)} for each in compared
            ]
            of_row.append(Question(features, right, 1 / len(SETTINGS)))
        found.append(of_row)
    return found


def folds(count: int, seed: int = 2009) -> list[list[int]]:
    """The numbers of the questions in as many parts as there are folds; the same each time."""
    order = list(range(count))
    random.Random(seed).shuffle(order)
    return [order[fold::FOLDS] for fold in range(FOLDS)]
