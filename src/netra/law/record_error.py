"""Why a record cannot be read, and what a file hands over where it cannot be read either way."""

from __future__ import annotations

from typing import Any

LONGEST_NUMBER = 10**40  # Python refuses to write out a number of thousands of digits


LONGEST_SHOWN = 60


def shown(text: str) -> str:
    """Text of a file as a message or a terminal may show it: short, and without characters that turn or hide text."""
    safe = "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in text[:LONGEST_SHOWN])
    return f"{safe}…" if len(text) > LONGEST_SHOWN else safe


class RecordError(ValueError):
    """A record cannot be read; the message is for the person who wrote the file."""


class RepeatedKey(dict[Any, Any]):
    """A mapping of a file in which a key was written twice: which of the two was meant nobody knows."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key
