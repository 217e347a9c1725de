"""Empties the tables after a test that wrote for good: only those with rows in them, and past their triggers.

Django's `flush` truncates a hundred tables, which PostgreSQL makes anew on disk one by one, and then lets everything
that follows migrations run again; between two tests that took longer than many a test.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

# What `migrate` writes of the models themselves, and no test changes.
_KEPT = {"django_content_type", "auth_permission"}


def empty_tables() -> None:
    """No row is left, and every trigger stands as it stood."""
    with transaction.atomic(), connection.cursor() as cursor:
        filled = _filled(cursor)
        with _triggers_set_aside(cursor, filled):
            for table in filled:
                cursor.execute(f'DELETE FROM "{table}"')  # noqa: S608


def _filled(cursor: CursorWrapper) -> list[str]:
    """One question for all tables: which of them have a row?"""
    tables = set(connection.introspection.django_table_names(only_existing=True, include_views=False)) - _KEPT
    each = (f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM \"{table}\")" for table in sorted(tables))  # noqa: S608
    cursor.execute(" UNION ALL ".join(each))
    return [str(table) for (table,) in cursor.fetchall()]


@contextmanager
def _triggers_set_aside(cursor: CursorWrapper, tables: list[str]) -> Iterator[None]:
    """Rows that are kept for good refuse to go; SQLite knows no trigger that sleeps, so there each is written anew."""
    if connection.vendor == "postgresql":
        away = [f'ALTER TABLE "{table}" DISABLE TRIGGER USER' for table in tables]
        # PostgreSQL alters no table whose foreign keys are still to be checked.
        back = ["SET CONSTRAINTS ALL IMMEDIATE", *(f'ALTER TABLE "{table}" ENABLE TRIGGER USER' for table in tables)]
    else:
        cursor.execute("SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'")
        standing = [(name, sql) for name, table, sql in cursor.fetchall() if table in tables]
        away = [f'DROP TRIGGER "{name}"' for name, _sql in standing]
        back = [sql for _name, sql in standing]
    for statement in away:
        cursor.execute(statement)
    yield
    for statement in back:
        cursor.execute(statement)
