"""What every test needs: what rows keep is locked, publications too, and still the tables can be emptied in between."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from django.db import connection
from django.db.models.signals import post_migrate
from hypothesis import HealthCheck, settings
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

from netra.insight import publication_lock
from netra.trust.tests.locks import lock_all, unlock_all

pytest_plugins = ["netra.trust.tests.plugin"]

# The same code gives the same answer on every machine, however slow: examples are drawn from the test itself, and none
# is against the clock. `pytest --hypothesis-profile=explore` looks for new ones.
settings.register_profile("house", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("explore", settings.get_profile("house"), derandomize=False, max_examples=2_000)
settings.load_profile("house")

# A quarter of the suite's time went into looking for garbage among ten thousand collected tests that never are any.
gc.set_threshold(100_000, 20, 100)

_TRANSACTIONAL_FIXTURES = {"transactional_db", "live_server", "django_db_reset_sequences"}
_DATABASE_FIXTURES = _TRANSACTIONAL_FIXTURES | {"db", "demo"}

# What takes longest, so that no process begins it when the others are done.
_DEMO = "src/netra/demo/tests"
_FIRST = (
    _DEMO,
    "src/netra/cli/tests/test_demo.py",
    "tests/house/test_urls_by_role.py",
    "tests/bad_input/test_forms.py",
)


class _ByFile(LoadFileScheduling):
    """The tests of a file run in one process, and so do all of the demo: it takes longer to load than to ask."""

    def _split_scope(self, nodeid: str) -> str:
        return _DEMO if nodeid.startswith(_DEMO) else super()._split_scope(nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadFileScheduling:
    """Instead of the one that `--dist` names."""
    return _ByFile(config, log)


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """Marks what asks the database, before `-m` chooses; then the longest files first, the others in their order."""
    for item in items:
        if _asks_the_database(item):
            item.add_marker(pytest.mark.database)
    yield
    items.sort(key=lambda item: not item.nodeid.startswith(_FIRST))


def pytest_collection_finish() -> None:
    """What was imported and collected stays until the end: the collector need not look at it again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def unlocked_only_for_the_flush(request: pytest.FixtureRequest) -> Iterator[None]:
    """Transactional tests end with a flush, which the triggers would rightly refuse.

    They stand during the test, are taken away just before its tables are emptied and are put back right after, so
    that the next test of this process, transactional or not, finds what the migrations left.
    """
    if not _is_transactional(request):
        yield
        return
    request.getfixturevalue("transactional_db")
    yield
    unlock_all()
    publication_lock.unlock(connection)
    post_migrate.connect(_lock_again, dispatch_uid="locked_after_flush")


def _lock_again(**_signal: object) -> None:
    """The flush says that it is done by this signal: no fixture can be torn down later than that of the database."""
    post_migrate.disconnect(dispatch_uid="locked_after_flush")
    lock_all()
    publication_lock.lock(connection)


def _is_transactional(request: pytest.FixtureRequest) -> bool:
    marker = request.node.get_closest_marker("django_db")
    marked = marker is not None and bool(marker.kwargs.get("transaction") or marker.kwargs.get("reset_sequences"))
    return marked or not _TRANSACTIONAL_FIXTURES.isdisjoint(request.fixturenames)


def _asks_the_database(item: pytest.Item) -> bool:
    asked = set(getattr(item, "fixturenames", ()))
    return any(map(item.get_closest_marker, ("django_db", "postgres"))) or not _DATABASE_FIXTURES.isdisjoint(asked)
