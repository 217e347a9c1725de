"""Sentences with data in them, kept with the template they were made from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from netra.law.indonesian_dates import in_words


class Sentence(str):
    """An Indonesian sentence that a page can fill anew in the reader's language.

    A day among the values stays a day for that. For whoever stores, prints or compares it, it is the Indonesian text:
    papers, trail and command line need no more.
    """

    template: str
    values: Mapping[str, str | date]

    def __new__(cls, template: str, **values: object) -> Sentence:
        kept = {name: value if isinstance(value, str | date) else str(value) for name, value in values.items()}
        words = {name: in_words(value) if isinstance(value, date) else value for name, value in kept.items()}
        made = super().__new__(cls, template % words)
        made.template, made.values = template, kept
        return made

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, str | date]]:
        """A copy is made as the sentence was, not from its filled words."""
        return (self.template,), dict(self.values)
