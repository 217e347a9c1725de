"""How a case ends: withdrawn, expired, closed; and that none of it comes undone."""

from __future__ import annotations

from datetime import date

import pytest

from netra.cases import operations as act
from netra.cases.models import Case, Deadline
from netra.cases.tests.builders import (
    Cast,
    at,
    carry_to_plenary,
    carry_to_recommendation,
    carry_to_referral,
    day,
    make_case,
    make_report,
    open_terms,
    register,
)
from netra.trust import trail
from netra.trust.access import NotAllowed

pytestmark = pytest.mark.django_db


def withdraw(cast: Cast, case: Case, *, reason="Pelapor mencabut dengan surat.", by=None, on="2024-10-19") -> Case:
    return act.case_withdraw(case_ref=case.ref, reason=reason, by=by or cast.wayan, at=at(on))


def expire(cast: Cast, case: Case, *, reason="Tenggat lewat.", on="2024-10-22") -> Case:
    return act.case_expire(case_ref=case.ref, reason=reason, by=cast.wayan, at=at(on))


class WhenTheReporterWithdraws:
    def it_ends_sealed_with_its_date_of_erasure(self):
        cast = Cast()
        case = withdraw(cast, register(cast, make_report(cast)))
        assert (case.state, case.ended_date, case.erase_date) == ("WITHDRAWN", date(2024, 10, 19), date(2026, 10, 19))
        assert case.outcome == "Laporan dicabut: Pelapor mencabut dengan surat."
        assert (open_terms(case), case.next_due_date) == ({}, None)

    def it_cites_that_the_duty_of_a_superior_remains(self):
        cast = Cast()
        case = withdraw(cast, register(cast, make_report(cast)))
        told = trail.history(case.chain)[-1]
        assert told.citation.startswith("PP 94/2021 Pasal 26 ayat (1)")
        # The reason may tell who the reporter is; it stays in the case.
        assert dict(told.payload) == {"case": case.ref}

    def it_needs_a_reason(self):
        cast = Cast()
        case = register(cast, make_report(cast))
        with pytest.raises(act.ActRefused, match="alasan tertulis"):
            withdraw(cast, case, reason="  ")

    def it_is_no_way_out_of_a_finding(self):
        """Nobody reported, so nobody can withdraw; the supervisor decides by plenary."""
        cast = Cast()
        with pytest.raises(act.ActRefused, match="berasal dari temuan"):
            withdraw(cast, make_case(cast))

    def it_comes_too_late_after_the_plenary(self):
        cast = Cast()
        case = register(cast, make_report(cast))
        for state in ("TO_REFER", "REFERRED", "RECOMMENDED", "PROCEEDING"):
            Case.objects.filter(pk=case.pk).update(state=state, referred=state != "TO_REFER")
            with pytest.raises(act.WrongState):
                withdraw(cast, case)

    def it_may_happen_up_to_the_plenary(self):
        cast = Cast()
        case = register(cast, make_report(cast))
        carry_to_plenary_of_report(cast, case)
        assert withdraw(cast, case).state == "WITHDRAWN"


def carry_to_plenary_of_report(cast: Cast, case: Case) -> None:
    Case.objects.filter(pk=case.pk).update(state="PLENARY")


class WhenTheTermOfHandlingHasPassed:
    """A regional case registered on 17 October 2024 is due on Sunday the 20th."""

    def it_ends_sealed(self):
        cast = Cast()
        case = expire(cast, make_case(cast), on="2024-10-21")
        assert (case.state, case.erase_date) == ("EXPIRED", date(2026, 10, 21))
        assert case.outcome == "Kedaluwarsa: Tenggat lewat."
        assert open_terms(case) == {}

    @pytest.mark.parametrize("on", ["2024-10-17", "2024-10-20"])
    def it_is_not_over_while_the_last_day_lasts(self, on):
        cast = Cast()
        case = make_case(cast)
        with pytest.raises(act.ActRefused, match="Belum ada tenggat"):
            expire(cast, case, on=on)
        case.refresh_from_db()
        assert case.state == "REGISTERED"

    def it_does_not_expire_by_the_preliminary_study_alone(self):
        """That study is late from the 21st on; the case itself lives until the 21st has passed."""
        cast = Cast()
        case = register(cast, make_report(cast))
        assert open_terms(case) == {"preliminary_study": date(2024, 10, 20), "bawaslu_decision": date(2024, 10, 21)}
        with pytest.raises(act.ActRefused, match="Belum ada tenggat"):
            expire(cast, case, on="2024-10-21")
        assert expire(cast, case, on="2024-10-22").state == "EXPIRED"

    def it_does_not_expire_while_the_term_is_paused(self):
        cast = Cast()
        case = make_case(cast)
        owed = Deadline.objects.get(case=case, rule="bawaslu_decision")
        act.deadline_pause(
            case_ref=case.ref,
            deadline_id=owed.pk,
            reason="Menunggu.",
            document="Surat 1",
            by=cast.wayan,
            at=at("2024-10-18"),
        )
        with pytest.raises(act.ActRefused, match="Belum ada tenggat"):
            expire(cast, case, on="2024-11-30")

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
        act.enter_proceeding(handled, at=at("2024-10-29"))
        act.case_close(case=handled, outcome="Semua penanganan selesai", proven=True, by=cast.dewi, at=at("2024-12-02"))
        closed = Case.objects.get(pk=case.pk)
        assert (closed.state, closed.ended_date, closed.erase_date) == ("CLOSED", date(2024, 12, 2), None)
        assert (open_terms(closed), closed.next_due_date) == ({}, None)

    def it_does_not_close_what_is_only_recommended(self):
        cast = Cast()
        case = make_case(cast)
        carry_to_recommendation(cast, case)
        with pytest.raises(act.WrongState):
            act.case_close(
                case=Case.objects.get(pk=case.pk), outcome="Selesai", proven=True, by=cast.dewi, at=at("2024-12-02")
            )


ENDS = {
    "withdrawn": lambda cast: withdraw(cast, register(cast, make_report(cast))),
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


@pytest.mark.parametrize("who", ["putu", "hasan"])
def test_whoever_only_sees_the_case_does_not_end_it(who):
    cast = Cast()
    case = register(cast, make_report(cast))
    with pytest.raises(NotAllowed):
        withdraw(cast, case, by=getattr(cast, who))


def test_an_end_is_one_event_with_the_day_it_was_taken():
    cast = Cast()
    case = make_case(cast)
    carry_to_plenary(cast, case)
    before = len(trail.history(case.chain))
    expire(cast, case, on="2024-10-22")
    told = trail.history(case.chain)[before:]
    assert [(each.verb, each.at) for each in told] == [("cases.case_expire", at("2024-10-22"))]
    assert Deadline.objects.get(case=case).met_date == day("2024-10-22")
