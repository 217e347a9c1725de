"""The key of a word: the form in which old, regional and foreign spellings of one sound meet."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from netra.matching.names.rules import spelling_rules

# A rule that is letters, with what may stand around them: without those letters it finds nothing.
_LETTERS = re.compile(
    r"(?:\(\?<[=!][^()|]*\))*\^?(?P<letters>[a-z]+)(?:\[[a-z]+\])?\$?(?:\(\?[=!][^()]*\))?",
)


@lru_cache(maxsize=200_000)
def spelling_key(word: str) -> str:
    """The key of a word in small ASCII letters; never empty for a word that is not."""
    key = word
    for letters, pattern, put in rules_by_letters():
        if letters in key:
            key = pattern.sub(put, key)
    return key or word


@cache
def rules_by_letters() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    """The rules in their order, each behind letters that stand in every word that it changes; none where unknown."""
    found = ((_LETTERS.fullmatch(pattern.pattern), pattern, put) for pattern, put in spelling_rules())
    return tuple((match["letters"] if match else "", pattern, put) for match, pattern, put in found)
