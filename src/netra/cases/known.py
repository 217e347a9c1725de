"""What is known of an accused: what the case says, and for what it leaves open the staff records of his number."""

from __future__ import annotations

from datetime import date

from netra.cases.models import Party
from netra.cases.states import PARTY_FIELDS
from netra.registry.queries import position_of, registered

BLANK = {"", "UNKNOWN"}


def known_of(party: Party, *, on: date) -> dict[str, str]:
    """The fields of `NewParty`. The post is that of the day of the first act, which the law is read by."""
    said = {field: str(getattr(party, field)) for field in PARTY_FIELDS}
    recorded = recorded_of(party, party.nip, on=on)
    return said | {field: value for field, value in recorded.items() if said[field] in BLANK}


def recorded_of(party: Party, nip: str, *, on: date) -> dict[str, str]:
    """What the staff records say of that number on the day of the first act; nothing where they do not know it."""
    person = registered(nip)
    if person is None:
        return {}
    first = party.case.acts.order_by("act_date").values_list("act_date", flat=True).first()
    held = position_of(person, first or on)
    found = {"name": person.name, "employment": person.employment}
    if held is not None:
        found |= {
            "position_title": held.title,
            "position": held.position,
            "grade": held.grade,
            "agency_code": held.agency.code,
            "unit_name": held.unit.name if held.unit else "",
        }
    return found
