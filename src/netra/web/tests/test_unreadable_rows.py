"""Somebody leaves a value in a row that nothing can read: the check names it, goes on, and no page breaks."""

from __future__ import annotations

from html import unescape

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client

from netra.cases.models import Case
from netra.cases.tests.builders import Cast, at, make_case
from netra.trust import trail
from netra.trust.models import IdentityRequest
from netra.trust.tests.locks import unlocked

pytestmark = pytest.mark.django_db
UNREADABLE = [
    "UPDATE cases_case SET released_evidence_refs = '[]'",
    "UPDATE cases_case SET state = 'GONE'",
    "UPDATE trust_identityrequest SET state = 'APPROVEDX'",
]


@pytest.fixture
def cast() -> Cast:
    """Two cases, and a request to open the identity of a reporter."""
    cast = Cast()
    case, _other = make_case(cast), make_case(cast)
    IdentityRequest.objects.create(
        ref="BUK-2024-1",
        designation="PLP-2024-1",
        chain=case.chain,
        reason="Perlu.",
        requested_by=cast.wayan,
        requested_at=at("2024-10-20"),
        state="APPROVED",
        decided_by=cast.hasan,
        decided_at=at("2024-10-21"),
    )
    trail.record(
        chain=case.chain,
        verb="trust.identity_request",
        by=cast.wayan,
        at=at("2024-10-20"),
        subject="identity:BUK-2024-1",
        payload={"designation": "PLP-2024-1", "request": "BUK-2024-1", "reason": "Perlu."},
    )
    return cast


def run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def messages() -> list[str]:
    return [problem.message for problem in trail.verify_database().problems]


@pytest.mark.parametrize("statement", UNREADABLE)
def test_the_row_does_not_take_it_while_its_triggers_stand(cast: Cast, statement: str):
    with pytest.raises(DatabaseError), transaction.atomic():
        run(statement)


def test_the_check_names_what_it_cannot_read_and_finds_what_else_was_changed(cast: Cast):
    first, second = Case.objects.order_by("pk")
    with unlocked():
        run(f"UPDATE cases_case SET released_evidence_refs = '[]' WHERE id = {first.pk}")  # noqa: S608 -- a number
        run(f"UPDATE cases_case SET agency_code = 'BKN' WHERE id = {second.pk}")  # noqa: S608 -- a number
        run("UPDATE trust_identityrequest SET state = 'APPROVEDX'")
    found = messages()
    assert f"perkara {first.ref}: tidak terbaca: di basis data ada nilai yang tidak pernah ditulis Netra" in found
    assert any(line.startswith("permintaan membuka identitas BUK-2024-1: tidak terbaca") for line in found)
    assert any(line.startswith(f"perkara {second.ref}: instansi menurut jejak") for line in found)


def test_the_pages_still_come(cast: Cast):
    case = Case.objects.order_by("pk")[0]
    with unlocked():
        run("UPDATE cases_case SET released_evidence_refs = '[]'")
        run("UPDATE trust_identityrequest SET state = 'APPROVEDX'")
    client = Client()
    client.force_login(cast.hasan)
    assert "tidak terbaca" in unescape(client.post("/jejak/").content.decode())
    client.force_login(cast.wayan)
    assert client.get(f"/perkara/{case.ref}/").status_code == 200
