"""A person cleared in the examination is forgotten on the day of erasure, in this room too."""

from __future__ import annotations

import pytest

from netra.cases.models import Case
from netra.cases.operations import erasure_approve, erasure_request
from netra.cases.tests.builders import Cast, at
from netra.sanctions import operations as act
from netra.sanctions.models import Examination, ExaminationReport, TeamMember
from netra.sanctions.tests.builders import HEARING, TEAM, make_proceeding
from netra.trust.acts import Role
from netra.trust.tests.builders import grant, make_user
from netra.trust.trail import verify_chain

pytestmark = pytest.mark.django_db


def cleared(cast: Cast) -> Case:
    """Budi was examined, and nothing was proven."""
    proceeding = make_proceeding(cast)
    ref = proceeding.ref
    act.team_form(ref=ref, members=TEAM, by=cast.rahmat, at=at("2024-10-31"))
    act.summons_issue(ref=ref, meeting_at=at("2024-11-06"), place="Ruang 7", by=cast.dewi, at=at("2024-11-01"))
    act.examination_record(ref=ref, hearing=HEARING, by=cast.dewi, at=at("2024-11-06", 15))
    findings = act.Findings(proven=False, analysis="Akun itu bukan miliknya.")
    act.examination_report(ref=ref, findings=findings, by=cast.dewi, at=at("2024-11-07"))
    reason = "Akun itu milik orang lain."
    act.proceeding_stop(ref=ref, reason=reason, by=cast.rahmat, at=at("2024-11-11"))
    act.proceeding_close(ref=ref, by=cast.dewi, at=at("2024-11-12"))
    return Case.objects.get(pk=proceeding.case_id)


def test_a_case_whose_people_were_all_cleared_is_sealed_with_a_date_two_years_on():
    case = cleared(Cast())
    assert (case.state, case.erase_date and case.erase_date.isoformat()) == ("NOT_PROVEN", "2026-11-12")


def test_what_was_said_in_the_examination_is_gone_after_the_erasure():
    cast = Cast()
    case = cleared(cast)
    second = grant(make_user("sinta"), Role.INTAKE_OFFICER, region="15.71")
    erasure_request(case_ref=case.ref, reason="Jadwal retensi.", by=cast.wayan, at=at("2026-11-12"))
    erasure_approve(case_ref=case.ref, by=second, at=at("2026-11-13"))
    assert Examination.objects.get().dialogue == []
    assert "Akun" not in ExaminationReport.objects.get().analysis
    assert {member.name for member in TeamMember.objects.all()} == {"(dihapus)"}
    assert verify_chain(case.chain).ok
