"""Crockford's base 32: letters and digits that survive handwriting and a telephone line (no I, L, O, U).

The check character is computed in the field of 32 elements, so it is always one of the same 32 characters and finds
every single wrong character and every two neighbours swapped.
"""

from __future__ import annotations

import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUE = {char: value for value, char in enumerate(ALPHABET)}
# What a hand writes and an eye reads for 0 and 1.
_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})
# x^5 + x^2 + 1, primitive over GF(2): its root generates all 31 non-zero elements.
_POLYNOMIAL = 0b100101


def random_text(length: int) -> str:
    """`length` random characters, 5 bits each."""
    return "".join(ALPHABET[byte & 31] for byte in secrets.token_bytes(length))


def cleaned(text: str) -> str:
    """Capitals without spaces and dashes, look-alikes read as the digit they stand for."""
    return "".join(text.split()).replace("-", "").upper().translate(_LOOKALIKES)


def is_valid(text: str) -> bool:
    return all(char in _VALUE for char in text)


def check_character(text: str) -> str:
    """The character that makes the whole word a multiple of the generator."""
    total = 0
    for char in text:
        total = _times_x(total) ^ _VALUE[char]
    return ALPHABET[_times_x(total)]


def _times_x(value: int) -> int:
    doubled = value << 1
    return doubled ^ _POLYNOMIAL if doubled & 0b100000 else doubled
