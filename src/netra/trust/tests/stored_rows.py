"""Rows as the database keeps them, read and written past Django, which would read and write values in its own way."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connection, models

Model = type[models.Model]
Row = tuple[Any, ...]
Rows = dict[Model, list[Row]]
# For PostgreSQL the last number that each sequence gave, None where it gave none yet; elsewhere nothing.
Keys = tuple[tuple[str, int | None], ...]

_first_keys: list[Keys] = []


def all_rows() -> Rows:
    """Every row of every table; most tables of a test are empty, and one question tells which."""
    filled = _run(_filled())[0]
    return {model: _run(_reading(model)) if any_row else [] for model, any_row in zip(_models(), filled, strict=True)}


def key_of(model: Model, row: Row) -> Any:
    return row[_columns(model).index(model._meta.pk.column)]


def delete(model: Model, rows: Sequence[Row]) -> None:
    if rows:
        _run_each(_deleting(model), [(key_of(model, row),) for row in rows])


def update(model: Model, rows: Sequence[Row]) -> None:
    if rows:
        _run_each(_updating(model), [(*row, key_of(model, row)) for row in rows])


def insert(model: Model, rows: Sequence[Row]) -> None:
    if not rows:
        return
    if _is_sqlite():
        _run_each(_inserting(model), rows)
        return
    columns = ", ".join(_quoted(model))
    cursor = connection.connection.cursor()
    with cursor, cursor.copy(f"COPY {_table(model)} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def next_keys() -> Keys:
    """From where PostgreSQL numbers on: its sequences count on even where a transaction is taken back."""
    if _is_sqlite():
        return ()
    found = _run("SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1")
    return tuple((name, last) for name, last in found)


def number_on_from(keys: Keys) -> None:
    moved = dict(keys).items() - dict(next_keys()).items()
    if moved:
        calls = (f"setval('\"{name}\"', {last or 1}, {last is not None})" for name, last in sorted(moved))
        _run(f"SELECT {', '.join(calls)}")


def number_anew() -> None:
    """At the beginning of a test: numbers as after the migrations, so that the same story makes the same rows."""
    connection.ensure_connection()
    if not _first_keys:
        _first_keys.append(next_keys())
    number_on_from(_first_keys[0])


def _run(statement: str) -> list[Row]:
    found: list[Row] = connection.connection.execute(statement).fetchall()
    return found


def _run_each(statement: str, rows: Sequence[Row]) -> None:
    connection.connection.cursor().executemany(statement, rows)


def _is_sqlite() -> bool:
    return connection.vendor == "sqlite"


def _place() -> str:
    return "?" if _is_sqlite() else "%s"


@cache
def _models() -> tuple[Model, ...]:
    rooms = (config for config in apps.get_app_configs() if config.name.startswith("netra."))
    return (*(model for room in rooms for model in room.get_models(include_auto_created=True)), Session)


@cache
def _filled() -> str:
    """Whether a table has a row, for each in the order of `_models`."""
    return "SELECT " + ", ".join(f"EXISTS (SELECT 1 FROM {_table(model)})" for model in _models())  # noqa: S608


@cache
def _reading(model: Model) -> str:
    """Values as they are kept: SQLite's driver converts only what is a bare column, and PostgreSQL writes all as text.

    SQLite reads in the order of the keys by itself.
    """
    if _is_sqlite():
        return f"SELECT {', '.join(f'+{column}' for column in _quoted(model))} FROM {_table(model)}"  # noqa: S608
    columns = ", ".join(f"{column}::text" for column in _quoted(model))
    return f'SELECT {columns} FROM {_table(model)} ORDER BY "{model._meta.pk.column}"'  # noqa: S608


@cache
def _deleting(model: Model) -> str:
    return f"DELETE FROM {_table(model)} {_where_key(model)}"  # noqa: S608


@cache
def _updating(model: Model) -> str:
    columns = ", ".join(f"{column} = {_place()}" for column in _quoted(model))
    return f"UPDATE {_table(model)} SET {columns} {_where_key(model)}"  # noqa: S608


@cache
def _inserting(model: Model) -> str:
    columns, places = ", ".join(_quoted(model)), ", ".join(_place() for _column in _columns(model))
    return f"INSERT INTO {_table(model)} ({columns}) VALUES ({places})"  # noqa: S608


@cache
def _columns(model: Model) -> tuple[str, ...]:
    return tuple(field.column for field in model._meta.local_concrete_fields if field.column)


def _quoted(model: Model) -> list[str]:
    return [f'"{column}"' for column in _columns(model)]


def _table(model: Model) -> str:
    return f'"{model._meta.db_table}"'


def _where_key(model: Model) -> str:
    return f'WHERE "{model._meta.pk.column}" = {_place()}'
