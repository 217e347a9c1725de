"""A severe penalty comes of an examination by a team alone (PP 94/2021 Ps 29(2)), whatever says that it is severe."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import transaction

from netra.cases.operations import ActRefused, WrongState
from netra.cases.tests.builders import BUDI, Cast, at
from netra.sanctions import operations as act
from netra.sanctions.models import Proceeding
from netra.sanctions.teams import examined_without_team
from netra.sanctions.tests.builders import HEARING, RULING, TEAM, Story, deed, deliver, open_story
from netra.trust.tests.told_once import told_once

pytestmark = pytest.mark.django_db

WITHOUT_A_TEAM = r"PP 94/2021 Pasal 29 ayat \(2\)"
# Of this one the law names no level that was read; of that one a moderate one (PP 94/2021 Ps 13 huruf f, Ps 5 n 2).
ATTENDED = deed("passive_attendance", date(2024, 10, 15))
WORE = deed("campaign_participant_with_attributes", date(2024, 10, 15))


@pytest.fixture
def cast() -> Cast:
    return Cast()


@told_once
def opened(cast: Cast, level: str, did=ATTENDED) -> Proceeding:
    """Summoned for 6 November, after that level was recommended."""
    proceeding = open_story(cast, Story(date(2024, 10, 17), did, level=level))
    act.summons_issue(ref=proceeding.ref, meeting_at=at("2024-11-06"), place="Ruang", by=cast.dewi, at=at("2024-11-01"))
    return proceeding


@told_once
def examine(cast: Cast, proceeding: Proceeding) -> None:
    act.examination_record(ref=proceeding.ref, hearing=HEARING, by=cast.dewi, at=at("2024-11-06", 15))


@told_once
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


def test_a_team_that_was_formed_after_the_examination_did_not_examine(cast):
    """Nor may it be formed once the examination is recorded: nobody would be examined by it."""
    proceeding = opened(cast, "SEVERE")
    act.team_form(ref=proceeding.ref, members=TEAM, by=cast.rahmat, at=at("2024-11-07"))
    with pytest.raises(ActRefused, match="baru dibentuk pada 7 November 2024"):
        act.examination_record(ref=proceeding.ref, hearing=HEARING, by=cast.dewi, at=at("2024-11-07", 15))
    by_the_team = replace(HEARING, held_date=date(2024, 11, 7))
    act.examination_record(ref=proceeding.ref, hearing=by_the_team, by=cast.dewi, at=at("2024-11-07", 16))


@pytest.fixture
def moderate(cast) -> Proceeding:
    """Examined by no team on the 6th; the increment delayed, received on the 13th, objected to on the 20th."""
    proceeding = opened(cast, "MODERATE", WORE)
    examine(cast, proceeding)
    with pytest.raises(WrongState, match="dibentuk sebelum pemeriksaan"):
        act.team_form(ref=proceeding.ref, members=TEAM, by=cast.rahmat, at=at("2024-11-06", 16))
    report(cast, proceeding, "MODERATE")
    lenient = replace(RULING, sanction_code="increment_delay_1y")
    act.decision_make(ref=proceeding.ref, ruling=lenient, by=cast.rahmat, at=at("2024-11-11"))
    deliver(cast, proceeding, "2024-11-13")
    came = date(2024, 11, 20)
    act.objection_file(ref=proceeding.ref, filed_date=came, grounds="Keliru.", by=cast.dewi, at=at("2024-11-20"))
    return Proceeding.objects.get(pk=proceeding.pk)


def answer(cast: Cast, proceeding: Proceeding, outcome: str, sanction: str = "") -> None:
    said = act.Answer(outcome, date(2024, 11, 25), "Dampaknya luas.", sanction)
    act.objection_decide(ref=proceeding.ref, answer=said, by=cast.rahmat, at=at("2024-11-25"))


def test_nor_where_the_answer_to_an_objection_aggravates_while_a_court_binds(cast, moderate):
    for outcome in ("AGGRAVATED", "CHANGED"):
        with pytest.raises(ActRefused, match="dilakukan tanpa tim") as refused:
            answer(cast, moderate, outcome, "demotion_12m")
        # After the decision nobody is examined again.
        assert "Periksa kembali" not in str(refused.value)
    answer(cast, moderate, "UPHELD")
    filed, paper = date(2024, 12, 2), "9/G/2024, 2 Desember 2024"
    act.suit_file(ref=moderate.ref, filed_date=filed, seat="Jambi", document=paper, by=cast.dewi, at=at("2024-12-03"))
    ruling = act.CourtRuling("CHANGED", date(2025, 2, 3), "9/G/2024, 3 Februari 2025", "Berat.", "demotion_12m")
    act.suit_decide(ref=moderate.ref, ruling=ruling, by=cast.dewi, at=at("2025-02-04"))
    found = Proceeding.objects.get(pk=moderate.pk)
    assert examined_without_team(found, found.decision.remedy.level_after)


class WhenItIsAPppk:
    """PP 49/2018 Ps 52: the rules of his agency say how he is examined, not PP 94/2021 Ps 29."""

    def it_asks_for_no_team_and_notes_what_one_lacks(self, cast):
        pppk = (replace(BUDI, employment="PPPK", grade=""),)
        liked = deed("social_media_reaction", date(2024, 10, 15))
        proceeding = open_story(cast, Story(date(2024, 10, 17), liked, people=pppk))
        meeting, called = at("2024-11-06"), at("2024-11-01")
        act.summons_issue(ref=proceeding.ref, meeting_at=meeting, place="Ruang", by=cast.dewi, at=called)
        with transaction.atomic():
            formed = act.team_form(ref=proceeding.ref, members=TEAM[:2], by=cast.rahmat, at=at("2024-11-05"))
            assert "unsur pengawasan" in formed.composition_note
            assert "mengikat PNS saja; bagi PPPK menurut peraturan instansi" in formed.composition_note
            transaction.set_rollback(True)
        examine(cast, proceeding)
        report(cast, proceeding, "SEVERE")


def test_a_moderate_penalty_needs_no_team(cast):
    """Ps 29(1): there it may be formed."""
    proceeding = opened(cast, "MODERATE", WORE)
    examine(cast, proceeding)
    report(cast, proceeding, "MODERATE")
    moderate = replace(RULING, sanction_code="increment_delay_1y")
    made = act.decision_make(ref=proceeding.ref, ruling=moderate, by=cast.rahmat, at=at("2024-11-11"))
    assert made.level == "MODERATE"
