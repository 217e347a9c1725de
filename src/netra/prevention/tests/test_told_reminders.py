"""Somebody who owns the database rewrites what was said and when: the check of the trail tells."""

from __future__ import annotations

import pytest
from django.db import connection

from netra.prevention.operations import reminder_retract
from netra.prevention.tests.builders import at
from netra.prevention.tests.meeting_builders import Round
from netra.prevention.tests.reminder_builders import a_routine, given
from netra.trust import trail
from netra.trust.tests.locks import unlocked

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def reminded():
    scene = Round()
    return scene, given(scene, a_routine(scene), "DISDIK", by=scene.erwin, entered="2018-03-08")


def findings() -> str:
    return "\n".join(problem.message for problem in trail.verify_database().problems)


def rewritten(statement: str) -> str:
    with unlocked(), connection.cursor() as cursor:
        cursor.execute(statement)
    return findings()


def test_what_was_told_agrees(reminded):
    scene, given_one = reminded
    assert findings() == ""
    reminder_retract(reminder_ref=given_one.ref, reason="Salah ketuk.", by=scene.dewi, at=at("2018-03-09"))
    assert findings() == ""


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE prevention_givenreminder SET held_date = '2018-02-26'", "hari disampaikan"),
        ("UPDATE prevention_givenreminder SET words = '[]'", "sidik teks"),
        (
            "UPDATE prevention_givenreminder SET unit_id = (SELECT id FROM registry_orgunit WHERE code = 'SATPOL')",
            "unit",
        ),
        ("UPDATE prevention_reminderroutine SET start_date = '2018-02-05'", "hari mulai"),
        (
            "UPDATE prevention_givenreminder SET retracted_at = '2018-03-09 00:00:00+00:00', retracted_by = 'user:1', "
            "retracted_reason = 'x'",
            "ditarik",
        ),
        ("DELETE FROM prevention_givenreminder", "pengingat yang disampaikan"),
    ],
)
def test_a_row_that_was_rewritten_is_found(statement, said):
    assert said in rewritten(statement)
