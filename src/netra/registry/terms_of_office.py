"""What a newly told appointing authority means beside those already known. Pure but for its rows: writes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from netra.registry.entries import AppointingAuthorityEntry
from netra.registry.models import AppointingAuthority
from netra.trust.language import long_date


def columns_of(entry: AppointingAuthorityEntry) -> dict[str, object]:
    """The columns of an authority as an entry tells them, its agency apart."""
    return {
        "office_title": entry.office_title,
        "holder_name": entry.holder_name,
        "holder_nip": entry.holder_nip,
        "superior_title": entry.superior_title,
        "superior_name": entry.superior_name,
        "start_date": entry.start_date,
        "until_date": entry.until_date,
    }


def end_before(known: Sequence[AppointingAuthority], start: date) -> list[AppointingAuthority]:
    """End whoever of these was there until further notice on the day on which another begins; those it ended."""
    ended = [each for each in known if each.until_date is None and each.start_date < start]
    for each in ended:
        each.until_date = start
    return ended


def clash(known: Sequence[AppointingAuthority], start: date, until: date | None) -> str:
    """Why nobody else can be the authority from the one day until the other; empty where somebody can."""
    for each in known:
        if (until is None or each.start_date < until) and (each.until_date is None or each.until_date > start):
            return _(
                "Pada masa itu sudah tercatat pejabat lain: %(office)s, mulai %(start)s sampai %(until)s. "
                "Satu instansi mempunyai satu pejabat pembina kepegawaian pada satu hari; sesuaikan tanggalnya."
            ) % {
                "office": each.office_title,
                "start": long_date(each.start_date),
                "until": long_date(each.until_date) if each.until_date else _("sekarang"),
            }
    return ""
