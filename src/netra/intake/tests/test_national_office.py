"""Bawaslu RI receives what no single province can: abroad, over several provinces, or nowhere in particular."""

from __future__ import annotations

import pytest

from netra.intake import operations as act
from netra.intake.access import visible_to
from netra.intake.models import Report
from netra.intake.routing import route, serving_office
from netra.intake.states import Kind, RerouteReason
from netra.intake.submission import Person, read_submission
from netra.intake.tests.builders import TODAY, a_report, answers, later, supervisor_office
from netra.trust import trail
from netra.trust.acts import Role
from netra.trust.errors import NotFound
from netra.trust.models import User
from netra.trust.operations import role_grant
from netra.trust.tests import builders as cast

pytestmark = pytest.mark.django_db
NATION = "00"
OFFICIAL = Person(name="Bagas (contoh)", position="Direktur", agency="Kementerian Contoh")


def banyu() -> User:
    """Receives reports at Bawaslu RI."""
    return cast.grant(cast.make_user("banyu"), Role.INTAKE_OFFICER, region=NATION)


def readers(*people: User) -> list[str]:
    return [user.username for user in people if visible_to(user, on=TODAY).exists()]


class WhenAnOfficialOfAMinistryIsReportedWithoutARegion:
    def test_only_the_national_office_reads_it(self):
        national = banyu()
        report = a_report(region_code=NATION, persons=(OFFICIAL,))
        assert (report.handler_region_code, report.province_code) == (NATION, NATION)
        assert report.routing_reason == "Tidak terjadi di satu provinsi; ditangani Bawaslu RI."
        jakarta = cast.grant(cast.make_user("jaka"), Role.INTAKE_OFFICER, region="31")
        assert readers(national, cast.wayan(), jakarta, cast.maria()) == ["banyu"]

    def test_it_gets_through_though_nobody_works_for_the_national_office_here(self):
        supervisor_office(NATION, "Bawaslu Republik Indonesia")
        report = a_report(region_code=NATION, persons=(OFFICIAL,))
        assert not serving_office(NATION, on=TODAY).is_served
        assert "laporan disimpan untuknya" in report.routing_reason

    def test_at_a_place_the_office_of_the_place_takes_it(self):
        """UU 7/2017 Pasal 103 b asks where it happened and not for whom the accused works."""
        national, wayan = banyu(), cast.wayan()
        a_report(region_code="15.71", persons=(OFFICIAL,))
        assert readers(national, wayan) == ["wayan"]


class WhenItIsHandedOn:
    def test_the_national_officer_hands_it_to_the_province_and_the_trail_says_so(self):
        national = banyu()
        sinta = cast.grant(cast.make_user("sinta"), Role.INTAKE_OFFICER, region="15")
        report = a_report(region_code=NATION)
        reason = RerouteReason.HANDED_DOWN
        act.report_reroute(report_ref=report.ref, region_code="15", reason=reason, by=national, at=later(hours=1))
        assert readers(national, sinta, cast.wayan()) == ["sinta"]
        told = trail.history(f"report:{report.ref}")[-1]
        assert (told.verb, told.payload["region"], told.payload["reason"]) == (
            "intake.report_reroute",
            "15",
            "HANDED_DOWN",
        )
        assert "pelimpahan antartingkat: pasal belum dibaca" in told.citation

    def test_the_office_of_the_place_hands_up_what_is_national(self):
        national, wayan = banyu(), cast.wayan()
        report = a_report(persons=(OFFICIAL,))
        reason = RerouteReason.NATIONAL
        act.report_reroute(report_ref=report.ref, region_code=NATION, reason=reason, by=wayan, at=later(hours=1))
        assert readers(national, wayan) == ["banyu"]

    def test_the_national_officer_takes_nothing_that_he_does_not_read(self):
        report = a_report()
        national, reason = banyu(), RerouteReason.TAKEN_OVER
        with pytest.raises(NotFound):
            act.report_reroute(report_ref=report.ref, region_code=NATION, reason=reason, by=national, at=later(hours=1))

    def test_while_an_office_is_hindered_an_administrator_lends_him_its_region_for_a_time(self):
        """UU 7/2017 Pasal 95 f: the national office takes over the tasks of a hindered office for a time."""
        report, national = a_report(), banyu()
        role_grant(
            username="banyu",
            role=Role.INTAKE_OFFICER,
            region_code="15.71",
            valid_from=TODAY,
            valid_until=later(days=30).date(),
            by=cast.lestari(),
            at=later(),
        )
        assert visible_to(User.objects.get(pk=national.pk), on=TODAY).get() == report
        assert not visible_to(User.objects.get(pk=national.pk), on=later(days=30).date()).exists()


class WhenNeitherPlaceNorProvinceWorksHere:
    def test_the_national_office_takes_the_report_if_it_does(self):
        assert route(region_code="35.78", kind=Kind.VIOLATION, persons=(), on=TODAY).handler_region_code == "35.78"
        banyu()
        way = route(region_code="35.78", kind=Kind.VIOLATION, persons=(), on=TODAY)
        assert way.handler_region_code == NATION and "ditangani Bawaslu RI" in way.reason


class WhenASuperiorPresses:
    def pressed(self, agency_code: str = "", *, region: str, agency: str = "") -> Report:
        boss = Person(name="Pak Bos (contoh)", agency_code=agency_code, agency=agency, is_superior=True)
        return a_report(kind=Kind.SUPERIOR_PRESSURE, persons=(boss,), region_code=region)

    def test_in_the_office_of_the_province_the_national_office_reads_it(self):
        supervisor_office("15", "Bawaslu Provinsi Jambi")
        report = self.pressed("BAWASLU-15", region="15")
        sinta = cast.grant(cast.make_user("sinta"), Role.INTAKE_OFFICER, region="15")
        assert readers(banyu(), sinta) == ["banyu"]
        assert report.handler_region_code == NATION

    @pytest.mark.parametrize("named", [{"agency_code": "BAWASLU-00"}, {"agency": "Bawaslu Republik Indonesia"}])
    def test_in_the_national_office_itself_nobody_of_it_reads_it(self, named):
        supervisor_office(NATION, "Bawaslu Republik Indonesia")
        report = self.pressed(**named, region=NATION)
        assert readers(banyu(), cast.hasan()) == ["hasan"]
        assert "di atasnya tidak ada kantor pengawas" in report.routing_reason

    def test_where_only_the_nation_stands_above_it_waits_there_while_the_agency_is_unknown(self):
        supervisor_office()
        national = banyu()
        report = self.pressed(region="15.71", agency="kantor kami")
        assert (report.handler_region_code, report.bypass_open) == (NATION, True)
        city = supervisor_office("15.05", "Bawaslu Kabupaten Muaro Jambi")
        act.report_bypass_set(report_ref=report.ref, agency_codes=[city.code], by=national, at=later(hours=1))
        assert Report.objects.get().handler_region_code == "15.71"


@pytest.mark.parametrize("written", ["luar negeri", "Beberapa provinsi", "nasional", "00"])
def test_whoever_writes_it_as_a_place_is_understood(written):
    assert read(region=written) == (NATION, {})


def test_a_box_stands_for_it_too_but_not_beside_a_region():
    assert read(region="", nationwide="on") == (NATION, {})
    code, errors = read(region="Kota Jambi", nationwide="on")
    assert code == "" and "Kosongkan wilayahnya, atau hapus centangnya" in errors["region"]


def read(**given: str) -> tuple[str, dict[str, str]]:
    reading = read_submission(answers(**given), today=TODAY, conducts=frozenset({"attend_declaration_or_campaign"}))
    return reading.submission.region_code if reading.submission else "", dict(reading.errors)
