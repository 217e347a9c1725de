"""XLSX, opened only after it was found harmless. Formulas are never computed: the value saved with them counts.

A formula without a saved value and an error reach us as blank cells; they are put back as what they are.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetVisibleEnum, XmlError, ZipError

from netra.registry.imports.sheet import Cell, Row, Sheet, Unread, UnreadableFile
from netra.registry.imports.xlsx_guard import damaged, looked_through


def read_xlsx(content: bytes) -> Sheet:
    """The rows of the first visible sheet that has any; raises UnreadableFile with the reason."""
    looked = looked_through(content)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        shown = [part.name for part in workbook.sheets_metadata if part.visible is SheetVisibleEnum.Visible]
        sheets = [workbook.get_sheet_by_name(name) for name in shown]
    except (CalamineError, XmlError, ZipError) as error:
        raise damaged() from error
    filled = [sheet for sheet in sheets if sheet.total_height > 0]
    if not filled:
        raise UnreadableFile(_("Berkas XLSX tidak berisi baris apa pun."))
    notes: tuple[str, ...] = ()
    if len(filled) > 1:
        read = {"first": filled[0].name, "names": ", ".join(sheet.name for sheet in filled[1:])}
        notes = (_("Hanya lembar “%(first)s” dibaca; dilewati: %(names)s.") % read,)
    return Sheet(_rows(filled[0], looked.unread_in(filled[0].name)), notes)


def _rows(sheet: CalamineSheet, unread: Mapping[int, Mapping[int, Unread]]) -> Iterator[Row]:
    """The rows from the top, each from the first column that holds anything; rows of formulas alone may stand last."""
    first = sheet.start[1] + 1 if sheet.start else 1
    line = 0
    for line, cells in enumerate(sheet.iter_rows(), start=1):
        yield Row(line, _with(cells, unread.get(line), first))
    for last in sorted(number for number in unread if number > line):
        yield Row(last, _with([""] * sheet.width, unread[last], first))


def _with(cells: Sequence[Cell], unread: Mapping[int, Unread] | None, first: int) -> tuple[Cell, ...]:
    if not unread:
        return tuple(cells)
    return tuple(unread.get(column, cell) for column, cell in enumerate(cells, start=first))
