"""A walk over the links of the pages that somebody may open, as a reader who follows each of them would take it."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit

from django.test import Client
from django.urls import resolve

LEADS_NOWHERE = {403, 404, 410, 500}


class _Links(HTMLParser):
    """The addresses that the links of a page lead to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        address = dict(attrs).get("href") if tag == "a" else None
        if address:
            self.found.append(address)


def links_of(html: str, page: str) -> list[str]:
    """The addresses of this house to which a page links, each once and without the place on the page."""
    reader = _Links()
    reader.feed(html)
    addresses = (urldefrag(urljoin(page, each)).url for each in reader.found)
    return list(dict.fromkeys(each for each in addresses if each.startswith("/") and not urlsplit(each).netloc))


@cache
def sort_of(address: str) -> str:
    """The name of the page at an address, kept: a menu stands on every page."""
    return resolve(urlsplit(address).path).view_name


def broken_links(client: Client, *, start: str = "/", each_kind: int = 2) -> Iterator[str]:
    """The links that lead to nothing, breadth-first from `start`, each address asked once.

    Of each kind of link (from one sort of page to another) no more than `each_kind` are followed: a list of sixty cases
    is one sort of link, and a page of a case another.
    """
    asked, kinds = {start}, Counter[tuple[str, str]]()
    waiting = deque([("", start)])
    while waiting:
        origin, page = waiting.popleft()
        response = client.get(page)
        if response.status_code in LEADS_NOWHERE:
            yield f"{origin} → {page}: {response.status_code}"
        if response.status_code != 200 or not response.headers["Content-Type"].startswith("text/html"):
            continue
        for address in links_of(response.content.decode(), page):
            kind = sort_of(page), sort_of(address)
            if address not in asked and kinds[kind] < each_kind:
                asked.add(address)
                kinds[kind] += 1
                waiting.append((page, address))
