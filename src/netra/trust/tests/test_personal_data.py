"""Numbers and addresses by which somebody is found, in the many ways in which people write them; and what is none.

A long text takes no longer than its length.
"""

from __future__ import annotations

from time import process_time

import pytest

from netra.trust.personal_data import personal_data_in


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("198701012010011001", "NIP (18 angka)"),
        ("19870101 201001 1 001", "NIP (18 angka)"),
        ("1987 0101 2010 011 001", "NIP (18 angka)"),
        ("1987\u200b01012010011001", "NIP (18 angka)"),
        ("1571010101870001", "NIK (16 angka)"),
        ("1571 0101 0187 0001", "NIK (16 angka)"),
        ("hubungi sari@contoh.id", "alamat surel"),
        ("081234567890", "nomor telepon"),
        ("0812/3456/7890", "nomor telepon"),
        ("+62 (812) 3456-7890", "nomor telepon"),
        ("08\u200b12 3456 7890", "nomor telepon"),
    ],
)
def test_they_are_found(text, kind):
    assert personal_data_in(f"Terlapor: {text}.") == kind


@pytest.mark.parametrize(
    "text",
    [
        "Surat Nomor 700/12/KP.05/2024 tanggal 8 Januari 2024",
        "Nomor 08/BKPSDM/2018",
        "antara 2018-06-27 dan 2018-06-28",
        "2018-06-27 2018-06-28",
        "pukul 08.30 sampai 11.45",
        "Rp 1.250.000.000",
        "PKR-2018-3QNZ2PCBGR",
        "",
    ],
)
def test_other_numbers_pass(text):
    assert personal_data_in(text) == ""


@pytest.mark.parametrize(
    "text", ["a@b.id", "tulis ke siti.contoh@bkd.contoh.go.id, ya", "<a@b.id>", "a@b@c.id", "a@@b.id"]
)
def test_an_address_is_found(text: str):
    assert personal_data_in(text) == "alamat surel"


@pytest.mark.parametrize(
    "text", ["pukul 9 @ balai kota. Lalu pulang", "@akun_contoh.", "a@b", "a @b.id", "5 kg @ 2.500"]
)
def test_what_is_none_is_none(text: str):
    assert personal_data_in(text) == ""


def seconds(text: str) -> float:
    """The quickest of five, which other work on the machine slows least."""
    taken = []
    for _ in range(5):
        begun = process_time()
        personal_data_in(text)
        taken.append(process_time() - begun)
    return min(taken)


@pytest.mark.parametrize("part", ["a@", "@", "a@b..", ".@a", " a@b"])
def test_twice_the_text_takes_less_than_four_times_as_long(part: str):
    assert seconds(part * 8_000) < 4 * seconds(part * 4_000)
