"""Which agencies and people somebody meets: those of the scope of `registry.civil_servant_view`, no others."""

from __future__ import annotations

from datetime import date

import pytest

from netra.registry.access import VIEW
from netra.registry.entries import AppointingAuthorityEntry
from netra.registry.operations import appointing_authority_set, elections_seed
from netra.registry.queries import (
    agency_by_code,
    authorities_of,
    election,
    find_agencies,
    primary_positions,
    region_editions,
    regions_of,
    titles_held,
)
from netra.registry.tests import builders as make
from netra.trust.access import scope_of
from netra.trust.errors import NotFound
from netra.trust.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def agencies() -> None:
    make.make_agency()
    make.make_muaro()


def codes(user: User, *, existing_on: date = make.TODAY, kind: str = "", text: str = "") -> list[str]:
    found = find_agencies(user, on=make.TODAY, existing_on=existing_on, kind=kind, text=text)
    return [agency.code for agency in found]


def test_each_role_meets_the_agencies_of_its_scope():
    assert VIEW == "registry.civil_servant_view"
    assert codes(make.make_dewi()) == ["JAMBI-KOTA"]
    assert codes(make.make_wayan()) == ["JAMBI-KOTA"]
    assert codes(make.make_maria()) == []
    assert codes(make.make_admin()) == ["JAMBI-KOTA", "MUARO-JAMBI"]


def test_a_scope_that_has_ended_meets_nothing():
    dewi = make.make_dewi()
    assert scope_of(dewi, VIEW, on=date(2017, 12, 31)).is_empty
    with pytest.raises(NotFound):
        agency_by_code("JAMBI-KOTA", user=dewi, on=date(2017, 12, 31))


def test_the_agency_of_somebody_else_is_not_found():
    assert agency_by_code("JAMBI-KOTA", user=make.make_dewi(), on=make.TODAY).name == "Pemerintah Kota Jambi"
    with pytest.raises(NotFound):
        agency_by_code("JAMBI-KOTA", user=make.make_maria(), on=make.TODAY)


def test_agencies_are_narrowed_by_kind_text_and_day():
    admin = make.make_admin()
    assert codes(admin, kind="REGENCY") == ["MUARO-JAMBI"]
    assert codes(admin, text="kota jambi") == ["JAMBI-KOTA"]
    make.make_agency(valid_from=date(2018, 1, 1))
    assert codes(admin, existing_on=date(2017, 12, 31)) == ["MUARO-JAMBI"]


def test_the_authorities_of_an_agency_come_newest_first():
    for year in (2013, 2018):
        entry = AppointingAuthorityEntry("JAMBI-KOTA", "Wali Kota Jambi", f"Rahmat {year} (contoh)", date(year, 11, 4))
        appointing_authority_set(entry=entry, by=make.SYSTEM, at=make.AT)
    assert [each.start_date.year for each in authorities_of("JAMBI-KOTA")] == [2018, 2013]


def test_the_positions_of_many_people_take_one_query(django_assert_num_queries):
    budi, ani = make.make_person(), make.make_person(make.ANI_NIP, "Ani (contoh)")
    make.make_position(budi)
    with django_assert_num_queries(1):
        found = primary_positions([budi, ani], make.TODAY)
        assert {ref: spell.agency.code for ref, spell in found.items()} == {budi.ref: "JAMBI-KOTA"}


def test_the_titles_of_many_numbers_take_one_query_and_whom_nobody_knows_is_left_out(django_assert_num_queries):
    budi, ani = make.make_person(), make.make_person(make.ANI_NIP, "Ani (contoh)")
    held = make.make_position(budi)
    with django_assert_num_queries(1):
        assert titles_held([budi.nip, ani.nip, "199999999999999999"], make.TODAY) == {budi.nip: held.title}
    assert titles_held([budi.nip], held.start_date.replace(year=held.start_date.year - 1)) == {}


def test_an_election_knows_the_regions_with_dates_or_tickets_of_their_own():
    elections_seed(by=make.SYSTEM, at=make.AT)
    assert "15.71" in regions_of(election("PILKADA-2018"))
    assert regions_of(election("PEMILU-2019")) == []


def test_the_editions_are_those_of_the_packaged_lists():
    assert region_editions() == (2018, 2020, 2022, 2023, 2025)
