"""Rekomendasi: one per person, to an authority that may know, with the term that the letter itself sets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from netra.cases import operations as act
from netra.cases.access import visible_to
from netra.cases.models import Case, Deadline, Recommendation
from netra.cases.tests.builders import (
    ADVICE,
    BUDI,
    CITY,
    LIKE,
    PROVINCE,
    Cast,
    at,
    carry_to_recommendation,
    carry_to_referral,
    confirm_identity,
    day,
    make_case,
    open_terms,
)
from netra.letters.models import Letter
from netra.letters.queries import pdf
from netra.letters.tests.pdf_text import says
from netra.trust import trail
from netra.trust.access import NotAllowed
from netra.trust.acts import Role
from netra.trust.tests import builders as trust

pytestmark = pytest.mark.django_db
CITRA = act.NewParty(name="Citra (contoh)", position="PENGAWAS", agency_code=CITY)


def referred(cast: Cast, **over: Any) -> Case:
    case = make_case(cast, **over)
    carry_to_referral(cast, case)
    confirm_identity(cast, case, at("2024-10-22"))
    return case


def recommend(cast: Cast, case: Case, *, by=None, on="2024-10-28", **over) -> Recommendation:
    return act.case_recommend(case_ref=case.ref, advice=replace(ADVICE, **over), by=by or cast.ani, at=at(on))


class WhenTheOversightBodyRecommends:
    def it_owes_the_authority_what_the_letter_says_in_working_days(self):
        """14 working days from the letter of Monday 28 October 2024: 29 30 31 1 (4) | 4-8 (9) | 11-15 (14)."""
        cast = Cast()
        case = referred(cast)
        made = recommend(cast, case)
        owed = Deadline.objects.get(case=case, rule="follow_up")
        assert (owed.due_date, owed.holder, owed.agency_code) == (date(2024, 11, 15), "AUTHORITY", CITY)
        assert (owed.source_kind, owed.subject_ref) == ("LETTER", f"{case.ref}/T1")
        number = Letter.objects.get(ref=made.letter_ref).number
        assert owed.citation.startswith(f"Surat BKN Nomor {number} tanggal 28 Oktober 2024")

    def it_counts_calendar_days_where_the_letter_does(self):
        """KASN letters of 2020 gave 10 days. Monday 28 October + 10 = Thursday 7 November."""
        cast = Cast()
        case = referred(cast)
        recommend(cast, case, follow_up_days=10, follow_up_unit="CALENDAR_DAY")
        assert open_terms(case) == {"follow_up": date(2024, 11, 7)}
        letter = Letter.objects.get(kind="RECOMMENDATION")
        assert says(pdf(letter.ref), "10 hari kalender")

    def it_meets_the_term_of_verification(self):
        cast = Cast()
        case = referred(cast)
        recommend(cast, case)
        assert Deadline.objects.get(case=case, rule="satgas_verification").met_date == date(2024, 10, 28)
        case.refresh_from_db()
        assert (case.next_due_date, case.next_due_rule) == (date(2024, 11, 15), "follow_up")

    def it_names_body_agency_level_and_letter_in_the_trail(self):
        cast = Cast()
        case = referred(cast)
        made = recommend(cast, case)
        told = trail.history(case.chain)[-1]
        facts = {"case": case.ref, "level": "SEVERE", "letter": made.letter_ref, "agency": CITY, "case_agency": CITY}
        assert dict(told.payload) == facts
        assert told.citation.startswith("SE MenPANRB 4/2024")
        assert made.body_code == "BKN"

    @pytest.mark.parametrize("employment", ["VILLAGE_HEAD", "STATE_OFFICIAL"])
    def it_recommends_no_discipline_of_civil_servants_for_anybody_else(self, employment):
        """PP 94/2021 binds civil servants; what a village head did is answered by the law of villages."""
        cast = Cast()
        other = replace(BUDI, name="Tono (contoh)", employment=employment, position="UNKNOWN", grade="")
        case = referred(cast, parties=(BUDI, other))
        with pytest.raises(act.ActRefused, match="bukan ASN"):
            recommend(cast, case, party=2)
        assert not Letter.objects.filter(kind="RECOMMENDATION").exists()

    def it_answers_something_that_is_alleged(self):
        """A like on social media is no joining of a party, so it cannot end the status."""
        cast = Cast()
        case = referred(cast)
        with pytest.raises(act.ActRefused, match="ubah dahulu penilaiannya"):
            recommend(cast, case, category="STATUS_TERMINATION", level="TERMINATION")

    def it_is_for_one_person_each(self):
        cast = Cast()
        case = referred(cast, parties=(BUDI, CITRA))
        first, second = recommend(cast, case), recommend(cast, case, party=2, on="2024-10-30", level="MODERATE")
        assert (first.party.name, second.party.name) == ("Budi (contoh)", "Citra (contoh)")
        case.refresh_from_db()
        assert case.state == "RECOMMENDED"
        # Two debts of the same rule, each of its own person: 14 working days from the 28th and from the 30th.
        owed = dict(Deadline.objects.filter(rule="follow_up").values_list("subject_ref", "due_date"))
        assert owed == {f"{case.ref}/T1": date(2024, 11, 15), f"{case.ref}/T2": date(2024, 11, 19)}

    def it_says_in_the_letter_only_what_concerns_that_person(self):
        cast = Cast()
        case = referred(cast, parties=(BUDI, CITRA))
        made = recommend(cast, case, party=2)
        printed = pdf(made.letter_ref)
        assert says(printed, "Citra (contoh)")
        assert not says(printed, "Budi (contoh)")

    def it_recommends_once_per_person(self):
        cast = Cast()
        case = referred(cast)
        recommend(cast, case)
        with pytest.raises(act.ActRefused, match="T1 sudah mempunyai rekomendasi"):
            recommend(cast, case, on="2024-10-29")
        assert Letter.objects.filter(kind="RECOMMENDATION").count() == 1

    def it_may_still_recommend_when_the_agency_has_begun(self):
        cast = Cast()
        case = referred(cast, parties=(BUDI, CITRA))
        act.enter_proceeding(Case.objects.get(pk=case.pk), at=at("2024-11-01"))
        recommend(cast, case)
        case.refresh_from_db()
        assert case.state == "PROCEEDING"


class WhenTheAdviceCannotBe:
    @pytest.mark.parametrize(
        ("over", "words"),
        [
            ({"reason": " "}, "dasar hukum dan alasan"),
            ({"basis": ""}, "dasar hukum dan alasan"),
            ({"follow_up_days": 0}, "sekurangnya satu hari"),
            ({"follow_up_unit": "FORTNIGHT"}, "hari kerja atau hari kalender"),
            ({"level": "HUGE"}, "Tingkat tidak dikenal"),
            ({"level": ""}, "Tingkat tidak dikenal"),
            ({"category": "GOSSIP"}, "Kategori"),
            (
                {"category": "ETHICS", "level": "SEVERE"},
                "«hukuman disiplin berat» bukan tingkat untuk «pelanggaran kode",
            ),
            ({"category": "DISCIPLINE", "level": "TERMINATION"}, "Yang dapat dipilih: hukuman disiplin ringan"),
            ({"category": "ELECTION_CRIME", "level": "LIGHT"}, "tidak dijawab dengan rekomendasi sanksi"),
            (
                {"category": "NONE", "level": "TERMINATION"},
                "Yang dapat dipilih: pelanggaran kode etik, pelanggaran disiplin",
            ),
        ],
    )
    def it_is_refused_in_words_and_takes_no_number(self, over, words):
        cast = Cast()
        case = referred(cast)
        with pytest.raises(act.ActRefused, match=words):
            recommend(cast, case, **over)
        assert not Letter.objects.filter(kind="RECOMMENDATION").exists()
        case.refresh_from_db()
        assert case.state == "REFERRED"

    def it_needs_an_agency_that_is_known(self):
        cast = Cast()
        case = referred(cast, parties=(replace(BUDI, agency_code=""),), agency_code="")
        with pytest.raises(act.ActRefused, match="Instansi terlapor belum diketahui"):
            recommend(cast, case)
        assert recommend(cast, case, agency_code=CITY).agency_code == CITY
        case.refresh_from_db()
        assert case.agency_code == CITY

    @pytest.mark.parametrize("who", ["wayan", "dewi", "rahmat", "hasan"])
    def it_is_for_the_oversight_body_alone(self, who):
        cast = Cast()
        case = referred(cast)
        with pytest.raises(NotAllowed):
            recommend(cast, case, by=getattr(cast, who))


class WhenTheReportIsAboutASuperior:
    def it_is_never_addressed_to_his_own_agency(self):
        cast = Cast()
        case = referred(cast, bypass_agency_code=CITY)
        for agency_code in ("", CITY):
            with pytest.raises(act.ActRefused, match="dilewatkan dari instansi"):
                recommend(cast, case, agency_code=agency_code)
        assert not Recommendation.objects.exists()
        assert not Deadline.objects.filter(agency_code=CITY).exists()

    def it_goes_to_the_level_above_which_then_sees_the_case(self):
        cast = Cast()
        case = referred(cast, bypass_agency_code=CITY)
        tuti = trust.grant(trust.make_user("tuti"), Role.PERSONNEL_OFFICER, agency=PROVINCE)
        assert not visible_to(tuti, on=day("2024-10-28")).exists()
        made = recommend(cast, case, agency_code=PROVINCE)
        assert (Letter.objects.get(ref=made.letter_ref).data or {})["addressee"]["position"] == "Gubernur Jambi"
        assert visible_to(tuti, on=day("2024-10-28")).get() == case
        assert not visible_to(cast.dewi, on=day("2024-10-28")).exists()
        assert Deadline.objects.get(rule="follow_up").agency_code == PROVINCE


class WhenTheOversightBodyFindsNothing:
    def it_ends_sealed_with_a_reason(self):
        cast = Cast()
        case = referred(cast)
        act.case_decline(case_ref=case.ref, reason="Akun itu palsu.", by=cast.ani, at=at("2024-10-28"))
        case.refresh_from_db()
        assert (case.state, case.ended_date, case.erase_date) == ("NOT_PROVEN", date(2024, 10, 28), date(2026, 10, 28))
        assert (open_terms(case), case.next_due_date) == ({}, None)
        # It was visible after the referral; it is not any more.
        assert not visible_to(cast.dewi, on=day("2024-10-28")).exists()

    def it_needs_a_reason(self):
        cast = Cast()
        case = referred(cast)
        with pytest.raises(act.ActRefused, match="alasan tertulis"):
            act.case_decline(case_ref=case.ref, reason=" ", by=cast.ani, at=at("2024-10-28"))

    def it_cannot_take_a_recommendation_back(self):
        cast = Cast()
        case = make_case(cast)
        carry_to_recommendation(cast, case)
        with pytest.raises(act.WrongState):
            act.case_decline(case_ref=case.ref, reason="Keliru.", by=cast.ani, at=at("2024-10-29"))

    def it_leaves_nothing_to_recommend(self):
        cast = Cast()
        case = referred(cast)
        act.case_decline(case_ref=case.ref, reason="Akun itu palsu.", by=cast.ani, at=at("2024-10-28"))
        with pytest.raises(act.WrongState, match="Tidak terbukti"):
            recommend(cast, case)


def test_an_act_can_be_about_an_account_without_a_place():
    cast = Cast()
    case = referred(cast, acts=(replace(LIKE, place=""),))
    assert recommend(cast, case).category == "DISCIPLINE"


class WhenNobodyConfirmedWhoTheAccusedIs:
    """A case names Budi as a report wrote him; no officer has looked at a number and a second attribute."""

    def it_does_not_go_out_and_says_who_can_confirm_him_and_where(self):
        cast = Cast()
        case = make_case(cast)
        carry_to_referral(cast, case)
        with pytest.raises(act.ActRefused, match="Identitas terlapor T1 belum dipastikan") as refused:
            recommend(cast, case)
        assert "«Pastikan identitas»" in str(refused.value)
        assert not Recommendation.objects.exists()
        assert not Letter.objects.filter(kind="RECOMMENDATION").exists()

    def it_goes_out_once_the_oversight_body_itself_confirmed_him(self):
        cast = Cast()
        case = make_case(cast)
        carry_to_referral(cast, case)
        given: dict[str, Any] = {"case_ref": case.ref, "ordinal": 1, "nip": "198001012005011001", "attribute": "UNIT"}
        act.party_identify(**given, by=cast.ani, at=at("2024-10-25"))
        assert recommend(cast, case).party.ordinal == 1

    def it_waits_only_for_the_one_it_is_about(self):
        """Budi is confirmed and Citra is not: his recommendation need not wait for her."""
        cast = Cast()
        case = make_case(cast)
        carry_to_referral(cast, case)
        confirm_identity(cast, case, at("2024-10-22"))
        act.party_add(case_ref=case.ref, party=CITRA, by=cast.wayan, at=at("2024-10-22", 12))
        assert recommend(cast, case).party.ordinal == 1
