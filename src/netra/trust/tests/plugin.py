"""Fixtures for every room, loaded by the conftest at the root of the repository."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest
from django.db import connection
from django.template import Context, Template
from django.template.base import NodeList
from django.test.signals import template_rendered
from django.utils.safestring import SafeString
from pytest_django.plugin import DjangoDbBlocker

from netra.trust.tests.locks import unlock_all
from netra.trust.tests.stored_rows import number_anew
from netra.trust.tests.told_once import in_full


class DiskUsage(NamedTuple):
    """As shutil tells it."""

    total: int
    used: int
    free: int


@pytest.fixture(autouse=True)
def _rows_are_numbered_as_in_every_test(request: pytest.FixtureRequest) -> None:
    """On PostgreSQL, whose sequences go on where a transaction is taken back; but not over the rows of the demo."""
    asks = request.node.get_closest_marker("database") and "demo" not in request.fixturenames
    if asks and connection.vendor == "postgresql":
        request.getfixturevalue("_django_db_helper")
        number_anew()


@pytest.fixture(scope="session", autouse=True)
def _of_a_page_its_own_context_alone_is_kept(django_test_environment: None) -> Iterator[None]:
    """Django copies the context of every template within a page for `response.context`; a test asks for the page's."""

    def rendered(template: Template, context: Context) -> SafeString:
        if context.template is template:
            template_rendered.send(sender=template, template=template, context=context)
        nodes: NodeList = template.nodelist
        return nodes.render(context)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Template, "_render", rendered)
        yield


@pytest.fixture(scope="session")
def database_in(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Callable[[Path], str]:
    """Puts a SQLite file into a folder, for processes of their own: every table and no row; what NETRA_DATABASE says.

    Only for tests that ask no database themselves, since the tables are copied as they are at that moment.
    """
    if connection.vendor != "sqlite":
        pytest.skip("the file is copied from the tables of a run on SQLite")

    def placed(folder: Path) -> str:
        file = folder / "netra.sqlite3"
        with django_db_blocker.unblock(), closing(sqlite3.connect(file)) as copy:
            connection.ensure_connection()
            connection.connection.backup(copy)
        return f"sqlite:///{file}"

    return placed


@pytest.fixture
def tampering(db: None) -> Iterator[None]:
    """Somebody who owns the database has taken the triggers away; whatever they do then, a check must find.

    They come back with everything else when the transaction of the test is rolled back.
    """
    unlock_all()
    yield


@pytest.fixture
def disk_with(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Says how many bytes the disk has left (`disk_with(free=1024**3)`)."""

    def has(*, free: int) -> None:
        monkeypatch.setattr("shutil.disk_usage", lambda _path: DiskUsage(2 * free, free, free))

    return has


@pytest.fixture
def absent_from_logs(caplog: pytest.LogCaptureFixture) -> Iterator[Callable[[str], str]]:
    """Marks words (`absent_from_logs("Sari (contoh)")`) that must not be in any log line of the test, at any level."""
    canaries: list[str] = []

    def canary(word: str) -> str:
        canaries.append(word)
        return word

    with caplog.at_level(logging.DEBUG), in_full():
        yield canary
    lines = [record.getMessage() + (record.exc_text or "") for record in caplog.records]
    assert canaries, "a canary test without a canary proves nothing"
    assert not [line for line in lines for word in canaries if word in line]
