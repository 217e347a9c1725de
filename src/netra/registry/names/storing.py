"""Many rows into a table of the index: by COPY where PostgreSQL has it and it pays, else as Django writes them."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection, models

_A_FEW = 2_000
_AT_ONCE = 5_000
Row = tuple[object, ...]


def add_rows(model: type[models.Model], columns: Sequence[str], rows: Sequence[Row], *, known: bool = False) -> None:
    """Add the rows; with `known` some may be there already and stay as they are."""
    if connection.vendor == "postgresql" and len(rows) > _A_FEW:
        _copy(model._meta.db_table, columns, rows, known=known)
        return
    made = (model(**dict(zip(columns, row, strict=True))) for row in rows)
    model._default_manager.bulk_create(made, batch_size=_AT_ONCE, ignore_conflicts=known)


def _copy(table: str, columns: Sequence[str], rows: Sequence[Row], *, known: bool) -> None:
    """COPY stops at the first row that is there already, so where some may be it goes by a table that nobody sees."""
    listed = ", ".join(f'"{column}"' for column in columns)
    into = f"{table}_coming" if known else table
    with connection.cursor() as cursor:
        if known:
            cursor.execute(f"CREATE TEMPORARY TABLE {into} ON COMMIT DROP AS SELECT {listed} FROM {table} WITH NO DATA")  # noqa: S608
        with cursor.copy(f"COPY {into} ({listed}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        if known:
            cursor.execute(f"INSERT INTO {table} ({listed}) SELECT {listed} FROM {into} ON CONFLICT DO NOTHING")  # noqa: S608
            cursor.execute(f"DROP TABLE {into}")
