"""The head of BKN is accused, and no report speaks of pressure: nothing is referred to him, nor signed by him."""

from __future__ import annotations

import pytest

from netra.cases import operations as act
from netra.cases.models import Case, Recommendation, Referral
from netra.cases.operations import ActRefused
from netra.cases.tests.builders import (
    ADVICE,
    BKN,
    Cast,
    at,
    carry_to_plenary,
    carry_to_referral,
    confirm_identity,
    day,
    make_case,
)
from netra.letters.models import Letter
from netra.registry.models import AppointingAuthority

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return Cast()


def head_is(name: str, nip: str = "") -> None:
    AppointingAuthority.objects.filter(agency__code=BKN).update(holder_name=name, holder_nip=nip)


def refer(cast: Cast, case: Case, to: str = "") -> Case:
    return act.case_refer(case_ref=case.ref, addressee=to, by=cast.wayan, at=at("2024-10-21"))


def to_refer(cast: Cast) -> Case:
    case = make_case(cast)
    carry_to_plenary(cast, case)
    return act.plenary_decide(
        case_ref=case.ref,
        outcome="TO_REFER",
        held_date=day("2024-10-19"),
        members=3,
        reason="Unsur terpenuhi.",
        by=cast.putu,
        at=at("2024-10-19"),
    )


@pytest.mark.parametrize("to", ["", "Kepala BKN", "Deputi Pengawasan Badan Kepegawaian Negara"])
def test_it_is_not_referred_to_him_nor_to_those_beneath_him(cast, to):
    case = to_refer(cast)
    head_is("Dr. Budi (contoh)")
    with pytest.raises(ActRefused) as refused:
        refer(cast, case, to)
    said = str(refused.value)
    assert said.startswith("Kepala Badan Kepegawaian Negara ialah terlapor sendiri")
    assert "yang ditetapkan pleno" in said and "Bila hanya senama" in said
    assert not Referral.objects.exists()


def test_it_goes_to_whom_the_plenary_named(cast):
    case = to_refer(cast)
    head_is("Dr. Budi (contoh)")
    refer(cast, case, "Menteri PANRB")
    assert Referral.objects.get().body_code == ""
    assert (Letter.objects.get(kind="REFERRAL").data or {})["addressee"]["position"] == "Menteri PANRB"


def test_he_signs_no_recommendation_about_himself(cast):
    case = make_case(cast)
    carry_to_referral(cast, case)
    confirm_identity(cast, case, at("2024-10-28", 8))
    head_is("Budi (contoh)")
    with pytest.raises(ActRefused, match="akan ditandatanganinya"):
        act.case_recommend(case_ref=case.ref, advice=ADVICE, by=cast.ani, at=at("2024-10-28"))
    assert not Recommendation.objects.exists()


def test_of_anybody_else_it_goes_to_him(cast):
    case = to_refer(cast)
    head_is("Rudi (contoh)")
    refer(cast, case)
    assert Referral.objects.get().body_code == BKN
