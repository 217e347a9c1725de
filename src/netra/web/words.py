"""Dates, numbers of people, distances and the labels of the rooms in words, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from netra.law.local_time import seen_from
from netra.trust import language

VISIBLE_NIP_DIGITS = 4

Pairs = Iterable[tuple[str, str]]


def translated(label: str) -> str:
    """A label or sentence of a room in the reader's language; see `netra.trust.language`."""
    return language.translated(label)


def translated_choices(
    choices: Callable[[], Pairs], *before: tuple[str, object]
) -> Callable[[], list[tuple[str, Any]]]:
    """The choices of a room for a form, translated when the form is drawn; `before` come first, as they are."""
    return lambda: [*before, *((code, translated(label)) for code, label in choices())]


def long_date(day: date) -> str:
    """14 Juli 2026."""
    return language.long_date(_local(day))


def month_year(day: date) -> str:
    """Juli 2026."""
    return date_format(day, "F Y")


def weekday_date(day: date) -> str:
    """Selasa, 14 Juli 2026: deadlines and hearings are read by their weekday."""
    return date_format(_local(day), "l, j F Y")


def moment(at: datetime, region_code: str = "") -> str:
    """14 Juli 2026 pukul 09.30 WIB; the zone stands with it, because the country has three.

    What happens at a place is told by the clocks of its region, everything else by those of the capital.
    """
    there = seen_from(region_code, at)
    words = {"day": language.long_date(there.date()), "time": there.strftime("%H.%M"), "zone": there.tzname()}
    return _("%(day)s pukul %(time)s %(zone)s") % words


def hour(at: datetime, region_code: str) -> str:
    """pukul 09.30 WIT, beside a day that is said already."""
    there = seen_from(region_code, at)
    return _("pukul %(time)s %(zone)s") % {"time": there.strftime("%H.%M"), "zone": there.tzname()}


def masked_nip(nip: str) -> str:
    """•••• 1017: the last digits tell colleagues apart; the rest is a birth date."""
    return f"•••• {nip[-VISIBLE_NIP_DIGITS:]}" if nip else ""


def distance(due: date, on: date) -> str:
    """How far a due date lies from a day, in calendar days."""
    days = (due - on).days
    if days < 0:
        return ngettext("lewat %(days)d hari", "lewat %(days)d hari", -days) % {"days": -days}
    if days == 0:
        return _("hari ini")
    return ngettext("%(days)d hari lagi", "%(days)d hari lagi", days) % {"days": days}


def is_past(due: date, ends_at: datetime | None, *, on: date, at: datetime) -> bool:
    """Whether a term in hours has ended earlier today; one in days runs until its day is over."""
    return ends_at is not None and due == on and ends_at <= at


def past_hour(ends_at: datetime, region_code: str) -> str:
    """sudah lewat pukul 14.30 WIB."""
    return _("sudah lewat %(hour)s") % {"hour": hour(ends_at, region_code)}


def _local(day: date) -> date:
    return timezone.localtime(day) if isinstance(day, datetime) and timezone.is_aware(day) else day
