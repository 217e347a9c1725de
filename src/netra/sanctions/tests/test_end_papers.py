"""What the decrees that end a service say: one sentence that can be read aloud, of the status that he really had."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netra.cases.tests.builders import BUDI, Cast, at
from netra.letters.queries import letters_of, pdf
from netra.letters.tests.pdf_text import pdf_text
from netra.sanctions import operations as act
from netra.sanctions.models import Decision
from netra.sanctions.tests.builders import RULING, Story, deed, examine, open_story
from netra.trust import trail

pytestmark = pytest.mark.django_db
JOINED = Story(
    date(2024, 10, 17),
    deed("party_membership", date(2024, 10, 15)),
    category="STATUS_TERMINATION",
    level="TERMINATION",
)
LIKED = Story(date(2024, 10, 17), deed("social_media_reaction", date(2024, 10, 15)))
AGENCY_RULE = "Perwali 7/2021 Pasal 12 (contoh)"
CONTRACT = "45/PK/2022, 1 April 2022"


@pytest.fixture
def cast() -> Cast:
    return Cast()


def ended(cast: Cast, story: Story, code: str, *, employment: str = "PNS") -> Decision:
    """Proven by the report of 7 November, decided on the 11th."""
    story = replace(story, people=(replace(BUDI, employment=employment),))
    status = story.category == "STATUS_TERMINATION"
    proceeding = open_story(cast, story, "STATUS_TERMINATION" if status else "DISCIPLINE")
    examine(cast, proceeding, letter="2024-11-01", held="2024-11-06", reported="2024-11-07", level=story.level)
    ruling = replace(
        RULING, sanction_code=code, contract=CONTRACT if employment == "PPPK" else "", agency_rule=AGENCY_RULE
    )
    decide = act.termination_decide if status else act.decision_make
    return decide(ref=proceeding.ref, ruling=ruling, by=cast.rahmat, at=at("2024-11-11"))


def last_rule(made: Decision) -> str:
    """What the trail cites for the decision."""
    return trail.history(made.proceeding.case.chain)[-1].citation


def printed(made: Decision) -> str:
    """The words of the decree, whatever the line on which they stand."""
    return " ".join(pdf_text(pdf(made.letter_ref)).split())


def test_the_decree_dismisses_in_one_sentence(cast):
    """UU 20/2023 Ps 52(3) and PP 11/2017 Ps 255: "diberhentikan tidak dengan hormat sebagai PNS"."""
    words = printed(ended(cast, JOINED, "status_termination_2023"))
    assert "Memberhentikan tidak dengan hormat sebagai Pegawai Negeri Sipil:" in words
    assert "Memberhentikan Pemberhentian" not in words
    assert "karena menjadi anggota dan/atau pengurus partai politik:" in words


def test_the_decree_ends_a_contract_in_one_sentence(cast):
    """PP 49/2018 Ps 53(3) c."""
    words = printed(ended(cast, JOINED, "contract_end_party", employment="PPPK"))
    opening = "Memutuskan hubungan perjanjian kerja tidak dengan hormat sebagai Pegawai Pemerintah dengan Perjanjian"
    assert f"{opening} Kerja:" in words
    assert "karena menjadi anggota dan/atau pengurus partai politik:" in words


def test_a_severe_breach_ends_a_contract_with_honour_and_unasked(cast):
    """PP 49/2018 Ps 53(2) b."""
    words = printed(ended(cast, LIKED, "contract_end_severe_breach", employment="PPPK"))
    assert "Memutuskan hubungan perjanjian kerja dengan hormat tidak atas permintaan sendiri sebagai" in words
    assert "karena melakukan pelanggaran disiplin tingkat berat:" in words


@pytest.mark.parametrize(
    ("code", "employment", "recalled"),
    [
        (
            "status_termination_2023",
            "PNS",
            "Pasal 52 ayat (3) huruf j jo. ayat (4) Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara;",
        ),
        (
            "contract_end_party",
            "PPPK",
            "Peraturan Pemerintah Nomor 49 Tahun 2018 tentang Manajemen Pegawai Pemerintah dengan Perjanjian Kerja;",
        ),
    ],
)
def test_the_decree_recalls_its_law_by_the_full_name_as_others_do(cast, code, employment, recalled):
    assert recalled in printed(ended(cast, JOINED, code, employment=employment))


@pytest.mark.parametrize(
    ("code", "employment", "proposed"),
    [
        ("contract_end_party", "PPPK", "Memutuskan hubungan perjanjian kerja yang bersangkutan"),
        ("status_termination_2023", "PNS", "Memberhentikan yang bersangkutan"),
    ],
)
def test_advice_and_report_propose_what_ends_the_service_that_he_is_in(cast, code, employment, proposed):
    """PP 49/2018 Ps 53: a PPPK has a contract that is ended, no status that is taken from him."""
    letters = letters_of(ended(cast, JOINED, code, employment=employment).proceeding.case.chain)
    data = {each.kind: each.data or {} for each in letters}
    assert data["EXAMINATION_REPORT"]["proposal"] == f"{proposed}."
    assert str(data["RECOMMENDATION"]["recommended"]).startswith(f"{proposed}. ")


class WhenACandidateJoinedAParty:
    """PP 11/2017 Ps 37(2) f dismisses a calon PNS; a PNS he never was."""

    def it_dismisses_him_as_the_candidate_that_he_is(self, cast):
        words = printed(ended(cast, JOINED, "status_termination_2023", employment="CPNS"))
        assert "Memberhentikan tidak dengan hormat sebagai Calon Pegawai Negeri Sipil:" in words
        assert "TENTANG PEMBERHENTIAN SEBAGAI CALON PEGAWAI NEGERI SIPIL DENGAN" in words
        assert "TENTANG PEMBERHENTIAN SEBAGAI CALON PEGAWAI NEGERI SIPIL. KESATU" in words
        assert "sebagai Pegawai Negeri Sipil" not in words and "sebagai PNS" not in words

    def it_rests_on_the_article_on_candidates_beside_the_act(self, cast):
        made = ended(cast, JOINED, "status_termination_2023", employment="CPNS")
        assert made.basis == (
            "UU 20/2023 Pasal 52 ayat (3) huruf j jo. ayat (4); PP 11/2017 Pasal 37 ayat (2) huruf f; "
            "PP 37/2004 Pasal 1 angka 1 dan Pasal 9"
        )
        staff = "Peraturan Pemerintah Nomor 11 Tahun 2017 tentang Manajemen Pegawai Negeri Sipil;"
        assert f"Pasal 37 ayat (2) huruf f {staff}" in printed(made)
        assert last_rule(made) == "PP 11/2017 Pasal 37 ayat (2) huruf f"

    def it_does_not_lend_that_article_to_a_pns(self, cast):
        made = ended(cast, JOINED, "status_termination_2023")
        assert made.basis == "UU 20/2023 Pasal 52 ayat (3) huruf j jo. ayat (4)"
        assert (last_rule(made), made.effective_basis) == (
            "UU 20/2023 Pasal 52 ayat (3) huruf j dan ayat (4)",
            "PP 11/2017 Pasal 255",
        )

    def it_counts_from_the_day_of_the_article_that_means_candidates_too(self, cast):
        """PP 11/2017 Ps 255 names PNS and Ps 37 no day; in PP 37/2004 "PNS" means candidates too (Ps 1 angka 1)."""
        made = ended(cast, JOINED, "status_termination_2023", employment="CPNS")
        assert made.effective_basis == "PP 37/2004 Pasal 9 ayat (2)"
        assert "31 Oktober 2024 (Pasal 9 ayat (2) Peraturan Pemerintah Nomor 37 Tahun 2004)" in printed(made)


@pytest.mark.parametrize(
    ("code", "employment", "day"),
    [
        ("status_termination_2023", "PNS", "31 Oktober 2024 (Pasal 255 Peraturan Pemerintah Nomor 11 Tahun 2017)"),
        ("contract_end_party", "PPPK", "7 November 2024 (Pasal 74 ayat (4) Peraturan Pemerintah Nomor 49 Tahun 2018)"),
    ],
)
def test_the_decree_names_the_article_that_gives_its_day(cast, code, employment, day):
    assert day in printed(ended(cast, JOINED, code, employment=employment))
