"""What papers say about a PPPK: the rules that bind him, and what they name; never those of PNS (PP 49/2018 Ps 52)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netra.cases.cited_rules import rules_of
from netra.cases.operations import ActRefused
from netra.cases.tests.builders import BUDI, Cast, at
from netra.letters.queries import letters_of, pdf
from netra.letters.tests.pdf_text import says
from netra.sanctions import operations as act
from netra.sanctions.models import Decision, Proceeding
from netra.sanctions.queries.decision import remedy_result
from netra.sanctions.tests.builders import RULING, Story, deed, deliver, examine, open_story, recommend_story

pytestmark = pytest.mark.django_db
AGENCY_RULE = "Peraturan Wali Kota Jambi Nomor 7 Tahun 2021 Pasal 12 (contoh)"
PENALTY = "Penundaan perpanjangan perjanjian kerja (contoh)"
LIKED = Story(
    date(2024, 10, 17),
    deed("social_media_reaction", date(2024, 10, 15)),
    people=(replace(BUDI, employment="PPPK", grade=""),),
)
BY_AGENCY = replace(
    RULING,
    sanction_code="agency_moderate_rule",
    deviation_reason="Baru sekali.",
    agency_rule=AGENCY_RULE,
    agency_sanction=PENALTY,
)


@pytest.fixture
def cast() -> Cast:
    return Cast()


@pytest.fixture
def proceeding(cast: Cast) -> Proceeding:
    """Proven by the report of 7 November 2024."""
    found = open_story(cast, LIKED)
    examine(cast, found, letter="2024-11-01", held="2024-11-06", reported="2024-11-07")
    return found


def decide(cast: Cast, proceeding: Proceeding, ruling: act.Ruling = BY_AGENCY) -> Decision:
    return act.decision_make(ref=proceeding.ref, ruling=ruling, by=cast.rahmat, at=at("2024-11-11"))


class WhenAPppkIsPunishedByTheRulesOfHisAgency:
    def it_names_the_regulation_and_the_penalty_of_that_regulation(self, cast, proceeding):
        made = decide(cast, proceeding)
        assert (made.sanction_code, made.sanction_label) == ("agency_moderate_rule", PENALTY)
        assert made.basis == f"PP 49/2018 Pasal 52 ayat (1)-(2); {AGENCY_RULE}"
        printed = pdf(made.letter_ref)
        assert says(printed, f"Menjatuhkan hukuman disiplin berupa {PENALTY} kepada:")
        basis = "Pasal 52 ayat (1)-(2) Peraturan Pemerintah Nomor 49 Tahun 2018"
        assert says(printed, f"berdasarkan {basis}; {AGENCY_RULE}.")
        act_on_service = "1. Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara;"
        recalled = "2. Peraturan Pemerintah Nomor 49 Tahun 2018 tentang Manajemen Pegawai Pemerintah dengan Perjanjian"
        assert says(printed, f"Mengingat : {act_on_service} {recalled} Kerja; 3. {AGENCY_RULE};")
        assert not says(printed, "peraturan disiplin PPPK instansi berdasarkan")

    @pytest.mark.parametrize(
        ("ruling", "asked"),
        [
            (replace(BY_AGENCY, agency_rule=" "), "peraturan instansi.*nomor dan pasalnya"),
            (replace(BY_AGENCY, agency_sanction=" "), "sanksi.*menurut peraturan"),
        ],
        ids=["no rule", "no sanction"],
    )
    def it_is_refused_while_one_of_both_is_unnamed(self, cast, proceeding, ruling, asked):
        with pytest.raises(ActRefused, match=asked):
            decide(cast, proceeding, ruling)
        assert not Decision.objects.exists()

    def it_keeps_the_name_of_the_penalty_when_an_objection_leaves_it(self, cast, proceeding):
        made = decide(cast, proceeding)
        deliver(cast, proceeding, "2024-11-13")
        act.objection_file(
            ref=proceeding.ref, filed_date=date(2024, 11, 20), grounds="Keliru.", by=cast.dewi, at=at("2024-11-20")
        )
        answer = act.Answer("UPHELD", date(2024, 12, 2), "Dikuatkan.")
        act.objection_decide(ref=proceeding.ref, answer=answer, by=cast.rahmat, at=at("2024-12-02"))
        made.refresh_from_db()
        result = remedy_result(made)
        assert result is not None and result.penalty == PENALTY

    def it_recalls_the_same_regulation_by_its_number_in_the_answer_to_his_objection(self, cast, proceeding):
        decide(cast, proceeding)
        deliver(cast, proceeding, "2024-11-13")
        filing = {"filed_date": date(2024, 11, 20), "grounds": "Keliru.", "by": cast.dewi}
        act.objection_file(ref=proceeding.ref, **filing, at=at("2024-11-20"))
        answer = act.Answer("UPHELD", date(2024, 12, 2), "Dikuatkan.")
        act.objection_decide(ref=proceeding.ref, answer=answer, by=cast.rahmat, at=at("2024-12-02"))
        paper = letters_of(proceeding.case.chain)[-1]
        assert paper.kind == "OBJECTION_DECISION"
        recalled = "tentang Manajemen Pegawai Pemerintah dengan Perjanjian Kerja; 3. Pasal 5 dan Pasal 6"
        assert says(pdf(paper.ref), recalled) and says(pdf(paper.ref), f"Aparatur Sipil Negara; 4. {AGENCY_RULE};")
        assert not says(pdf(paper.ref), "dan peraturan instansi")

    def it_names_the_regulation_by_which_a_breach_is_severe_enough_to_end_the_contract(self, cast, proceeding):
        """PP 49/2018 Ps 53(2) b names the end; which breach is severe stands in the rules of the agency."""
        end = replace(BY_AGENCY, sanction_code="contract_end_severe_breach", agency_sanction="")
        made = decide(cast, proceeding, replace(end, contract="45/PK/2022, 1 April 2022"))
        assert says(pdf(made.letter_ref), AGENCY_RULE)
        assert letters_of(proceeding.case.chain)[-1].kind == "PPPK_TERMINATION"


PHOTO = replace(
    LIKED,
    start=date(2024, 7, 17),
    deed=deed("photo_with_candidate", date(2024, 7, 15), "prospective"),
    category="ETHICS",
    level="MORAL",
)


@pytest.mark.parametrize(
    ("story", "kept"),
    [(LIKED, "Lampiran II-B baris 6 Keputusan Bersama"), (PHOTO, "Lampiran II-A baris 5 Keputusan Bersama")],
    ids=["discipline", "ethics"],
)
def test_no_paper_says_that_a_pppk_broke_what_binds_pns_only(cast, story, kept):
    """PP 94/2021 Ps 1 and 43 and PP 42/2004 Ps 1 speak of PNS and CPNS; the joint decree speaks of pegawai ASN."""
    party = recommend_story(cast, story).parties.get()
    said = rules_of(party.allegations.select_related("party"))
    of_his_agency, joint_decree = sorted(said)
    assert of_his_agency == (
        "Disiplin dan kode etik PPPK menurut peraturan instansi (Pasal 52 Peraturan Pemerintah Nomor 49 Tahun 2018)"
    )
    assert joint_decree.startswith(kept)
    printed = [pdf(each.ref) for each in letters_of(party.case.chain)]
    assert len(printed) == 3, "the study, the referral and the recommendation"
    for paper in printed:
        assert says(paper, kept)
        assert not says(paper, "PP 94/2021 Pasal 5") and not says(paper, "PP 42/2004 Pasal 11")
