"""People of two agencies in one case: each agency finds, reads of and handles its own people, and no others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netra.cases.access import visible_to
from netra.cases.queries import case_file
from netra.cases.tests.builders import BUDI, PROVINCE, Cast, at
from netra.sanctions import operations as act
from netra.sanctions.queries import case_with_routes
from netra.sanctions.tests.builders import Story, deed, recommend_story
from netra.trust.acts import Role
from netra.trust.errors import NotFound
from netra.trust.tests.builders import grant, make_user

pytestmark = pytest.mark.django_db

COLLEAGUE = replace(BUDI, name="Citra (contoh)", agency_code=PROVINCE)
TWO = Story(date(2024, 10, 17), deed("social_media_reaction", date(2024, 10, 15)), people=(BUDI, COLLEAGUE))
LATER = date(2024, 10, 30)


@pytest.fixture
def cast():
    return Cast()


@pytest.fixture
def fitri(cast):
    """Personnel officer of the province, to which the second accused belongs."""
    return grant(make_user("fitri"), Role.PERSONNEL_OFFICER, agency=PROVINCE)


@pytest.fixture
def case(cast):
    return recommend_story(cast, TWO)


def names(user, case):
    return [party.name for party in case_file(user, case.ref, on=LATER).case.parties.all()]


def test_each_agency_finds_the_case_and_reads_of_its_own_people_alone(cast, fitri, case):
    assert list(visible_to(fitri, on=LATER)) == list(visible_to(cast.dewi, on=LATER)) == [case]
    assert names(cast.dewi, case) == ["Budi (contoh)"]
    assert names(fitri, case) == ["Citra (contoh)"]
    assert names(cast.wayan, case) == names(cast.ani, case) == ["Budi (contoh)", "Citra (contoh)"]


def test_before_the_referral_neither_sees_it(cast, fitri, case):
    type(case).objects.update(referred=False)
    assert not visible_to(fitri, on=LATER).exists() and not visible_to(cast.dewi, on=LATER).exists()


def test_each_agency_opens_the_proceeding_of_its_own_people(cast, fitri, case):
    assert {choice.party.ordinal for choice in case_with_routes(fitri, case.ref, on=LATER)[1]} == {2}
    opened = act.proceeding_open(case_ref=case.ref, party=2, route="DISCIPLINE", by=fitri, at=at("2024-10-30"))
    assert opened.agency_code == PROVINCE
    with pytest.raises(NotFound):
        act.proceeding_open(case_ref=case.ref, party=1, route="DISCIPLINE", by=fitri, at=at("2024-10-30"))
    with pytest.raises(NotFound):
        act.proceeding_open(case_ref=case.ref, party=2, route="ETHICS", by=cast.dewi, at=at("2024-10-30"))


def test_an_agency_of_nobody_in_it_sees_nothing(cast, case):
    stranger = grant(make_user("yusuf"), Role.PERSONNEL_OFFICER, agency="BATANGHARI")
    assert not visible_to(stranger, on=LATER).exists()
