"""The words of a story without what passing it on adds or changes: links, mentions, signs of forwarding, counts.

What the rules take away stands in `data/copied.yaml`. Numbers stay: another polling station is another event.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any

from netra.matching.names.rules import read_data

# Longer texts are read up to here; the form takes 10,000 letters.
MOST_LETTERS = 50_000
_WORD = re.compile(r"[^\W_]+")
# Quoted-printable (RFC 2045 §6.7), as a letter copied out of its source has it: a line broken by "=", bytes as "=C3".
_SOFT_BREAK = re.compile(r"=\r?\n")
_ENCODED = re.compile(r"(?:=[0-9A-F]{2})+")
# Signs that are not seen, the variation of an emoji, the frame around a digit.
_UNSEEN = re.compile("[\u200b-\u200f\u2060\ufe0e\ufe0f\ufeff\u00ad]")
_KEYCAP = re.compile("[0-9]\u20e3")


def story_words(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, in order; empty where nothing but decoration is left."""
    return tuple(word for line in _lines(_plain(text[:MOST_LETTERS])) for word in _WORD.findall(line))


def rules() -> dict[str, Any]:
    """The content of the data file."""
    return _content()


@cache
def _content() -> dict[str, Any]:
    return read_data("copied.yaml")


@cache
def _patterns(part: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rule["pattern"]) for rule in _content()[part])


def _plain(text: str) -> str:
    text = _ENCODED.sub(_decoded, _SOFT_BREAK.sub("", text))
    text = _UNSEEN.sub("", unicodedata.normalize("NFKC", html.unescape(text)))
    return _KEYCAP.sub(" ", text).casefold()


def _decoded(found: re.Match[str]) -> str:
    try:
        return bytes.fromhex(found[0].replace("=", "")).decode()
    except UnicodeDecodeError:
        return " "


def _lines(text: str) -> Iterator[str]:
    """Each line without its preamble; the lines of a forwarded heading are left out whole."""
    in_heading = False
    for line in text.splitlines():
        line = line.strip().lstrip("> ")
        if _matches("notes", line):
            in_heading = True
            continue
        in_heading = in_heading and (not line or _matches("headings", line))
        if not in_heading:
            yield _without_counts(_without_addresses(_without_preamble(line)))


def _matches(part: str, text: str) -> bool:
    return any(pattern.match(text) for pattern in _patterns(part))


def _without_preamble(line: str) -> str:
    """Preambles stand one behind the other: "fwd: fw: rt @akun: …"."""
    while line:
        cut = next((found.end() for each in _patterns("preambles") if (found := each.match(line))), 0)
        if not cut:
            break
        line = line[cut:]
    return line


def _without_addresses(line: str) -> str:
    """Word by word, so that no text is read more than once."""
    return " ".join(word for word in map(_before_link, line.split()) if not _matches("addresses", word))


def _before_link(word: str) -> str:
    """A link that is glued to a word ends it."""
    place = word.find("http://") if "http://" in word else word.find("https://")
    return word if place < 0 else word[:place]


def _without_counts(line: str) -> str:
    for pattern in _patterns("counts"):
        line = pattern.sub(" ", line)
    return line
