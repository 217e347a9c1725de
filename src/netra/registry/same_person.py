"""Whether two written names may be one human being: who is accused, or kept from a case, judges nobody in it."""

from __future__ import annotations

import re

from netra.matching.names import parse
from netra.registry.wording import search_key

# Titles that stand before a name; those after it follow a comma, are written with dots inside, or are known by their
# letters alone ("SH"): the room `matching` knows the common ones, and here stand some that it does not.
_BEFORE = frozenset(
    {"prof", "dr", "drg", "dra", "drs", "ir", "h", "hj", "kh", "r", "rr", "ra", "rd", "apt", "ns", "pdt"}
)
_AFTER = re.compile(r"\s+[a-z]{1,3}(\.\s?[a-z]{1,4})+\.?$")
_ASIDE = re.compile(r"\([^)]*\)")
_AFTER_UNDOTTED = frozenset({"sstp", "mtrip", "strip", "mpsi", "mtp", "mec", "mkom", "sfarm", "ssn", "spdsd", "ners"})


def bare_name(name: str) -> str:
    """A name without titles, punctuation, accents, capitals and old spelling; empty where nothing else was written."""
    whole = search_key(name)
    written = _ASIDE.sub(" ", whole).partition(",")[0].strip()
    # "Dr. H. Bos" ends like a degree too; what leaves nothing but titles was the name.
    while parse(before := _AFTER.sub("", written)).tokens and before != written:
        written = before
    plain = [(token.text, token.key) for token in parse(written).tokens]
    # Where nothing but a title is left, that is how he is called.
    words = plain or [(word, word) for word in re.findall(r"[^\W\d_]+", written)]
    while len(words) > 1 and words[0][0] in _BEFORE:
        words = words[1:]
    while len(words) > 1 and words[-1][0] in _AFTER_UNDOTTED:
        words = words[:-1]
    return " ".join([*(key for _text, key in words), *_told_apart(written, whole)])


def _told_apart(written: str, whole: str) -> list[str]:
    """What namesakes are told apart by beside their names: a number, or what stands in brackets behind."""
    return [*re.findall(r"[0-9]+", written), *re.findall(r"[^\W_]+", " ".join(_ASIDE.findall(whole)))]


def may_be_one(name: str, nip: str, other_name: str, other_nip: str) -> bool:
    """Two NIP decide where both are known; else names that are alike without their titles may be one person."""
    if nip and other_nip:
        return nip == other_nip
    own = bare_name(name)
    return bool(own) and own == bare_name(other_name)


def shares_no_word(name: str, other: str) -> bool:
    """Whether two names have not one word in common, however they are spelt: as when a number is somebody else's."""
    one, two = ({token.key for token in parse(_ASIDE.sub(" ", written)).tokens} for written in (name, other))
    return one.isdisjoint(two)
