"""Days that cannot be: before what they follow from, or so far off that only the year can be a slip."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.cases.operations.claim import ActRefused
from netra.trust.language import long_date

# No meeting, link or extension of this house is planned further ahead; what lies beyond is a slip of the keyboard.
FARTHEST_YEARS = 2


def refuse_before(day: date, earliest: date, *, what: str, than: str) -> None:
    """A fact cannot come before what it follows from."""
    if day < earliest:
        raise ActRefused(
            _("%(what)s (%(day)s) mendahului %(than)s (%(earliest)s). Periksa tanggalnya.")
            % {"what": what, "day": long_date(day), "than": than, "earliest": long_date(earliest)}
        )


def refuse_far(day: date, at: datetime, *, what: str) -> None:
    """A plan lies in a future that somebody alive can mean."""
    if day.year > localdate(at).year + FARTHEST_YEARS:
        raise ActRefused(
            _("%(what)s (%(day)s) lebih dari %(years)s tahun lagi. Periksa tahunnya, lalu isi kembali.")
            % {"what": what, "day": long_date(day), "years": FARTHEST_YEARS}
        )
