"""Public references: short enough for a letter, random so that they tell neither order nor number of anything."""

from __future__ import annotations

import re
from datetime import datetime

from django.utils import timezone

from netra.trust import crockford

# 50 bits: among a million references of one year a collision has odds of about one in two thousand.
RANDOM_CHARACTERS = 10
_REF = re.compile(r"[A-Z]{2,6}-[0-9]{4}-[0-9A-Z]{1,20}")


def new_ref(prefix: str, at: datetime) -> str:
    """A reference such as `PKR-2026-7K3QX9M2AB`; the year is the year in Indonesia (WIB)."""
    return f"{prefix}-{timezone.localtime(at).year}-{crockford.random_text(RANDOM_CHARACTERS)}"


def is_ref(text: str) -> bool:
    """Whether the text has the form of a reference at all; what a stranger types may not even be searchable text."""
    return _REF.fullmatch(text) is not None
