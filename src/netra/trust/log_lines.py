"""Log lines without people: what failed and where, never about whom.

An address of this house may hold a personal link or a code, and the message of an exception may hold whatever was
typed: PostgreSQL repeats the entire row that a constraint refused. So a line names the route instead of the address,
and the class, the place in the code and the constraint instead of the message.
"""

from __future__ import annotations

import copy
import logging
import re
import traceback
from collections.abc import Iterator
from functools import lru_cache
from types import TracebackType
from typing import Any

from django.db import Error as DatabaseError
from django.urls import Resolver404, ResolverMatch, URLPattern, URLResolver, get_resolver, resolve

HIDDEN = "…"
_PARAMETER = re.compile(r"<[^>]*>")
# SQLite names the constraint or the column, never a value.
_SQLITE_CONSTRAINT = re.compile(r"(?:UNIQUE|CHECK|NOT NULL|FOREIGN KEY) constraint failed(?:: [\w., ]+)?")
# The whole Referer or Origin, spaces and all, stands between these words when it is refused.
_FOREIGN_ADDRESS = re.compile(r"(?<=checking failed - ).*(?= does not match any trusted origins)", re.DOTALL)

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class WithoutPeople(logging.Formatter):
    """The formatter of every handler; the record itself stays as it is for others."""

    def format(self, record: logging.LogRecord) -> str:
        """One line, and the frames of an exception below it."""
        shown = copy.copy(record)
        shown.msg, shown.args = _message(record), None
        shown.exc_text = None
        return super().format(shown)

    def formatException(self, ei: ExcInfo) -> str:
        """The frames and the class of an exception and of what caused it, without their messages."""
        lines: list[str] = []
        for error in _with_causes(ei[1]):
            lines += [*traceback.format_tb(error.__traceback__), f"{_named(error)}\n"]
        return "".join(lines).rstrip()


def route_of(path: str) -> str:
    """The route that answers an address; of an unknown address only the words that some route has."""
    try:
        return f"/{resolve(path).route}"
    except Resolver404:
        words = _words(get_resolver())
        return "/".join(part if part in words else HIDDEN for part in path.split("/"))


def _message(record: logging.LogRecord) -> str:
    args = record.args
    if isinstance(args, tuple):
        args = tuple(_named(value) if isinstance(value, BaseException) else value for value in args)
    text = str(record.msg) % args if args else str(record.msg)
    error = record.exc_info[1] if record.exc_info else None
    if error is not None and str(error):
        text = text.replace(str(error), _named(error))
    request = getattr(record, "request", None)
    path = str(getattr(request, "path", ""))
    text = _without(path, _route_taken(request, path), text) if path.strip("/") else text
    return _FOREIGN_ADDRESS.sub(HIDDEN, text) if record.name == "django.security.csrf" else text


def _route_taken(request: object, path: str) -> str:
    """The route that Django found for this request; looked for only where it had not come so far, or found none."""
    match = getattr(request, "resolver_match", None)
    return f"/{match.route}" if isinstance(match, ResolverMatch) else route_of(path)


def _without(path: str, route: str, text: str) -> str:
    """The line with the route for the address, as it came and as Django writes one that is not plain ASCII."""
    return text.replace(path.encode("unicode_escape").decode("ascii"), route).replace(path, route)


def _with_causes(error: BaseException | None) -> Iterator[BaseException]:
    """The first cause first, as Python prints them."""
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.append(error)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    yield from reversed(found)


def _named(error: BaseException) -> str:
    name = f"{type(error).__module__}.{type(error).__qualname__}"
    where = _constraint(error)
    return f"{name} ({where})" if where else name


def _constraint(error: BaseException) -> str:
    if not isinstance(error, DatabaseError):
        return ""
    diagnosis: Any = getattr(error.__cause__, "diag", None)
    if diagnosis is not None:
        known = (diagnosis.sqlstate, diagnosis.table_name, diagnosis.column_name, diagnosis.constraint_name)
        return " ".join(word for word in known if word)
    found = _SQLITE_CONSTRAINT.match(str(error))
    return found.group() if found else ""


@lru_cache(maxsize=4)
def _words(resolver: URLResolver) -> frozenset[str]:
    """The parts of all routes that are the same for everybody, and the empty part."""
    return frozenset({"", *_parts(resolver)})


def _parts(resolver: URLResolver) -> Iterator[str]:
    for entry in resolver.url_patterns:
        yield from (part for part in str(entry.pattern).split("/") if not _PARAMETER.search(part))
        if not isinstance(entry, URLPattern):
            yield from _parts(entry)
