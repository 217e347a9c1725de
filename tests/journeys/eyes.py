"""What a page looks like to axe, to a ruler and to a camera."""

from __future__ import annotations

import os
from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

DESK_WIDTH = 1280
# Only what is wrong is brought here: what axe approved of is a long list for every page.
_FINDINGS = """async () => {
  const { violations } = await axe.run({ resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}"""
SCREENSHOTS = Path(__file__).parents[2] / "docs" / "screenshots"


def axe_findings(page: Page) -> list[str]:
    """What axe finds on the page, one line each; an empty list is the only good answer."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found: list[str] = page.evaluate(_FINDINGS)
    return found


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than the screen, once it is there.

    A click may return when the next page is answered but not yet read; until then no document is there to measure.
    """
    page.wait_for_load_state()
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def screenshot(page: Page, name: str) -> None:
    """The first screenful of a desk for the papers, only when asked for: NETRA_SCREENSHOTS=1."""
    size = page.viewport_size
    if os.environ.get("NETRA_SCREENSHOTS") == "1" and size is not None and size["width"] == DESK_WIDTH:
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=SCREENSHOTS / f"{name}.png", animations="disabled", caret="hide")
