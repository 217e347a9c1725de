"""Who is recommended to an agency is handled by it and by no other, whichever agency he was thought to serve."""

from __future__ import annotations

from dataclasses import replace

import pytest

from netra.cases.access import own_agency, visible_to
from netra.cases.models import Case, NextTerm
from netra.cases.operations import ActRefused, case_recommend
from netra.cases.queries import CaseFilter, case_file, case_page
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
from netra.sanctions import operations as act
from netra.sanctions.queries import case_with_routes, owed_by
from netra.trust.acts import Role
from netra.trust.errors import NotFound
from netra.trust.tests.builders import grant, make_user

pytestmark = pytest.mark.django_db

ON = day("2024-10-30")
CITRA = replace(BUDI, name="Citra (contoh)", agency_code="")


@pytest.fixture
def cast():
    return Cast()


@pytest.fixture
def fitri(cast):
    """Personnel officer of the province."""
    return grant(make_user("fitri"), Role.PERSONNEL_OFFICER, agency=PROVINCE)


def recommended(cast: Cast, *people, agency: str = "", to: tuple[str, ...]) -> Case:
    """A case about these people, each recommended in turn to the agency of the same place in `to`."""
    case = make_case(cast, parties=people, agency_code=agency)
    carry_to_referral(cast, case)
    confirm_identity(cast, case, at("2024-10-28", 8))
    for number, code in enumerate(to, start=1):
        advice = replace(ADVICE, party=number, agency_code=code)
        case_recommend(case_ref=case.ref, advice=advice, by=cast.ani, at=at("2024-10-28", 8 + number))
    return Case.objects.get(pk=case.pk)


def opened(case: Case, party: int, by):
    return act.proceeding_open(case_ref=case.ref, party=party, route="DISCIPLINE", by=by, at=at("2024-10-30"))


def people_read(user, case: Case) -> list[str]:
    return [each.name for each in case_file(user, case.ref, on=ON).case.parties.all()]


class WhenNobodyKnewTheAgencyOfTheSecond:
    """Budi of the city; of Citra nobody knew where she serves until BKN recommended her to the province."""

    @pytest.fixture
    def case(self, cast):
        return recommended(cast, BUDI, CITRA, to=(CITY, PROVINCE))

    def it_is_the_province_that_reads_of_her_and_opens_her_proceeding(self, fitri, case):
        assert people_read(fitri, case) == ["Citra (contoh)"]
        assert {choice.party.ordinal for choice in case_with_routes(fitri, case.ref, on=ON)[1]} == {2}
        assert opened(case, 2, fitri).agency_code == PROVINCE

    def it_is_not_the_city(self, cast, fitri, case):
        assert people_read(cast.dewi, case) == ["Budi (contoh)"]
        with pytest.raises(NotFound):
            opened(case, 2, cast.dewi)
        assert opened(case, 1, cast.dewi).agency_code == CITY

    def it_says_of_her_that_she_serves_the_province(self, case):
        assert list(case.parties.order_by("ordinal").values_list("agency_code", flat=True)) == [CITY, PROVINCE]

    def it_is_owed_by_the_province(self, cast, fitri, case):
        assert [term.party and term.party.name for term in owed_by(fitri, PROVINCE, on=ON).terms] == ["Citra (contoh)"]
        assert [term.party and term.party.name for term in owed_by(cast.dewi, CITY, on=ON).terms] == ["Budi (contoh)"]


class WhenTheLevelAboveIsAddressed:
    """Budi serves the city, and the recommendation about him goes to the province."""

    @pytest.fixture
    def case(self, cast):
        return recommended(cast, BUDI, agency=CITY, to=(PROVINCE,))

    def it_handles_him(self, fitri, case):
        assert own_agency(fitri, case, on=ON) == PROVINCE
        assert people_read(fitri, case) == ["Budi (contoh)"]
        assert opened(case, 1, fitri).agency_code == PROVINCE

    def it_leaves_his_own_agency_without_the_case(self, cast, case):
        assert not visible_to(cast.dewi, on=ON).exists()
        with pytest.raises(NotFound):
            opened(case, 1, cast.dewi)

    def it_says_of_him_still_that_he_serves_the_city(self, case):
        assert case.parties.get().agency_code == CITY

    def it_is_by_the_clock_of_the_province_alone(self, fitri, case):
        (line,) = case_page(fitri, on=ON, narrow=CaseFilter()).lines
        assert line.due_rule == "follow_up"
        assert {each.agency_code for each in NextTerm.objects.filter(case=case)} == {PROVINCE}


class WhenOneOfTwoColleaguesIsRecommendedToTheLevelAbove:
    """Budi and Citra serve the city; his recommendation goes to the province, hers to the city."""

    @pytest.fixture
    def case(self, cast):
        return recommended(cast, BUDI, replace(CITRA, agency_code=CITY), agency=CITY, to=(PROVINCE, CITY))

    def it_leaves_her_to_the_city_with_all_that_was_told_of_her(self, cast, case):
        assert people_read(cast.dewi, case) == ["Citra (contoh)"]
        assert opened(case, 2, cast.dewi).agency_code == CITY

    def it_takes_him_from_the_city(self, cast, fitri, case):
        with pytest.raises(NotFound):
            opened(case, 1, cast.dewi)
        assert opened(case, 1, fitri).agency_code == PROVINCE


def test_before_anything_is_recommended_his_own_agency_acts(cast):
    """A superior who knows must act without waiting (PP 94/2021 Ps 26(1))."""
    case = make_case(cast, parties=(BUDI,), agency_code=CITY)
    carry_to_referral(cast, case)
    assert opened(case, 1, cast.dewi).agency_code == CITY


def test_nobody_is_taken_from_the_agency_that_began_to_handle_him(cast, fitri):
    case = make_case(cast, parties=(BUDI,), agency_code=CITY)
    carry_to_referral(cast, case)
    confirm_identity(cast, case, at("2024-10-28", 8))
    opened(case, 1, cast.dewi)
    with pytest.raises(ActRefused, match="sudah dibuka oleh Pemerintah Kota Jambi"):
        case_recommend(
            case_ref=case.ref, advice=replace(ADVICE, agency_code=PROVINCE), by=cast.ani, at=at("2024-10-31")
        )
