"""The number of a letter: the next of the agency's register of that year, written as the agency writes it.

Numbers have no gap: the register's row stays locked until the transaction of the letter ends, and a rollback gives the
number back. Letters of other agencies never wait. Issue a letter before recording in its chain, so that two writers
never hold the one and wait for the other.
"""

from __future__ import annotations

import string
from datetime import date

from django.utils.translation import gettext as _

from netra.letters.kinds import LetterForm
from netra.letters.models import NumberFormat, NumberRegister
from netra.letters.wording import roman_month
from netra.trust.errors import Refused

DEFAULT_PATTERN = "{seq:03d}/{code}/{agency}/{month_roman}/{year}"
_PLACES = {"seq", "code", "agency", "month_roman", "month", "year"}
_NEEDED = {"seq", "year"}


class PatternRefused(Refused):
    """The pattern cannot make a number that tells one letter of the agency from another."""


def next_sequence(agency_code: str, year: int) -> int:
    """Claim the next number; inside the transaction that stores the letter, never outside."""
    locked = NumberRegister.objects.select_for_update()
    register = locked.filter(agency_code=agency_code, year=year).first()
    if register is None:
        # ON CONFLICT DO NOTHING waits for another writer who opens the same register at this moment.
        NumberRegister.objects.bulk_create([NumberRegister(agency_code=agency_code, year=year)], ignore_conflicts=True)
        register = locked.get(agency_code=agency_code, year=year)
    register.last_number += 1
    register.save(update_fields=["last_number"])
    return register.last_number


def written_number(form: LetterForm, agency_code: str, sequence: int, day: date) -> str:
    """`014/KEP-HDB/BKPSDM/VII/2026`, or as the agency's own format says."""
    own = NumberFormat.objects.filter(agency_code=agency_code).first()
    pattern = own.pattern if own else DEFAULT_PATTERN
    return pattern.format(
        seq=sequence,
        code=(own.classification if own else {}).get(form.kind.value, form.code),
        agency=own.agency_label if own else agency_code,
        month_roman=roman_month(day),
        month=f"{day.month:02d}",
        year=day.year,
    )


def checked_pattern(pattern: str) -> str:
    """The pattern, when it has `{seq}` and `{year}` and nothing unknown. Fails with PatternRefused."""
    try:
        places = {name for _text, name, _spec, _conversion in string.Formatter().parse(pattern) if name is not None}
        pattern.format(seq=1, code="A", agency="A", month_roman="I", month="01", year=2026)
    except (ValueError, KeyError, IndexError, AttributeError):
        places = set()
    if not (places >= _NEEDED and places <= _PLACES) or len(pattern) > 120:
        raise PatternRefused(
            _("Pola nomor harus memuat {seq} dan {year}, dan hanya boleh memuat: %(places)s. Contoh: %(example)s.")
            % {"places": ", ".join(f"{{{place}}}" for place in sorted(_PLACES)), "example": DEFAULT_PATTERN}
        )
    return pattern
