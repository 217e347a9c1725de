"""Keberatan against penalties, banding against dismissals: in term, out of term, to whom, and what then holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from netra.cases.operations import ActRefused, WrongState
from netra.cases.tests.builders import BUDI, Cast, at
from netra.letters.models import Letter
from netra.letters.queries import letters_of, pdf
from netra.letters.tests.pdf_text import says
from netra.sanctions import operations as act
from netra.sanctions.models import Proceeding, Remedy
from netra.sanctions.queries import decision_sheet
from netra.sanctions.tests.builders import (
    PARTISAN_2019,
    RULING,
    Story,
    carry_to_decision,
    carry_to_delivery,
    deed,
    deliver,
    examine,
    make_proceeding,
    open_story,
)
from netra.trust import trail
from netra.trust.access import NotAllowed
from netra.trust.tests.told_once import told_once

pytestmark = pytest.mark.django_db
PP_79_2021 = "Peraturan Pemerintah Nomor 79 Tahun 2021"
PP_79 = f"{PP_79_2021} tentang Upaya Administratif dan Badan Pertimbangan Aparatur Sipil Negara"

GROUNDS = "Akun itu dipakai orang lain."
MEMBER_2024 = Story(
    date(2024, 10, 17),
    deed("party_membership", date(2024, 10, 15)),
    category="STATUS_TERMINATION",
    level="TERMINATION",
)
MEMBER_2019 = replace(
    MEMBER_2024,
    start=date(2019, 2, 11),
    deed=deed("party_membership", date(2019, 2, 10)),
    election_kind="GENERAL",
    office="PRESIDENT",
)


@pytest.fixture
def cast():
    return Cast()


class WhenADemotionWasReceivedOn13November2024:
    """Fourteen working days: 14, 15 | 18–22 | 25, 26, (27 voting day), 28, 29 | 2, 3, 4 Dec: the 14th is 4 Dec."""

    @pytest.fixture
    def proceeding(self, cast):
        proceeding = make_proceeding(cast)
        carry_to_delivery(cast, proceeding)
        return proceeding

    @told_once
    def file(self, cast, proceeding, day):
        return act.objection_file(
            ref=proceeding.ref, filed_date=date.fromisoformat(day), grounds=GROUNDS, by=cast.dewi, at=at(day)
        )

    @told_once
    def decide(self, cast, proceeding, outcome, penalty="", day="2025-01-07"):
        answer = act.Answer(outcome, date.fromisoformat(day), "Alasan diterima sebagian.", sanction_after=penalty)
        return act.objection_decide(ref=proceeding.ref, answer=answer, by=cast.rahmat, at=at(day))

    def it_takes_an_objection_on_the_last_day(self, cast, proceeding):
        remedy = self.file(cast, proceeding, "2024-12-04")
        assert (remedy.addressee, last_rule(proceeding)) == ("Wali Kota Jambi", "PP 79/2021 Pasal 3–4")
        assert paper_of(remedy.letter_ref)["answer_rule"] == f"Pasal 5 ayat (1) {PP_79_2021}"
        # 21 working days: 5, 6 | 9–13 | 16–20 | 23, 24, (25, 26), 27 | 30, 31, (1), 2, 3 | 6, 7 January.
        term = proceeding.case.deadlines.get(rule="objection_decision")
        assert (term.due_date, term.met_date, term.agency_code) == (date(2025, 1, 7), None, "JAMBI-KOTA")

    def it_refuses_one_a_day_late_with_the_article(self, cast, proceeding):
        with pytest.raises(ActRefused, match=r"PP 79/2021 Pasal 4 ayat \(2\)"):
            self.file(cast, proceeding, "2024-12-05")

    def it_says_by_letter_that_one_a_day_late_is_inadmissible(self, cast, proceeding):
        """PP 79/2021 Pasal 4 ayat (3): the appointing authority says so in writing; the decision goes its way."""
        late = {"ref": proceeding.ref, "filed_date": date(2024, 12, 5), "at": at("2024-12-06")}
        with pytest.raises(NotAllowed):
            act.objection_reject(**late, by=cast.dewi)
        paper = act.objection_reject(**late, by=cast.rahmat)
        assert (paper.kind, paper.subject_ref) == ("OBJECTION_REJECTION", proceeding.ref)
        printed = pdf(paper.ref)
        assert says(printed, f"paling lambat tanggal 4 Desember 2024 (Pasal 4 ayat (2) {PP_79_2021})")
        assert says(printed, "tidak dapat diterima karena diajukan setelah tenggang waktunya berakhir")
        proceeding.refresh_from_db()
        assert proceeding.state == "DELIVERED"
        assert not Remedy.objects.exists()
        assert act.decision_enforce(ref=proceeding.ref, by=cast.dewi, at=at("2024-12-06"))

    def it_does_not_turn_away_one_that_came_before_the_decision_was_received(self, cast, proceeding):
        with pytest.raises(ActRefused, match="mendahului penerimaan keputusan"):
            act.objection_reject(ref=proceeding.ref, filed_date=date(2024, 1, 2), by=cast.rahmat, at=at("2024-12-06"))

    def it_does_not_turn_away_one_that_came_in_time(self, cast, proceeding):
        with pytest.raises(ActRefused, match="masih dalam tenggang waktu"):
            act.objection_reject(ref=proceeding.ref, filed_date=date(2024, 12, 4), by=cast.rahmat, at=at("2024-12-06"))

    def it_does_not_take_effect_while_the_objection_waits(self, cast, proceeding):
        self.file(cast, proceeding, "2024-12-02")
        with pytest.raises(WrongState, match="Keberatan"):
            act.decision_enforce(ref=proceeding.ref, by=cast.dewi, at=at("2024-12-20"))

    def it_holds_from_the_day_of_the_answer_with_what_was_changed(self, cast, proceeding):
        self.file(cast, proceeding, "2024-12-04")
        remedy = self.decide(cast, proceeding, "LIGHTENED", "rank_demotion_1y")
        assert (remedy.outcome, remedy.level_after) == ("LIGHTENED", "MODERATE")
        paper = paper_of(remedy.decision_letter_ref)
        assert paper["authority_title"] == "Wali Kota Jambi"
        ruling = "Keputusan tersebut diperingan menjadi: Penurunan pangkat setingkat lebih rendah selama 1 tahun."
        assert (paper["ruling"], paper["grounds"]) == (ruling, GROUNDS)
        assert last_rule(proceeding) == "PP 79/2021 Pasal 5–6"
        assert paper["recalling"] == [
            "Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara;",
            f"Pasal 5 dan Pasal 6 {PP_79};",
            "Peraturan Pemerintah Nomor 94 Tahun 2021 tentang Disiplin Pegawai Negeri Sipil;",
        ]
        assert proceeding.decision.delivery.in_force_date == date(2025, 1, 7)
        act.decision_finalise(ref=proceeding.ref, by=cast.dewi, at=at("2025-01-08"))

    def it_asks_for_the_penalty_where_it_was_changed(self, cast, proceeding):
        self.file(cast, proceeding, "2024-12-04")
        with pytest.raises(ActRefused, match="Pilih hukuman setelah putusan"):
            self.decide(cast, proceeding, "AGGRAVATED")

    @pytest.mark.parametrize(
        ("outcome", "penalty", "why"),
        [
            ("LIGHTENED", "release_to_staff_12m", "tidak diperingan"),
            ("LIGHTENED", "demotion_12m", "tidak diperingan"),
            ("AGGRAVATED", "written_reprimand", "tidak diperberat"),
            ("CHANGED", "demotion_12m", "tidak diubah"),
            ("AGGRAVATED", "honourable_dismissal", "Pilih hukuman"),
            ("LIGHTENED", "status_termination_2023", "Pilih hukuman"),
            ("LIGHTENED", "allowance_cut_6m", "Pilih hukuman"),
        ],
    )
    def it_refuses_what_contradicts_its_own_word(self, cast, proceeding, outcome, penalty, why):
        self.file(cast, proceeding, "2024-12-04")
        with pytest.raises(ActRefused, match=why):
            self.decide(cast, proceeding, outcome, penalty)

    def it_says_in_the_decree_that_less_remains_than_was_asked_for_and_why(self, cast, proceeding):
        """The law and the recommendation ask for a severe penalty; a demotion of rank is a moderate one."""
        self.file(cast, proceeding, "2024-12-04")
        remedy = self.decide(cast, proceeding, "LIGHTENED", "rank_demotion_1y")
        (said,) = [each for each in paper_of(remedy.decision_letter_ref)["considering"] if "dengan alasan" in each]
        assert said.startswith("bahwa putusan ini di bawah batas bawah hukum dan di bawah rekomendasi, dengan alasan: ")

    def it_says_nothing_of_it_where_the_decision_stays_as_it_was(self, cast, proceeding):
        self.file(cast, proceeding, "2024-12-04")
        remedy = self.decide(cast, proceeding, "UPHELD")
        assert not [each for each in paper_of(remedy.decision_letter_ref)["considering"] if "dengan alasan" in each]

    def it_marks_the_case_when_less_remains_than_the_law_or_the_recommendation_asks(self, cast, proceeding):
        self.file(cast, proceeding, "2024-12-04")
        self.decide(cast, proceeding, "LIGHTENED", "rank_demotion_1y")
        proceeding.case.refresh_from_db()
        assert proceeding.case.deviates

    @pytest.mark.parametrize(
        ("outcome", "said", "unsaid"), [("REVOKED", "dicabut", "dibatalkan"), ("ANNULLED", "dibatalkan", "dicabut")]
    )
    def it_ends_when_the_decision_is_revoked_or_annulled(self, cast, proceeding, outcome, said, unsaid):
        """PP 79/2021 Ps 6(1) names two things; a decree does one of them, and no penalty takes effect by it."""
        self.file(cast, proceeding, "2024-12-04")
        self.decide(cast, proceeding, outcome)
        proceeding.refresh_from_db()
        assert (proceeding.state, proceeding.outcome) == ("ANNULLED", "Keputusan dibatalkan")
        assert proceeding.decision.delivery.in_force_date is None
        printed = pdf(proceeding.decision.remedy.decision_letter_ref)
        assert says(printed, f"Keputusan tersebut {said}.") and not says(printed, unsaid)
        assert not says(printed, "mulai berlaku sesuai dengan putusan")
        assert says(
            printed,
            f"upaya hukum kepada Pengadilan Tata Usaha Negara (Pasal 6 ayat (3) {PP_79_2021})",
        )

    def it_offers_no_appeal_against_what_is_no_dismissal(self, cast, proceeding):
        with pytest.raises(ActRefused, match="keberatan, bukan banding administratif"):
            act.appeal_file(
                ref=proceeding.ref, filed_date=date(2024, 12, 2), grounds=GROUNDS, by=cast.dewi, at=at("2024-12-02")
            )

    def it_becomes_final_only_when_the_term_has_passed(self, cast, proceeding):
        act.decision_enforce(ref=proceeding.ref, by=cast.dewi, at=at("2024-12-05"))
        act.decision_finalise(ref=proceeding.ref, by=cast.dewi, at=at("2024-12-05", 10))

    def it_is_not_final_on_the_last_day_of_the_term(self, cast, proceeding):
        with pytest.raises(ActRefused, match="mulai berlaku pada 5 Desember 2024"):
            act.decision_enforce(ref=proceeding.ref, by=cast.dewi, at=at("2024-12-04"))


def examined_in_2019(cast):
    """A moderate breach in the general election, examined and proven by 18 March 2019, under PP 53/2010."""
    proceeding = open_story(cast, PARTISAN_2019)
    examine(cast, proceeding, letter="2019-03-04", held="2019-03-14", reported="2019-03-18", level="MODERATE")
    return proceeding


class WhenAnotherOfficialThanTheAuthorityImposedIt:
    """A reprimand by the head of the office: the objection goes to his superior, who has 21 working days."""

    @pytest.fixture
    def proceeding(self, cast):
        proceeding = make_proceeding(cast)
        ruling = replace(
            RULING,
            sanction_code="verbal_reprimand",
            imposed_by="OFFICIAL",
            signer_title="Kepala Dinas Tata Ruang",
            deviation_reason="Baru sekali.",
        )
        carry_to_decision(cast, proceeding, ruling)
        deliver(cast, proceeding, "2024-11-13")
        return proceeding

    def it_goes_to_the_superior_of_who_imposed_it_and_he_has_six_days_to_respond(self, cast, proceeding):
        remedy = act.objection_file(
            ref=proceeding.ref, filed_date=date(2024, 12, 4), grounds=GROUNDS, by=cast.dewi, at=at("2024-12-04")
        )
        assert remedy.addressee == "Atasan Kepala Dinas Tata Ruang"
        # PP 79/2021 Ps 8(3): six working days: 5, 6 | 9, 10, 11, 12 December.
        term = proceeding.case.deadlines.get(rule="objection_response")
        assert (term.due_date, term.citation) == (date(2024, 12, 12), "PP 79/2021 Pasal 8 ayat (3)")

    def it_cites_the_articles_on_an_officials_penalty_in_the_paper_and_in_the_trail(self, cast, proceeding):
        """PP 79/2021 Ps 3(3), 8 and 9: Ps 4 to 6 are for a penalty by the authority itself."""
        filed = act.objection_file(
            ref=proceeding.ref, filed_date=date(2024, 12, 4), grounds=GROUNDS, by=cast.dewi, at=at("2024-12-04")
        )
        assert last_rule(proceeding) == "PP 79/2021 Pasal 3 ayat (1) huruf b dan ayat (3)"
        # Ps 8(4): the superior has 21 working days, here until 7 January.
        receipt = paper_of(filed.letter_ref)
        assert (receipt["answer_due"], receipt["answer_rule"]) == (
            "2025-01-07",
            f"Pasal 8 ayat (4) {PP_79_2021}",
        )
        answer = act.Answer("UPHELD", date(2025, 1, 7), "Teguran sudah tepat.")
        decided = act.objection_decide(ref=proceeding.ref, answer=answer, by=cast.rahmat, at=at("2025-01-07"))
        assert last_rule(proceeding) == "PP 79/2021 Pasal 8–9"
        printed = paper_of(decided.decision_letter_ref)
        assert printed["recalling"][1] == f"Pasal 8 dan Pasal 9 {PP_79};"
        assert printed["authority_title"] == "Atasan Kepala Dinas Tata Ruang"

    def it_says_that_the_article_on_a_late_one_was_not_read(self, cast, proceeding):
        """The copy of PP 79/2021 lacks Ps 7; Ps 4(3) speaks of the authority only. The superior signs (Ps 3(3))."""
        late = act.objection_reject(
            ref=proceeding.ref, filed_date=date(2024, 12, 5), by=cast.rahmat, at=at("2024-12-06")
        )
        rule = "PP 79/2021 Pasal 3 ayat (3) dan Pasal 7 (bunyi Pasal 7 belum dibaca; disamakan dengan Pasal 4)"
        assert last_rule(proceeding) == rule
        printed = paper_of(late.ref)
        assert printed["recalling"][1] == (f"Pasal 3 ayat (3) dan Pasal 7 {PP_79}, belum diverifikasi ke naskah asli;")
        assert (printed["authority_title"], printed["signer"]) == (
            "Atasan Kepala Dinas Tata Ruang",
            {"position": "Atasan Kepala Dinas Tata Ruang"},
        )

    def it_is_noted_where_the_law_gives_the_penalty_to_somebody_else(self, cast, proceeding):
        assert proceeding.decision.competence_note == ""

    def it_waits_fifteen_days_of_the_calendar_under_the_old_regulation_where_it_was_moderate(self, cast):
        """PP 53/2010 Ps 44(1): received 2019-03-25, the fifteenth day after is 2019-04-09; objection until 04-08."""
        proceeding = examined_in_2019(cast)
        ruling = replace(
            RULING,
            sanction_code="promotion_delay_1y",
            imposed_by="OFFICIAL",
            signer_title="Kepala Dinas Tata Ruang",
            decided_date=date(2019, 3, 20),
        )
        made = act.decision_make(ref=proceeding.ref, ruling=ruling, by=cast.rahmat, at=at("2019-03-20", 16))
        deliver(cast, proceeding, "2019-03-25")
        assert made.delivery.in_force_date == date(2019, 4, 9)
        remedy = act.objection_file(
            ref=proceeding.ref, filed_date=date(2019, 4, 8), grounds=GROUNDS, by=cast.dewi, at=at("2019-04-08")
        )
        assert remedy.kind == "OBJECTION"


class WhenSomebodyStayedAwayFromTheDeliveryUnderTheOldRegulation:
    """PP 53/2010 Ps 46: the fifteenth day from the day that was set for the delivery, whatever came by post when."""

    def it_counts_from_the_day_that_was_set(self, cast):
        """Set for Thursday 2019-03-21, sent and received on 2019-04-01: in force on 2019-04-05."""
        proceeding = examined_in_2019(cast)
        ruling = replace(RULING, sanction_code="promotion_delay_1y", decided_date=date(2019, 3, 20))
        made = act.decision_make(ref=proceeding.ref, ruling=ruling, by=cast.rahmat, at=at("2019-03-20", 16))
        sent = act.Handover(manner="SENT", received_date=date(2019, 4, 1), place="Kantor Pos")
        with pytest.raises(ActRefused, match="PP 53/2010 Pasal 46"):
            act.decision_deliver(ref=proceeding.ref, handover=sent, by=cast.dewi, at=at("2019-04-01"))
        sent = replace(sent, meant_date=date(2019, 3, 21), sent_date=date(2019, 3, 22))
        act.decision_deliver(ref=proceeding.ref, handover=sent, by=cast.dewi, at=at("2019-04-01"))
        assert made.delivery.in_force_date == date(2019, 4, 5)
        term = proceeding.case.deadlines.get(rule="discipline_in_force_absent")
        assert (term.citation, term.met_date) == ("PP 53/2010 Pasal 46", None)
        act.decision_enforce(ref=proceeding.ref, by=cast.dewi, at=at("2019-04-08"))
        term.refresh_from_db()
        assert term.met_date == date(2019, 4, 5)


class WhenTheFifteenthDayCameBeforeTheTermOfObjectionEnded:
    """Between 31 August 2021 and 21 March 2022 the effect ran by the calendar, the objection by working days."""

    def it_is_not_recorded_as_in_force_while_an_objection_may_come(self, cast):
        """Received Fri 2021-10-15: effect 2021-10-30; fourteen working days, with the 20th a holiday: 2021-11-05."""
        story = Story(date(2021, 9, 6), deed("partisan_activity", date(2021, 9, 5)), office="REGENT")
        proceeding = open_story(cast, story)
        examine(cast, proceeding, letter="2021-10-01", held="2021-10-11", reported="2021-10-12", level="SEVERE")
        ruling = replace(RULING, decided_date=date(2021, 10, 13))
        made = act.decision_make(ref=proceeding.ref, ruling=ruling, by=cast.rahmat, at=at("2021-10-13", 16))
        assert says(pdf(made.letter_ref), "hari ke-15 (kelima belas) sejak diterima")
        assert says(pdf(made.letter_ref), "(Pasal 38 ayat (1) Peraturan Pemerintah Nomor 94 Tahun 2021)")
        deliver(cast, proceeding, "2021-10-15")
        assert made.delivery.in_force_date == date(2021, 10, 30)
        with pytest.raises(ActRefused, match="masih dapat diajukan sampai 5 November 2021"):
            act.decision_enforce(ref=proceeding.ref, by=cast.dewi, at=at("2021-11-01"))
        act.decision_enforce(ref=proceeding.ref, by=cast.dewi, at=at("2021-11-08"))
        made.delivery.refresh_from_db()
        assert made.delivery.in_force_date == date(2021, 10, 30)


def test_an_imposer_whom_the_law_does_not_know_is_refused(cast):
    proceeding = make_proceeding(cast)
    with pytest.raises(ActRefused, match="siapa yang menjatuhkan"):
        carry_to_decision(cast, proceeding, replace(RULING, imposed_by="RULER"))


def last_rule(proceeding: Proceeding) -> str:
    """What the trail cites for the newest act."""
    return trail.history(proceeding.case.chain)[-1].citation


def paper_of(ref: str) -> dict[str, Any]:
    data = Letter.objects.get(ref=ref).data
    assert isinstance(data, dict)
    return data


@told_once
def terminate(cast, proceeding, code, day, **named):
    ruling = replace(RULING, sanction_code=code, decided_date=date.fromisoformat(day), **named)
    return act.termination_decide(ref=proceeding.ref, ruling=ruling, by=cast.rahmat, at=at(day))


@told_once
def appeal(cast, proceeding, day):
    return act.appeal_file(
        ref=proceeding.ref, filed_date=date.fromisoformat(day), grounds=GROUNDS, by=cast.dewi, at=at(day)
    )


class WhenPartyMembershipEndsTheStatus:
    def it_is_noted_where_it_belongs_to_the_president(self, cast):
        """PP 11/2017 Ps 270(1)a: for an ahli utama the authority proposes, the President decides."""
        high = replace(MEMBER_2024, people=(replace(BUDI, position="FUNCTIONAL_AHLI_UTAMA"),))
        proceeding = open_story(cast, high, "STATUS_TERMINATION")
        examine(cast, proceeding, letter="2024-11-01", held="2024-11-06", reported="2024-11-07", level="TERMINATION")
        with pytest.raises(ActRefused, match="nomor Keputusan Presiden"):
            terminate(cast, proceeding, "status_termination_2023", "2024-11-11")
        made = terminate(cast, proceeding, "status_termination_2023", "2024-11-11", document="12/K/2024 (contoh)")
        assert made.competence_note == (
            "Pemberhentian pemegang jabatan ini ditetapkan Presiden "
            "(PP 11/2017 Pasal 270 ayat (1) huruf a dan ayat (2)), atas usul PPK."
        )
        # The mayor did not dismiss: no decree of his is written, and what follows names the one of the President.
        assert (made.signer_title, made.document, made.letter_ref) == ("Presiden", "12/K/2024 (contoh)", "")
        assert "STATUS_TERMINATION" not in {each.kind for each in letters_of(proceeding.case.chain)}
        deliver(cast, proceeding, "2024-11-13")
        assert paper_of(made.delivery.letter_ref)["document_number"] == "12/K/2024 (contoh)"
        appeal(cast, proceeding, "2024-12-04")
        assert (letters_of(proceeding.case.chain)[-1].data or {})["decision_number"] == "12/K/2024 (contoh)"

    def it_is_a_decision_of_its_own_with_an_appeal_to_bpasn(self, cast):
        proceeding = open_story(cast, MEMBER_2024, "STATUS_TERMINATION")
        examine(cast, proceeding, letter="2024-11-01", held="2024-11-06", reported="2024-11-07", level="TERMINATION")
        made = terminate(cast, proceeding, "status_termination_2023", "2024-11-11")
        # The end of the month of becoming a member, in the decree and ever after: it does not wait for the appeal.
        assert (made.effective_date, made.effective_basis) == (date(2024, 10, 31), "PP 11/2017 Pasal 255")
        assert says(pdf(made.letter_ref), "31 Oktober 2024")
        assert (made.kind, made.level, made.deviates) == ("STATUS_TERMINATION", "TERMINATION", False)
        assert made.basis.startswith("UU 20/2023 Pasal 52 ayat (3) huruf j")
        deliver(cast, proceeding, "2024-11-13")
        assert last_rule(proceeding) == "PP 11/2017 Pasal 275"
        with pytest.raises(WrongState):
            act.objection_file(
                ref=proceeding.ref, filed_date=date(2024, 12, 2), grounds=GROUNDS, by=cast.dewi, at=at("2024-12-02")
            )
        with pytest.raises(ActRefused, match=r"PP 79/2021 Pasal 11 ayat \(3\).* badan yang memutusnya, bukan instansi"):
            appeal(cast, proceeding, "2024-12-05")
        remedy = appeal(cast, proceeding, "2024-12-04")
        assert "Badan Pertimbangan" in remedy.addressee
        answer = act.Answer("UPHELD", date(2025, 2, 3), "Dikuatkan.")
        act.appeal_decide(ref=proceeding.ref, answer=answer, by=cast.ani, at=at("2025-02-05"))
        assert proceeding.decision.delivery.in_force_date == date(2024, 10, 31)

    def it_may_rest_on_the_law_of_joining_or_on_what_replaced_it_where_nobody_read_the_transition(self, cast):
        """Joined in July 2023 under UU 5/2014, decided in February 2024 under UU 20/2023: the law of the act first."""
        joined = replace(MEMBER_2024, start=date(2024, 1, 8), deed=deed("party_membership", date(2023, 7, 1)))
        proceeding = open_story(cast, joined, "STATUS_TERMINATION")
        examine(cast, proceeding, letter="2024-01-23", held="2024-01-26", reported="2024-01-29", level="TERMINATION")
        sheet = decision_sheet(proceeding, on=date(2024, 2, 1))
        offered = [offer.sanction.code for offer in sheet.offered]
        assert offered == ["status_termination_2014", "status_termination_2023"]
        assert any("ketentuan peralihannya belum dibaca" in reason for reason in sheet.limits.reasons)
        made = terminate(cast, proceeding, "status_termination_2014", "2024-02-01")
        assert made.basis.startswith("UU 5/2014 Pasal 87 ayat (4) huruf c")
        assert made.effective_date == date(2023, 7, 31)

    def it_went_to_bapek_before_10_august_2021(self, cast):
        """PP 24/2011 Ps 7: fourteen days, calendar, from Mon 2019-03-25: 2019-04-08. Member since February 2019."""
        proceeding = open_story(cast, MEMBER_2019, "STATUS_TERMINATION")
        examine(cast, proceeding, letter="2019-03-04", held="2019-03-14", reported="2019-03-18", level="TERMINATION")
        made = terminate(cast, proceeding, "status_termination_2014", "2019-03-20")
        deliver(cast, proceeding, "2019-03-25")
        assert made.delivery.in_force_date == date(2019, 2, 28)
        with pytest.raises(ActRefused, match="PP 24/2011 Pasal 7"):
            appeal(cast, proceeding, "2019-04-09")
        assert "Kepegawaian" in appeal(cast, proceeding, "2019-04-08").addressee

    def it_ends_the_contract_of_a_contract_employee_by_its_own_rule(self, cast):
        story = replace(MEMBER_2024, people=(replace(BUDI, employment="PPPK", grade=""),))
        proceeding = open_story(cast, story, "STATUS_TERMINATION")
        examine(cast, proceeding, letter="2024-11-01", held="2024-11-06", reported="2024-11-07", level="TERMINATION")
        with pytest.raises(ActRefused, match="Pemutusan hubungan perjanjian kerja"):
            terminate(cast, proceeding, "status_termination_2023", "2024-11-11")
        with pytest.raises(ActRefused, match="nomor dan tanggal perjanjian kerja"):
            terminate(cast, proceeding, "contract_end_party", "2024-11-11")
        made = terminate(cast, proceeding, "contract_end_party", "2024-11-11", contract=" 45/PK/2022, 1 April 2022 ")
        # PP 49/2018 Ps 74(4): from the day it was proven, that of the report of 7 November.
        assert (made.effective_date, made.effective_basis) == (date(2024, 11, 7), "PP 49/2018 Pasal 74 ayat (4)")
        assert made.basis == "PP 49/2018 Pasal 53 ayat (3) huruf c"
        assert letters_of(proceeding.case.chain)[-1].kind == "PPPK_TERMINATION"
        assert paper_of(made.letter_ref)["contract"] == "45/PK/2022, 1 April 2022"


def test_there_was_no_objection_against_the_authority_under_the_old_regulation(cast):
    proceeding = examined_in_2019(cast)
    ruling = replace(RULING, sanction_code="promotion_delay_1y", decided_date=date(2019, 3, 20))
    act.decision_make(ref=proceeding.ref, ruling=ruling, by=cast.rahmat, at=at("2019-03-20"))
    deliver(cast, proceeding, "2019-03-25")
    with pytest.raises(ActRefused, match="PP 53/2010 Pasal 33–34"):
        act.objection_file(
            ref=proceeding.ref, filed_date=date(2019, 3, 26), grounds=GROUNDS, by=cast.dewi, at=at("2019-03-26")
        )


def test_a_discipline_penalty_cannot_be_stated_in_the_open(cast):
    """PP 42/2004 Ps 15(2) knows open statements for moral sanctions; PP 94/2021 Ps 37 delivers to the person."""
    proceeding = make_proceeding(cast)
    carry_to_decision(cast, proceeding)
    stated = act.Handover(manner="OPEN_FORUM", received_date=date(2024, 11, 13), place="Halaman kantor")
    with pytest.raises(ActRefused, match="Pasal 15"):
        act.decision_deliver(ref=proceeding.ref, handover=stated, by=cast.dewi, at=at("2024-11-13"))
