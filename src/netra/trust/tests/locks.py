"""All triggers of the house at once, for tests in which somebody owns the database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from netra.trust import append_only, row_locks


def unlock_all() -> None:
    """Take every trigger of the house away."""
    append_only.unlock(connection)
    row_locks.unlock(connection, row_locks.kept_rows())


def lock_all() -> None:
    """Put every trigger of the house in place, as the migrations left them."""
    append_only.lock(connection)
    row_locks.lock(connection, row_locks.kept_rows())


def missing() -> list[str]:
    """The triggers that should stand and do not, or do something else."""
    return append_only.missing(connection) + row_locks.missing(connection)


@contextmanager
def unlocked() -> Iterator[None]:
    """Arrange what no operation can make: as it was before a migration, or as it cannot be and still must be borne."""
    unlock_all()
    try:
        yield
    finally:
        lock_all()
