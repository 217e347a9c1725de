"""Who may not read a report may not have its reporter's identity opened either, whichever door asks."""

from __future__ import annotations

import pytest

from netra.intake.models import Report
from netra.intake.operations import identity_request, report_keep_from
from netra.intake.tests.builders import FRIDAY, SARI, a_report, later
from netra.trust import trail
from netra.trust.access import NotAllowed
from netra.trust.acts import Role
from netra.trust.errors import NotFound
from netra.trust.models import IdentityRequest, User
from netra.trust.operations import IdentityRefused, identity_approve, identity_open
from netra.trust.tests import builders

pytestmark = pytest.mark.django_db
REASON = "Pelapor meminta dihubungi mengenai saksi."


@pytest.fixture
def report() -> Report:
    return a_report(reporter=SARI)


@pytest.fixture
def wayan() -> User:
    return builders.wayan()


@pytest.fixture
def ketut() -> User:
    return builders.ketut()


def ask(report: Report, by: User) -> str:
    return identity_request(report_ref=report.ref, reason=REASON, by=by, at=FRIDAY).ref


def approve(ref: str, by: User) -> None:
    identity_approve(request_ref=ref, reason="Alasan cukup dan perlu", by=by, at=later(hours=1))


def told(report: Report) -> list[str]:
    return [entry.verb for entry in trail.history(f"report:{report.ref}") if entry.verb.startswith("trust.identity")]


def it_is_opened_for_an_officer_who_reads_the_report(report, wayan, ketut):
    ref = ask(report, wayan)
    approve(ref, ketut)
    assert identity_open(request_ref=ref, by=wayan, at=later(hours=2)).name == SARI.name
    assert told(report) == ["trust.identity_request", "trust.identity_approve", "trust.identity_open"]
    asked = IdentityRequest.objects.get()
    assert (asked.designation, asked.region_code) == (report.designation, "15.71"), "taken from the report itself"


def it_cannot_be_asked_by_who_does_not_read_the_report(report, wayan):
    report_keep_from(report_ref=report.ref, user=wayan)
    for stranger in (wayan, builders.maria(), builders.ketut()):
        with pytest.raises(NotFound):
            ask(report, stranger)
    assert told(report) == []


def it_is_not_approved_for_an_officer_recused_after_asking(report, wayan, ketut):
    ref = ask(report, wayan)
    report_keep_from(report_ref=report.ref, user=wayan)
    with pytest.raises(IdentityRefused, match="tidak lagi boleh membaca laporan"):
        approve(ref, ketut)
    assert (IdentityRequest.objects.get().state, told(report)) == ("PENDING", ["trust.identity_request"])


def it_is_not_opened_for_an_officer_recused_after_the_approval(report, wayan, ketut):
    ref = ask(report, wayan)
    approve(ref, ketut)
    report_keep_from(report_ref=report.ref, user=wayan)
    with pytest.raises(NotFound, match="tidak lagi boleh Anda baca"):
        identity_open(request_ref=ref, by=wayan, at=later(hours=2))
    assert IdentityRequest.objects.get().state == "APPROVED", "nothing was opened, and nothing says that it was"
    assert "trust.identity_open" not in told(report)


def it_tells_a_stranger_nothing_of_a_request(report, wayan):
    ref = ask(report, wayan)
    with pytest.raises(NotAllowed):
        approve(ref, builders.lestari())
    maria, answers = builders.maria(), []
    for asked in (ref, "PBI-2024-NONE"):
        with pytest.raises(NotFound) as refused:
            identity_open(request_ref=asked, by=maria, at=later(hours=2))
        answers.append(str(refused.value))
    assert answers[0] == answers[1]


def it_is_not_opened_for_an_adviser_who_audits_as_well(report):
    """Whoever answers questions of the whole country may ask for the names of askers, and for no reporter's."""
    ani = builders.grant(builders.make_user("ani"), Role.OVERSIGHT_ANALYST)
    builders.grant(ani, Role.AUDITOR)
    with pytest.raises(NotFound):
        ask(report, ani)
    assert told(report) == []
