"""From a spreadsheet or a pasted list to the lines of an attendance: only the NIP is read, whatever else is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from netra.prevention.entries import Present
from netra.registry.imports import BadValue, Row, UnreadableFile, as_nip, open_sheet

MOST_LINES = 100_000
_HEADINGS = frozenset({"nip", "nip baru", "nomor induk pegawai", "ni pppk", "nip/ni pppk"})
_LINES_BEFORE_HEADING = 15


def present_in_file(content: bytes) -> list[Present]:
    """The lines below the heading NIP. A cell that cannot be one stays a line, so that it is told and not lost.

    Fails with UnreadableFile where no column is headed NIP.
    """
    rows = iter(open_sheet(content).rows)
    place = _column(rows)
    found = [Present(row.line, _nip(row, place)) for row in rows if not row.is_empty]
    return _within(found)


def present_in_text(text: str) -> list[Present]:
    """A list that was typed or pasted, one NIP on a line, blanks between the digits allowed."""
    lines = [(number, "".join(line.split())) for number, line in enumerate(text.splitlines(), start=1)]
    return _within([Present(number, nip) for number, nip in lines if nip])


def _column(rows: Iterator[Row]) -> int:
    for _number, row in zip(range(_LINES_BEFORE_HEADING), rows, strict=False):
        for place, cell in enumerate(row.cells):
            if str(cell).strip().casefold() in _HEADINGS:
                return place
    raise UnreadableFile(_("Tidak ada kolom berjudul NIP. Beri judul itu pada baris pertama, lalu unggah kembali."))


def _nip(row: Row, place: int) -> str:
    try:
        return "".join(as_nip(row.cells[place]).split()) if place < len(row.cells) else ""
    except BadValue:
        return str(row.cells[place])


def _within(found: Sequence[Present]) -> list[Present]:
    if not found:
        raise UnreadableFile(_("Daftar ini tidak berisi NIP satu pun."))
    if len(found) > MOST_LINES:
        raise UnreadableFile(_("Lebih dari %d baris. Bagi menjadi beberapa berkas.") % MOST_LINES)
    return list(found)
