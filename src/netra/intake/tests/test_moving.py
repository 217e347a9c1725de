"""A report goes to another office."""

import pytest

from netra.intake.access import visible_to
from netra.intake.operations import (
    RerouteRefused,
    StepForbidden,
    report_bypass_set,
    report_reroute,
)
from netra.intake.states import Kind, RerouteReason, State
from netra.intake.submission import Person
from netra.intake.tests.builders import FRIDAY, TODAY, a_report, agency, in_state, supervisor_office
from netra.trust.acts import Role
from netra.trust.tests import builders as cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _offices() -> None:
    """In the city, in Muaro Jambi and in the province somebody reads reports."""
    supervisor_office()
    supervisor_office("15.05", "Bawaslu Kabupaten Muaro Jambi")
    supervisor_office("15", "Bawaslu Provinsi Jambi")


def reroute(report, by, region_code="15.05"):
    return report_reroute(
        report_ref=report.ref, region_code=region_code, reason=RerouteReason.WRONG_REGION, by=by, at=FRIDAY
    )


def test_the_other_office_sees_it_and_this_one_no_more():
    wayan, report = cast.wayan(), a_report()
    moved = reroute(report, wayan)

    assert (moved.handler_region_code, moved.region_code) == ("15.05", "15.71")
    assert not visible_to(wayan, on=TODAY).exists()


def test_it_may_be_handed_to_the_province():
    assert reroute(a_report(), cast.wayan(), "15").province_code == "15"


@pytest.mark.parametrize(("region", "says"), [("99.99", "tidak dikenal"), ("15.71", "sudah ditangani")])
def test_an_impossible_office_is_refused(region, says):
    with pytest.raises(RerouteRefused, match=says):
        reroute(a_report(), cast.wayan(), region)


def test_an_office_where_nobody_would_read_it_is_refused():
    with pytest.raises(RerouteRefused, match="tidak ada yang akan membaca"):
        reroute(a_report(), cast.wayan(), "15.04")


def test_while_it_is_open_whom_it_is_about_it_is_handed_to_nobody():
    pressed = a_report(kind=Kind.SUPERIOR_PRESSURE, persons=(Person(agency="kantor kami", is_superior=True),))
    nyoman = cast.grant(cast.make_user("nyoman"), Role.INTAKE_OFFICER, region="15")
    with pytest.raises(RerouteRefused, match="belum dipastikan"):
        reroute(pressed, nyoman)


def test_it_is_never_handed_to_the_office_of_the_superior():
    agency("JAMBI-KOTA")
    superiors = (Person(agency="Pemerintah Kota Jambi", is_superior=True),)
    pressed = a_report(kind=Kind.SUPERIOR_PRESSURE, persons=superiors)
    wayan = cast.wayan()
    report_bypass_set(report_ref=pressed.ref, agency_codes=("JAMBI-KOTA", "BAWASLU-15.05"), by=wayan, at=FRIDAY)
    with pytest.raises(RerouteRefused, match="Atasan bekerja di kantor pengawas"):
        reroute(pressed, wayan)


def test_a_registered_report_stays_where_its_case_is():
    with pytest.raises(StepForbidden):
        reroute(in_state(a_report(), State.REGISTERED), cast.wayan())
