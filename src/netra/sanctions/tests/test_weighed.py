"""What a decision is about: what officers held against the person when he was called to answer it, no more, no less."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from netra.cases import operations as cases
from netra.cases.models import Allegation
from netra.cases.operations import ActRefused
from netra.cases.tests.builders import BUDI, LIKE, Cast, at
from netra.letters.models import Letter
from netra.sanctions import operations as act
from netra.sanctions.bounds import limits_of
from netra.sanctions.models import Proceeding
from netra.sanctions.offers import offers
from netra.sanctions.operations.answering import unanswered
from netra.sanctions.queries import decision_sheet
from netra.sanctions.tests.builders import HEARING, RULING, TEAM, Story, deed, examine, open_story, recommend_story
from netra.sanctions.weighed import weighed_by
from netra.trust.tests.told_once import told_once

pytestmark = pytest.mark.django_db

# SKB 2/2022, PP 94/2021 Ps 5 huruf n angka 4: taking part in a campaign with civil-service attributes, moderate.
CAMPAIGN = Story(date(2024, 10, 7), deed("campaign_participant_with_attributes", date(2024, 10, 3)), level="MODERATE")
DECISION = Story(date(2024, 10, 7), deed("partisan_decision", date(2024, 10, 3)))
# PP 94/2021 Ps 5 huruf n angka 6 jo. Ps 14 huruf i angka 4: severe.
LATER_DEED = replace(LIKE, conduct="partisan_activity", act_date=date(2024, 10, 4), narrative="Rapat tim (contoh).")
# A photo with somebody who only wants to run: a matter of ethics, before the determination of candidates.
PHOTO = replace(
    LIKE,
    conduct="photo_with_candidate",
    act_date=date(2024, 7, 15),
    phase="prospective",
    narrative="Foto di posko (contoh).",
)
RULING_ON_IT = replace(RULING, sanction_code="promotion_delay_1y")
DECIDED = date(2024, 11, 11)


@pytest.fixture
def cast():
    return Cast()


@told_once
def opened(cast: Cast) -> Proceeding:
    """Opened on 20 October for a moderate breach."""
    return open_story(cast, CAMPAIGN)


def carry_to_report(cast, proceeding):
    """Called on 29 October, examined on 4 November, reported on the 6th: proven, moderate."""
    examine(cast, proceeding, letter="2024-10-29", held="2024-11-04", reported="2024-11-06", level="MODERATE")


def again(proceeding):
    return Proceeding.objects.select_related("party__case").get(pk=proceeding.pk)


def bounds(proceeding):
    found = limits_of(again(proceeding), decided=DECIDED)
    return found.floor, found.ceiling


def propose(cast, case, deed=LATER_DEED, on="2024-11-07"):
    """Wayan adds a second act, and the software says what the law may say of it."""
    cases.act_add(case_ref=case.ref, act=deed, by=cast.wayan, at=at(on, 8))
    return cases.allegation_assess(case_ref=case.ref, party=1, act=2, by=cast.wayan, at=at(on))


def confirm(cast, case, on="2024-11-07"):
    reason = "Ada foto dan saksi."
    return cases.allegation_confirm(case_ref=case.ref, party=1, act=2, reason=reason, by=cast.wayan, at=at(on, 10))


@told_once
def decree_of(cast, proceeding):
    made = act.decision_make(ref=proceeding.ref, ruling=RULING_ON_IT, by=cast.rahmat, at=at("2024-11-11"))
    return made, str(Letter.objects.get(ref=made.letter_ref).data)


class WhenTheSoftwareOnlyProposed:
    def it_raises_no_floor_and_stands_in_no_decree(self, cast):
        proceeding = opened(cast)
        carry_to_report(cast, proceeding)
        assert propose(cast, proceeding.case).level_floor == "SEVERE"
        assert bounds(proceeding) == ("MODERATE", "MODERATE")
        made, decree = decree_of(cast, proceeding)
        assert not made.below_floor
        assert "3 Oktober 2024" in decree and "Rapat tim" not in decree and "4 Oktober 2024" not in decree

    def it_stands_in_no_summons(self, cast):
        proceeding = opened(cast)
        propose(cast, proceeding.case, on="2024-10-28")
        carry_to_report(cast, proceeding)
        assert "Rapat tim" not in str(Letter.objects.get(kind="SUMMONS_1").data)
        assert bounds(proceeding) == ("MODERATE", "MODERATE")

    def it_is_told_to_whoever_decides(self, cast):
        proceeding = opened(cast)
        carry_to_report(cast, proceeding)
        assert decision_sheet(again(proceeding), on=DECIDED).left_out == []
        found = propose(cast, proceeding.case)
        assert decision_sheet(again(proceeding), on=DECIDED).left_out == [found]

    def it_opens_no_proceeding(self, cast):
        case = recommend_story(cast, CAMPAIGN)
        Allegation.objects.update(state="PROPOSED")
        with pytest.raises(ActRefused, match="usulan perangkat lunak tidak dihitung"):
            act.proceeding_open(case_ref=case.ref, party=1, route="DISCIPLINE", by=cast.dewi, at=at("2024-10-21"))


class WhenAnOfficerConfirmedIt:
    def it_counts_where_he_was_called_to_answer_it(self, cast):
        """Confirmed on 28 October, called on the 29th: the summons names it, and its level is the floor."""
        proceeding = opened(cast)
        propose(cast, proceeding.case, on="2024-10-28")
        confirm(cast, proceeding.case, on="2024-10-28")
        carry_to_report(cast, proceeding)
        assert "Rapat tim" in str(Letter.objects.get(kind="SUMMONS_1").data)
        assert bounds(proceeding) == ("SEVERE", "SEVERE")

    def it_is_left_out_where_he_was_called_before(self, cast):
        """Nobody is judged unheard: the photo came up when he had been examined, so the decree is silent about it."""
        proceeding = opened(cast)
        carry_to_report(cast, proceeding)
        propose(cast, proceeding.case, PHOTO)
        late = confirm(cast, proceeding.case)
        assert late.category == "ETHICS"
        assert bounds(proceeding) == ("MODERATE", "MODERATE")
        assert decision_sheet(again(proceeding), on=DECIDED).left_out == [late]
        assert "posko" not in decree_of(cast, proceeding)[1]
        # It still waits for somebody to answer it: the case does not close over it.
        assert unanswered(again(proceeding).party) == {"ETHICS"}

    def it_stands_in_the_second_letter_where_he_is_called_once_more(self, cast):
        """He stayed away from the first call; the photo was confirmed before the second, so that he answers to it."""
        proceeding = opened(cast)
        ref, dewi = proceeding.ref, cast.dewi
        act.summons_issue(ref=ref, meeting_at=at("2024-11-04"), place="Ruang", by=dewi, at=at("2024-10-29"))
        act.summons_miss(ref=ref, by=dewi, at=at("2024-11-04", 15))
        propose(cast, proceeding.case, PHOTO, on="2024-11-05")
        late = confirm(cast, proceeding.case, on="2024-11-05")
        act.summons_issue(ref=ref, meeting_at=at("2024-11-08"), place="Ruang", by=dewi, at=at("2024-11-06"))
        assert late in weighed_by(again(proceeding))
        assert "posko" in str(Letter.objects.get(kind="SUMMONS_2").data)


def change(cast, case, reading=None, deed=1, on="2024-11-07"):
    return cases.allegation_change(
        case_ref=case.ref, party=1, act=deed, reading=reading, reason="Dibaca lain.", by=cast.ani, at=at(on, 14)
    )


class WhenAProceedingWeighs:
    """Dropped under its hands, it would leave the authority nothing to decide and no way to an end."""

    @pytest.mark.parametrize("reading", [None, cases.Reading("ETHICS", "MORAL", "MORAL")])
    @pytest.mark.parametrize("carried", [False, True])
    def it_is_neither_dropped_nor_rewritten_while_it_runs(self, cast, carried, reading):
        proceeding = opened(cast)
        if carried:
            carry_to_report(cast, proceeding)
        with pytest.raises(ActRefused, match=f"sedang ditimbang dalam penanganan {proceeding.ref}.*putuskan, atau"):
            change(cast, proceeding.case, reading)
        assert bounds(proceeding) == ("MODERATE", "MODERATE")

    def it_is_read_by_no_other_law_while_it_runs(self, cast):
        """Corrected to a PPPK in mid-course, he would answer to nothing that he was called for."""
        case = opened(cast).case
        told: dict[str, Any] = {
            "case_ref": case.ref,
            "ordinal": 1,
            "source": "DECREE",
            "by": cast.wayan,
            "at": at("2024-10-29"),
        }
        with pytest.raises(ActRefused, match="sedang ditimbang"):
            cases.party_correct(party=replace(BUDI, employment="PPPK"), **told)
        assert cases.party_correct(party=replace(BUDI, name="Budhi (contoh)"), **told).name == "Budhi (contoh)"

    def it_stays_as_it_was_decided(self, cast):
        proceeding = opened(cast)
        carry_to_report(cast, proceeding)
        decree_of(cast, proceeding)
        with pytest.raises(ActRefused, match=f"sudah dijawab dalam penanganan {proceeding.ref}"):
            change(cast, proceeding.case, on="2024-11-12")

    def it_takes_nothing_more_in_once_he_was_called(self, cast):
        """A later breach of discipline is a finding of its own; here the proposal is dropped."""
        proceeding = opened(cast)
        carry_to_report(cast, proceeding)
        propose(cast, proceeding.case)
        with pytest.raises(ActRefused, match=f"{proceeding.ref}.*tanpa dugaan ini.*laporan atau temuan baru"):
            confirm(cast, proceeding.case)
        with pytest.raises(ActRefused, match="tanpa dugaan ini"):
            change(cast, proceeding.case, cases.Reading("DISCIPLINE", "SEVERE", "SEVERE"), deed=2)
        assert change(cast, proceeding.case, deed=2).state == "DROPPED"

    def it_may_be_stopped_where_it_was_lost_before_this_was_refused(self, cast):
        """Rows of earlier days: the report says proven, and the only allegation was dropped afterwards."""
        proceeding = opened(cast)
        carry_to_report(cast, proceeding)
        Allegation.objects.update(state="DROPPED", reason="Dahulu dihentikan.")
        with pytest.raises(ActRefused, match="tidak ada yang dapat diputus"):
            act.decision_make(ref=proceeding.ref, ruling=RULING_ON_IT, by=cast.rahmat, at=at("2024-11-11"))
        offered = {each.act for each in offers(cast.rahmat, again(proceeding), on=DECIDED)}
        assert "sanctions.proceeding_stop" in offered
        stopped = act.proceeding_stop(
            ref=proceeding.ref,
            reason="Dihentikan.",
            signing=act.Signing("Wali Kota Jambi"),
            by=cast.rahmat,
            at=at("2024-11-11"),
        )
        assert stopped.state == "STOPPED"


class WhenHeWasClearedOfOneAct:
    """Of a breach of discipline he was cleared; of a photo, a matter of ethics, nobody has judged him yet."""

    @pytest.fixture
    def stopped(self, cast):
        proceeding = opened(cast)
        propose(cast, proceeding.case, PHOTO, on="2024-10-28")
        confirm(cast, proceeding.case, on="2024-10-28")
        clear(cast, proceeding)
        return again(proceeding)

    def open_ethics(self, cast, stopped):
        return act.proceeding_open(
            case_ref=stopped.case.ref, party=1, route="ETHICS", by=cast.dewi, at=at("2024-11-09")
        )

    def it_still_answers_the_other(self, cast, stopped):
        ethics = self.open_ethics(cast, stopped)
        assert [each.act.conduct for each in weighed_by(ethics)] == ["photo_with_candidate"]
        assert (ethics.conduct, ethics.level_floor) == ("photo_with_candidate", "MORAL")

    def it_keeps_the_case_open_until_then(self, cast, stopped):
        act.proceeding_close(ref=stopped.ref, by=cast.dewi, at=at("2024-11-09"))
        stopped.case.refresh_from_db()
        assert stopped.case.state == "PROCEEDING"
        assert self.open_ethics(cast, stopped).state == "OPENED"

    def it_is_not_tried_for_the_same_under_another_name(self, cast, stopped):
        joined = cases.Reading("ETHICS", "MORAL", "MORAL")
        with pytest.raises(ActRefused, match=f"sudah dijawab dalam penanganan {stopped.ref}"):
            change(cast, stopped.case, joined, on="2024-11-09")

    def it_does_not_keep_a_crime_from_those_who_judge_it(self, cast):
        """A partisan decision is a crime as well (UU 1/2015 Ps 188): the agency's word does not bind a court."""
        proceeding = open_story(cast, DECISION)
        clear(cast, proceeding)
        handed = act.crime_refer(
            case_ref=proceeding.case.ref, party=1, addressee="Polresta Jambi", by=cast.wayan, at=at("2024-11-09")
        )
        assert [each.act.conduct for each in weighed_by(handed)] == ["partisan_decision"]


def clear(cast, proceeding):
    """Called on 29 October, examined on 4 November; not proven, and stopped on the 8th."""
    ref, dewi = proceeding.ref, cast.dewi
    act.team_form(ref=ref, members=TEAM, by=cast.rahmat, at=at("2024-10-28", 12))
    act.summons_issue(ref=ref, meeting_at=at("2024-11-04"), place="Ruang", by=dewi, at=at("2024-10-29"))
    hearing = replace(HEARING, held_date=date(2024, 11, 4))
    act.examination_record(ref=ref, hearing=hearing, by=dewi, at=at("2024-11-04", 15))
    act.examination_report(ref=ref, findings=act.Findings(False, "Bukan dia."), by=dewi, at=at("2024-11-06"))
    act.proceeding_stop(
        ref=ref, reason="Bukan dia.", signing=act.Signing("Wali Kota Jambi"), by=cast.rahmat, at=at("2024-11-08")
    )
