"""One short text that stands for a whole instrument, or for everybody on a list: the trail keeps it, and the check of
the trail makes it anew from the rows. References only; no number and no name of a person goes into it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from netra.prevention.models import Instrument


def of_instrument(instrument: Instrument) -> str:
    """All that people were told: the letter, whom it is for, what is asked. Three queries, however many people."""
    lines = instrument.targets.select_related("agency", "unit").order_by("pk")
    asked = instrument.questions.order_by("ordinal")
    told = {
        "kind": instrument.kind,
        "issuer": instrument.issuer,
        "subject": instrument.subject,
        "legal_basis": instrument.legal_basis,
        "points": instrument.points,
        "number": instrument.number,
        "letter_date": instrument.letter_date,
        "papers": [instrument.letter_ref, instrument.original_ref],
        "valid": [instrument.valid_from, instrument.valid_until],
        "asked": instrument.asked,
        "targets": [
            [line.agency and line.agency.code, line.unit and line.unit.code, line.employment, line.position]
            for line in lines
        ],
        "questions": [[each.ordinal, each.text, each.choices, each.right, each.explanation] for each in asked],
    }
    return _of(told)


def of_people(refs: Iterable[str]) -> str:
    """Everybody on a list, in whatever order they stood there."""
    return _of(sorted(refs))


def of_words(words: object) -> str:
    """What was read out, with its articles."""
    return _of(words)


def _of(told: object) -> str:
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode()).hexdigest()
