"""Days, numbers and text as Indonesian letters write them."""

from __future__ import annotations

from datetime import date

import pytest

from netra.letters.wording import counted, day_name, day_spelled, day_words, printable, roman_month, spelled


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (1, "satu"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (19, "sembilan belas"),
        (20, "dua puluh"),
        (21, "dua puluh satu"),
        (100, "seratus"),
        (111, "seratus sebelas"),
        (999, "sembilan ratus sembilan puluh sembilan"),
        (1000, "seribu"),
        (1999, "seribu sembilan ratus sembilan puluh sembilan"),
        (2026, "dua ribu dua puluh enam"),
        (11_000, "sebelas ribu"),
        (100_000, "seratus ribu"),
        (999_999, "sembilan ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh sembilan"),
    ],
)
def it_spells_numbers(number: int, words: str):
    assert spelled(number) == words


@pytest.mark.parametrize("number", [-1, 1_000_000])
def it_does_not_guess_numbers_it_cannot_spell(number: int):
    with pytest.raises(ValueError, match="spelled"):
        spelled(number)


def it_writes_days_in_words():
    day = date(2026, 7, 14)
    assert day_words(day) == "14 Juli 2026"
    assert day_name(day) == "Selasa"
    assert day_spelled(day) == "empat belas bulan Juli tahun dua ribu dua puluh enam"
    assert roman_month(day) == "VII"
    assert counted(3, "berkas") == "3 (tiga) berkas"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Budi\u202eitnaS", "BudiitnaS"),
        ("Bu\u200bdi\ufeff", "Budi"),
        ("a\x00b\x07c", "abc"),
        ("satu\r\ndua\rtiga", "satu\ndua\ntiga"),
        ("dukung \U0001f44d!", "dukung [U+1F44D]!"),
        ("你", "[U+4F60]"),
        ("Se\u0301lamat", "Sélamat"),
        ("سلام", "سلام"),
        ("Rp1.000 — “kutip” ≤ ½", "Rp1.000 — “kutip” ≤ ½"),
        ("z" + "\u0336" * 40, "z\u0336\u0336"),
        ("\ud800", ""),
        ("  rapi  ", "rapi"),
    ],
)
def it_keeps_what_can_be_printed_and_names_what_cannot(text: str, printed: str):
    assert printable(text) == printed
