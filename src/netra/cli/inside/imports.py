"""The import from the command line: progress while it works, counts and reasons when it is done."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from django.utils import timezone

from netra.cli.instance import InstanceError
from netra.cli.registry import KINDS
from netra.registry.imports import ImportKind, ImportResult, import_file
from netra.trust.actors import SystemActor

SOME_REJECTED = 1
REASONS_SHOWN = 10


def run(options: Namespace) -> int:
    """Import a file; 0 when every row was taken, 1 when some were rejected."""
    result = import_file(
        options.file,
        ImportKind(KINDS[options.kind]),
        by=SystemActor("cli"),
        at=timezone.now(),
        agency_code=options.agency,
        dry_run=options.dry_run,
        restart=options.restart,
        progress=_progress,
    )
    _print_counts(result)
    if not result.rejected:
        return 0
    if options.rejected:
        _write_rejected(result, options.rejected)
    else:
        _print_reasons(result)
    return SOME_REJECTED


def _progress(done: int, total: int) -> None:
    """One line that counts on, for people; nothing in a log file."""
    if sys.stderr.isatty():
        print(f"\r{done} dari {total} baris", end="\n" if done == total else "", file=sys.stderr, flush=True)


def _print_counts(result: ImportResult) -> None:
    mark = "Uji coba, tidak ada yang ditulis. " if result.dry_run else ""
    print(
        f"{mark}{result.total} baris: {result.created} baru, {result.changed} berubah, "
        f"{result.unchanged} tetap, {result.rejected_count} ditolak."
    )
    for note in result.notes:
        print(f"  baris {note.line}: {note.text}" if note.line else f"  {note.text}")


def _print_reasons(result: ImportResult) -> None:
    for row in result.rejected[:REASONS_SHOWN]:
        print(f"  baris {row.line} ditolak: {' '.join(row.reasons)}")
    if result.rejected_count > REASONS_SHOWN:
        print(f"  … dan {result.rejected_count - REASONS_SHOWN} baris lain.")
    print("  Tambahkan --rejected BERKAS untuk mendapat semua baris yang ditolak beserta alasannya.")


def _write_rejected(result: ImportResult, target: Path) -> None:
    content = result.rejected_xlsx() if target.suffix.lower() == ".xlsx" else result.rejected_csv()
    try:
        target.write_bytes(content)
    except OSError as problem:
        raise InstanceError(f"{target} tidak dapat ditulis: {problem.strerror}.") from problem
    print(f"  baris yang ditolak ditulis ke {target}; perbaiki di sana, lalu impor lagi berkas itu.")
