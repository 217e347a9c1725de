"""From any text to letters, dots, commas and spaces: signs, digits and other scripts leave, and are remarked on."""

from __future__ import annotations

import html
import re
import unicodedata

from netra.matching.names.parsed import Remark
from netra.matching.names.rules import misread_signs

LONGEST = 200
_NIP = re.compile(r"\b(?:nip|nik|nrp)?[\s.:]*\d[\d\s.]{4,}\d", re.IGNORECASE)
_APOSTROPHES = re.compile(r"(?<=\w)['`´’‘ʼ](?=\w)")
# A capital within a word begins the next one, where both are long enough to be words: "SitiMelati", but "McDonald".
_INNER_CAPITAL = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z]{2})")
_JOINS = re.compile(r"[-_]")
_BREAKS = re.compile(r"[/;:\n\r\t]+")
_OTHER = re.compile(r"[^A-Za-z.,() ]+")
# What nearly every name consists of; nothing of it is cut, composed or misread.
_PLAIN = re.compile(r"[A-Za-z.,() ]*")
_MISREAD = re.compile(r"(?<=[A-Za-z])[0-9|!\]\[$@](?=[A-Za-z])|(?<=[A-Za-z]{2})[0](?![0-9A-Za-z])")


def clean(written: str) -> tuple[str, tuple[Remark, ...]]:
    """The text of a name in plain letters, and what was cut from it or makes it unreadable."""
    if len(written) <= LONGEST and _PLAIN.fullmatch(written):
        return " ".join(_INNER_CAPITAL.sub(" ", written).split()), ()
    remarks: list[Remark] = []
    if len(written) > LONGEST:
        remarks.append(Remark.TOO_LONG)
    text = unicodedata.normalize("NFKD", html.unescape(written[:LONGEST]))
    text = "".join(sign for sign in text if not unicodedata.combining(sign))
    had_letters = any(sign.isalpha() for sign in text)
    text = _NIP.sub(lambda _cut: _remarked(remarks), text)
    text = _MISREAD.sub(lambda sign: misread_signs().get(sign.group(), sign.group()), text)
    text = _BREAKS.sub(" , ", _JOINS.sub(" ", _APOSTROPHES.sub("", text)))
    text = _INNER_CAPITAL.sub(" ", text)
    text = _OTHER.sub(lambda _cut: _remarked(remarks), text)
    if had_letters and not any(sign.isalpha() for sign in text):
        remarks.append(Remark.NOT_LATIN)
    return " ".join(text.split()), tuple(dict.fromkeys(remarks))


def _remarked(remarks: list[Remark]) -> str:
    remarks.append(Remark.OTHER_TEXT)
    return " "
