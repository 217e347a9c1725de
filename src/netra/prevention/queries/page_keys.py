"""Where a page of a list begins: the day and the key of the row before it, as they stand in an address."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from django.db.models import Model, Q, QuerySet

Row = TypeVar("Row", bound=Model)


def latest_first(rows: QuerySet[Row], day: str, *, before: str, size: int) -> tuple[list[Row], str | None]:
    """One page of rows by a column of days, the latest first, and the key of the next page; never counted whole."""
    place = place_of(before)
    if place is not None:
        when, key = place
        rows = rows.filter(Q(**{f"{day}__lt": when}) | Q(**{day: when}, pk__lt=key))
    found = list(rows.order_by(f"-{day}", "-pk")[: size + 1])
    page = found[:size]
    return page, page_key(getattr(page[-1], day), page[-1].pk) if len(found) > size else None


def oldest_first(rows: QuerySet[Row], day: str, *, before: str, size: int) -> tuple[list[Row], str | None]:
    """Like `latest_first`, whoever waits longest first; `before` is the row that this page follows."""
    place = place_of(before)
    if place is not None:
        when, key = place
        rows = rows.filter(Q(**{f"{day}__gt": when}) | Q(**{day: when}, pk__gt=key))
    found = list(rows.order_by(day, "pk")[: size + 1])
    page = found[:size]
    return page, page_key(getattr(page[-1], day), page[-1].pk) if len(found) > size else None


def page_key(day: date, key: int) -> str:
    """`2018-01-23_12`."""
    return f"{day.isoformat()}_{key}"


def place_of(text: str) -> tuple[date, int] | None:
    """The day and the key; nothing where the text is none of ours."""
    day, _mark, key = text.partition("_")
    if not (key.isascii() and key.isdecimal() and len(key) < 18):
        return None
    try:
        return date.fromisoformat(day), int(key)
    except ValueError:
        return None
