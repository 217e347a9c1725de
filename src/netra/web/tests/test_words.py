"""Dates and people in words."""

from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from netra.web import words


def test_a_deadline_is_read_by_its_weekday():
    assert words.weekday_date(date(2026, 7, 14)) == "Selasa, 14 Juli 2026"


def test_a_date_follows_the_language_of_the_reader():
    with translation.override("en"):
        assert words.weekday_date(date(2026, 7, 14)) == "Tuesday, 14 July 2026"


def test_a_moment_is_told_in_the_time_of_jakarta():
    assert words.moment(datetime(2026, 7, 14, 17, 30, tzinfo=UTC)) == "15 Juli 2026 pukul 00.30 WIB"


def test_what_happens_at_a_place_is_told_by_its_own_clocks():
    evening_in_jakarta = datetime(2026, 7, 14, 15, 30, tzinfo=UTC)
    assert words.moment(evening_in_jakarta, "51.71") == "14 Juli 2026 pukul 23.30 WITA"
    assert words.moment(evening_in_jakarta, "91.71") == "15 Juli 2026 pukul 00.30 WIT"


def test_a_nip_shows_nothing_of_the_birth_date():
    assert words.masked_nip("199001012015031017") == "•••• 1017"


@pytest.mark.parametrize(
    ("due", "told"),
    [
        (date(2026, 7, 11), "lewat 3 hari"),
        (date(2026, 7, 14), "hari ini"),
        (date(2026, 7, 15), "1 hari lagi"),
    ],
)
def test_the_distance_to_a_due_date(due, told):
    assert words.distance(due, date(2026, 7, 14)) == told
