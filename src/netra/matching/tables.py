"""Reading a table of names from CSV: what cannot be read is told with its line, and never loses what can be."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

Row = Mapping[str, str]
ARCHIVE = b"PK\x03\x04"
_SHOWN = 5
# From this share on a fault is the file's, not of some rows.
MOSTLY = 0.5


class UnreadableTable(ValueError):
    """The file as a whole cannot be used; the message says what was found and what to do."""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows that could be read, each with the line it stands on, and what is to be said about the others."""

    path: Path
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    lines: tuple[int, ...]
    rejected: int = 0
    complaints: tuple[str, ...] = field(default=())


def read_table(path: Path, *, needed: Sequence[str]) -> Table:
    """A CSV file with a heading; separators `,` `;` and tab are told apart. Raises UnreadableTable."""
    text, complaints = _text_of(path)
    heading, _, _rest = text.partition("\n")
    separator = max(",;\t", key=heading.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        columns = tuple(name.strip() for name in next(reader, []))
        check_heading(path, columns, needed)
        rows, lines, wrong = _read_rows(reader, columns)
    except csv.Error as error:
        raise UnreadableTable(f"{path}: bukan CSV yang utuh, mulai baris {reader.line_num} ({error}).") from error
    if len(wrong) > MOSTLY * (len(rows) + len(wrong)):
        raise UnreadableTable(
            f"{path}: {len(wrong)} baris punya jumlah kolom lain daripada judulnya ({len(columns)}); "
            f"judul kolom tidak cocok dengan isinya. Perbaiki judul atau pemisah kolom."
        )
    if wrong:
        complaints.append(f"{path}: {len(wrong)} baris dilewati karena kolomnya terlalu banyak: {listed(wrong)}.")
    return Table(path, columns, tuple(rows), tuple(lines), len(wrong), tuple(complaints))


def _text_of(path: Path) -> tuple[str, list[str]]:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableTable(f"{path}: berkas tidak dapat dibaca ({error.strerror}).") from error
    if content.startswith(ARCHIVE):
        raise UnreadableTable(f"{path}: ini bukan CSV, melainkan berkas Excel atau ZIP. Simpan sebagai CSV (UTF-8).")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace").replace("\0", ""), []
    try:
        return content.decode("utf-8-sig").replace("\0", ""), []
    except UnicodeDecodeError:
        told = f"{path}: bukan UTF-8; dibaca sebagai Windows-1252. Periksa huruf beraksen."
        return content.decode("cp1252", errors="replace").replace("\0", ""), [told]


def check_heading(path: Path, columns: tuple[str, ...], needed: Sequence[str]) -> None:
    """Refuse a heading that is empty, lacks a column that is needed, or has one twice."""
    if not any(columns):
        raise UnreadableTable(f"{path}: berkas kosong; baris pertama harus berisi judul kolom.")
    missing = [name for name in needed if name not in columns]
    if missing:
        raise UnreadableTable(
            f"{path}: tidak ada kolom {', '.join(missing)}; kolom yang ada: {', '.join(columns)}. "
            f"Baris pertama harus berisi judul kolom."
        )
    twice = sorted({name for name in columns if name and columns.count(name) > 1})
    if twice:
        raise UnreadableTable(f"{path}: judul kolom {', '.join(twice)} ada dua kali; beri nama yang berbeda.")


def _read_rows(reader: object, columns: tuple[str, ...]) -> tuple[list[Row], list[int], list[int]]:
    """Rows by column; a short row lacks its last values, a long one cannot be trusted at all."""
    rows: list[Row] = []
    lines: list[int] = []
    wrong: list[int] = []
    for cells in reader:  # type: ignore[attr-defined]
        line: int = reader.line_num  # type: ignore[attr-defined]
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
            wrong.append(line)
            continue
        values = [cell.strip() for cell in cells] + [""] * (len(columns) - len(cells))
        rows.append(dict(zip(columns, values, strict=False)))
        lines.append(line)
    return rows, lines, wrong


def refuse_column_without_names(table: Table, column: str) -> None:
    """A heading that lies: most of what stands under it has no letters."""
    filled = [(row[column], line) for row, line in zip(table.rows, table.lines, strict=True) if row[column]]
    odd = [(value, line) for value, line in filled if not any(sign.isalpha() for sign in value)]
    if odd and len(odd) > MOSTLY * len(filled):
        value, line = odd[0]
        raise UnreadableTable(
            f"{table.path}: kolom {column} tidak berisi nama (baris {line}: “{value[:40]}”). "
            f"Judul kolom mungkin tertukar; perbaiki judulnya."
        )


def values_not_read(table: Table, column: str, read: Sequence[str]) -> list[str]:
    """What to say of values that their kind could not read; `read` are the readings, row by row."""
    pairs = zip(table.rows, table.lines, read, strict=True)
    odd = [(row[column], line) for row, line, value in pairs if row[column] and not value]
    if not odd:
        return []
    filled = sum(bool(row[column]) for row in table.rows)
    if len(odd) > MOSTLY * filled:
        raise UnreadableTable(
            f"{table.path}: {len(odd)} dari {filled} nilai kolom {column} tidak dapat dibaca "
            f"(baris {odd[0][1]}: “{odd[0][0][:40]}”). Judul kolom mungkin tertukar, atau jangan pakai kolom ini."
        )
    told = f"{len(odd)} dari {filled} nilai kolom {column} tidak dapat dibaca dan dianggap tidak diketahui"
    return [f"{table.path}: {told}: {listed([line for _value, line in odd])}."]


def values_twice(table: Table, column: str) -> list[str]:
    """What to say of a key that stands on several lines."""
    seen: dict[str, list[int]] = {}
    for row, line in zip(table.rows, table.lines, strict=True):
        seen.setdefault(row[column], []).append(line)
    return [
        f"{table.path}: {column} {key or '(kosong)'} ada di {listed(lines)}; diperlakukan sebagai orang yang berbeda."
        for key, lines in list(seen.items())
        if len(lines) > 1
    ][:_SHOWN]


def listed(lines: Sequence[int]) -> str:
    """The first lines of some, and how many more there are."""
    more = f", dan {len(lines) - _SHOWN} lagi" if len(lines) > _SHOWN else ""
    return f"baris {', '.join(map(str, lines[:_SHOWN]))}{more}"
