"""Reading a list or a register row by row, CSV or Parquet, so that a file of millions never lies in memory."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

import pyarrow.parquet as parquet
from pyarrow.lib import ArrowException

from netra.matching.names.rules import read_data
from netra.matching.tables import ARCHIVE, UnreadableTable, check_heading

FIELDS = ("name", "nik", "nip", "birth", "sex", "region", "party", "ref")
_PARQUET = b"PAR1"
_BLOCK = 1 << 20
_BATCH = 20_000
# A line after the last: where it is not read as a row of its own, a quotation mark has swallowed the rest of the file.
_END = "\x03"

Cells = tuple[str, ...]


@dataclass(slots=True)
class Source:
    """A file that is read once: rows of the values of FIELDS with their line, and the lines that could not be read."""

    path: str
    rows: Iterator[tuple[int, Cells]]
    has: frozenset[str]
    rejected: list[int] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


def open_source(path: Path) -> Source:
    """The rows of a CSV or Parquet file. Raises UnreadableTable, on opening or while it is read."""
    try:
        with path.open("rb") as stream:
            head = stream.read(4)
    except OSError as error:
        raise UnreadableTable(f"{path}: berkas tidak dapat dibaca ({error.strerror}).") from error
    if head == ARCHIVE:
        raise UnreadableTable(f"{path}: ini berkas Excel atau ZIP. Simpan sebagai CSV (UTF-8) atau Parquet.")
    return _parquet(path) if head == _PARQUET else _csv(path)


def source_of_rows(told_as: str, rows: Iterator[Mapping[str, str]]) -> Source:
    """A register that comes from elsewhere than a file; its rows are numbered from one."""
    cells = (tuple(row.get(name, "") for name in FIELDS) for row in rows)
    return Source(told_as, enumerate(cells, start=1), frozenset(FIELDS))


def _places(path: Path, columns: Sequence[str]) -> dict[str, int]:
    """Which column holds what, by its heading. Raises UnreadableTable where there are no names."""
    said = [re.sub(r"[\W_]+", "_", name.lower()).strip("_") for name in columns]
    wanted: Mapping[str, Sequence[str]] = read_data("linkage.yaml")["headings"]
    found = {name: next((said.index(one) for one in wanted[name] if one in said), -1) for name in FIELDS}
    if found["name"] < 0:
        raise UnreadableTable(
            f"{path}: tidak ada kolom nama; kolom yang ada: {', '.join(columns)}. Baris pertama harus berisi judul "
            f"kolom, dan kolom nama berjudul salah satu dari: {', '.join(wanted['name'])}."
        )
    return {name: place for name, place in found.items() if place >= 0}


def _csv(path: Path) -> Source:
    encoding, complaints = _encoding(path)
    lines = _lines(path, encoding)
    first = next(lines, "")
    separator = max(",;\t", key=first.count)
    columns = tuple(name.strip() for name in next(csv.reader([first], delimiter=separator), []))
    check_heading(path, columns, ())
    places = _places(path, columns)
    source = Source(str(path), iter(()), frozenset(places), complaints=complaints)
    source.rows = _csv_rows(path, lines, separator, len(columns), places, source.rejected)
    return source


def _csv_rows(
    path: Path, lines: Iterator[str], separator: str, width: int, places: Mapping[str, int], rejected: list[int]
) -> Iterator[tuple[int, Cells]]:
    reader = csv.reader(chain(lines, [_END]), delimiter=separator)
    starts, ends = 2, 1
    try:
        for cells in reader:
            if cells == [_END]:
                return
            starts, ends = ends + 1, reader.line_num + 1
            if not any(cell.strip() for cell in cells):
                continue
            if any(cell.strip() for cell in cells[width:]):
                rejected.append(starts)
                continue
            cells += [""] * (width - len(cells))
            yield starts, tuple(cells[places[name]].strip() if name in places else "" for name in FIELDS)
    except csv.Error as error:
        raise UnreadableTable(f"{path}: bukan CSV yang utuh, mulai baris {ends + 1} ({error}).") from error
    raise UnreadableTable(
        f"{path}: tanda kutip yang dibuka di baris {starts} tidak pernah ditutup; perbaiki baris itu."
    )


def _lines(path: Path, encoding: str) -> Iterator[str]:
    with path.open(encoding=encoding, errors="replace", newline="") as stream:
        for line in stream:
            yield line.replace("\0", "")


def _encoding(path: Path) -> tuple[str, list[str]]:
    with path.open("rb") as stream:
        if stream.read(2) in (b"\xff\xfe", b"\xfe\xff"):
            return "utf-16", []
    try:
        with path.open(encoding="utf-8", newline="") as text:
            while text.read(_BLOCK):
                pass
    except UnicodeDecodeError:
        return "cp1252", [f"{path}: bukan UTF-8; dibaca sebagai Windows-1252. Periksa huruf beraksen."]
    return "utf-8-sig", []


def _parquet(path: Path) -> Source:
    try:
        file = parquet.ParquetFile(path)
    except (ArrowException, OSError) as error:
        raise UnreadableTable(f"{path}: bukan Parquet yang utuh; ambil lagi dari sumbernya.") from error
    columns = list(file.schema_arrow.names)
    check_heading(path, tuple(columns), ())
    places = _places(path, columns)
    return Source(str(path), _parquet_rows(path, file, columns, places), frozenset(places))


def _parquet_rows(
    path: Path, file: Any, columns: Sequence[str], places: Mapping[str, int]
) -> Iterator[tuple[int, Cells]]:
    wanted = {name: columns[place] for name, place in places.items()}
    line = 0
    try:
        for batch in file.iter_batches(batch_size=_BATCH, columns=sorted(set(wanted.values()))):
            read = {column: batch.column(column).to_pylist() for column in set(wanted.values())}
            for place in range(batch.num_rows):
                line += 1
                yield line, tuple(_text(read[wanted[name]][place]) if name in wanted else "" for name in FIELDS)
    except (ArrowException, OSError) as error:
        raise UnreadableTable(f"{path}: Parquet rusak sesudah baris {line}; ambil lagi dari sumbernya.") from error


def _text(value: object) -> str:
    """A number without its fraction, a day as YYYY-MM-DD: columns of Parquet have kinds."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
