"""The rows of a file, whatever it is: what the bytes are decides, never the name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import PurePath

from django.utils.translation import gettext as _

from netra.trust.errors import Refused

MAX_FILE_BYTES = 50 * 1024 * 1024
MAX_ROWS = 200_000
MAX_COLUMNS = 100

PARQUET_MAGIC = b"PAR1"
ZIP_MAGIC = b"PK\x03\x04"
OLD_EXCEL_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, slots=True)
class Unread:
    """What stands in a cell that has no value, in the words of a spreadsheet: `#REF!`."""

    word: str

    def __str__(self) -> str:
        return self.word


Cell = str | float | int | bool | date | datetime | time | timedelta | Unread


class UnreadableFile(Refused):
    """The file as a whole cannot be read; nothing was imported."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a sheet: its number as a spreadsheet shows it, its cells, and why it could not be read, if so."""

    line: int
    cells: tuple[Cell, ...]
    fault: str = ""

    @property
    def is_empty(self) -> bool:
        return not self.fault and not any(isinstance(cell, bool) or str(cell).strip() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of one sheet, and what the reader noticed about the file as a whole."""

    rows: Iterator[Row]
    notes: tuple[str, ...] = ()


def check_size(content: bytes) -> None:
    """Refuse what is empty or too big before anything looks inside."""
    if not content.strip():
        raise empty_file()
    check_file_size(len(content))


def empty_file() -> UnreadableFile:
    """What to say of a file without anything in it."""
    return UnreadableFile(_("Berkas kosong. Pilih berkas CSV atau XLSX yang berisi data."))


def check_file_size(size: int) -> None:
    """Refuse what is too big, before it is read."""
    if size > MAX_FILE_BYTES:
        raise UnreadableFile(
            _("Berkas %(size)s MB melebihi batas %(limit)s MB. Bagi menjadi beberapa berkas.")
            % {"size": size // 2**20, "limit": MAX_FILE_BYTES // 2**20}
        )


def note_on_name(name: str, head: bytes) -> tuple[str, ...]:
    """Say so when the ending of the name is not what the bytes are."""
    ending = PurePath(name).suffix.lower()
    if head.startswith(PARQUET_MAGIC):
        usual = {".parquet", ".pq", ""}
        what = _("Nama berkas berakhiran %(ending)s, isinya Parquet; dibaca sebagai Parquet.")
    elif head.startswith(ZIP_MAGIC):
        usual, what = {".xlsx", ".xlsm", ""}, _("Nama berkas berakhiran %(ending)s, isinya XLSX; dibaca sebagai XLSX.")
    else:
        usual = {".csv", ".txt", ".tsv", ""}
        what = _("Nama berkas berakhiran %(ending)s, isinya teks; dibaca sebagai CSV.")
    return () if ending in usual else (what % {"ending": ending},)
