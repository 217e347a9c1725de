"""The secret of a draft in the browser: it goes to /lapor/ only, never to a script, and ends with the browser."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from netra.intake import keys
from netra.trust.form_secrets import WeakSecret

NAME, PATH = "netra_laporan", "/lapor/"
# After sending, the receipt can be opened again for this long; then the browser forgets the way to the code.
RECEIPT_SECONDS = 30 * 60


def secret_in(request: HttpRequest) -> str:
    """The secret this browser holds, or an empty text."""
    secret = request.COOKIES.get(NAME, "")
    try:
        keys.fingerprint(secret)
    except WeakSecret:
        return ""
    return secret


def keep(response: HttpResponseBase, secret: str, *, seconds: int | None = None) -> None:
    response.set_cookie(
        NAME, secret, max_age=seconds, path=PATH, secure=settings.HTTPS, httponly=True, samesite="Strict"
    )


def forget(response: HttpResponseBase) -> None:
    response.delete_cookie(NAME, path=PATH, samesite="Strict")
