"""On its date, by two people: whoever was not proven guilty is gone; numbers, hashes and the trail stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from netra.cases import operations as act
from netra.cases.models import Case, DeadlineChange, Erasure, Party, Recusal
from netra.cases.tests.builders import (
    ADVICE,
    BAWASLU,
    BUDI,
    CITY,
    LIKE,
    Cast,
    at,
    carry_to_plenary,
    carry_to_recommendation,
    carry_to_referral,
    confirm_identity,
    end_withdrawn,
    from_report,
    make_case,
    make_report,
    register,
    term,
)
from netra.cases.tests.consulting import answered_consultation
from netra.cases.tests.dump import places_with
from netra.intake.models import Report
from netra.intake.operations import report_message_add
from netra.intake.states import Mode
from netra.intake.submission import Person, Reporter
from netra.intake.tests import builders as intake
from netra.intake.written_documents import NamesSomebody
from netra.letters.models import Letter
from netra.letters.queries import pdf
from netra.letters.tests.put_off import drawn
from netra.trust import evidence, trail
from netra.trust.acts import Role
from netra.trust.errors import NotFound
from netra.trust.models import EvidenceItem, StoredContent, User
from netra.trust.tests import builders as trust
from netra.trust.tests.locks import unlocked
from netra.trust.tests.told_once import told_once

pytestmark = pytest.mark.django_db
CANARY = "Kenari"
# Two years after the plenary of 24 October 2024.
DUE = "2026-10-24"


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path


class Twins(Cast):
    """The cast with a second person who may erase."""

    def __init__(self) -> None:
        super().__init__()
        self.sinta: User = trust.grant(trust.make_user("sinta"), Role.INTAKE_OFFICER, region="15")


def request(people: Cast, case: Case, *, by=None, on=DUE, reason="Jadwal retensi.") -> Erasure:
    return act.erasure_request(case_ref=case.ref, reason=reason, by=by or people.wayan, at=at(on))


def approve(people: Twins, case: Case, *, by=None, on="2026-10-26") -> Erasure:
    return act.erasure_approve(case_ref=case.ref, by=by or people.sinta, at=at(on))


@told_once
def full_of_canaries(people: Twins) -> Case:
    """A case with the canary in every place where somebody writes, that ends not proven on 24 October 2024."""
    report = make_report(
        people,
        what=f"{CANARY} berdiri di panggung.",
        place=f"Rumah {CANARY}",
        how_known=f"Saya tetangga {CANARY}.",
        persons=(Person(name=f"{CANARY} (contoh)", position=f"Staf {CANARY}", agency=f"Dinas {CANARY}"),),
        reporter=Reporter(mode=Mode.CONFIDENTIAL, name=f"{CANARY} Pelapor (contoh)", address=f"Jalan {CANARY}"),
    )
    sari = intake.sari_of(report)
    report_message_add(
        report_ref=report.ref, body=f"{CANARY} mengancam saya.", token="t-1", by=sari, at=at("2024-10-18", 10)
    )
    evidence.receive(
        content=f"pesan {CANARY}".encode(),
        original_name=f"{CANARY}.txt",
        by=sari,
        at=at("2024-10-18", 10),
        chain=f"report:{report.ref}",
        note=f"layar {CANARY}",
    )
    accused = replace(BUDI, name=f"{CANARY} (contoh)", position_title=f"Kepala {CANARY}", unit_name=f"Unit {CANARY}")
    deed = replace(LIKE, narrative=f"{CANARY} menyukai unggahan.", place=f"akun {CANARY}")
    opening = replace(from_report(report), title=f"Dugaan {CANARY}", parties=(accused,), acts=(deed,))
    case = act.case_register(opening=opening, report_ref=report.ref, by=people.wayan, at=at("2024-10-18", 11))
    act.act_correct(
        case_ref=case.ref,
        ordinal=1,
        act=replace(deed, narrative=f"{CANARY} membagikan unggahan.", place=f"warung {CANARY}"),
        reason=f"Menurut {CANARY}.",
        by=people.wayan,
        at=at("2024-10-18", 11),
    )
    _study(people, case)
    _decide(people, case)
    return Case.objects.get(pk=case.pk)


def _study(people: Twins, case: Case) -> None:
    wayan: dict[str, Any] = {"case_ref": case.ref, "by": people.wayan}
    act.case_start_preliminary(**wayan, at=at("2024-10-18", 12))
    act.case_start_study(**wayan, at=at("2024-10-18", 13))
    act.party_identify(**wayan, ordinal=1, nip="198001012005011001", attribute="UNIT", at=at("2024-10-18", 13))
    place = f"Aula {CANARY}"
    act.clarification_invite(
        **wayan, invitation=act.Invitation("ACCUSED", at("2024-10-19"), place, party=1), at=at("2024-10-18", 14)
    )
    act.clarification_invite(
        **wayan,
        invitation=act.Invitation("WITNESS", at("2024-10-19"), place, name=f"{CANARY} Saksi"),
        at=at("2024-10-18", 14),
    )
    for number in (1, 2):
        act.clarification_record(
            **wayan, ordinal=number, attended=True, statement=f"Kata {CANARY}.", at=at("2024-10-19", 11)
        )
    owed = term(case, "bawaslu_decision")
    act.deadline_extend(
        **wayan,
        deadline_id=owed.pk,
        due=date(2024, 10, 22),
        reason=f"Menunggu {CANARY}.",
        document="Surat 1, 18 Oktober 2024",
        at=at("2024-10-19", 12),
    )
    item = act.evidence_add(**wayan, content=f"foto {CANARY}".encode(), name=f"{CANARY}.png", at=at("2024-10-19", 12))
    secret = act.answer_link_issue(**wayan, party=1, until=at("2024-11-30"), shown=(item.ref,), at=at("2024-10-19", 12))
    act.answer_give(secret=secret, text=f"Saya {CANARY}, bukan pelakunya.", at=at("2024-10-20"))
    act.answer_record(**wayan, party=1, text=f"{CANARY} menambahkan.", at=at("2024-10-21"))
    consultation = answered_consultation(people.wayan, BAWASLU)
    act.advice_cite(**wayan, party=1, number=consultation.ref, note=f"Seperti {CANARY}.", at=at("2024-10-21"))
    act.allegation_assess(**wayan, party=1, act=1, at=at("2024-10-21"))
    act.allegation_change(
        **wayan,
        party=1,
        act=1,
        reading=act.Reading("ETHICS", "MORAL", "MORAL"),
        reason=f"Akun {CANARY} dibajak.",
        earlier_decision=f"Nomor 7 tentang {CANARY}",
        at=at("2024-10-21", 10),
    )


def _decide(people: Twins, case: Case) -> None:
    act.case_finish_study(
        case_ref=case.ref,
        proposal=f"Hentikan perkara {CANARY}.",
        facts=f"Fakta {CANARY}.",
        analysis=f"Analisis {CANARY}.",
        by=people.wayan,
        at=at("2024-10-22"),
    )
    gede = trust.grant(trust.make_user("gede"), Role.INTAKE_OFFICER, region="15.71")
    act.handler_recuse(case_ref=case.ref, reason=f"Sepupu {CANARY}.", by=gede, at=at("2024-10-23"))
    act.plenary_decide(
        case_ref=case.ref,
        outcome="NOT_PROVEN",
        held_date=date(2024, 10, 24),
        members=3,
        reason=f"Perbuatan {CANARY} tidak terbukti.",
        by=people.putu,
        at=at("2024-10-24"),
    )


def acquit(people: Cast, case: Case) -> Case:
    """The plenary finds nothing proven, on 24 October 2024."""
    return act.plenary_decide(
        case_ref=case.ref,
        outcome="NOT_PROVEN",
        held_date=date(2024, 10, 24),
        members=3,
        reason="Unsur tidak terpenuhi.",
        by=people.putu,
        at=at("2024-10-24"),
    )


def not_proven(people: Cast) -> Case:
    case = make_case(people)
    carry_to_plenary(people, case)
    return acquit(people, case)


class WhenACaseIsErased:
    def it_leaves_the_name_nowhere_in_the_database_nor_on_the_disk(self):
        people = Twins()
        case = full_of_canaries(people)
        # The canary did sing: it stood in all these tables, or its absence later would prove nothing.
        assert set(places_with(CANARY)) >= {
            "cases_act",
            "cases_allegation",
            "cases_answer",
            "cases_case",
            "cases_clarification",
            "cases_deadlinechange",
            "cases_party",
            "cases_plenary",
            "cases_recusal",
            "intake_report",
            "intake_reportedperson",
            "intake_reportmessage",
            "letters_letter",
            "prevention_citedconsultation",
            "trust_evidenceitem",
        }
        request(people, case)
        approve(people, case)
        assert places_with(CANARY) == []
        assert places_with("198001012005011001") == []

    def it_says_nothing_of_a_name_in_the_trail_before_either(self):
        people = Twins()
        full_of_canaries(people)
        assert not [place for place in places_with(CANARY) if "trust_event" in place]

    def it_keeps_the_numbers_of_its_letters_and_nothing_in_them(self):
        people = Twins()
        case = full_of_canaries(people)
        before = list(
            Letter.objects.filter(chain=case.chain).order_by("pk").values_list("number", "kind", "letter_date")
        )
        assert [kind for _number, kind, _day in before] == [
            "CLARIFICATION_INVITATION",
            "CLARIFICATION_INVITATION",
            "STUDY",
        ]
        request(people, case)
        approve(people, case)
        left = Letter.objects.filter(chain=case.chain).order_by("pk")
        assert list(left.values_list("number", "kind", "letter_date")) == before
        assert {(each.status, each.data, each.pdf_sha256) for each in left} == {("ERASED", None, "")}
        for each in left:
            with pytest.raises(NotFound, match="sudah dimusnahkan"):
                pdf(each.ref)

    def it_keeps_the_hashes_of_its_evidence_and_of_the_reports(self):
        people = Twins()
        case = full_of_canaries(people)
        hashes = sorted(EvidenceItem.objects.values_list("sha256", flat=True))
        assert len(hashes) == 2
        request(people, case)
        erasure = approve(people, case)
        assert sorted(erasure.destroyed["evidence"]) == hashes
        assert len(erasure.destroyed["letters"]) == 3
        assert sorted(EvidenceItem.objects.values_list("sha256", flat=True)) == hashes
        assert not EvidenceItem.objects.filter(content__isnull=False).exists()
        assert not StoredContent.objects.exists()

    def it_keeps_the_trail_whole_and_says_who_did_it(self):
        people = Twins()
        case = full_of_canaries(people)
        before = len(trail.history(case.chain))
        request(people, case)
        approve(people, case)
        assert trail.verify_database().ok
        told = trail.history(case.chain)
        assert len(told) > before
        last = told[-1]
        assert (last.verb, last.actor_ref) == ("cases.erasure_approve", people.sinta.actor_ref)
        assert dict(last.payload) == {"case": case.ref, "letters": 3, "evidence": 2}

    def it_keeps_what_is_counted(self):
        """Forms, phases, channels and how it ended are counted for years; they name nobody."""
        people = Twins()
        case = full_of_canaries(people)
        request(people, case)
        approve(people, case)
        case.refresh_from_db()
        assert (case.state, case.region_code, case.ended_date, case.erased_at) == (
            "NOT_PROVEN",
            "15.71",
            date(2024, 10, 24),
            at("2026-10-26"),
        )
        assert (case.title, case.outcome) == ("(dihapus)", "Tidak terbukti")
        deed = case.acts.get()
        assert (deed.conduct, deed.channel, deed.act_date) == (
            "social_media_reaction",
            "SOCIAL_MEDIA",
            date(2024, 10, 15),
        )
        party = Party.objects.get(case=case)
        assert (party.name, party.nip, party.agency_code, party.employment) == ("", "", CITY, "PNS")
        assert DeadlineChange.objects.get().old_due_date == date(2024, 10, 21)
        assert Recusal.objects.get().reason == "(dihapus)"

    def it_is_not_undone_by_identifying_somebody_again(self):
        people = Twins()
        case = full_of_canaries(people)
        request(people, case)
        approve(people, case)
        with pytest.raises(act.WrongState):
            act.party_identify(
                case_ref=case.ref,
                ordinal=1,
                nip="198001012005011001",
                attribute="UNIT",
                by=people.wayan,
                at=at("2026-10-27"),
            )
        with pytest.raises(act.ActRefused, match="Tidak ada permintaan"):
            approve(people, case, on="2026-10-27")

    def it_destroys_a_copy_that_another_case_still_needs_only_here(self):
        """The same photo came with two cases; it is stored once, and the other case still opens it."""
        people = Twins()
        case, other = not_proven_with_photo(people), make_case(people)
        kept = act.evidence_add(
            case_ref=other.ref, content=b"foto yang sama", name="b.png", by=people.wayan, at=at("2024-10-18")
        )
        request(people, case)
        approve(people, case)
        assert evidence.open_original(kept.ref, by=people.wayan, at=at("2026-10-27"), chain=other.chain) == (
            b"foto yang sama"
        )


def not_proven_with_photo(people: Cast) -> Case:
    case = make_case(people)
    act.evidence_add(case_ref=case.ref, content=b"foto yang sama", name="a.png", by=people.wayan, at=at("2024-10-18"))
    Case.objects.filter(pk=case.pk).update(state="PLENARY")
    return acquit(people, case)


def test_in_an_office_with_one_officer_a_member_of_the_plenary_is_the_second_person():
    people = Twins()
    case = not_proven(people)
    request(people, case)
    assert approve(people, case, by=people.putu).approved_by == people.putu
    assert Party.objects.get(case=case).name == ""


class WhenErasureIsRefused:
    @pytest.mark.parametrize(("on", "early"), [("2026-10-23", True), ("2026-10-24", False)])
    def it_is_a_day_too_early(self, on, early):
        people = Twins()
        case = not_proven(people)
        assert case.erase_date == date(2026, 10, 24)
        if not early:
            assert request(people, case, on=on).requested_by == people.wayan
            return
        with pytest.raises(act.ActRefused, match="24 Oktober 2026"):
            request(people, case, on=on)

    def it_is_one_person_alone(self):
        people = Twins()
        case = not_proven(people)
        request(people, case)
        with pytest.raises(act.ActRefused, match="orang kedua"):
            approve(people, case, by=people.wayan)
        assert Party.objects.get(case=case).name == "Budi (contoh)"

    def it_was_not_asked_for(self):
        people = Twins()
        with pytest.raises(act.ActRefused, match="Tidak ada permintaan"):
            approve(people, not_proven(people))

    def it_was_asked_for_already(self):
        people = Twins()
        case = not_proven(people)
        request(people, case)
        with pytest.raises(act.ActRefused, match="sudah diminta"):
            request(people, case, by=people.sinta)

    @pytest.mark.parametrize("reason", ["Jadwal arsip Budi", "BUDI sudah bebas"])
    def it_names_somebody_in_the_reason_which_is_kept(self, reason):
        people = Twins()
        case = not_proven(people)
        with pytest.raises(NamesSomebody, match="menyebut nama orang dalam perkara: Budi"):
            request(people, case, reason=reason)

    def it_has_no_reason(self):
        people = Twins()
        with pytest.raises(act.ActRefused, match="alasan tertulis"):
            request(people, not_proven(people), reason=" ")

    def it_is_a_case_that_still_runs_or_was_proven(self):
        people = Twins()
        case = make_case(people)
        with pytest.raises(act.WrongState, match="Diregistrasi"):
            request(people, case)
        carry_to_recommendation(people, case)
        with pytest.raises(act.WrongState, match="Direkomendasikan"):
            request(people, case, by=people.sinta)

    @pytest.mark.parametrize("who", ["maria", "dewi", "ani", "lestari"])
    def it_is_asked_by_somebody_who_does_not_see_the_case(self, who):
        people = Twins()
        case = not_proven(people)
        with pytest.raises(NotFound):
            request(people, case, by=getattr(people, who))

    def it_fails_half_way_and_nothing_is_lost(self):
        """Letters and evidence of the case have gone when its report is not found: everything comes back."""
        people = Twins()
        case = full_of_canaries(people)
        request(people, case)
        with unlocked():
            Case.objects.filter(pk=case.pk).update(report_ref="LAP-2024-NONE")
        with pytest.raises(NotFound):
            approve(people, case)
        assert Party.objects.get(case=case).name == f"{CANARY} (contoh)"
        assert Erasure.objects.get().approved_at is None
        for letter in Letter.objects.filter(chain=case.chain):
            assert drawn(pdf(letter.ref)).startswith(b"%PDF")
        (item,) = evidence.items_of(case.chain)
        assert evidence.open_original(item.ref, by=people.wayan, at=at("2026-10-27"), chain=case.chain) == (
            f"foto {CANARY}".encode()
        )
        with unlocked():
            Case.objects.filter(pk=case.pk).update(report_ref=case.report_ref)
        assert trail.verify_database().ok


def test_what_was_coded_and_recommended_goes_with_a_case_whose_every_person_was_cleared():
    people = Twins()
    case = make_case(people)
    carry_to_referral(people, case)
    advice = replace(ADVICE, basis=f"Pasal dan {CANARY}", reason=f"Kata {CANARY}.")
    confirm_identity(people, case, at("2024-10-28", 8))
    act.case_recommend(case_ref=case.ref, advice=advice, by=people.ani, at=at("2024-10-28"))
    handled = Case.objects.get(pk=case.pk)
    act.enter_proceeding(handled, at=at("2024-11-01"))
    act.cause_code(case_ref=case.ref, causes={"KINSHIP": f"Ipar {CANARY}."}, by=people.wayan, at=at("2024-11-04"))
    assert set(places_with(CANARY)) == {"cases_recommendation", "cases_causecode", "letters_letter"}
    handled.refresh_from_db()
    act.case_close(case=handled, outcome="Tidak terbukti", proven=False, by=people.dewi, at=at("2024-12-02"))
    request(people, case, on="2026-12-02")
    approve(people, case, on="2026-12-03")
    assert places_with(CANARY) == []


def test_a_withdrawn_case_is_erased_with_its_report():
    people = Twins()
    case = register(people, make_report(people))
    end_withdrawn(people, case)
    request(people, case, on="2026-10-19")
    approve(people, case)
    assert places_with("Budi Santoso") == []
    assert places_with("Dewanti") == []
    report = Report.objects.get()
    assert (report.ref, report.state, report.erased_at) == (case.report_ref, "WITHDRAWN", at("2026-10-26"))
