"""Make `data/regions.csv` from the full published lists: one row per code and name, with the editions it was in.

    python -m netra.registry.regions.compact FULL.csv > src/netra/registry/data/regions.csv

The full list has one row per edition and code (`edition,kode,level,nama`). Names that differ only in capitals, blanks
or the abbreviation of Kabupaten are one name, kept in its newest spelling. A district that is called the same in every
edition so takes one row instead of five.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from netra.registry.regions.names import RegionKind, key_of, kind_in, kind_of
from netra.registry.regions.spans import Span

HEADER = ("code", "first_edition", "last_edition", "name")
_WRITTEN = {RegionKind.REGENCY: "Kabupaten", RegionKind.CITY: "Kota"}
_LEFT_IN_CAPITALS = {"DKI": "DKI", "DI": "DI"}


def full_name(code: str, printed: str) -> str:
    """The name as today's lists write it: "KAB. MUARO JAMBI" becomes "Kabupaten Muaro Jambi"."""
    name = " ".join(printed.split())
    if not name.isupper() or code.count(".") == 2:
        return name
    if all(len(part) == 1 for part in name.split()):
        name = name.replace(" ", "")
    kind = kind_of(code, name)
    _, bare = kind_in(name) if kind in _WRITTEN else (None, name)
    words = " ".join(_LEFT_IN_CAPITALS.get(word, word.title()) for word in bare.split())
    return f"{_WRITTEN[kind]} {words}" if kind in _WRITTEN else words


def _comparable(code: str, name: str) -> str:
    return key_of(kind_in(name)[1]) if code.count(".") == 1 else key_of(name)


def compact(rows: Iterable[dict[str, str]]) -> Iterator[Span]:
    """The spans of all codes, in order of code and edition."""
    ordered = sorted(rows, key=lambda row: (row["kode"], int(row["edition"])))
    for code, of_code in groupby(ordered, key=lambda row: row["kode"]):
        for _, same in groupby(of_code, key=lambda row: _comparable(code, row["nama"])):
            printed = list(same)
            yield Span(
                code,
                int(printed[0]["edition"]),
                int(printed[-1]["edition"]),
                full_name(code, printed[-1]["nama"]),
            )


def main(source: str) -> None:
    with Path(source).open(encoding="utf-8-sig", newline="") as file:
        spans = list(compact(csv.DictReader(file)))
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows((span.code, span.first_edition, span.last_edition, span.name) for span in spans)


if __name__ == "__main__":
    main(sys.argv[1])
