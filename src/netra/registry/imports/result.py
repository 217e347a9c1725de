"""What an import did, row by row where it matters, and the file of rejected rows to correct and import again."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.cell import Cell as WorkbookCell
from openpyxl.cell import WriteOnlyCell
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from netra.registry.imports.columns import LINE_HEADING, REASON_HEADING, ImportKind
from netra.registry.imports.sheet import Cell
from netra.registry.imports.values import as_text
from netra.registry.wording import without_formula


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row that was not imported: its line in the file, its cells as they stood, and every reason."""

    line: int
    cells: tuple[Cell, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """Something the importer did or left out and the officer should know; line 0 is the whole file."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class ImportResult:
    """Counts of rows; `created + changed + unchanged + rejected_count` is every row of the file.

    Of very many rejected rows the first hundred thousand are `rejected`, and `more_rejected` counts the others.
    """

    kind: ImportKind
    sha256: str
    dry_run: bool
    created: int
    changed: int
    unchanged: int
    rejected: tuple[RejectedRow, ...]
    notes: tuple[Note, ...]
    heading: tuple[str, ...]
    more_rejected: int = 0

    @property
    def rejected_count(self) -> int:
        return len(self.rejected) + self.more_rejected

    @property
    def total(self) -> int:
        return self.created + self.changed + self.unchanged + self.rejected_count

    def rejected_csv(self) -> bytes:
        """The rejected rows with line and reason; nothing in it can run as a formula."""
        out = io.StringIO()
        csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(
            [without_formula(text) for text in row] for row in self._rejected_table()
        )
        return out.getvalue().encode("utf-8-sig")

    def rejected_xlsx(self) -> bytes:
        """The same as a workbook in which every cell is text, so that a NIP keeps its digits."""
        return as_workbook("Ditolak", self._rejected_table())

    def _rejected_table(self) -> Iterator[list[str]]:
        heading = [text for text in self.heading if text not in {LINE_HEADING, REASON_HEADING}]
        kept = [index for index, text in enumerate(self.heading) if text not in {LINE_HEADING, REASON_HEADING}]
        yield [LINE_HEADING, *heading, REASON_HEADING]
        for row in self.rejected:
            cells = [as_text(row.cells[index]) if index < len(row.cells) else "" for index in kept]
            yield [str(row.line), *cells, " ".join(row.reasons)]


def as_workbook(title: str, rows: Iterable[Sequence[str]]) -> bytes:
    """A workbook of one sheet in which every cell is text: a NIP keeps its digits, and nothing runs as a formula."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet(title)
    for row in rows:
        sheet.append([_text_cell(sheet, text) for text in row])
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def _text_cell(sheet: WriteOnlyWorksheet, text: str) -> WorkbookCell:
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    return cell
