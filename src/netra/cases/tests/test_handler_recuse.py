"""Who is candidate, kin or reported never handles the case: it is not there for him any more."""

from __future__ import annotations

from functools import partial

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from netra.cases import operations as act
from netra.cases.access import case_for, visible_to
from netra.cases.models import Recusal
from netra.cases.queries import CaseFilter, case_page
from netra.cases.tests.builders import Cast, at, carry_to_referral, day, make_case, make_report, register
from netra.intake.access import visible_to as visible_reports
from netra.intake.operations import evidence_read, report_reply
from netra.trust import trail
from netra.trust.access import NotAllowed
from netra.trust.acts import Role
from netra.trust.errors import NotFound
from netra.trust.models import User
from netra.trust.tests import builders as trust

pytestmark = pytest.mark.django_db
WHY = "Terlapor adalah ipar saya."


def sees(user: User, ref: str) -> bool:
    return visible_to(user, on=day("2024-10-22")).filter(ref=ref).exists()


class WhenAnOfficerRecusesHimself:
    def it_is_as_if_the_case_were_not_there(self):
        cast = Cast()
        case, other = make_case(cast), make_case(cast)
        act.handler_recuse(case_ref=case.ref, reason=WHY, by=cast.wayan, at=at("2024-10-17", 10))
        assert (sees(cast.wayan, case.ref), sees(cast.wayan, other.ref)) == (False, True)
        assert [each.ref for each in case_page(cast.wayan, on=day("2024-10-22"), narrow=CaseFilter()).cases] == [
            other.ref
        ]
        with pytest.raises(NotFound):
            case_for(cast.wayan, case.ref, on=day("2024-10-22"))
        with pytest.raises(NotFound):
            act.case_start_preliminary(case_ref=case.ref, by=cast.wayan, at=at("2024-10-18"))

    def it_is_as_if_the_report_were_not_there_either(self):
        cast = Cast()
        report = make_report(cast)
        case = register(cast, report)
        reads = partial(visible_reports, on=day("2024-10-22"))
        assert reads(cast.wayan).filter(ref=report.ref).exists()
        act.handler_recuse(case_ref=case.ref, reason=WHY, by=cast.wayan, at=at("2024-10-19", 10))
        for reader, left in ((cast.wayan, False), (cast.putu, True), (cast.hasan, True)):
            assert reads(reader).filter(ref=report.ref).exists() is left
        with pytest.raises(NotFound):
            report_reply(report_ref=report.ref, body="Siapa Anda?", token="t" * 32, by=cast.wayan, at=at("2024-10-22"))
        with pytest.raises(NotFound):
            evidence_read(report_ref=report.ref, evidence_ref="BKT-2024-0", by=cast.wayan, at=at("2024-10-22"))

    def it_leaves_the_case_to_the_others(self):
        cast = Cast()
        case = make_case(cast)
        wife = trust.grant(trust.make_user("nyoman"), Role.INTAKE_OFFICER, region="15.71")
        act.handler_recuse(case_ref=case.ref, reason=WHY, by=cast.wayan, at=at("2024-10-17", 10))
        assert sees(wife, case.ref)
        assert sees(cast.putu, case.ref)

    def it_keeps_the_reason_with_the_case_and_out_of_the_trail(self):
        cast = Cast()
        case = make_case(cast)
        act.handler_recuse(case_ref=case.ref, reason=f"  {WHY} ", by=cast.wayan, at=at("2024-10-17", 10))
        kept = Recusal.objects.get()
        assert (kept.reason, kept.recused_by, kept.recused_at) == (WHY, cast.wayan.actor_ref, at("2024-10-17", 10))
        told = trail.history(case.chain)[-1]
        assert told.verb == "cases.handler_recuse"
        assert dict(told.payload) == {"case": case.ref, "user": cast.wayan.actor_ref}

    def it_needs_a_reason(self):
        cast = Cast()
        case = make_case(cast)
        with pytest.raises(act.ActRefused, match="alasan tertulis"):
            act.handler_recuse(case_ref=case.ref, reason="  ", by=cast.wayan, at=at("2024-10-17", 10))
        assert sees(cast.wayan, case.ref)

    def it_happens_once(self):
        cast = Cast()
        case = make_case(cast)
        act.handler_recuse(case_ref=case.ref, reason=WHY, by=cast.wayan, at=at("2024-10-17", 10))
        with pytest.raises(NotFound):
            act.handler_recuse(case_ref=case.ref, reason=WHY, by=cast.wayan, at=at("2024-10-17", 11))

    def it_holds_for_an_examiner_although_he_was_assigned(self):
        cast = Cast()
        case = make_case(cast)
        carry_to_referral(cast, case)
        eko = trust.grant(trust.make_user("eko"), Role.EXAMINER, matter=case.ref)
        assert sees(eko, case.ref)
        act.handler_recuse(case_ref=case.ref, reason=WHY, by=eko, at=at("2024-10-22"))
        assert not sees(eko, case.ref)


class WhenSomebodyElseIsRecused:
    def it_is_done_by_a_plenary_member_for_an_intake_officer(self):
        cast = Cast()
        case = make_case(cast)
        act.handler_recuse(case_ref=case.ref, username="wayan", reason=WHY, by=cast.putu, at=at("2024-10-17", 10))
        assert (sees(cast.wayan, case.ref), sees(cast.putu, case.ref)) == (False, True)
        assert Recusal.objects.get().recused_by == cast.putu.actor_ref

    def it_is_done_by_the_authority_for_his_personnel_officer(self):
        cast = Cast()
        case = make_case(cast)
        carry_to_referral(cast, case)
        act.handler_recuse(case_ref=case.ref, username="dewi", reason=WHY, by=cast.rahmat, at=at("2024-10-22"))
        assert not sees(cast.dewi, case.ref)

    def it_is_done_by_the_oversight_body_for_an_authority_who_is_a_candidate_himself(self):
        cast = Cast()
        case = make_case(cast)
        carry_to_referral(cast, case)
        reason = "Menjadi calon pada pemilihan yang sama."
        act.handler_recuse(case_ref=case.ref, username="rahmat", reason=reason, by=cast.ani, at=at("2024-10-22"))
        assert not sees(cast.rahmat, case.ref)

    @pytest.mark.parametrize(
        ("who", "whom"), [("wayan", "putu"), ("dewi", "rahmat"), ("dewi", "ani"), ("rahmat", "ani")]
    )
    def it_is_no_way_to_push_somebody_of_another_side_out(self, who, whom):
        cast = Cast()
        case = make_case(cast)
        carry_to_referral(cast, case)
        with pytest.raises(act.ActRefused, match="bukan dari pihak Anda"):
            act.handler_recuse(case_ref=case.ref, username=whom, reason=WHY, by=getattr(cast, who), at=at("2024-10-22"))
        assert sees(getattr(cast, whom), case.ref)

    @pytest.mark.parametrize("username", ["maria", "lestari", "nobody-at-all"])
    def it_tells_strangers_and_unknown_accounts_apart_for_nobody(self, username):
        cast = Cast()
        case = make_case(cast)
        with pytest.raises(act.ActRefused, match="Tidak ada petugas"):
            act.handler_recuse(case_ref=case.ref, username=username, reason=WHY, by=cast.putu, at=at("2024-10-17", 10))

    def it_is_not_for_the_auditor_who_only_reads(self):
        cast = Cast()
        case = make_case(cast)
        with pytest.raises(NotAllowed):
            act.handler_recuse(case_ref=case.ref, username="wayan", reason=WHY, by=cast.hasan, at=at("2024-10-17", 10))

    def it_is_not_for_a_stranger(self):
        cast = Cast()
        case = make_case(cast)
        with pytest.raises(NotFound):
            act.handler_recuse(case_ref=case.ref, username="wayan", reason=WHY, by=cast.maria, at=at("2024-10-17", 10))


def test_a_list_costs_the_same_number_of_queries_however_many_recusals_there_are():
    cast = Cast()
    cases = [make_case(cast) for _ in range(6)]
    counted = []
    for case in cases[:3]:
        wayan = User.objects.get(pk=cast.wayan.pk)
        with CaptureQueriesContext(connection) as queries:
            case_page(wayan, on=day("2024-10-22"), narrow=CaseFilter())
        counted.append(len(queries))
        act.handler_recuse(case_ref=case.ref, reason=WHY, by=cast.wayan, at=at("2024-10-17", 10))
    # The grants, the page itself, and who is accused in what stands on it.
    assert counted == [3, 3, 3]
