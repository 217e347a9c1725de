"""Certified copies (salinan) of the letters of a case, by the office that issued them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.utils.timezone import localdate

from netra.cases.papers import Paper, letter_to_certify
from netra.letters.operations import letter_certify
from netra.trust.models import User


def copy_letter(*, case_ref: str, letter_ref: str, certified_by: Mapping[str, object], by: User, at: datetime) -> Paper:
    """The copy as a file. Fails with NotFound, Sealed, NotAllowed, or like `letter_certify`, which keeps the event."""
    found = letter_to_certify(by, case_ref, letter_ref, on=localdate(at))
    return Paper(found, letter_certify(letter_ref=found.ref, certified_by=certified_by, by=by, at=at))
