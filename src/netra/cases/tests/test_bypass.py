"""A report of pressure by superiors goes past the agency of every one of them, named early or late."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from netra.cases import operations as act
from netra.cases.access import own_agency, visible_to
from netra.cases.bypass import BypassOpen
from netra.cases.models import Case
from netra.cases.queries import CaseFilter, case_file, case_page, possible_acts
from netra.cases.tests.builders import (
    ADVICE,
    BAWASLU,
    CITY,
    PROVINCE,
    Cast,
    at,
    carry_to_referral,
    confirm_identity,
    day,
    make_report,
    register,
)
from netra.intake.models import Report
from netra.intake.operations import report_bypass_set
from netra.intake.states import Kind
from netra.intake.tests.builders import BUDI
from netra.registry.models import Agency
from netra.trust.acts import Role
from netra.trust.errors import NotFound
from netra.trust.tests import builders as trust
from netra.trust.tests.locks import unlocked
from netra.trust.tests.plans import plan_of
from netra.trust.tests.told_once import told_once

pytestmark = pytest.mark.django_db
ON = day("2024-11-01")


def reported(cast: Cast, *agencies: str) -> Report:
    """Sari reports superiors, each with the agency as she wrote it."""
    persons = tuple(replace(BUDI, agency=agency, is_superior=True) for agency in agencies)
    return make_report(cast, kind=Kind.SUPERIOR_PRESSURE, persons=persons)


def in_the_province(cast: Cast):
    return trust.grant(trust.make_user("tuti"), Role.PERSONNEL_OFFICER, agency=PROVINCE)


@told_once
def recommended(cast: Cast, case: Case, *, to: str) -> None:
    confirm_identity(cast, case, at("2024-10-28", 8))
    act.case_recommend(case_ref=case.ref, advice=replace(ADVICE, agency_code=to), by=cast.ani, at=at("2024-10-28"))


def test_the_agencies_of_two_superiors_both_see_nothing():
    cast = Cast()
    tuti = in_the_province(cast)
    case = register(cast, reported(cast, "Pemerintah Provinsi Jambi", "Pemerintah Kota Jambi"))
    carry_to_referral(cast, case)
    recommended(cast, case, to="BKN")
    for code in (CITY, PROVINCE):
        Case.objects.filter(pk=case.pk).update(agency_code=code)
        assert not visible_to(cast.dewi, on=ON).exists()
        assert not visible_to(tuti, on=ON).exists()


@pytest.mark.parametrize("further", [CITY, PROVINCE])
def test_a_recommendation_goes_to_none_of_them(further):
    cast = Cast()
    case = register(cast, reported(cast, "Pemerintah Provinsi Jambi", "Pemerintah Kota Jambi"))
    carry_to_referral(cast, case)
    with pytest.raises(act.ActRefused, match="dilewatkan dari instansi atasan"):
        recommended(cast, case, to=further)


@pytest.mark.parametrize("written", ["Pemkot Jambi", "Dinas Pendidikan Kota Jambi", "Kota Jambi", "Pemerintah  Kota"])
def test_one_that_nobody_recognised_is_not_registered_before_an_officer_names_it(written):
    cast = Cast()
    # Until the agency is known the report waits with the office of the province.
    trust.grant(cast.wayan, Role.INTAKE_OFFICER, region="15")
    report = reported(cast, "Pemerintah Provinsi Jambi", written)
    with pytest.raises(BypassOpen, match="Buka laporannya dan tetapkan instansi atasan"):
        register(cast, report)
    assert not Case.objects.exists()
    report_bypass_set(report_ref=report.ref, agency_codes=[PROVINCE, CITY], by=cast.wayan, at=at("2024-10-18", 10))
    assert register(cast, report).bypass_agency_code == PROVINCE


class WhenItIsNamedLate:
    """Cases registered before this rule stood have no agency yet."""

    @staticmethod
    def open_case(cast: Cast) -> Case:
        report = reported(cast, "Pemerintah Kota Jambi")
        case = register(cast, report)
        with unlocked():
            Case.objects.filter(pk=case.pk).update(bypass_agency_code="")
            Report.objects.filter(pk=report.pk).update(bypass_agency_code="", bypass_open=True)
        return Case.objects.get(pk=case.pk)

    def it_is_not_referred(self):
        cast = Cast()
        case = self.open_case(cast)
        with pytest.raises(BypassOpen):
            carry_to_referral(cast, case)

    def it_is_neither_recommended_nor_seen_by_any_agency(self):
        cast = Cast()
        case = self.open_case(cast)
        with unlocked():
            Case.objects.filter(pk=case.pk).update(state="REFERRED", referred=True)
        with pytest.raises(BypassOpen):
            recommended(cast, case, to=CITY)
        assert not visible_to(cast.dewi, on=ON).exists()

    def it_holds_for_the_case_at_once(self):
        cast = Cast()
        case = self.open_case(cast)
        with unlocked():
            Case.objects.filter(pk=case.pk).update(state="REFERRED", referred=True)
        report_bypass_set(report_ref=case.report_ref, agency_codes=[PROVINCE], by=cast.wayan, at=at("2024-10-28"))
        assert visible_to(cast.dewi, on=ON).exists()
        report_bypass_set(report_ref=case.report_ref, agency_codes=[PROVINCE, CITY], by=cast.wayan, at=at("2024-10-28"))
        assert not visible_to(cast.dewi, on=ON).exists()
        with pytest.raises(act.ActRefused, match="dilewatkan dari instansi atasan"):
            recommended(cast, case, to=CITY)


class WhenTheSuperiorWorksWhereTheMatterIsHandled:
    """The office that studies and the body that recommends have superiors too."""

    def of_the_province(self, role=Role.PLENARY_MEMBER):
        return trust.grant(trust.make_user("ratna"), role, region="15")

    def test_bkn_sees_nothing_of_a_case_about_its_own_superior(self):
        cast = Cast()
        case = register(cast, reported(cast, "Badan Kepegawaian Negara"))
        carry_to_referral(cast, case)
        assert Case.objects.get().bypass_agency_code == "BKN"
        assert not visible_to(cast.ani, on=ON).exists()
        assert not case_page(cast.ani, on=ON, narrow=CaseFilter(text=case.ref)).cases
        with pytest.raises(NotFound):
            case_file(cast.ani, case.ref, on=ON)
        assert visible_to(cast.wayan, on=ON).exists()
        assert visible_to(cast.hasan, on=ON).exists()

    def test_the_body_of_the_day_is_meant(self):
        """KASN oversaw until 3 September 2024: then its analysts see what is about BKN, and not what is about KASN."""
        cast = Cast()
        case = register(cast, reported(cast, "Badan Kepegawaian Negara"))
        Case.objects.filter(pk=case.pk).update(referred=True, state="REFERRED")
        assert visible_to(cast.ani, on=day("2024-09-03")).exists()
        assert not visible_to(cast.ani, on=day("2024-09-04")).exists()

    def test_the_office_of_the_place_sees_nothing_of_the_case_that_the_province_handles(self):
        cast = Cast()
        trust.grant(cast.wayan, Role.INTAKE_OFFICER, region="15")
        report = reported(cast, "Pemerintah Kota Jambi")
        case = register(cast, report)
        ratna = self.of_the_province()
        Report.objects.filter(pk=report.pk).update(bypass_agency_code=BAWASLU)
        with unlocked():
            Case.objects.filter(pk=case.pk).update(bypass_agency_code=BAWASLU)
        assert not visible_to(cast.putu, on=ON).exists()
        assert visible_to(ratna, on=ON).exists()

    def test_named_after_the_registration_it_holds_at_once(self):
        cast = Cast()
        Agency.objects.create(
            code="BAWASLU-15", name="Bawaslu Provinsi Jambi", kind="ELECTION_SUPERVISOR", region_code="15"
        )
        report = reported(cast, "Pemerintah Kota Jambi")
        register(cast, report)
        ratna = self.of_the_province()
        assert visible_to(ratna, on=ON).exists()
        both = [CITY, "BAWASLU-15"]
        report_bypass_set(report_ref=report.ref, agency_codes=both, by=cast.wayan, at=at("2024-10-28"))
        assert not visible_to(ratna, on=ON).exists()
        assert visible_to(cast.putu, on=ON).exists()


def test_a_list_finds_the_cases_kept_from_an_office_without_reading_all_cases():
    """Reading a hundred thousand cases to leave out none took longer than the rest of the list."""
    cast = Cast()
    with CaptureQueriesContext(connection) as asked:
        case_page(cast.wayan, on=ON, narrow=CaseFilter())
    (question,) = [each["sql"] for each in asked if "UNION ALL" in each["sql"]]
    plan = plan_of(question)
    assert "SCAN W0" not in plan
    assert "case_one_per_report" in plan


class WhenTwoAreAccusedAndTheirSuperiorsAgencyIsPassed:
    """Budi and Citra of the city, past the city; Budi's recommendation goes to the province, Citra's to Batang Hari."""

    @pytest.fixture
    def cast(self):
        return Cast()

    @pytest.fixture
    @told_once
    def case(self, cast):
        Agency.objects.create(code="BATANGHARI", name="Pemerintah Kabupaten Batang Hari", kind="REGENCY")
        case = register(cast, reported(cast, "Pemerintah Kota Jambi"))
        citra = act.NewParty(name="Citra (contoh)", agency_code=CITY)
        act.party_add(case_ref=case.ref, party=citra, by=cast.wayan, at=at("2024-10-18", 11))
        carry_to_referral(cast, case)
        confirm_identity(cast, case, at("2024-10-28", 8))
        for party, agency in ((1, PROVINCE), (2, "BATANGHARI")):
            advice = replace(ADVICE, party=party, agency_code=agency)
            act.case_recommend(case_ref=case.ref, advice=advice, by=cast.ani, at=at("2024-10-28", 8 + party))
        return Case.objects.get(pk=case.pk)

    @pytest.fixture
    def yusuf(self, cast):
        return trust.grant(trust.make_user("yusuf"), Role.PERSONNEL_OFFICER, agency="BATANGHARI")

    def it_is_seen_by_each_agency_that_was_recommended_to_and_not_by_the_city(self, cast, case, yusuf):
        tuti = in_the_province(cast)
        for user, name in ((tuti, "Budi (contoh)"), (yusuf, "Citra (contoh)")):
            assert [each.ref for each in case_page(user, on=ON, narrow=CaseFilter()).cases] == [case.ref]
            assert [each.name for each in case_file(user, case.ref, on=ON).case.parties.all()] == [name]
        assert not visible_to(cast.dewi, on=ON).exists()

    def it_offers_the_second_agency_to_act_for_its_own_accused(self, case, yusuf):
        assert own_agency(yusuf, case, on=ON) == "BATANGHARI"
        assert "sanctions.proceeding_open" in possible_acts(yusuf, case, on=ON)

    def it_is_no_more_theirs_once_the_accused_was_cleared(self, case, yusuf):
        with unlocked():
            case.parties.filter(ordinal=2).update(erase_date=day("2026-11-01"))
        assert not visible_to(yusuf, on=ON).exists()

    def it_is_found_by_index(self, case, yusuf):
        with CaptureQueriesContext(connection) as asked:
            list(visible_to(yusuf, on=ON))
        assert "recommendation_agency" in plan_of(asked[-1]["sql"])
