"""Parquet, as data warehouses hand lists over: read some thousand rows at a time, whatever the size of the file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import BinaryIO

import pyarrow
from django.utils.translation import gettext as _
from pyarrow.parquet import ParquetFile

from netra.registry.imports.sheet import MAX_COLUMNS, Cell, Row, Sheet, UnreadableFile

ROWS_AT_ONCE = 10_000
# A column chunk is read by pieces of this size, so that a file of one giant row group is not held whole.
_PIECE = 1 << 20


def read_parquet(file: BinaryIO) -> Sheet:
    """The rows, the names of the columns first as the heading; raises UnreadableFile with the reason.

    The rows are numbered as in a sheet: the heading is line 1. An integer keeps every digit, unlike in a spreadsheet.
    """
    file.seek(0)
    try:
        parquet = ParquetFile(file, buffer_size=_PIECE, pre_buffer=False)
    except (pyarrow.ArrowException, OSError) as error:
        raise _damaged() from error
    schema = parquet.schema_arrow
    if len(schema.names) > MAX_COLUMNS:
        raise UnreadableFile(_("Lebih dari %s kolom. Hapus kolom yang tidak perlu.") % MAX_COLUMNS)
    nested = [column.name for column in schema if pyarrow.types.is_nested(column.type)]
    notes = (_("Kolom bertingkat tidak dibaca: %s.") % ", ".join(nested),) if nested else ()
    return Sheet(_rows(parquet, [name for name in schema.names if name not in nested]), notes)


def _rows(parquet: ParquetFile, names: list[str]) -> Iterator[Row]:
    yield Row(1, tuple(names))
    line = 2
    batches = parquet.iter_batches(batch_size=ROWS_AT_ONCE, columns=names, use_threads=False)
    while True:
        try:
            batch = next(batches, None)
            columns = [] if batch is None else [column.to_pylist() for column in batch.columns]
        except (pyarrow.ArrowException, OSError, UnicodeDecodeError) as error:
            raise _damaged() from error
        if batch is None:
            return
        for values in zip(*columns, strict=True):
            yield Row(line, tuple(value if type(value) is str else _cell(value) for value in values))
            line += 1


def _cell(value: object) -> Cell:
    if value is None:
        return ""
    if isinstance(value, str | bool | float | date | datetime):
        return value
    if isinstance(value, int | Decimal):
        return str(value)
    return "#GALAT!"


def _damaged() -> UnreadableFile:
    return UnreadableFile(_("Berkas Parquet rusak atau terpotong. Ambil lagi dari sumbernya."))
