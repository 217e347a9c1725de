"""What people type, made safe to store and to show without changing what they said.

Invisible characters are taken out: they carry no words, and they let a name pass for another (zero-width letters) or a
line read backwards (direction overrides). HTML stays as it was typed; templates escape it.
"""

from __future__ import annotations

import unicodedata

# Control, format, private use and unassigned characters; line breaks and tabs are kept apart below.
_INVISIBLE = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})


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


def _visible(text: str) -> str:
    normal = unicodedata.normalize("NFC", text.replace("\t", " ").replace("\n", " "))
    return "".join(char for char in normal if unicodedata.category(char) not in _INVISIBLE)
