"""Opening an identity takes two people, a reason, and happens once."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.test import Client

from netra.intake.models import Report
from netra.intake.operations import report_keep_from
from netra.intake.tests.builders import SARI, a_report
from netra.trust.acts import Role
from netra.trust.models import IdentityRequest, RoleGrant, User

pytestmark = pytest.mark.django_db

REASON = {"reason": "Pelapor meminta dihubungi mengenai saksi."}


def signed_in(username: str, role: Role, *, region_code: str = "") -> Client:
    user = User.objects.create(
        username=username, full_name=f"{username} (contoh)", created_at=datetime(2018, 1, 1, tzinfo=UTC)
    )
    RoleGrant.objects.create(user=user, role=role, region_code=region_code, valid_from=date(2018, 1, 1))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def wayan() -> Client:
    return signed_in("wayan", Role.INTAKE_OFFICER, region_code="15.71")


@pytest.fixture
def kartini() -> Client:
    return signed_in("kartini", Role.IDENTITY_CUSTODIAN)


@pytest.fixture
def report() -> Report:
    return a_report(reporter=SARI)


def asked(wayan: Client, report: Report) -> str:
    wayan.post(f"/laporan/{report.ref}/identitas/", REASON)
    return str(IdentityRequest.objects.get().ref)


def test_the_identity_opens_once_after_a_second_person_approved(wayan, kartini, report):
    ref = asked(wayan, report)
    kartini.post(f"/identitas/{ref}/setujui/", REASON)
    assert SARI.name in wayan.post(f"/identitas/{ref}/buka/").content.decode()
    again = wayan.post(f"/identitas/{ref}/buka/")
    assert again.status_code == 409
    assert SARI.name not in again.content.decode()


def test_a_refused_request_opens_nothing(wayan, kartini, report):
    ref = asked(wayan, report)
    kartini.post(f"/identitas/{ref}/tolak/", REASON)
    assert wayan.post(f"/identitas/{ref}/buka/").status_code == 409


def recused(report: Report) -> None:
    report_keep_from(report_ref=report.ref, user=User.objects.get(username="wayan"))


def test_who_is_recused_after_asking_gets_no_approval_and_no_page_of_the_report(wayan, kartini, report):
    ref = asked(wayan, report)
    recused(report)
    answer = kartini.post(f"/identitas/{ref}/setujui/", REASON)
    assert answer.status_code == 422
    assert "tidak lagi boleh membaca laporan" in answer.content.decode()
    for address in (f"/laporan/{report.ref}/", f"/laporan/{report.ref}/identitas/", f"/laporan/{report.ref}/balas/"):
        assert wayan.get(address).status_code == 404
    assert kartini.post(f"/identitas/{ref}/tolak/", REASON).status_code == 302


def test_who_is_recused_after_the_approval_opens_nothing(wayan, kartini, report):
    ref = asked(wayan, report)
    kartini.post(f"/identitas/{ref}/setujui/", REASON)
    recused(report)
    answer = wayan.post(f"/identitas/{ref}/buka/")
    assert answer.status_code == 404
    assert SARI.name not in answer.content.decode()
    assert IdentityRequest.objects.get().state == "APPROVED", "nothing was opened, and nothing says that it was"


def test_who_is_recused_after_the_approval_is_told_why_instead_of_being_offered_to_open(wayan, kartini, report):
    ref = asked(wayan, report)
    kartini.post(f"/identitas/{ref}/setujui/", REASON)
    assert "Buka satu kali" in wayan.get("/identitas/").content.decode()
    recused(report)
    shown = wayan.get("/identitas/").content.decode()
    assert "Buka satu kali" not in shown
    assert "Persetujuan ini tidak dapat dipakai lagi" in shown


def test_a_request_without_a_reason_keeps_the_page_and_says_so(wayan, report):
    response = wayan.post(f"/laporan/{report.ref}/identitas/", {"reason": ""})
    assert response.status_code == 422
    assert not IdentityRequest.objects.exists()


def test_no_page_but_the_opened_one_shows_the_identity(wayan, kartini, report):
    ref = asked(wayan, report)
    pages = (wayan.get("/identitas/"), kartini.get("/identitas/"), kartini.get(f"/identitas/{ref}/"))
    assert all(SARI.name not in page.content.decode() for page in pages)


def test_a_stranger_does_not_learn_that_the_report_exists(report):
    maria = signed_in("maria", Role.INTAKE_OFFICER, region_code="53")
    assert maria.get(f"/laporan/{report.ref}/identitas/").status_code == 404
