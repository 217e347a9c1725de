"""Civil servants at their telephones: each opens a personal link over HTTP, gives the digits, and acknowledges.

A client of bytes, because a comfortable one would take from the two cores what is to be measured.
"""

from __future__ import annotations

import re
import socket
import statistics
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

SAID = b"Anda sudah membaca dan memahami"
_LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)
_COOKIE = re.compile(rb"csrftoken=(\w+)")


@dataclass(frozen=True, slots=True)
class Link:
    """Whose link it is, its token, and the digits that open it."""

    person: str
    token: str
    digits: str


@dataclass(frozen=True, slots=True)
class Read:
    """Who was told that it is recorded, how long each visit took in milliseconds, how many were refused, and seconds."""

    told: Sequence[str]
    median: float
    p95: float
    refused: int
    seconds: float

    @property
    def per_second(self) -> float:
        return len(self.told) / self.seconds


class Telephone:
    """One connection that is kept; the cookie of the first page guards its forms."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=60)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._cookie = ""

    def get(self, path: str) -> tuple[int, bytes]:
        status, head, body = self._ask(f"GET {path} HTTP/1.1\r\n{self._headers()}\r\n".encode())
        found = _COOKIE.search(head)
        self._cookie = found[1].decode() if found else self._cookie
        return status, body

    def post(self, path: str, fields: dict[str, str]) -> tuple[int, bytes]:
        content = urlencode({"csrfmiddlewaretoken": self._cookie, **fields})
        form = f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(content)}\r\n"
        status, _head, body = self._ask(f"POST {path} HTTP/1.1\r\n{self._headers()}{form}\r\n{content}".encode())
        return status, body

    def _headers(self) -> str:
        return f"Host: 127.0.0.1\r\nCookie: csrftoken={self._cookie}\r\n"

    def _ask(self, request: bytes) -> tuple[int, bytes, bytes]:
        self._socket.sendall(request)
        answer = b""
        while b"\r\n\r\n" not in answer:
            answer += self._more()
        head, _end, body = answer.partition(b"\r\n\r\n")
        found = _LENGTH.search(head)
        while found and len(body) < int(found[1]):
            body += self._more()
        return int(head.split(b" ", 2)[1]), head, body

    def _more(self) -> bytes:
        part = self._socket.recv(65_536)
        if not part:
            raise ConnectionError("the server hung up")
        return part


Act = Callable[[Telephone, Link], bool]


def read_all(port: int, links: Sequence[Link], act: Act, *, clients: int, seconds: float) -> Read:
    """`clients` telephones take the links in turn for `seconds` and do the same with each."""
    told: list[str] = []
    spent: list[float] = []
    refused = [0]
    until = time.perf_counter() + seconds

    def ask(mine: Sequence[Link]) -> None:
        telephone = Telephone(port)
        if mine:
            telephone.get(_path(mine[0]))
        for link in mine:
            start = time.perf_counter()
            if start > until:
                return
            if act(telephone, link):
                told.append(link.person)
                spent.append((time.perf_counter() - start) * 1000)
            else:
                refused[0] += 1

    begun = time.perf_counter()
    threads = [threading.Thread(target=ask, args=(links[client::clients],)) for client in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    ordered = sorted(spent) or [float("nan")]
    p95 = ordered[int(len(ordered) * 0.95) - 1]
    return Read(told, statistics.median(ordered), p95, refused[0], time.perf_counter() - begun)


def visit(telephone: Telephone, link: Link) -> bool:
    """All of it: the page, the digits, the answer."""
    return look_in(telephone, link) and answer(telephone, link)


def look_in(telephone: Telephone, link: Link) -> bool:
    """The page and the digits: the letter is opened."""
    return telephone.get(_path(link))[0] == 200 and telephone.post(_path(link), {"digits": link.digits})[0] == 200


def answer(telephone: Telephone, link: Link) -> bool:
    """The last request of a visit alone."""
    status, body = telephone.post(_path(link), {"digits": link.digits, "sudah_baca": "1"})
    return status == 200 and SAID in body


def _path(link: Link) -> str:
    return f"/baca/{link.token}/"
