"""From bytes to named cells: find the reader, the heading line and the columns."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, zip_longest
from typing import BinaryIO

from django.utils.translation import gettext as _

from netra.registry.imports.columns import COLUMNS, ImportKind, left_out, matched, missing, repeated
from netra.registry.imports.csv_sheet import CsvForm, csv_form, read_csv
from netra.registry.imports.parquet_sheet import read_parquet
from netra.registry.imports.sheet import (
    MAX_COLUMNS,
    MAX_ROWS,
    OLD_EXCEL_MAGIC,
    PARQUET_MAGIC,
    ZIP_MAGIC,
    Cell,
    Row,
    Sheet,
    Unread,
    UnreadableFile,
    check_file_size,
    check_size,
    note_on_name,
)
from netra.registry.imports.unread import unread, why_unread
from netra.registry.imports.xlsx_sheet import read_xlsx

# Titles and logos may stand above the heading.
LINES_BEFORE_HEADING = 15
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Table:
    """The heading as written, the field of each column, the rows below, and notes on the whole file."""

    heading: tuple[str, ...]
    fields: tuple[str | None, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...]

    def named(self, row: Row) -> dict[str, Cell]:
        """The cells of a row by field; columns that nobody knows are left out."""
        return {field: cell for field, cell in zip(self.fields, row.cells, strict=False) if field is not None}

    def unread(self, row: Row) -> list[str]:
        """Why cells of this row have no value, one reason for each; columns that nobody knows do not matter."""
        texts = "".join([cell if type(cell) is str else str(cell) for cell in row.cells])
        # Nearly every row: nothing that looks like an error.
        if "#" not in texts and "Err:" not in texts:
            return []
        columns = zip(self.heading, self.fields, row.cells, strict=False)
        found = ((heading, unread(cell)) for heading, field, cell in columns if field is not None)
        return [why_unread(cell, heading) for heading, cell in found if cell is not None]


def read_table(content: bytes, *, name: str, kind: ImportKind) -> Table:
    """Read a file of one kind as a whole; raises UnreadableFile where there is no heading that fits."""
    check_size(content)
    table, rows = Source(io.BytesIO(content), name, kind).read()
    body = tuple(islice(rows, MAX_ROWS + 1))
    if len(body) > MAX_ROWS:
        raise UnreadableFile(_("Lebih dari %(limit)s baris. Bagi menjadi beberapa berkas.") % {"limit": MAX_ROWS})
    return replace(table, rows=body)


class Source:
    """A file of one kind that is read more than once, from its beginning each time.

    CSV and Parquet are read as they are asked for and may be of any size; a workbook is held as a whole.
    """

    def __init__(self, file: BinaryIO, name: str, kind: ImportKind) -> None:
        self._file, self._name, self._kind = file, name, kind
        self._csv: CsvForm | None = None
        self._workbook: tuple[Sheet, tuple[Row, ...]] | None = None

    def read(self) -> tuple[Table, Iterator[Row]]:
        """The table without its rows, and the rows that hold anything; raises UnreadableFile."""
        head = _head(self._file)
        sheet = self._sheet(head)
        rows = iter(sheet.rows)
        heading, fields = _heading(rows, self._kind, sheet.notes)
        notes = (*note_on_name(self._name, head), *sheet.notes, *_notes_on(heading, self._kind))
        return Table(heading, fields, (), notes), (row for row in rows if not _is_empty(row, fields))

    def sha256(self) -> str:
        """The hash of the whole file, by which an import knows it again."""
        self._file.seek(0)
        digest = hashlib.sha256()
        while piece := self._file.read(_PIECE):
            digest.update(piece)
        return digest.hexdigest()

    def _sheet(self, head: bytes) -> Sheet:
        _refuse_old(head)
        if head.startswith(PARQUET_MAGIC):
            return read_parquet(self._file)
        if head.startswith(ZIP_MAGIC):
            if self._workbook is None:
                sheet = read_xlsx(_whole(self._file))
                self._workbook = (sheet, tuple(sheet.rows))
            sheet, rows = self._workbook
            return Sheet(iter(rows), sheet.notes)
        if self._csv is None:
            self._csv = csv_form(self._file)
        return read_csv(self._file, self._csv)


def open_sheet(content: bytes) -> Sheet:
    """The rows of a CSV or XLSX file as they stand, for whoever knows the columns; raises UnreadableFile."""
    check_size(content)
    _refuse_old(content)
    if content.startswith(ZIP_MAGIC):
        return read_xlsx(content)
    file = io.BytesIO(content)
    return read_csv(file, csv_form(file))


def _head(file: BinaryIO) -> bytes:
    file.seek(0)
    return file.read(8)


def _whole(file: BinaryIO) -> bytes:
    check_file_size(file.seek(0, io.SEEK_END))
    file.seek(0)
    return file.read()


def _refuse_old(head: bytes) -> None:
    if head.startswith(OLD_EXCEL_MAGIC):
        raise UnreadableFile(
            _("Format Excel lama (.xls) atau berkas berkata sandi tidak dibaca. Simpan ulang sebagai .xlsx atau CSV.")
        )


def _is_empty(row: Row, fields: Sequence[str | None]) -> bool:
    """A row of nothing but formulas and errors in columns that nobody knows is as empty as one of blanks."""
    first = row.cells[0] if row.cells else ""
    if type(first) is str and first and not first.isspace():
        return False
    if row.is_empty or not any(isinstance(cell, Unread) for cell in row.cells):
        return row.is_empty
    columns = zip_longest(row.cells, fields[: len(row.cells)])
    told = tuple(cell for cell, field in columns if field or not isinstance(cell, Unread))
    return Row(row.line, told, row.fault).is_empty


def _heading(
    rows: Iterator[Row], kind: ImportKind, notes: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str | None, ...]]:
    """The heading and the fields of its columns; where there is none, the notes say which sheet was looked at."""
    lacking = missing((), kind)
    for row in islice(rows, LINES_BEFORE_HEADING):
        texts = tuple(str(cell).strip() for cell in row.cells[:MAX_COLUMNS])
        fields = matched(texts, kind)
        lacks = missing(fields, kind)
        if not lacks:
            _refuse_repeated(texts, kind)
            return texts, fields
        lacking = min(lacking, lacks, key=len)
    known = ", ".join(column.title for column in COLUMNS[kind])
    why = _("Baris judul tidak ditemukan. Kolom yang belum ada: %(missing)s. Kolom yang dikenal: %(known)s.")
    raise UnreadableFile(" ".join((why % {"missing": ", ".join(lacking), "known": known}, *notes)))


def _notes_on(heading: tuple[str, ...], kind: ImportKind) -> Iterator[str]:
    for text, read in left_out(heading, kind):
        yield _("Kolom “%(text)s” tidak dibaca, karena “%(read)s” dibaca untuk isian yang sama.") % {
            "text": text[:60],
            "read": read,
        }


def _refuse_repeated(heading: tuple[str, ...], kind: ImportKind) -> None:
    twice = repeated(heading, kind)
    if twice:
        raise UnreadableFile(
            _("Judul kolom tertulis lebih dari satu kali: %(titles)s. Hapus atau ganti nama kolom yang tidak dipakai.")
            % {"titles": ", ".join(twice)}
        )
