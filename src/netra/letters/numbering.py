"""The number of a letter: the next of the agency's register of that year, written as the agency writes it.

Numbers have no gap: the register's row stays locked until the transaction of the letter ends, and a rollback gives the
number back. Letters of other agencies never wait. Issue a letter before recording in its chain, so that two writers
never hold the one and wait for the other.
"""

from __future__ import annotations

import re
from datetime import date

from django.db import connection
from django.utils.translation import gettext as _

from netra.letters.kinds import LetterForm
from netra.letters.models import NumberRegister
from netra.letters.queries import number_format
from netra.letters.wording import roman_month
from netra.trust.errors import Refused

DEFAULT_PATTERN = "{seq:03d}/{code}/{agency}/{month_roman}/{year}"
LONGEST_PATTERN = 120
_PLACES = ("seq", "year", "code", "agency", "month", "month_roman")
# What an official number is made of. A width is a handful of digits and nothing else is formatted: any other way of
# writing makes two numbers one (`.0e`), writes control characters (`c`) or a line that no letter can hold (`0300d`).
_PLACE = re.compile(rf"\{{(seq)(?::0[1-6]d)?\}}|\{{({'|'.join(_PLACES[1:])})\}}")
# The sequence is read out of a number only where no digit and no other place touches it.
_TOUCHED = re.compile(r"[\d}]\{seq|\{seq[^}]*\}[\d{]")
# The row is locked by the change itself, until the transaction ends.
_NEXT = (
    "UPDATE letters_numberregister SET last_number = last_number + 1 WHERE agency_code = %s AND year = %s "
    "RETURNING last_number"
)


class PatternRefused(Refused):
    """The pattern cannot make a number that tells one letter of the agency from another."""


def next_sequence(agency_code: str, year: int) -> int:
    """Claim the next number; inside the transaction that stores the letter, never outside."""
    with connection.cursor() as cursor:
        cursor.execute(_NEXT, (agency_code, year))
        found = cursor.fetchone()
        if found is None:
            # ON CONFLICT DO NOTHING waits for another writer who opens the same register at this moment.
            opened = NumberRegister(agency_code=agency_code, year=year)
            NumberRegister.objects.bulk_create([opened], ignore_conflicts=True)
            cursor.execute(_NEXT, (agency_code, year))
            found = cursor.fetchone()
    return int(found[0])


def written_number(form: LetterForm, agency_code: str, sequence: int, day: date) -> str:
    """`014/KEP-HDB/BKPSDM/VII/2026`, or as the agency's own format says.

    Fails with PatternRefused when that format was stored before formats were checked as they are now: a number in
    another form than the agency's own would be no number of its register.
    """
    own = number_format(agency_code)
    pattern = checked_pattern(own.pattern) if own else DEFAULT_PATTERN
    return pattern.format(
        seq=sequence,
        code=(own.classification if own else {}).get(form.kind.value, form.code),
        agency=own.agency_label if own else agency_code,
        month_roman=roman_month(day),
        month=f"{day.month:02d}",
        year=day.year,
    )


def checked_pattern(pattern: str) -> str:
    """The pattern, when every number it writes is one line, short, and no other letter's. Fails with PatternRefused.

    Each place stands once at most: with the widths of the table this keeps a number within the letter's own field.
    """
    places = [found.group(1) or found.group(2) for found in _PLACE.finditer(pattern)]
    words = _PLACE.sub("", pattern)
    is_known = not re.search(r"[{}]", words) and len(places) == len(set(places)) and {"seq", "year"} <= set(places)
    if is_known and pattern.isprintable() and len(pattern) <= LONGEST_PATTERN and not _TOUCHED.search(pattern):
        return pattern
    raise PatternRefused(
        _(
            "Pola nomor harus memuat {seq} dan {year} satu kali, dan selain itu hanya boleh memuat %(places)s, juga "
            "satu kali. Lebar urutan ditulis {seq:01d} sampai {seq:06d}; urutan tidak boleh menempel pada angka atau "
            "isian lain. Paling panjang %(longest)d huruf. Administrator mengubahnya pada halaman nomor surat "
            "instansi. Contoh: %(example)s."
        )
        % {
            "places": ", ".join(f"{{{place}}}" for place in _PLACES[2:]),
            "longest": LONGEST_PATTERN,
            "example": DEFAULT_PATTERN,
        }
    )
