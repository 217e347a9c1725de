"""Dates as people write them, with how exactly they know them: `15-10-2024`, `Oktober 2024`, `2024`, or nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from netra.intake.states import Precision
from netra.law.indonesian_dates import MONTHS

# Civil servants' neutrality is kept under UU 5/2014 and what followed; acts before that year are not handled here.
EARLIEST = date(2014, 1, 1)

_SHORT = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "agu": 8,
    "agt": 8,
    "agst": 8,
    "sep": 9,
    "sept": 9,
}
_SHORT |= {"okt": 10, "nov": 11, "nop": 11, "des": 12, "nopember": 11, "pebruari": 2}
_MONTH_NUMBER = {name: number for number, name in enumerate(map(str.casefold, MONTHS), start=1)} | _SHORT

_SPLIT = re.compile(r"[\s./,-]+")


class UnreadableDate(ValueError):
    """The text is no date of 2014 or later that has come; `str()` says why, for the reporter."""


class UnreadableForm(UnreadableDate):
    """A text that is written like no date; `found` says so, `like` how dates are written."""

    def __init__(self, found: str) -> None:
        self.found = found
        self.like = _("Tulislah misalnya 15-10-2024, Oktober 2024, atau 2024; kosongkan bila tidak tahu.")
        super().__init__(f"{self.found} {self.like}")


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A day with its precision; for a month or a year `day` is its first day."""

    day: date | None
    precision: Precision


def in_words(day: date, precision: Precision = Precision.DAY) -> str:
    """`15 Oktober 2024`, `Oktober 2024` or `2024`, in the reader's language."""
    return date_format(day, {Precision.YEAR: "Y", Precision.MONTH: "F Y"}.get(precision, "j F Y"))


def read_date(text: str, *, today: date) -> WrittenDate:
    """The date written in `text`; empty means that it is not known. Fails with UnreadableDate."""
    parts = [part for part in _SPLIT.split(text.strip().casefold()) if part]
    if not parts:
        return WrittenDate(None, Precision.UNKNOWN)
    numbers = [_MONTH_NUMBER.get(part) or _number(part) for part in parts]
    if None in numbers or len(numbers) > 3:
        raise _unreadable(text)
    year, month, day = _ordered([number for number in numbers if number is not None], text)
    written = WrittenDate(
        _day(year, 1 if month is None else month, 1 if day is None else day, text), _precision(month, day)
    )
    return _within(written, today)


def _number(part: str) -> int | None:
    return int(part) if part.isascii() and part.isdecimal() and len(part) <= 4 else None


def _ordered(numbers: list[int], text: str) -> tuple[int, int | None, int | None]:
    """Year, month, day from `2024-10-15`, `15-10-2024`, `10-2024`, `2024-10` or `2024`: the year has four digits."""
    if numbers[0] < 1000:
        numbers = numbers[::-1]
    if numbers[0] < 1000:
        raise UnreadableForm(_("“%(text)s” tidak memuat tahun dengan empat angka.") % {"text": text.strip()[:40]})
    padded: list[int | None] = [*numbers, None, None]
    return numbers[0], padded[1], padded[2]


def _precision(month: int | None, day: int | None) -> Precision:
    if month is None:
        return Precision.YEAR
    return Precision.MONTH if day is None else Precision.DAY


def _day(year: int, month: int, day: int, text: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise UnreadableDate(
            _("Tanggal “%(text)s” tidak ada dalam kalender. Periksa hari dan bulannya.") % {"text": text.strip()[:40]}
        ) from None


def _within(written: WrittenDate, today: date) -> WrittenDate:
    day = written.day
    if day is None:
        return written
    if day < EARLIEST:
        raise UnreadableDate(
            _(
                "%(date)s terlalu lama: Netra menangani perbuatan sejak tahun 2014, ketika UU 5/2014 mengatur "
                "netralitas ASN. Bila tahunnya salah ketik, perbaiki; bila benar, sampaikan langsung ke kantor Bawaslu."
            )
            % {"date": in_words(day, written.precision)}
        )
    if day > today:
        raise UnreadableDate(
            _("%(date)s belum terjadi; hari ini %(today)s. Periksa kembali tanggalnya, atau kosongkan bila tidak tahu.")
            % {"date": in_words(day, written.precision), "today": in_words(today)}
        )
    return written


def _unreadable(text: str) -> UnreadableForm:
    return UnreadableForm(_("“%(text)s” tidak terbaca sebagai tanggal.") % {"text": text.strip()[:40]})
