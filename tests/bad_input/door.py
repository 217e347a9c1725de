"""Knocking at the house as a web server does: through the real WSGI door, with its own connections and cookies.

Django's test client keeps the connection of the test open between requests. Here each request begins and ends as in
production, so that a lost connection is found and replaced, or not. For transactional
stories only: at the end of a request the house lets go of a connection whose transaction the test had opened.
"""

from __future__ import annotations

import io
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any

from django.core.wsgi import get_wsgi_application
from django.test import Client, RequestFactory

from netra.trust.models import User

HTML: dict[str, Any] = {"HTTP_ACCEPT": "text/html", "SERVER_NAME": "127.0.0.1"}


@dataclass(frozen=True, slots=True)
class Page:
    """What came back."""

    status: int
    text: str
    headers: Mapping[str, str]

    @property
    def location(self) -> str:
        return self.headers.get("Location", "")


@dataclass
class Door:
    """One browser with one page open; it keeps its cookies and sends the token that the page gave its forms."""

    cookies: dict[str, str] = field(default_factory=lambda: {"csrftoken": secrets.token_hex(16)})

    @classmethod
    def of(cls, user: User) -> Door:
        """The browser of somebody who has signed in."""
        client = Client()
        client.force_login(user)
        door = cls()
        door.cookies |= {name: morsel.value for name, morsel in client.cookies.items()}
        return door

    def get(self, path: str) -> Page:
        return self._knock(RequestFactory(**HTML).get(path).environ)

    def post(self, path: str, data: Mapping[str, Any]) -> Page:
        request = RequestFactory(**HTML).post(path, {**data, "csrfmiddlewaretoken": self.cookies["csrftoken"]})
        return self._knock(request.environ)

    def _knock(self, environ: dict[str, Any]) -> Page:
        environ["HTTP_COOKIE"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        environ["wsgi.errors"] = io.StringIO()
        answer: dict[str, Any] = {}

        def start_response(
            status: str, headers: list[tuple[str, str]], _exc: Any = None, /
        ) -> Callable[[bytes], object]:
            answer.update(status=int(status.split()[0]), headers=headers)
            return io.BytesIO().write

        response = get_wsgi_application()(environ, start_response)
        try:
            text = b"".join(response).decode("utf-8", "replace")
        finally:
            response.close()
        for name, value in answer["headers"]:
            if name == "Set-Cookie":
                self.cookies |= {key: morsel.value for key, morsel in SimpleCookie(value).items()}
        return Page(answer["status"], text, dict(answer["headers"]))
