"""Ringkasan statistik: one sheet of paper that can be read, however many cases an instance holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from django.utils import translation

from netra.insight import crossed, follow_up, provinces
from netra.insight.digest import Imprint, digest_pdf
from netra.insight.publications import Revision
from netra.insight.queries import FRAMES, causes_frame, forms_frame, reports_frame, sanctions_frame
from netra.insight.tables import Cell, Cube, Hidden, Row, Table
from netra.insight.tests.builders import noon
from netra.letters.tests.pdf_print import sheets
from netra.letters.tests.pdf_text import says

ON = date(2024, 12, 31)
FULL = Imprint("Semua pemilihan dan di antaranya", ON, "https://netra.example/wawasan/")
# A sheet of A4 in points, and the margin that every printer leaves white.
A4 = (595, 842)
MARGIN = 28
SMALLEST_READABLE = 7.0
LONGEST_NAME = "Dinas Pemberdayaan Masyarakat dan Desa, Kependudukan dan Pencatatan Sipil " * 3


@pytest.fixture(autouse=True)
def _in_indonesian():
    with translation.override("id"):
        yield


def filled(frame: Cube, count: int) -> Table:
    """A figure in every row and column, the later rows the larger ones."""
    places = product(enumerate(frame.rows), frame.columns)
    return replace(frame, counts={("2018", row, column): count + at for (at, row), column in places}).table()


def answered(agencies: int) -> Table:
    """So many authorities, of which the last one owes most: asked 10 000, waiting as many as its number."""
    return follow_up._table(
        Row(f"Instansi nomor {number}, {LONGEST_NAME}", (10_000, 9_000 - number, 1_000, number, 50.5, 21.0))
        for number in range(agencies)
    )


def nation() -> dict[str, Table]:
    """Every form, factor, level and authority of a nation, with numbers of six digits, as its office prints them."""
    pairs = product(forms_frame().rows, forms_frame().columns)
    forms = replace(forms_frame(), counts={("2018", form, pair): 100_000 for form, pair in pairs})
    return {
        "laporan": filled(reports_frame(), 100_000),
        "bentuk": crossed.in_full(forms, ""),
        "penyebab": filled(causes_frame(), 100_000),
        "sanksi": filled(sanctions_frame(), 100_000),
        follow_up.KEY: answered(600),
        provinces.KEY: Table(
            provinces.KEY, "Kantor pengawas", "perkara", "Provinsi", ("a",), (Row("Jambi", (1,)),) * 38
        ),
    }


def told_to_the_public() -> dict[str, Table]:
    """The same, in the columns of the public, where half of the figures are hidden."""
    forms: dict[str, dict[str, Cell]] = {
        form: {"candidate": 70, "MEETING": Hidden.SMALL} for form in forms_frame().rows
    }
    hidden = Row("ringan", (Hidden.SMALL, 12, Hidden.OTHER, 0))
    return nation() | {
        "bentuk": crossed.for_the_public(forms),
        "penyebab": filled(FRAMES["penyebab"](), 100),
        "sanksi": replace(
            FRAMES["sanksi"]().table(), columns=tuple(FRAMES["sanksi"]().columns.values()), rows=(hidden,)
        ),
    }


def nothing_yet() -> dict[str, Table]:
    frames = {
        "laporan": reports_frame(),
        "bentuk": forms_frame(),
        "penyebab": causes_frame(),
        "sanksi": sanctions_frame(),
    }
    return {key: frame.table() for key, frame in frames.items()} | {follow_up.KEY: answered(0)}


def corrected() -> Imprint:
    revision = Revision(ON, 2, "ab" * 32, "Satu laporan terhitung dua kali. " * 15, noon(date(2025, 1, 9)))
    return Imprint.of(revision, scope="Semua pemilihan", page="https://netra.example/statistik/")


@pytest.mark.parametrize(
    ("tables", "imprint"),
    [(nation, FULL), (nothing_yet, FULL), (told_to_the_public, corrected()), (nothing_yet, corrected())],
    ids=["nation", "nothing yet", "public", "public, nothing yet"],
)
def test_it_is_one_sheet_of_a4_whose_smallest_letters_can_be_read(tables, imprint):
    (sheet,) = sheets(digest_pdf(tables(), imprint))
    assert (round(sheet.width), round(sheet.height)) == A4
    assert sheet.smallest >= SMALLEST_READABLE
    assert all(MARGIN < piece.x < sheet.width - MARGIN for piece in sheet.pieces)
    assert all(MARGIN < piece.y < sheet.height - MARGIN for piece in sheet.pieces), "nothing is cut"


def test_the_rows_that_matter_most_stand_on_it_and_it_says_how_many_more_there_are():
    pdf = digest_pdf(nation(), FULL)
    assert says(pdf, "Instansi nomor 599,") and not says(pdf, "Instansi nomor 1,"), "who owes most comes first"
    assert says(pdf, "baris lain, lihat halaman atau CSV")
    assert says(pdf, "Tidak dimuat di halaman ini: Laporan menurut cara masuk dan nasibnya")
    assert says(pdf, "Kantor pengawas (38 baris)")
    assert says(pdf, "https://netra.example/wawasan/")


def test_the_headline_figures_say_what_they_count():
    """Of two reports one is read; two acts; of three sanctions one is below its floor; of five people two wait."""
    reports = replace(reports_frame(), counts={("2018", "WEB", "RECEIVED"): 1, ("2018", "WEB", "REGISTERED"): 1})
    form = next(iter(forms_frame().rows))
    acts = {("2018", form, "candidate/MEETING"): 1, ("-", form, "prospective/SOCIAL_MEDIA"): 1}
    levels = {("2018", "SEVERE", "SEVERE"): 1, ("2018", "SEVERE", "LIGHT"): 1, ("2018", "", "MORAL"): 1}
    tables = nothing_yet() | {
        "laporan": reports.table(),
        "bentuk": crossed.in_full(replace(forms_frame(), counts=acts), ""),
        "sanksi": replace(sanctions_frame(), counts=levels).table(),
        follow_up.KEY: follow_up._table(
            [Row("Kota", (3, 1, 1, 1, 66.7, 9.0)), Row("Provinsi", (2, 1, 0, 1, 50.0, 9.0))]
        ),
    }
    pdf = digest_pdf(tables, FULL)
    for words in (
        "2 laporan 1 sedang diperiksa",
        "2 perbuatan",
        "3 orang yang dijatuhi sanksi, sekali per pemilihan dan tingkat 1 di bawah batas bawah hukum",
        "5 orang yang direkomendasikan, sekali per perkara 2 belum diputus",
    ):
        assert says(pdf, words), words


def test_the_public_is_told_at_least_how_many_there_are():
    pdf = digest_pdf(told_to_the_public(), corrected())
    assert says(pdf, f"≥ {70 * len(forms_frame().rows):,}".replace(",", ".")), (
        "the phase of every form is told, its channel is not"
    )
    assert says(pdf, "≥ 12 orang yang dijatuhi sanksi")
    assert says(pdf, "sel yang ditutup tidak terhitung")
    assert says(pdf, "Koreksi (terbitan ke-2): Satu laporan terhitung dua kali.")
    assert says(pdf, "(selengkapnya pada halaman)")
    assert says(pdf, "Terbit 9 Januari 2025") and says(pdf, "ab" * 32)
