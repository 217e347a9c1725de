"""Which act ended a term: no event says so, and the check of the trail must not accuse where nobody did wrong."""

from __future__ import annotations

from datetime import date

from netra.cases.term_ends import End, Found, found_of
from netra.trust.told_rows import Told

BUDI, PROCEEDING = "PKR-2024-X/T1", "PNG-2024-Y"
DECIDED = date(2024, 12, 12)
FOLLOWED_UP = End("follow_up", BUDI, date(2024, 11, 12), DECIDED, DECIDED)


def told(seq: int, verb: str, day: date, **payload: str) -> Told:
    return Told(seq, verb, {"case": "PKR-2024-X", **payload}, day=day)


DECISION = told(30, "sanctions.decision_make", DECIDED, proceeding=PROCEEDING, date="2024-12-12")
REMINDER = told(18, "sanctions.reminder_issue", date(2024, 11, 15), proceeding=BUDI, rule="follow_up")


def test_the_decision_ends_what_the_authority_owed():
    assert found_of(FOLLOWED_UP, [DECISION]) is Found.TOLD


def test_a_reminder_of_it_before_changes_nothing():
    """A reminder names what its term stands under: once that hid the decision which ended the term."""
    assert found_of(FOLLOWED_UP, [REMINDER, DECISION]) is Found.TOLD


def test_a_reminder_alone_ends_nothing():
    assert found_of(FOLLOWED_UP, [REMINDER]) is Found.OTHERWISE
