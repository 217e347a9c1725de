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
from netra.trust.trail import TrailCheck, close_day, export_lines, proven, verify_database, verify_export_file

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
        print(f"{'Utuh' if check.published else 'Tidak ditemukan perubahan'}: {counted}.")
        print(*proven(check), sep="\n")
        return 0
    print(f"TIDAK UTUH: {len(check.problems)} temuan; {counted}.")
    return FAULTY


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
    lines = export_lines(options.chain)
    if options.output is None:
        sys.stdout.writelines(f"{line}\n" for line in lines)
    else:
        _write_whole(options.output, lines)
        print(f"Jejak ditulis ke {options.output}.")
    return 0


def close(options: Namespace) -> int:
    """Take the root of a day and print it: a printed or published root is what later checks hold on to."""
    at = timezone.now()
    day = options.day or timezone.localdate(at) - timedelta(days=1)
    root = close_day(day, at)
    print(f"{root.day.isoformat()}={root.root}")
    return 0


def _write_whole(target: Path, lines: Iterable[str]) -> None:
    partial = target.with_name(f"{target.name}.partial")
    try:
        with partial.open("w", encoding="utf-8") as stream:
            stream.writelines(f"{line}\n" for line in lines)
        os.replace(partial, target)
    except OSError as problem:
        raise InstanceError(f"{target} tidak dapat ditulis: {problem.strerror}.") from problem
