"""Budi is reported, and works in the office that receives the report: it is neither his to read nor to handle."""

from __future__ import annotations

from datetime import datetime

import pytest

from netra.intake import operations as act
from netra.intake.access import opens_identity
from netra.intake.models import Report
from netra.intake.operations.revealing import identity_request
from netra.intake.own_report import OwnReport
from netra.intake.queries import inbox, report_detail
from netra.intake.states import CloseReason, RerouteReason, State
from netra.intake.tests.builders import SARI, TODAY, a_report, in_state, later, supervisor_office
from netra.trust.acts import Role
from netra.trust.models import User
from netra.trust.operations import IdentityRefused, identity_approve, identity_refuse
from netra.trust.tests import builders as trust

pytestmark = pytest.mark.django_db
NOW = later(hours=1)


@pytest.fixture
def report() -> Report:
    supervisor_office()
    return a_report(reporter=SARI)


@pytest.fixture
def budi() -> User:
    user = trust.make_user("budi", full_name="Budi Santoso SH (contoh)")
    return trust.grant(user, Role.INTAKE_OFFICER, region="15.71")


def close(report: Report, by: User, at: datetime = NOW) -> Report:
    reason = CloseReason("MATERIAL_INCOMPLETE")
    told = "Tidak cukup bukti."
    return act.report_close(
        report_ref=report.ref, outcome=State.NOT_REGISTERED, reason=reason, explanation=told, by=by, at=at
    )


class WhenTheOfficerIsReportedHimself:
    def it_is_not_he_who_ends_the_report(self, report, budi):
        with pytest.raises(OwnReport) as refused:
            close(report, budi)
        said = str(refused.value)
        assert said.startswith("Nama akun Anda, Budi Santoso SH (contoh), sama dengan nama yang dilaporkan")
        assert "Mintalah rekan lain" in said and "Bila Anda hanya senama" in said
        report.refresh_from_db()
        assert report.state == State.RECEIVED

    def it_is_not_he_who_learns_who_reported_him(self, report, budi):
        with pytest.raises(OwnReport):
            identity_request(report_ref=report.ref, reason="Perlu klarifikasi pelapor.", by=budi, at=NOW)
        assert not opens_identity(budi, report.ref, TODAY)

    def it_is_closed_to_him_and_stands_in_his_list_without_a_word_of_it(self, report, budi):
        with pytest.raises(OwnReport):
            report_detail(budi, report.ref, at=NOW)
        assert [row.ref for row in inbox(budi, at=NOW).rows] == [report.ref]

    def it_is_not_he_who_asks_the_reporter_or_sends_the_report_away(self, report, budi):
        with pytest.raises(OwnReport):
            act.report_reply(report_ref=report.ref, body="Siapa Anda?", token="t" * 32, by=budi, at=NOW)
        with pytest.raises(OwnReport):
            act.report_reroute(
                report_ref=report.ref, region_code="15.05", reason=next(iter(RerouteReason)), by=budi, at=NOW
            )

    def it_is_not_he_who_has_it_destroyed(self, report, budi):
        in_state(report, State.NOT_REGISTERED, erase_date=TODAY)
        with pytest.raises(OwnReport):
            act.report_erase_request(report_ref=report.ref, reason="Jadwal retensi.", by=budi, at=NOW)

    def it_is_left_to_his_colleague(self, report, budi):
        assert close(report, trust.wayan()).state == State.NOT_REGISTERED


class WhenTheOfficerHasAnotherName:
    def it_is_his_to_handle(self, report):
        namesake = trust.make_user("budi2", full_name="Budi Santoso Sekretariat (contoh)")
        trust.grant(namesake, Role.INTAKE_OFFICER, region="15.71")
        assert close(report, namesake).state == State.NOT_REGISTERED
        assert report_detail(namesake, report.ref, at=NOW).report.ref == report.ref


class WhenTheCustodianIsReportedHimself:
    @pytest.mark.parametrize("decide", [identity_approve, identity_refuse])
    def it_is_not_he_who_says_whether_the_reporter_is_named(self, report, decide):
        """Not even for refusing: he would keep those who handle the report from asking the reporter."""
        wayan = trust.wayan()
        asked = identity_request(report_ref=report.ref, reason="Klarifikasi tatap muka perlu", by=wayan, at=NOW)
        made = trust.make_user("budi", full_name="Budi Santoso (contoh)")
        custodian = trust.grant(made, Role.IDENTITY_CUSTODIAN)
        with pytest.raises(IdentityRefused, match="yang dilaporkan tidak memutus"):
            decide(request_ref=asked.ref, reason="Alasannya cukup dan perlu", by=custodian, at=NOW)
