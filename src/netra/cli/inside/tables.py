"""Whether the database has the tables that this release works with, asked before a command does anything."""

from __future__ import annotations

from django.db import Error as DatabaseFailure
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from netra.cli.instance import InstanceError


def require_tables() -> None:
    """Fails with InstanceError when the database cannot be read, is empty, or is that of an earlier release.

    An instance that is still being prepared has some of the tables: what a command found there would be half the truth.
    """
    try:
        loader = MigrationLoader(connection)
    except DatabaseFailure as problem:
        raise _unprepared() from problem
    if not set(loader.disk_migrations or ()) <= set(loader.applied_migrations or ()):
        raise _unprepared()


def _unprepared() -> InstanceError:
    return InstanceError(
        "Basis data belum disiapkan untuk versi ini atau tidak dapat dihubungi. Jalankan `netra setup` dan tunggu "
        "sampai selesai, lalu ulangi; periksa juga NETRA_DATABASE dan NETRA_DATA_DIR."
    )
