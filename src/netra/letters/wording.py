"""How Indonesian official letters write days, numbers and text: "14 Juli 2026", "VII", "empat belas", "3 (tiga)".

Nothing here depends on the language of the screen: a letter is Indonesian, whoever reads the page.
"""

from __future__ import annotations

import unicodedata
from datetime import date
from functools import lru_cache
from itertools import pairwise

DAY_NAMES = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTH_NAMES = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
ROMAN_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_UNITS = (
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
)
# Ranges that the bundled fonts can draw; PDF/A and PDF/UA forbid a glyph that no font has.
PRINTABLE = (
    (0x0020, 0x007E),
    (0x00A0, 0x04FF),
    (0x0621, 0x063A),
    (0x0640, 0x0652),
    (0x0660, 0x0669),
    (0x1E00, 0x1EFF),
    (0x2010, 0x2027),
    (0x2030, 0x2040),
    (0x20A0, 0x20BF),
    (0x2190, 0x22FF),
)
_MOST_COMBINING_MARKS = 2


def day_words(day: date) -> str:
    """`14 Juli 2026`."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def day_name(day: date) -> str:
    """`Selasa`."""
    return DAY_NAMES[day.weekday()]


def day_spelled(day: date) -> str:
    """`empat belas bulan Juli tahun dua ribu dua puluh enam`, as a record (berita acara) opens."""
    return f"{spelled(day.day)} bulan {MONTH_NAMES[day.month - 1]} tahun {spelled(day.year)}"


def roman_month(day: date) -> str:
    """`VII`, as it stands in the number of a letter."""
    return ROMAN_MONTHS[day.month - 1]


def spelled(number: int) -> str:
    """A whole number from 0 to 999,999 in words (terbilang)."""
    if not 0 <= number < 1_000_000:
        raise ValueError(f"{number}: only 0 to 999,999 can be spelled")
    if number < len(_UNITS):
        return _UNITS[number]
    if number < 20:
        return f"{_UNITS[number - 10]} belas"
    for size, word, one in ((1000, "ribu", "seribu"), (100, "ratus", "seratus"), (10, "puluh", "sepuluh")):
        if number >= size:
            count, rest = divmod(number, size)
            head = one if count == 1 else f"{spelled(count)} {word}"
            return f"{head} {spelled(rest)}" if rest else head
    raise AssertionError(number)


def counted(number: int, noun: str) -> str:
    """`3 (tiga) berkas`."""
    return f"{number} ({spelled(number)}) {noun}"


def printable(text: str) -> str:
    """The text as a letter can print it, so that what is stored and what is printed never differ.

    Invisible characters (zero-width, direction overrides, control) are taken out, for they can make a name read as
    another. A character that no bundled font can draw, such as an emoji in a quoted post, is written as its code,
    `[U+1F600]`, so that nothing quoted is lost.
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    return _without_piles("".join(_drawn(char) for char in composed)).strip()


@lru_cache(maxsize=4096)
def _drawn(char: str) -> str:
    if char == "\n":
        return char
    if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"}:
        return ""
    code = ord(char)
    if unicodedata.category(char) != "Cn" and any(first <= code <= last for first, last in PRINTABLE):
        return char
    return f"[U+{code:04X}]"


def _without_piles(text: str) -> str:
    """Marks piled upon one letter cover the lines around it; two are enough for every language of the country."""
    kept = text[:1]
    run = 0
    for _before, char in pairwise(text):
        run = run + 1 if unicodedata.combining(char) else 0
        kept += char if run <= _MOST_COMBINING_MARKS else ""
    return kept
