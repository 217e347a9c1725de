"""What is read from a NIK, a NIP and a written date: a day of birth, a sex, a region, or why nothing could be read.

A NIK has sixteen digits: six of the region that issued it, day, month and year of birth (of a woman the day plus 40),
four of a serial number. A NIP begins with the date of birth; its fifteenth digit is 1 for a man and 2 for a woman.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

NIK_LENGTH, NIP_LENGTH = 16, 18
_WOMAN = 40
# Two digits of a year below this belong to this century: nobody on a list is a hundred years old, nor a child.
_THIS_CENTURY_BELOW = 20
_FIRST_YEAR, _LAST_YEAR = 1920, 2020
_SEPARATORS = re.compile(r"[\s.\-'’`\u00a0]")
_MONTHS = ("jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des")
_OTHER_MONTHS = {"may": 5, "aug": 8, "oct": 10, "dec": 12, "ags": 8, "pebruari": 2, "nopember": 11}
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4})(?!\d)")
_IN_WORDS = re.compile(r"(?<!\d)(\d{1,2})[\s-]+([A-Za-z]{3,9})[\s-]+(\d{4})(?!\d)")
_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")


@dataclass(frozen=True, slots=True)
class Number:
    """What a NIK or NIP says: digits, day of birth (YYYY-MM-DD), L or P, and of a NIK the code of the regency."""

    digits: str
    birth_date: str
    sex: str
    region: str = ""


def read_nik(written: str) -> Number | None:
    """The NIK, or None where these signs cannot be one."""
    digits = _SEPARATORS.sub("", written)
    if not re.fullmatch(rf"[1-9][0-9]{{{NIK_LENGTH - 1}}}", digits) or digits.endswith("0000"):
        return None
    day, month, year = int(digits[6:8]), int(digits[8:10]), int(digits[10:12])
    sex = "P" if day > _WOMAN else "L"
    century = 2000 if year < _THIS_CENTURY_BELOW else 1900
    born = _day(century + year, month, day - _WOMAN if day > _WOMAN else day)
    return Number(digits, born, sex, f"{digits[:2]}.{digits[2:4]}") if born else None


def read_nip(written: str) -> Number | None:
    """The NIP, or None where these signs cannot be one."""
    digits = _SEPARATORS.sub("", written)
    if not re.fullmatch(rf"[0-9]{{{NIP_LENGTH}}}", digits) or digits[14] not in "12":
        return None
    born = _day(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    return Number(digits, born, "L" if digits[14] == "1" else "P") if born else None


def read_date(written: str) -> str:
    """The day in a text as YYYY-MM-DD, the year alone as YYYY, or nothing; the day stands before the month.

    Of two digits for a year nobody knows the century, and of 05/23/1980 nobody knows what was meant: nothing.
    """
    if found := _YEAR_FIRST.search(written):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_FIRST.search(written):
        return _day(int(found[3]), int(found[2]), int(found[1]))
    if found := _IN_WORDS.search(written):
        return _day(int(found[3]), _month(found[2].lower()), int(found[1]))
    years = [year for year in _YEAR.findall(written) if _FIRST_YEAR <= int(year) <= _LAST_YEAR]
    return years[0] if len(years) == 1 and written.strip() == years[0] else ""


def swapped(day: str) -> str:
    """The day with day and month changed for one another, as forms from abroad write it; empty where there is none."""
    return _day(int(day[:4]), int(day[8:]), int(day[5:7])) if len(day) == len("2026-01-31") else ""


def _month(word: str) -> int:
    if word in _OTHER_MONTHS or word[:3] in _OTHER_MONTHS:
        return _OTHER_MONTHS.get(word) or _OTHER_MONTHS[word[:3]]
    return _MONTHS.index(word[:3]) + 1 if word[:3] in _MONTHS else 0


def _day(year: int, month: int, day: int) -> str:
    """The day where there is such a day on which somebody of these lists may have been born."""
    try:
        return date(year, month, day).isoformat() if _FIRST_YEAR <= year <= _LAST_YEAR else ""
    except ValueError:
        return ""
