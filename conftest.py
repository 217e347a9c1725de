"""What every test needs: all rows that are kept are locked, and still the tables can be emptied in between."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from django.test import TransactionTestCase
from hypothesis import HealthCheck, settings

from netra.trust.tests.emptying import empty_tables

pytest_plugins = ["netra.trust.tests.plugin"]

# The same code gives the same answer on every machine, however slow: examples are drawn from the test itself, and none
# is against the clock. `pytest --hypothesis-profile=explore` looks for new ones.
settings.register_profile("house", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("explore", settings.get_profile("house"), derandomize=False, max_examples=2_000)
settings.load_profile("house")

# A quarter of the suite's time went into looking for garbage among ten thousand collected tests that never are any.
gc.set_threshold(100_000, 20, 100)

# What takes longest, so that no process begins it when the others are done.
_FIRST = (
    "src/netra/cli/tests/test_demo.py",
    "src/netra/demo/tests/test_load.py",
    "tests/house/test_urls_by_role.py",
    "tests/bad_input/test_forms.py",
    "tests/journeys/test_pages_are_accessible.py",
    "tests/journeys/test_demo.py",
)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest files first; within a file, and among the others, the order stays."""
    items.sort(key=lambda item: not item.nodeid.startswith(_FIRST))


def pytest_collection_finish() -> None:
    """What was imported and collected stays until the end: the collector need not look at it again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def emptied_past_the_triggers() -> Iterator[None]:
    """Transactional tests end with a flush, which the triggers would rightly refuse."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _test: empty_tables())
        yield
