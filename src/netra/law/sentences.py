"""Sentences with data in them, kept with the template they were made from."""

from __future__ import annotations

from collections.abc import Mapping


class Sentence(str):
    """An Indonesian sentence that a page can fill anew in the reader's language.

    For whoever stores, prints or compares it, it is the Indonesian text: papers, trail and command line need no more.
    """

    template: str
    values: Mapping[str, str]

    def __new__(cls, template: str, **values: object) -> Sentence:
        words = {name: value if isinstance(value, str) else str(value) for name, value in values.items()}
        made = super().__new__(cls, template % words)
        made.template, made.values = template, words
        return made

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, str]]:
        """A copy is made as the sentence was, not from its filled words."""
        return (self.template,), dict(self.values)
