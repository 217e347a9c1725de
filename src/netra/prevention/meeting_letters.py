"""What the letters of a meeting say. Their forms stand in the room `letters`; no list of names goes into them."""

from __future__ import annotations

from datetime import date

from netra.prevention.models import STANDING, Meeting, Minutes
from netra.registry.queries import agency_name, agency_names, appointing_authority_of, zone_at


def invitation(meeting: Meeting, *, on: date) -> dict[str, object]:
    """The fields of the invitation: to every agency that takes part, but not to the one that writes it."""
    names = _names(meeting, on)
    others = [name for code, name in names.items() if code != meeting.agency_code]
    return {**_told(meeting, on), "recipients": others or list(names.values())}


def minutes(meeting: Meeting, draft: Minutes, *, on: date) -> dict[str, object]:
    """The fields of the minutes. No tasks: every agency that takes part may read them, and sees its own tasks alone."""
    names = _names(meeting, on)
    count = meeting.attendees.filter(STANDING).count()
    return {
        **_told(meeting, on),
        "parties": list(names.values()),
        "present": f"{count} orang" if count else "",
        "text": draft.text,
        "decisions": draft.decisions,
        "correction": draft.reason,
    }


def _told(meeting: Meeting, on: date) -> dict[str, object]:
    head = appointing_authority_of(meeting.agency_code, on)
    office = {"position": f"Pimpinan {agency_name(meeting.agency_code, on)}"}
    return {
        "title": meeting.title,
        "day": meeting.day,
        "time": f"{meeting.start_time:%H.%M} {zone_at(meeting.agency_code)}" if meeting.start_time else "",
        "venue": meeting.place,
        "agenda": meeting.agenda,
        "signer": {"name": head.holder_name, "position": head.office_title} if head else office,
    }


def _names(meeting: Meeting, on: date) -> dict[str, str]:
    """The agencies that take part by code, in the order in which they were named."""
    codes = list(meeting.parties.order_by("pk").values_list("agency_code", flat=True))
    names = agency_names(codes, on=on)
    return {code: names[code] for code in codes}
