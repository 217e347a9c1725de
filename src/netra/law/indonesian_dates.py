"""Days in Indonesian words, for sentences that a lawyer reads."""

from __future__ import annotations

from datetime import date, datetime

WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)


def weekday(day: date) -> str:
    """The name of the weekday."""
    return WEEKDAYS[day.weekday()]


def in_words(day: date) -> str:
    """14 Juli 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def with_weekday(day: date) -> str:
    """Selasa, 14 Juli 2026."""
    return f"{weekday(day)}, {in_words(day)}"


def with_time(moment: datetime) -> str:
    """Selasa, 14 Juli 2026 pukul 09.30 (UTC+07:00); without the zone where the moment has none."""
    zone = f" ({moment.tzname()})" if moment.tzinfo else ""
    return f"{with_weekday(moment.date())} pukul {moment:%H.%M}{zone}"
