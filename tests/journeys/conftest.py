"""A real browser before a real server: Debian's Chromium at two sizes, with and without JavaScript, light and dark.

NETRA_SCREENSHOTS=1 pytest -m browser     also writes docs/screenshots/*.png
NETRA_CHROMIUM=/path pytest -m browser    uses another Chromium
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django.fixtures import Settings

from netra.trust.models import User
from tests.cast import enter_all
from tests.journeys.stage import DESK, PHONE, PHONE_WITHOUT_SCRIPTS, Clock, Device, Stage, open_context
from tests.journeys.world import House

# Playwright keeps an event loop in the thread of the test, which Django would take for an asynchronous program.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

HERE = Path(__file__).parent
CHROMIUM = os.environ.get("NETRA_CHROMIUM", "/usr/bin/chromium")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
JOURNEY_DEVICES = (PHONE, DESK, PHONE_WITHOUT_SCRIPTS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    tmp_path_factory: pytest.TempPathFactory, django_db_modify_db_settings_parallel_suffix: None
) -> None:
    """SQLite in a file, as users have it; with `pytest -n 2` each process has a database of its own.

    Of a database in memory all threads share one connection, and two requests of one browser (a page, and what the
    page before still sends) would write into each other's transaction.
    """
    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture(params=JOURNEY_DEVICES, ids=lambda device: device.name)
def device(request: pytest.FixtureRequest) -> Device:
    """Each journey is walked on each of these; override with `@pytest.mark.parametrize("device", [DESK])`."""
    chosen: Device = request.param
    return chosen


@pytest.fixture
def address(live_server: object, settings: Settings) -> str:
    """Where the running server is; the links that it hands out lead there too."""
    settings.PUBLIC_URL = at = str(live_server)
    return at


@pytest.fixture
def cast(address: str) -> dict[str, User]:
    """Everybody with an account, in the database of the running server."""
    return enter_all()


@pytest.fixture
def context(browser: Browser, device: Device, address: str) -> Iterator[BrowserContext]:
    opened = open_context(browser, device, address)
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """An empty page; `page.goto("/")` is the start page of the running server."""
    return context.new_page()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The server runs in a thread of this process, so that it reads the clock that is hung here."""
    hung = Clock()
    monkeypatch.setattr(timezone, "now", hung)
    return hung


@pytest.fixture
def house(address: str, clock: Clock) -> House:
    """Offices, elections and everybody with an account, as a real instance has them."""
    return House()


@pytest.fixture
def stage(browser: Browser, device: Device, address: str, clock: Clock) -> Stage:
    return Stage(browser, device, address, clock)
