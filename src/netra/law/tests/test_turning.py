"""What the determination of candidates changes, for whoever has to warn people before it."""

from __future__ import annotations

from datetime import date

import pytest

from netra.law.turning import turns_at_determination
from netra.law.vocabulary import ElectionKind, Office

REGIONAL, GENERAL = ElectionKind.REGIONAL, ElectionKind.GENERAL


def turned(kind, office, day, region, voting):
    turns = turns_at_determination(kind, office, day, region=region, voting=voting)
    return {
        turn.conduct: tuple(
            (str(side.category), str(side.floor) if side.floor else "") for side in (turn.before, turn.after)
        )
        for turn in turns
    }


GOVERNOR_2024 = turned(REGIONAL, Office.GOVERNOR, date(2024, 9, 22), "15", date(2024, 11, 27))
MAYOR_2018 = turned(REGIONAL, Office.MAYOR, date(2018, 2, 12), "15.71", date(2018, 6, 27))
ETHICS, SEVERE, UNNAMED = ("ETHICS", "MORAL"), ("DISCIPLINE", "SEVERE"), ("NONE", "")


@pytest.mark.parametrize(
    ("conduct", "before", "after"),
    [
        # SKB 2/2022 Lampiran II-A (before) and II-B (from the determination on), rows 6, 2, 7, 1 and 4
        ("social_media_reaction", ETHICS, SEVERE),
        ("online_campaign", ETHICS, SEVERE),
        ("photo_with_candidate", ETHICS, SEVERE),
        ("campaign_material", ETHICS, SEVERE),
        ("attend_declaration_or_campaign", ETHICS, SEVERE),
        # PP 94/2021 Ps 5 n angka 2 with Ps 13 g; Ps 5 n angka 4 with Ps 14 i angka 2
        ("campaign_participant_with_attributes", UNNAMED, ("DISCIPLINE", "MODERATE")),
        ("use_state_facility", UNNAMED, SEVERE),
    ],
)
def test_in_2024_support_becomes_severe_on_the_day_of_the_determination(conduct, before, after):
    assert GOVERNOR_2024[conduct] == (before, after)


@pytest.mark.parametrize(
    ("conduct", "before", "after"),
    [
        # PP 53/2010 Ps 4 angka 12 a with Ps 12 angka 6, and angka 15 a with Ps 12 angka 9
        ("campaign_team", UNNAMED, ("DISCIPLINE", "MODERATE")),
        # PP 53/2010 Ps 4 angka 12 b with Ps 12 angka 6; angka 12 d with Ps 13 angka 11
        ("campaign_participant_with_attributes", UNNAMED, ("DISCIPLINE", "MODERATE")),
        ("use_state_facility", UNNAMED, SEVERE),
        # B/71/2017 named it for a prospective candidate; no row of 2018 names it for a candidate (worked record)
        ("social_media_reaction", ETHICS, UNNAMED),
    ],
)
def test_in_2018_the_older_law_named_other_conducts(conduct, before, after):
    assert MAYOR_2018[conduct] == (before, after)


def test_what_was_not_prohibited_in_2018_is_not_warned_of():
    """PP 53/2010 Ps 4 angka 12 b, explanation: to be present without attributes was no breach."""
    assert "passive_attendance" not in MAYOR_2018


def test_what_only_others_can_do_is_left_out():
    """A village head's decision and a campaign that involves civil servants are crimes of others."""
    assert not {"village_head_partisan_decision", "involve_civil_servants"} & set(GOVERNOR_2024)


def test_a_turn_names_the_article_that_holds_from_that_day_on():
    (turn,) = (
        turn
        for turn in turns_at_determination(
            REGIONAL, Office.GOVERNOR, date(2024, 9, 22), region="15", voting=date(2024, 11, 27)
        )
        if turn.conduct == "online_campaign"
    )
    assert "SKB 2/2022 Lampiran II-B baris 2" in [str(source) for source in turn.after.sources]
    assert turn.label.startswith("Mengunggah atau menyebarluaskan")


def test_a_general_election_turns_by_its_own_determination():
    """PEMILU 2024: the pairs were determined on 13 November 2023."""
    turns = turned(GENERAL, Office.PRESIDENT, date(2023, 11, 13), "15.71", date(2024, 2, 14))
    assert turns["photo_with_candidate"] == (ETHICS, SEVERE)


def test_a_ministry_lies_in_no_region_and_is_warned_all_the_same():
    warned = turns_at_determination(GENERAL, Office.PRESIDENT, date(2023, 11, 13), region="", voting=date(2024, 2, 14))
    assert "online_campaign" in {turn.conduct for turn in warned}
