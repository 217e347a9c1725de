"""A paper is kept by its kind, its number and its date, and names nobody: the trail that cites it is never erased."""

from __future__ import annotations

from datetime import date

import pytest

from netra.intake.written_documents import UnnamedDocument, named_document

ON = date(2024, 10, 18)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("800/12/BKPSDM/2024, 18 Oktober 2024", "800/12/BKPSDM/2024, 18 Oktober 2024"),
        ("Surat 5/BWS/X/2024 tanggal 18 Oktober 2024", "Surat 5/BWS/X/2024 tanggal 18 Oktober 2024"),
        ("2024-10-18  No. 5", "2024-10-18 No. 5"),
        ("Surat sakit a.n. Budi Santoso no. 5, 18 Oktober 2024", "Surat sakit no. 5, 18 Oktober 2024"),
        ("Surat pencabutan Sari Dewanti No. 1, 17/10/2024", "Surat pencabutan No. 1, 17/10/2024"),
        ("SK 7 tanggal 9-10-2024 untuk Budi (contoh)", "SK 7 tanggal 9-10-2024"),
        ("Surat_sakit_Budi_Santoso_no_5, 18 Oktober 2024", "Surat sakit no 5, 18 Oktober 2024"),
        ("Surat 5/Budi/2024, 18 Oktober 2024", "Surat 5/2024, 18 Oktober 2024"),
        ("surat 12-budi-santoso.pdf, 18 Oktober 2024", "surat 12, 18 Oktober 2024"),
        ("B.12/Set.1/KP.05/2024, 18 Oktober 2024", "B.12/Set.1/KP.05/2024, 18 Oktober 2024"),
        ("No. 5 NIP 198001012005011001, 18 Oktober 2024", "No. 5 18 Oktober 2024"),
    ],
)
def test_kind_number_and_date_are_kept_and_names_are_not(written, kept):
    assert named_document(written, on=ON) == kept


@pytest.mark.parametrize("written", ["Surat Budi, 18 Oktober 2024", "NIP 198001012005011001, 18 Oktober 2024", "No. 5"])
def test_a_paper_without_a_number_of_its_own_or_a_date_is_asked_for_again(written):
    with pytest.raises(UnnamedDocument, match="belum menyebut nomor dan tanggal"):
        named_document(written, on=ON)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("800/12/BUDI/2024, 18 Oktober 2024", "800/12/2024, 18 Oktober 2024"),
        ("SK-12-BUDISANTOSO, 18 Oktober 2024", "SK-12, 18 Oktober 2024"),
        ("800/12/BKPSDM/2024, 18 Oktober 2024", "800/12/BKPSDM/2024, 18 Oktober 2024"),
        ("5/SANTO/2024, 18 Oktober 2024", "5/SANTO/2024, 18 Oktober 2024"),
    ],
)
def test_a_name_in_capitals_is_told_from_an_office_by_the_people_of_the_matter(written, kept):
    assert named_document(written, on=ON, people=["Budi Santoso (contoh)"]) == kept


def test_a_name_in_capitals_of_nobody_known_here_looks_like_an_office():
    """The limit: it cannot be told, and the form asks for a number without names."""
    assert named_document("800/12/RATNA/2024, 18 Oktober 2024", on=ON) == "800/12/RATNA/2024, 18 Oktober 2024"
