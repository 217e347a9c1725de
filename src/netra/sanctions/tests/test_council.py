"""The ethics route: a council composed by law, a hearing with a chance to defend, a final decision, a statement."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netra.cases.operations import ActRefused, WrongState, handler_recuse
from netra.cases.tests.builders import BUDI, Cast, at
from netra.letters.models import Letter
from netra.letters.queries import letters_of, pdf
from netra.letters.tests.pdf_text import says
from netra.sanctions import operations as act
from netra.sanctions.models import Decision
from netra.sanctions.queries import follow_up_board
from netra.sanctions.tests.builders import Story, confirm_identity, deed, deliver, open_story
from netra.trust.models import Event
from netra.trust.tests.locks import unlocked
from netra.trust.tests.told_once import told_once

pytestmark = pytest.mark.django_db

# A photo with somebody who only wants to run: before the determination a matter of ethics. KASN still oversees.
PHOTO = Story(
    start=date(2024, 7, 17),
    deed=deed("photo_with_candidate", date(2024, 7, 15), "prospective"),
    category="ETHICS",
    level="MORAL",
)


def member(role, name, position="ADMINISTRATOR", grade="IV/a"):
    return act.NewMember(role, "OTHER", f"{name} (contoh)", position, grade)


COUNCIL = (
    member("CHAIR", "Ketua", "JPT_PRATAMA", "IV/c"),
    member("SECRETARY", "Sekretaris"),
    member("MEMBER", "Satu"),
    member("MEMBER", "Dua"),
    member("MEMBER", "Tiga"),
)
VERDICT = act.Verdict(
    breached=True,
    breach="Berfoto bersama bakal calon dengan simbol dukungan.",
    deliberation="Majelis bermusyawarah.",
    decided_date=date(2024, 8, 8),
)
RULING = act.MoralRuling(
    mode="CLOSED",
    decided_date=date(2024, 8, 12),
    signer_title="Wali Kota Jambi",
    considerations="putusan majelis",
)


@pytest.fixture
def cast():
    return Cast()


@pytest.fixture
def proceeding(cast):
    return open_story(cast, PHOTO, "ETHICS")


@told_once
def form(cast, proceeding, members=COUNCIL):
    """Formed, and the accused called for Tuesday 6 August."""
    formed = act.council_form(ref=proceeding.ref, members=members, by=cast.rahmat, at=at("2024-08-01"))
    call(cast, proceeding)
    return formed


@told_once
def call(cast, proceeding, meeting="2024-08-06"):
    return act.council_summon(
        ref=proceeding.ref, meeting_at=at(meeting), place="Ruang Sidang", by=cast.dewi, at=at("2024-08-02")
    )


@told_once
def hear(cast, proceeding, *, defended=True, defence="Saya tidak tahu ia akan mencalonkan diri."):
    return act.council_hear(
        ref=proceeding.ref,
        held_date=date(2024, 8, 6),
        defended=defended,
        defence=defence,
        by=cast.dewi,
        at=at("2024-08-06"),
    )


@told_once
def rule(cast, proceeding, verdict=VERDICT):
    return act.council_decide(ref=proceeding.ref, verdict=verdict, by=cast.dewi, at=at("2024-08-08"))


@told_once
def impose(cast, proceeding, ruling=RULING):
    return act.moral_impose(ref=proceeding.ref, ruling=ruling, by=cast.rahmat, at=at("2024-08-12"))


@pytest.mark.parametrize(
    ("members", "article"),
    [
        (COUNCIL[:4], "Pasal 18 ayat (1)"),
        (COUNCIL[1:], "Pasal 18 ayat (1)"),
        ((*COUNCIL, member("MEMBER", "Empat")), "Pasal 18 ayat (2)"),
        ((*COUNCIL[:4], member("MEMBER", "Rendah", "PENGAWAS", "III/c")), "Pasal 18 ayat (3)"),
    ],
    ids=["two plain members", "no chair", "six", "one lower in post and rank"],
)
def test_a_council_against_the_law_is_refused_with_its_article(cast, proceeding, members, article):
    with pytest.raises(ActRefused) as refusal:
        form(cast, proceeding, members)
    assert f"PP 42/2004 {article}" in str(refusal.value)
    assert not proceeding.team.exists()


def test_a_member_lower_in_rank_alone_is_noted_for_the_article_reads_in_two_ways(cast, proceeding):
    formed = form(cast, proceeding, (*COUNCIL[:4], member("MEMBER", "Muda", "ADMINISTRATOR", "III/d")))
    assert "pangkatnya saja" in formed.composition_note
    assert formed.state == "COUNCIL_FORMED"


def test_four_is_too_few_but_seven_is_odd_enough(cast, proceeding):
    assert form(cast, proceeding, (*COUNCIL, member("MEMBER", "Empat"), member("MEMBER", "Lima"))).team.count() == 7


def test_the_decision_names_the_decree_that_formed_the_council_and_ends_no_sentence_twice(cast, proceeding):
    """PP 42/2004 Ps 17: a council is formed by decree; no reader of the decision knows the reference of a file."""
    form(cast, proceeding)
    hear(cast, proceeding)
    rule(cast, proceeding, replace(VERDICT, breach="Berfoto bersama bakal calon."))
    papers = {each.kind: each for each in letters_of(proceeding.case.chain)}
    printed = pdf(papers["COUNCIL_DECISION"].ref)
    number = papers["COUNCIL_DECREE"].number
    assert says(printed, f"berdasarkan Keputusan Wali Kota Jambi Nomor {number} tanggal 1 Agustus 2024, dalam sidang")
    assert not says(printed, proceeding.ref)
    assert says(printed, "Berfoto bersama bakal calon.") and not says(printed, "..")


def test_nobody_is_decided_upon_before_the_chance_to_defend_himself(cast, proceeding):
    form(cast, proceeding)
    with pytest.raises(WrongState, match="Sidang majelis kode etik"):
        rule(cast, proceeding)
    with pytest.raises(ActRefused, match="kesempatan membela diri"):
        hear(cast, proceeding, defended=False, defence=" ")


def test_a_council_finds_nobody_in_breach_by_a_name_alone(cast, proceeding):
    """A verdict and a moral sanction name one human being; to clear somebody no second attribute is needed."""
    form(cast, proceeding)
    hear(cast, proceeding)
    forgotten = {"nip": "", "identified_by_attribute": "", "identified_at": None}
    with unlocked():
        proceeding.case.parties.update(**forgotten)
    with pytest.raises(ActRefused, match="belum dipastikan dengan ciri kedua"):
        rule(cast, proceeding)
    confirm_identity(cast, proceeding.case, at("2024-08-08", 8))
    rule(cast, proceeding)
    with unlocked():
        proceeding.case.parties.update(**forgotten)
    with pytest.raises(ActRefused, match="belum dipastikan dengan ciri kedua"):
        impose(cast, proceeding)


def test_a_council_may_clear_somebody_nobody_confirmed(cast, proceeding):
    form(cast, proceeding)
    hear(cast, proceeding)
    with unlocked():
        proceeding.case.parties.update(nip="", identified_by_attribute="", identified_at=None)
    rule(cast, proceeding, replace(VERDICT, breached=False))
    proceeding.refresh_from_db()
    assert proceeding.state == "STOPPED"


def test_the_whole_ethics_route_ends_with_a_closed_statement_and_the_case(cast, proceeding):
    form(cast, proceeding)
    hear(cast, proceeding)
    rule(cast, proceeding)
    made = impose(cast, proceeding)
    assert (made.kind, made.level, made.sanction_code) == ("MORAL", "MORAL", "closed_statement")
    deliver(cast, proceeding, "2024-08-14")
    # Ps 19: the council's decision is final; the statement takes effect when it is stated.
    assert made.delivery.in_force_date == date(2024, 8, 14)
    proceeding.refresh_from_db()
    assert proceeding.state == "FINAL"
    act.decision_execute(
        ref=proceeding.ref, document="Berita acara 12/2024, 15 Agustus 2024", by=cast.dewi, at=at("2024-08-15")
    )
    act.proceeding_close(ref=proceeding.ref, by=cast.dewi, at=at("2024-08-16"))
    proceeding.case.refresh_from_db()
    assert (proceeding.case.state, proceeding.case.deviates) == ("CLOSED", False)
    kinds = [letter.kind for letter in letters_of(proceeding.case.chain)]
    assert kinds[3:] == [
        "COUNCIL_DECREE",
        "COUNCIL_SUMMONS",
        "COUNCIL_DECISION",
        "MORAL_STATEMENT_CLOSED",
        "DELIVERY_RECORD",
    ]


def test_no_article_says_by_when_a_moral_statement_is_handed_over(cast, proceeding):
    """PP 42/2004 names no term; the one of PP 94/2021 Ps 37(3) is for a discipline penalty."""
    form(cast, proceeding)
    hear(cast, proceeding)
    rule(cast, proceeding)
    impose(cast, proceeding)
    assert not proceeding.case.deadlines.filter(rule="delivery").exists()
    assert not follow_up_board(cast.ani, on=date(2024, 12, 1)).rows


def test_an_open_statement_says_where_and_a_delegate_may_state_it(cast, proceeding):
    form(cast, proceeding)
    hear(cast, proceeding)
    rule(cast, proceeding)
    opened = replace(
        RULING,
        mode="OPEN",
        delegate_title="Kepala Dinas Perhubungan Kota Jambi",
        delegate_post="JPT_PRATAMA",
        delegate_name="Sri Rahayu (contoh)",
    )
    with pytest.raises(ActRefused, match="cara pengumuman"):
        impose(cast, proceeding, opened)
    made = impose(cast, proceeding, replace(opened, forum="Papan pengumuman kantor"))
    assert made.sanction_code == "open_statement"
    assert made.signer_title == made.delegate_title == "Kepala Dinas Perhubungan Kota Jambi"


class WhenSomebodyActs:
    """Rani, for the mayor who is away or for the head of an office to whom the mayor delegated."""

    RANI, PAPER = "Rani Wulandari (contoh)", "Surat 800/77/BKPSDM/2024, 1 Juli 2024"

    def signed(self, kind):
        return (Letter.objects.get(kind=kind).data or {})["signer"]

    def it_is_his_title_and_name_under_the_council_and_the_statement(self, cast, proceeding):
        title = "Plh. Wali Kota Jambi"
        signing = act.Signing(title, self.RANI, self.PAPER)
        act.council_form(ref=proceeding.ref, members=COUNCIL, signing=signing, by=cast.rahmat, at=at("2024-08-01"))
        call(cast, proceeding)
        hear(cast, proceeding)
        rule(cast, proceeding)
        made = impose(
            cast,
            proceeding,
            replace(RULING, signer_title=title, signer_name=self.RANI, signer_basis=self.PAPER),
        )
        assert self.signed("COUNCIL_DECREE") == {"name": self.RANI, "position": title}
        assert self.signed("MORAL_STATEMENT_CLOSED") == {"name": self.RANI, "position": title}
        assert (made.registered_title, made.signer_basis) == ("Wali Kota Jambi", self.PAPER)
        decided = Letter.objects.get(kind="COUNCIL_DECISION").data or {}
        assert decided["mandate"].startswith(f"Keputusan {title} Nomor ")

    def it_is_a_delegate_with_a_paper_and_neither_the_accused_nor_the_head(self, cast, proceeding):
        form(cast, proceeding)
        hear(cast, proceeding)
        rule(cast, proceeding)
        title = "Plt. Kepala Dinas Perhubungan"
        acting = replace(RULING, delegate_title=title, delegate_post="JPT_PRATAMA", delegate_name=self.RANI)
        for wrong, why in (
            ({}, "Isi dasar penunjukan «Plt. Kepala Dinas"),
            ({"signer_basis": self.PAPER, "delegate_name": proceeding.party.name.upper()}, "adalah terlapor"),
            ({"delegate_title": "Wali Kota Jambi"}, "jabatan PPK sendiri, jadi bukan penerima delegasi"),
        ):
            with pytest.raises(ActRefused, match=why):
                impose(cast, proceeding, replace(acting, **wrong))
        made = impose(cast, proceeding, replace(acting, signer_basis=self.PAPER))
        assert self.signed("MORAL_STATEMENT_CLOSED") == {"name": self.RANI, "position": title}
        assert (made.signer_title, made.registered_title, made.signer_basis) == (title, "", self.PAPER)


def test_nobody_lets_a_chance_pass_on_a_day_for_which_he_was_not_called(cast, proceeding):
    """Called for 6 August; the council sat on the 20th without him, and he had never been told."""
    form(cast, proceeding)
    missed = {"ref": proceeding.ref, "held_date": date(2024, 8, 20), "by": cast.dewi, "at": at("2024-08-20")}
    with pytest.raises(ActRefused, match="dipanggil untuk 6 Agustus 2024, bukan 20 Agustus 2024"):
        act.council_hear(**missed, defended=False, defence="Tidak hadir.")
    assert act.council_hear(**missed, defended=True, defence="Saya datang atas permintaan lisan.").defended


def test_nobody_is_heard_before_the_day_for_which_he_was_called(cast, proceeding):
    act.council_form(ref=proceeding.ref, members=COUNCIL, by=cast.rahmat, at=at("2024-08-01"))
    with pytest.raises(WrongState, match="Majelis kode etik dibentuk"):
        hear(cast, proceeding, defended=False, defence="Tidak hadir.")
    call(cast, proceeding, "2024-08-07")
    with pytest.raises(ActRefused, match="mendahului hari yang disebut dalam panggilan"):
        hear(cast, proceeding, defended=False, defence="Tidak hadir.")


def test_nobody_sits_in_judgment_of_himself(cast, proceeding):
    accused = replace(COUNCIL[2], name=f"  {proceeding.party.name.upper()} ")
    with pytest.raises(ActRefused, match="adalah terlapor"):
        form(cast, proceeding, (*COUNCIL[:2], accused, *COUNCIL[3:]))


def test_who_was_kept_from_the_case_does_not_judge_it(cast, proceeding):
    handler_recuse(case_ref=proceeding.case.ref, reason="Kakak terlapor.", by=cast.rahmat, at=at("2024-07-31"))
    kin = replace(COUNCIL[2], name=cast.rahmat.full_name)
    with pytest.raises(ActRefused, match="dikecualikan"):
        act.council_form(
            ref=proceeding.ref, members=(*COUNCIL[:2], kin, *COUNCIL[3:]), by=cast.dewi, at=at("2024-08-01")
        )


def test_no_breach_clears_the_name(cast, proceeding):
    form(cast, proceeding)
    hear(cast, proceeding)
    cleared = replace(VERDICT, breached=False, breach="", administrative_action=True)
    hearing = rule(cast, proceeding, cleared)
    assert not hearing.administrative_action
    proceeding.refresh_from_db()
    assert (proceeding.state, proceeding.outcome) == ("STOPPED", "Tidak terbukti menurut majelis kode etik")


def test_a_breach_must_be_named(cast, proceeding):
    form(cast, proceeding)
    hear(cast, proceeding)
    with pytest.raises(ActRefused, match="Pasal 15 ayat"):
        rule(cast, proceeding, replace(VERDICT, breach=""))


def test_a_moral_sanction_where_a_severe_penalty_was_recommended_needs_a_reason(cast):
    proceeding = open_story(cast, replace(PHOTO, category="DISCIPLINE", level="SEVERE"), "ETHICS")
    form(cast, proceeding)
    hear(cast, proceeding)
    rule(cast, proceeding)
    with pytest.raises(act.ReasonMissing, match="di bawah rekomendasi"):
        impose(cast, proceeding)
    impose(cast, proceeding, replace(RULING, deviation_reason="Perbuatan sebelum penetapan calon."))
    proceeding.case.refresh_from_db()
    assert proceeding.case.deviates
    # A statement is no decree, and does not call itself one.
    paper = pdf(letters_of(proceeding.case.chain)[-1].ref)
    assert says(paper, "Sanksi ini di bawah rekomendasi, dengan alasan: Perbuatan sebelum penetapan calon.")


def by_secretary():
    return replace(
        RULING,
        delegate_title="Sekretaris Daerah Kota Jambi",
        delegate_post="REGIONAL_SECRETARY",
        delegate_name="Abdul Gani (contoh)",
    )


@pytest.mark.parametrize("post", ["", "PELAKSANA", "FUNCTIONAL"])
def test_it_is_delegated_to_nobody_below_the_fourth_echelon(cast, proceeding, post):
    """PP 42/2004 Ps 15(5): "sekurang-kurangnya pejabat struktural eselon IV"."""
    form(cast, proceeding)
    hear(cast, proceeding)
    rule(cast, proceeding)
    to_clerk = replace(RULING, delegate_title="Staf pelaksana", delegate_post=post, delegate_name="Dodi (contoh)")
    with pytest.raises(ActRefused, match="eselon IV"):
        impose(cast, proceeding, to_clerk)
    impose(cast, proceeding, replace(to_clerk, delegate_title="Kepala Subbagian Umum", delegate_post="PENGAWAS"))
    assert says(pdf(letters_of(proceeding.case.chain)[-1].ref), "kepada pejabat dengan jenjang jabatan pengawas (")


def test_the_statement_prints_what_the_authority_weighed(cast, proceeding):
    form(cast, proceeding)
    hear(cast, proceeding)
    rule(cast, proceeding)
    impose(cast, proceeding, replace(RULING, considerations="Terlapor mengakui perbuatannya di depan majelis."))
    paper = pdf(letters_of(proceeding.case.chain)[-1].ref)
    assert says(paper, "dengan pertimbangan: Terlapor mengakui perbuatannya di depan majelis.")


def test_whoever_it_was_delegated_to_states_it_under_no_name_but_his_own(cast, proceeding):
    """PP 42/2004 Ps 15(5): another official states it; the mayor, who delegated it, does not sign it."""
    form(cast, proceeding)
    hear(cast, proceeding)
    rule(cast, proceeding)
    impose(cast, proceeding, replace(by_secretary(), delegate_post="JPT_PRATAMA"))
    paper = letters_of(proceeding.case.chain)[-1]
    assert (paper.data or {})["signer"] == {
        "name": "Abdul Gani (contoh)",
        "position": "Sekretaris Daerah Kota Jambi",
    }
    article = "Pasal 15 ayat (5) Peraturan Pemerintah Nomor 42 Tahun 2004"
    assert says(
        pdf(paper.ref),
        "berdasarkan pendelegasian wewenang Wali Kota Jambi kepada pejabat dengan jenjang jabatan pimpinan tinggi "
        f"pratama ({article}) dan berdasarkan Keputusan Majelis Kode Etik Nomor",
    )


def test_it_is_delegated_to_nobody_without_a_name(cast, proceeding):
    """A final paper never changes: a name that is missing on the day it is issued would be missing for good."""
    form(cast, proceeding)
    hear(cast, proceeding)
    rule(cast, proceeding)
    with pytest.raises(ActRefused, match="Tulis nama penerima delegasi"):
        impose(cast, proceeding, replace(by_secretary(), delegate_name="  "))
    assert {each.kind for each in letters_of(proceeding.case.chain)}.isdisjoint({"MORAL_STATEMENT_CLOSED"})


def test_what_the_authority_states_himself_speaks_of_no_delegation(cast, proceeding):
    form(cast, proceeding)
    hear(cast, proceeding)
    rule(cast, proceeding)
    impose(cast, proceeding)
    assert not says(pdf(letters_of(proceeding.case.chain)[-1].ref), "pendelegasian")


class WhenTheAccusedIsAPPPK:
    """PP 42/2004 Ps 1 speaks of PNS and CPNS; PP 49/2018 Ps 52 leaves a PPPK to the rules of the own agency."""

    AGENCY_RULE = "Perwali 7/2021 Pasal 12 (contoh)"
    NAMED = replace(RULING, agency_rule=AGENCY_RULE, agency_sanction="Permintaan maaf tertulis (contoh)")

    def carried(self, cast):
        pppk = replace(PHOTO, people=(replace(BUDI, employment="PPPK"),))
        proceeding = open_story(cast, pppk, "ETHICS")
        form(cast, proceeding)
        hear(cast, proceeding)
        rule(cast, proceeding)
        return proceeding

    def it_is_not_given_the_moral_sanction_of_pns(self, cast):
        proceeding = self.carried(cast)
        with pytest.raises(ActRefused, match=r"hanya bagi PNS dan CPNS \(Pasal 1\).*PP 49/2018 Pasal 52"):
            impose(cast, proceeding)
        assert not Decision.objects.filter(proceeding=proceeding).exists()

    def it_is_given_what_the_rules_of_the_agency_name(self, cast):
        made = impose(cast, self.carried(cast), self.NAMED)
        assert (made.sanction_code, made.sanction_label) == ("agency_ethics_rule", "Permintaan maaf tertulis (contoh)")
        assert made.basis == f"PP 49/2018 Pasal 52 ayat (1)-(2); {self.AGENCY_RULE}"
        printed = pdf(made.letter_ref)
        assert says(printed, self.AGENCY_RULE)
        assert says(printed, "dijatuhkan sanksi berupa Permintaan maaf tertulis (contoh), dinyatakan secara tertutup")
        assert not says(printed, "42/2004 Pasal 15")
        assert not says(printed, "sanksi moral") and not says(printed, "Sanksi Moral")
        assert not says(printed, "SANKSI MORAL") and says(printed, "PERNYATAAN SANKSI PPPK MENURUT PERATURAN INSTANSI")

    def it_is_refused_while_the_sanction_has_no_name(self, cast):
        """The rules of his agency name the sanction; "what the rules name" is none that anybody could execute."""
        proceeding = self.carried(cast)
        with pytest.raises(ActRefused, match=r"Sebutkan sanksi.*menurut peraturan instansi itu"):
            impose(cast, proceeding, replace(self.NAMED, agency_sanction=" "))
        assert not Decision.objects.filter(proceeding=proceeding).exists()

    def it_has_no_paper_and_no_event_that_rests_on_the_regulation_of_pns(self, cast):
        proceeding = self.carried(cast)
        impose(cast, proceeding, self.NAMED)
        ours = Event.objects.filter(chain=proceeding.case.chain, verb__regex=r"^sanctions\.(council|moral)_")
        assert {each.citation for each in ours} == {"PP 49/2018 Pasal 52 (peraturan instansi)"}
        for letter in letters_of(proceeding.case.chain):
            if "COUNCIL" in letter.kind:
                assert not says(pdf(letter.ref), "42 Tahun 2004"), letter.kind

    def it_may_have_a_council_as_the_agency_composes_it(self, cast):
        pppk = replace(PHOTO, people=(replace(BUDI, employment="PPPK"),))
        formed = form(cast, open_story(cast, pppk, "ETHICS"), COUNCIL[:4])
        assert "Pasal 18 ayat (1)" in formed.composition_note
