"""Articles as a decree writes them; the expected sentences are written by hand, after UU 12/2011 and its annex."""

from __future__ import annotations

import pytest

from netra.law.citations import all_in_full, in_full, is_conditional, recalled_as
from netra.law.instruments import INSTRUMENTS

PP_94 = "Peraturan Pemerintah Nomor 94 Tahun 2021"
PP_53 = "Peraturan Pemerintah Nomor 53 Tahun 2010"


@pytest.mark.parametrize(
    ("short", "decree"),
    [
        ("PP 94/2021 Pasal 5 huruf n angka 6", f"Pasal 5 huruf n angka 6 {PP_94}"),
        (
            "PP 94/2021 Pasal 5 huruf n angka 6 jo. Pasal 14 huruf i angka 4",
            f"Pasal 5 huruf n angka 6 jo. Pasal 14 huruf i angka 4 {PP_94}",
        ),
        ("PP 94/2021 Pasal 42 ayat (2) jo. PP 53/2010 Pasal 7 ayat (3) huruf a", None),
        (
            "PP 53/2010 Pasal 4 angka 15 huruf d jo. Pasal 12 angka 9 (kepala daerah)",
            f"Pasal 4 angka 15 huruf d jo. Pasal 12 angka 9 {PP_53}",
        ),
        ("PP 79/2021 Pasal 5–6", "Pasal 5 dan Pasal 6 Peraturan Pemerintah Nomor 79 Tahun 2021"),
        (
            "UU 1/2015 jo. UU 8/2015 Pasal 71 ayat (1)",
            "Pasal 71 ayat (1) Undang-Undang Nomor 1 Tahun 2015 sebagaimana telah diubah dengan Undang-Undang "
            "Nomor 8 Tahun 2015",
        ),
        (
            "Perbawaslu 7/2022 (pasal belum dilihat)",
            "Peraturan Badan Pengawas Pemilihan Umum Nomor 7 Tahun 2022, belum diverifikasi ke naskah asli",
        ),
        (
            "Peraturan Wali Kota Jambi Nomor 3 Tahun 2020 Pasal 4",
            "Peraturan Wali Kota Jambi Nomor 3 Tahun 2020 Pasal 4",
        ),
    ],
)
def test_a_decree_names_the_article_first_and_the_instrument_in_full(short: str, decree: str | None) -> None:
    assert in_full(short) == (decree or f"Pasal 42 ayat (2) {PP_94} jo. Pasal 7 ayat (3) huruf a {PP_53}")


def test_several_are_each_written_in_full() -> None:
    assert all_in_full("PP 94/2021 Pasal 8; PP 53/2010 Pasal 7") == f"Pasal 8 {PP_94}; Pasal 7 {PP_53}"


def test_what_is_recalled_bears_its_title() -> None:
    assert recalled_as("PP 94/2021") == f"{PP_94} tentang Disiplin Pegawai Negeri Sipil"
    assert (
        recalled_as("UU 20/2023 Pasal 52") == "Pasal 52 Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara"
    )


def test_an_article_that_hangs_on_a_condition_is_known() -> None:
    assert is_conditional("PP 94/2021 Pasal 14 huruf i angka 1 (bila mengerahkan PNS lain)")
    assert not is_conditional("PP 53/2010 Pasal 12 angka 9 (kepala daerah)")
    assert not is_conditional("PP 94/2021 Pasal 42 ayat (2)")


def test_a_title_stands_only_beside_a_name() -> None:
    assert [each.code for each in INSTRUMENTS.values() if each.about and not each.named] == []
