"""A case goes past an agency: no letter about it tells its head, not even by a copy to the superior of another head."""

from __future__ import annotations

from dataclasses import replace

import pytest

from netra.cases.models import Case, Deadline
from netra.cases.operations import ActRefused, case_recommend
from netra.cases.tests.builders import (
    ADVICE,
    BKN,
    CITY,
    PROVINCE,
    Cast,
    at,
    carry_to_referral,
    confirm_identity,
    make_case,
    make_report,
    register,
)
from netra.intake.operations import report_bypass_set
from netra.intake.states import Kind
from netra.intake.tests.builders import BUDI
from netra.letters.models import Letter
from netra.registry.models import Agency
from netra.sanctions import operations as act
from netra.sanctions.tests.builders import carry_to_decision

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    return Cast()


def recommended(cast: Cast, *agencies: str) -> Case:
    """A superior of these agencies is reported for pressure; the mayor of Jambi, below the governor, is to answer."""
    people = tuple(replace(BUDI, agency=agency, is_superior=True) for agency in agencies)
    case = register(cast, make_report(cast, kind=Kind.SUPERIOR_PRESSURE, persons=people))
    case.parties.update(agency_code=CITY)
    carry_to_referral(cast, case)
    confirm_identity(cast, case, at("2024-10-28", 8))
    case_recommend(case_ref=case.ref, advice=replace(ADVICE, agency_code=CITY), by=cast.ani, at=at("2024-10-28"))
    return case


def copies(kind: str) -> list[str]:
    data = Letter.objects.get(kind=kind).data
    assert data is not None
    return list(data.get("copies", []))


def remind(cast: Cast) -> None:
    owed = Deadline.objects.get(rule="follow_up")
    act.reminder_issue(deadline_id=owed.pk, by=cast.ani, at=at("2024-11-18"))


def test_the_governor_whose_province_is_named_gets_no_copy(cast):
    recommended(cast, "Pemerintah Provinsi Jambi")
    remind(cast)
    assert copies("RECOMMENDATION") == ["Ketua Bawaslu Kota Jambi"]
    assert copies("REMINDER") == []


def test_where_another_agency_is_named_he_gets_them(cast):
    Agency.objects.create(code="BATANGHARI", name="Pemerintah Kabupaten Batang Hari", kind="REGENCY")
    recommended(cast, "Pemerintah Kabupaten Batang Hari")
    remind(cast)
    assert copies("RECOMMENDATION") == ["Ketua Bawaslu Kota Jambi", "Gubernur Jambi"]
    assert copies("REMINDER") == ["Gubernur Jambi"]


def test_bkn_about_whose_superior_the_case_is_hears_of_no_decree(cast):
    case = make_case(cast, bypass_agency_code=BKN)
    carry_to_referral(cast, case)
    confirm_identity(cast, case, at("2024-10-28", 8))
    proceeding = act.proceeding_open(case_ref=case.ref, party=1, route="DISCIPLINE", by=cast.dewi, at=at("2024-10-30"))
    carry_to_decision(cast, proceeding)
    for kind in ("TEAM_DECREE", "DECISION_SEVERE"):
        assert copies(kind) == ["Ketua Bawaslu Kota Jambi"]


def test_an_agency_whose_superior_is_named_after_the_recommendation_is_not_reminded(cast):
    case = recommended(cast, "Pemerintah Provinsi Jambi")
    named = {"agency_codes": [PROVINCE, CITY], "by": cast.wayan, "at": at("2024-10-29")}
    report_bypass_set(report_ref=case.report_ref, **named)
    with pytest.raises(ActRefused, match="dilewatkan dari instansi itu"):
        remind(cast)
    assert not Letter.objects.filter(kind="REMINDER").exists()
