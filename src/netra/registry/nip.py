"""NIP (nomor induk pegawai): eighteen digits that say birth date, appointment, sex and serial number.

Perka BKN 22/2007: YYYYMMDD birth, YYYYMM first appointment as CPNS, 1 man or 2 woman, three digits of serial number.
The number of a PPPK has the same length; after the year of appointment stand the two digits of its contract (21 the
first, 22 the second, …) instead of a month. Pure: no database, and never today's date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext as _

from netra.trust.errors import Refused
from netra.trust.language import long_date

LENGTH = 18
# Wide on purpose: they refuse typing errors, not unusual careers.
YOUNGEST_AT_APPOINTMENT = 16
OLDEST_AT_APPOINTMENT = 65
# Whoever was born or appointed earlier had left the service before the first day that this house knows (2014).
FIRST_BIRTH_YEAR = 1940
FIRST_APPOINTMENT_YEAR = 1960
# UU 5/2014, in force since 2014-01-15, made this kind of contract; the article was not read for this.
FIRST_PPPK_YEAR = 2014
_PPPK_CONTRACTS = range(21, 30)
_EIGHTEEN = re.compile(rf"[0-9]{{{LENGTH}}}")
_SEPARATORS = re.compile(r"[\s.\-'’\u00a0]")


class Sex(StrEnum):
    MALE = "MALE"
    FEMALE = "FEMALE"


_SEXES = {"1": Sex.MALE, "2": Sex.FEMALE}


class InvalidNip(Refused):
    """These digits cannot be a NIP; `reasons` holds every fault that was found."""

    def __init__(self, reasons: tuple[str, ...]) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


@dataclass(frozen=True, slots=True)
class Nip:
    """A number whose parts make sense. `appointment_month` is the first day of that month.

    For a PPPK only the year of appointment is known: `appointment_month` is 1 January, and `contract` counts from 1.
    """

    digits: str
    birth_date: date
    appointment_month: date
    sex: Sex
    serial: int
    contract: int = 0

    @property
    def is_pppk(self) -> bool:
        return self.contract > 0

    def formatted(self) -> str:
        """As letters write it: 19850101 201001 1 001."""
        return f"{self.digits[:8]} {self.digits[8:14]} {self.digits[14]} {self.digits[15:]}"

    def masked(self) -> str:
        return masked(self.digits)


def masked(digits: str) -> str:
    """Enough to tell two people apart on one screen, not enough to know a birthday: 1985•••• •••••• • 001."""
    return f"{digits[:4]}•••• •••••• • {digits[15:]}"


def without_separators(text: str) -> str:
    """The text without the blanks, dots and dashes that people put between the parts of a NIP."""
    return _SEPARATORS.sub("", text)


def parse(text: str) -> Nip:
    """Read a NIP, blanks and dots allowed; raises InvalidNip with every reason."""
    # Nearly every number of a long file is digits and nothing else.
    is_plain = len(text) == LENGTH and text.isascii() and text.isdigit()
    digits = text if is_plain else without_separators(text)
    if not is_plain and not _EIGHTEEN.fullmatch(digits):
        raise InvalidNip((_not_eighteen(digits),))
    reasons: list[str] = []
    birth_date = _birth_date(digits[:8], reasons)
    appointment_month, contract = _appointment(digits[8:14], reasons)
    sex = _SEXES.get(digits[14])
    if sex is None:
        reasons.append(_("Angka ke-15 (jenis kelamin) harus 1 atau 2, tertulis %(digit)s.") % {"digit": digits[14]})
    if digits[15:] == "000":
        reasons.append(
            _(
                "Nomor urut (tiga angka terakhir) tidak boleh 000. Bila NIP pernah tersimpan sebagai angka, tiga angka "
                "terakhirnya hilang: ambil lagi dari sumbernya dan ubah kolom NIP menjadi teks."
            )
        )
    if birth_date and appointment_month:
        reasons.extend(_age_reasons(birth_date, appointment_month, is_year_only=contract > 0))
    if reasons or birth_date is None or appointment_month is None or sex is None:
        raise InvalidNip(tuple(reasons))
    return Nip(digits, birth_date, appointment_month, sex, int(digits[15:]), contract)


def _not_eighteen(digits: str) -> str:
    if re.search(r"\de\+?\d", digits, re.IGNORECASE):
        return _("NIP tersimpan sebagai angka sehingga digit terakhirnya hilang. Ubah kolom NIP menjadi teks.")
    strange = sorted({letter for letter in digits if not "0" <= letter <= "9"})
    if strange:
        return _("NIP hanya boleh berisi angka; ditemukan %(letters)s.") % {"letters": " ".join(strange[:5])}
    return _("NIP harus 18 angka, tertulis %(count)s angka.") % {"count": len(digits)}


def _birth_date(digits: str, reasons: list[str]) -> date | None:
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
        if born.year < FIRST_BIRTH_YEAR:
            reasons.append(
                _("Tahun lahir %(year)s tidak mungkin: sebelum %(first)s. Periksa empat angka pertama.")
                % {"year": digits[:4], "first": FIRST_BIRTH_YEAR}
            )
        return born
    except ValueError:
        reasons.append(_("Delapan angka pertama (%(digits)s) bukan tanggal lahir yang ada.") % {"digits": digits})
        return None


def _appointment(digits: str, reasons: list[str]) -> tuple[date | None, int]:
    year, month = int(digits[:4]), int(digits[4:])
    if year and (1 <= month <= 12 or month in _PPPK_CONTRACTS):
        is_pppk = month in _PPPK_CONTRACTS
        first = FIRST_PPPK_YEAR if is_pppk else FIRST_APPOINTMENT_YEAR
        if year < first:
            reasons.append(
                _("Tahun pengangkatan %(year)s tidak mungkin: %(kind)s paling awal %(first)s. Periksa angka ke-9.")
                % {"year": digits[:4], "kind": "PPPK" if is_pppk else "PNS", "first": first}
            )
        return (date(year, 1, 1), month - _PPPK_CONTRACTS.start + 1) if is_pppk else (date(year, month, 1), 0)
    reasons.append(
        _("Angka ke-9 sampai ke-14 (%(digits)s) bukan tahun dan bulan pengangkatan, dan bukan kode PPPK (21–29).")
        % {"digits": digits}
    )
    return None, 0


def _age_reasons(birth_date: date, appointed: date, *, is_year_only: bool) -> list[str]:
    """Full years on the first day on which the appointment may have been; for a PPPK any day of that year."""
    had_birthday = is_year_only or (birth_date.month, birth_date.day) <= (appointed.month, 1)
    age = appointed.year - birth_date.year - (0 if had_birthday else 1)
    if YOUNGEST_AT_APPOINTMENT <= age <= OLDEST_AT_APPOINTMENT:
        return []
    return [
        _("Tanggal lahir dan pengangkatan tidak cocok: lahir %(birth)s, diangkat %(year)s.")
        % {"birth": long_date(birth_date), "year": appointed.year}
    ]
