"""Who signs which paper, and what stands in it: the one who examines never signs for the one who decides."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from netra.cases.operations import ActRefused
from netra.cases.tests.builders import Cast, at
from netra.letters.models import Letter
from netra.letters.queries import pdf
from netra.letters.tests.pdf_text import says
from netra.registry.tests import builders as registry
from netra.sanctions import operations as act
from netra.sanctions.models import Proceeding
from netra.sanctions.tests.builders import (
    HEARING,
    PARTISAN_2019,
    RULING,
    TEAM,
    Story,
    carry_to_decision,
    carry_to_report,
    deed,
    examine,
    make_proceeding,
    open_story,
)

pytestmark = pytest.mark.django_db
CHAIR = {"name": "Ketua Tim (contoh)", "rank": "Pembina Utama Muda, IV/c", "position": "Ketua Tim Pemeriksa"}
SUPERIOR_NIP = "197503032000031003"


@pytest.fixture
def cast() -> Cast:
    return Cast()


def paper(kind: str) -> dict[str, Any]:
    """What the newest letter of a kind says."""
    data = Letter.objects.filter(kind=kind).latest("pk").data
    assert isinstance(data, dict)
    return data


def summon(cast: Cast, proceeding: Proceeding) -> None:
    meeting = at("2024-11-06")
    act.summons_issue(ref=proceeding.ref, meeting_at=meeting, place="Ruang 7", by=cast.dewi, at=at("2024-11-01"))


def moderate(cast: Cast) -> Proceeding:
    """A breach that the direct superior may examine alone."""
    like = deed("campaign_participant_with_attributes", date(2024, 10, 3))
    return open_story(cast, Story(date(2024, 10, 7), like, level="MODERATE"))


def with_a_superior(proceeding: Proceeding) -> None:
    """The registry knows Budi, and since January 2024 his head of service above him."""
    superior = registry.make_person(SUPERIOR_NIP, "Ratna (contoh)")
    registry.make_position(superior, title="Kepala Dinas Pekerjaan Umum (contoh)")
    registry.make_position(registry.make_person(proceeding.party.nip), superior_nip=SUPERIOR_NIP)


class WhenATeamExamines:
    def it_summons_and_reports_by_its_head_and_the_authority_only_receives(self, cast):
        proceeding = make_proceeding(cast)
        act.team_form(ref=proceeding.ref, members=TEAM, by=cast.rahmat, at=at("2024-10-31"))
        summon(cast, proceeding)
        act.examination_record(ref=proceeding.ref, hearing=HEARING, by=cast.dewi, at=at("2024-11-06", 15))
        found = act.Findings(proven=True, analysis="Terbukti.", proposed_level="SEVERE")
        act.examination_report(ref=proceeding.ref, findings=found, by=cast.dewi, at=at("2024-11-07"))
        assert paper("SUMMONS_1")["signer"] == paper("SUMMONS_1")["examiner"] == CHAIR
        report = paper("EXAMINATION_REPORT")
        assert report["signer"] == CHAIR
        assert report["addressee"]["position"] == "Wali Kota Jambi"
        # Whoever reads the papers outside finds the summons by number and day; our own reference says nothing there.
        number, formed = (Letter.objects.get(kind=kind).number for kind in ("SUMMONS_1", "TEAM_DECREE"))
        for kind in ("EXAMINATION_RECORD", "EXAMINATION_REPORT"):
            assert paper(kind)["mandate"] == (
                f"Keputusan Wali Kota Jambi Nomor {formed} tanggal 31 Oktober 2024 dan "
                f"Surat Panggilan I Nomor {number} tanggal 1 November 2024"
            )

    def it_is_named_with_rank_number_and_post(self, cast):
        proceeding = make_proceeding(cast)
        members = (replace(TEAM[0], nip="19700101 199503 1 001"), *TEAM[1:])
        act.team_form(ref=proceeding.ref, members=members, by=cast.rahmat, at=at("2024-10-31"))
        chair = paper("TEAM_DECREE")["members"][0]
        assert chair == {
            "name": "Ketua Tim (contoh)",
            "nip": "197001011995031001",
            "rank": "Pembina Utama Muda, IV/c",
            "position": "Jabatan pimpinan tinggi pratama (unsur atasan langsung)",
            "role": "Ketua",
        }

    def it_refuses_a_number_that_is_none(self, cast):
        proceeding = make_proceeding(cast)
        with pytest.raises(ActRefused, match="bukan 18 angka"):
            members = (replace(TEAM[0], nip="12345"), *TEAM[1:])
            act.team_form(ref=proceeding.ref, members=members, by=cast.rahmat, at=at("2024-10-31"))


class WhenTheHourHasNotCome:
    """Called for 6 November 2024 at nine; received on 13 November."""

    def it_keeps_no_record_of_an_examination_before_its_hour(self, cast):
        proceeding = make_proceeding(cast)
        act.team_form(ref=proceeding.ref, members=TEAM, by=cast.rahmat, at=at("2024-10-31"))
        summon(cast, proceeding)
        with pytest.raises(ActRefused, match=r"pukul 09\.00 WIB, yang belum tiba"):
            act.examination_record(ref=proceeding.ref, hearing=HEARING, by=cast.dewi, at=at("2024-11-06", 8))
        act.examination_record(ref=proceeding.ref, hearing=HEARING, by=cast.dewi, at=at("2024-11-06", 9))

    def it_keeps_no_record_of_a_delivery_before_its_hour(self, cast):
        proceeding = make_proceeding(cast)
        carry_to_decision(cast, proceeding)
        early = act.Handover(manner="IN_PERSON", received_date=date(2024, 11, 13), place="BKPSDM", time="10.30")
        with pytest.raises(ActRefused, match=r"Pukul 10\.30 WIB belum tiba"):
            act.decision_deliver(ref=proceeding.ref, handover=early, by=cast.dewi, at=at("2024-11-13", 10))
        act.decision_deliver(ref=proceeding.ref, handover=early, by=cast.dewi, at=at("2024-11-13", 11))


class WhenTheDirectSuperiorExaminesAlone:
    def it_is_he_who_summons_as_the_registry_knows_him(self, cast):
        proceeding = moderate(cast)
        with_a_superior(proceeding)
        summon(cast, proceeding)
        assert paper("SUMMONS_1")["signer"] == {
            "name": "Ratna (contoh)",
            "nip": SUPERIOR_NIP,
            "position": "Kepala Dinas Pekerjaan Umum (contoh)",
        }

    def it_leaves_the_name_to_be_written_by_hand_where_nobody_knows_him(self, cast):
        summon(cast, moderate(cast))
        assert paper("SUMMONS_1")["signer"] == {"position": "Atasan langsung Budi (contoh)"}


def test_the_direct_superior_releases_from_duty_and_a_stand_in_is_appointed(cast):
    proceeding = make_proceeding(cast)
    with_a_superior(proceeding)
    carry_to_report(cast, proceeding)
    act.duty_release(ref=proceeding.ref, reason="pemeriksaan berlangsung", by=cast.rahmat, at=at("2024-11-08"))
    decree = paper("DUTY_RELEASE")
    assert decree["authority_title"] == "Kepala Dinas Pekerjaan Umum (contoh)"
    assert decree["signer"]["name"] == "Ratna (contoh)"
    assert "Pasal 31 ayat (3)" in decree["more_dictum"][0]


class WhenADecisionSaysHowItMayBeFought:
    """The words, the term and the article are the law's of that day, for whoever imposed it."""

    def told(self, cast: Cast, **over: Any) -> str:
        carry_to_decision(cast, make_proceeding(cast), replace(RULING, **over))
        return str(paper("DECISION_SEVERE")["remedy"])

    def it_names_the_authority_itself(self, cast):
        assert self.told(cast) == (
            "Terhadap keputusan ini dapat diajukan keberatan kepada Wali Kota Jambi, paling lambat 14 hari kerja "
            "setelah keputusan diterima (Pasal 4 ayat (2) Peraturan Pemerintah Nomor 79 Tahun 2021)."
        )

    def it_says_in_words_that_none_was_open_against_the_authority_before_2021(self, cast):
        """PP 53/2010 Ps 33 to 35: no objection to a penalty that the appointing authority imposed."""
        proceeding = open_story(cast, PARTISAN_2019)
        examine(cast, proceeding, letter="2019-03-04", held="2019-03-14", reported="2019-03-15", level="MODERATE")
        ruling = replace(RULING, sanction_code="increment_delay_1y", decided_date=date(2019, 3, 18))
        act.decision_make(ref=proceeding.ref, ruling=ruling, by=cast.rahmat, at=at("2019-03-18"))
        told = str(paper("DECISION_MODERATE")["remedy"])
        assert told.startswith("Hukuman yang dijatuhkan PPK tidak dapat diajukan keberatan")
        assert "objection_filing" not in told

    def it_names_the_superior_of_another_official(self, cast):
        told = self.told(cast, imposed_by="OFFICIAL", signer_title="Sekretaris Daerah")
        assert "keberatan kepada atasan Sekretaris Daerah" in told
        # Pasal 7 is missing in the copy that was read (law/corrections, 2.5): a final paper says so.
        assert told.endswith("(Pasal 7 Peraturan Pemerintah Nomor 79 Tahun 2021, belum diverifikasi ke naskah asli).")

    def it_names_the_appeal_body_against_a_dismissal(self, cast):
        told = self.told(cast, sanction_code="honourable_dismissal")
        assert "banding administratif kepada Badan Pertimbangan" in told and "Pasal 11 ayat (3)" in told


class WhenAnotherOfficialImposesThePenalty:
    """PP 94/2021 Ps 16 and 20–23 name officials beside the authority; the penalty is theirs, and so is the decree."""

    def it_bears_his_heading_and_waits_for_his_signature(self, cast):
        his = replace(RULING, sanction_code="written_reprimand", imposed_by="OFFICIAL", deviation_reason="Baru sekali.")
        carry_to_decision(cast, make_proceeding(cast), replace(his, signer_title="Kepala Dinas Tata Ruang"))
        decree = Letter.objects.get(kind="DECISION_LIGHT")
        printed = pdf(decree.ref)
        assert says(printed, "KEPUTUSAN KEPALA DINAS TATA RUANG NOMOR")
        assert says(printed, "Kepala Dinas Tata Ruang, Keputusan ini disampaikan")
        assert not says(printed, "Wali Kota Jambi") and not says(printed, "WALI KOTA JAMBI")
        assert says(printed, "keberatan kepada atasan Kepala Dinas Tata Ruang")


class WhenADecisionSaysFromWhichDayItHolds:
    """One day that the person can count; corrections C4 (PP 53/2010 Ps 43) and C5 (PerBKN 6/2022 Ps 50(1))."""

    def it_counts_working_days_from_the_receipt_today(self, cast):
        carry_to_decision(cast, make_proceeding(cast))
        assert paper("DECISION_SEVERE")["effect"] == (
            "Keputusan ini mulai berlaku pada hari kerja ke-15 (kelima belas) sejak diterima oleh yang bersangkutan, "
            "bila tidak diajukan upaya administratif (Pasal 50 ayat (1) Peraturan Badan Kepegawaian Negara Nomor 6 "
            "Tahun 2022)."
        )

    def it_holds_on_the_day_on_which_the_authority_made_it_under_the_old_regulation(self, cast):
        proceeding = open_story(cast, PARTISAN_2019)
        examine(cast, proceeding, letter="2019-03-04", held="2019-03-14", reported="2019-03-15", level="MODERATE")
        ruling = replace(RULING, sanction_code="increment_delay_1y", decided_date=date(2019, 3, 18))
        act.decision_make(ref=proceeding.ref, ruling=ruling, by=cast.rahmat, at=at("2019-03-18"))
        assert paper("DECISION_MODERATE")["effect"] == (
            "Keputusan ini mulai berlaku pada tanggal ditetapkan (Pasal 43 huruf b Peraturan Pemerintah Nomor 53 "
            "Tahun 2010)."
        )
        # The act on the service of that day stands first.
        assert paper("DECISION_MODERATE")["recalling"] == [
            "Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara;",
            "Peraturan Pemerintah Nomor 53 Tahun 2010 tentang Disiplin Pegawai Negeri Sipil;",
        ]


def test_every_decision_outside_the_bounds_says_so_and_why(cast):
    lenient = replace(RULING, sanction_code="verbal_reprimand", deviation_reason="baru pertama kali")
    carry_to_decision(cast, make_proceeding(cast), lenient)
    assert paper("DECISION_LIGHT")["considering"][2] == (
        "bahwa keputusan ini di bawah batas bawah hukum dan di bawah rekomendasi, dengan alasan: baru pertama kali;"
    )


def test_no_clause_of_a_decree_ends_twice(cast):
    typed = replace(RULING, considerations="terbukti memberi dukungan.", deviation_reason="Baru pertama kali. ")
    carry_to_decision(cast, make_proceeding(cast), replace(typed, sanction_code="verbal_reprimand"))
    first, second = paper("DECISION_LIGHT")["considering"][1:3]
    assert first == "bahwa terbukti memberi dukungan;"
    assert second.endswith("dengan alasan: Baru pertama kali;")


def test_whoever_asked_for_the_handling_hears_how_it_was_decided(cast):
    carry_to_decision(cast, make_proceeding(cast))
    assert paper("DECISION_SEVERE")["copies"] == [
        "Kepala Badan Kepegawaian Negara",
        "Ketua Bawaslu Kota Jambi",
    ]


def test_a_decision_written_down_later_bears_the_day_on_which_it_was_made(cast):
    """Decided on 30 August 2021, the last day of PP 53/2010, and typed a week later: the decree is of that day."""
    story = Story(date(2021, 7, 1), deed("partisan_activity", date(2021, 6, 28)), level="MODERATE")
    proceeding = open_story(cast, story)
    examine(cast, proceeding, letter="2021-07-19", held="2021-08-02", reported="2021-08-09", level="MODERATE")
    ruling = replace(RULING, sanction_code="increment_delay_1y", decided_date=date(2021, 8, 30))
    made = act.decision_make(ref=proceeding.ref, ruling=ruling, by=cast.rahmat, at=at("2021-09-06"))
    assert made.regime == "DISC-53"
    assert Letter.objects.get(ref=made.letter_ref).letter_date == date(2021, 8, 30)
    assert says(pdf(made.letter_ref), "pada tanggal 30 Agustus 2021")
