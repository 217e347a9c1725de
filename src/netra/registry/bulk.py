"""Many rows into a table, or many changes of rows, in a statement or two: COPY on PostgreSQL, one prepared statement
on SQLite. For imports, which write what no signal and no `save` of a model looks at.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import connection, models

Value = str | int | bool | date | None
# Below it a table that lives for one statement costs more than it saves.
_A_FEW = 100


def insert_rows(model: type[models.Model], columns: Sequence[str], rows: Sequence[Sequence[Value]]) -> None:
    """Add the rows; `columns` are those of the database. Raises IntegrityError as any insert does."""
    if not rows:
        return
    table, listed = model._meta.db_table, _listed(columns)
    if connection.vendor == "postgresql" and len(rows) > _A_FEW:
        _copy(table, listed, rows)
        return
    places = ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {table} ({listed}) VALUES ({places})", _told(rows))  # noqa: S608


def update_rows(model: type[models.Model], columns: Sequence[str], rows: Sequence[Sequence[Value]]) -> None:
    """Change the rows, of which each names its key first and then the new value of every column."""
    if not rows:
        return
    table = model._meta.db_table
    if connection.vendor == "postgresql" and len(rows) > _A_FEW:
        _update_by_table(table, columns, rows)
        return
    news = ", ".join(f'"{column}" = %s' for column in columns)
    with connection.cursor() as cursor:
        changes = [(*row[1:], row[0]) for row in _told(rows)]
        cursor.executemany(f"UPDATE {table} SET {news} WHERE id = %s", changes)  # noqa: S608


def _update_by_table(table: str, columns: Sequence[str], rows: Sequence[Sequence[Value]]) -> None:
    coming, listed = f"{table}_coming", _listed(("id", *columns))
    news = ", ".join(f'"{column}" = told."{column}"' for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMPORARY TABLE {coming} ON COMMIT DROP AS SELECT {listed} FROM {table} WITH NO DATA")  # noqa: S608
        _copy(coming, listed, rows)
        cursor.execute(f"UPDATE {table} SET {news} FROM {coming} told WHERE {table}.id = told.id")  # noqa: S608
        cursor.execute(f"DROP TABLE {coming}")


def _copy(table: str, listed: str, rows: Sequence[Sequence[Value]]) -> None:
    into = f"COPY {table} ({listed}) FROM STDIN"
    with connection.cursor() as cursor, connection.wrap_database_errors, cursor.copy(into) as copy:
        for row in rows:
            copy.write_row(row)


def _listed(columns: Sequence[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def _told(rows: Sequence[Sequence[Value]]) -> list[list[Value]]:
    """The values as both databases take them."""
    return [[value.isoformat() if isinstance(value, date) else value for value in row] for row in rows]
