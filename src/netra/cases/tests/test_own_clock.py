"""Each actor has its own clock: the lists of an agency go by what concerns its people, the supervisor's by all."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from netra.cases import operations as act
from netra.cases.models import Case, NextTerm
from netra.cases.queries import CaseFilter, case_page, cases_due_first
from netra.cases.tests.builders import (
    ADVICE,
    BUDI,
    CITY,
    PROVINCE,
    Cast,
    at,
    carry_to_referral,
    confirm_identity,
    day,
    make_case,
)
from netra.trust.acts import Role
from netra.trust.models import User
from netra.trust.tests.builders import grant, make_user
from netra.trust.tests.plans import plan_of

pytestmark = pytest.mark.django_db

CITRA = replace(BUDI, name="Citra (contoh)", agency_code=PROVINCE)
ON = day("2024-11-11")
# Calendar days from the letters of 28 and 29 October: Budi's answer is due on 17 November, Citra's on 8 November.
OF_BUDI, OF_CITRA = date(2024, 11, 17), date(2024, 11, 8)


@pytest.fixture
def cast():
    return Cast()


@pytest.fixture
def fitri(cast):
    """Personnel officer of the province, to which Citra belongs."""
    return grant(make_user("fitri"), Role.PERSONNEL_OFFICER, agency=PROVINCE)


def recommended(cast: Cast) -> Case:
    """Budi of the city and Citra of the province, with ten and twenty days to answer."""
    case = make_case(cast, parties=(BUDI, CITRA))
    carry_to_referral(cast, case)
    confirm_identity(cast, case, at("2024-10-28", 8))
    for party, days, on in ((1, 20, "2024-10-28"), (2, 10, "2024-10-29")):
        advice = replace(ADVICE, party=party, follow_up_days=days, follow_up_unit="CALENDAR_DAY")
        act.case_recommend(case_ref=case.ref, advice=advice, by=cast.ani, at=at(on))
    return Case.objects.get(pk=case.pk)


@pytest.fixture
def case(cast):
    return recommended(cast)


def listed(user: User, *, overdue: bool = False) -> list[tuple[str, date | None, str]]:
    page = case_page(user, on=ON, narrow=CaseFilter(overdue=overdue))
    return [(line.case.ref, line.due_date, line.due_rule) for line in page.lines]


def on_desk(user: User) -> list[tuple[str, date | None]]:
    return [(line.case.ref, line.due_date) for line in cases_due_first(user, on=ON, limit=5)]


def test_each_agency_sees_the_term_of_its_own_people_and_the_supervisor_the_first_of_all(cast, fitri, case):
    assert listed(cast.dewi) == [(case.ref, OF_BUDI, "follow_up")]
    assert listed(fitri) == [(case.ref, OF_CITRA, "follow_up")]
    assert listed(cast.wayan) == listed(cast.ani) == listed(cast.hasan) == [(case.ref, OF_CITRA, "follow_up")]


def test_a_case_is_overdue_for_whose_term_has_passed(cast, fitri, case):
    """On 11 November Citra's term has passed and Budi's runs: the city is late with nothing."""
    assert listed(cast.dewi, overdue=True) == []
    for user in (fitri, cast.wayan):
        assert [ref for ref, _due, _rule in listed(user, overdue=True)] == [case.ref]


def test_the_desk_is_ordered_by_the_own_clock(cast, fitri, case):
    """Of a second case, about Budi alone, the city owes an answer on 12 November: before the first case, for her."""
    second = make_case(cast)
    carry_to_referral(cast, second)
    confirm_identity(cast, second, at("2024-10-28", 8))
    advice = replace(ADVICE, follow_up_days=15, follow_up_unit="CALENDAR_DAY")
    act.case_recommend(case_ref=second.ref, advice=advice, by=cast.ani, at=at("2024-10-28", 10))
    assert on_desk(cast.dewi) == [(second.ref, date(2024, 11, 12)), (case.ref, OF_BUDI)]
    assert on_desk(cast.wayan) == [(case.ref, OF_CITRA), (second.ref, date(2024, 11, 12))]


def test_what_the_oversight_body_owes_for_the_whole_case_concerns_both(cast, fitri):
    """After the referral of 21 October the task force verifies in seven days: nobody is hidden from anybody in that."""
    case = make_case(cast, parties=(BUDI, CITRA))
    carry_to_referral(cast, case)
    assert listed(cast.dewi) == listed(fitri) == [(case.ref, date(2024, 10, 28), "satgas_verification")]


def test_when_the_term_is_met_the_next_takes_its_place_for_that_agency_alone(cast, fitri, case):
    act.stop_clock(case, "follow_up", met=ON, subject_ref=f"{case.ref}/T1")
    assert listed(cast.dewi) == [(case.ref, None, "")]
    assert on_desk(cast.dewi) == []
    assert listed(fitri) == [(case.ref, OF_CITRA, "follow_up")]
    assert set(NextTerm.objects.values_list("agency_code", flat=True)) == {PROVINCE}


def test_an_officer_of_two_agencies_sees_the_first_of_both_once(cast, case):
    both = grant(grant(make_user("tuti"), Role.PERSONNEL_OFFICER, agency=CITY), Role.AUDITOR, agency=PROVINCE)
    assert listed(both) == [(case.ref, OF_CITRA, "follow_up")]
    assert on_desk(both) == [(case.ref, OF_CITRA)]


def test_who_audits_the_place_beside_his_agency_sees_the_clock_of_the_whole_case(cast, case):
    """His own agency is the city; as auditor of the region he reads of Citra too."""
    user = grant(grant(make_user("indra"), Role.PERSONNEL_OFFICER, agency=CITY), Role.AUDITOR, region="15.71")
    assert listed(user) == [(case.ref, OF_CITRA, "follow_up")]
    assert [ref for ref, _due, _rule in listed(user, overdue=True)] == [case.ref]


def test_a_person_added_later_brings_the_clock_of_his_agency(cast, fitri):
    case = make_case(cast)
    carry_to_referral(cast, case)
    assert listed(fitri) == []
    act.party_add(case_ref=case.ref, party=CITRA, by=cast.wayan, at=at("2024-10-22"))
    assert listed(fitri) == [(case.ref, date(2024, 10, 28), "satgas_verification")]


@pytest.mark.parametrize("overdue", [False, True])
def test_the_list_of_an_agency_is_one_question_answered_by_index(cast, fitri, overdue):
    for _again in range(3):
        recommended(cast)
    listed(fitri)
    with CaptureQueriesContext(connection) as asked:
        assert len(listed(fitri, overdue=overdue)) == 3
    (question,) = [each["sql"] for each in asked if "cases_nextterm" in each["sql"]]
    # The unique index or that by day; "Seq Scan on cases_nextterm" names neither.
    assert re.search("next_?term_", plan_of(question))
