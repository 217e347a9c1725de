"""XLSX, opened only after it was found harmless. Formulas are never computed: the value saved with them counts."""

from __future__ import annotations

import io

from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum, XmlError, ZipError

from netra.registry.imports.sheet import Row, Sheet, UnreadableFile
from netra.registry.imports.xlsx_guard import damaged, refuse_harmful


def read_xlsx(content: bytes) -> Sheet:
    """The rows of the first visible sheet that has any; raises UnreadableFile with the reason."""
    refuse_harmful(content)
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
    rows = (Row(line, tuple(cells)) for line, cells in enumerate(filled[0].iter_rows(), start=1))
    return Sheet(rows, notes)
