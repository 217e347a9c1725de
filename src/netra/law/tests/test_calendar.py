"""Working days of civil servants: the week, national holidays, collective leave by decree, voting days."""

from datetime import date, timedelta

import pytest

from netra.law.calendar import DEFAULT, DayOffKind, is_working_day, leave_by_library, why_not
from netra.law.dated import Verification

# Every difference between the library's collective leave and our own table, 2017-2027, by hand (decree against joint
# decree). A new release of the library that changes any day must be read by a person before this table follows it.
ONLY_IN_OUR_TABLE = {
    date(2020, 12, 28): "Keppres 17/2020 lists it, the joint decree of December 2020 removed it",
    date(2020, 12, 29): "Keppres 17/2020 lists it, the joint decree of December 2020 removed it",
    date(2020, 12, 30): "Keppres 17/2020 lists it, the joint decree of December 2020 removed it",
    date(2021, 12, 24): "Keppres 7/2021 lists it for civil servants, the joint decree of June 2021 removed it",
}
ONLY_IN_THE_LIBRARY: dict[date, str] = {}


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (date(2026, 7, 14), None),  # a Tuesday
        (date(2026, 7, 18), "Sabtu"),
        (date(2026, 7, 19), "Minggu"),
        (date(2025, 12, 25), "libur nasional: Hari Raya Natal"),
        (date(2024, 12, 26), "cuti bersama: Hari Raya Natal (Keppres 7/2024)"),
        (date(2018, 6, 27), "hari pemungutan suara: Pemilihan serentak 2018 (Keppres 15/2018)"),
        (date(2019, 4, 17), "hari pemungutan suara: Pemilu 2019 (Keppres 10/2019)"),
        (date(2014, 7, 9), "libur nasional: Hari Pemilihan Presiden"),  # before our own voting days: from the library
    ],
)
def test_a_day_says_why_nobody_works(day, reason):
    assert why_not(day) == reason
    assert is_working_day(day) is (reason is None)


def test_every_difference_to_the_library_is_written_down():
    library = {day_off.day for day_off in leave_by_library(range(2017, 2028))}
    ours = {
        day
        for day, day_off in DEFAULT.days_off.items()
        if day_off.kind is DayOffKind.COLLECTIVE_LEAVE and day.year >= 2017
    }
    assert ours - library == set(ONLY_IN_OUR_TABLE)
    assert library - ours == set(ONLY_IN_THE_LIBRARY)


def test_a_disputed_day_counts_as_leave_and_says_so():
    assert not is_working_day(date(2020, 12, 28))
    assert "SKB 3 Menteri Desember 2020 menghapusnya" in DEFAULT.dispute(date(2020, 12, 28))
    assert {day for day in DEFAULT.days_off if DEFAULT.dispute(day)} == set(ONLY_IN_OUR_TABLE)


def test_leave_before_2017_is_taken_from_the_library_and_marked_secondary():
    # Idul Fitri 2016 was on Wednesday 6 and Thursday 7 July; leave on 4, 5 and 8 July, and 26 December
    leave_of_2016 = [day for day in DEFAULT.days_off if day.year == 2016 and "Cuti" in DEFAULT.days_off[day].name]
    assert sorted(leave_of_2016) == [date(2016, 7, 4), date(2016, 7, 5), date(2016, 7, 8), date(2016, 12, 26)]
    assert {DEFAULT.days_off[day].source.verification for day in leave_of_2016} == {Verification.SECONDARY}


def test_no_day_off_claims_that_its_decree_was_read():
    assert {day_off.source.verification for day_off in DEFAULT.days_off.values()} == {Verification.SECONDARY}


def test_holidays_of_2027_that_wait_for_the_moon_are_estimates():
    assert DEFAULT.is_estimated(date(2027, 3, 10))  # Idul Fitri
    assert DEFAULT.is_estimated(date(2027, 3, 9))  # the leave beside it
    assert not DEFAULT.is_estimated(date(2027, 12, 24))


@pytest.mark.parametrize("day", [date(2013, 12, 31), date(2028, 1, 3), date(2030, 6, 3)])
def test_outside_2014_to_2027_the_calendar_knows_weekends_only(day):
    assert not DEFAULT.knows(day)
    assert is_working_day(day)


def test_every_year_from_2014_to_2027_has_holidays_on_weekdays():
    for year in range(2014, 2028):
        days = [date(year, 1, 1) + timedelta(days=offset) for offset in range(365)]
        assert 10 <= sum(1 for day in days if day.weekday() < 5 and not is_working_day(day)) <= 30
