"""Whether a routine of reminders, its end, or one reminder can be as it was typed; refused in words where not."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils.translation import gettext as _

from netra.letters.wording import day_words
from netra.prevention.models import MOST_WEEKS, ReminderRoutine
from netra.prevention.reminder_entries import RoutineEntry
from netra.prevention.reminder_states import EVERY_WEEK, REMINDED_EVERY, Occasion
from netra.trust.errors import Refused

# Before the law that is loaded, and further ahead than anybody plans a roll call.
FIRST_DAY, AHEAD = date(2014, 1, 15), timedelta(days=366)


class ReminderRefused(Refused):
    """The routine cannot be begun or ended, or the reminder cannot be written down, like this."""


def check_routine(entry: RoutineEntry, *, today: date) -> None:
    """Fails with ReminderRefused."""
    weekly = entry.every_months == EVERY_WEEK
    demand(
        entry.occasion in set(Occasion)
        and entry.every_months in REMINDED_EVERY
        and 0 <= entry.weekday <= 6
        and (entry.week == 0 if weekly else 1 <= entry.week <= MOST_WEEKS),
        _("Pilih kesempatannya, seberapa sering, dan harinya; minggu ke-1 sampai ke-4 hanya bila tidak setiap minggu."),
    )
    demand(
        entry.start_date >= FIRST_DAY,
        _("Hari mulai lebih awal daripada hukum yang dimuat (15 Januari 2014). Periksa tahunnya."),
    )
    demand(entry.start_date <= today + AHEAD, _("Hari mulai lebih dari satu tahun di depan. Periksa tahunnya."))


def check_end(routine: ReminderRoutine, until: date, *, today: date) -> None:
    """Fails with ReminderRefused."""
    demand(routine.until_date is None, _("Pengingat rutin ini sudah diakhiri."))
    demand(until >= routine.start_date, _("Hari berakhirnya lebih awal daripada hari mulainya. Periksa tanggalnya."))
    demand(until <= today + AHEAD, _("Hari berakhirnya lebih dari satu tahun di depan. Periksa tahunnya."))
    latest = routine.given.filter(retracted_at=None).order_by("-held_date").values_list("held_date", flat=True).first()
    demand(
        latest is None or until > latest,
        _("Pada atau sesudah hari itu masih tercatat pengingat yang disampaikan. Pilih hari sesudahnya."),
    )


def check_held(routine: ReminderRoutine, held: date, *, today: date) -> None:
    """A day that has come, within the routine; however long ago, for a place without a network enters it later.

    Fails with ReminderRefused.
    """
    demand(held <= today, _("Hari pengingatnya belum tiba. Periksa tanggalnya."))
    demand(
        held >= routine.start_date,
        _("Pengingat rutin ini baru mulai %(day)s. Periksa tanggalnya.") % {"day": day_words(routine.start_date)},
    )
    demand(
        routine.until_date is None or held < routine.until_date,
        _("Pengingat rutin ini sudah berakhir pada hari itu. Periksa tanggalnya."),
    )


def demand(holds: bool, message: str) -> None:
    if not holds:
        raise ReminderRefused(message)
