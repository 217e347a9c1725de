"""The trail from the command line: check it, write it out, close a day."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path

from django.db import DatabaseError
from django.utils import timezone

from netra.cli.instance import InstanceError
from netra.trust.trail import (
    TrailCheck,
    close_day,
    export_lines,
    proven,
    unknown_chains,
    verify_database,
    verify_export_file,
)

FAULTY = 1


def verify(options: Namespace) -> int:
    """Check an exported file or the database; every fault is a line, and one fault makes the result 1."""
    known_roots = dict(options.known_root)
    if options.file is None:
        check = _verify_here(known_roots)
    else:
        check = verify_export_file(options.file, known_roots=known_roots)
    for problem in check.problems:
        place = f"{problem.chain} nomor {problem.seq}: " if problem.chain else ""
        print(f"{problem.code}  {place}{problem.message}")
    counted = f"{check.events} peristiwa, {check.chains} rantai, {check.roots} akar harian diperiksa"
    if check.ok:
        print(f"{_found_whole(check)}: {counted}.")
        print(*proven(check), sep="\n")
        if check.events and not known_roots and check.file != "chains":
            print("Akar yang dahulu dicetak atau diumumkan dibandingkan dengan pilihan --known-root HARI=AKAR.")
        return 0
    print(f"TIDAK UTUH: {len(check.problems)} temuan; {counted}.")
    return FAULTY


def _found_whole(check: TrailCheck) -> str:
    if not check.events:
        return "Tidak ada yang diperiksa"
    return "Utuh" if check.published else "Tidak ditemukan perubahan"


def _verify_here(known_roots: Mapping[date, str]) -> TrailCheck:
    try:
        return verify_database(known_roots=known_roots, on=timezone.localdate())
    except DatabaseError as problem:
        raise InstanceError(
            "Jejak tidak dapat dibaca: basis data belum disiapkan atau tidak dapat dihubungi. Jalankan `netra setup`, "
            "lalu ulangi; periksa juga NETRA_DATABASE dan NETRA_DATA_DIR."
        ) from problem


def export(options: Namespace) -> int:
    """Write the trail to a file that appears whole or not at all, or to standard output."""
    _refuse_unknown(options.chain or ())
    lines = export_lines(options.chain)
    if options.output is None:
        sys.stdout.writelines(f"{line}\n" for line in lines)
    else:
        events = _write_whole(options.output, lines)
        print(f"Jejak ditulis ke {options.output}: {events} peristiwa.")
        print(f"Siapa pun dapat memeriksanya, tanpa instans ini: netra trail verify {options.output}")
    return 0


def _refuse_unknown(chains: Iterable[str]) -> None:
    """A chain that is not there would make a file in which nothing is wrong, for nothing is in it."""
    missing = unknown_chains(chains)
    if missing:
        raise InstanceError(
            f"Rantai {', '.join(missing)} tidak ada. Tulis seperti case:PKR-…, report:LPR-…, agency:KODE, atau house."
        )


def close(options: Namespace) -> int:
    """Take the root of a day and print it: a printed or published root is what later checks hold on to."""
    at = timezone.now()
    day = options.day or timezone.localdate(at) - timedelta(days=1)
    root = close_day(day, at)
    print(f"{root.day.isoformat()}={root.root}")
    return 0


def _write_whole(target: Path, lines: Iterable[str]) -> int:
    """The file, and how many events are in it."""
    events = 0
    partial = target.with_name(f"{target.name}.partial")
    try:
        with partial.open("w", encoding="utf-8") as stream:
            for line in lines:
                events += '"kind":"event"' in line
                stream.write(f"{line}\n")
        os.replace(partial, target)
    except OSError as problem:
        raise InstanceError(f"{target} tidak dapat ditulis: {problem.strerror}.") from problem
    return events
