"""Files that lie, break or bite: a clear refusal, or the good rows."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from datetime import date

import pytest
from openpyxl import Workbook

from netra.registry.imports import ImportKind, UnreadableFile, xlsx_guard
from netra.registry.imports import sheet as limits
from netra.registry.imports.reading import Table, read_table
from netra.registry.imports.values import BadValue, as_date, as_text
from netra.registry.tests.builders import a_csv, an_xlsx

UNITS = ("Kode Unit", "Nama Unit")
DINKES = ("DINKES", "Dinas Kesehatan")


def read(content: bytes, name: str = "unit.csv") -> Table:
    return read_table(content, name=name, kind=ImportKind.UNITS)


def rows(table: Table) -> list[tuple[int, str]]:
    return [(row.line, str(table.named(row).get("name", ""))) for row in table.rows]


def repacked(content: bytes, part: str, data: bytes, *, renamed: str = "") -> bytes:
    """The workbook with one part replaced, or moved as it is to another place that its relationships name."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            old = source.read(info.filename)
            if renamed:
                old = old.replace(f"/{part}".encode(), f"/{renamed}".encode())
                target.writestr(renamed if info.filename == part else info.filename, old)
            else:
                target.writestr(info.filename, data if info.filename == part else old)
    return out.getvalue()


def with_cell(address: bytes, *, more: bytes = b"") -> bytes:
    """The workbook in which the last cell says it stands elsewhere."""
    content, part = an_xlsx(UNITS, DINKES), "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        xml = archive.read(part)
    changed = xml.replace(b'r="B2"', address).replace(b"</row></sheetData>", more + b"</row></sheetData>")
    assert changed != xml
    return repacked(content, part, changed)


def with_rows(content: bytes, count: int) -> bytes:
    """The workbook with its second row so many times, numbered on: openpyxl would write at it for seconds."""
    part = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        xml = archive.read(part)
    head, row, foot = re.split(rb'(<row r="2".*</row>)', xml)
    rows = (row.replace(b'2"', b'%d"' % number) for number in range(2, count + 2))
    head = re.sub(rb'(<dimension ref="A1:[A-Z]+)2"', rb'\g<1>%d"' % (count + 1), head)
    return repacked(content, part, b"".join((head, *rows, foot)))


class WhenACsvIsRead:
    @pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
    def it_finds_the_delimiter(self, delimiter):
        assert rows(read(a_csv(UNITS, DINKES, delimiter=delimiter))) == [(2, "Dinas Kesehatan")]

    def it_is_not_misled_by_commas_inside_names(self):
        content = a_csv(UNITS, ("A", "Bagian A, B, C, D"), ("B", "Bagian E"))
        assert rows(read(content)) == [(2, "Bagian A, B, C, D"), (3, "Bagian E")]

    def it_believes_the_separator_line_of_excel(self):
        assert rows(read(b"sep=|\r\nKode Unit|Nama Unit\r\nA|B;C;D;E")) == [(3, "B;C;D;E")]

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
    def it_reads_the_encodings_of_unicode(self, encoding):
        assert rows(read("Kode Unit;Nama Unit\nA;Café".encode(encoding))) == [(2, "Café")]

    def it_reads_windows_letters_and_says_so(self):
        table = read("Kode Unit;Nama Unit\nA;Café".encode("cp1252"))
        assert rows(table) == [(2, "Café")]
        assert "Windows-1252" in table.notes[0]

    def it_finds_the_heading_below_a_title(self):
        content = a_csv(
            ("DAFTAR UNIT KERJA",), ("",), ("Keadaan 1 Maret 2018",), ("kode_unit", "NAMA UNIT KERJA"), DINKES
        )
        assert rows(read(content)) == [(5, "Dinas Kesehatan")]

    def it_says_which_headings_are_missing(self):
        with pytest.raises(UnreadableFile, match="Kolom yang belum ada: Nama Unit"):
            read(a_csv(("Kode Unit", "Lainnya"), DINKES))

    def it_keeps_a_cell_of_several_lines_together(self):
        assert rows(read(b'Kode Unit;Nama Unit\nA;"Dinas\nKesehatan"\nB;Dua')) == [(2, "Dinas\nKesehatan"), (4, "Dua")]

    def it_loses_only_the_row_whose_quote_never_closes(self):
        lines = ["Kode Unit;Nama Unit", 'A;"tidak ditutup', *(f"U{number};Unit" for number in range(40))]
        table = read("\n".join(lines).encode())
        assert [row.fault for row in table.rows if row.fault] == ["Tanda kutip dibuka tetapi tidak ditutup."]
        assert len(table.rows) == 41

    @pytest.mark.parametrize(
        "below",
        [
            # The next quote stands in a later row: the reader stumbles there, or takes it for the closing one.
            ("B;Citra", 'C;"Dodi"'),
            ("B;Citra", 'C;Dodi"'),
            ('B;Citra"', "C;Dodi"),
        ],
    )
    def it_gives_back_the_row_of_a_stray_quote_and_keeps_the_rows_below(self, below):
        table = read("\n".join(("Kode Unit;Nama Unit", 'A;"Agus', *below)).encode())
        assert [(row.line, row.fault) for row in table.rows if row.fault] == [
            (2, "Tanda kutip dibuka tetapi tidak ditutup.")
        ]
        assert [(line, name.strip('"')) for line, name in rows(table)[1:]] == [(3, "Citra"), (4, "Dodi")]

    def it_keeps_a_cell_of_several_lines_in_the_first_column(self):
        content = b'Nama Unit;Kode Unit;Induk\n"Dinas\nKesehatan\nKota";A;\nB;B;'
        assert rows(read(content)) == [(2, "Dinas\nKesehatan\nKota"), (5, "B")]

    def it_takes_a_stray_quote_as_it_stands(self):
        assert rows(read(b'Kode Unit;Nama Unit\nA;Layar 5" baru\nB;"Dinas" Dua')) == [
            (2, 'Layar 5" baru'),
            (3, "Dinas Dua"),
        ]

    def it_skips_empty_lines_and_keeps_the_numbers_of_the_others(self):
        assert [line for line, _name in rows(read(b"Kode Unit;Nama Unit\n;\n\nA;B"))] == [4]

    @pytest.mark.parametrize("content", [b"", b"  \r\n "])
    def it_refuses_an_empty_file(self, content):
        with pytest.raises(UnreadableFile, match="Berkas kosong"):
            read(content)

    def it_refuses_bytes_that_are_no_text(self):
        with pytest.raises(UnreadableFile, match="bukan teks CSV"):
            read(b"\x89PNG\r\n\x1a\n\x00\x00")

    def it_refuses_a_file_beyond_the_limit(self, monkeypatch):
        monkeypatch.setattr(limits, "MAX_FILE_BYTES", 10)
        with pytest.raises(UnreadableFile, match="melebihi batas"):
            read(a_csv(UNITS, DINKES))


class WhenAWorkbookIsRead:
    def it_counts_lines_as_the_spreadsheet_does(self):
        assert rows(read(an_xlsx((), UNITS, (), DINKES), "unit.xlsx")) == [(4, "Dinas Kesehatan")]

    def it_says_that_the_name_lies(self):
        assert "dibaca sebagai XLSX" in read(an_xlsx(UNITS, DINKES), "unit.csv").notes[0]
        assert "dibaca sebagai CSV" in read(a_csv(UNITS, DINKES), "unit.xlsx").notes[0]

    def it_says_which_sheet_it_looked_at_when_no_heading_is_there(self):
        """The list stands on the second sheet, behind the instructions."""
        workbook = Workbook()
        first, second = workbook.active, workbook.create_sheet("Daftar")
        assert first is not None
        first.title = "Petunjuk"
        for line in ("Cara mengisi", "Isi semua kolom"):
            first.append([line])
        for row in (UNITS, DINKES):
            second.append(row)
        out = io.BytesIO()
        workbook.save(out)
        with pytest.raises(UnreadableFile, match="Hanya lembar “Petunjuk” dibaca; dilewati: Daftar"):
            read(out.getvalue(), "unit.xlsx")

    def it_refuses_the_old_format_and_locked_files(self):
        with pytest.raises(UnreadableFile, match=r"\.xls"):
            read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 100, "unit.xls")

    def it_refuses_a_zip_that_is_no_workbook(self):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr("surat.txt", "halo")
        with pytest.raises(UnreadableFile, match="bukan buku kerja"):
            read(out.getvalue(), "unit.xlsx")

    @pytest.mark.parametrize("size", [100, 3000])
    def it_refuses_a_workbook_cut_off(self, size):
        with pytest.raises(UnreadableFile, match="rusak"):
            read(an_xlsx(UNITS, DINKES)[:size], "unit.xlsx")

    def it_refuses_a_workbook_whose_sheet_is_not_xml(self):
        with pytest.raises(UnreadableFile, match="rusak"):
            read(repacked(an_xlsx(UNITS, DINKES), "xl/workbook.xml", b"bukan xml <<<"), "unit.xlsx")


class WhenAWorkbookBites:
    def it_refuses_a_zip_bomb_by_its_directory(self, monkeypatch):
        monkeypatch.setattr(xlsx_guard, "MAX_UNPACKED_BYTES", 1024 * 1024)
        bomb = repacked(an_xlsx(UNITS, DINKES), "xl/worksheets/sheet1.xml", b" " * (8 * 1024 * 1024))
        assert len(bomb) < 50_000
        with pytest.raises(UnreadableFile, match="bila dibuka"):
            read(bomb, "unit.xlsx")

    def it_refuses_a_small_file_that_grows_a_hundredfold_before_it_reads_it(self):
        bomb = repacked(an_xlsx(UNITS, DINKES), "xl/theme/theme1.xml", b"<a>" + b"<x/>" * (4 * 1024 * 1024) + b"</a>")
        assert len(bomb) < 50_000
        with pytest.raises(UnreadableFile, match=r"bukan buku kerja yang wajar: isinya \d+ kali lebih besar"):
            read(bomb, "unit.xlsx")

    def it_refuses_more_elements_than_a_full_sheet_has(self, monkeypatch):
        monkeypatch.setattr(xlsx_guard, "MAX_ELEMENTS", 1_000)
        crowd = repacked(an_xlsx(UNITS, DINKES), "xl/theme/theme1.xml", b"<a>" + b"<x/>" * 1_000 + b"</a>")
        with pytest.raises(UnreadableFile, match=r"bukan buku kerja yang wajar: .* 1\.000 unsur"):
            read(crowd, "unit.xlsx")

    def it_reads_an_honest_workbook_of_many_rows_alike(self):
        alike = (DINKES[1], "Jalan Contoh 7", "Jambi", "", "PNS", "Staf", "STAF")
        many = with_rows(an_xlsx((*UNITS, *"ABCDEF"), ("U", *alike)), 20_000)
        with zipfile.ZipFile(io.BytesIO(many)) as archive:
            assert sum(part.file_size for part in archive.infolist()) > xlsx_guard.NEVER_SUSPECT_BYTES
        assert len(read(many, "unit.xlsx").rows) == 20_000

    def it_refuses_a_directory_that_lies_about_sizes(self):
        honest = repacked(an_xlsx(UNITS, DINKES), "xl/worksheets/sheet1.xml", b" " * (2 * 1024 * 1024))
        lying = honest.replace(struct.pack("<L", 2 * 1024 * 1024), struct.pack("<L", 10))
        assert lying != honest
        with pytest.raises(UnreadableFile, match="rusak"):
            read(lying, "unit.xlsx")

    @pytest.mark.parametrize("cell", [b'r="XFD1048576"', b"r = 'A1048576'", b'r="XFD2"', b'r="Z200001"'])
    def it_refuses_a_cell_far_out(self, cell):
        with pytest.raises(UnreadableFile, match="memiliki sel di"):
            read(with_cell(cell), "unit.xlsx")

    def it_refuses_it_also_where_the_parser_gets_small_bites(self, monkeypatch):
        monkeypatch.setattr(xlsx_guard, "_CHUNK", 7)
        with pytest.raises(UnreadableFile, match="memiliki sel di"):
            read(with_cell(b'r="XFD1048576"'), "unit.xlsx")

    def it_refuses_too_many_cells_without_addresses(self):
        with pytest.raises(UnreadableFile, match="memiliki sel di"):
            read(with_cell(b"", more=b"<c/>" * 101), "unit.xlsx")

    def it_refuses_a_sheet_that_hides_in_another_part(self):
        content = with_cell(b'r="XFD1048576"')
        hidden = repacked(content, "xl/worksheets/sheet1.xml", b"", renamed="xl/media/logo.png")
        with pytest.raises(UnreadableFile):
            read(hidden, "unit.xlsx")

    def it_refuses_entities_that_grow(self):
        xml = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><worksheet>&a;</worksheet>'
        with pytest.raises(UnreadableFile, match="rusak"):
            read(repacked(an_xlsx(UNITS, DINKES), "xl/worksheets/sheet1.xml", xml), "unit.xlsx")


class WhenACellIsADate:
    @pytest.mark.parametrize(
        "text",
        [
            "05/03/2018",
            "5/3/2018",
            "05-03-2018",
            "5.3.2018",
            " 05/03/2018 ",
            "2018-03-05",
            "2018-03-05 00:00:00",
            "5 Maret 2018",
            "5 Mar 2018",
            "5-MAR-2018",
            "43164",
        ],
    )
    def it_is_read_with_the_day_first(self, text):
        assert as_date(text, "TMT") == date(2018, 3, 5)

    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            ("03/15/2018", "bulan 15"),
            ("31/02/2018", "hari 31, bulan 2"),
            ("05/03/18", "tahun empat angka"),
            ("5 Foo 2018", "bulan 0"),
            ("kemarin", "bukan tanggal"),
            ("20180305", "bukan tanggal"),
            ("9" * 5000, "bukan tanggal"),
            ("0000-01-01", "tahun 0"),
        ],
    )
    def it_is_refused_with_how_it_was_read(self, text, reason):
        with pytest.raises(BadValue, match=reason):
            as_date(text, "TMT")

    def it_may_be_empty(self):
        assert as_date("  ", "TMT") is None
        assert as_date(None, "TMT") is None


def it_writes_numbers_as_people_do():
    assert [as_text(cell) for cell in (15.0, 15.71, 7, True, date(2018, 3, 5))] == [
        "15",
        "15.71",
        "7",
        "True",
        "2018-03-05",
    ]
