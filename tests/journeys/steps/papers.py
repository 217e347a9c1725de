"""Letters: each opens as a PDF that bears its number, and its verification page says that it is genuine."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from netra.letters.tests.pdf_text import pdf_text
from tests.journeys.steps.pages import fill, press, told

_CODE = re.compile(r"\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}-[0-9A-Z]\b")
_NUMBER = re.compile(r"Nomor\s+(\S+),")


def verify_letters(page: Page) -> list[str]:
    """Open and verify every letter on this page; returns what they are called, in order."""
    shown = page.get_by_role("region", name="Surat", exact=True).get_by_role("listitem").all()
    # The first link of a line is the letter itself; a certified copy stands after it.
    letters = [(each.inner_text(), each.get_by_role("link").first) for each in shown]
    papers = [(text, _pdf(page, link)) for text, link in letters if link.count()]
    assert papers
    for text, content in papers:
        number = _NUMBER.search(text)
        assert number is not None, text
        _verify(page, number[1], content)
    return [text.splitlines()[0] for text, _content in papers]


def _pdf(page: Page, link: Locator) -> str:
    answer = page.request.get(str(link.get_attribute("href")))
    assert answer.headers["content-type"] == "application/pdf"
    return pdf_text(answer.body())


def _verify(page: Page, number: str, text: str) -> None:
    assert number in text.replace("\n", ""), number
    code = _CODE.search(text)
    assert code is not None, text
    page.goto("/verifikasi/")
    fill(page, {"Kode pemeriksaan": code[0]})
    press(page, "Periksa")
    told(page, "Surat ini tercatat")
    expect(page.get_by_role("main")).to_contain_text(number)
