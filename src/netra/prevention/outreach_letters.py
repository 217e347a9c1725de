"""What a certificate of an outreach says. Its form stands in the room `letters`."""

from __future__ import annotations

from datetime import date

from netra.prevention.models import Outreach, Participant
from netra.registry.queries import agency_name, appointing_authority_of


def common(outreach: Outreach, *, on: date) -> dict[str, object]:
    """The fields that are the same for everybody who was there."""
    head = appointing_authority_of(outreach.agency_code, on)
    office = {"position": f"Pimpinan {agency_name(outreach.agency_code, on)}"}
    return {
        "title": outreach.title,
        "day": outreach.day,
        "venue": outreach.place,
        "organiser": agency_name(outreach.agency_code, outreach.day),
        "speakers": [
            f"{each.name}, {each.office}{f', {each.body}' if each.body else ''}"
            for each in outreach.speakers.order_by("pk")
        ],
        "signer": {"name": head.holder_name, "position": head.office_title} if head else office,
    }


def holder(participant: Participant) -> dict[str, object]:
    """The fields of one person: who, from where. No result of the test: it measures the outreach, not the person."""
    return {
        "holder": participant.civil_servant.name,
        "holder_agency": agency_name(participant.agency_code, participant.attended_date),
    }
