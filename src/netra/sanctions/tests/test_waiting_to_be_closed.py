"""What waits to be closed is found among all proceedings of a nation by an index of its own, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection

from netra.cases.tests.builders import Cast
from netra.sanctions.models import Proceeding
from netra.sanctions.models.proceeding import NOTHING_LEFT
from netra.sanctions.queries import waiting_to_be_closed
from netra.trust.tests.plans import plan_of

pytestmark = pytest.mark.django_db


def asked_of(question: Callable[[], object]) -> list[tuple[str, Any]]:
    """What the database was asked, with the values bound as they were."""
    asked = []

    def kept(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(kept):
        question()
    return asked


def test_their_condition_is_that_of_their_index():
    asked = asked_of(lambda: list(Proceeding.objects.filter(NOTHING_LEFT).order_by("id")[:10]))
    assert "proceeding_to_close" in plan_of(*asked[0])


@pytest.mark.skipif(
    connection.vendor != "sqlite", reason="PostgreSQL weighs by what the tables hold, and they are empty"
)
def test_an_analyst_of_the_nation_waits_for_no_list_of_its_cases():
    ani = Cast().ani
    asked = asked_of(lambda: waiting_to_be_closed(ani, on=date(2024, 12, 1), limit=10))
    ((sql, values),) = [each for each in asked if 'FROM "sanctions_proceeding"' in each[0]]
    plan = plan_of(sql, values)
    assert plan.startswith("SCAN sanctions_proceeding USING INDEX proceeding_to_close")
    assert "SCAN X0" not in plan and "B-TREE FOR ORDER BY" not in plan
