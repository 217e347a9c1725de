"""Every address as everybody, opened and sent empty: axe finds nothing, nothing is wider than a small phone.

What the server answers is rendered inside a transaction that is taken back, as in `tests/house/test_urls_by_role.py`,
and then shown in the browser under its own address, with styles and scripts from the running server. So each address
begins with its own sample, and refusals (403, 404, 409) and forms sent empty (422) are looked at too.

Every address is asked as everybody, and every page that says something new is shown and measured. Axe sees how a page
is built and not what it says: of pages that differ in words only, it looks at the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from playwright.sync_api import Browser, Page

from netra.trust.models import User
from tests.cast import PLAYERS, enter_all
from tests.house.addresses import address, names, patterns
from tests.journeys.eyes import axe_findings, overflow
from tests.journeys.stage import DESK_IN_THE_DARK, PHONE, open_context

VISITORS = ("", *(player.username for player in PLAYERS))
_CHANGING = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]*"|name="token" value="[^"]*"|value="[\w-]{43}"')
# Words between tags, and what stands in a link or a field: that they are there is of the build, what they are is not.
_WORDS = re.compile(rb">[^<]*[^<\s][^<]*(?=<)")
_FILLED = re.compile(rb' (href|action|value|datetime)="[^"]+"')


def first_word(name: str) -> str:
    """The first word of an address, by which the addresses are grouped: one test each."""
    return next(str(pattern.pattern) for pattern in patterns() if pattern.name == name).partition("/")[0]


GROUPS = {word: list(group) for word, group in groupby(sorted(names(), key=first_word), key=first_word)}


@dataclass(slots=True)
class Seen:
    """What was shown already, by what it said and by how it was built."""

    said: set[bytes] = field(default_factory=set)
    built: set[bytes] = field(default_factory=set)

    def says_something_new(self, response: Any) -> bool:
        main = main_of(response)
        new = bool(main) and main not in self.said
        self.said.add(main)
        return new

    def is_built_anew(self, response: Any) -> bool:
        """The masthead and the rest each by itself: the masthead of a role is the same on many pages."""
        parts = {_FILLED.sub(rb' \1="x"', _WORDS.sub(b">x", part)) for part in halves(response)}
        new = not parts <= self.built
        self.built |= parts
        return new


@pytest.fixture(scope="module")
def seen() -> Seen:
    """Over all addresses: a refusal that many of them give is one page."""
    return Seen()


@pytest.mark.parametrize("word", GROUPS, ids=lambda word: word or "start")
def test_no_page_has_an_accessibility_finding(browser: Browser, live_server, settings, seen: Seen, word: str):
    settings.DEMO = True
    context = open_context(browser, PHONE, str(live_server))
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}") if message.type == "error" else None)
    found = []
    for name in GROUPS[word]:
        for url, label, response in answers_of(name):
            if seen.says_something_new(response):
                wrong = findings(page, f"{live_server}{url}", response, with_axe=seen.is_built_anew(response))
                found += [f"{label}: {finding}" for finding in wrong]
    context.close()
    # The browser says itself that a page came with a status of 400 or more.
    assert found + [line for line in said if "Failed to load resource" not in line] == []


def answers_of(name: str) -> Iterator[tuple[str, str, Any]]:
    """What an address answers to everybody, opened and sent empty."""
    with transaction.atomic():
        cast = enter_all()
        url = address(name, cast)
        answers = [
            (f"{name} {method} as {username or 'nobody'}", ask(method, url, cast.get(username)))
            for username in VISITORS
            for method in ("get", "post")
        ]
        transaction.set_rollback(True)
    for label, response in answers:
        yield url, f"{label} ({response.status_code})", response


def ask(method: str, url: str, user: User | None) -> Any:
    """One request, taken back at once."""
    client = Client()
    with transaction.atomic():
        if user is not None:
            client.force_login(user)
        response = getattr(client, method)(url)
        if response.streaming:
            response = response.__class__(b"".join(response.streaming_content), headers=response.headers)
        transaction.set_rollback(True)
    return response


def main_of(response: Any) -> bytes:
    """What a page says below the masthead. Empty for no page."""
    if "text/html" not in response.headers.get("Content-Type", "") or b"<main" not in response.content:
        return b""
    return halves(response)[1]


def halves(response: Any) -> tuple[bytes, bytes]:
    """The masthead and what stands below it."""
    masthead, _main, rest = _CHANGING.sub(b"", response.content).partition(b"<main")
    return masthead, rest


def findings(page: Page, url: str, response: Any, *, with_axe: bool) -> list[str]:
    """What is wrong with a page on a small phone in the light and on a desk in the dark."""
    headers = {key: value for key, value in response.headers.items() if key.lower() != "content-length"}
    page.route(url, lambda route: route.fulfill(status=response.status_code, headers=headers, body=response.content))
    found = []
    for device in (PHONE, DESK_IN_THE_DARK):
        page.set_viewport_size({"width": device.width, "height": device.height})
        page.emulate_media(color_scheme="dark" if device is DESK_IN_THE_DARK else "light")
        if device is PHONE:
            page.goto(url)
            assert page.locator("main").count() == 1, f"{url} was not shown"
        if with_axe:
            found += [f"{device.name}: {finding}" for finding in axe_findings(page)]
        if (wider := overflow(page)) > 0:
            found.append(f"{device.name}: {wider} px wider than the screen")
    page.unroute(url)
    return found
