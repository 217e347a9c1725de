"""The page that says "recorded", drawn once a minute for each letter, with holes for whose page it is.

On a national day it is drawn hundreds of times a second, and all that differs is the link, the digits and the guard of
the form. It is filled for visitors alone: an officer who is signed in has a menu of his own.
"""

from __future__ import annotations

import secrets
from collections import OrderedDict
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.translation import get_language

from netra.prevention.operations import Reading
from netra.web.doors import now

TEMPLATE = "prevention/instrument_acknowledge.html"
_KEPT = 64
# Words that nobody writes and nothing escapes.
_TOKEN, _DIGITS, _GUARD = (f"hole{secrets.token_hex(16)}" for _hole in range(3))
_drawn: OrderedDict[tuple[str, str, datetime], str] = OrderedDict()


def answered_page(request: HttpRequest, reading: Reading, said: str, *, token: str, digits: str) -> HttpResponse | None:
    """The page of an answer that was right in everything; None for whom another page is drawn."""
    if reading.mistakes or {settings.SESSION_COOKIE_NAME, "messages"} & request.COOKIES.keys():
        return None
    minute = now().replace(second=0, microsecond=0)
    key = (reading.instrument.ref, get_language() or "", minute)
    page = _drawn.get(key)
    if page is None:
        page = _drawn[key] = _draw(request, reading, said)
        while len(_drawn) > _KEPT:
            _drawn.popitem(last=False)
    holes = ((_TOKEN, token), (_DIGITS, digits), (_GUARD, get_token(request)))
    for hole, word in holes:
        page = page.replace(hole, escape(word))
    return HttpResponse(page)


def _draw(request: HttpRequest, reading: Reading, said: str) -> str:
    told = {"reading": reading, "answered": True, "said": said}
    return render_to_string(TEMPLATE, {**told, "token": _TOKEN, "digits": _DIGITS, "csrf_token": _GUARD}, request)
