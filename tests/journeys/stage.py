"""The stage of a journey: one clock for all, and for everybody who comes on a browser of their own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect

from netra.trust.models import User
from tests.journeys.eyes import DESK_WIDTH

WIB = ZoneInfo("Asia/Jakarta")
# A page answers in a fraction of a second; the rest is for a machine whose cores are busy with something else.
PATIENCE_MS = 20_000
expect.set_options(timeout=PATIENCE_MS)


@dataclass(frozen=True, slots=True)
class Device:
    """What somebody holds in their hand."""

    name: str
    width: int
    height: int
    scripts: bool = True
    scheme: str = "light"


PHONE = Device("phone", 320, 640)
DESK = Device("desk", DESK_WIDTH, 900)
PHONE_WITHOUT_SCRIPTS = Device("phone-without-scripts", 320, 640, scripts=False)
PHONE_IN_THE_DARK = Device("phone-in-the-dark", 320, 640, scheme="dark")
DESK_IN_THE_DARK = Device("desk-in-the-dark", DESK_WIDTH, 900, scheme="dark")


class Clock:
    """The clock that the doors of the running server read; it stands still until somebody moves it."""

    def __init__(self) -> None:
        self.moment = datetime(2024, 10, 1, 9, tzinfo=WIB)

    def __call__(self) -> datetime:
        return self.moment

    def strike(self, day: str, hour: int = 9) -> None:
        self.moment = datetime.combine(date.fromisoformat(day), time(hour), WIB)


@dataclass(frozen=True, slots=True)
class Stage:
    """Where everybody acts, on the same kind of device."""

    browser: Browser
    device: Device
    address: str
    clock: Clock

    @contextmanager
    def enter(self, who: User | None = None, *, day: str = "", hour: int = 9) -> Iterator[Page]:
        """Somebody sits down, on that day; without an account it is nobody whom the server knows."""
        if day:
            self.clock.strike(day, hour)
        context = open_context(self.browser, self.device, self.address)
        if who is not None:
            sign_in(context, who, self.address)
        try:
            yield context.new_page()
        finally:
            context.close()


def open_context(browser: Browser, device: Device, address: str) -> BrowserContext:
    """A fresh profile: nobody is signed in, no cookies."""
    context = browser.new_context(
        base_url=address,
        viewport={"width": device.width, "height": device.height},
        java_script_enabled=device.scripts,
        color_scheme="dark" if device.scheme == "dark" else "light",
        locale="id-ID",
        timezone_id="Asia/Jakarta",
    )
    context.set_default_timeout(PATIENCE_MS)
    return context


def sign_in(context: BrowserContext, who: User, address: str) -> None:
    """The session is made without the sign-in form, which has its own test."""
    client = Client()
    client.force_login(who)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": address}])
