"""A crime that appears after another was handed over, or after the plenary, has its day, its letter and its end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from netra.cases import operations as cases
from netra.cases.crimes import with_crimes_left
from netra.cases.models import Allegation, Case
from netra.cases.operations import ActRefused
from netra.cases.tests.builders import BUDI, LIKE, Cast, at
from netra.letters.models import Letter
from netra.sanctions import operations as act
from netra.sanctions.models import Proceeding
from netra.sanctions.queries import case_with_routes
from netra.sanctions.tests.builders import decide_story, refer_story
from netra.sanctions.tests.test_crimes_left import DECISION_2024, NO_CRIME, set_aside
from netra.sanctions.tests.test_opening import VILLAGE
from netra.trust import trail
from netra.trust.tests.told_once import told_once

pytestmark = pytest.mark.django_db
SECOND = replace(LIKE, conduct="partisan_decision", act_date=date(2024, 10, 8), narrative="Keputusan kedua (contoh).")
PAPER = "Surat nomor B-12/2024, 20 Desember 2024"


@pytest.fixture
def cast() -> Cast:
    return Cast()


def hand_over(cast: Cast, case: Case, *, on: str) -> Proceeding:
    return act.crime_refer(case_ref=case.ref, party=1, addressee="Sentra Gakkumdu", by=cast.wayan, at=at(on, 15))


def add(cast: Cast, case: Case, deed: cases.NewAct = SECOND, *, on: str) -> None:
    """Wayan adds a second act, and the law is asked what it may be."""
    cases.act_add(case_ref=case.ref, act=deed, by=cast.wayan, at=at(on, 8))
    cases.allegation_assess(case_ref=case.ref, party=1, act=2, by=cast.wayan, at=at(on, 8))


def confirm(cast: Cast, case: Case, *, on: str) -> None:
    cases.allegation_confirm(case_ref=case.ref, party=1, act=2, reason="Dibaca.", by=cast.wayan, at=at(on, 9))


def drop(cast: Cast, case: Case, by: Any, deed: int, *, on: str) -> str:
    met = cases.Meeting(date.fromisoformat(on), 3) if by == cast.putu else None
    cases.allegation_change(
        case_ref=case.ref, party=1, act=deed, reading=None, reason="Bukan dia.", meeting=met, by=by, at=at(on, 16)
    )
    case.refresh_from_db()
    return str(case.state)


def close(cast: Cast, handed: Proceeding, result: str, *, on: str = "2024-12-22") -> None:
    act.proceeding_close(ref=handed.ref, result=result, document=PAPER, by=cast.wayan, at=at(on))


@told_once
def handed_over(cast: Cast) -> Case:
    """Referred on the 11th, and its crime handed over on the same day."""
    case = refer_story(cast, DECISION_2024)
    hand_over(cast, case, on="2024-10-11")
    return case


class WhenASecondCrimeAppearsAfterTheFirstWasHandedOver:
    @pytest.fixture
    def case(self, cast):
        return handed_over(cast)

    def it_has_a_day_of_its_own_and_goes_in_a_letter_of_its_own(self, cast, case):
        """Confirmed on Mon 14 October 2024: the day after (UU 1/2015 Ps 135(2))."""
        with pytest.raises(ActRefused, match="T1 sudah diserahkan"):
            hand_over(cast, case, on="2024-10-11")
        add(cast, case, on="2024-10-14")
        with pytest.raises(ActRefused, match="baru berupa usulan"):
            hand_over(cast, case, on="2024-10-14")
        confirm(cast, case, on="2024-10-14")
        assert with_crimes_left(case)
        running = case.deadlines.get(rule="criminal_handover", met_date=None)
        assert (running.start_date, running.due_date) == (date(2024, 10, 14), date(2024, 10, 15))
        (choice,) = (
            each for each in case_with_routes(cast.wayan, case.ref, on=date(2024, 10, 14))[1] if each.route == "CRIME"
        )
        assert choice.fits
        second = hand_over(cast, case, on="2024-10-15")
        paper = str(Letter.objects.get(subject_ref=second.ref).data)
        assert "8 Oktober 2024" in paper and "3 Oktober 2024" not in paper
        assert [second.act_date, case.proceedings.filter(route="CRIME").count()] == [date(2024, 10, 8), 2]
        refs = Allegation.objects.order_by("act__ordinal").values_list("handed_over_ref", flat=True)
        assert len({*refs, ""}) == 3 and refs[1] == second.ref
        assert not case.deadlines.filter(rule="criminal_handover", met_date=None).exists()
        assert trail.verify_database().ok

    def it_may_be_set_aside_by_the_plenary(self, cast, case):
        add(cast, case, on="2024-10-14")
        confirm(cast, case, on="2024-10-14")
        set_aside(cast, case, on="2024-10-15")
        assert not with_crimes_left(case)
        assert Allegation.objects.get(act__ordinal=1).no_crime_reason == ""

    def it_keeps_the_case_open_when_the_first_came_to_nothing(self, cast, case):
        """Of the first the police found nothing; of the second nobody has said anything yet."""
        with pytest.raises(ActRefused, match="sudah diserahkan kepada penegak hukum"):
            drop(cast, case, cast.putu, 1, on="2024-10-14")
        add(cast, case, on="2024-10-14")
        confirm(cast, case, on="2024-10-14")
        first = case.proceedings.get()
        close(cast, first, "NOT_CONTINUED")
        assert drop(cast, case, cast.putu, 1, on="2024-12-22") == "REFERRED"
        with pytest.raises(ActRefused, match="apakah itu pidana bukan untuk diputus lembaga pengawas"):
            drop(cast, case, cast.ani, 2, on="2024-12-22")
        second = hand_over(cast, case, on="2024-12-22")
        close(cast, second, "CONVICTED", on="2025-03-03")
        with pytest.raises(ActRefused, match="sudah dipidana"):
            drop(cast, case, cast.putu, 2, on="2025-03-03")


class WhenACrimeFirstAppearsAfterThePlenary:
    def it_has_its_day_from_the_officers_word(self, cast):
        case = refer_story(cast, NO_CRIME)
        add(cast, case, on="2024-10-14")
        assert not case.deadlines.filter(rule="criminal_handover").exists()
        confirm(cast, case, on="2024-10-16")
        running = case.deadlines.get(rule="criminal_handover")
        # The officer's word was at nine by the clocks of Jambi; 24 hours from then.
        assert (running.due_date, running.due_hour) == (date(2024, 10, 17), at("2024-10-17", 9))

    def it_runs_on_where_one_runs_already(self, cast):
        """The first was due on 10 October and is late: another crime does not make it punctual."""
        case = refer_story(cast, DECISION_2024)
        add(cast, case, on="2024-10-14")
        confirm(cast, case, on="2024-10-14")
        assert case.deadlines.get(rule="criminal_handover").due_date == date(2024, 10, 10)

    def it_ends_with_the_word_of_the_plenary_that_drops_it(self, cast):
        case = refer_story(cast, DECISION_2024)
        assert drop(cast, case, cast.putu, 1, on="2024-10-14") == "NOT_PROVEN"
        assert case.deadlines.get(rule="criminal_handover").met_date == date(2024, 10, 14)
        assert trail.verify_database().ok


class WhenOthersJudgeIt:
    def it_becomes_no_other_act_and_no_other_person(self, cast):
        case = handed_over(cast)
        other = {"ordinal": 1, "reason": "Salah.", "by": cast.wayan, "at": at("2024-10-14")}
        deed = DECISION_2024.deed
        for said in (replace(deed, conduct="social_media_reaction"), replace(deed, narrative="Lain sama sekali.")):
            with pytest.raises(ActRefused, match="sudah diserahkan kepada penegak hukum"):
                cases.act_correct(case_ref=case.ref, act=said, **other)
        told = {"ordinal": 1, "source": "DECREE", "by": cast.wayan, "at": at("2024-10-14")}
        with pytest.raises(ActRefused, match="sudah diserahkan kepada penegak hukum"):
            cases.party_correct(case_ref=case.ref, party=replace(BUDI, employment="PPPK"), **told)

    def it_becomes_no_other_act_that_the_plenary_found_to_be_no_crime(self, cast):
        """The plenary sees no crime on 9 October and sends the case back: that word is about this decision alone."""
        case = decide_story(cast, DECISION_2024)
        set_aside(cast, case, on="2024-10-09")
        Case.objects.filter(pk=case.pk).update(state="STUDY")
        other = {"ordinal": 1, "reason": "Salah.", "by": cast.wayan, "at": at("2024-10-14")}
        with pytest.raises(ActRefused, match=r"tidak berlaku bagi perbuatan lain.* hentikan yang ini dengan alasan"):
            cases.act_correct(case_ref=case.ref, act=replace(DECISION_2024.deed, narrative="Lain."), **other)

    def it_is_not_ended_unproven_over_their_heads(self, cast):
        """A village head whose crime was handed over: the plenary waits for what comes of it."""
        case = decide_story(cast, VILLAGE)
        handed = hand_over(cast, case, on="2024-10-21")
        held: dict[str, Any] = {"held_date": date(2024, 10, 21), "members": 3, "reason": "Tidak ada lagi."}
        with pytest.raises(ActRefused, match="sudah diserahkan kepada penegak hukum"):
            cases.plenary_decide(case_ref=case.ref, outcome="NOT_PROVEN", by=cast.putu, at=at("2024-10-21", 16), **held)
        close(cast, handed, "NOT_CONTINUED")
        case.refresh_from_db()
        assert case.state == "NOT_PROVEN"
