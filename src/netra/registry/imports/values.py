"""One cell to one value, with a reason in Indonesian when it cannot be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache
from types import MappingProxyType

from django.utils.translation import gettext as _

from netra.registry.imports.sheet import Cell
from netra.registry.states import AgencyKind, Employment, Position
from netra.registry.wording import cleaned, with_formula_mark_removed

# A spreadsheet number has fifteen exact digits; a NIP kept as a number has lost its last three.
EXACT_DIGITS = 10**15
# Serial day 60 is a 29 February 1900 that never was; the range is 1927 to 2064.
_SERIAL_DAY_ZERO = date(1899, 12, 30)
_SERIAL_DAYS = range(10_000, 60_001)

_QUOTED = re.compile(r'="([^"]*)"')
_SERIAL = re.compile(r"[1-9][0-9]{4}")
_DAY_FIRST = re.compile(r"(\d{1,2})[./\- ](\d{1,2})[./\- ](\d{2}|\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[./-](\d{1,2})[./-](\d{1,2})(?:[T ]00:00(?::00)?)?")
_WITH_MONTH_NAME = re.compile(r"(\d{1,2})[ -]([A-Za-z]+)\.?[ -](\d{4})")
_MONTHS = ("jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des")
_OTHER_MONTHS: Mapping[str, int] = MappingProxyType(
    {"may": 5, "aug": 8, "ags": 8, "agt": 8, "oct": 10, "nop": 11, "peb": 2, "dec": 12}
)


class BadValue(ValueError):
    """This cell cannot be what its column says; the text is the reason."""


def as_text(cell: Cell | None) -> str:
    """The cell as one clean line; formulas are text, numbers are written without a decimal point."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        text = with_formula_mark_removed(cell.strip())
        # ="198501012010011774" is how people make a spreadsheet keep every digit; it is the text between the marks.
        quoted = _QUOTED.fullmatch(text)
        return cleaned(quoted[1] if quoted else text).text
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return str(cell)


def has_invisible(cell: Cell) -> bool:
    return isinstance(cell, str) and cleaned(cell).had_invisible


def as_nip(cell: Cell | None) -> str:
    """The digits as text; a number has lost digits and is refused."""
    if type(cell) is str and cell.isascii() and cell.isdigit():
        return cell
    if isinstance(cell, int | float) and not isinstance(cell, bool) and abs(cell) >= EXACT_DIGITS:
        raise BadValue(_("NIP tersimpan sebagai angka sehingga digit terakhirnya hilang. Ubah kolom NIP menjadi teks."))
    text = as_text(cell)
    if text.startswith("="):
        raise BadValue(_("Sel NIP berisi rumus. Tulis angkanya saja dan ubah kolom NIP menjadi teks."))
    return text


def as_date(cell: Cell | None, title: str) -> date | None:
    """A day: 31/12/2018 (day first, always), 2018-12-31, 31 Desember 2018, a spreadsheet date or its serial number."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = as_text(cell)
    if not text:
        return None
    parts = _date_parts(text, title)
    try:
        return date(*parts) if isinstance(parts, tuple) else parts
    except ValueError as error:
        year, month, day = parts if isinstance(parts, tuple) else (0, 0, 0)
        raise BadValue(
            _("%(title)s “%(text)s” bukan tanggal: dibaca hari %(day)s, bulan %(month)s, tahun %(year)s.")
            % {"title": title, "text": text[:40], "day": day, "month": month, "year": year}
        ) from error


def _date_parts(text: str, title: str) -> tuple[int, int, int] | date:
    if _SERIAL.fullmatch(text) and int(text) in _SERIAL_DAYS:
        return _SERIAL_DAY_ZERO + timedelta(days=int(text))
    if match := _YEAR_FIRST.fullmatch(text):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _DAY_FIRST.fullmatch(text):
        if len(match[3]) == 2:
            raise BadValue(_("%(title)s “%(text)s”: tulis tahun empat angka.") % {"title": title, "text": text})
        return int(match[3]), int(match[2]), int(match[1])
    if match := _WITH_MONTH_NAME.fullmatch(text):
        return int(match[3]), _month(match[2]), int(match[1])
    raise BadValue(
        _("%(title)s “%(text)s” bukan tanggal. Tulis seperti 31/12/2018 atau 2018-12-31.")
        % {"title": title, "text": text[:40]}
    )


def _month(name: str) -> int:
    short = name.casefold()[:3]
    return _MONTHS.index(short) + 1 if short in _MONTHS else _OTHER_MONTHS.get(short, 0)


EMPLOYMENTS: Mapping[str, Employment] = MappingProxyType(
    {
        "PNS": Employment.PNS,
        "PNSD": Employment.PNS,
        "PEGAWAINEGERISIPIL": Employment.PNS,
        "CPNS": Employment.CPNS,
        "CALONPEGAWAINEGERISIPIL": Employment.CPNS,
        "PPPK": Employment.PPPK,
        "P3K": Employment.PPPK,
        "PEGAWAIPEMERINTAHDENGANPERJANJIANKERJA": Employment.PPPK,
    }
)

AGENCY_KINDS: Mapping[str, AgencyKind] = MappingProxyType(
    {
        **{kind.value.replace("_", ""): kind for kind in AgencyKind},
        "PUSAT": AgencyKind.CENTRAL,
        "INSTANSIPUSAT": AgencyKind.CENTRAL,
        "KEMENTERIAN": AgencyKind.CENTRAL,
        "LEMBAGA": AgencyKind.CENTRAL,
        "PROVINSI": AgencyKind.PROVINCE,
        "PEMERINTAHPROVINSI": AgencyKind.PROVINCE,
        "KABUPATEN": AgencyKind.REGENCY,
        "KAB": AgencyKind.REGENCY,
        "PEMERINTAHKABUPATEN": AgencyKind.REGENCY,
        "KOTA": AgencyKind.CITY,
        "PEMERINTAHKOTA": AgencyKind.CITY,
        "BAWASLU": AgencyKind.ELECTION_SUPERVISOR,
        "PENGAWASPEMILU": AgencyKind.ELECTION_SUPERVISOR,
        "PENGAWAS": AgencyKind.OVERSIGHT,
        "KASN": AgencyKind.OVERSIGHT,
        "BKN": AgencyKind.OVERSIGHT,
    }
)

POSITIONS: Mapping[str, Position] = MappingProxyType(
    {
        **{position.value.replace("_", ""): position for position in Position},
        "JABATANPIMPINANTINGGIUTAMA": Position.JPT_UTAMA,
        "PIMPINANTINGGIUTAMA": Position.JPT_UTAMA,
        "JABATANPIMPINANTINGGIMADYA": Position.JPT_MADYA,
        "PIMPINANTINGGIMADYA": Position.JPT_MADYA,
        "ESELONI": Position.JPT_MADYA,
        "IA": Position.JPT_MADYA,
        "IB": Position.JPT_MADYA,
        "JABATANPIMPINANTINGGIPRATAMA": Position.JPT_PRATAMA,
        "PIMPINANTINGGIPRATAMA": Position.JPT_PRATAMA,
        "ESELONII": Position.JPT_PRATAMA,
        "IIA": Position.JPT_PRATAMA,
        "IIB": Position.JPT_PRATAMA,
        "SEKRETARISDAERAHKABUPATEN": Position.REGIONAL_SECRETARY,
        "SEKRETARISDAERAHKOTA": Position.REGIONAL_SECRETARY,
        "ESELONIII": Position.ADMINISTRATOR,
        "IIIA": Position.ADMINISTRATOR,
        "IIIB": Position.ADMINISTRATOR,
        "ESELONIV": Position.PENGAWAS,
        "IVA": Position.PENGAWAS,
        "IVB": Position.PENGAWAS,
        "FUNGSIONALAHLIUTAMA": Position.FUNCTIONAL_AHLI_UTAMA,
        "JABATANFUNGSIONALAHLIUTAMA": Position.FUNCTIONAL_AHLI_UTAMA,
        "AHLIUTAMA": Position.FUNCTIONAL_AHLI_UTAMA,
        "FUNGSIONAL": Position.FUNCTIONAL,
        "JABATANFUNGSIONAL": Position.FUNCTIONAL,
        "JFT": Position.FUNCTIONAL,
        "JF": Position.FUNCTIONAL,
        "JFU": Position.PELAKSANA,
        "STAF": Position.PELAKSANA,
        "JABATANPELAKSANA": Position.PELAKSANA,
        "BELUMDIKETAHUI": Position.UNKNOWN,
        "": Position.UNKNOWN,
    }
)


_YES, _NO = (
    frozenset({"YA", "Y", "1", "X", "V", "BENAR", "TRUE"}),
    frozenset({"TIDAK", "T", "N", "0", "BUKAN", "FALSE"}),
)


def as_yes_or_no(cell: Cell | None, title: str) -> bool | None:
    """Ya or Tidak, and how offices abbreviate them; None for an empty cell, which says nothing."""
    text = as_text(cell)
    word = code_word(text)
    if word in _YES or word in _NO:
        return word in _YES
    if text in {"", "-", "–"}:
        return None
    raise BadValue(_("%(title)s “%(text)s”: tulis Ya atau Tidak.") % {"title": title, "text": text[:40]})


@lru_cache(maxsize=4096)
def code_word(text: str) -> str:
    """A word as the tables above write it: letters and digits in capitals."""
    return "".join(letter for letter in text.upper() if letter.isalnum())
