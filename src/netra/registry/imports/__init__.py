"""Import of agencies, units and civil servants from CSV, XLSX and Parquet: read, check each row, try or write, report.

One bad row never loses a good one: rejected rows come back with their reasons in a file that can be corrected and
imported again. The same file twice changes nothing. A dry run walks the same way and writes nothing.

Words: *sheet* (the rows of a file, however stored), *loader* (what one kind of row becomes), *result*.
"""

from netra.registry.imports.checkpoints import ChangedFile, ImportedElsewhere
from netra.registry.imports.columns import ImportKind, template_csv
from netra.registry.imports.reading import open_sheet
from netra.registry.imports.result import ImportResult, Note, RejectedRow, as_workbook
from netra.registry.imports.run import BATCH_ROWS, import_file, import_run, import_steps
from netra.registry.imports.sheet import Row, UnreadableFile
from netra.registry.imports.staging import (
    NothingStaged,
    discard,
    rejected_rows,
    stage,
    staged,
    staged_file,
    written,
)
from netra.registry.imports.values import BadValue, as_nip

__all__ = [
    "BATCH_ROWS",
    "BadValue",
    "ChangedFile",
    "ImportKind",
    "ImportResult",
    "ImportedElsewhere",
    "Note",
    "NothingStaged",
    "RejectedRow",
    "Row",
    "UnreadableFile",
    "as_nip",
    "as_workbook",
    "discard",
    "import_file",
    "import_run",
    "import_steps",
    "open_sheet",
    "rejected_rows",
    "stage",
    "staged",
    "staged_file",
    "template_csv",
    "written",
]
