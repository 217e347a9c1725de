"""What every test needs: all rows that are kept are locked, and still the tables can be emptied in between."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from tempfile import TemporaryDirectory

import pytest
from django.test import TransactionTestCase
from hypothesis import HealthCheck, settings
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling
from xdist.workermanage import WorkerController

from netra.trust.tests.emptying import empty_tables
from netra.trust.tests.told_once import SHARED_FOLDER

pytest_plugins = ["netra.trust.tests.plugin", "netra.letters.tests.plugin"]

# The same code gives the same answer on every machine, however slow: examples are drawn from the test itself, and none
# is against the clock. `pytest --hypothesis-profile=explore` looks for new ones.
settings.register_profile("house", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("explore", settings.get_profile("house"), derandomize=False, max_examples=2_000)
settings.load_profile("house")

# A quarter of the suite's time went into looking for garbage among ten thousand collected tests that never are any.
gc.set_threshold(100_000, 20, 100)

_DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "django_db_reset_sequences", "demo"}

# What pytest-django makes ready for each test, and which mark or fixture it is for; none here sends
# mail, has sites or is a TestCase.
_MADE_READY = {
    "_dj_autoclear_mailbox": "mailoutbox",
    "_django_clear_site_cache": "",
    "_django_isolate_apps": "isolate_apps",
    "_django_setup_unittest": "",
    "_django_set_urlconf": "urls",
    "_live_server_helper": "live_server",
    "_template_string_if_invalid_marker": "ignore_template_errors",
}

_DEMO = "src/netra/demo/tests"
_WALKS = "tests/journeys/"
# Remembers over all its tests which pages it has seen.
_SHOWN_ONCE = "tests/journeys/test_pages_are_accessible.py"
# What takes longest, so that no process begins it when the others are done.
_FIRST = (
    _DEMO,
    "src/netra/cli/tests/test_demo.py",
    "tests/house/test_urls_by_role.py",
    "tests/bad_input/test_forms.py",
    _SHOWN_ONCE,
    "tests/journeys/test_demo.py",
)


class _ByFile(LoadFileScheduling):  # type: ignore[misc]  # xdist is untyped
    """The tests of a file run in one process, and so do all of the demo: it takes longer to load than to ask.

    Walks in a browser are long and share nothing, so each goes where there is room.
    """

    def _split_scope(self, nodeid: str) -> str:
        if nodeid.startswith(_DEMO):
            return _DEMO
        walks = nodeid.startswith(_WALKS) and not nodeid.startswith(_SHOWN_ONCE)
        return nodeid if walks else super()._split_scope(nodeid)

    def _assign_work_unit(self, node: WorkerController) -> None:
        """Every second process takes from the end, so that the files of a room, which share stories, stay together."""
        if self.nodes.index(node) % 2:
            self.workqueue.move_to_end(next(reversed(self.workqueue)), last=False)
        super()._assign_work_unit(node)


def pytest_configure(config: pytest.Config) -> None:
    """Where several processes run the tests, they share the stories that they have told, until the run ends."""
    if getattr(config.option, "numprocesses", None):
        tellings = TemporaryDirectory(prefix="netra-tellings-")
        os.environ[SHARED_FOLDER] = tellings.name
        config.add_cleanup(tellings.cleanup)


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
        _make_ready_what_is_needed(item)
    yield
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


def _asks_the_database(item: pytest.Item) -> bool:
    asked = set(getattr(item, "fixturenames", ()))
    return any(map(item.get_closest_marker, ("django_db", "postgres"))) or not _DATABASE_FIXTURES.isdisjoint(asked)


def _make_ready_what_is_needed(item: pytest.Item) -> None:
    """A third of the time around a test went into fixtures that do nothing without their mark."""
    names: list[str] = getattr(item, "fixturenames", [])
    for name, asked_by in _MADE_READY.items():
        if name in names and asked_by not in names and not item.get_closest_marker(asked_by):
            names.remove(name)
