"""The data that the bench makes for itself still fits the tables: nobody finds it broken on the day of measuring."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
from django.db import connection

from netra.cases.models import Case
from netra.letters.models import Letter
from netra.registry.models import OrgUnit, PositionSpell
from netra.sanctions.models import Decision

BENCH = Path(__file__).parents[2] / "bench"


@pytest.mark.django_db
def test_the_bench_fills_the_tables_of_today(monkeypatch: pytest.MonkeyPatch):
    """Half of the cases were referred and decided, each with its letter."""
    monkeypatch.syspath_prepend(str(BENCH))
    import_module("register").fill(80)
    assert (Case.objects.count(), Decision.objects.count(), Letter.objects.count()) == (80, 40, 40)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_the_bench_fills_a_nation(monkeypatch: pytest.MonkeyPatch):
    """Twenty units in each of six hundred agencies, one of them above the others; everybody in one position."""
    if connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL")
    monkeypatch.syspath_prepend(str(BENCH))
    import_module("nation").fill(80)
    assert (OrgUnit.objects.count(), OrgUnit.objects.filter(parent=None).count()) == (12_000, 600)
    assert PositionSpell.objects.filter(is_primary=True).values("civil_servant").distinct().count() == 80
