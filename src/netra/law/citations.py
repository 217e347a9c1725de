"""Articles as Indonesian decrees write them: the article first, then the instrument by its official name.

The data of this room cite in short, "PP 94/2021 Pasal 5 huruf n angka 6"; a decree writes "Pasal 5 huruf n angka 6
Peraturan Pemerintah Nomor 94 Tahun 2021". What a row notes behind an article in brackets is no part of the citation.
"""

from __future__ import annotations

import re
from functools import cache

from netra.law.instruments import INSTRUMENTS, Instrument

# "(kepala daerah)" is a note of the data, "(2)" a paragraph of the law.
_NOTE = re.compile(r"(?:^| )\((?=[^()]*[a-z]{2})([^()]*)\)$")
_RANGE = re.compile(r"Pasal (\d+)[–-](\d+)")
# Longest first: "UU 1/2015 jo. UU 8/2015" is one instrument.
_BY_LENGTH = sorted(INSTRUMENTS, key=len, reverse=True)
_JOINED = " jo. "
_PARTS = re.compile(r";(?![^()]*\))")
_NOT_READ = re.compile(r"belum di(?:baca|lihat)|tidak terbaca")
NOT_READ = "belum diverifikasi ke naskah asli"


@cache
def in_full(citation: str) -> str:
    """`PP 94/2021 Pasal 8 ayat (4)` as `Pasal 8 ayat (4) Peraturan Pemerintah Nomor 94 Tahun 2021`.

    What no instrument of this room begins, such as the regulation of an agency, stays as it was written.
    """
    instrument, article = _parted(citation)
    if instrument is None:
        return citation
    first, *others = without_note(article).split(_JOINED)
    said, own = [], [first]
    for other in others:
        if _parted(other)[0] is None:
            own.append(other)
        else:
            said.append(in_full(other))
    return _JOINED.join([_ordered(_JOINED.join(own), instrument), *said]) + _unread(article)


def all_in_full(citations: str) -> str:
    """Several citations, parted by semicolons."""
    return "; ".join(in_full(each) for each in each_of(citations))


def each_of(citations: str) -> list[str]:
    """Several citations one by one; a semicolon within a note parts nothing."""
    return [each.strip() for each in _PARTS.split(citations) if each.strip()]


def without_note(citation: str) -> str:
    """The citation alone, without what the data note behind it."""
    return _NOTE.sub("", citation)


def is_conditional(citation: str) -> bool:
    """Whether the article is cited for a condition that nobody has answered yet: "(bila …)", "(selebihnya)"."""
    note = _NOTE.search(citation)
    return note is not None and note.group(1).startswith(("bila ", "selebihnya"))


def recalled_as(citation: str) -> str:
    """A citation as "Mengingat" names it: with the title of the instrument."""
    instrument, article = _parted(citation)
    if instrument is None:
        return citation
    return f"{_spelled(without_note(article))} {instrument.whole_name}".strip() + _unread(article)


def _unread(article: str) -> str:
    """A note that nobody has read the article is no part of the citation, but it must not get lost."""
    note = _NOTE.search(article)
    return f", {NOT_READ}" if note is not None and _NOT_READ.search(note.group(1)) else ""


def _parted(citation: str) -> tuple[Instrument | None, str]:
    for code in _BY_LENGTH:
        if citation == code or citation.startswith(f"{code} "):
            found = INSTRUMENTS[code]
            return (found if found.named else None), citation[len(code) :].strip()
    return None, citation


def _ordered(article: str, instrument: Instrument) -> str:
    """The article before its instrument."""
    return f"{_spelled(article)} {instrument.named}".strip()


def _spelled(article: str) -> str:
    """`Pasal 5–6` in the words of a decree."""
    return _RANGE.sub(_range_words, article)


def _range_words(found: re.Match[str]) -> str:
    first, last = found.groups()
    between = "dan" if int(last) == int(first) + 1 else "sampai dengan"
    return f"Pasal {first} {between} Pasal {last}"
