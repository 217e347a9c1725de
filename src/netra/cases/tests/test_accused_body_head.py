"""The head of BKN is accused, and no report speaks of pressure: nothing is referred to him, nor signed by him."""

from __future__ import annotations

from dataclasses import replace

import pytest

from netra.cases import operations as act
from netra.cases.access import case_for, visible_to
from netra.cases.bypass import body_kept_out, bypassed
from netra.cases.models import Case, Recommendation, Referral
from netra.cases.operations import ActRefused
from netra.cases.tests.builders import (
    ADVICE,
    BKN,
    BUDI,
    CITY,
    LIKE,
    OPENING,
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
from netra.trust.acts import Role
from netra.trust.errors import NotFound
from netra.trust.tests import builders as trust

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


def sees(cast: Cast, case: Case) -> bool:
    """Whether the analyst of BKN reads of it."""
    return visible_to(cast.ani, on=day("2024-10-29")).filter(pk=case.pk).exists()


def titled(title: str) -> act.NewParty:
    return replace(BUDI, name="Haryanto (contoh)", position_title=title)


class WhenTheHeadIsAccusedHisAnalystsReadNothingOfIt:
    def test_it_goes_to_whom_the_plenary_named_and_nobody_of_the_body_reads_it(self, cast):
        head_is("Dr. Budi (contoh)")
        case = to_refer(cast)
        refer(cast, case, "Menteri PANRB")
        case.refresh_from_db()
        assert (case.referred, sees(cast, case), body_kept_out(case, on=day("2024-10-29"))) == (True, False, BKN)
        assert BKN in bypassed(case)
        with pytest.raises(NotFound):
            case_for(cast.ani, case.ref, on=day("2024-10-29"))
        assert visible_to(cast.wayan, on=day("2024-10-29")).filter(pk=case.pk).exists()

    @pytest.mark.parametrize(
        "title", ["Kepala BKN", "Kepala Badan Kepegawaian Negara", "Plt. Kepala BKN", "Pelaksana Tugas Kepala B.K.N."]
    )
    def test_his_post_alone_tells_who_he_is(self, cast, title):
        case = make_case(cast, parties=(titled(title),))
        assert Case.objects.get(pk=case.pk).headed_body_code == BKN

    @pytest.mark.parametrize(
        "title",
        ["", "Kepala Biro Kepegawaian BKN", "Kepala Kantor Regional VII BKN", "Mantan Kepala BKN", "Wakil Kepala BKN"],
    )
    def test_another_post_does_not(self, cast, title):
        case = make_case(cast, parties=(titled(title),))
        assert Case.objects.get(pk=case.pk).headed_body_code == ""

    def test_he_becomes_known_after_the_referral(self, cast):
        case = make_case(cast)
        carry_to_referral(cast, case)
        assert sees(cast, case)
        head_is("Budi (contoh)", "197903032005011003")
        confirm_identity(cast, case, at("2024-10-28", 8))
        assert sees(cast, case), "the register names him with another NIP"
        head_is("Budi (contoh)", case.parties.get().nip)
        other = act.NewParty(name="Citra (contoh)")
        act.party_add(case_ref=case.ref, party=other, by=cast.wayan, at=at("2024-10-28", 9))
        assert not sees(cast, case)

    def test_a_post_that_was_a_slip_gives_the_case_back(self, cast):
        case = make_case(cast, parties=(titled("Kepala BKN"),))
        right = titled("Kepala Bidang Mutasi")
        act.party_correct(
            case_ref=case.ref, ordinal=1, party=right, source="STAFF_RECORDS", by=cast.wayan, at=at("2024-10-17", 12)
        )
        case.refresh_from_db()
        assert case.headed_body_code == ""

    def test_nobody_beneath_him_says_that_nothing_is_recommended(self, cast):
        case = make_case(cast)
        carry_to_referral(cast, case)
        head_is("Budi (contoh)")
        with pytest.raises(ActRefused, match="ialah terlapor sendiri"):
            act.case_decline(case_ref=case.ref, reason="Tidak terbukti.", by=cast.ani, at=at("2024-10-28"))

    def test_the_personnel_office_of_the_body_reads_nothing_either(self, cast):
        beneath = trust.grant(trust.make_user("sinta"), Role.PERSONNEL_OFFICER, agency=BKN)
        his_own = trust.grant(trust.make_user("rina"), Role.PERSONNEL_OFFICER, agency=CITY)
        head = replace(titled("Kepala BKN"), agency_code=BKN)
        case = make_case(cast, parties=(head, replace(BUDI, name="Ujang (contoh)")))
        Case.objects.filter(pk=case.pk).update(referred=True)
        on = day("2024-10-29")
        assert [visible_to(each, on=on).filter(pk=case.pk).exists() for each in (beneath, his_own)] == [False, True]

    def test_he_heads_the_body_that_takes_over_from_kasn_while_the_case_waits(self, cast):
        """Studied in August 2024 while KASN oversaw; from 4 September BKN does, and its analysts would read of him."""
        act_of_august = replace(LIKE, act_date=day("2024-08-15"))
        head = titled("Kepala BKN")
        opening = replace(OPENING, parties=(head,), acts=(act_of_august,), received_date=day("2024-08-16"))
        case = make_case(cast, opening=opening, on="2024-08-16")
        Case.objects.filter(pk=case.pk).update(referred=True)
        seen = [visible_to(cast.ani, on=day(on)).filter(pk=case.pk).exists() for on in ("2024-09-03", "2024-09-04")]
        assert seen == [True, False]
        assert body_kept_out(case, on=day("2024-09-03")) == ""
