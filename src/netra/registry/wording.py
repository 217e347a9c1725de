"""Text that people typed or pasted, made safe to store, compare and print: one line, no invisible characters.

Zero-width characters and marks that turn the direction of writing can make two names look alike or one name look like
another; they are taken out and the caller is told. HTML is text like any other and is escaped where it is shown.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from netra.trust.plain_text import visible

# How a spreadsheet decides that a text is a formula (OWASP, CSV injection).
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Cleaned:
    text: str
    had_invisible: bool


def cleaned(text: str) -> Cleaned:
    """Composed letters, single blanks, nothing invisible; says whether something invisible was there."""
    # Nearly every cell of a long file; nothing of what follows can happen in it.
    if text.isascii() and text.isprintable():
        return Cleaned(" ".join(text.split()), False)
    spaced = re.sub(r"[\t\n\v\f\r]", " ", text)
    seen = visible(spaced)
    return Cleaned(" ".join(unicodedata.normalize("NFC", seen).split()), seen != spaced)


def search_key(text: str) -> str:
    """What names are compared by: no accents, no capitals, single blanks."""
    clean = cleaned(text).text
    if clean.isascii():
        return clean.casefold()
    letters = unicodedata.normalize("NFKD", clean)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()


def opens_a_formula(text: str) -> bool:
    """Whether a spreadsheet that opens this text as a cell of a CSV would run it."""
    return text.startswith(_FORMULA_STARTS)


def without_formula(text: str) -> str:
    """The text as it may stand in a CSV that a spreadsheet opens: a formula becomes a text."""
    return f"'{text}" if opens_a_formula(text) else text


def with_formula_mark_removed(text: str) -> str:
    """Undo `without_formula`, so that a file of rejected rows can be corrected and imported again."""
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA_STARTS) else text
