"""The descriptive fields of a record: what its writer tells beside the facts, handed back untouched with the answer.

Nothing is judged by them. They only have to be what an answer can hold: values that JSON writes, of bounded size, since
an alias in YAML can name one value a million times.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from netra.law.record_error import LONGEST_NUMBER, RecordError, RepeatedKey

DESCRIPTIVE = ("actor", "persons", "summary", "published", "cause_cited", "source", "confidence")
DEEPEST = 32
LARGEST = 1_000_000  # values and characters of all the fields together


def described(record: Mapping[Any, Any]) -> dict[str, Any]:
    """Copies of the descriptive fields that the record has; RecordError names the one that no answer can hold."""
    left = LARGEST
    for key in DESCRIPTIVE:
        if key in record:
            left = _weighed(key, record[key], left, depth=0)
    return {key: deepcopy(record[key]) for key in DESCRIPTIVE if key in record}


def _weighed(key: str, value: object, left: int, *, depth: int) -> int:
    """How much may still follow after this value."""
    left -= 1 + (len(value) if isinstance(value, str) else 0)
    if left < 0 or depth > DEEPEST:
        raise RecordError(f"{key} terlalu besar atau terlalu bertingkat untuk disertakan dalam jawaban; ringkaskan.")
    if isinstance(value, RepeatedKey):
        raise RecordError(f"{key} memuat satu kunci yang ditulis dua kali; sisakan satu.")
    if isinstance(value, Mapping) and all(_is_plain(name) for name in value):
        for name, inner in value.items():
            left = _weighed(key, inner, _weighed(key, name, left, depth=depth), depth=depth + 1)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            left = _weighed(key, inner, left, depth=depth + 1)
    elif not _is_plain(value):
        raise RecordError(f"{key} memuat nilai yang tidak dapat ditulis sebagai JSON; tulis sebagai teks atau angka.")
    return left


def _is_plain(value: object) -> bool:
    if isinstance(value, float):
        return math.isfinite(value)
    if isinstance(value, int):
        return abs(value) < LONGEST_NUMBER
    return value is None or isinstance(value, str)
