"""Budi of the city and Citra of the province in one case: Dewi of the city reads nothing of Citra, nor acts for her."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from netra.cases.links import link_of
from netra.cases.models import Answer, CitedAdvice
from netra.cases.tests.builders import PROVINCE
from netra.sanctions.tests.builders import Story, deed, recommend_story
from netra.trust.acts import Role
from netra.trust.errors import NotFound
from netra.trust.tests.builders import grant, make_user
from netra.web.tests.cases_scene import BUDI, Cast, act, at, signed_in, the_clock_shows
from netra.web.urls import urlpatterns

pytestmark = pytest.mark.django_db
CITRA = replace(BUDI, name="Citra (contoh)", agency_code=PROVINCE)
TWO = Story(date(2024, 10, 17), deed("social_media_reaction", date(2024, 10, 15)), people=(BUDI, CITRA))
MOMENT = at("2024-10-30")
UNTIL = at("2024-11-20")
# Every address under one accused of a case, as the doors know them, and those that are an agency's.
ABOUT_ONE = sorted(str(each.name) for each in urlpatterns if "terlapor/<int:party>/" in str(each.pattern))
FOR_AN_AGENCY = {"advice_cite", "answer_link_issue", "answer_link_revoke", "answer_record"}


@pytest.fixture
def cast(monkeypatch):
    the_clock_shows(monkeypatch, MOMENT)
    return Cast()


@pytest.fixture
def case(cast):
    return recommend_story(cast, TWO)


@pytest.fixture
def citra(case):
    return case.parties.get(ordinal=2)


@pytest.fixture
def fitri(cast):
    """Personnel officer of the province."""
    return grant(make_user("fitri"), Role.PERSONNEL_OFFICER, agency=PROVINCE)


def opened(user, case, name, party):
    """What this user is answered at the address, when he opens it and when he sends an empty form."""
    address = reverse(name, kwargs={"ref": case.ref, "party": party})
    browser = signed_in(user)
    return browser.get(address), browser.post(address)


class WhenAnAgencyTypesTheNumberOfAnothersAccused:
    """Every address under `terlapor/<n>/`, and the acts themselves."""

    def it_knows_the_addresses(self):
        assert set(ABOUT_ONE) == FOR_AN_AGENCY | {"party_identify", "data_block", "data_unblock"}

    @pytest.mark.parametrize("name", ABOUT_ONE)
    def it_is_not_found_or_not_his(self, cast, case, name):
        expected = 404 if name in FOR_AN_AGENCY else 403
        for answer in opened(cast.dewi, case, name, 2):
            assert answer.status_code == expected
            assert "Citra" not in answer.content.decode()

    @pytest.mark.parametrize("name", sorted(FOR_AN_AGENCY))
    def it_opens_for_her_own_agency(self, cast, fitri, case, name):
        assert opened(fitri, case, name, 2)[0].status_code == 200
        assert opened(cast.dewi, case, name, 1)[0].status_code == 200

    @pytest.mark.parametrize("name", sorted(FOR_AN_AGENCY))
    def it_opens_for_the_supervisor(self, cast, case, name):
        assert opened(cast.wayan, case, name, 2)[0].status_code == 200

    def it_makes_no_link_and_ends_none(self, cast, case, citra):
        act.answer_link_issue(case_ref=case.ref, party=2, until=UNTIL, by=cast.wayan, at=MOMENT)
        held = link_of(citra, at=MOMENT)
        with pytest.raises(NotFound, match="Terlapor nomor 2 tidak ada"):
            act.answer_link_issue(case_ref=case.ref, party=2, until=UNTIL, by=cast.dewi, at=MOMENT)
        with pytest.raises(NotFound, match="Terlapor nomor 2 tidak ada"):
            act.answer_link_revoke(case_ref=case.ref, party=2, by=cast.dewi, at=MOMENT)
        assert held is not None and link_of(citra, at=MOMENT) == held

    def it_speaks_and_cites_nothing_for_her(self, cast, case):
        with pytest.raises(NotFound, match="Terlapor nomor 2 tidak ada"):
            act.answer_record(case_ref=case.ref, party=2, text="Saya mengaku.", by=cast.dewi, at=MOMENT)
        with pytest.raises(NotFound, match="Terlapor nomor 2 tidak ada"):
            act.advice_cite(case_ref=case.ref, party=2, number="1", note="Sama.", by=cast.dewi, at=MOMENT)
        assert not Answer.objects.exists() and not CitedAdvice.objects.exists()

    def it_records_what_her_own_agency_or_the_supervisor_took_down(self, cast, fitri, case, citra):
        for officer in (fitri, cast.wayan):
            act.answer_record(case_ref=case.ref, party=2, text="Saya tidak hadir.", by=officer, at=MOMENT)
        assert citra.answers.count() == 2

    def it_says_the_same_as_for_a_number_that_nobody_has(self, cast, case):
        def told(number):
            with pytest.raises(NotFound) as refusal:
                act.answer_link_revoke(case_ref=case.ref, party=number, by=cast.dewi, at=MOMENT)
            return str(refusal.value).replace(str(number), "n", 1)

        assert told(2) == told(9)
