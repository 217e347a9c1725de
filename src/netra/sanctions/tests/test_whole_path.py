"""One act of one civil servant, from its registration to a decision in force, executed and closed."""

from __future__ import annotations

from datetime import date

import pytest

from netra.cases.tests.builders import Cast, at, carry_to_recommendation, make_case
from netra.letters.queries import letters_of
from netra.sanctions import operations as act
from netra.sanctions.tests.builders import carry_to_delivery, make_proceeding
from netra.trust.trail import history, verify_chain

pytestmark = pytest.mark.django_db


def test_budi_is_heard_decided_upon_and_the_case_closes():
    cast = Cast()
    case = make_case(cast)
    carry_to_recommendation(cast, case)
    proceeding = make_proceeding(cast, case)
    carry_to_delivery(cast, proceeding)

    # Received Wed 2024-11-13. Working days: 14,15 | 18–22 | 25,26,(27 voting day),28,29 | 2–6 Dec: the 15th is 5 Dec.
    proceeding.refresh_from_db()
    assert proceeding.decision.delivery.in_force_date == date(2024, 12, 5)

    act.decision_enforce(ref=proceeding.ref, by=cast.dewi, at=at("2024-12-05"))
    act.decision_finalise(ref=proceeding.ref, by=cast.dewi, at=at("2024-12-06"))
    act.decision_execute(ref=proceeding.ref, document="SK 7, 10 Desember 2024", by=cast.dewi, at=at("2024-12-10"))
    act.proceeding_close(ref=proceeding.ref, by=cast.dewi, at=at("2024-12-11"))

    case.refresh_from_db()
    assert case.state == "CLOSED"
    assert not case.deviates
    assert case.next_due_date is None
    assert [letter.kind for letter in letters_of(case.chain)] == [
        "STUDY",
        "REFERRAL",
        "RECOMMENDATION",
        "TEAM_DECREE",
        "SUMMONS_1",
        "EXAMINATION_RECORD",
        "EXAMINATION_REPORT",
        "DECISION_SEVERE",
        "DELIVERY_RECORD",
    ]
    assert verify_chain(case.chain).ok
    assert history(case.chain)[-1].verb == "cases.case_close"
