"""What was stored before a table changed is whole after it."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from netra.cases.models import Deadline
from netra.cases.tests.builders import Cast, carry_to_recommendation, make_case

pytestmark = pytest.mark.django_db


def test_a_term_from_before_takes_the_region_of_its_case():
    cast = Cast()
    case = make_case(cast)
    carry_to_recommendation(cast, case)
    Deadline.objects.update(region_code="", province_code="")
    filling = MigrationExecutor(connection).loader.get_migration("cases", "0004_deadline_region_filled")
    filling.operations[0].code(apps, None)  # type: ignore[attr-defined]
    assert set(Deadline.objects.values_list("region_code", "province_code")) == {("15.71", "15")}
