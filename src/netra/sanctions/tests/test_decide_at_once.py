"""Two officers decide at the same second: one decision, and the second is told politely what happened."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest
from django.db import connection, connections

from netra.cases.operations import WrongState
from netra.cases.tests.builders import Cast, at
from netra.sanctions import operations as act
from netra.sanctions.models import Decision, Proceeding
from netra.sanctions.tests.builders import RULING, carry_to_report, make_proceeding
from netra.trust.acts import Role
from netra.trust.models import User
from netra.trust.tests import builders as trust
from netra.trust.trail import verify_chain

pytestmark = pytest.mark.postgres

OFFICERS = ("rahmat", "rini")


def decide(ref: str, username: str, start: Barrier) -> str:
    """What one officer gets: the letter of the decision, or the words of the refusal."""
    try:
        officer = User.objects.get(username=username)
        start.wait()
        ruling = replace(RULING, considerations=f"terbukti memberi dukungan (menurut {username})")
        return act.decision_make(ref=ref, ruling=ruling, by=officer, at=at("2024-11-11")).letter_ref
    except WrongState as refusal:
        return str(refusal)
    finally:
        connections.close_all()


@pytest.mark.usefixtures("transactional_db")
def test_the_second_of_two_officers_is_told_that_it_was_decided():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite lets one writer in at a time; see the story above it on PostgreSQL")
    cast = Cast()
    trust.grant(trust.make_user("rini"), Role.APPOINTING_AUTHORITY, agency="JAMBI-KOTA")
    proceeding = make_proceeding(cast)
    carry_to_report(cast, proceeding)
    start = Barrier(len(OFFICERS))
    with ThreadPoolExecutor(len(OFFICERS)) as officers:
        said = list(officers.map(lambda name: decide(proceeding.ref, name, start), OFFICERS))
    refused = [words for words in said if "«Keputusan ditetapkan»" in words]
    assert len(refused) == 1
    assert "Yang dapat dilakukan sekarang: Keputusan diserahkan" in refused[0]
    assert Decision.objects.count() == 1
    assert Proceeding.objects.get(ref=proceeding.ref).state == "DECIDED"
    assert verify_chain(proceeding.case.chain).ok
