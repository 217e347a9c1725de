"""Cells that hold something but no value: an error, or a formula whose result the file does not keep.

The reader of workbooks hands both over as blank, and a blank means that nothing was said. So they are found in the XML
itself, while the guard looks through it, and stay what they are until their row is rejected.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from netra.registry.imports.sheet import Cell, Unread, UnreadableFile

# In line and column, as one counts in a spreadsheet: from one.
UnreadCells = dict[int, dict[int, Unread]]

UNCOMPUTED = Unread("#RUMUS!")
_UNNAMED_ERROR = Unread("#GALAT!")
# The errors of Excel and LibreOffice, and what a column that is too narrow leaves in a CSV.
_ERROR = re.compile(r"#[A-Z0-9/_]{1,20}[!?]|#N/A|#GETTING_DATA|Err:[0-9]{3}|#{3,}")


def unread(cell: Cell) -> Unread | None:
    """What kept this cell from being read; None for any other. In a CSV an error is a text like any other."""
    if isinstance(cell, Unread):
        return cell
    # Most cells of long files begin with neither.
    if not isinstance(cell, str) or not cell.lstrip().startswith(("#", "Err:")):
        return None
    return Unread(cell.strip()) if _ERROR.fullmatch(cell.strip()) else None


def why_unread(cell: Unread, heading: str) -> str:
    """What was found under which heading, and what to do now."""
    if cell == UNCOMPUTED:
        return _(
            "Kolom “%(heading)s” berisi rumus tanpa hasil. Buka berkas dengan aplikasi lembar kerja dan simpan sekali, "
            "atau tempel nilainya saja, lalu impor lagi."
        ) % {"heading": heading}
    return _("Kolom “%(heading)s” berisi galat %(error)s. Perbaiki rumusnya atau tulis nilainya, lalu impor lagi.") % {
        "heading": heading,
        "error": cell.word,
    }


@dataclass(slots=True)
class CellWatch:
    """Follows one cell after the other through the XML of a sheet and keeps what has no value."""

    most: int
    # How many are kept of the sheets before.
    kept: int = 0
    found: UnreadCells = field(default_factory=dict)
    _kind: str = ""
    _is_formula: bool = False
    _has_value: bool = False
    _text: str = ""

    def opened(self, kind: str) -> bool:
        """A cell of this kind begins; whether its content is to be looked at."""
        self._kind, self._is_formula, self._has_value, self._text = kind, False, False, ""
        return kind == "e"

    def formula(self) -> None:
        self._is_formula = True

    def value(self) -> None:
        self._has_value = True

    def text(self, piece: str) -> None:
        """Some of the value; of a long one the beginning is enough."""
        self._text = (self._text + piece)[:40]

    def closed(self, line: int, column: int) -> None:
        """The cell ends; raises UnreadableFile beyond the most that is kept."""
        cell = self._unread()
        if cell is None:
            return
        self.kept += 1
        if self.kept > self.most:
            raise UnreadableFile(
                _(
                    "Berkas berisi lebih dari %(limit)s sel rumus tanpa hasil atau galat. Buka dengan aplikasi lembar "
                    "kerja, simpan sekali, atau tempel nilainya saja ke buku kerja baru."
                )
                % {"limit": f"{self.most:,}".replace(",", ".")}
            )
        self.found.setdefault(line, {})[column] = cell

    def _unread(self) -> Unread | None:
        if self._kind == "e":
            return unread(self._text) or _UNNAMED_ERROR
        if not self._is_formula or self._text.strip():
            return None
        # A formula that makes an empty text was computed: its result is a blank.
        return None if self._kind == "str" and self._has_value else UNCOMPUTED
