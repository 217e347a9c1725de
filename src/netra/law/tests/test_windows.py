"""The six-month windows of UU 10/2016 Pasal 71: when they open, when they close, whom they bind."""

from datetime import date

import pytest

from netra.law.dated import NothingInForce
from netra.law.stages import election
from netra.law.windows import WINDOWS, Anchor, MissingAnchor, UnknownWindow, window, window_of

DETERMINED_2024 = date(2024, 9, 22)


@pytest.mark.parametrize(
    ("code", "region", "opens"),
    [
        ("PILKADA-2017", None, date(2016, 4, 24)),
        ("PILKADA-2018", "15.71", date(2017, 8, 12)),
        ("PILKADA-2020", None, date(2020, 1, 8)),  # counted from the schedule before the postponement
        ("PILKADA-2024", None, date(2024, 3, 22)),  # as Mendagri counted it
    ],
)
def test_a_window_opens_on_the_same_day_of_the_month_six_months_before_determination(code, region, opens):
    assert {window_of(key, election(code), region=region).opens for key in WINDOWS} == {opens}


def test_a_transfer_on_the_opening_day_is_inside_the_window():
    ban = window("transfer_ban", determination=DETERMINED_2024, end_of_term=date(2025, 2, 20))
    assert [ban.covers(day) for day in (date(2024, 3, 21), date(2024, 3, 22))] == [False, True]


def test_the_transfer_ban_lasts_to_the_end_of_the_term_of_office():
    ban = window("transfer_ban", determination=DETERMINED_2024, end_of_term=date(2025, 2, 20))
    assert [ban.covers(day) for day in (date(2025, 2, 20), date(2025, 2, 21))] == [True, False]
    assert ban.exception == "kecuali mendapat persetujuan tertulis dari Menteri"


def test_the_programme_ban_lasts_until_the_winner_is_determined():
    ban = window("programme_ban", determination=DETERMINED_2024, winner_determined=date(2025, 1, 9))
    assert [ban.covers(day) for day in (date(2025, 1, 9), date(2025, 1, 10))] == [True, False]


def test_while_the_end_is_not_known_a_window_does_not_pretend():
    ban = window("programme_ban", determination=DETERMINED_2024)
    assert (ban.covers(date(2024, 3, 21)), ban.covers(date(2024, 10, 1))) == (False, None)
    assert ban.closes_at is Anchor.WINNER_DETERMINED


def test_the_law_before_july_2016_counts_from_the_end_of_the_term_and_asks_for_it():
    with pytest.raises(MissingAnchor) as asked:
        window("transfer_ban", determination=date(2015, 8, 24))
    assert asked.value.anchor is Anchor.END_OF_TERM
    ban = window("transfer_ban", determination=date(2015, 8, 24), end_of_term=date(2016, 2, 17))
    assert (ban.opens, ban.bound, ban.source.instrument) == (date(2015, 8, 17), "petahana", "UU 1/2015")


def test_before_the_law_on_regional_elections_no_window_is_known():
    with pytest.raises(NothingInForce):
        window("transfer_ban", determination=date(2014, 5, 5))


def test_a_general_election_has_no_such_window():
    with pytest.raises(UnknownWindow):
        window_of("transfer_ban", election("PEMILU-2024"))


def test_an_unknown_window_lists_the_known_ones():
    with pytest.raises(UnknownWindow, match="programme_ban"):
        window("mutasi", determination=DETERMINED_2024)
