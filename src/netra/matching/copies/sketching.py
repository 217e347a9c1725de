"""A sketch of a text by which copies of it are found among many, without reading them all.

MinHash over three neighbouring words, in bands (Broder 1997, "On the resemblance and containment of documents";
Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", chapter 3): two texts share a band with the chance
1 - (1 - s^ROWS)^BANDS, where s is the part of their shingles that both have: 0.94 for one half, 0.14 for a fifth.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from functools import cache
from hashlib import blake2b

# Of other rules of words or other numbers below comes another version: sketches of two versions do not meet.
SKETCH_VERSION = 1
SHINGLE = 3
BANDS, ROWS = 20, 3
# Fewer words than this are no text that anybody copied; they are found by person, day and place.
FEWEST_WORDS = 6
_PRIME = (1 << 61) - 1


def shingles_of(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    """Every three neighbouring words; none of a text that is too short to be told from others."""
    if len(words) < FEWEST_WORDS:
        return frozenset()
    return frozenset(tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))


def bands_of(words: Sequence[str]) -> tuple[int, ...]:
    """The bands of a text as signed numbers of 64 bits; two texts that share one may be copies. Empty if too short."""
    hashes = [_hashed(" ".join(shingle).encode()) % _PRIME for shingle in shingles_of(words)]
    if not hashes:
        return ()
    least = [min((by * each + plus) % _PRIME for each in hashes) for by, plus in _permutations()]
    return tuple(_band(number, least[number * ROWS : (number + 1) * ROWS]) for number in range(BANDS))


def _band(number: int, rows: Sequence[int]) -> int:
    return int.from_bytes(_digest(struct.pack(f"<{ROWS + 1}Q", number, *rows)), "little", signed=True)


@cache
def _permutations() -> tuple[tuple[int, int], ...]:
    """Fixed for good, or yesterday's sketches would not meet today's."""
    return tuple(
        (_hashed(b"by%d" % number) % _PRIME or 1, _hashed(b"plus%d" % number) % _PRIME)
        for number in range(BANDS * ROWS)
    )


def _hashed(content: bytes) -> int:
    return int.from_bytes(_digest(content), "little")


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=8).digest()
