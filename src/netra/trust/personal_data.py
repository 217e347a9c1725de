"""What in a text is personal data by its form: numbers and addresses that the trail and public pages never keep."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

# Numbers also as people group them: 19870101 201001 1 001.
_PERSONAL = (
    (re.compile(r"(?<!\d)\d{18}(?!\d)|(?<!\d)\d{8}[ .-]\d{6}[ .-]\d[ .-]\d{3}(?!\d)"), gettext_noop("NIP (18 angka)")),
    (
        re.compile(r"(?<!\d)\d{16}(?!\d)|(?<!\d)(?:\d{4}[ .-]){3}\d{4}(?!\d)|(?<!\d)\d{6}[ .-]\d{6}[ .-]\d{4}(?!\d)"),
        gettext_noop("NIK (16 angka)"),
    ),
    # From one @ to the next, so that no part of a text is read twice.
    (re.compile(r"\S@[^\s@]+\.\w"), gettext_noop("alamat surel")),
    (
        re.compile(r"(?<![\w.-])(?:\+?62|0)[ .-]?8\d{1,3}[ .-]?\d{3,4}[ .-]?\d{2,5}(?!\w)"),
        gettext_noop("nomor telepon"),
    ),
)


def personal_data_in(text: str) -> str:
    """The first kind that is found, in words; empty where there is none. A name has no form by which to find it."""
    return next((_(kind) for pattern, kind in _PERSONAL if pattern.search(text)), "")
