"""Dates as people write them, and the messages for those that cannot be."""

from datetime import date

import pytest

from netra.intake.states import Precision
from netra.intake.tests.builders import TODAY
from netra.intake.written_dates import UnreadableDate, in_words, read_date


@pytest.mark.parametrize(
    ("text", "day", "precision"),
    [
        ("2024-10-15", date(2024, 10, 15), "DAY"),
        ("15-10-2024", date(2024, 10, 15), "DAY"),
        ("15/10/2024", date(2024, 10, 15), "DAY"),
        ("15.10.2024", date(2024, 10, 15), "DAY"),
        ("15 Oktober 2024", date(2024, 10, 15), "DAY"),
        ("5 okt 2024", date(2024, 10, 5), "DAY"),
        ("1 Nopember 2018", date(2018, 11, 1), "DAY"),
        ("Oktober 2024", date(2024, 10, 1), "MONTH"),
        ("10-2024", date(2024, 10, 1), "MONTH"),
        ("2024-10", date(2024, 10, 1), "MONTH"),
        ("2024", date(2024, 1, 1), "YEAR"),
        ("", None, "UNKNOWN"),
        ("   ", None, "UNKNOWN"),
        ("1-1-2014", date(2014, 1, 1), "DAY"),
        ("18-10-2024", date(2024, 10, 18), "DAY"),
    ],
)
def test_a_date_is_read_with_its_precision(text, day, precision):
    written = read_date(text, today=TODAY)

    assert (written.day, written.precision) == (day, precision)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("31-12-2013", "sejak tahun 2014"),
        ("2013", "sejak tahun 2014"),
        ("19-10-2024", "belum terjadi; hari ini 18 Oktober 2024"),
        ("November 2024", "November 2024 belum terjadi"),
        ("31-02-2024", "tidak ada dalam kalender"),
        ("10/15/2024", "tidak ada dalam kalender"),
        ("15-10-24", "tahun dengan empat angka"),
        ("kemarin", "tidak terbaca sebagai tanggal"),
        ("15-10-2024-1", "tidak terbaca sebagai tanggal"),
        ("٢٠٢٤", "tidak terbaca sebagai tanggal"),
        ("15-10-99999", "tidak terbaca sebagai tanggal"),
        ("0-0-2024", "tidak ada dalam kalender"),
    ],
)
def test_a_date_that_cannot_be_is_refused_with_a_reason(text, says):
    with pytest.raises(UnreadableDate, match=says):
        read_date(text, today=TODAY)


def test_a_clock_that_jumped_back_makes_yesterday_tomorrow_and_says_which_day_it_thinks_it_is():
    with pytest.raises(UnreadableDate, match="hari ini 1 Oktober 2024"):
        read_date("15-10-2024", today=date(2024, 10, 1))


def test_a_very_long_text_is_not_thrown_back_whole():
    with pytest.raises(UnreadableDate) as refused:
        read_date("x" * 10_000, today=TODAY)

    assert len(str(refused.value)) < 300


def test_words_follow_the_precision():
    assert in_words(date(2024, 10, 1), Precision.MONTH) == "Oktober 2024"
    assert in_words(date(2024, 1, 1), Precision.YEAR) == "2024"
    assert in_words(date(2024, 10, 5)) == "5 Oktober 2024"
