"""What may be a crime besides a breach of discipline: handed over in a day or set aside in writing, never forgotten."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection

from netra.cases import operations as cases
from netra.cases.models import Allegation
from netra.cases.tests.builders import BUDI, OPENING, Cast, at
from netra.sanctions import operations as act
from netra.sanctions.tests.builders import (
    RULING,
    Story,
    decide_story,
    deed,
    deliver,
    examine,
    open_story,
    refer_story,
)
from netra.sanctions.tests.test_opening import VILLAGE
from netra.trust import trail
from netra.trust.access import NotAllowed
from netra.trust.acts import Role
from netra.trust.models import Event
from netra.trust.tests import builders as trust
from netra.trust.tests.locks import unlocked
from netra.trust.tests.told_once import told_once

pytestmark = pytest.mark.django_db

# Ps 71(1) and 188 UU 1/2015 beside PP 94/2021 Ps 5 n: an official decides for one pair, after their determination.
DECISION_2024 = Story(date(2024, 10, 7), deed("partisan_decision", date(2024, 10, 3)))
NO_CRIME = Story(date(2024, 10, 7), deed("partisan_activity", date(2024, 10, 3)))
WHY = "Keputusan itu tidak menguntungkan salah satu pasangan calon."


@pytest.fixture
def cast():
    return Cast()


def test_the_trail_names_no_oversight_body_as_the_one_to_which_a_crime_went(cast):
    """A suspected crime goes to those who enforce the law; the case may even go past the body that oversees."""
    case = decide_story(cast, DECISION_2024)
    addressee = "Sentra Gakkumdu Kota Jambi"
    act.crime_refer(case_ref=case.ref, party=1, addressee=addressee, by=cast.wayan, at=at("2024-10-10"))
    told = Event.objects.get(verb="sanctions.crime_refer")
    assert "BKN" not in told.payload and "body" not in told.payload


@told_once
def carry_through(cast, proceeding):
    """Everything that the agency owes, up to the closing of its proceeding."""
    examine(cast, proceeding, letter="2024-10-22", held="2024-10-25", reported="2024-10-28")
    act.decision_make(
        ref=proceeding.ref, ruling=replace(RULING, decided_date=date(2024, 10, 30)), by=cast.rahmat, at=at("2024-10-30")
    )
    deliver(cast, proceeding, "2024-10-31")
    act.decision_enforce(ref=proceeding.ref, by=cast.dewi, at=at("2024-12-20"))
    act.decision_finalise(ref=proceeding.ref, by=cast.dewi, at=at("2024-12-20", 10))
    act.decision_execute(ref=proceeding.ref, document="SK 1, 20 Desember 2024", by=cast.dewi, at=at("2024-12-20", 11))
    act.proceeding_close(ref=proceeding.ref, by=cast.dewi, at=at("2024-12-20", 12))
    proceeding.case.refresh_from_db()
    return proceeding.case


def set_aside(cast, case, *, on="2024-10-21", party=1, by=None, reason=WHY, held=None, members=3):
    meeting = cases.Meeting(held or date.fromisoformat(on), members)
    return act.crime_decline(
        case_ref=case.ref, party=party, meeting=meeting, reason=reason, by=by or cast.putu, at=at(on)
    )


def test_the_day_to_hand_over_runs_for_a_civil_servant_too_though_his_agency_answers_the_act_as_discipline(cast):
    case = refer_story(cast, DECISION_2024)
    assert Allegation.objects.get(party__case=case).category == "DISCIPLINE"
    handing = case.deadlines.get(rule="criminal_handover")
    assert (handing.holder, handing.unit, handing.start_date) == ("SUPERVISOR", "HOUR", date(2024, 10, 9))
    assert (handing.due_date, handing.citation) == (date(2024, 10, 10), "UU 1/2015 Pasal 135 ayat (2)")


def test_where_the_law_names_no_crime_no_day_runs_and_nothing_is_set_aside(cast):
    case = refer_story(cast, NO_CRIME)
    assert not case.deadlines.filter(rule="criminal_handover").exists()
    with pytest.raises(cases.ActRefused, match="Tidak ada dugaan pidana"):
        set_aside(cast, case)


def test_a_case_stays_open_when_the_agency_is_done_and_nobody_said_what_becomes_of_the_crime(cast):
    case = carry_through(cast, open_story(cast, DECISION_2024))
    assert case.state == "PROCEEDING"
    assert case.deadlines.get(met_date=None).rule == "criminal_handover"


def test_it_closes_with_the_handing_over(cast):
    case = carry_through(cast, open_story(cast, DECISION_2024))
    handed = act.crime_refer(
        case_ref=case.ref, party=1, addressee="Sentra Gakkumdu", by=cast.wayan, at=at("2024-12-21")
    )
    paper = "Surat nomor B-12/2024, 20 Desember 2024"
    act.proceeding_close(ref=handed.ref, result="NOT_CONTINUED", document=paper, by=cast.wayan, at=at("2024-12-22"))
    case.refresh_from_db()
    assert case.state == "CLOSED"


def test_or_with_the_written_word_of_the_plenary_that_no_crime_is_seen(cast):
    case = carry_through(cast, open_story(cast, DECISION_2024))
    assert set_aside(cast, case, on="2024-12-21").state == "CLOSED"
    assert Allegation.objects.get(party__case=case).no_crime_reason == WHY
    assert case.deadlines.get(rule="criminal_handover").met_date == date(2024, 12, 21)
    kept = Allegation.objects.get(party__case=case)
    assert (kept.no_crime_date, kept.no_crime_members) == (date(2024, 12, 21), 3)
    assert not case.plenaries.filter(reason=WHY).exists()  # What was said of one accused is for no other's agency.
    told = Event.objects.get(verb="sanctions.crime_decline")
    assert '"party":1' in told.payload and WHY not in told.payload


def test_the_word_is_that_of_a_meeting_after_the_study_with_at_least_two_members(cast):
    """The study is of 8 October 2024; the term ends on the day of the meeting, which is written down on the 21st."""
    case = refer_story(cast, DECISION_2024)
    for wrong, says in (
        ({"held": date(2024, 10, 7)}, "mendahului hasil kajian"),
        ({"held": date(2024, 10, 22)}, "masa depan"),
        ({"members": 1}, "sekurangnya dua anggota"),
    ):
        with pytest.raises(cases.ActRefused, match=says):
            set_aside(cast, case, **wrong)
    set_aside(cast, case, held=date(2024, 10, 10))
    term = case.deadlines.get(rule="criminal_handover")
    assert (term.met_date, term.recorded_date) == (date(2024, 10, 10), date(2024, 10, 21))
    assert '"date":"2024-10-10"' in Event.objects.get(verb="sanctions.crime_decline").payload
    assert trail.verify_database().ok


def test_a_meeting_that_was_moved_in_the_database_is_noticed(cast):
    case = refer_story(cast, DECISION_2024)
    set_aside(cast, case)
    with unlocked():
        Allegation.objects.update(no_crime_date=date(2024, 10, 10))
    assert [each.message for each in trail.verify_database().problems if "hari pleno" in each.message]


def test_what_was_said_before_meetings_were_kept_still_verifies(cast):
    case = refer_story(cast, DECISION_2024)
    with unlocked():
        Allegation.objects.update(no_crime_reason=WHY)
    trail.record(
        chain=case.chain,
        verb="sanctions.crime_decline",
        by=cast.putu,
        at=at("2024-10-21"),
        subject=case.chain,
        payload={"case": case.ref, "party": 1},
    )
    assert trail.verify_database().ok


def test_the_word_leaves_what_the_agency_owes(cast):
    proceeding = open_story(cast, DECISION_2024)
    assert set_aside(cast, proceeding.case).state == "PROCEEDING"
    assert carry_through(cast, proceeding).state == "CLOSED"


def test_nobody_alone_sets_a_crime_aside_and_nobody_without_a_reason_or_twice(cast):
    """Who decides that it is a crime is the plenary (UU 1/2015 Ps 135(2))."""
    case = refer_story(cast, DECISION_2024)
    for officer in (cast.wayan, cast.ani, cast.dewi):
        with pytest.raises(NotAllowed):
            set_aside(cast, case, by=officer)
    with pytest.raises(cases.ActRefused, match="alasan"):
        set_aside(cast, case, reason=" ")
    set_aside(cast, case)
    with pytest.raises(cases.ActRefused, match="Tidak ada dugaan pidana"):
        set_aside(cast, case)


def test_a_word_before_the_plenary_decides_spares_the_term_and_one_before_the_study_is_too_early(cast):
    story = DECISION_2024
    opening = replace(OPENING, parties=story.people, acts=(story.deed,), received_date=story.start)
    case = cases.case_register(opening=opening, by=cast.wayan, at=at("2024-10-07"))
    ref, wayan = case.ref, cast.wayan
    cases.case_start_preliminary(case_ref=ref, by=wayan, at=at("2024-10-07", 10))
    cases.case_start_study(case_ref=ref, by=wayan, at=at("2024-10-08"))
    cases.allegation_assess(case_ref=ref, party=1, act=1, by=wayan, at=at("2024-10-08", 10))
    cases.allegation_confirm(case_ref=ref, party=1, act=1, reason="Dibaca.", by=wayan, at=at("2024-10-08", 11))
    with pytest.raises(cases.ActRefused, match="setelah kajian selesai"):
        set_aside(cast, case, on="2024-10-08")
    cases.case_finish_study(
        case_ref=ref, proposal="Diteruskan.", facts="Terjadi.", analysis="Terpenuhi.", by=wayan, at=at("2024-10-08", 13)
    )
    set_aside(cast, case, on="2024-10-09")
    cases.plenary_decide(
        case_ref=ref,
        outcome="TO_REFER",
        held_date=date(2024, 10, 9),
        members=3,
        reason="Unsur terpenuhi.",
        by=cast.putu,
        at=at("2024-10-09", 11),
    )
    assert not case.deadlines.filter(rule="criminal_handover").exists()


def test_a_village_head_whose_only_crime_is_set_aside_ends_unproven_and_sealed(cast):
    case = decide_story(cast, VILLAGE)
    ended = set_aside(cast, case)
    assert (ended.state, ended.erase_date) == ("NOT_PROVEN", date(2026, 10, 21))


def test_the_reason_goes_with_the_case_when_two_people_erase_it(cast):
    case = decide_story(cast, VILLAGE)
    set_aside(cast, case)
    sinta = trust.grant(trust.make_user("sinta"), Role.INTAKE_OFFICER, region="15")
    cases.erasure_request(case_ref=case.ref, reason="Jadwal retensi.", by=cast.wayan, at=at("2026-10-21"))
    cases.erasure_approve(case_ref=case.ref, by=sinta, at=at("2026-10-22"))
    assert Allegation.objects.get(party__case=case).no_crime_reason == "(dihapus)"
    assert trail.verify_database().ok


def test_the_oversight_body_does_not_seal_a_case_over_a_crime_of_which_nobody_spoke(cast):
    case = refer_story(cast, DECISION_2024)
    with pytest.raises(cases.ActRefused, match="T1 terbaca bentuk pidana"):
        cases.case_decline(case_ref=case.ref, reason="Tidak cukup.", by=cast.ani, at=at("2024-10-21"))
    set_aside(cast, case)
    ended = cases.case_decline(case_ref=case.ref, reason="Tidak cukup.", by=cast.ani, at=at("2024-10-21", 10))
    assert ended.state == "NOT_PROVEN"


def test_of_two_accused_each_needs_a_word_of_his_own(cast):
    two = replace(DECISION_2024, people=(BUDI, replace(BUDI, name="Tono (contoh)")))
    case = refer_story(cast, two)
    assert case.deadlines.filter(rule="criminal_handover").count() == 2
    set_aside(cast, case)
    left = case.deadlines.get(rule="criminal_handover", met_date=None)
    assert left.subject_ref == f"{case.ref}/T2"


def test_an_officers_own_reading_of_a_crime_is_handed_over_as_well(cast):
    case = refer_story(cast, NO_CRIME)
    reading = cases.Reading("ELECTION_CRIME", "", "")
    cases.allegation_change(
        case_ref=case.ref,
        party=1,
        act=1,
        reading=reading,
        reason="Pasal 188 UU 1/2015.",
        meeting=cases.Meeting(date(2024, 10, 21), 3),
        by=cast.putu,
        at=at("2024-10-21"),
    )
    handed = act.crime_refer(
        case_ref=case.ref, party=1, addressee="Sentra Gakkumdu", by=cast.wayan, at=at("2024-10-22")
    )
    assert handed.state == "HANDED_OVER"


def test_a_row_that_says_an_act_is_not_punished_is_no_crime(cast):
    """UU 7/2017 forbids partisan activity to civil servants (Ps 283) and punishes nobody for it."""
    general = replace(
        NO_CRIME,
        start=date(2019, 2, 11),
        deed=deed("partisan_activity", date(2019, 2, 10)),
        election_kind="GENERAL",
        office="PRESIDENT",
    )
    case = refer_story(cast, general)
    rows = Allegation.objects.get(party__case=case).assessment["forms"]
    assert "pem_partisan_activity_no_crime" in {row["form"] for row in rows if row["in_force"]}
    with pytest.raises(cases.ActRefused, match="Tidak ada bentuk pidana"):
        act.crime_refer(case_ref=case.ref, party=1, addressee="Sentra Gakkumdu", by=cast.wayan, at=at("2019-02-16"))


def test_the_check_of_the_trail_tells_of_a_word_that_nobody_gave(cast):
    refer_story(cast, DECISION_2024)
    with unlocked(), connection.cursor() as cursor:
        cursor.execute("UPDATE cases_allegation SET no_crime_reason = 'Disisipkan.'")
    (problem,) = trail.verify_database().problems
    assert "tidak terlihat tindak pidana" in problem.message


def test_a_case_stays_open_over_what_the_software_proposed_and_closes_with_the_word_of_whoever_may_say_it(cast):
    """A photo added when he had been called is only proposed: no officer has decided on it yet."""
    proceeding = open_story(cast, NO_CRIME)
    case, late = proceeding.case, replace(NO_CRIME.deed, conduct="photo_with_candidate", act_date=date(2024, 10, 4))
    cases.act_add(case_ref=case.ref, act=late, by=cast.wayan, at=at("2024-12-19", 8))
    cases.allegation_assess(case_ref=case.ref, party=1, act=2, by=cast.wayan, at=at("2024-12-19"))
    assert carry_through(cast, proceeding).state == "PROCEEDING"
    cases.allegation_change(
        case_ref=case.ref, party=1, act=2, reading=None, reason="Foto lama.", by=cast.ani, at=at("2024-12-21")
    )
    case.refresh_from_db()
    assert (case.state, case.ended_date) == ("CLOSED", date(2024, 12, 21))
