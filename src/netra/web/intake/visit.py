"""Whoever has just proved a code, remembered for half an hour by a signed cookie that is not the code.

The cookie names the report and the designation; it goes to /lacak/ only, and a signature with a date keeps anybody from
making one. Closing the page of the report, or half an hour without a click, ends it.
"""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponseBase

from netra.trust.actors import ReporterActor

NAME, PATH, SALT = "netra_lacak", "/lacak/", "intake.report_follow"
SECONDS = 30 * 60


@dataclass(frozen=True, slots=True)
class Visit:
    """Which report, and as whom."""

    report_ref: str
    by: ReporterActor


def visit_of(request: HttpRequest) -> Visit | None:
    """The visit of this browser, if it has not ended."""
    try:
        named = signing.loads(request.COOKIES.get(NAME, ""), salt=SALT, max_age=SECONDS)
    except signing.BadSignature:
        return None
    return Visit(named["report"], ReporterActor(named["designation"]))


def remember(response: HttpResponseBase, visit: Visit) -> None:
    """Half an hour from now on."""
    named = {"report": visit.report_ref, "designation": visit.by.designation}
    response.set_cookie(
        NAME,
        signing.dumps(named, salt=SALT),
        max_age=SECONDS,
        path=PATH,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Strict",
    )


def forget(response: HttpResponseBase) -> None:
    response.delete_cookie(NAME, path=PATH, samesite="Strict")


def sender_of(request: HttpRequest) -> str:
    """Who knocks, as far as can be told: behind the proxy that HTTPS needs, the address that this proxy saw.

    Of an IPv6 address the first 64 bits: the rest is chosen by the device, anew as often as it likes.
    """
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.HTTPS else ""
    written = forwarded.rpartition(",")[2].strip() or str(request.META.get("REMOTE_ADDR", ""))
    try:
        address = ip_address(written)
    except ValueError:
        return written
    if isinstance(address, IPv6Address):
        return str(address.ipv4_mapped or ip_network((address, 64), strict=False))
    return str(address)
