"""Is this workbook safe to open? Looked at before calamine unpacks it into dense tables.

Two small files could bring the process down: a zip bomb, and a sheet with one cell at XFD1048576 (the table between it
and A1 would not fit into any memory). So the directory is added up, every part is read to its end (zipfile fails where
a part is longer than its directory says), and every cell address in every XML part is looked at, because the
relationships may call any part a sheet. Looking costs time too, so what grows beyond all measure is not looked at.
On the way the cells are found that calamine would hand over as blank though they are not.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import IO
from xml.parsers import expat

from django.utils.translation import gettext as _

from netra.registry.imports.sheet import MAX_COLUMNS, MAX_ROWS, Unread, UnreadableFile
from netra.registry.imports.unread import CellWatch, UnreadCells

MAX_UNPACKED_BYTES = 400 * 1024 * 1024
MAX_PARTS = 2_000
# Workbooks of rows that are all alike grow about seventeenfold; small ones may grow as they like.
MAX_GROWTH = 100
NEVER_SUSPECT_BYTES = 8 * 1024 * 1024
# Rows times columns of one sheet; calamine holds 32 bytes for each.
MAX_CELLS = 5_100_000
# A cell with a text of its own has four: `c`, `is`, `r` and `t`.
MAX_ELEMENTS = 4 * MAX_CELLS
# Formulas without a result and errors that are kept to be told, of all sheets together: five columns of a full one.
MAX_UNREAD = 1_000_000
WORKBOOK = "xl/workbook.xml"
RELATIONSHIPS = "xl/_rels/workbook.xml.rels"

_CHUNK = 1024 * 1024
_ADDRESS = re.compile(r"([A-Za-z]{1,6})([0-9]{1,9})")
_DAMAGED = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    expat.ExpatError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
)


def damaged() -> UnreadableFile:
    return UnreadableFile(_("Berkas XLSX rusak atau bukan XLSX. Buka dengan aplikasi lembar kerja lalu simpan ulang."))


@dataclass(slots=True)
class Looked:
    """What was seen in a workbook that may be opened: where its sheets lie, and what has no value in each part."""

    relationships: dict[str, str] = field(default_factory=dict)
    targets: dict[str, str] = field(default_factory=dict)
    parts: dict[str, UnreadCells] = field(default_factory=dict)
    kept: int = 0

    def unread_in(self, sheet: str) -> Mapping[int, Mapping[int, Unread]]:
        """The cells without a value of the sheet of that name, found as calamine finds the sheet."""
        target = self.targets.get(self.relationships.get(sheet, ""), "").removeprefix("/")
        part = target if target.startswith("xl/") else f"xl/{target}"
        return self.parts.get(part.lower(), {})


def looked_through(content: bytes) -> Looked:
    """What a workbook that may be opened holds; raises UnreadableFile, with the reason, for any other."""
    looked = Looked()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            _refuse_odd_directory(parts, len(content))
            elements = count(1)
            for part in parts:
                with archive.open(part) as file:
                    _read_through(file, part.filename.lower(), elements, looked)
    except _DAMAGED as error:
        raise damaged() from error
    return looked


def _refuse_odd_directory(parts: list[zipfile.ZipInfo], packed: int) -> None:
    names = [part.filename for part in parts]
    if WORKBOOK not in names:
        raise UnreadableFile(_("Berkas ZIP ini bukan buku kerja XLSX. Pilih berkas XLSX atau CSV."))
    unpacked = sum(part.file_size for part in parts)
    if unpacked > MAX_UNPACKED_BYTES or len(parts) > MAX_PARTS:
        raise UnreadableFile(
            _("Isi berkas XLSX menjadi %(size)s MB bila dibuka, batasnya %(limit)s MB. Bagi menjadi beberapa berkas.")
            % {"size": unpacked // 2**20, "limit": MAX_UNPACKED_BYTES // 2**20}
        )
    if unpacked > max(NEVER_SUSPECT_BYTES, MAX_GROWTH * packed):
        raise UnreadableFile(
            _(
                "Ini bukan buku kerja yang wajar: isinya %(times)s kali lebih besar daripada berkasnya, batasnya "
                "%(limit)s kali. Salin datanya ke buku kerja baru, lalu simpan sebagai XLSX."
            )
            % {"times": unpacked // packed, "limit": MAX_GROWTH}
        )
    if len({name.lower() for name in names}) != len(names):
        raise damaged()


def _read_through(file: IO[bytes], name: str, elements: Iterator[int], looked: Looked) -> None:
    if not name.endswith((".xml", RELATIONSHIPS)):
        for _chunk in _chunks(file):
            pass
        return
    cells = _Cells(elements, looked)
    parser = cells.parser()
    for chunk in _chunks(file):
        parser.Parse(chunk, False)
    parser.Parse(b"", True)
    if cells.watch.found:
        looked.parts[name] = cells.watch.found
        looked.kept = cells.watch.kept


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    while chunk := file.read(_CHUNK):
        yield chunk


class _Cells:
    """Follows the cells of one part, with or without addresses, and stops where they reach too far."""

    def __init__(self, elements: Iterator[int], looked: Looked) -> None:
        self._elements = elements
        self._looked = looked
        self.watch = CellWatch(MAX_UNREAD, looked.kept)
        self._line = self._column = 0
        self._lines = self._columns = 0

    def parser(self) -> expat.XMLParserType:
        parser = self._parser = expat.ParserCreate()
        parser.StartElementHandler = self._element
        parser.StartDoctypeDeclHandler = self._doctype
        return parser

    def _doctype(self, *_declaration: object) -> None:
        raise damaged()

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        if next(self._elements) > MAX_ELEMENTS:
            raise UnreadableFile(
                _(
                    "Ini bukan buku kerja yang wajar: isinya lebih dari %(limit)s unsur. Salin datanya ke buku kerja "
                    "baru, lalu simpan sebagai XLSX."
                )
                % {"limit": f"{MAX_ELEMENTS:,}".replace(",", ".")}
            )
        local = name.rpartition(":")[2]
        if local == "row":
            self._line, self._column = int(attributes.get("r", self._line + 1)), 0
            self._refuse_far(str(self._line))
        elif local == "c":
            self._cell(attributes.get("r", ""))
            self._look(self.watch.opened(attributes.get("t", "")))
        elif local == "f":
            self.watch.formula()
            self._look(True)
        elif local == "v" and self._parser.EndElementHandler:
            self.watch.value()
            self._parser.CharacterDataHandler = self.watch.text
        elif local in {"sheet", "Relationship"}:
            self._place(local, attributes)

    def _look(self, closely: bool) -> None:
        """Follow this cell to its end, or leave it: most cells are of no interest, and every call costs time."""
        self._parser.EndElementHandler = self._ended if closely else None

    def _ended(self, name: str) -> None:
        local = name.rpartition(":")[2]
        if local == "v":
            self._parser.CharacterDataHandler = None
        elif local == "c":
            self.watch.closed(self._line, self._column)
            self._look(False)

    def _place(self, local: str, attributes: dict[str, str]) -> None:
        """Which sheet has which relationship, and where that one leads."""
        if local == "sheet":
            ids = [value for name, value in attributes.items() if name.rpartition(":")[2] == "id"]
            self._looked.relationships.setdefault(attributes.get("name", ""), "".join(ids[:1]))
            return
        target = attributes.get("Target", "")
        if not target.lower().endswith(".xml"):
            raise UnreadableFile(_("Buku kerja bermakro tidak dibaca. Simpan ulang sebagai .xlsx biasa."))
        self._looked.targets[attributes.get("Id", "")] = target

    def _cell(self, address: str) -> None:
        match = _ADDRESS.fullmatch(address)
        if match:
            self._column, self._line = _column_number(match[1]), int(match[2])
        else:
            self._column += 1
        self._refuse_far(address or str(self._line))

    def _refuse_far(self, address: str) -> None:
        self._lines, self._columns = max(self._lines, self._line), max(self._columns, self._column)
        if self._lines > MAX_ROWS + 1 or self._columns > MAX_COLUMNS or self._lines * max(self._columns, 1) > MAX_CELLS:
            raise UnreadableFile(
                _("Lembar memiliki sel di %(cell)s; batasnya %(rows)s baris dan %(columns)s kolom. Hapus sel itu.")
                % {"cell": address[:20], "rows": MAX_ROWS, "columns": MAX_CELLS // (MAX_ROWS + 1)}
            )


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
