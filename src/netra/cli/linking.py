"""What `netra link` runs once the extra is known to be there: both lists read, pairs weighed, the list written."""

from __future__ import annotations

import csv
import os
import re
import sys
from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path

import duckdb

from netra.cli.instance import InstanceError, enter
from netra.cli.link import DATABASE
from netra.matching.linkage.files import Source, open_source, source_of_rows
from netra.matching.linkage.model import levels, read_model
from netra.matching.linkage.review import LISTED_FROM, review
from netra.matching.linkage.running import pairs_of, prepare_both, weigh_pairs
from netra.matching.linkage.telling import NOTICE, as_json, as_text, rows
from netra.registry.regions import Found, region_index
from netra.registry.wording import without_formula

ANSWERED, SOME_UNREADABLE = 0, 1
_REGENCY = 5


def run(options: Namespace, work: Path) -> int:
    """0: every row was compared; 1: some could not be. Raises UnreadableTable."""
    register = _database(options) if options.register == DATABASE else open_source(options.register)
    listed, people = prepare_both(
        open_source(options.file), register, work, regions=region_code, processes=options.processes
    )
    for complaint in [*listed.complaints, *people.complaints]:
        print(f"netra link: {complaint}", file=sys.stderr)
    settings = read_model()
    engine = import_module(f"netra.matching.linkage.on_{options.engine}").weigh
    try:
        weigh_pairs(work, people.count, settings, engine, memory=options.memory)
        entries = list(review(pairs_of(work, LISTED_FROM), levels(settings)))
    except (duckdb.OutOfMemoryException, duckdb.IOException) as error:
        raise InstanceError(
            "Memori atau ruang disk tidak cukup untuk membandingkan kedua daftar. Sebut memori yang lebih besar dengan "
            "--memory, atau folder sementara di disk yang lebih lapang dengan --work. Tidak ada yang tersimpan."
        ) from error
    if options.csv:
        _write(options.csv, rows(entries, listed))
        print(f"{NOTICE}\n\n{len(entries)} baris untuk diperiksa ditulis ke {options.csv}.")
    else:
        print((as_json if options.json else as_text)(entries, listed, people))
    return ANSWERED if listed.whole and people.whole else SOME_UNREADABLE


def region_code(written: str) -> str:
    """The present code of the province or regency that is meant; nothing where that is unknown or several."""
    dotted = re.sub(r"^(\d\d)(\d\d)(\d\d)?(\d{4})?$", r"\1.\2", written)
    found = region_index().named(dotted)
    return found.code[:_REGENCY] if isinstance(found, Found) else ""


def _database(options: Namespace) -> Source:
    enter(demo=options.demo)
    import_module("netra.cli.inside.tables").require_tables()
    import_module("netra.cli.inside.comparing").tell(options.file)
    people: Iterator[dict[str, str]] = import_module("netra.registry.queries").people_to_compare(on=date.today())
    return source_of_rows("register instans ini", people)


def _write(path: Path, told: Iterator[tuple[str, ...]]) -> None:
    """A file that only its owner can read, as it holds personal data."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows([without_formula(cell) for cell in row] for row in told)
