"""The units of a routine as a sheet: who gave the reminders, and who never does."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from netra.prevention.queries import RoutineFile
from netra.prevention.reminder_states import EVERY_WEEK
from netra.registry.wording import without_formula
from netra.web.forms.meetings import WEEKDAYS, WEEKS
from netra.web.forms.reminders import RHYTHMS
from netra.web.words import translated

if TYPE_CHECKING:
    from netra.prevention.models import ReminderRoutine


def units_csv(file: RoutineFile) -> bytes:
    """One line for each unit, in the order of the page; names that a spreadsheet would run as a formula are not."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(
        [
            _("Kode unit"),
            _("Unit"),
            _("Giliran yang lewat"),
            _("Disampaikan"),
            _("Terlewat"),
            _("Terakhir disampaikan"),
            _("Dicatat oleh"),
            _("Giliran terakhir"),
            _("Belum pernah"),
        ]
    )
    writer.writerows(_lines(file))
    return out.getvalue().encode("utf-8-sig")


def _lines(file: RoutineFile) -> Iterator[list[str]]:
    for row in file.rows:
        yield [
            without_formula(row.unit.code if row.unit else ""),
            without_formula(row.unit.name if row.unit else file.agency),
            str(row.passed),
            str(row.passed - row.missed),
            str(row.missed),
            row.last.held_date.isoformat() if row.last else "",
            without_formula(row.last_writer),
            translated(row.label),
            _("ya") if row.never else _("tidak"),
        ]


def rhythm_of(routine: ReminderRoutine) -> str:
    """How often, in words."""
    often, weekday = dict(RHYTHMS)[routine.every_months], WEEKDAYS[routine.weekday]
    if routine.every_months == EVERY_WEEK:
        return _("%(often)s, hari %(weekday)s") % {"often": often, "weekday": weekday}
    told = {"often": often, "weekday": weekday, "week": WEEKS[routine.week - 1]}
    return _("%(often)s, hari %(weekday)s %(week)s") % told
