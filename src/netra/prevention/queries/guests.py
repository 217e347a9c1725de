"""The guests of an outreach, for the agency that held it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from netra.prevention.models import OutreachGuest
from netra.prevention.queries.outreach import OutreachFileView
from netra.prevention.queries.writers import names_of


@dataclass(frozen=True, slots=True)
class GuestRow:
    """A guest, the place on the list, and who wrote it down and who struck it."""

    ordinal: int
    guest: OutreachGuest
    writer: str
    striker: str


def guest_rows(file: OutreachFileView) -> Sequence[GuestRow]:
    """Everybody who was ever written down as a guest, in that order; nobody for whoever does not write the list."""
    if not file.may_write:
        return []
    guests = list(file.outreach.guests.order_by("pk"))
    names = names_of({ref for each in guests for ref in (each.entered_by, each.struck_by)})
    return [
        GuestRow(place, each, names.get(each.entered_by, ""), names.get(each.struck_by, ""))
        for place, each in enumerate(guests, start=1)
    ]
