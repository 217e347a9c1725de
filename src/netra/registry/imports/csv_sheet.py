"""CSV as offices make it: any of four delimiters, UTF-8 or Windows letters, now and then a quote that never closes.

Read a line at a time, so that a file of any size takes the memory of a few lines.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

from django.utils.translation import gettext as _

from netra.registry.imports.sheet import Row, Sheet, UnreadableFile

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

DELIMITERS = ";,\t|"
# A quoted cell may span lines; beyond this many the quote is taken for a slip, so that it cannot swallow the file.
LINES_IN_A_CELL = 20
_SEPARATOR_LINE = "sep="
# Ten thousand letters in each of a hundred columns.
_LONGEST_LINE = 1_000_000
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class CsvForm:
    """How a file is written: its encoding, and what there is to say about it."""

    encoding: str
    notes: tuple[str, ...] = ()


def csv_form(file: BinaryIO) -> CsvForm:
    """Looks through the whole file, a piece at a time; raises UnreadableFile where the bytes are no text."""
    file.seek(0)
    if file.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return CsvForm("utf-16")
    file.seek(0)
    decoder, is_utf8 = codecs.getincrementaldecoder("utf-8")(), True
    while piece := file.read(_PIECE):
        if b"\x00" in piece:
            raise UnreadableFile(
                _("Isi berkas bukan teks CSV dan bukan XLSX. Simpan ulang sebagai CSV UTF-8 atau XLSX.")
            )
        if is_utf8:
            is_utf8 = _decodes(decoder, piece)
    if is_utf8 and _decodes(decoder, b"", is_last=True):
        return CsvForm("utf-8-sig")
    note = _("Berkas tidak memakai UTF-8; dibaca sebagai Windows-1252. Periksa huruf beraksen.")
    return CsvForm("cp1252", (note,))


def read_csv(file: BinaryIO, form: CsvForm) -> Sheet:
    """The rows of a CSV file, read as they are asked for; the file is read from its beginning, and stays open."""
    file.seek(0)
    lines = _Lines(file, form.encoding)
    start, delimiter = _delimiter(lines.ahead(20))
    lines.drop(start)
    return Sheet(_rows(lines, start, delimiter), form.notes)


def _decodes(decoder: codecs.IncrementalDecoder, piece: bytes, *, is_last: bool = False) -> bool:
    try:
        decoder.decode(piece, is_last)
    except UnicodeDecodeError:
        return False
    return True


class _Lines:
    """The lines of a file, of which some can be looked at before they are taken; never the whole file."""

    def __init__(self, file: BinaryIO, encoding: str) -> None:
        # It cuts at the three ends of a line and at nothing else, as str.splitlines would.
        unclosed = io.BufferedReader(_Unclosed(file), _PIECE)
        self._text = io.TextIOWrapper(unclosed, encoding, errors="replace", newline=None)
        self._ahead: deque[str] = deque()

    def ahead(self, count: int) -> list[str]:
        """The next lines, fewer at the end of the file; they stay to be taken."""
        while len(self._ahead) < count:
            line = self._text.readline(_LONGEST_LINE + 1)
            if not line:
                break
            if len(line) > _LONGEST_LINE:
                raise UnreadableFile(
                    _("Sebuah baris lebih panjang dari %s karakter; berkas ini bukan CSV yang wajar.") % _LONGEST_LINE
                )
            self._ahead.append(line.removesuffix("\n"))
        return list(islice(self._ahead, count))

    def first(self) -> str | None:
        """The next line, which stays to be taken; None at the end of the file."""
        if not self._ahead:
            self.ahead(1)
        return self._ahead[0] if self._ahead else None

    def drop(self, count: int) -> None:
        for _line in range(count):
            self._ahead.popleft()


class _Unclosed(io.RawIOBase):
    """A file that stays open when what reads it is gone."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        piece = self._file.read(len(memoryview(buffer)))
        memoryview(buffer)[: len(piece)] = piece
        return len(piece)


def _delimiter(lines: list[str]) -> tuple[int, str]:
    """Where the rows begin, and the delimiter that Excel states or the first lines use most regularly."""
    first = lines[0].strip().lower() if lines else ""
    if first.startswith(_SEPARATOR_LINE) and len(first) == len(_SEPARATOR_LINE) + 1:
        return 1, first[-1]
    return 0, max(DELIMITERS, key=lambda mark: _regularity(lines, mark))


def _regularity(lines: list[str], mark: str) -> int:
    """How many marks stand in lines that have the usual number: commas inside names do not outweigh semicolons."""
    counts = Counter(line.count(mark) for line in lines)
    del counts[0]
    return max((count * times for count, times in counts.items()), default=0)


def _rows(lines: _Lines, start: int, delimiter: str) -> Iterator[Row]:
    number = start
    # How often each number of delimiters stood in a row: what a whole row of this file looks like.
    seen: Counter[int] = Counter()
    while (text := lines.first()) is not None:
        cells, used = _logical_row(lines, text, delimiter, seen)
        if cells is None:
            fault = _("Tanda kutip dibuka tetapi tidak ditutup.")
            yield Row(number + 1, tuple(text.split(delimiter)), fault)
        else:
            seen[len(cells) - 1] += 1
            yield Row(number + 1, cells)
        lines.drop(used)
        number += used


def _logical_row(lines: _Lines, text: str, delimiter: str, seen: Counter[int]) -> tuple[tuple[str, ...] | None, int]:
    """The cells that begin on this line and the number of lines they take; None where a quote never closes."""
    if '"' not in text:
        return tuple(text.split(delimiter)), 1
    for used in range(1, LINES_IN_A_CELL + 1):
        taken = lines.ahead(used)
        if len(taken) < used:
            break
        try:
            cells = _parsed("\n".join(taken), delimiter)
        except csv.Error:
            # In one line a stray quote is taken as it stands; over several it would take the rows below with it.
            return (_parsed_loosely(text, delimiter) if used == 1 else None), 1
        if cells is not None:
            return (None, 1) if _swallows_rows(taken, delimiter, seen) else (cells, used)
    return None, 1


def _swallows_rows(taken: list[str], delimiter: str, seen: Counter[int]) -> bool:
    """Whether a quote that closes lines below closes there by chance: then whole rows stand inside the cell."""
    usual = max(seen, key=lambda count: count * seen[count], default=0)
    if len(taken) == 1 or not usual:
        return False
    whole = [line.count(delimiter) >= usual for line in taken]
    return any(whole[1:-1]) or (whole[0] and whole[-1])


def _parsed(text: str, delimiter: str) -> tuple[str, ...] | None:
    """The cells of a whole row; None while a quoted cell is still open. Fails with csv.Error on a stray quote."""
    try:
        return tuple(next(csv.reader([text], delimiter=delimiter, strict=True)))
    except csv.Error as error:
        if "unexpected end of data" in str(error):
            return None
        raise


def _parsed_loosely(text: str, delimiter: str) -> tuple[str, ...]:
    """Stray quotes and giant cells: taken as they stand, the checks of the columns will say what is wrong."""
    try:
        return tuple(next(csv.reader([text], delimiter=delimiter)))
    except csv.Error:
        return tuple(text.split(delimiter))
