"""What people type, made safe to store and to show without changing what they said.

Invisible characters are taken out: they carry no words, and they let a name pass for another (zero-width letters) or a
line read backwards (direction overrides). HTML stays as it was typed; templates escape it.
"""

from __future__ import annotations

import re
import unicodedata

# Control, format, private use and unassigned characters; line breaks and tabs are kept apart below.
_INVISIBLE = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})
# Letters and marks that are drawn as nothing: joiners, fillers of Hangul, variation selectors, an empty Braille cell.
_BLANK = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]")


def one_line(text: str) -> str:
    """A name, a place, an office: one line, single spaces, no invisible characters."""
    return " ".join(_visible(text).split())


def paragraphs(text: str) -> str:
    """A narrative: its lines stay, runs of empty lines become one."""
    kept: list[str] = []
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        words = " ".join(_visible(line).split())
        if words or (kept and kept[-1]):
            kept.append(words)
    return "\n".join(kept).strip()


def visible(text: str) -> str:
    """The text without what cannot be seen; line breaks and tabs count as invisible here."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(char for char in _BLANK.sub("", text) if unicodedata.category(char) not in _INVISIBLE)


def _visible(text: str) -> str:
    return visible(unicodedata.normalize("NFC", text.replace("\t", " ").replace("\n", " ")))
