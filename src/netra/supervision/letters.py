"""What the letter of assignment says. Its form stands in the room `letters`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netra.registry.queries import agency_name, appointing_authority_of, unit
from netra.supervision.models import Visit
from netra.supervision.states import SUBJECT_LABELS, Subject


def place_name(target_code: str, unit_code: str, on: date) -> str:
    """The agency, or a unit of it with its agency, by the names of that day."""
    agency = agency_name(target_code, on)
    return f"{unit(target_code, unit_code).name}, {agency}" if unit_code else agency


def assignment(visit: Visit, officers: Sequence[str], *, on: date) -> dict[str, object]:
    """The fields of the letter: who goes where, on which day, to look at what, and why."""
    head = appointing_authority_of(visit.agency_code, on)
    office = {"position": f"Pimpinan {agency_name(visit.agency_code, on)}"}
    return {
        "officers": list(officers),
        "target": place_name(visit.target_code, visit.unit_code, on),
        "subject_watched": SUBJECT_LABELS[Subject(visit.subject)],
        "day": visit.planned_date,
        "reasons": visit.reasons,
        "signer": {"name": head.holder_name, "position": head.office_title} if head else office,
    }
