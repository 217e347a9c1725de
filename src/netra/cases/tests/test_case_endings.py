"""How a case ends: withdrawn, expired, closed; and that none of it comes undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from netra.cases import operations as act
from netra.cases.models import Case, Deadline
from netra.cases.states import STEPS
from netra.cases.tests.builders import (
    BUDI,
    LIKE,
    Cast,
    at,
    carry_to_plenary,
    carry_to_recommendation,
    carry_to_referral,
    day,
    from_report,
    make_case,
    make_report,
    open_terms,
    register,
    take_back,
)
from netra.intake.operations import report_withdraw_record
from netra.law.procedure import find_step
from netra.trust import trail
from netra.trust.access import NotAllowed
from netra.trust.errors import NotFound

pytestmark = pytest.mark.django_db


def meeting(on: str, reason: str) -> dict[str, Any]:
    return {"held_date": day(on), "members": 3, "reason": reason, "at": at(on)}


def withdraw(cast: Cast, case: Case, *, reason="Pelapor mencabut dengan surat.", by=None, on="2024-10-19") -> Case:
    return act.case_withdraw(case_ref=case.ref, by=by or cast.putu, **meeting(on, reason))


def expire(cast: Cast, case: Case, *, reason="Tenggat lewat.", by=None, on="2024-10-22") -> Case:
    return act.case_expire(case_ref=case.ref, by=by or cast.putu, **meeting(on, reason))


def taken_back(cast: Cast) -> Case:
    """Sari's report of 18 October became a case, and she took it back the same day."""
    case = register(cast, make_report(cast))
    take_back(case)
    return case


class WhenTheReporterWithdraws:
    def it_ends_sealed_with_its_date_of_erasure(self):
        cast = Cast()
        case = withdraw(cast, taken_back(cast))
        assert (case.state, case.ended_date, case.erase_date) == ("WITHDRAWN", date(2024, 10, 19), date(2026, 10, 19))
        assert case.outcome == "Laporan dicabut: Pelapor mencabut dengan surat."
        assert (open_terms(case), case.next_due_date) == ({}, None)

    def it_is_the_plenary_that_ends_it_and_no_officer(self):
        """Wayan received the report and studies it; alone he ends nothing."""
        cast = Cast()
        case = taken_back(cast)
        with pytest.raises(NotAllowed):
            withdraw(cast, case, by=cast.wayan)
        with pytest.raises(act.ActRefused, match="sekurangnya dua anggota"):
            act.case_withdraw(case_ref=case.ref, by=cast.putu, **{**meeting("2024-10-19", "Dicabut."), "members": 1})
        kept = withdraw(cast, case).plenaries.get()
        assert (kept.outcome, kept.held_date, kept.members) == ("WITHDRAWN", date(2024, 10, 19), 3)
        assert kept.decided_by == cast.putu.actor_ref

    def it_does_not_end_while_the_report_stands(self):
        """Whatever an officer heard by telephone: Sari did nothing."""
        cast = Cast()
        case = register(cast, make_report(cast))
        with pytest.raises(act.ActRefused, match="tidak dicabut"):
            withdraw(cast, case, reason="Pelapor menelepon dan mencabut.")
        case.refresh_from_db()
        assert case.state == "REGISTERED"

    def it_ends_by_a_letter_that_an_officer_recorded(self):
        cast = Cast()
        case = register(cast, make_report(cast))
        letter = "Surat pencabutan 3/X/2024, 18 Oktober 2024"
        report_withdraw_record(report_ref=case.report_ref, document=letter, by=cast.wayan, at=at("2024-10-18", 13))
        assert withdraw(cast, case).state == "WITHDRAWN"

    def it_is_not_decided_before_it_happened(self):
        cast = Cast()
        case = register(cast, make_report(cast))
        take_back(case, on="2024-10-20")
        with pytest.raises(act.ActRefused, match="mendahului pencabutan"):
            act.case_withdraw(
                case_ref=case.ref, by=cast.putu, **{**meeting("2024-10-21", "Dicabut."), "held_date": day("2024-10-19")}
            )

    def it_leaves_the_duty_of_a_superior_owed_and_says_that_no_article_ends_a_case_so(self):
        cast = Cast()
        case = withdraw(cast, taken_back(cast))
        told = trail.history(case.chain)[-1]
        assert "tidak ditemukan" in told.citation
        assert "tetap terutang: PP 94/2021 Pasal 26 ayat (1)" in told.citation
        # The reason may tell who the reporter is; it stays in the case.
        assert dict(told.payload) == {"case": case.ref, "date": "2024-10-19"}

    def it_does_not_end_an_allegation_of_discipline(self):
        """Budi is suspected of a breach of discipline: his superior must summon him, whether or not Sari complains."""
        cast = Cast()
        case = taken_back(cast)
        suspect(cast, case)
        with pytest.raises(act.ActRefused, match=r"PP 94/2021 Pasal 26 ayat \(1\)"):
            withdraw(cast, case)
        drop(cast, case)
        assert withdraw(cast, case).state == "WITHDRAWN"

    def it_does_not_end_a_suspected_crime(self):
        """No text that was read makes an election crime depend on a complaint: the police hear of it, or why not."""
        cast = Cast()
        report = make_report(cast)
        head = replace(BUDI, employment="VILLAGE_HEAD", position="UNKNOWN")
        deed = replace(LIKE, conduct="village_head_partisan_decision")
        opening = replace(from_report(report), parties=(head,), acts=(deed,))
        case = act.case_register(opening=opening, report_ref=report.ref, by=cast.wayan, at=at("2024-10-18", 11))
        take_back(case)
        suspect(cast, case)
        with pytest.raises(act.ActRefused, match="tidak bergantung pada aduan"):
            withdraw(cast, case)

    def it_needs_a_reason(self):
        cast = Cast()
        with pytest.raises(act.ActRefused, match="alasan tertulis"):
            withdraw(cast, taken_back(cast), reason="  ")

    def it_is_no_way_out_of_a_finding(self):
        """Nobody reported, so nobody can withdraw; the supervisor decides by plenary."""
        cast = Cast()
        with pytest.raises(act.ActRefused, match="berasal dari temuan"):
            withdraw(cast, make_case(cast))

    def it_comes_too_late_after_the_plenary(self):
        cast = Cast()
        case = taken_back(cast)
        for state in ("TO_REFER", "REFERRED", "RECOMMENDED", "PROCEEDING"):
            Case.objects.filter(pk=case.pk).update(state=state, referred=state != "TO_REFER")
            with pytest.raises(act.WrongState):
                withdraw(cast, case)

    def it_may_happen_up_to_the_plenary(self):
        cast = Cast()
        case = taken_back(cast)
        Case.objects.filter(pk=case.pk).update(state="PLENARY")
        assert withdraw(cast, case).state == "WITHDRAWN"


def suspect(cast: Cast, case: Case, *, on: str = "2024-10-18") -> None:
    """What the law room proposes of Budi's like: discipline under PP 94/2021."""
    act.allegation_assess(case_ref=case.ref, party=1, act=1, by=cast.wayan, at=at(on, 14))


def drop(cast: Cast, case: Case, *, on: str = "2024-10-18") -> None:
    """An officer drops it, with a reason that everybody reads."""
    reason = "Akun itu bukan milik terlapor."
    act.allegation_change(case_ref=case.ref, party=1, act=1, reading=None, reason=reason, by=cast.wayan, at=at(on, 15))


class WhenTheTermOfHandlingHasPassed:
    """A regional case registered on 17 October 2024 is due on Sunday the 20th."""

    def it_ends_sealed(self):
        cast = Cast()
        case = expire(cast, make_case(cast), on="2024-10-21")
        assert (case.state, case.erase_date) == ("EXPIRED", date(2026, 10, 21))
        assert case.outcome == "Kedaluwarsa: Tenggat lewat."
        assert open_terms(case) == {}
        assert case.plenaries.get().outcome == "EXPIRED"

    @pytest.mark.parametrize("who", ["wayan", "ani"])
    def it_is_not_ended_by_who_let_it_pass(self, who):
        cast = Cast()
        case = make_case(cast)
        with pytest.raises((NotAllowed, NotFound)):
            expire(cast, case, by=getattr(cast, who))

    def it_says_that_the_law_bounds_the_office_and_ends_no_case(self):
        """UU 8/2015 Ps 134(5)-(6) oblige Bawaslu to act within three and two days; a case does not expire there."""
        cast = Cast()
        case = expire(cast, make_case(cast))
        assert trail.history(case.chain)[-1].citation.startswith(
            "UU 1/2015 jo. UU 8/2015 Pasal 134 ayat (5)–(6) (batas waktu bertindak"
        )
        step = find_step(STEPS, act="cases.case_expire", state="REGISTERED")
        assert step is not None
        for kind in ("GENERAL", "REGIONAL"):
            assert step.law(election_kind=kind, on=day("2024-10-22")).verification == "DERIVED"

    def it_leaves_an_allegation_of_discipline_to_be_referred(self):
        """Bawaslu was late; that Budi's superior must summon him (PP 94/2021 Ps 26(1)) did not end with that."""
        cast = Cast()
        case = make_case(cast)
        carry_to_plenary(cast, case)
        with pytest.raises(act.ActRefused, match="teruskan"):
            expire(cast, case, on="2024-11-30")
        act.plenary_decide(case_ref=case.ref, outcome="TO_REFER", by=cast.putu, **meeting("2024-11-30", "Terlambat."))
        act.case_refer(case_ref=case.ref, by=cast.wayan, at=at("2024-12-02"))
        case.refresh_from_db()
        assert (case.state, case.ended_date, case.erase_date) == ("REFERRED", None, None)

    def it_ends_when_nothing_of_discipline_is_left(self):
        cast = Cast()
        case = make_case(cast)
        suspect(cast, case)
        drop(cast, case)
        assert expire(cast, case).state == "EXPIRED"

    @pytest.mark.parametrize("on", ["2024-10-17", "2024-10-20"])
    def it_is_not_over_while_the_last_day_lasts(self, on):
        cast = Cast()
        case = make_case(cast)
        with pytest.raises(act.ActRefused, match="Belum ada tenggat"):
            expire(cast, case, on=on)
        case.refresh_from_db()
        assert case.state == "REGISTERED"

    def it_was_not_over_on_the_day_of_an_earlier_meeting(self):
        cast = Cast()
        case = make_case(cast)
        with pytest.raises(act.ActRefused, match="Belum ada tenggat"):
            act.case_expire(
                case_ref=case.ref, by=cast.putu, **{**meeting("2024-10-25", "Lewat."), "held_date": day("2024-10-20")}
            )

    def it_does_not_expire_by_the_preliminary_study_alone(self):
        """That study is late from the 21st on; the case itself lives until the 21st has passed."""
        cast = Cast()
        case = register(cast, make_report(cast))
        assert open_terms(case) == {"preliminary_study": date(2024, 10, 20), "bawaslu_decision": date(2024, 10, 21)}
        with pytest.raises(act.ActRefused, match="Belum ada tenggat"):
            expire(cast, case, on="2024-10-21")
        assert expire(cast, case, on="2024-10-22").state == "EXPIRED"

    def it_does_not_expire_after_the_referral(self):
        cast = Cast()
        case = make_case(cast)
        carry_to_referral(cast, case)
        with pytest.raises(act.WrongState):
            expire(cast, case, on="2025-01-30")

    def it_needs_a_reason(self):
        cast = Cast()
        with pytest.raises(act.ActRefused, match="alasan tertulis"):
            expire(cast, make_case(cast), reason="")


class WhenTheLastProceedingEnds:
    def it_closes_without_a_seal(self):
        """A proven breach is kept: the decision stands in the person's file."""
        cast = Cast()
        case = make_case(cast)
        carry_to_recommendation(cast, case)
        handled = Case.objects.get(pk=case.pk)
        act.enter_proceeding(handled, at=at("2024-11-01"))
        act.case_close(case=handled, outcome="Semua penanganan selesai", proven=True, by=cast.dewi, at=at("2024-12-02"))
        closed = Case.objects.get(pk=case.pk)
        assert (closed.state, closed.ended_date, closed.erase_date) == ("CLOSED", date(2024, 12, 2), None)
        assert (open_terms(closed), closed.next_due_date) == ({}, None)

    def it_does_not_close_what_no_plenary_has_decided_on(self):
        cast = Cast()
        case = make_case(cast)
        with pytest.raises(act.WrongState):
            act.case_close(
                case=Case.objects.get(pk=case.pk), outcome="Selesai", proven=True, by=cast.dewi, at=at("2024-12-02")
            )


ENDS = {
    "withdrawn": lambda cast: withdraw(cast, taken_back(cast)),
    "expired": lambda cast: expire(cast, make_case(cast)),
}


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize(
    "what",
    ["case_start_preliminary", "case_start_study", "case_refer"],
)
def test_what_has_ended_does_not_go_on(end, what):
    cast = Cast()
    case = ENDS[end](cast)
    with pytest.raises(act.WrongState, match="tidak ada"):
        getattr(act, what)(case_ref=case.ref, by=cast.wayan, at=at("2024-10-23"))


@pytest.mark.parametrize("who", ["wayan", "hasan"])
def test_whoever_only_sees_the_case_does_not_end_it(who):
    cast = Cast()
    case = taken_back(cast)
    with pytest.raises(NotAllowed):
        withdraw(cast, case, by=getattr(cast, who))


def test_an_end_is_one_event_with_the_day_it_was_taken():
    cast = Cast()
    case = make_case(cast)
    before = len(trail.history(case.chain))
    expire(cast, case, on="2024-10-22")
    told = trail.history(case.chain)[before:]
    assert [(each.verb, each.at) for each in told] == [("cases.case_expire", at("2024-10-22"))]
    assert Deadline.objects.get(case=case).met_date == day("2024-10-22")
