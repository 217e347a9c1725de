"""The data that the bench makes for itself still fits the tables: nobody finds it broken on the day of measuring."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from netra.cases.models import Case
from netra.letters.models import Letter
from netra.sanctions.models import Decision

BENCH = Path(__file__).parents[2] / "bench"


@pytest.mark.django_db
def test_the_bench_fills_the_tables_of_today(monkeypatch: pytest.MonkeyPatch):
    """Half of the cases were referred and decided, each with its letter."""
    monkeypatch.syspath_prepend(str(BENCH))
    import_module("register").fill(80)
    assert (Case.objects.count(), Decision.objects.count(), Letter.objects.count()) == (80, 40, 40)
