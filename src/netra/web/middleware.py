"""Security headers for every answer, the language of the reader, and refusals turned into pages."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date
from http import HTTPStatus

from django.conf import settings
from django.db import Error as DatabaseFailure
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers

from netra.intake.uploads import MAX_FILES
from netra.trust import trail
from netra.trust.access import NotAllowed
from netra.trust.errors import NotFound, Refused
from netra.web import errors
from netra.web.doors import now, today

log = logging.getLogger(__name__)

GetResponse = Callable[[HttpRequest], HttpResponse]

# Nothing from elsewhere and nothing inline: a page that shows other people's text must not be able to run it.
CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"

# As many files of the largest size as a report may carry, and its text; whatever is larger is not read at all.
REQUEST_LIMIT_BYTES = MAX_FILES * settings.EVIDENCE_LIMIT_BYTES + settings.DATA_UPLOAD_MAX_MEMORY_SIZE


def security_headers(get_response: GetResponse) -> GetResponse:
    """Every page may load from this house only, is kept by no cache, and hands nothing to other sites.

    `no-store` on every page, public ones too: a reporter may sit at a shared computer.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return answer


def request_limit(get_response: GetResponse) -> GetResponse:
    """Refuses a request that is too large before anything of it is read."""

    def answer(request: HttpRequest) -> HttpResponse:
        length = request.headers.get("Content-Length", "0")
        if length.isdecimal() and int(length) > REQUEST_LIMIT_BYTES:
            return errors.too_large(request)
        return get_response(request)

    return answer


def readable_address(get_response: GetResponse) -> GetResponse:
    """Refuses an address with a null character before anybody looks it up: no text of ours has one, and PostgreSQL
    cannot even be asked for it.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path:
            return errors.not_found(request)
        if "%00" in request.META.get("QUERY_STRING", ""):
            return errors.bad_request(request)
        return get_response(request)

    return answer


def language(get_response: GetResponse) -> GetResponse:
    """Indonesian unless the reader chose otherwise. The browser's own language is not asked: many phones and
    office computers in Indonesia are set to English by their makers, not by their owners.
    """

    known = {code for code, _name in settings.LANGUAGES}

    def answer(request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, settings.LANGUAGE_CODE)
        with translation.override(chosen if chosen in known else settings.LANGUAGE_CODE):
            response = get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language() or settings.LANGUAGE_CODE)
        patch_vary_headers(response, ("Cookie",))
        return response

    return answer


def daily_root(get_response: GetResponse) -> GetResponse:
    """The first write of a new day takes the root over the day before, once the page itself is done.

    A form that was refused writes nothing, so it takes no root either. A root that only a person takes is a root that
    nobody takes. A failure here costs nobody their page; the next write tries again. Where it was seen to once, this
    process does not ask again until the day is over.
    """
    seen_to: set[date] = set()

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.method == "POST" and response.status_code < HTTPStatus.BAD_REQUEST and today() not in seen_to:
            at = now()
            try:
                trail.close_past_days(at)
                seen_to.add(timezone.localdate(at))
            except DatabaseFailure as problem:
                log.warning("the root of yesterday was not taken: %s", problem)
        return response

    return answer


class RefusalMiddleware:
    """Turns a refusal that no view caught into a page: 404 for a thing, 403 for an act, 409 for the rest.

    An address that only takes what a button sends says so too (405), where Django answers an empty page.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        is_bare = response.status_code == HTTPStatus.METHOD_NOT_ALLOWED and not response.content
        return errors.wrong_method(request, response) if is_bare else response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Called by Django when a view raises; None leaves the exception to `errors.server_error`."""
        if isinstance(exception, NotFound):
            return errors.not_found(request, exception)
        if isinstance(exception, NotAllowed):
            return errors.not_allowed(request, exception)
        if isinstance(exception, Refused):
            return errors.refused(request, exception)
        return None
