"""Who stands above an authority is whoever held that office on the day, not whoever held it when it was entered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netra.registry.entries import AppointingAuthorityEntry
from netra.registry.models import AppointingAuthority
from netra.registry.operations import appointing_authority_set
from netra.registry.queries import headed_agencies, superior_of
from netra.registry.states import AgencyKind
from netra.registry.tests import builders as make
from netra.registry.tests.builders import AT, JAMBI

pytestmark = pytest.mark.django_db

GOVERNOR = AppointingAuthorityEntry(
    agency_code="JAMBI-PROV",
    office_title="Gubernur Jambi",
    holder_name="Zainal (contoh)",
    start_date=date(2016, 2, 12),
    superior_title="Menteri Dalam Negeri",
)
MAYOR = AppointingAuthorityEntry(
    agency_code=JAMBI,
    office_title="Wali Kota Jambi",
    holder_name="Rusli (contoh)",
    start_date=date(2018, 11, 7),
    superior_title="Gubernur Jambi",
    superior_name="Zainal (contoh)",
)


@pytest.fixture(autouse=True)
def _province_and_city():
    make.make_agency("JAMBI-PROV", name="Pemerintah Provinsi Jambi", kind=AgencyKind.PROVINCE, region_code="15")
    make.make_agency(JAMBI, parent_code="JAMBI-PROV")


def appoint(*entries: AppointingAuthorityEntry) -> None:
    for entry in entries:
        appointing_authority_set(entry=entry, by=make.SYSTEM, at=AT)


def named(on: date) -> set[str]:
    """As the board of many agencies and as the letter to one name the superior; both must say the same."""
    mayor = AppointingAuthority.objects.get(agency__code=JAMBI)
    return {headed_agencies([JAMBI], on=on)[JAMBI].superior, superior_of(mayor, on=on)}


def test_a_new_governor_is_named_from_his_first_day():
    appoint(GOVERNOR, replace(GOVERNOR, holder_name="Kamaruddin (contoh)", start_date=date(2021, 7, 7)), MAYOR)
    assert named(date(2021, 7, 6)) == {"Gubernur Jambi, Zainal (contoh)"}
    assert named(date(2021, 7, 7)) == {"Gubernur Jambi, Kamaruddin (contoh)"}


def test_an_acting_governor_is_named_as_such():
    acting = replace(GOVERNOR, office_title="Penjabat Gubernur Jambi", holder_name="Hari (contoh)")
    appoint(GOVERNOR, replace(acting, start_date=date(2021, 2, 12)), MAYOR)
    assert named(date(2021, 3, 1)) == {"Penjabat Gubernur Jambi, Hari (contoh)"}


def test_what_was_entered_stands_while_the_registry_does_not_know_the_office_above():
    appoint(MAYOR)
    assert named(date(2021, 3, 1)) == {"Gubernur Jambi, Zainal (contoh)"}
