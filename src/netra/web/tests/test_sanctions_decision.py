"""The page on which the authority decides: what it lays before it, when it asks for a reason, how it marks."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from netra.cases import operations as cases
from netra.cases.tests.builders import BUDI, Cast, at
from netra.sanctions.models import Decision
from netra.sanctions.tests.builders import (
    PARTISAN_2019,
    Story,
    carry_to_decision,
    carry_to_report,
    deed,
    examine,
    make_proceeding,
    open_story,
)
from netra.trust.tests.locks import unlocked
from netra.web.tests.sanctions_scene import address, page, signed_in

pytestmark = pytest.mark.django_db

SENT = {
    "sanction_code": "written_reprimand",
    "considerations": "mengaku dan menghapus unggahan",
    "decided_date": "2024-11-11",
    "signer_title": "Wali Kota Jambi",
}


@pytest.fixture
def cast():
    return Cast()


@pytest.fixture
def proceeding(cast):
    proceeding = make_proceeding(cast)
    carry_to_report(cast, proceeding)
    return proceeding


@pytest.fixture
def rahmat(cast):
    return signed_in(cast.rahmat)


class WhenTheAuthorityIsAboutToDecide:
    def it_sees_what_the_law_asks_and_why(self, rahmat, proceeding):
        shown = page(rahmat.get(address(proceeding, "keputusan/")))
        for words in (
            "hukuman disiplin berat",
            "Perbuatan sejak 31 Agustus 2021: PP 94/2021.",
            "15 Oktober 2024",
            "6 November 2024",
            "PP 94/2021 Pasal 14 huruf i",
            "Dukungan kepada pasangan calon setelah penetapan.",
            "Terlapor sudah didengar.",
        ):
            assert words in shown

    def it_reads_what_the_accused_said(self, cast, rahmat, proceeding):
        text = "Akun saya dipakai anak saya."
        cases.answer_record(case_ref=proceeding.case.ref, party=1, text=text, by=cast.dewi, at=at("2024-11-08"))
        shown = page(rahmat.get(address(proceeding, "keputusan/")))
        assert text in shown
        assert "Ya, akun itu milik saya." in shown

    def it_sees_what_each_penalty_would_ask_for(self, rahmat, proceeding):
        shown = page(rahmat.get(address(proceeding, "keputusan/")))
        assert "Teguran tertulis – di bawah batas bawah hukum, di bawah rekomendasi: alasan wajib" in shown
        assert "Penurunan jabatan setingkat lebih rendah selama 12 bulan –" not in shown
        assert "sementara: dijatuhkan sampai PP tentang gaji dan tunjangan berlaku" in shown
        assert "Pemotongan tunjangan kinerja 25% selama 6 bulan (nominal" in shown
        assert 'value="allowance_cut_6m"' not in shown

    def it_is_told_that_nobody_confirmed_who_the_accused_is(self, cast, rahmat, proceeding):
        """Said before anybody decides, with the place where it is mended; no decision points at a mere name."""
        words = "Identitas terlapor belum dipastikan dengan ciri kedua."
        assert words not in page(rahmat.get(address(proceeding, "keputusan/")))
        with unlocked():
            proceeding.case.parties.update(nip="", identified_by_attribute="", identified_at=None)
        for where in ("", "keputusan/"):
            shown = page(rahmat.get(address(proceeding, where)))
            assert words in shown
            assert f'href="/perkara/{proceeding.case.ref}/#terlapor"' in shown
        refused = rahmat.post(address(proceeding, "keputusan/"), SENT | {"deviation_reason": "Mengaku."})
        assert "Identitas terlapor T1 belum dipastikan" in refused.content.decode()
        assert not Decision.objects.exists()

    def it_sees_who_is_competent(self, rahmat, proceeding):
        shown = page(rahmat.get(address(proceeding, "keputusan/")))
        assert "PP 94/2021 Pasal 21 huruf a" in shown
        assert "Pejabat Pembina Kepegawaian (PPK)" in shown

    def it_sees_like_decisions_without_name_or_agency(self, cast, rahmat, proceeding):
        other = make_proceeding(cast)
        carry_to_decision(cast, other)
        shown = page(rahmat.get(address(proceeding, "keputusan/")))
        table = shown.split('id="serupa"')[1].split("</section>")[0]
        assert "Hukuman disiplin berat" in table and "2024" in table and "tidak di bawah" in table
        assert "Budi" not in table and other.ref not in table

    def it_is_told_when_a_reading_is_open(self, rahmat, proceeding):
        """A like in the candidate phase needs review: the press of 2024 files it under ethics (corrections 2.4)."""
        assert "Perlu ditinjau" in page(rahmat.get(address(proceeding, "keputusan/")))


class WhenTheDecisionLeavesTheBounds:
    def it_asks_for_the_reason_at_its_field_and_keeps_everything(self, rahmat, proceeding):
        response = rahmat.post(address(proceeding, "keputusan/"), SENT)
        shown = page(response)
        assert response.status_code == 422
        assert '<a href="#id_deviation_reason">' in shown
        assert "di bawah batas bawah hukum (hukuman disiplin berat)" in shown
        assert "mengaku dan menghapus unggahan" in shown
        assert not Decision.objects.exists()

    def it_is_taken_with_a_reason_and_marked_wherever_it_is_shown(self, cast, rahmat, proceeding):
        reason = "Perbuatan satu kali dan diakui."
        assert rahmat.post(address(proceeding, "keputusan/"), {**SENT, "deviation_reason": reason}).status_code == 302
        for reader in (cast.dewi, cast.ani, cast.wayan, cast.hasan):
            shown = page(signed_in(reader).get(address(proceeding)))
            assert "Menyimpang dari batas bawah hukum" in shown
            assert reason in shown


def test_the_law_is_read_for_the_day_of_the_decision(cast):
    """Examined before 31 August 2021: decided before it PP 53 (moderate), decided after it PP 94 (severe)."""
    proceeding = open_story(cast, replace(PARTISAN_2019, start=date(2021, 7, 1)))
    examine(cast, proceeding, letter="2021-07-15", held="2021-08-02", reported="2021-08-04", level="MODERATE")
    rahmat = signed_in(cast.rahmat)
    sent = {**SENT, "sanction_code": "", "decided_date": "2021-08-30"}
    before = page(rahmat.post(address(proceeding, "keputusan/"), sent))
    after = page(rahmat.post(address(proceeding, "keputusan/"), {**sent, "decided_date": "2021-08-31"}))
    assert 'value="dishonourable_dismissal"' in before
    assert 'value="dishonourable_dismissal"' not in after


def test_the_authority_reads_which_decision_a_breach_repeats(cast):
    earlier = "Nomor 800/12/2023 tanggal 11 Desember 2023"
    story = Story(date(2024, 10, 7), deed("social_media_reaction", date(2024, 10, 3)), earlier_decision=earlier)
    proceeding = open_story(cast, story)
    examine(cast, proceeding, letter="2024-10-22", held="2024-10-25", reported="2024-10-28")
    shown = page(signed_in(cast.rahmat).get(address(proceeding, "keputusan/")))
    assert earlier in shown
    assert "lebih berat daripada hukuman terakhir (PP 94/2021 Pasal 35 ayat (2))" in shown


def decision_page_of(cast: Cast, employment: str) -> str:
    story = Story(date(2024, 10, 7), deed("partisan_activity", date(2024, 10, 3)))
    proceeding = open_story(cast, replace(story, people=(replace(BUDI, employment=employment, grade="III/a"),)))
    examine(cast, proceeding, letter="2024-10-22", held="2024-10-25", reported="2024-10-28")
    return page(signed_in(cast.rahmat).get(address(proceeding, "keputusan/")))


def test_the_authority_reads_that_a_grave_breach_ends_a_candidacy_and_chooses_itself(cast):
    """PP 11/2017 Ps 37(2) c beside PP 94/2021 Ps 43: both stand on the page, no penalty is hidden, none is chosen."""
    shown = decision_page_of(cast, "CPNS")
    notice = shown.partition("Terlapor calon PNS: dua peraturan menjawab")[2].partition("</div>")[0]
    assert "diberhentikan sebagai calon PNS (PP 11/2017 Pasal 37 ayat (2) huruf c; naskah asli dibaca)" in notice
    assert "PP 94/2021, yang mutatis mutandis berlaku untuk calon PNS (Pasal 43)" in notice
    assert "Perlu ditinjau" in shown
    assert 'value="demotion_12m"' in shown


@pytest.mark.parametrize(("sanction", "told"), [("demotion_12m", True), ("written_reprimand", False)])
def test_whoever_reads_the_decision_on_a_candidate_reads_what_it_leaves_open(cast, sanction, told):
    """After the decision too nobody overlooks Ps 37(2) c; a light penalty ends no candidacy."""
    story = Story(date(2024, 10, 7), deed("partisan_activity", date(2024, 10, 3)))
    proceeding = open_story(cast, replace(story, people=(replace(BUDI, employment="CPNS", grade="III/a"),)))
    examine(cast, proceeding, letter="2024-10-22", held="2024-10-25", reported="2024-10-28")
    sent = {**SENT, "sanction_code": sanction, "deviation_reason": "Mengaku."}
    assert signed_in(cast.rahmat).post(address(proceeding, "keputusan/"), sent).status_code == 302
    assert ("PP 11/2017 Pasal 37 ayat (2) huruf c" in page(signed_in(cast.dewi).get(address(proceeding)))) is told


def test_the_notice_on_candidates_is_not_for_a_pns(cast):
    shown = decision_page_of(cast, "PNS")
    assert "Pasal 37 ayat (2) huruf c" not in shown
    assert "Perlu ditinjau" not in shown


def test_a_contract_employee_is_offered_no_penalty_of_civil_servants(cast):
    story = Story(
        date(2024, 10, 7),
        deed("campaign_participant_with_attributes", date(2024, 10, 3)),
        people=(replace(BUDI, employment="PPPK", grade=""),),
        level="MODERATE",
    )
    proceeding = open_story(cast, story)
    examine(cast, proceeding, letter="2024-10-22", held="2024-10-25", reported="2024-10-28", level="MODERATE")
    shown = page(signed_in(cast.rahmat).get(address(proceeding, "keputusan/")))
    assert "PPPK tidak dijatuhi hukuman disiplin PNS" in shown
    assert 'value="agency_moderate_rule"' in shown
    assert 'value="promotion_delay_1y"' not in shown
    # PP 94/2021 binds PNS only: which regulation of the agency, and which of its penalties, is asked instead.
    assert "Rezim disiplin" not in shown
    assert 'name="agency_sanction"' in shown
    label = shown.partition("Peraturan instansi tentang PPPK")[2].partition("</label>")[0]
    assert "(boleh kosong)" not in label


def test_the_end_of_a_contract_asks_for_the_contract_it_ends(cast):
    """PP 49/2018 Ps 74: the decree names the contract, so its field is no choice where nothing else can be imposed."""
    story = Story(
        date(2024, 10, 17),
        deed("party_membership", date(2024, 10, 15)),
        people=(replace(BUDI, employment="PPPK", grade=""),),
        category="STATUS_TERMINATION",
        level="TERMINATION",
    )
    proceeding = open_story(cast, story, "STATUS_TERMINATION")
    examine(cast, proceeding, letter="2024-11-01", held="2024-11-06", reported="2024-11-07", level="TERMINATION")
    shown = page(signed_in(cast.rahmat).get(address(proceeding, "pemberhentian/")))
    label = shown.partition("Perjanjian kerja yang diputus")[2].partition("</label>")[0]
    assert "(boleh kosong)" not in label
    assert "Wajib bila yang dijatuhkan" not in shown
    # One answer is no choice, and where nothing can deviate no reason is asked for it.
    assert re.search(r'<input type="radio"[^>]*value="contract_end_party"[^>]* checked', shown)
    assert "Alasan bila menyimpang" not in shown
    # The end of a contract is no discipline, so no regime of discipline stands beside it.
    assert "Rezim disiplin" not in shown and "Perbuatan sejak 31 Agustus 2021" not in shown
    assert "Menentukan rezim" not in shown
    assert shown.index("Perjanjian kerja yang diputus") < shown.index("Pertimbangan")


@pytest.mark.parametrize("day", ["kemarin", "2024-02-31", "0001-01-01", "9999-12-31", ""])
def test_a_day_that_is_none_is_an_error_of_the_form(rahmat, proceeding, day):
    response = rahmat.post(address(proceeding, "keputusan/"), {**SENT, "decided_date": day})
    assert response.status_code == 422


def test_where_the_president_dismisses_his_decree_is_asked_and_none_of_the_mayor_is_written(cast):
    """PP 11/2017 Ps 270(1)a and (2)."""
    story = Story(
        date(2024, 10, 17),
        deed("party_membership", date(2024, 10, 15)),
        people=(replace(BUDI, position="FUNCTIONAL_AHLI_UTAMA"),),
        category="STATUS_TERMINATION",
        level="TERMINATION",
    )
    proceeding = open_story(cast, story, "STATUS_TERMINATION")
    examine(cast, proceeding, letter="2024-11-01", held="2024-11-06", reported="2024-11-07", level="TERMINATION")
    client, path = signed_in(cast.rahmat), address(proceeding, "pemberhentian/")
    shown = page(client.get(path))
    assert "Nomor Keputusan Presiden" in shown and 'name="signer_title"' not in shown
    typed = {
        "sanction_code": "status_termination_2023",
        "considerations": "anggota partai",
        "decided_date": "2024-11-11",
        "document": "12/K/2024 (contoh)",
    }
    told = page(client.post(path, typed, follow=True))
    assert "11 November 2024, Presiden, Nomor 12/K/2024 (contoh)" in told


def test_his_decree_is_asked_for_the_dismissal_alone_beside_other_penalties(cast):
    """PP 94/2021 Ps 17(2)b: an ahli utama."""
    story = Story(
        date(2024, 10, 17),
        deed("social_media_reaction", date(2024, 10, 15)),
        people=(replace(BUDI, position="FUNCTIONAL_AHLI_UTAMA"),),
    )
    proceeding = open_story(cast, story)
    examine(cast, proceeding, letter="2024-11-01", held="2024-11-06", reported="2024-11-07")
    client, path = signed_in(cast.rahmat), address(proceeding, "keputusan/")
    assert "Wajib bila yang dijatuhkan pemberhentian" in page(client.get(path))
    typed = {
        "considerations": "terbukti",
        "decided_date": "2024-11-11",
        "signer_title": "Wali Kota Jambi",
        "sanction_code": "honourable_dismissal",
    }
    assert "PP 94/2021 Pasal 17 ayat (2) huruf b" in page(client.post(path, typed))
    told = page(client.post(path, {**typed, "document": "12/K/2024 (contoh)"}, follow=True))
    assert "11 November 2024, Presiden, Nomor 12/K/2024 (contoh)" in told


class WhenThePresidentEndsAContract:
    """PP 49/2018 Ps 71 and 74(1)a and (2): his decree names the contract, so the page asks for the decree alone."""

    PERSON = (replace(BUDI, position="FUNCTIONAL_AHLI_UTAMA", employment="PPPK", grade=""),)
    DECREED = {
        "considerations": "terbukti",
        "decided_date": "2024-11-11",
        "document": "12/K/2024 (contoh)",
        "signer_title": "Wali Kota Jambi",
    }

    def examined(self, cast, route, **over):
        story = Story(date(2024, 10, 17), people=self.PERSON, **over)
        proceeding = open_story(cast, story, route)
        level = over.get("level", "SEVERE")
        examine(cast, proceeding, letter="2024-11-01", held="2024-11-06", reported="2024-11-07", level=level)
        return proceeding

    def it_asks_for_no_contract_where_a_party_was_joined(self, cast):
        joined = {"category": "STATUS_TERMINATION", "level": "TERMINATION"}
        deed_of = deed("party_membership", date(2024, 10, 15))
        proceeding = self.examined(cast, "STATUS_TERMINATION", deed=deed_of, **joined)
        client, path = signed_in(cast.rahmat), address(proceeding, "pemberhentian/")
        assert 'name="contract"' not in page(client.get(path))
        told = page(client.post(path, {**self.DECREED, "sanction_code": "contract_end_party"}, follow=True))
        assert "11 November 2024, Presiden, Nomor 12/K/2024 (contoh)" in told

    def it_asks_for_none_either_for_a_severe_breach(self, cast):
        proceeding = self.examined(cast, "DISCIPLINE", deed=deed("social_media_reaction", date(2024, 10, 15)))
        client, path = signed_in(cast.rahmat), address(proceeding, "keputusan/")
        shown = page(client.get(path))
        assert 'name="contract"' not in shown and 'name="document"' in shown
        by_agency = {"agency_rule": "Perwali 7/2021 Pasal 12 (contoh)", "sanction_code": "contract_end_severe_breach"}
        missing = page(client.post(path, {**self.DECREED, **by_agency, "document": ""}))
        assert "PP 49/2018 Pasal 71 ayat (1) huruf a dan ayat (2)" in missing
        told = page(client.post(path, {**self.DECREED, **by_agency}, follow=True))
        assert "11 November 2024, Presiden, Nomor 12/K/2024 (contoh)" in told
        assert "Menurut tabel kewenangan" not in told
