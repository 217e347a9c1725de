"""Somebody who owns the database moves a meeting, or adds somebody to an outreach: the check of the trail tells."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection

from netra.prevention.operations import (
    meeting_cancel,
    outreach_attendance_record,
    outreach_cancel,
    outreach_postpone,
)
from netra.prevention.tests import meeting_builders as meetings
from netra.prevention.tests import outreach_builders as outreaches
from netra.prevention.tests.builders import City, at, listed
from netra.trust import trail
from netra.trust.tests.locks import unlocked

pytestmark = pytest.mark.django_db


def findings() -> str:
    return "\n".join(problem.message for problem in trail.verify_database().problems)


def rewritten(statement: str) -> str:
    with unlocked(), connection.cursor() as cursor:
        cursor.execute(statement)
    return findings()


class WhenAMeetingWasHeldAndAnotherCancelled:
    @pytest.fixture(autouse=True)
    def _scene(self):
        scene = meetings.Round()
        meetings.held(scene)
        meeting_cancel(meeting_ref=meetings.planned(scene).ref, reason="Ditunda.", by=scene.dewi, at=at("2018-01-02"))

    def it_agrees(self):
        assert findings() == ""

    @pytest.mark.parametrize(
        ("statement", "said"),
        [
            ("UPDATE prevention_meeting SET held_date = '2018-01-01' WHERE state = 'HELD'", "hari terlaksana"),
            ("UPDATE prevention_meeting SET planned_date = '2018-01-01'", "hari rencana"),
            (
                "UPDATE prevention_meeting SET state = 'PLANNED', cancelled_reason = '' WHERE state = 'CANCELLED'",
                "keadaan",
            ),
        ],
    )
    def it_tells_what_was_rewritten(self, statement, said):
        assert said in rewritten(statement)


class WhenAnOutreachWasHeld:
    @pytest.fixture(autouse=True)
    def _scene(self):
        city = City()
        found = outreaches.outreach(city)
        outreaches.scanned(city, found, city.budi)
        outreaches.held(city, found)
        moment = outreaches.HELD_AT
        outreach_attendance_record(
            outreach_ref=found.ref, present=listed(city.citra, city.dodi), by=city.dewi, at=moment
        )
        later, cancelled = outreaches.outreach(city), outreaches.outreach(city)
        told: dict[str, Any] = {"reason": "Gedung dipakai.", "by": city.dewi, "at": outreaches.PLANNED_AT}
        outreach_postpone(outreach_ref=later.ref, to_date=date(2018, 6, 1), **told)
        outreach_cancel(outreach_ref=cancelled.ref, **told)

    def it_agrees(self):
        assert findings() == ""

    @pytest.mark.parametrize(
        ("statement", "said"),
        [
            ("UPDATE prevention_outreach SET planned_date = '2018-01-01'", "hari rencana"),
            ("UPDATE prevention_outreach SET held_date = '2018-01-01' WHERE state = 'HELD'", "hari terlaksana"),
            ("UPDATE prevention_participant SET attended_date = '2018-01-01' WHERE entry = 'LIST'", "hari hadir"),
            ("DELETE FROM prevention_participant WHERE entry = 'CODE'", "memindai kode"),
            (
                "DELETE FROM prevention_participant WHERE entry = 'LIST' AND id = "
                "(SELECT max(id) FROM prevention_participant)",
                "daftar hadir sosialisasi",
            ),
        ],
    )
    def it_tells_what_was_rewritten(self, statement, said):
        assert said in rewritten(statement)
