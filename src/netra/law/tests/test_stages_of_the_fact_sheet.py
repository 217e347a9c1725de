"""Section 9 of the fact sheet, row by row, as `corrections.md` leaves it; nothing is left over on either side."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from netra.law.dated import Verification
from netra.law.elections import PublishedStage
from netra.law.stages import election, elections

LEGISLATURE = ("DPR", "DPD", "DPRD")

# contest, stage, first day, last day, the offices it concerns (none: all). The tickets of Kota Jambi 2018 stand in the
# registry. Section 5 of the corrections has the rows of 2015, 2017 and 2020.
ROWS = [
    ("PILKADA-2015", "DETERMINATION", "2015-08-24", "2015-08-24", ()),
    ("PILKADA-2015", "DRAW", "2015-08-25", "2015-08-26", ()),
    ("PILKADA-2015", "CAMPAIGN", "2015-08-27", "2015-12-05", ()),
    ("PILKADA-2015", "QUIET_DAYS", "2015-12-06", "2015-12-08", ()),
    ("PILKADA-2015", "VOTING", "2015-12-09", "2015-12-09", ()),
    ("PILKADA-2017", "DETERMINATION", "2016-10-24", "2016-10-24", ()),
    ("PILKADA-2017", "CAMPAIGN", "2016-10-28", "2017-02-11", ()),
    ("PILKADA-2017", "QUIET_DAYS", "2017-02-12", "2017-02-14", ()),
    ("PILKADA-2017", "VOTING", "2017-02-15", "2017-02-15", ()),
    ("PILKADA-2018", "REGISTRATION", "2018-01-08", "2018-01-10", ()),
    ("PILKADA-2018", "DETERMINATION", "2018-02-12", "2018-02-12", ()),
    ("PILKADA-2018", "DRAW", "2018-02-13", "2018-02-13", ()),
    ("PILKADA-2018", "CAMPAIGN", "2018-02-15", "2018-06-23", ()),
    ("PILKADA-2018", "QUIET_DAYS", "2018-06-24", "2018-06-26", ()),
    ("PILKADA-2018", "VOTING", "2018-06-27", "2018-06-27", ()),
    ("PEMILU-2019", "DETERMINATION", "2018-09-20", "2018-09-20", ()),
    ("PEMILU-2019", "DRAW", "2018-09-21", "2018-09-21", ("PRESIDENT",)),
    ("PEMILU-2019", "CAMPAIGN", "2018-09-23", "2019-04-13", ()),
    ("PEMILU-2019", "QUIET_DAYS", "2019-04-14", "2019-04-16", ()),
    ("PEMILU-2019", "VOTING", "2019-04-17", "2019-04-17", ()),
    ("PILKADA-2020", "DETERMINATION", "2020-09-23", "2020-09-23", ()),
    ("PILKADA-2020", "DRAW", "2020-09-24", "2020-09-24", ()),
    ("PILKADA-2020", "CAMPAIGN", "2020-09-26", "2020-12-05", ()),
    ("PILKADA-2020", "QUIET_DAYS", "2020-12-06", "2020-12-08", ()),
    ("PILKADA-2020", "VOTING", "2020-12-09", "2020-12-09", ()),
    ("PEMILU-2024", "PARTIES_DETERMINED", "2022-12-14", "2022-12-14", ()),
    ("PEMILU-2024", "DETERMINATION", "2023-11-03", "2023-11-03", LEGISLATURE),
    ("PEMILU-2024", "ANNOUNCEMENT", "2023-11-04", "2023-11-04", LEGISLATURE),
    ("PEMILU-2024", "DETERMINATION", "2023-11-13", "2023-11-13", ("PRESIDENT",)),
    ("PEMILU-2024", "DRAW", "2023-11-14", "2023-11-14", ("PRESIDENT",)),
    ("PEMILU-2024", "CAMPAIGN", "2023-11-28", "2024-02-10", ()),
    ("PEMILU-2024", "QUIET_DAYS", "2024-02-11", "2024-02-13", ()),
    ("PEMILU-2024", "VOTING", "2024-02-14", "2024-02-14", ()),
    ("PILKADA-2024", "REGISTRATION", "2024-08-27", "2024-08-29", ()),
    ("PILKADA-2024", "DETERMINATION", "2024-09-22", "2024-09-22", ()),
    ("PILKADA-2024", "DRAW", "2024-09-23", "2024-09-23", ()),
    ("PILKADA-2024", "CAMPAIGN", "2024-09-25", "2024-11-23", ()),
    ("PILKADA-2024", "QUIET_DAYS", "2024-11-24", "2024-11-26", ()),
    ("PILKADA-2024", "VOTING", "2024-11-27", "2024-11-27", ()),
]
OPENS = [("PILKADA-2018", "2017-08-12"), ("PILKADA-2020", "2020-01-08"), ("PILKADA-2024", "2024-03-22")]


def test_every_row_is_carried_and_nothing_stands_in_the_data_that_no_row_says():
    carried = [
        (each.code, str(period.stage), period.first.isoformat(), period.last.isoformat(), period.offices)
        for each in elections()
        for period in each.stages
    ]
    assert sorted(carried) == sorted(ROWS)


@pytest.mark.parametrize(("code", "day"), OPENS)
def test_the_six_months_begin_on_the_day_of_the_row(code, day):
    assert election(code).opens == date.fromisoformat(day)


def test_the_count_of_2024_ended_on_the_day_of_the_row():
    assert election("PILKADA-2024").closes == date(2024, 12, 16)


def test_the_determination_of_kota_jambi_in_2018_has_a_source_of_its_own():
    own = election("PILKADA-2018").regions["15.71"]
    assert (own.day, own.source.verification) == (date(2018, 2, 12), Verification.SECONDARY)


def test_the_campaign_of_2024_began_25_days_after_the_final_list():
    found = election("PEMILU-2024")
    campaign, listed = found.period(PublishedStage.CAMPAIGN), found.period(PublishedStage.DETERMINATION)
    assert campaign is not None and listed is not None
    assert campaign.first - listed.first == timedelta(days=25)
    assert any("25 hari" in note for note in found.notes)


def test_the_ruling_that_parts_national_and_local_elections_is_kept_as_unverified():
    assert any(
        "MK 135/PUU-XXII/2024" in note and "belum diverifikasi" in note for note in election("PILKADA-2024").notes
    )
