"""The key of a word: the form in which old, regional and foreign spellings of one sound meet."""

from __future__ import annotations

from functools import lru_cache

from netra.matching.names.rules import spelling_rules


@lru_cache(maxsize=200_000)
def spelling_key(word: str) -> str:
    """The key of a word in small ASCII letters; never empty for a word that is not."""
    key = word
    for pattern, put in spelling_rules():
        key = pattern.sub(put, key)
    return key or word
