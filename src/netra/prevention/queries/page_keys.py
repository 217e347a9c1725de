"""Where a page of a list begins: the day and the key of the row before it, as they stand in an address."""

from __future__ import annotations

from datetime import date


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
