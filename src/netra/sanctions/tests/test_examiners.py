"""Whoever examines gets a door to the one proceeding: named by the agency that handles it, and let go again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netra.cases.operations import ActRefused, handler_recuse
from netra.cases.tests.builders import CITY, PROVINCE, Cast, at
from netra.sanctions import operations as act
from netra.sanctions.access import proceedings_visible_to
from netra.sanctions.models import Proceeding
from netra.sanctions.queries import examiners_of, releases_of
from netra.sanctions.tests.builders import PARTISAN_2019, TEAM, make_proceeding, recommend_story
from netra.sanctions.tests.test_told_rows import found_after
from netra.trust.access import NotAllowed
from netra.trust.acts import Role
from netra.trust.errors import NotFound
from netra.trust.models import Event, User
from netra.trust.operations import RoleRefused, role_revoke
from netra.trust.tests import builders as trust
from netra.trust.trail import history, verify_database

pytestmark = pytest.mark.django_db

MONDAY = date(2024, 11, 4)
MORNING = at("2024-11-04")


@pytest.fixture
def cast() -> Cast:
    return Cast()


@pytest.fixture
def gita() -> User:
    return trust.make_user("gita", full_name="Gita Permata (contoh)")


def sees(user: User, proceeding: Proceeding) -> bool:
    # A new request reads the roles anew.
    return proceedings_visible_to(User.objects.get(pk=user.pk), on=MONDAY).filter(pk=proceeding.pk).exists()


def assign(proceeding: Proceeding, by: User, username: str = "gita") -> None:
    act.examiner_assign(ref=proceeding.ref, username=username, by=by, at=MORNING)


def release(proceeding: Proceeding, by: User, username: str = "gita") -> None:
    act.examiner_release(ref=proceeding.ref, username=username, reason="Pindah tugas.", by=by, at=MORNING)


def past_the_city(cast: Cast) -> tuple[Proceeding, User]:
    """A superior in the city is reported for pressure, so that the province handles the case; with its officer."""
    case = recommend_story(cast, PARTISAN_2019, to=PROVINCE, bypass_agency_code=CITY)
    tuti = trust.grant(trust.make_user("tuti"), Role.PERSONNEL_OFFICER, agency=PROVINCE)
    opened = act.proceeding_open(case_ref=case.ref, party=1, route="DISCIPLINE", by=tuti, at=at("2019-02-25"))
    return opened, tuti


@pytest.mark.parametrize("who", ["dewi", "rahmat"])
def test_the_agency_names_its_examiner_who_then_sees_this_proceeding_and_acts_in_it(cast, gita, who):
    proceeding = make_proceeding(cast)
    assert not sees(gita, proceeding)
    assign(proceeding, getattr(cast, who))
    assert sees(gita, proceeding)
    assert [each.user for each in examiners_of(proceeding, on=MONDAY)] == [gita]
    act.summons_issue(ref=proceeding.ref, meeting_at=at("2024-11-13"), place="Ruang", by=gita, at=MORNING)
    told = [each.verb for each in history(proceeding.case.chain)]
    assert told.count("trust.examiner_assign") == 1


def test_the_assignment_is_taken_back_on_the_same_day_and_may_be_given_again(cast, gita):
    proceeding = make_proceeding(cast)
    assign(proceeding, cast.dewi)
    release(proceeding, cast.rahmat)
    assert not sees(gita, proceeding)
    assert examiners_of(proceeding, on=MONDAY) == []
    assert history(proceeding.case.chain)[-1].verb == "trust.examiner_release"
    assign(proceeding, cast.dewi)
    assert sees(gita, proceeding)
    assert verify_database().problems == []


def test_why_it_ended_is_asked_kept_and_held_against_the_trail_by_its_fingerprint(cast, gita):
    proceeding = make_proceeding(cast)
    assign(proceeding, cast.dewi)
    with pytest.raises(ActRefused, match="Tuliskan mengapa penugasan ini diakhiri"):
        act.examiner_release(ref=proceeding.ref, username="gita", reason=" ", by=cast.dewi, at=MORNING)
    release(proceeding, cast.dewi)
    (kept,) = releases_of(proceeding)
    assert (kept.user, kept.reason) == (gita, "Pindah tugas.")
    told = Event.objects.get(verb="trust.examiner_release")
    assert "Pindah" not in told.payload and "sha256" in told.payload
    assert found_after() == []
    (found,) = found_after("UPDATE sanctions_examinerrelease SET reason = 'Selesai.'")
    assert "akhir penugasan pemeriksa" in found


def test_no_administrator_ends_without_a_reason_what_an_agency_gave_in_a_case(cast, gita):
    proceeding = make_proceeding(cast)
    assign(proceeding, cast.dewi)
    admin = trust.grant(trust.make_user("adm"), Role.ADMINISTRATOR)
    with pytest.raises(RoleRefused, match="diakhiri di sana"):
        role_revoke(username="gita", role=Role.EXAMINER, subject_ref=proceeding.ref, by=admin, at=MORNING)


def test_who_is_not_assigned_cannot_be_let_go(cast, gita):
    with pytest.raises(ActRefused, match="tidak ditugaskan"):
        release(make_proceeding(cast), cast.dewi)


def test_nobody_else_names_examiners(cast, gita):
    proceeding = make_proceeding(cast)
    for by, refusal in ((cast.wayan, NotAllowed), (cast.ani, NotAllowed), (cast.maria, NotFound)):
        with pytest.raises(refusal):
            assign(proceeding, by)
        with pytest.raises(refusal):
            release(proceeding, by)
    trust.grant(gita, Role.EXAMINER, matter=proceeding.ref)
    with pytest.raises(NotAllowed):
        assign(proceeding, gita, "maria")


@pytest.mark.parametrize("name", ["", "tidak.ada", "a\x00b"])
def test_a_name_that_no_account_has_is_said_at_the_form(cast, name):
    with pytest.raises(ActRefused, match="Tidak ada akun"):
        assign(make_proceeding(cast), cast.dewi, name)


def test_an_account_that_was_ended_examines_nothing(cast, gita):
    User.objects.filter(pk=gita.pk).update(is_active=False)
    with pytest.raises(ActRefused, match="nonaktif"):
        assign(make_proceeding(cast), cast.dewi)


def test_nobody_assigns_himself(cast):
    with pytest.raises(ActRefused, match="diri sendiri"):
        assign(make_proceeding(cast), cast.dewi, "dewi")


def test_who_was_kept_from_the_case_examines_nobody_in_it(cast, gita):
    proceeding = make_proceeding(cast)
    assign(proceeding, cast.dewi)
    trust.grant(gita, Role.EXAMINER, matter=proceeding.case.ref)
    handler_recuse(
        case_ref=proceeding.case.ref, username="gita", reason="Kerabat terlapor.", by=cast.rahmat, at=MORNING
    )
    assert not sees(gita, proceeding)
    release(proceeding, cast.dewi)
    with pytest.raises(ActRefused, match="dikecualikan"):
        assign(proceeding, cast.dewi)


def test_the_accused_is_no_examiner_of_the_case(cast):
    trust.make_user("budi", full_name="Budi (contoh)")
    with pytest.raises(ActRefused, match="adalah terlapor"):
        assign(make_proceeding(cast), cast.dewi, "budi")


def test_a_closed_proceeding_needs_no_examiner(cast, gita):
    proceeding = make_proceeding(cast)
    Proceeding.objects.filter(pk=proceeding.pk).update(state="CLOSED", closed_date=MONDAY)
    with pytest.raises(ActRefused, match="sudah selesai"):
        assign(proceeding, cast.dewi)


def test_who_works_for_the_agency_that_the_case_goes_past_is_not_let_in(cast, gita):
    """Issue: pressure from a superior is routed past that superior's agency, so also past its own examiners."""
    proceeding, tuti = past_the_city(cast)
    trust.grant(gita, Role.UNIT_HEAD, agency=CITY, unit="BKPSDM")
    for username in ("dewi", "gita"):
        with pytest.raises(ActRefused, match="melewati instansi"):
            assign(proceeding, tuti, username)


def test_nor_is_who_came_to_work_there_after_the_assignment(cast, gita):
    proceeding, tuti = past_the_city(cast)
    assign(proceeding, tuti)
    assert sees(gita, proceeding)
    trust.grant(gita, Role.PERSONNEL_OFFICER, agency=CITY)
    assert not sees(gita, proceeding)


def test_a_team_has_no_member_of_that_agency_either(cast):
    proceeding, tuti = past_the_city(cast)
    members = (replace(TEAM[0], user_id=cast.dewi.pk), *TEAM[1:])
    with pytest.raises(ActRefused, match="melewati instansi"):
        act.team_form(ref=proceeding.ref, members=members, by=tuti, at=at("2019-02-26"))
