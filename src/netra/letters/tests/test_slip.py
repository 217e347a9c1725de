"""The slip that a reporter takes home."""

from __future__ import annotations

from netra.letters.slip import receipt_slip
from netra.letters.tests.builders import AT
from netra.letters.tests.examples import HEAD
from netra.letters.tests.pdf_text import pdf_text


def it_shows_the_code_and_where_to_type_it():
    slip = receipt_slip(
        head=HEAD,
        report_ref="LAP-2026-7K3QX9M2AB",
        code="7K3Q-X9AB-CDEF-GHJK-M",
        received_at=AT,
        follow_url="https://netra.example/laporan/",
    )
    text = pdf_text(slip)
    assert "7K3Q-X9AB-CDEF-GHJK-M" in text
    assert "https://netra.example/laporan/" in text
    assert "Selasa tanggal 14 Juli 2026 pukul 10.00 WIB" in text.replace("\n", " ")


def it_tells_day_and_hour_by_the_clocks_of_the_region_with_their_zone():
    """Five past ten in the evening in Jakarta is after midnight in Jayapura, the next day."""
    slip = receipt_slip(
        head=HEAD,
        report_ref="LAP-2026-7K3QX9M2AB",
        code="7K3Q-X9AB-CDEF-GHJK-M",
        received_at=AT.replace(hour=15, minute=5),
        follow_url="https://netra.example/laporan/",
        region_code="91.71",
    )
    assert "Rabu tanggal 15 Juli 2026 pukul 00.05 WIT" in pdf_text(slip).replace("\n", " ")


def it_keeps_the_code_out_of_what_the_file_says_about_itself():
    slip = receipt_slip(
        head=HEAD,
        report_ref="LAP-2026-7K3QX9M2AB",
        code="7K3Q-X9AB-CDEF-GHJK-M",
        received_at=AT,
        follow_url="https://netra.example/laporan/",
    )
    assert b"7K3Q-X9AB" not in slip
