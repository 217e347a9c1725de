"""Laporan pengingat: which unit gave the reminders of a month, and which did not, on A4."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from netra.insight.export import paper
from netra.law.indonesian_dates import MONTHS, in_words
from netra.prevention.models import ReminderRoutine
from netra.prevention.queries.reminder_report import ReminderMonth, RoutineMonth, UnitMonth
from netra.prevention.reminder_states import OCCASION_LABELS, Occasion


def reminder_report(told: ReminderMonth, *, rhythm: Callable[[ReminderRoutine], str], made: date) -> bytes:
    """The report as PDF; its words are Indonesian. `rhythm` says in words how often a routine recurs."""
    page = {
        "place": f"{told.unit.name}, {told.agency}" if told.unit else told.agency,
        "month": f"{MONTHS[told.month.month - 1]} {told.month.year}",
        "made": in_words(made),
        "routines": [_routine(each, rhythm(each.routine), told.agency) for each in told.routines],
    }
    return paper("reminders.typ", page)


def _routine(told: RoutineMonth, rhythm: str, agency: str) -> dict[str, object]:
    due, given, missed = (sum(getattr(row, name) for row in told.rows) for name in ("due", "given", "missed"))
    return {
        "title": f"{OCCASION_LABELS[Occasion(told.routine.occasion)]}: {rhythm}",
        "says": f"Dari {due} giliran unit pada bulan ini {given} disampaikan, {missed} terlewat, "
        f"{due - given - missed} masih berjalan.",
        "rows": [_cells(row, agency) for row in told.rows],
        "never": [row.unit.name if row.unit else agency for row in told.rows if row.never],
    }


def _cells(row: UnitMonth, agency: str) -> dict[str, object]:
    return {
        "name": row.unit.name if row.unit else agency,
        "depth": row.depth,
        "cells": [str(row.due), str(row.given), str(row.missed), str(row.going_on)],
        "days": ", ".join(f"{day.day}/{day.month}" for day in row.days),
    }
