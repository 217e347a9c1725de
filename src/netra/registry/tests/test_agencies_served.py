"""For whom somebody works: the agency that his role names, or of a place only the offices of its kind."""

from __future__ import annotations

from datetime import date

import pytest

from netra.registry.access import agencies_served, require_serving
from netra.registry.models import Agency
from netra.registry.states import AgencyKind
from netra.trust.access import NotAllowed
from netra.trust.acts import Role
from netra.trust.tests.builders import MORNING, SYSTEM, grant, make_user

pytestmark = pytest.mark.django_db
DAY = date(2018, 3, 5)


@pytest.fixture(autouse=True)
def _places():
    for code, kind, region in (
        ("PEMKOT", "CITY", "15.71"),
        ("BAWASLU-KOTA", AgencyKind.ELECTION_SUPERVISOR, "15.71"),
        ("BAWASLU-LAIN", AgencyKind.ELECTION_SUPERVISOR, "15.05"),
    ):
        Agency.objects.create(code=code, name=code, kind=kind, region_code=region, province_code="15")


@pytest.mark.parametrize(
    ("role", "place", "served"),
    [
        (Role.PERSONNEL_OFFICER, {"agency": "PEMKOT"}, ["PEMKOT"]),
        # A whole place names no agency: nobody becomes the personnel officer of everyone there by it.
        (Role.PERSONNEL_OFFICER, {"region": "15.71"}, []),
        (Role.INTAKE_OFFICER, {"region": "15.71"}, ["BAWASLU-KOTA"]),
        (Role.INTAKE_OFFICER, {"region": "15"}, ["BAWASLU-KOTA", "BAWASLU-LAIN"]),
        (Role.AUDITOR, {}, []),
    ],
)
def test_whose_agencies_are_served(role, place, served):
    user = grant(make_user("pegawai"), role, **place)
    found = agencies_served(
        user, (Role.PERSONNEL_OFFICER,), {Role.INTAKE_OFFICER: AgencyKind.ELECTION_SUPERVISOR}, on=DAY
    )
    assert sorted(found.values_list("code", flat=True)) == served


def test_an_act_for_an_agency_passes_for_who_serves_it_and_for_nobody_else():
    """Wayan's region holds the city government; he supervises it and does not write for it."""
    office, city = (Agency.objects.as_of(DAY).get(code=code) for code in ("BAWASLU-KOTA", "PEMKOT"))
    wayan = grant(make_user("wayan"), Role.INTAKE_OFFICER, region="15.71")
    served = agencies_served(wayan, (), {Role.INTAKE_OFFICER: AgencyKind.ELECTION_SUPERVISOR}, on=DAY)
    act = "prevention.instrument_draft"
    require_serving(wayan, act, office, served, otherwise="", at=MORNING)
    with pytest.raises(NotAllowed, match="Anda tidak menulis untuk PEMKOT"):
        require_serving(wayan, act, city, served, otherwise="Anda tidak menulis untuk PEMKOT.", at=MORNING)
    with pytest.raises(NotAllowed, match="tidak berwenang"):
        require_serving(wayan, "registry.agency_save", office, served, otherwise="", at=MORNING)
    require_serving(SYSTEM, "registry.agency_save", city, Agency.objects.none(), otherwise="", at=MORNING)
