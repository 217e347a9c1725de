"""Whom the seven working days of a summons bind: a PNS in discipline; on the end of a status they are only followed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from netra.cases.operations import ActRefused
from netra.cases.tests.builders import BUDI, Cast, at
from netra.law.local_time import moment_at
from netra.sanctions import operations as act
from netra.sanctions.models import Proceeding
from netra.sanctions.tests.builders import HEARING, TEAM, Story, confirm_identity, deed, open_story
from netra.sanctions.tests.test_examination import summon
from netra.sanctions.tests.test_letters import paper
from netra.sanctions.tests.test_terms_owed import CONTRACT, JOINING
from netra.trust.tests.locks import unlocked

pytestmark = pytest.mark.django_db

LIKING = Story(date(2024, 10, 17), deed("social_media_reaction", date(2024, 10, 15)), people=(BUDI,))
FOLLOWED = "(diikuti; pasal tentang cara membuktikan keanggotaan partai tidak ditemukan)"
STATUS = "STATUS_TERMINATION"


@pytest.fixture
def cast():
    return Cast()


def missed(cast, story, route):
    """Called on Fri 2024-11-01 for Wed 2024-11-06, and not there."""
    proceeding = open_story(cast, story, route)
    summon(cast, proceeding, letter="2024-11-01", meeting="2024-11-06")
    act.summons_miss(ref=proceeding.ref, by=cast.dewi, at=at("2024-11-06", 10))
    return proceeding


def summons_terms(proceeding):
    terms = proceeding.case.deadlines.filter(rule__startswith="summons_").order_by("rule")
    return [(each.citation, each.verification) for each in terms]


def test_a_pns_in_discipline_is_bound_by_what_was_read(cast):
    assert summons_terms(missed(cast, LIKING, "DISCIPLINE")) == [
        ("PP 94/2021 Pasal 26 ayat (2)", "SEEN"),
        ("PP 94/2021 Pasal 26 ayat (3)", "SEEN"),
    ]


def test_on_the_end_of_a_status_the_same_days_are_followed_and_say_so(cast):
    proceeding = missed(cast, JOINING, STATUS)
    assert summons_terms(proceeding) == [
        (f"PP 94/2021 Pasal 26 ayat (2) {FOLLOWED}", "DERIVED"),
        (f"PP 94/2021 Pasal 26 ayat (3) {FOLLOWED}", "DERIVED"),
    ]
    assert proceeding.case.deadlines.get(rule="summons_2").due_date == date(2024, 11, 15)


def test_on_the_end_of_a_status_a_day_too_far_is_refused_by_the_rule_that_is_followed(cast):
    proceeding = open_story(cast, JOINING, STATUS)
    with pytest.raises(ActRefused, match=r"12 November 2024.*diikuti"):
        summon(cast, proceeding, letter="2024-11-01", meeting="2024-11-13")


@pytest.mark.parametrize(("story", "route"), [(LIKING, "DISCIPLINE"), (JOINING, STATUS)])
def test_no_term_of_the_regulation_on_pns_runs_against_the_agency_of_a_pppk(cast, story, route):
    """PP 94/2021 binds PNS (Ps 1); the discipline of a PPPK is for the rules of his agency (PP 49/2018 Ps 52)."""
    assert summons_terms(missed(cast, replace(story, people=CONTRACT), route)) == []


def test_nor_is_a_pppk_called_within_days_that_do_not_bind_him(cast):
    proceeding = open_story(cast, replace(LIKING, people=CONTRACT))
    with pytest.raises(ActRefused, match="sudah lewat"):
        summon(cast, proceeding, letter="2024-11-01", meeting="2024-10-31")
    assert summon(cast, proceeding, letter="2024-11-01", meeting="2024-11-13").ordinal == 1


@pytest.mark.parametrize(
    ("story", "route", "suspected"),
    [
        (LIKING, "DISCIPLINE", "diduga melakukan pelanggaran disiplin"),
        (JOINING, STATUS, "diduga melakukan perbuatan yang menjadi alasan pemberhentian status"),
    ],
)
def test_the_decree_of_the_team_says_what_is_suspected_on_its_own_route(cast, story, route, suspected):
    proceeding = open_story(cast, story, route)
    confirm_identity(cast, proceeding.case, at("2024-10-31", 7))
    act.team_form(ref=proceeding.ref, members=TEAM, by=cast.rahmat, at=at("2024-10-31", 8))
    considering = " ".join(paper("TEAM_DECREE")["considering"])
    assert suspected in considering
    assert ("disiplin" in considering) == (route == "DISCIPLINE")


class WhenSomebodyIsCalledInJayapura:
    """Half past one in the night there is half past eleven of the evening before in Jakarta."""

    @pytest.fixture
    def proceeding(self, cast):
        found = open_story(cast, LIKING, "DISCIPLINE")
        with unlocked():
            Proceeding.objects.filter(pk=found.pk).update(region_code="91.71", province_code="91")
        return found

    def call(self, cast, proceeding, day):
        hour = moment_at("91.71", date.fromisoformat(day), time(1, 30))
        act.summons_issue(ref=proceeding.ref, meeting_at=hour, place="Aula", by=cast.dewi, at=at("2024-11-01"))

    def it_is_for_the_day_there(self, cast, proceeding):
        """Fri 1 November 2024 and seven working days: Tue 12 November; the night to the 13th is a day too late."""
        with pytest.raises(ActRefused, match="paling lambat 12 November 2024"):
            self.call(cast, proceeding, "2024-11-13")
        self.call(cast, proceeding, "2024-11-12")

    def it_is_from_the_day_there_that_the_second_call_counts(self, cast, proceeding):
        self.call(cast, proceeding, "2024-11-06")
        act.summons_miss(ref=proceeding.ref, by=cast.dewi, at=at("2024-11-06", 10))
        assert proceeding.case.deadlines.get(rule="summons_2").start_date == date(2024, 11, 6)

    def it_may_be_recorded_as_held_in_that_night(self, cast, proceeding):
        self.call(cast, proceeding, "2024-11-06")
        act.team_form(ref=proceeding.ref, members=TEAM, by=cast.rahmat, at=at("2024-11-01", 11))
        hearing = replace(HEARING, held_date=date(2024, 11, 6))
        act.examination_record(
            ref=proceeding.ref, hearing=hearing, by=cast.dewi, at=at("2024-11-05", 23).replace(minute=50)
        )
