"""Which office handles a report, and who stands above the superior it is kept from."""

from datetime import date

import pytest

from netra.intake.queries.serving import serving
from netra.intake.routing import office_region, referral_skips_to, route, serving_office
from netra.intake.states import Kind
from netra.intake.submission import Person
from netra.intake.tests.builders import TODAY, a_submission, agency, supervisor_office
from netra.registry.models import AppointingAuthority
from netra.trust.acts import Role
from netra.trust.tests import builders as cast

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("code", "office"), [("15", "15"), ("15.71", "15.71"), ("15.71.01", "15.71")])
def test_the_office_of_a_place_is_that_of_its_regency_city_or_province(code, office):
    assert office_region(code) == office


def test_a_former_code_goes_to_the_office_of_the_present_one():
    """Kota Sorong was 92.71 until the edition of 2023; its officers serve 96.71 now."""
    way = route(region_code="92.71", kind=Kind.VIOLATION, persons=(), on=TODAY)

    assert (way.handler_region_code, way.province_code) == ("96.71", "96")


class WhenTheOfficeOfThePlaceDoesNotWorkHere:
    """One instance may serve a province, or one city of it."""

    def way(self):
        return route(region_code="15.71.01", kind=Kind.VIOLATION, persons=(), on=TODAY)

    def test_the_office_of_the_province_takes_the_report(self):
        supervisor_office("15", "Bawaslu Provinsi Jambi")
        assert self.way().handler_region_code == "15"
        assert "belum memakai Netra ini" in self.way().reason

    @pytest.mark.parametrize("region", ["15.71", "15"])
    def test_an_officer_who_was_given_the_region_serves_it_as_well(self, region):
        cast.grant(cast.make_user("nyoman"), Role.INTAKE_OFFICER, region=region)
        supervisor_office("15.01", "Bawaslu Kabupaten Kerinci")
        assert serving_office("15.71.01", on=TODAY).is_served
        assert self.way().handler_region_code == region

    def test_an_ended_account_serves_nobody(self):
        gone = cast.grant(cast.make_user("nyoman"), Role.INTAKE_OFFICER, region="15.71")
        gone.is_active = False
        gone.save()
        assert not serving_office("15.71", on=TODAY).is_served

    def test_where_nobody_serves_the_province_either_it_keeps_its_own_office(self):
        office = serving_office("35.78", on=TODAY)
        assert (office.region_code, office.name, office.is_served) == ("35.78", "Bawaslu Kota Surabaya", False)
        kept = route(region_code="35.78", kind=Kind.VIOLATION, persons=(), on=TODAY)
        assert "laporan disimpan untuknya" in kept.reason


def pressed(*persons, region="15.71"):
    return route(region_code=region, kind=Kind.SUPERIOR_PRESSURE, persons=persons, on=TODAY)


def test_the_superior_is_the_one_marked_as_such_not_the_first_named():
    agency("DINAS-X", name="Dinas X")
    agency("DINAS-Y", name="Dinas Y")
    way = pressed(Person(agency_code="DINAS-X"), Person(agency_code="DINAS-Y", is_superior=True))

    assert way.bypass_agency_code == "DINAS-Y"


def test_a_plain_report_is_kept_from_nobody():
    agency("DINAS-X", name="Dinas X")
    boss = Person(agency_code="DINAS-X", is_superior=True)
    way = route(region_code="15.71", kind=Kind.VIOLATION, persons=[boss], on=TODAY)

    assert (way.bypass_agency_code, way.bypass_unresolved) == ("", False)


def test_pressure_without_a_known_agency_asks_an_officer_to_find_out():
    assert pressed().bypass_unresolved
    assert pressed(Person(name="Atasan (contoh)")).bypass_unresolved


@pytest.mark.parametrize("written", ["Bawaslu Jambi", "kantor kami", "Panwas kota", ""])
def test_while_the_agency_is_unknown_it_waits_one_level_up_for_it_may_be_the_office_itself(written):
    supervisor_office()
    supervisor_office("15", "Bawaslu Provinsi Jambi")
    way = pressed(Person(agency=written, is_superior=True))

    assert (way.handler_region_code, way.province_code) == ("15", "15")
    assert "ditangani tingkat provinsi" in way.reason


class WhenNobodyHereWorksForTheLevelAbove:
    """Only the office of the city uses this instance; it may be the one that the report is about."""

    def test_a_report_about_an_unknown_agency_waits_and_says_that_nobody_reads_it(self):
        supervisor_office()
        way = pressed(Person(agency="kantor kami", is_superior=True))
        assert (way.handler_region_code, way.bypass_unresolved) == ("15", True)
        assert "ditangani tingkat provinsi" not in way.reason
        assert "disimpan untuknya dan belum dibaca siapa pun" in way.reason

    def test_so_does_one_about_the_office_of_the_place_itself(self):
        office = supervisor_office()
        way = pressed(Person(agency_code=office.code, is_superior=True))
        assert (way.handler_region_code, way.bypass_agency_code) == ("15", office.code)
        assert "Kantor Bawaslu provinsi belum memakai Netra ini" in way.reason
        assert "belum dibaca siapa pun" in way.reason

    def test_whoever_sends_it_is_told_before(self):
        supervisor_office()
        told = serving(a_submission(kind=Kind.SUPERIOR_PRESSURE), on=TODAY)
        assert (told.name, told.is_served) == ("Bawaslu Provinsi Jambi", False)

    def test_an_officer_of_the_province_is_enough(self):
        supervisor_office()
        cast.grant(cast.make_user("sinta"), Role.INTAKE_OFFICER, region="15")
        way = pressed(Person(agency="kantor kami", is_superior=True))
        assert "ditangani tingkat provinsi" in way.reason


def test_one_unknown_superior_beside_a_known_one_is_enough_to_wait_above():
    agency("DINAS-X", name="Dinas X")
    way = pressed(Person(agency_code="DINAS-X", is_superior=True), Person(agency="Panwas kota", is_superior=True))

    assert (way.handler_region_code, way.bypass_agency_code) == ("15", "DINAS-X")


def test_it_is_not_sent_to_the_provincial_office_that_it_seems_to_be_about():
    supervisor_office()
    supervisor_office("15", "Bawaslu Provinsi Jambi")
    way = pressed(Person(agency="Bawaslu Prov. Jambi", is_superior=True))

    assert (way.handler_region_code, way.province_code, way.bypass_unresolved) == ("15.71", "", True)


@pytest.mark.parametrize("who", [Person(agency_code="BAWASLU-15"), Person(agency="Bawaslu Prov. Jambi")])
def test_about_the_provincial_office_itself_it_waits_for_the_national_one_and_says_so(who):
    supervisor_office("15", "Bawaslu Provinsi Jambi")
    way = pressed(who, region="15")
    told = serving(a_submission(kind=Kind.SUPERIOR_PRESSURE, persons=(who,), region_code="15"), on=TODAY)

    assert (way.handler_region_code, way.province_code) == ("00", "00")
    assert "Bawaslu RI" in way.reason
    assert "belum dibaca siapa pun" in way.reason
    assert (told.name, told.is_served) == ("Bawaslu RI", False)


def test_the_national_office_is_not_promised_to_read_even_where_it_is_registered():
    """An instance of one province registers Bawaslu RI for its letters; nobody works for it there."""
    supervisor_office("00", "Bawaslu Republik Indonesia")
    supervisor_office("15", "Bawaslu Provinsi Jambi")
    who = Person(agency_code="BAWASLU-15", is_superior=True)
    told = serving(a_submission(kind=Kind.SUPERIOR_PRESSURE, persons=(who,), region_code="15"), on=TODAY)

    assert (told.name, told.is_served) == ("Bawaslu Republik Indonesia", False)


def test_the_referral_goes_to_whoever_stands_above_the_superiors_authority():
    AppointingAuthority.objects.create(
        agency=agency("JAMBI-KOTA"),
        office_title="Wali Kota Jambi",
        holder_name="Rahmat (contoh)",
        superior_title="Gubernur Jambi",
        start_date=date(2018, 11, 8),
    )

    assert referral_skips_to("JAMBI-KOTA", on=TODAY) == "Gubernur Jambi"
    assert referral_skips_to("", on=TODAY) == ""


def test_where_the_registry_knows_no_authority_nothing_is_made_up():
    agency("JAMBI-KOTA")

    assert referral_skips_to("JAMBI-KOTA", on=TODAY) == ""
