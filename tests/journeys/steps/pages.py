"""What everybody does on every page: fill in, choose, press, read, and look that the page is whole."""

from __future__ import annotations

import re
from collections.abc import Mapping

from playwright.sync_api import Locator, Page, expect

from tests.journeys.eyes import axe_findings, overflow

OPTIONAL = r"( \(boleh kosong\))?"


def field(where: Page | Locator, label: str) -> Locator:
    """The input with exactly this label, whether it may stay empty or not."""
    return where.get_by_label(re.compile(rf"^\s*{re.escape(label)}{OPTIONAL}\s*$"))


def fill(where: Page | Locator, answers: Mapping[str, str]) -> None:
    """Type or choose the answer of each label."""
    for label, answer in answers.items():
        box = field(where, label)
        if box.evaluate("element => element.tagName") == "SELECT":
            box.select_option(label=answer)
        else:
            box.fill(answer)


def choose(where: Page | Locator, question: str, answer: str) -> None:
    """Pick one of the answers of a question that shows them all."""
    group = where.get_by_role("group", name=re.compile(rf"^{re.escape(question)}"))
    group.get_by_label(re.compile(rf"^\s*{re.escape(answer)}")).first.check()


def press(page: Page, name: str | re.Pattern[str]) -> int:
    """The button with exactly this name, and the page it leads to; returns that page's status."""
    return _arrive(page, page.get_by_role("button", name=name, exact=True).first)


def follow(page: Page, name: str) -> int:
    """The link whose name begins like this, the rest being for screen readers, and the page it leads to."""
    return _arrive(page, page.get_by_role("link", name=re.compile(rf"^{re.escape(name)}")).first)


def _arrive(page: Page, door: Locator) -> int:
    with page.expect_navigation() as arrival:
        door.click()
    assert arrival.value is not None
    return arrival.value.status


def title(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


def told(page: Page, text: str) -> None:
    """The page says this somewhere."""
    expect(page.get_by_text(text).first).to_be_visible()


def status_of(page: Page, address: str) -> int:
    """Go to an address; the status of what comes."""
    answer = page.goto(address)
    assert answer is not None
    return answer.status


def look(page: Page) -> None:
    """Nothing is wider than the screen, and axe finds nothing; where scripts are off axe cannot run."""
    assert overflow(page) <= 0, f"{page.url} is {overflow(page)} px wider than the screen"
    if page.evaluate("matchMedia('(scripting: enabled)').matches"):
        found = axe_findings(page)
        assert found == [], f"{page.url}: {found}"
