"""Everything an instance keeps: every value of every table, and every byte on its disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import connection


def places_with(word: str) -> list[str]:
    """The tables and files in which this word stands in the clear."""
    return [*_tables_with(word), *_files_with(word)]


def _tables_with(word: str) -> Iterator[str]:
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 -- the name comes from the database itself
            if any(word in _text(value) for row in cursor.fetchall() for value in row):
                yield table


def _text(value: object) -> str:
    return bytes(value).decode("latin-1") if isinstance(value, bytes | memoryview) else str(value)


def _files_with(word: str) -> Iterator[str]:
    for file in sorted(Path(settings.DATA_DIR).rglob("*")):
        if file.is_file() and word.encode() in file.read_bytes():
            yield str(file.relative_to(settings.DATA_DIR))
