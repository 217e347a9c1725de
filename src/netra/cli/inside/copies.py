"""The index of stories from the command line: filled while it answers, gone on with where it was stopped."""

from __future__ import annotations

import sys
from argparse import Namespace

from django.db import DatabaseError

from netra.cli.instance import InstanceError
from netra.intake.copies import rebuild_sketches


def rebuild(options: Namespace) -> int:
    """Fill the index, or make it anew, and say how many reports were read."""
    try:
        done = rebuild_sketches(anew=options.all, progress=_progress)
    except DatabaseError as problem:
        raise InstanceError(
            "Indeks salinan tidak dapat dibangun: basis data belum disiapkan, sibuk, atau tidak menjawab. "
            "Jalankan `netra setup` bila perlu, lalu ulangi; yang sudah dibaca tidak diulang."
        ) from problem
    print(f"Indeks salinan siap: {done} laporan dibaca.")
    return 0


def _progress(done: int) -> None:
    """One line that counts on, for people; nothing in a log file."""
    if sys.stderr.isatty():
        print(f"\r{done} laporan", end="", file=sys.stderr, flush=True)
