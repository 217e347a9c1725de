"""The index of names from the command line: made anew while the old one answers, gone on with where it was stopped."""

from __future__ import annotations

import sys
from argparse import Namespace

from django.db import DatabaseError

from netra.cli.instance import InstanceError
from netra.registry.names.rebuilding import rebuild_names


def rebuild(_options: Namespace) -> int:
    """Make the index anew and say how many people were read."""
    try:
        done = rebuild_names(progress=_progress)
    except DatabaseError as problem:
        raise InstanceError(
            "Indeks nama tidak dapat dibangun: basis data belum disiapkan, sibuk, atau tidak menjawab. Indeks "
            "lama tetap menjawab. Jalankan `netra setup` bila perlu, lalu ulangi; yang sudah dibaca tidak diulang."
        ) from problem
    print(f"Indeks nama siap: {done} pegawai dibaca.")
    return 0


def _progress(done: int) -> None:
    """One line that counts on, for people; nothing in a log file."""
    if sys.stderr.isatty():
        print(f"\r{done} pegawai", end="", file=sys.stderr, flush=True)
