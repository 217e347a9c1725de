"""What the rooms keep in Indonesian, in the language of whoever reads it."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from netra.law.sentences import Sentence


def translated(label: str) -> str:
    """A label or sentence of a room as the reader reads it; a sentence with data is filled anew, data included.

    Only for showing, never for storing: letters, trail and stored outcomes need the Indonesian. What has no
    translation, and what is translated already, stays as it is.
    """
    if isinstance(label, Sentence):
        return _(label.template) % {
            name: long_date(value) if isinstance(value, date) else translated(value)
            for name, value in label.values.items()
        }
    return _(label) if label else ""


def long_date(day: date) -> str:
    """14 Juli 2026: how a refusal speaks of a day. Stored values and letters keep their own forms."""
    return _written(day.day, day.month, day.year, get_language())


@lru_cache(maxsize=4096)
def _written(day: int, month: int, year: int, language: str | None) -> str:
    """A list names the same days again and again; `language` is the one in which they are being said."""
    return date_format(date(year, month, day), "j F Y")
