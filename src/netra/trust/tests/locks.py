"""All triggers of the house at once, for tests in which somebody owns the database."""

from __future__ import annotations

import sqlite3
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
    """Arrange what no operation can make: as it was before a migration, or as it cannot be and still must be borne.

    SQLite takes the triggers away and puts them back by reading its schema anew for each of three hundred, so that
    there they stay in place and refuse nothing meanwhile.
    """
    if connection.vendor == "sqlite":
        with _triggers_refuse_nothing():
            yield
        return
    unlock_all()
    try:
        yield
    finally:
        lock_all()


@contextmanager
def _triggers_refuse_nothing() -> Iterator[None]:
    """What a trigger of the house would select is its refusal: no statement that is prepared in here has it."""
    database: sqlite3.Connection = connection.connection
    database.set_authorizer(_past_triggers)
    try:
        yield
    finally:
        # Each authorizer has all statements prepared anew, but to have none leaves them as they are.
        database.set_authorizer(lambda *_asked: sqlite3.SQLITE_OK)
        database.set_authorizer(None)


def _past_triggers(act: int, _what: str | None, _where: str | None, _base: str | None, trigger: str | None) -> int:
    return sqlite3.SQLITE_IGNORE if trigger and act == sqlite3.SQLITE_SELECT else sqlite3.SQLITE_OK
