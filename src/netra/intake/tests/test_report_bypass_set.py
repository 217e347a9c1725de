"""report_bypass_set: an officer names the agencies of the superiors, whom reporters write in their own words."""

from __future__ import annotations

import pytest

from netra.intake.access import visible_to
from netra.intake.models import Report
from netra.intake.operations import BypassRefused, report_bypass_set
from netra.intake.queries import agencies_meant, bypassed
from netra.intake.states import Kind, State
from netra.intake.submission import Person
from netra.intake.tests.builders import FRIDAY, TODAY, a_report, agency, in_state, last_event, supervisor_office
from netra.registry.models import OrgUnit
from netra.registry.states import AgencyKind
from netra.trust.acts import Role
from netra.trust.errors import NotFound
from netra.trust.models import User
from netra.trust.tests import builders as cast

pytestmark = pytest.mark.django_db


def pressed(*agencies: str, kind: Kind = Kind.SUPERIOR_PRESSURE) -> Report:
    return a_report(kind=kind, persons=tuple(Person(agency=text, is_superior=True) for text in agencies))


def name(report, *codes, by=None):
    return report_bypass_set(report_ref=report.ref, agency_codes=codes, by=by or nyoman(), at=FRIDAY)


def nyoman():
    """Supervises in the whole province, where a report waits until its agencies are known."""
    found = User.objects.filter(username="nyoman").first()
    return found or cast.grant(cast.make_user("nyoman"), Role.INTAKE_OFFICER, region="15")


@pytest.fixture
def offices():
    city = agency()
    agency("JAMBI-PROV", name="Pemerintah Provinsi Jambi", kind=AgencyKind.PROVINCE)
    agency("KERINCI", name="Pemerintah Kabupaten Kerinci", kind=AgencyKind.REGENCY)
    OrgUnit.objects.create(agency=city, code="BKPSDM", name="Badan Kepegawaian Daerah (contoh)")


def test_all_superiors_count_and_the_one_not_recognised_leaves_it_open(offices):
    report = pressed("Pemerintah Provinsi Jambi", "Pemerintah Kota Jambi")
    assert bypassed(report.ref) == ("JAMBI-PROV", "JAMBI-KOTA")
    assert not report.bypass_open


def test_one_not_recognised_beside_one_that_is_leaves_it_open(offices):
    report = pressed("Pemerintah Provinsi Jambi", "Pemkot Jambi")
    assert report.bypass_open
    assert "belum dipastikan" in report.routing_reason


def test_while_it_is_open_whoever_also_works_for_an_agency_does_not_see_it(offices):
    both = cast.grant(cast.make_user("made"), Role.INTAKE_OFFICER, region="15.71")
    cast.grant(both, Role.PERSONNEL_OFFICER, agency="KERINCI")
    report = pressed("Pemkot Jambi")
    assert not visible_to(both, on=TODAY).exists()
    name(report, "JAMBI-KOTA")
    assert visible_to(both, on=TODAY).exists()
    name(report, "JAMBI-KOTA", "KERINCI", by=cast.grant(cast.make_user("ayu"), Role.INTAKE_OFFICER, region="15.71"))
    assert not visible_to(both, on=TODAY).exists()


def test_it_is_kept_in_the_trail(offices):
    report = pressed("Pemkot Jambi")
    named = name(report, "JAMBI-KOTA", "JAMBI-PROV")
    assert (named.bypass_agency_code, named.bypass_open) == ("JAMBI-KOTA", False)
    assert bypassed(report.ref) == ("JAMBI-KOTA", "JAMBI-PROV")
    assert last_event().verb == "intake.report_bypass_set"
    assert "JAMBI-KOTA JAMBI-PROV" in str(last_event().payload)


def test_the_superior_of_the_supervisors_own_office_never_sees_it_however_the_office_was_written(offices):
    office = supervisor_office()
    wayan, report = cast.wayan(), pressed("kantor Bawaslu kota")
    assert not visible_to(wayan, on=TODAY).exists()
    assert visible_to(nyoman(), on=TODAY).exists()
    assert name(report, office.code).handler_region_code == "15"
    assert not visible_to(wayan, on=TODAY).exists()


def test_once_the_agency_is_another_the_office_of_the_place_gets_it_back(offices):
    supervisor_office()
    report = name(pressed("Pemkot Jambi"), "JAMBI-KOTA")
    assert (report.handler_region_code, report.province_code) == ("15.71", "15")
    assert "tidak diperlihatkan" in report.routing_reason
    assert visible_to(cast.wayan(), on=TODAY).exists()


def test_a_registered_report_keeps_its_office(offices):
    office = supervisor_office()
    report = in_state(pressed("kantor Bawaslu kota"), State.REGISTERED, handler_region_code="15.71")
    assert name(report, office.code).handler_region_code == "15.71"


@pytest.mark.parametrize(("codes", "says"), [((), "sekurangnya satu"), (("ENTAH",), "tidak ada dalam registri")])
def test_nothing_and_nobody_known_are_refused(offices, codes, says):
    with pytest.raises(BypassRefused, match=says):
        name(pressed("Pemkot Jambi"), *codes)


def test_an_ordinary_report_is_kept_from_nobody(offices):
    with pytest.raises(BypassRefused, match="bukan tentang tekanan"):
        name(pressed("Pemkot Jambi", kind=Kind.VIOLATION), "JAMBI-KOTA")


def test_maria_does_not_find_it(offices):
    with pytest.raises(NotFound):
        name(pressed("Pemkot Jambi"), "JAMBI-KOTA", by=cast.maria())


@pytest.mark.parametrize(
    ("written", "offered"),
    [
        ("Pemkot Jambi", ["JAMBI-KOTA"]),
        ("Dinas Pendidikan Kota Jambi", ["JAMBI-KOTA"]),
        ("kota  jambi", ["JAMBI-KOTA"]),
        ("Pemprov Jambi", ["JAMBI-PROV"]),
        ("Pemkab Kerinci", ["KERINCI"]),
        ("badan kepegawaian  daerah (contoh)", ["JAMBI-KOTA"]),
        ("Jambi", ["JAMBI-KOTA", "JAMBI-PROV"]),
        ("Entah", []),
        ("", []),
    ],
)
def test_the_officer_is_offered_what_the_reporter_may_have_meant(offices, written, offered):
    report = pressed(written)
    assert [each.code for each in agencies_meant(report.persons.all(), on=TODAY)] == offered
