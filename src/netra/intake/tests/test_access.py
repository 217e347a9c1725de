"""Who sees which report. Maria serves another province and must see nothing."""

import pytest

from netra.intake.access import report_for, visible_to
from netra.intake.models import Report
from netra.intake.states import Kind
from netra.intake.submission import Person
from netra.intake.tests.builders import OTHER_SECRET, TODAY, a_report, agency, supervisor_office
from netra.trust.acts import ACTS, Role
from netra.trust.errors import NotFound
from netra.trust.tests import builders as cast

pytestmark = pytest.mark.django_db


def seen(user):
    return set(visible_to(user, on=TODAY).values_list("region_code", flat=True))


@pytest.fixture
def two_reports():
    a_report()
    a_report(OTHER_SECRET, region_code="15.05")


def test_reading_a_report_is_an_act_of_the_table_of_acts():
    """`visible_to` rests on this act; taking the role from it would close every report."""
    assert ACTS["intake.report_view"].roles == {Role.INTAKE_OFFICER, Role.PLENARY_MEMBER, Role.AUDITOR}


@pytest.mark.parametrize(
    ("person", "regions"),
    [
        (cast.wayan, {"15.71"}),
        (cast.hasan, {"15.71", "15.05"}),
        (cast.maria, set()),
        (cast.dewi, set()),
        (cast.rahmat, set()),
        (cast.ketut, set()),
        (cast.lestari, set()),
    ],
)
def test_an_officer_sees_the_region_and_an_auditor_everything(two_reports, person, regions):
    assert seen(person()) == regions


def test_an_officer_of_the_province_sees_what_lies_below(two_reports):
    assert seen(cast.grant(cast.make_user("provinsi"), Role.INTAKE_OFFICER, region="15")) == {"15.71", "15.05"}


def test_a_plenary_member_reads_with_the_officer(two_reports):
    assert seen(cast.grant(cast.make_user("pleno"), Role.PLENARY_MEMBER, region="15.71")) == {"15.71"}


def test_a_grant_that_ended_today_shows_nothing(two_reports):
    assert seen(cast.grant(cast.make_user("bekas"), Role.INTAKE_OFFICER, region="15.71", until=TODAY)) == set()


def test_a_stranger_is_told_the_same_as_for_what_is_not_there(two_reports):
    ref = Report.objects.get(region_code="15.71").ref
    messages = set()
    for user, asked in ((cast.maria(), ref), (cast.wayan(), "LPR-2024-0000000000")):
        with pytest.raises(NotFound) as refused:
            report_for(user, asked, on=TODAY)
        messages.add(str(refused.value))

    assert len(messages) == 1


def test_a_report_of_pressure_is_hidden_from_whoever_also_works_for_the_superiors_agency():
    agency("JAMBI-KOTA")
    boss = Person(agency_code="JAMBI-KOTA", is_superior=True)
    a_report(kind=Kind.SUPERIOR_PRESSURE, persons=(boss,))
    both = cast.grant(cast.make_user("rangkap"), Role.INTAKE_OFFICER, region="15.71")

    assert seen(both) == {"15.71"}
    cast.grant(both, Role.PERSONNEL_OFFICER, agency="JAMBI-KOTA")
    assert seen(type(both).objects.get(pk=both.pk)) == set()
    assert seen(cast.wayan()) == {"15.71"}


class WhenTheSuperiorWorksForBawaslu:
    """Whoever serves an office reads nothing about a superior of it, whatever else their region covers."""

    @pytest.fixture(autouse=True)
    def offices(self):
        for region, name in (("15.71", "Kota Jambi"), ("15.05", "Kabupaten Muaro Jambi"), ("15", "Provinsi Jambi")):
            supervisor_office(region, f"Bawaslu {name}")

    def pressed(self, written, *, region="15.71"):
        boss = Person(name="Pak Bos (contoh)", agency=written, is_superior=True)
        return a_report(kind=Kind.SUPERIOR_PRESSURE, persons=(boss,), region_code=region)

    def readers(self):
        """Who reads the only report: by name, in the order of the alphabet."""
        sinta = cast.grant(cast.make_user("sinta"), Role.INTAKE_OFFICER, region="15")
        cast.grant(sinta, Role.INTAKE_OFFICER, region="15.05")
        people = {
            "hasan": cast.hasan(),
            "ratna": cast.grant(cast.make_user("ratna"), Role.PLENARY_MEMBER, region="15"),
            "sinta": sinta,
            "wayan": cast.wayan(),
        }
        return [name for name, user in people.items() if visible_to(user, on=TODAY).exists()]

    def test_of_the_province_nobody_of_the_province_reads_it_though_it_lies_in_their_province(self):
        report = self.pressed("Bawaslu Provinsi Jambi")
        assert (report.handler_region_code, report.bypass_agency_code) == ("15.71", "BAWASLU-15")
        assert self.readers() == ["hasan", "wayan"]

    def test_of_the_place_nobody_of_the_place_reads_it_and_the_province_handles_it(self):
        self.pressed("Bawaslu Kota Jambi")
        assert self.readers() == ["hasan", "ratna", "sinta"]

    def test_of_another_place_of_the_province_who_works_for_both_reads_nothing(self):
        self.pressed("Bawaslu Kabupaten Muaro Jambi", region="15.05")
        assert self.readers() == ["hasan", "ratna"]

    @pytest.mark.parametrize("written", ["Bawaslu Provinsi Jambi", "Bawaslu Prov. Jambi"])
    def test_of_the_province_itself_it_waits_unread_for_the_national_office(self, written):
        report = self.pressed(written, region="15")
        assert (report.handler_region_code, report.province_code) == ("00", "00")
        assert self.readers() == ["hasan"]

    def test_written_in_other_words_it_is_not_read_in_the_province_either(self):
        report = self.pressed("Bawaslu Prov. Jambi")
        assert (report.handler_region_code, report.bypass_open) == ("15.71", True)
        assert self.readers() == ["hasan", "wayan"]

    def test_of_a_government_it_is_read_by_the_offices_of_the_place_and_above(self):
        agency("JAMBI-KOTA")
        self.pressed("Pemerintah Kota Jambi")
        assert self.readers() == ["hasan", "ratna", "sinta", "wayan"]

    def test_it_takes_one_question_however_many_offices_somebody_works_for(self, django_assert_num_queries):
        self.pressed("Bawaslu Kota Jambi")
        wayan = cast.wayan()
        visible_to(wayan, on=TODAY)
        with django_assert_num_queries(1):
            assert not visible_to(wayan, on=TODAY).exists()
