"""Phases and stages: both sides of every determination, and the days between two contests."""

from datetime import date

import pytest

from netra.law.dated import Verification
from netra.law.elections import PublishedStage
from netra.law.stages import UnknownElection, election, elections, phase_answer, phase_on

KOTA_JAMBI = "15.71"


@pytest.mark.parametrize(
    ("kind", "office", "day_before", "determined"),
    [
        ("REGIONAL", "MAYOR", date(2015, 8, 23), date(2015, 8, 24)),
        ("REGIONAL", "GOVERNOR", date(2016, 10, 23), date(2016, 10, 24)),
        ("REGIONAL", "MAYOR", date(2018, 2, 11), date(2018, 2, 12)),
        ("GENERAL", "PRESIDENT", date(2018, 9, 19), date(2018, 9, 20)),
        ("GENERAL", "DPRD", date(2018, 9, 19), date(2018, 9, 20)),
        ("REGIONAL", "REGENT", date(2020, 9, 22), date(2020, 9, 23)),
        ("GENERAL", "DPR", date(2023, 11, 2), date(2023, 11, 3)),
        ("GENERAL", "PRESIDENT", date(2023, 11, 12), date(2023, 11, 13)),
        ("REGIONAL", "MAYOR", date(2024, 9, 21), date(2024, 9, 22)),
    ],
)
def test_a_prospective_candidate_becomes_a_candidate_on_the_day_of_determination(kind, office, day_before, determined):
    assert phase_on(kind, None, day_before, office=office) == "prospective"
    assert phase_on(kind, None, determined, office=office) == "candidate"


def test_kota_jambi_2018_has_its_own_determination_with_its_own_source():
    answer = phase_answer("REGIONAL", KOTA_JAMBI, date(2018, 2, 12))
    assert answer.phase == "candidate"
    assert answer.source is not None and answer.source.instrument == "KPU Kota Jambi"


def test_a_district_of_kota_jambi_has_the_determination_of_its_city():
    answer = phase_answer("REGIONAL", "15.71.01", date(2018, 2, 12))
    assert answer.source is not None and answer.source.instrument == "KPU Kota Jambi"


@pytest.mark.parametrize("region", [None, "15", "15.05", "Kota Jambi"])
def test_no_other_region_is_given_the_determination_of_kota_jambi(region):
    answer = phase_answer("REGIONAL", region, date(2018, 2, 12))
    assert answer.source is not None and answer.source.instrument == "Jadwal KPU Pemilihan 2018"


@pytest.mark.parametrize(
    ("day", "phase"),
    [
        (date(2017, 8, 11), None),  # the day before the six months of the 2018 contest
        (date(2017, 8, 12), "prospective"),
        (date(2018, 6, 27), "candidate"),  # voting day
        (date(2018, 6, 28), None),
        (date(2019, 5, 1), None),
        (date(2020, 1, 7), None),
        (date(2020, 1, 8), "prospective"),
        (date(2024, 12, 16), "candidate"),  # the count ends
        (date(2024, 12, 17), None),
        (date(2026, 11, 1), None),
    ],
)
def test_between_two_regional_contests_there_is_no_phase(day, phase):
    assert phase_on("REGIONAL", KOTA_JAMBI, day) == phase


def test_an_act_between_two_contests_is_answered_with_the_reason():
    answer = phase_answer("REGIONAL", None, date(2019, 5, 1))
    assert answer.phase is None
    assert answer.needs_review
    assert answer.explanation == (
        "1 Mei 2019 berada setelah Pemilihan serentak 2018 (sampai 27 Juni 2018) "
        "dan sebelum Pemilihan serentak 2020 (mulai 8 Januari 2020): tidak ada kontes yang sedang berjalan."
    )


def test_a_named_contest_prevails_over_the_calendar():
    voting = date(2024, 11, 27)
    assert phase_on("REGIONAL", None, date(2023, 5, 1), election_date=voting) == "prospective"
    assert phase_on("REGIONAL", None, date(2024, 10, 15), election_date=voting) == "candidate"


def test_an_act_after_a_named_contest_is_to_be_reviewed():
    answer = phase_answer("REGIONAL", None, date(2018, 7, 5), election_date=date(2018, 6, 27))
    assert (answer.phase, answer.needs_review) == ("candidate", True)


def test_a_contest_that_is_not_known_has_no_phase():
    answer = phase_answer("REGIONAL", None, date(2013, 5, 1), election_date=date(2013, 6, 27))
    assert answer.phase is None
    assert "tidak ada dalam data" in answer.explanation


def test_between_the_two_determinations_of_2023_the_office_must_be_named():
    answer = phase_answer("GENERAL", None, date(2023, 11, 5))
    assert answer.phase is None
    assert "sebutkan jabatannya" in answer.explanation
    assert phase_on("GENERAL", None, date(2023, 11, 5), office="PRESIDENT") == "prospective"
    assert phase_on("GENERAL", None, date(2023, 11, 5), office="DPD") == "candidate"


def test_a_phase_from_unverified_stages_needs_review():
    assert phase_answer("REGIONAL", None, date(2017, 1, 10)).needs_review
    assert not phase_answer("REGIONAL", None, date(2018, 4, 22)).needs_review


# election, first day of: determined, campaign, quiet days, voting
BOUNDARIES = [
    ("PILKADA-2015", date(2015, 8, 24), date(2015, 8, 27), date(2015, 12, 6), date(2015, 12, 9)),
    ("PILKADA-2017", date(2016, 10, 24), date(2016, 10, 28), date(2017, 2, 12), date(2017, 2, 15)),
    ("PILKADA-2018", date(2018, 2, 12), date(2018, 2, 15), date(2018, 6, 24), date(2018, 6, 27)),
    ("PEMILU-2019", date(2018, 9, 20), date(2018, 9, 23), date(2019, 4, 14), date(2019, 4, 17)),
    ("PILKADA-2020", date(2020, 9, 23), date(2020, 9, 26), date(2020, 12, 6), date(2020, 12, 9)),
    ("PEMILU-2024", date(2023, 11, 3), date(2023, 11, 28), date(2024, 2, 11), date(2024, 2, 14)),
    ("PILKADA-2024", date(2024, 9, 22), date(2024, 9, 25), date(2024, 11, 24), date(2024, 11, 27)),
]


def test_the_elections_are_those_of_the_table_in_order_of_voting():
    assert [each.code for each in elections()] == [code for code, *_ in BOUNDARIES]


@pytest.mark.parametrize(("code", "determined", "campaign", "quiet", "voting"), BOUNDARIES)
def test_the_stages_begin_on_the_published_days(code, determined, campaign, quiet, voting):
    found = election(code)
    periods = [found.period(stage) for stage in (PublishedStage.CAMPAIGN, PublishedStage.QUIET_DAYS)]
    assert [period and period.first for period in periods] == [campaign, quiet]
    assert (found.determinations()[0], found.voting) == (determined, voting)


def test_quiet_days_follow_the_campaign_without_a_gap_and_voting_follows_them():
    for each in elections():
        campaign, quiet = each.period(PublishedStage.CAMPAIGN), each.period(PublishedStage.QUIET_DAYS)
        assert campaign is not None and quiet is not None
        assert quiet.first.toordinal() == campaign.last.toordinal() + 1
        assert each.voting.toordinal() == quiet.last.toordinal() + 1


def test_only_the_stages_of_2017_are_unverified():
    unverified = [each.code for each in elections() if each.source.verification is Verification.UNVERIFIED]
    assert unverified == ["PILKADA-2017"]


def test_an_unknown_election_lists_the_known_ones():
    with pytest.raises(UnknownElection, match="PEMILU-2019"):
        election("PEMILU-2014")
