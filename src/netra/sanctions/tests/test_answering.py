"""What a decision answers: the whole law and the recommendation of the day, unless another route is still about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netra.cases import operations as cases
from netra.cases.operations import ActRefused
from netra.cases.tests.builders import ADVICE, Cast, at
from netra.sanctions import operations as act
from netra.sanctions.tests.builders import (
    Story,
    carry_to_delivery,
    confirm_identity,
    deed,
    open_story,
    recommend_story,
    refer_story,
)
from netra.sanctions.tests.test_council import COUNCIL, VERDICT
from netra.sanctions.tests.test_council import RULING as MORAL
from netra.trust.tests.told_once import told_once

pytestmark = pytest.mark.django_db

# A like for a determined candidate: SKB 2022 row 6 reads it as severe discipline (PP 94/2021), and nothing as ethics.
LIKED = Story(start=date(2024, 10, 17), deed=deed("social_media_reaction", date(2024, 10, 15)))
REASON = "Menyesal, dan baru sekali."


@pytest.fixture
def cast():
    return Cast()


@told_once
def before_council(cast, proceeding, verdict=VERDICT):
    """Formed, heard and decided in the first days of November 2024."""
    ref, dewi = proceeding.ref, cast.dewi
    confirm_identity(cast, proceeding.case, at("2024-11-04", 8))
    act.council_form(ref=ref, members=COUNCIL, by=cast.rahmat, at=at("2024-11-04"))
    act.council_summon(ref=ref, meeting_at=at("2024-11-06"), place="Ruang Sidang", by=dewi, at=at("2024-11-04", 10))
    act.council_hear(
        ref=ref, held_date=date(2024, 11, 6), defended=True, defence="Khilaf.", by=dewi, at=at("2024-11-06")
    )
    act.council_decide(ref=ref, verdict=replace(verdict, decided_date=date(2024, 11, 7)), by=dewi, at=at("2024-11-07"))


@told_once
def state_morally(cast, proceeding, reason=""):
    ruling = replace(MORAL, decided_date=date(2024, 11, 8), deviation_reason=reason)
    return act.moral_impose(ref=proceeding.ref, ruling=ruling, by=cast.rahmat, at=at("2024-11-08"))


@told_once
def finish(cast, proceeding):
    """Delivered, executed and closed."""
    ref, dewi = proceeding.ref, cast.dewi
    handover = act.Handover(manner="IN_PERSON", received_date=date(2024, 11, 11), place="BKPSDM")
    act.decision_deliver(ref=ref, handover=handover, by=dewi, at=at("2024-11-11"))
    act.decision_execute(ref=ref, document="Berita acara 3, 12 November 2024", by=dewi, at=at("2024-11-12"))
    act.proceeding_close(ref=ref, by=dewi, at=at("2024-11-13"))
    proceeding.case.refresh_from_db()


def owes(proceeding):
    return proceeding.case.deadlines.filter(rule="follow_up", met_date=None).exists()


class WhenASevereActIsTakenToTheEthicsCouncilAlone:
    @pytest.fixture
    def proceeding(self, cast):
        proceeding = open_story(cast, LIKED, "ETHICS")
        before_council(cast, proceeding)
        return proceeding

    def it_asks_why_so_little_and_marks_the_decision_below_the_floor(self, cast, proceeding):
        with pytest.raises(act.ReasonMissing, match="di bawah batas bawah hukum"):
            state_morally(cast, proceeding)
        made = state_morally(cast, proceeding, REASON)
        # MORAL lies three rungs under SEVERE: light, moderate, severe.
        assert (made.level_floor, made.below_floor, made.steps_from_floor) == ("SEVERE", True, -3)
        proceeding.case.refresh_from_db()
        assert proceeding.case.deviates

    def it_answers_the_recommendation_and_the_case_may_end(self, cast, proceeding):
        assert owes(proceeding)
        state_morally(cast, proceeding, REASON)
        assert not owes(proceeding)
        finish(cast, proceeding)
        assert proceeding.case.state == "CLOSED"


class WhenBothRoutesRun:
    @pytest.fixture
    @told_once
    def ethics(self, cast):
        proceeding = open_story(cast, LIKED, "ETHICS")
        act.proceeding_open(
            case_ref=proceeding.case.ref, party=1, route="DISCIPLINE", by=cast.dewi, at=at("2024-10-31")
        )
        before_council(cast, proceeding)
        return proceeding

    def it_asks_no_reason_for_the_moral_sanction_beside_a_penalty_to_come(self, cast, ethics):
        made = state_morally(cast, ethics)
        assert (made.level_floor, made.below_floor, made.below_recommendation) == ("", False, False)

    def it_leaves_the_recommended_penalty_owed_and_the_case_open(self, cast, ethics):
        state_morally(cast, ethics)
        assert owes(ethics)
        finish(cast, ethics)
        assert ethics.case.state == "PROCEEDING"


def test_a_council_that_finds_no_breach_of_ethics_does_not_answer_a_recommended_penalty(cast):
    proceeding = open_story(cast, LIKED, "ETHICS")
    before_council(cast, proceeding, replace(VERDICT, breached=False, breach=""))
    assert owes(proceeding)
    act.proceeding_close(ref=proceeding.ref, by=cast.dewi, at=at("2024-11-11"))
    proceeding.case.refresh_from_db()
    assert proceeding.case.state == "PROCEEDING"
    who = {"case_ref": proceeding.case.ref, "party": 1, "by": cast.dewi}
    opened = act.proceeding_open(**who, route="DISCIPLINE", at=at("2024-11-11", 10))
    assert (opened.state, opened.level_floor) == ("OPENED", "SEVERE")


def test_a_recommendation_that_comes_after_the_opening_counts(cast):
    story = replace(LIKED, deed=deed("photo_with_candidate", date(2024, 7, 15), "prospective"))
    case = refer_story(cast, story)
    proceeding = act.proceeding_open(case_ref=case.ref, party=1, route="ETHICS", by=cast.dewi, at=at("2024-10-24"))
    advice = replace(ADVICE, party=1, category="DISCIPLINE", level="SEVERE")
    confirm_identity(cast, case, at("2024-10-28", 8))
    cases.case_recommend(case_ref=case.ref, advice=advice, by=cast.ani, at=at("2024-10-28"))
    before_council(cast, proceeding)
    with pytest.raises(act.ReasonMissing, match=r"di bawah rekomendasi \(hukuman disiplin berat\)"):
        state_morally(cast, proceeding)
    assert state_morally(cast, proceeding, REASON).below_recommendation


class WhenTheCouncilRecommendsAdministrativeAction:
    @pytest.fixture
    def proceeding(self, cast):
        proceeding = open_story(cast, replace(LIKED, category="ETHICS", level="MORAL"), "ETHICS")
        before_council(cast, proceeding, replace(VERDICT, administrative_action=True))
        state_morally(cast, proceeding, REASON)
        return proceeding

    def it_keeps_the_case_open_until_somebody_answers(self, cast, proceeding):
        finish(cast, proceeding)
        assert proceeding.case.state == "PROCEEDING"

    def it_ends_the_case_when_the_authority_writes_why_it_takes_none(self, cast, proceeding):
        with pytest.raises(ActRefused, match="alasan"):
            act.action_decline(ref=proceeding.ref, reason=" ", by=cast.rahmat, at=at("2024-11-09"))
        act.action_decline(ref=proceeding.ref, reason=REASON, by=cast.rahmat, at=at("2024-11-09"))
        with pytest.raises(ActRefused, match="Tidak ada rekomendasi"):
            act.action_decline(ref=proceeding.ref, reason=REASON, by=cast.rahmat, at=at("2024-11-09"))
        finish(cast, proceeding)
        assert (proceeding.case.state, proceeding.case.deviates) == ("CLOSED", True)


def test_a_person_whose_discipline_is_decided_is_judged_on_ethics_by_ethics_alone(cast):
    case = recommend_story(cast, LIKED)
    discipline = act.proceeding_open(case_ref=case.ref, party=1, route="DISCIPLINE", by=cast.dewi, at=at("2024-10-30"))
    carry_to_delivery(cast, discipline)
    ethics = act.proceeding_open(case_ref=case.ref, party=1, route="ETHICS", by=cast.dewi, at=at("2024-11-14"))
    assert (ethics.level_floor, ethics.level_ceiling) == ("", "")
