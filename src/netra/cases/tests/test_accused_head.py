"""The acting mayor is a civil servant and is accused: no letter tells him as the authority what to do about himself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from netra.cases import operations as act
from netra.cases.models import Case, Recommendation
from netra.cases.tests.builders import (
    ADVICE,
    BUDI,
    CITY,
    PROVINCE,
    Cast,
    at,
    carry_to_referral,
    confirm_identity,
    make_case,
)
from netra.letters.models import Letter
from netra.registry.models import AppointingAuthority

pytestmark = pytest.mark.django_db
MAYOR = replace(BUDI, name="Wali Kota Jambi, S.STP (contoh)", position_title="Penjabat Wali Kota Jambi")


@pytest.fixture
def cast() -> Cast:
    return Cast()


@pytest.fixture
def case(cast) -> Case:
    case = make_case(cast, parties=(MAYOR,))
    carry_to_referral(cast, case)
    confirm_identity(cast, case, at("2024-10-28", 8))
    return case


def recommend(cast: Cast, case: Case, to: str) -> Recommendation:
    return act.case_recommend(
        case_ref=case.ref, advice=replace(ADVICE, agency_code=to), by=cast.ani, at=at("2024-10-28")
    )


def copies() -> object:
    return (Letter.objects.get(kind="REFERRAL").data or {}).get("copies", [])


def test_the_recommendation_is_not_addressed_to_himself(cast, case):
    with pytest.raises(act.ActRefused) as refused:
        recommend(cast, case, CITY)
    said = str(refused.value)
    assert "tertuju kepada Wali Kota Jambi, yang menurut daftar pejabat ialah terlapor sendiri" in said
    assert "Isi instansi asalnya" in said
    assert not Recommendation.objects.exists()


def test_it_goes_to_the_agency_that_sent_him(cast, case):
    assert recommend(cast, case, PROVINCE).agency_code == PROVINCE
    sent = Letter.objects.get(kind="RECOMMENDATION").data or {}
    assert sent["addressee"]["position"] == "Gubernur Jambi"


def test_a_namesake_with_another_nip_is_told(cast, case):
    AppointingAuthority.objects.filter(agency__code=CITY).update(holder_nip="196501011990031001")
    assert recommend(cast, case, CITY).agency_code == CITY


def test_he_gets_no_copy_of_the_referral(case):
    assert copies() == []


def test_the_head_of_somebody_else_gets_one(cast):
    carry_to_referral(cast, make_case(cast))
    assert copies() == ["Wali Kota Jambi (tanpa lampiran)"]
