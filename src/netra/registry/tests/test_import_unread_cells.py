"""A cell that shows an error, or a formula whose result the file does not keep, is told; it is never taken as blank."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
from openpyxl import Workbook

from netra.registry.imports import ImportKind, UnreadableFile, xlsx_guard
from netra.registry.models import CivilServant, PositionSpell
from netra.registry.tests import builders as make
from netra.registry.tests.builders import ANI_ROW as ANI
from netra.registry.tests.builders import BUDI_ROW as BUDI
from netra.registry.tests.builders import PEOPLE_COLUMNS as PEOPLE
from netra.registry.tests.builders import UNIT_COLUMNS as UNITS
from netra.registry.tests.builders import a_csv, an_xlsx, counts, reasons
from netra.registry.tests.builders import run_import as run

pytestmark = pytest.mark.django_db

SHEET = "xl/worksheets/sheet1.xml"
ERRORS = ["#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!"]
NO_RESULT = "Kolom “TMT” berisi rumus tanpa hasil"


@pytest.fixture(autouse=True)
def agency() -> None:
    make.make_agency()


def rewritten(content: bytes, old: str, new: str) -> bytes:
    """The workbook whose first sheet says something else."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            data = source.read(info.filename)
            if info.filename == SHEET:
                assert old.encode() in data
                data = data.replace(old.encode(), new.encode())
            target.writestr(info.filename, data)
    return out.getvalue()


def with_start(cell: object) -> bytes:
    """Ani as she should be, and Budi whose start stands in this cell."""
    return an_xlsx(PEOPLE, ANI, (*BUDI[:9], cell))


class WhenACellHoldsAFormula:
    def it_rejects_the_row_whose_result_was_never_saved_and_says_what_to_do(self):
        """Not: Budi begins on the day of the import."""
        result = run(with_start("=DATE(2016,3,1)"), name="pegawai.xlsx")
        assert counts(result) == (1, 0, 0, 1)
        assert NO_RESULT in reasons(result)[3]
        assert "simpan sekali" in reasons(result)[3]
        assert not CivilServant.objects.filter(nip=make.BUDI_NIP).exists()

    @pytest.mark.parametrize("tag", ["<v />", "<v></v>", ""])
    def it_sees_it_however_the_writer_leaves_the_result_out(self, tag):
        content = rewritten(with_start("=A1"), "<f>A1</f><v />", f"<f>A1</f>{tag}")
        assert NO_RESULT in reasons(run(content))[3]

    def it_sees_it_where_rows_share_one_formula(self):
        shared = '<f t="shared" si="0"/>'
        assert NO_RESULT in reasons(run(rewritten(with_start("=A1"), "<f>A1</f><v />", shared)))[3]

    def it_sees_it_where_the_parser_gets_small_bites(self, monkeypatch):
        monkeypatch.setattr(xlsx_guard, "_CHUNK", 7)
        assert NO_RESULT in reasons(run(with_start("=A1")))[3]

    def it_takes_the_result_that_was_saved(self):
        content = rewritten(with_start("=A1"), "<f>A1</f><v />", "<f>A1</f><v>42430</v>")
        assert counts(run(content)) == (2, 0, 0, 0)
        assert PositionSpell.objects.get(civil_servant__nip=make.BUDI_NIP).start_date == date(2016, 3, 1)

    def it_takes_a_saved_result_that_is_blank_as_a_blank(self):
        """=IF(A1="","",A1), as a spreadsheet program saves it."""
        content = rewritten(
            an_xlsx(PEOPLE, (*ANI[:4], "=A1", *ANI[5:])),
            '<c r="E2"><f>A1</f><v />',
            '<c r="E2" t="str"><f>A1</f><v></v>',
        )
        assert counts(run(content)) == (1, 0, 0, 0)

    def it_tells_a_last_row_of_nothing_but_formulas(self):
        result = run(an_xlsx(PEOPLE, ANI, [f"=Lain!{letter}9" for letter in "ABCDEFGHIJ"]))
        assert counts(result) == (1, 0, 0, 1)
        assert "Kolom “NIP” berisi rumus tanpa hasil" in reasons(result)[3]
        assert "Kolom “TMT” berisi rumus tanpa hasil" in reasons(result)[3]

    def it_minds_no_formula_in_a_column_that_nobody_reads(self):
        content = an_xlsx((*PEOPLE, "Umur"), (*ANI, "=1+1"), (*BUDI, "#REF!"), (*[""] * 10, "=1+1"))
        assert counts(run(content)) == (2, 0, 0, 0)

    def it_finds_the_column_where_the_table_stands_further_right(self):
        content = an_xlsx((None, *PEOPLE), (None, *ANI), (None, *BUDI[:9], "=A1"))
        result = run(content)
        assert counts(result) == (1, 0, 0, 1)
        assert NO_RESULT in reasons(result)[3]

    def it_looks_at_the_sheet_that_is_read(self):
        workbook = Workbook()
        first, second = workbook.active, workbook.create_sheet("Pegawai & Unit")
        assert first is not None
        first.sheet_state = "hidden"
        for row in (PEOPLE, ANI, (*BUDI[:9], "=A1")):
            second.append(list(row))
        first.append(["=1", "#REF!"])
        out = io.BytesIO()
        workbook.save(out)
        assert NO_RESULT in reasons(run(out.getvalue()))[3]

    def it_tells_the_columns_of_units_too(self):
        result = run(an_xlsx(UNITS, ("JAMBI-KOTA", "A", "=B2", "")), ImportKind.UNITS)
        assert "Kolom “Nama Unit” berisi rumus tanpa hasil" in reasons(result)[2]

    def it_refuses_a_sheet_of_more_such_cells_than_it_keeps(self, monkeypatch):
        monkeypatch.setattr(xlsx_guard, "MAX_UNREAD", 3)
        with pytest.raises(UnreadableFile, match="rumus tanpa hasil atau galat"):
            run(an_xlsx(PEOPLE, ["=1+1"] * 4))

    def it_counts_them_over_all_sheets_together(self, monkeypatch):
        monkeypatch.setattr(xlsx_guard, "MAX_UNREAD", 3)
        workbook = Workbook()
        for sheet in (workbook.active, workbook.create_sheet("Lain")):
            assert sheet is not None
            for row in (PEOPLE, ["=1+1"] * 2):
                sheet.append(list(row))
        out = io.BytesIO()
        workbook.save(out)
        with pytest.raises(UnreadableFile, match="lebih dari 3 sel"):
            run(out.getvalue())


class WhenACellShowsAnError:
    @pytest.mark.parametrize("error", ERRORS)
    def it_rejects_the_row_and_says_which_error_in_which_column(self, error):
        result = run(with_start(error), name="pegawai.xlsx")
        assert counts(result) == (1, 0, 0, 1)
        assert f"Kolom “TMT” berisi galat {error}" in reasons(result)[3]

    def it_rejects_it_also_where_the_error_is_the_saved_result_of_a_formula(self):
        saved = rewritten(
            with_start("=A1"), '<c r="J3"><f>A1</f><v />', '<c r="J3" t="e"><f>VLOOKUP(A3,X,2)</f><v>#N/A</v>'
        )
        assert "Kolom “TMT” berisi galat #N/A" in reasons(run(saved))[3]

    @pytest.mark.parametrize("error", [*ERRORS, "Err:502", "########"])
    def it_takes_none_for_a_post_where_a_csv_writes_it_out(self, error):
        result = run(a_csv(PEOPLE, (*ANI[:5], error, *ANI[6:]), BUDI))
        assert counts(result) == (1, 0, 0, 1)
        assert f"Kolom “Jabatan” berisi galat {error}" in reasons(result)[2]

    def it_keeps_a_blank_a_blank(self):
        assert counts(run(an_xlsx(PEOPLE, (*ANI[:9], None)))) == (1, 0, 0, 0)

    def it_gives_the_row_back_so_that_it_cannot_slip_in_as_a_blank(self):
        rejected = run(an_xlsx(PEOPLE, (*ANI[:5], "=A1", *ANI[6:9], "#REF!")))
        for again in (run(rejected.rejected_csv()), run(rejected.rejected_xlsx())):
            assert counts(again) == (0, 0, 0, 1)
            assert "Kolom “Jabatan” berisi rumus tanpa hasil" in reasons(again)[2]
            assert "Kolom “TMT” berisi galat #REF!" in reasons(again)[2]
