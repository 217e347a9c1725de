"""Whoever has just proved a code, remembered for half an hour by a signed cookie that is not the code.

The cookie names the report, or the question about a planned act, and the designation; it goes to /lacak/ only, and a
signature with a date keeps anybody from making one. Closing the page, or half an hour without a click, ends it.
"""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponseBase

from netra.trust.actors import AskerActor, ReporterActor

NAME, PATH, SALT = "netra_lacak", "/lacak/", "intake.report_follow"
SECONDS = 30 * 60


@dataclass(frozen=True, slots=True)
class Visit:
    """Which report, and as whom."""

    report_ref: str
    by: ReporterActor


@dataclass(frozen=True, slots=True)
class AskerVisit:
    """Which question, and as whom."""

    question_ref: str
    by: AskerActor


def visit_of(request: HttpRequest) -> Visit | None:
    """The visit of this browser to a report, if it has not ended."""
    named = _named(request)
    return Visit(named["report"], ReporterActor(named["designation"])) if "report" in named else None


def asker_visit_of(request: HttpRequest) -> AskerVisit | None:
    """The visit of this browser to a question, if it has not ended."""
    named = _named(request)
    return AskerVisit(named["question"], AskerActor(named["designation"])) if "question" in named else None


def remember(response: HttpResponseBase, visit: Visit | AskerVisit) -> None:
    """Half an hour from now on."""
    what = {"report": visit.report_ref} if isinstance(visit, Visit) else {"question": visit.question_ref}
    named = {**what, "designation": visit.by.designation}
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


def _named(request: HttpRequest) -> dict[str, str]:
    try:
        named: dict[str, str] = signing.loads(request.COOKIES.get(NAME, ""), salt=SALT, max_age=SECONDS)
    except signing.BadSignature:
        return {}
    return named


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
