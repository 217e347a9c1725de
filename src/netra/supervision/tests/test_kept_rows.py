"""What was planned, asked and seen stays as it was written, and the check of the trail notices whoever changed it."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from netra.supervision.kept_rows import LOCKS
from netra.supervision.models import Checklist, Observation, Visit
from netra.supervision.operations import observation_pass, visit_assign, visit_cancel
from netra.supervision.tests.builders import (
    PLANNED_AT,
    SEEN_AT,
    Town,
    a_visit,
    at,
    planned,
    seen,
    seen_by_the_city,
)
from netra.trust import row_locks
from netra.trust.trail import verify_database

pytestmark = pytest.mark.django_db


@pytest.fixture
def town() -> Town:
    return Town()


def refused(rows: Any, **change: Any) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.update(**change)


class WhenSomebodyChangesARow:
    @pytest.mark.parametrize(
        "change",
        [{"planned_date": "2018-03-15"}, {"reasons": ["lain"]}, {"state": "PLANNED"}, {"unit_code": "DISDIK"}],
    )
    def it_leaves_the_plan(self, town: Town, change: dict[str, Any]) -> None:
        seen(town)
        refused(Visit.objects.all(), **change)

    @pytest.mark.parametrize(
        "change",
        [{"summary": "Tidak ada apa-apa."}, {"result": "NOTHING_FOUND"}, {"answers": []}, {"evidence_refs": []}],
    )
    def it_leaves_what_was_seen(self, town: Town, change: dict[str, Any]) -> None:
        seen(town)
        refused(Observation.objects.all(), **change)

    def it_leaves_the_questions_and_lets_nothing_be_deleted(self, town: Town) -> None:
        seen(town)
        refused(Checklist.objects.all(), questions=["Ada apa?"])
        for rows in (Observation.objects.all(), Visit.objects.all(), Checklist.objects.all()):
            with pytest.raises(DatabaseError), transaction.atomic():
                rows.delete()

    def it_keeps_to_whom_something_was_passed(self, town: Town) -> None:
        observation = seen_by_the_city(town)
        observation_pass(visit_ref=observation.visit.ref, by=town.dewi, at=at("2018-03-15"))
        refused(Observation.objects.all(), passed_to="BAWASLU-15.05")


class WhenTheTrailIsChecked:
    def it_finds_nothing_where_nothing_was_changed(self, town: Town) -> None:
        seen(town)
        observation = seen_by_the_city(town)
        observation_pass(visit_ref=observation.visit.ref, by=town.dewi, at=at("2018-03-15"))
        visit = planned(town, a_visit(unit_code="DISDIK"))
        visit_assign(visit_ref=visit.ref, officers=["Wayan (contoh), petugas"], by=town.wayan, at=PLANNED_AT)
        visit_cancel(visit_ref=visit.ref, reason="Banjir.", by=town.wayan, at=SEEN_AT)
        check = verify_database()
        assert check.problems == []

    @pytest.mark.parametrize(
        ("model", "change", "said"),
        [
            (Visit, {"reasons": ["lain"]}, "sidik rencana dan alasannya"),
            (Visit, {"state": "PLANNED"}, "keadaan menurut jejak «Terlaksana»"),
            (Checklist, {"questions": ["Ada apa?"]}, "sidik pertanyaan"),
            (Observation, {"summary": "Tidak ada apa-apa."}, "isinya berbeda"),
            (Observation, {"result": "NOTHING_FOUND"}, "hasil menurut jejak «Ada dugaan pelanggaran»"),
            (Observation, {"erased_at": SEEN_AT}, "jejak tidak mencatat penghapusan"),
        ],
    )
    def it_tells_what_a_hand_changed(self, town: Town, model: Any, change: dict[str, Any], said: str) -> None:
        seen(town)
        row_locks.unlock(connection, LOCKS)
        model.objects.update(**change)
        row_locks.lock(connection, LOCKS)
        assert any(said in problem.message for problem in verify_database().problems)
