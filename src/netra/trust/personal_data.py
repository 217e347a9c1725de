"""What in a text is personal data by its form: numbers and addresses that the trail and public pages never keep."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from netra.trust.plain_text import visible

# Numbers also as people group them: 19870101 201001 1 001. A NIP grouped in another way is known by its birth date.
_PERSONAL = (
    (
        re.compile(r"(?<!\d)(?:\d{18}|(?:19|20)(?:[ .-]?\d){2}[ .-]?[01][ .-]?\d[ .-]?[0-3](?:[ .-]?\d){11})(?!\d)"),
        gettext_noop("NIP (18 angka)"),
    ),
    (
        re.compile(r"(?<!\d)\d{16}(?!\d)|(?<!\d)(?:\d{4}[ .-]){3}\d{4}(?!\d)|(?<!\d)\d{6}[ .-]\d{6}[ .-]\d{4}(?!\d)"),
        gettext_noop("NIK (16 angka)"),
    ),
    # From one @ to the next, so that no part of a text is read twice.
    (re.compile(r"\S@[^\s@]+\.\w"), gettext_noop("alamat surel")),
    (
        re.compile(r"(?<![\w.-])(?:\+?62|0)[ .()/-]{0,2}8(?:[ .()/-]{0,2}\d){7,11}(?!\w)"),
        gettext_noop("nomor telepon"),
    ),
)


def personal_data_in(text: str) -> str:
    """The first kind that is found, in words; empty where there is none. A name has no form by which to find it."""
    seen = " ".join(visible(word) for word in text.split())
    return next((_(kind) for pattern, kind in _PERSONAL if pattern.search(seen)), "")
