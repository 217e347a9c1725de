"""A person as one number, and the bearers of a key as bytes: eight for each, and no row per person."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable

# The lowest bits hold how many words the name has, so that namesakes are put in order without reading their names.
_LENGTH_BITS = 4
_LONGEST = (1 << _LENGTH_BITS) - 1


def number_of(pk: int, length: int) -> int:
    """The number of a civil servant whose name has that many words."""
    return pk << _LENGTH_BITS | min(length, _LONGEST)


def pk_of(number: int) -> int:
    """The key of the civil servant."""
    return number >> _LENGTH_BITS


def length_in(number: int) -> int:
    """How many words the name had when the number was made."""
    return number & _LONGEST


def packed(numbers: Iterable[int]) -> bytes:
    """The numbers as bytes, the lowest byte first."""
    return _turned(array("Q", numbers)).tobytes()


def unpacked(content: bytes | memoryview) -> array[int]:
    """The numbers of such bytes."""
    numbers = array("Q")
    numbers.frombytes(content)
    return _turned(numbers)


def _turned(numbers: array[int]) -> array[int]:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
