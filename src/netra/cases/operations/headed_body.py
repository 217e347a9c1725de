"""What is about the head of the body that oversees neutrality goes past that body."""

from __future__ import annotations

from datetime import date

from netra.cases.models import Case
from netra.cases.own_case import headed_sooner_or_later


def keep_from_headed_body(case: Case, *, on: date) -> None:
    """Keep the case from the body, of that day or a later one, whose own head is accused in it, or let it read again
    where he is not.

    Called by whatever says anew who is accused, inside its own transaction and claim.
    """
    code = headed_sooner_or_later(case, on=on)
    if code != case.headed_body_code:
        case.headed_body_code = code
        case.save(update_fields=["headed_body_code"])
