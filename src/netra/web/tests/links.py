"""A walk over the links of the pages that somebody may open, as a reader who follows each of them would take it."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Collection, Iterator
from functools import cache
from html import unescape
from urllib.parse import urldefrag, urljoin, urlsplit

from django.test import Client
from django.urls import resolve

LEADS_NOWHERE = {403, 404, 410, 500}


# A walk reads thousands of pages, and the parser of HTML would take a good part of its time.
_LINK = re.compile(r"""<a(?=\s)[^>]*?\shref=["']?([^"'\s>]+)""")


def links_of(html: str, page: str) -> list[str]:
    """The addresses of this house to which a page links, each once and without the place on the page."""
    addresses = (urldefrag(urljoin(page, unescape(each))).url for each in _LINK.findall(html))
    return list(dict.fromkeys(each for each in addresses if each.startswith("/") and not urlsplit(each).netloc))


@cache
def sort_of(address: str) -> str:
    """The name of the page at an address, kept: a menu stands on every page."""
    return resolve(urlsplit(address).path).view_name


def broken_links(client: Client, *, start: str = "/", each_kind: int = 2, known: Collection[str] = ()) -> Iterator[str]:
    """The links that lead to nothing, breadth-first from `start`, each address asked once.

    Of each kind of link (from one sort of page to another) no more than `each_kind` are followed: a list of sixty cases
    is one sort of link, and a page of a case another. `known` are the sorts of page that need not be asked again.
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
            if address not in asked and kinds[kind] < each_kind and kind[1] not in known:
                asked.add(address)
                kinds[kind] += 1
                waiting.append((page, address))
