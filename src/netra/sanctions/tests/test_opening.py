"""Which route for whom: civil servants by what they are alleged of, crimes to those who judge them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from netra.cases.operations import ActRefused
from netra.cases.tests.builders import BUDI, CITY, PROVINCE, Cast, at
from netra.letters.models import Letter
from netra.sanctions import operations as act
from netra.sanctions.access import proceedings_visible_to
from netra.sanctions.queries import case_with_routes, follow_up_board
from netra.sanctions.tests.builders import (
    HEARING,
    RULING,
    TEAM,
    Story,
    confirm_identity,
    decide_story,
    deed,
    deliver,
    examine,
    make_proceeding,
    open_story,
    recommend_story,
    refer_story,
)
from netra.sanctions.tests.test_council import PHOTO
from netra.sanctions.tests.test_terms_owed import JOINING
from netra.trust import trail
from netra.trust.access import NotAllowed
from netra.trust.acts import Role
from netra.trust.errors import NotFound
from netra.trust.tests import builders as trust

pytestmark = pytest.mark.django_db

VILLAGE = Story(
    date(2024, 10, 17),
    deed("village_head_partisan_decision", date(2024, 10, 15)),
    people=(replace(BUDI, name="Kades (contoh)", employment="VILLAGE_HEAD", position="UNKNOWN", grade=""),),
)
TWO = Story(
    date(2024, 10, 7),
    deed("partisan_activity", date(2024, 10, 3)),
    people=(BUDI, replace(BUDI, name="Tono (contoh)", position="PENGAWAS", grade="III/d")),
)


@pytest.fixture
def cast():
    return Cast()


def test_a_village_head_is_no_civil_servant_and_his_suspected_crime_is_referred(cast):
    case = decide_story(cast, VILLAGE)
    with pytest.raises(NotFound):
        act.proceeding_open(case_ref=case.ref, party=1, route="DISCIPLINE", by=cast.dewi, at=at("2024-10-22"))
    handing = case.deadlines.get(rule="criminal_handover")
    assert (handing.holder, handing.unit, handing.met_date) == ("SUPERVISOR", "HOUR", None)
    assert handing.due_date == handing.start_date + timedelta(days=1)  # UU 1/2015 Ps 135(2): 1 x 24 hours
    handed = act.crime_refer(
        case_ref=case.ref, party=1, addressee="Sentra Gakkumdu Kota Jambi", by=cast.wayan, at=at("2024-10-22")
    )
    assert (handed.route, handed.state) == ("CRIME", "HANDED_OVER")
    handing.refresh_from_db()
    assert handing.met_date == date(2024, 10, 22)
    # The oversight body never saw this case; whoever handed the crime over closes it.
    paper = "Surat nomor B-12/2024, 22 Oktober 2024"
    act.proceeding_close(ref=handed.ref, result="NOT_CONTINUED", document=paper, by=cast.wayan, at=at("2024-10-23"))
    case.refresh_from_db()
    assert case.state == "NOT_PROVEN"  # nothing is left for an agency, and no court convicted him


def test_nobody_but_the_supervisor_hands_a_crime_over_since_the_letter_is_his(cast):
    """UU 1/2015 Ps 135(2): what Bawaslu decided it hands to the police itself, by a letter of its own register."""
    case = refer_story(cast, Story(date(2024, 10, 17), deed("partisan_decision", date(2024, 10, 15))))
    for outsider in (cast.ani, cast.dewi, cast.rahmat):
        with pytest.raises(NotAllowed, match=r"milik peran: Petugas penerima laporan \(Bawaslu\), "):
            act.crime_refer(case_ref=case.ref, party=1, addressee="Polresta", by=outsider, at=at("2024-10-22"))
    assert not Letter.objects.filter(kind="CRIME_REFERRAL").exists()


def test_the_supervisor_does_not_close_what_the_agency_handles(cast):
    proceeding = make_proceeding(cast)
    with pytest.raises(ActRefused, match="bukan oleh Bawaslu"):
        act.proceeding_close(ref=proceeding.ref, by=cast.wayan, at=at("2024-11-01"))


def test_where_no_crime_is_alleged_none_is_referred(cast):
    case = refer_story(cast, TWO)
    with pytest.raises(ActRefused, match="Tidak ada bentuk pidana"):
        act.crime_refer(case_ref=case.ref, party=1, addressee="Sentra Gakkumdu", by=cast.wayan, at=at("2024-10-22"))


def test_the_page_says_which_routes_fit_and_why_the_others_do_not(cast):
    case = refer_story(cast, TWO)
    _case, routes = case_with_routes(cast.dewi, case.ref, on=date(2024, 10, 22))
    fits = {(each.party.ordinal, each.route): each.fits for each in routes}
    assert fits[(1, "DISCIPLINE")] and fits[(2, "DISCIPLINE")]
    assert not fits[(1, "STATUS_TERMINATION")] and not fits[(1, "CRIME")]
    assert all(each.refusal for each in routes if not each.fits)


def test_the_end_of_status_needs_its_own_allegation(cast):
    case = recommend_story(cast, TWO)
    with pytest.raises(ActRefused, match="Pemberhentian status"):
        act.proceeding_open(case_ref=case.ref, party=1, route="STATUS_TERMINATION", by=cast.dewi, at=at("2024-10-22"))


@pytest.mark.parametrize(
    ("story", "route", "article"),
    [
        (
            Story(date(2024, 10, 7), deed("partisan_activity", date(2024, 10, 3))),
            "DISCIPLINE",
            "PP 94/2021 Pasal 26 ayat (1)",
        ),
        (PHOTO, "ETHICS", "PP 42/2004 Pasal 15 dan 17"),
        (JOINING, "STATUS_TERMINATION", "UU 20/2023 Pasal 52 ayat (3) huruf j dan ayat (4)"),
    ],
)
def test_each_route_is_opened_by_its_own_article(cast, story, route, article):
    proceeding = open_story(cast, story, route)
    opened = [event for event in trail.history(proceeding.case.chain) if event.verb == "sanctions.proceeding_open"]
    assert [event.citation.startswith(article) for event in opened] == [True]


def test_a_route_is_opened_once_for_one_person(cast):
    proceeding = make_proceeding(cast)
    with pytest.raises(ActRefused, match="sudah dibuka"):
        act.proceeding_open(
            case_ref=proceeding.case.ref, party=1, route="DISCIPLINE", by=cast.dewi, at=at("2024-10-30", 10)
        )


def carry_through(cast, proceeding):
    examine(cast, proceeding, letter="2024-10-22", held="2024-10-25", reported="2024-10-28")
    ruling = replace(RULING, decided_date=date(2024, 10, 30))
    act.decision_make(ref=proceeding.ref, ruling=ruling, by=cast.rahmat, at=at("2024-10-30"))
    deliver(cast, proceeding, "2024-10-31")
    act.decision_enforce(ref=proceeding.ref, by=cast.dewi, at=at("2024-12-20"))
    act.decision_finalise(ref=proceeding.ref, by=cast.dewi, at=at("2024-12-20", 10))
    act.decision_execute(ref=proceeding.ref, document="SK 1, 20 Desember 2024", by=cast.dewi, at=at("2024-12-20", 11))
    act.proceeding_close(ref=proceeding.ref, by=cast.dewi, at=at("2024-12-20", 12))


def test_a_case_of_two_closes_only_when_both_were_answered(cast):
    first = open_story(cast, TWO)
    carry_through(cast, first)
    case = first.case
    case.refresh_from_db()
    assert case.state == "PROCEEDING"
    second = act.proceeding_open(case_ref=case.ref, party=2, route="DISCIPLINE", by=cast.dewi, at=at("2024-10-21"))
    carry_through(cast, second)
    case.refresh_from_db()
    assert case.state == "CLOSED"


def test_an_agency_that_a_report_was_routed_past_sees_nothing(cast):
    case = recommend_story(cast, TWO, to=PROVINCE, bypass_agency_code=CITY)
    for officer in (cast.dewi, cast.rahmat):
        with pytest.raises(NotFound):
            act.proceeding_open(case_ref=case.ref, party=1, route="DISCIPLINE", by=officer, at=at("2024-10-22"))
        with pytest.raises(NotFound):
            case_with_routes(officer, case.ref, on=date(2024, 10, 22))
        assert follow_up_board(officer, on=date(2024, 12, 1)).rows == []
    assert [row.agency.code for row in follow_up_board(cast.ani, on=date(2024, 12, 1)).rows] == [PROVINCE]


def test_the_level_above_handles_what_went_past_an_agency(cast):
    case = recommend_story(cast, TWO, to=PROVINCE, bypass_agency_code=CITY)
    tuti = trust.grant(trust.make_user("tuti"), Role.PERSONNEL_OFFICER, agency=PROVINCE)
    opened = act.proceeding_open(case_ref=case.ref, party=1, route="DISCIPLINE", by=tuti, at=at("2024-10-22"))
    assert opened.agency_code == PROVINCE
    assert proceedings_visible_to(tuti, on=date(2024, 10, 22)).get() == opened
    assert not proceedings_visible_to(cast.dewi, on=date(2024, 10, 22)).exists()


def test_strangers_see_no_proceeding(cast):
    proceeding = make_proceeding(cast)
    for stranger in (cast.maria, cast.lestari):
        assert not proceedings_visible_to(stranger, on=date(2024, 11, 1)).exists()
    assert proceedings_visible_to(cast.dewi, on=date(2024, 11, 1)).get() == proceeding


def stop(cast, proceeding):
    """Examined on 6 November, proven on nobody's paper, stopped on the 8th."""
    ref = proceeding.ref
    confirm_identity(cast, proceeding.case, at("2024-10-31", 7))
    act.team_form(ref=ref, members=TEAM, by=cast.rahmat, at=at("2024-10-31", 8))
    act.summons_issue(ref=ref, meeting_at=at("2024-11-06"), place="Ruang", by=cast.dewi, at=at("2024-11-01"))
    act.examination_record(ref=ref, hearing=HEARING, by=cast.dewi, at=at("2024-11-06", 15))
    unproven = act.Findings(proven=False, analysis="Akun itu bukan miliknya.", proposed_level="")
    act.examination_report(ref=ref, findings=unproven, by=cast.dewi, at=at("2024-11-07"))
    act.proceeding_stop(
        ref=ref, reason="Tidak terbukti.", signing=act.Signing("Wali Kota Jambi"), by=cast.rahmat, at=at("2024-11-08")
    )


def test_whoever_was_cleared_in_an_examination_is_not_tried_again_on_another_route(cast):
    """Stopped for want of proof, not yet closed: the same act is no matter for the ethics council either."""
    proceeding = make_proceeding(cast)
    stop(cast, proceeding)
    case_ref = proceeding.case.ref
    with pytest.raises(ActRefused, match=f"{proceeding.ref}.*berakhir tanpa terbukti"):
        act.proceeding_open(case_ref=case_ref, party=1, route="ETHICS", by=cast.dewi, at=at("2024-11-09"))
    choices = case_with_routes(cast.dewi, case_ref, on=date(2024, 11, 9))[1]
    assert not any(choice.fits for choice in choices)
