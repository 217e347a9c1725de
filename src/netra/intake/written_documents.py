"""Papers on which a change rests, named so that somebody can find them again: by their number and their date."""

from __future__ import annotations

import re
from datetime import date

from django.utils.translation import gettext as _

from netra.intake.written_dates import UnreadableDate, read_date
from netra.trust.errors import Refused

LIMIT = 120
# 18 Oktober 2024, 18-10-2024, 18/10/2024 and 2024-10-18.
_DAY = re.compile(r"\d{1,2}[\s./-]+(?:[a-z]+|\d{1,2})[\s./-]+\d{4}|\d{4}-\d{1,2}-\d{1,2}", re.IGNORECASE)


class UnnamedDocument(Refused):
    """The paper is not named by a number and a day that has come."""


def named_document(text: str, *, on: date) -> str:
    """The paper in one line. Fails with UnnamedDocument."""
    named = " ".join(text.split())
    if len(named) > LIMIT:
        raise UnnamedDocument(
            _("Nomor dan tanggal surat paling panjang %(limit)d huruf; yang tertulis %(found)d.")
            % {"limit": LIMIT, "found": len(named)}
        )
    if not any(_is_day(day[0], on) and _has_number(named, day) for day in _DAY.finditer(named)):
        raise UnnamedDocument(
            _(
                "«%(document)s» belum menyebut nomor dan tanggal surat. Tulislah keduanya dari surat yang sudah ada, "
                "misalnya: 800/12/BKPSDM/2024, 18 Oktober 2024."
            )
            % {"document": named[:60]}
        )
    return named


def _is_day(text: str, on: date) -> bool:
    try:
        read_date(text, today=on)
    except UnreadableDate:
        return False
    return True


def _has_number(named: str, day: re.Match[str]) -> bool:
    return re.search(r"\d", named[: day.start()] + named[day.end() :]) is not None
