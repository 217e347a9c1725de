"""A severe penalty comes of an examination by a team alone (PP 94/2021 Ps 29(2)), whatever says that it is severe."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netra.cases.operations import ActRefused
from netra.cases.tests.builders import Cast, at
from netra.sanctions import operations as act
from netra.sanctions.models import Proceeding
from netra.sanctions.tests.builders import HEARING, RULING, TEAM, Story, deed, open_story

pytestmark = pytest.mark.django_db

WITHOUT_A_TEAM = r"PP 94/2021 Pasal 29 ayat \(2\)"
# Of this one the law names no level that was read; of that one a moderate one (PP 94/2021 Ps 13 huruf f, Ps 5 n 2).
ATTENDED = deed("passive_attendance", date(2024, 10, 15))
WORE = deed("campaign_participant_with_attributes", date(2024, 10, 15))


@pytest.fixture
def cast():
    return Cast()


def opened(cast: Cast, level: str, did=ATTENDED) -> Proceeding:
    """Summoned for 6 November, after that level was recommended."""
    proceeding = open_story(cast, Story(date(2024, 10, 17), did, level=level))
    act.summons_issue(ref=proceeding.ref, meeting_at=at("2024-11-06"), place="Ruang", by=cast.dewi, at=at("2024-11-01"))
    return proceeding


def examine(cast: Cast, proceeding: Proceeding) -> None:
    act.examination_record(ref=proceeding.ref, hearing=HEARING, by=cast.dewi, at=at("2024-11-06", 15))


def report(cast: Cast, proceeding: Proceeding, level: str) -> None:
    findings = act.Findings(proven=True, analysis="Terbukti.", proposed_level=level)
    act.examination_report(ref=proceeding.ref, findings=findings, by=cast.dewi, at=at("2024-11-07"))


def test_where_a_severe_penalty_was_recommended_though_the_law_names_no_level(cast):
    proceeding = opened(cast, "SEVERE")
    assert proceeding.level_ceiling == ""
    with pytest.raises(ActRefused, match=WITHOUT_A_TEAM):
        examine(cast, proceeding)
    act.team_form(ref=proceeding.ref, members=TEAM, by=cast.rahmat, at=at("2024-11-05"))
    examine(cast, proceeding)
    report(cast, proceeding, "SEVERE")


def test_where_the_examiners_propose_more_than_was_recommended(cast):
    proceeding = opened(cast, "MODERATE", WORE)
    examine(cast, proceeding)
    with pytest.raises(ActRefused, match=WITHOUT_A_TEAM):
        report(cast, proceeding, "SEVERE")
    report(cast, proceeding, "MODERATE")


@pytest.mark.parametrize("sanction", ["demotion_12m", "release_to_staff_12m", "honourable_dismissal"])
def test_where_the_authority_goes_beyond_what_the_examiners_propose(cast, sanction):
    proceeding = opened(cast, "MODERATE", WORE)
    examine(cast, proceeding)
    report(cast, proceeding, "MODERATE")
    severe = replace(RULING, sanction_code=sanction, deviation_reason="Dampaknya luas.")
    with pytest.raises(ActRefused, match="dilakukan tanpa tim"):
        act.decision_make(ref=proceeding.ref, ruling=severe, by=cast.rahmat, at=at("2024-11-11"))


def test_a_moderate_penalty_needs_no_team(cast):
    """Ps 29(1): there it may be formed."""
    proceeding = opened(cast, "MODERATE", WORE)
    examine(cast, proceeding)
    report(cast, proceeding, "MODERATE")
    moderate = replace(RULING, sanction_code="increment_delay_1y")
    made = act.decision_make(ref=proceeding.ref, ruling=moderate, by=cast.rahmat, at=at("2024-11-11"))
    assert made.level == "MODERATE"
