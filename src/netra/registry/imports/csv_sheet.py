"""CSV as offices make it: any of four delimiters, UTF-8 or Windows letters, now and then a quote that never closes."""

from __future__ import annotations

import codecs
import csv
import re
from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _

from netra.registry.imports.sheet import Row, Sheet, UnreadableFile

DELIMITERS = ";,\t|"
# A quoted cell may span lines; beyond this many the quote is taken for a slip, so that it cannot swallow the file.
LINES_IN_A_CELL = 20
_SEPARATOR_LINE = "sep="
# Not str.splitlines: it also cuts at characters that stand inside a cell.
_LINE_END = re.compile(r"\r\n|\n|\r")


def read_csv(content: bytes) -> Sheet:
    """The rows of a CSV file; raises UnreadableFile where the bytes are no text."""
    text, notes = _decoded(content)
    lines = _LINE_END.split(text)
    start, delimiter = _delimiter(lines)
    return Sheet(_rows(lines, start, delimiter), notes)


def _decoded(content: bytes) -> tuple[str, tuple[str, ...]]:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace"), ()
    if b"\x00" in content:
        raise UnreadableFile(_("Isi berkas bukan teks CSV dan bukan XLSX. Simpan ulang sebagai CSV UTF-8 atau XLSX."))
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        note = _("Berkas tidak memakai UTF-8; dibaca sebagai Windows-1252. Periksa huruf beraksen.")
        return content.decode("cp1252", errors="replace"), (note,)


def _delimiter(lines: list[str]) -> tuple[int, str]:
    """Where the rows begin, and the delimiter that Excel states or the first lines use most regularly."""
    first = lines[0].strip().lower() if lines else ""
    if first.startswith(_SEPARATOR_LINE) and len(first) == len(_SEPARATOR_LINE) + 1:
        return 1, first[-1]
    return 0, max(DELIMITERS, key=lambda mark: _regularity(lines[:20], mark))


def _regularity(lines: list[str], mark: str) -> int:
    """How many marks stand in lines that have the usual number: commas inside names do not outweigh semicolons."""
    counts = Counter(line.count(mark) for line in lines)
    del counts[0]
    return max((count * times for count, times in counts.items()), default=0)


def _rows(lines: list[str], start: int, delimiter: str) -> Iterator[Row]:
    index = start
    # How often each number of delimiters stood in a row: what a whole row of this file looks like.
    seen: Counter[int] = Counter()
    while index < len(lines):
        cells, used = _logical_row(lines, index, delimiter, seen)
        if cells is None:
            fault = _("Tanda kutip dibuka tetapi tidak ditutup.")
            yield Row(index + 1, tuple(lines[index].split(delimiter)), fault)
        else:
            seen[len(cells) - 1] += 1
            yield Row(index + 1, cells)
        index += used


def _logical_row(
    lines: list[str], index: int, delimiter: str, seen: Counter[int]
) -> tuple[tuple[str, ...] | None, int]:
    """The cells that begin on this line and the number of lines they take; None where a quote never closes."""
    text = lines[index]
    if '"' not in text:
        return tuple(text.split(delimiter)), 1
    for used in range(1, min(LINES_IN_A_CELL, len(lines) - index) + 1):
        taken = lines[index : index + used]
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
