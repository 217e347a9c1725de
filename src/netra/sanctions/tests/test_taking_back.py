"""What the plenary has sent on is not taken back by one officer, and what nothing stands behind any longer ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from netra.cases import operations as act
from netra.cases.models import Allegation, Case
from netra.cases.offers import steps_offered
from netra.cases.tests.builders import (
    BUDI,
    LIKE,
    Cast,
    at,
    carry_to_plenary,
    carry_to_recommendation,
    carry_to_referral,
    make_case,
    open_terms,
)
from netra.sanctions.operations import data_block
from netra.trust import trail
from netra.trust.tests.locks import unlocked

pytestmark = pytest.mark.django_db
LATE = "2024-11-20"


@pytest.fixture
def cast() -> Cast:
    return Cast()


def drop(cast: Cast, case: Case, *, by: Any, on: str = LATE, party: int = 1, deed: int = 1, reading: Any = None) -> str:
    why, met = "Bukan akunnya.", act.Meeting(date.fromisoformat(on), 3) if by == cast.putu else None
    act.allegation_change(
        case_ref=case.ref, party=party, act=deed, reading=reading, reason=why, meeting=met, by=by, at=at(on, 14)
    )
    case.refresh_from_db()
    return str(case.state)


def decide(cast: Cast, case: Case, outcome: str, on: str = "2024-10-19", **over: Any) -> Case:
    given = {"held_date": date.fromisoformat(on), "members": 3, "reason": "Menurut kajian.", **over}
    return act.plenary_decide(case_ref=case.ref, outcome=outcome, by=cast.putu, at=at(on, 16), **given)


def to_refer(cast: Cast, **over: Any) -> Case:
    case = make_case(cast, **over)
    carry_to_plenary(cast, case)
    return decide(cast, case, "TO_REFER")


class WhenTheOnlyAllegationIsDroppedAfterTheRecommendation:
    @pytest.fixture
    def case(self, cast):
        case = make_case(cast)
        carry_to_recommendation(cast, case)
        return case

    def it_is_refused_to_one_officer_under_any_name(self, cast, case):
        """What BKN recommended would hang over Budi, and his agency could open nothing."""
        for reading in (None, act.Reading("NONE", "", ""), act.Reading("ELECTION_CRIME", "", "")):
            with pytest.raises(act.ActRefused, match="oleh satu petugas"):
                drop(cast, case, by=cast.wayan, reading=reading)
        assert drop(cast, case, by=cast.wayan, reading=act.Reading("DISCIPLINE", "MODERATE", "SEVERE")) == "RECOMMENDED"

    @pytest.mark.parametrize("who", ["putu", "ani"])
    def it_ends_the_debt_and_the_case_with_a_date_of_erasure(self, cast, case, who):
        """The plenary or the analyst drops it on 20 November 2024; retention of two years from then."""
        assert open_terms(case) == {"follow_up": date(2024, 11, 15)}
        assert drop(cast, case, by=getattr(cast, who)) == "NOT_PROVEN"
        assert (case.ended_date, case.erase_date) == (date(2024, 11, 20), date(2026, 11, 20))
        assert (open_terms(case), case.next_due_date) == ({}, None)
        assert trail.history(case.chain)[-1].verb == "cases.case_close"
        assert trail.verify_database().ok

    def it_keeps_the_meeting_of_the_plenary_and_asks_for_it(self, cast, case):
        """Dropped by the meeting of 18 November 2024, written down two days later."""
        given = {"case_ref": case.ref, "party": 1, "act": 1, "reading": None, "reason": "Bukan akunnya."}
        late = at(LATE, 14)
        for meeting, says in (
            (None, "Isi tanggal rapat"),
            (act.Meeting(date(2024, 11, 18), 1), "sekurangnya dua anggota"),
            (act.Meeting(date(2024, 10, 1), 3), "mendahului"),
            (act.Meeting(date(2024, 11, 21), 3), "masa depan"),
        ):
            with pytest.raises(act.ActRefused, match=says):
                act.allegation_change(**given, meeting=meeting, by=cast.putu, at=late)
        held = act.Meeting(date(2024, 11, 18), 3)
        act.allegation_change(**given, meeting=held, by=cast.putu, at=late)
        dropped = Allegation.objects.get()
        assert (dropped.plenary_date, dropped.plenary_members) == (date(2024, 11, 18), 3)
        ended = case.deadlines.get(rule="follow_up")
        assert (ended.met_date, ended.recorded_date) == (date(2024, 11, 18), date(2024, 11, 20))
        told = [each for each in trail.history(case.chain) if each.verb == "cases.allegation_change"][-1]
        assert told.payload["date"] == "2024-11-18"
        assert trail.verify_database().ok
        with unlocked():
            Allegation.objects.update(plenary_date=date(2024, 11, 1))
        assert [each.message.split()[0] for each in trail.verify_database().problems] == ["dugaan"]

    def it_keeps_no_meeting_where_the_analyst_drops_it(self, cast, case):
        drop(cast, case, by=cast.ani)
        assert Allegation.objects.get().plenary_date is None

    def it_goes_on_where_another_act_waits_for_an_officer(self, cast, case):
        """One is dropped since it was another deed: that one was added first, and is only proposed yet."""
        act.act_add(case_ref=case.ref, act=LIKE, by=cast.wayan, at=at(LATE, 8))
        act.allegation_assess(case_ref=case.ref, party=1, act=2, by=cast.wayan, at=at(LATE))
        assert drop(cast, case, by=cast.ani) == "RECOMMENDED"
        act.allegation_confirm(case_ref=case.ref, party=1, act=2, reason="Ini.", by=cast.wayan, at=at(LATE, 15))
        with pytest.raises(act.ActRefused, match="satu petugas"):
            drop(cast, case, by=cast.wayan, deed=2)
        assert drop(cast, case, by=cast.ani, deed=2, on="2024-11-21") == "NOT_PROVEN"

    def it_blocks_no_data_where_nothing_stands(self, cast, case):
        """A row of earlier days: the allegation was dropped and the debt stayed."""
        Allegation.objects.update(state="DROPPED", reason="Dahulu dihentikan.")
        with pytest.raises(act.ActRefused, match="Tidak ada dugaan yang berlaku terhadap terlapor ini"):
            data_block(case_ref=case.ref, party=1, reason="Lewat waktu.", by=cast.ani, at=at(LATE))
        assert drop(cast, case, by=cast.ani) == "NOT_PROVEN"
        assert open_terms(case) == {}

    def it_ends_only_what_is_about_him(self, cast):
        case = make_case(cast, parties=(BUDI, replace(BUDI, name="Tono (contoh)")))
        carry_to_recommendation(cast, case)
        assert drop(cast, case, by=cast.ani) == "RECOMMENDED"
        assert open_terms(case) == {}
        with pytest.raises(act.ActRefused, match="satu petugas"):
            drop(cast, case, by=cast.wayan, party=2)


class WhenNothingIsLeftToRefer:
    def it_ends_when_the_plenary_drops_it(self, cast):
        case = to_refer(cast)
        with pytest.raises(act.ActRefused, match="satu petugas"):
            drop(cast, case, by=cast.wayan, on="2024-10-21")
        assert drop(cast, case, by=cast.putu, on="2024-10-21") == "NOT_PROVEN"
        assert case.erase_date == date(2026, 10, 21)

    def it_is_taken_back_by_a_later_meeting(self, cast):
        """A row of earlier days: an officer dropped it, and no step was left to anybody."""
        case = to_refer(cast)
        Allegation.objects.update(state="DROPPED", reason="Dahulu dihentikan.")
        with pytest.raises(act.ActRefused, match="minta pleno memutus perkara ini tidak terbukti"):
            act.case_refer(case_ref=case.ref, by=cast.wayan, at=at("2024-10-21"))
        assert "cases.plenary_decide" in {each.act for each in steps_offered(cast.putu, case, on=date(2024, 10, 21))}
        with pytest.raises(act.ActRefused, match="mendahului putusan pleno sebelumnya"):
            decide(cast, case, "NOT_PROVEN", "2024-10-22", held_date=date(2024, 10, 18))
        with pytest.raises(act.WrongState) as refusal:
            decide(cast, case, "STUDY", "2024-10-22")
        assert "Perkara ditutup" not in str(refusal.value)
        ended = decide(cast, case, "NOT_PROVEN", "2024-10-22")
        assert (ended.state, ended.erase_date) == ("NOT_PROVEN", date(2026, 10, 22))
        assert [each.message.split()[0] for each in trail.verify_database().problems] == ["dugaan"]

    def it_is_not_offered_while_something_is(self, cast):
        case = to_refer(cast)
        assert [each.act for each in steps_offered(cast.putu, case, on=date(2024, 10, 21))] == []


class WhenTheAnalystFindsNothingAfterTheReferral:
    def it_may_be_dropped_there_too(self, cast):
        case = make_case(cast)
        carry_to_referral(cast, case)
        assert drop(cast, case, by=cast.ani) == "NOT_PROVEN"
