"""Whose head gets the referral on paper: none to whom it would name another agency's people."""

from __future__ import annotations

from dataclasses import replace

import pytest

from netra.cases import operations as act
from netra.cases.models import Case, Referral
from netra.cases.papers import letters_for
from netra.cases.tests.builders import (
    ADVICE,
    BKN,
    BUDI,
    PROVINCE,
    Cast,
    at,
    carry_to_plenary,
    carry_to_referral,
    confirm_identity,
    day,
    make_case,
)
from netra.letters.models import Letter
from netra.letters.queries import pdf
from netra.letters.tests.pdf_text import says
from netra.trust import trail
from netra.trust.tests.told_once import told_once

pytestmark = pytest.mark.django_db

CITRA = replace(BUDI, name="Citra (contoh)", agency_code=PROVINCE)
PANEL = "Ketua Panel Pleno (contoh)"
COLLEAGUE = replace(BUDI, name="Dani (contoh)")


@pytest.fixture
def cast() -> Cast:
    return Cast()


@told_once
def referred(cast: Cast, *people: act.NewParty, cleared: int = 0) -> Case:
    """A case about these people, one of them cleared before it was referred, or none."""
    case = make_case(cast, parties=people)
    carry_to_plenary(cast, case)
    if cleared:
        moment, why = at("2024-10-18", 14), "Akun itu bukan miliknya."
        act.allegation_change(
            case_ref=case.ref, party=cleared, act=1, reading=None, reason=why, by=cast.wayan, at=moment
        )
    decide(cast, case)
    return act.case_refer(case_ref=case.ref, by=cast.wayan, at=at("2024-10-21"))


def decide(cast: Cast, case: Case) -> Case:
    """The plenary of Saturday 19 October 2024 has it referred."""
    return act.plenary_decide(
        case_ref=case.ref,
        outcome="TO_REFER",
        held_date=day("2024-10-19"),
        members=3,
        reason="Unsur terpenuhi.",
        by=cast.putu,
        at=at("2024-10-19"),
    )


def recommended(cast: Cast, case: Case) -> Letter:
    """What BKN recommends to the mayor for Budi."""
    confirm_identity(cast, case, at("2024-10-28", 8))
    act.case_recommend(case_ref=case.ref, advice=ADVICE, by=cast.ani, at=at("2024-10-28"))
    return letter("RECOMMENDATION")


def letter(kind: str) -> Letter:
    return Letter.objects.get(kind=kind)


def copies() -> list[str]:
    return list((letter("REFERRAL").data or {}).get("copies", []))


def opened_by_the_city(cast: Cast, case: Case) -> set[str]:
    return {each.kind for each in letters_for(cast.dewi, Case.objects.get(pk=case.pk), on=day("2024-10-29"))}


class WhenItNamesPeopleOfTwoAgencies:
    """Budi of the city and Citra of the province: neither agency reads of the other's."""

    def it_goes_in_copy_to_neither(self, cast):
        referred(cast, BUDI, CITRA)
        assert copies() == []
        assert not says(pdf(letter("REFERRAL").ref), "Tembusan")

    def it_is_not_attached_to_the_recommendation(self, cast):
        case = referred(cast, BUDI, CITRA)
        sent = recommended(cast, case)
        assert (sent.data or {}).get("attachments", []) == []
        assert not says(pdf(sent.ref), "Salinan surat penerusan")
        assert says(pdf(sent.ref), f"surat penerusan Nomor {letter('REFERRAL').number}")
        assert "REFERRAL" not in opened_by_the_city(cast, case)


class WhenAllItNamesAreOfOneAgency:
    def it_goes_in_copy_to_its_head_and_is_attached(self, cast):
        case = referred(cast, BUDI, COLLEAGUE)
        assert copies() == ["Wali Kota Jambi (tanpa lampiran)"]
        number = letter("REFERRAL").number
        assert (recommended(cast, case).data or {})["attachments"] == [f"Salinan surat penerusan Nomor {number}"]
        assert "REFERRAL" in opened_by_the_city(cast, case)

    def it_does_so_where_another_agencys_was_cleared_before(self, cast):
        case = referred(cast, BUDI, CITRA, cleared=2)
        assert copies() == ["Wali Kota Jambi (tanpa lampiran)"]
        assert (recommended(cast, case).data or {})["attachments"]
        assert "REFERRAL" in opened_by_the_city(cast, case)

    def it_goes_to_the_head_of_the_one_who_is_left(self, cast):
        referred(cast, BUDI, CITRA, cleared=1)
        assert copies() == ["Gubernur Jambi (tanpa lampiran)"]

    def it_stays_away_from_an_agency_that_the_case_goes_past(self, cast):
        case = make_case(cast, parties=(BUDI, COLLEAGUE), bypass_agency_code="JAMBI-KOTA")
        carry_to_referral(cast, case)
        assert copies() == []


def test_where_one_of_them_is_handled_one_level_up_the_referral_that_names_both_is_not_attached(cast):
    """Dani's recommendation went to the province: from then on the city reads of Budi alone."""
    case = referred(cast, BUDI, COLLEAGUE)
    confirm_identity(cast, case, at("2024-10-28", 8))
    for party, agency in ((2, PROVINCE), (1, "")):
        advice = replace(ADVICE, party=party, agency_code=agency)
        act.case_recommend(case_ref=case.ref, advice=advice, by=cast.ani, at=at("2024-10-28", 12 - party))
    sent = Letter.objects.filter(kind="RECOMMENDATION")
    assert [(each.data or {}).get("attachments", []) for each in sent] == [[], []]


class WhenItGoesPastTheBodyThatOversees:
    """A superior at BKN is reported. No article on a substitute was found: the plenary names who gets the letter."""

    @staticmethod
    def decided(cast: Cast) -> Case:
        case = make_case(cast, bypass_agency_code=BKN)
        carry_to_plenary(cast, case)
        return decide(cast, case)

    def it_goes_to_whom_the_plenary_named(self, cast):
        case = self.decided(cast)
        act.case_refer(case_ref=case.ref, addressee=PANEL, by=cast.wayan, at=at("2024-10-21"))
        sent = letter("REFERRAL")
        assert (sent.data or {})["addressee"] == {"position": PANEL}
        assert says(pdf(sent.ref), f"Yth. {PANEL}")
        assert Referral.objects.get().body_code == ""
        assert trail.verify_database().ok

    def it_waits_until_somebody_is_named(self, cast):
        case = self.decided(cast)
        with pytest.raises(act.ActRefused, match="Isi pejabat yang ditetapkan pleno"):
            act.case_refer(case_ref=case.ref, by=cast.wayan, at=at("2024-10-21"))

    @pytest.mark.parametrize(
        "named",
        [
            "Kepala BKN",
            "Wakil Kepala BKN",
            "kepala badan kepegawaian negara ",
            "Kepala Kantor Regional VII BKN Palembang",
            "Deputi Pengawasan B.K.N.",
            "Kepala Badan  Kepegawaian Negara",
        ],
    )
    def it_goes_neither_there_nor_to_a_part_of_it_under_any_of_its_names(self, cast, named):
        case = self.decided(cast)
        with pytest.raises(act.ActRefused, match="dilewati perkara ini"):
            act.case_refer(case_ref=case.ref, addressee=named, by=cast.wayan, at=at("2024-10-21"))

    def it_goes_to_the_body_in_every_other_case(self, cast):
        case = make_case(cast)
        carry_to_plenary(cast, case)
        decide(cast, case)
        with pytest.raises(act.ActRefused, match="diteruskan kepada Badan Kepegawaian Negara"):
            act.case_refer(case_ref=case.ref, addressee=PANEL, by=cast.wayan, at=at("2024-10-21"))
