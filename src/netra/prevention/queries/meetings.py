"""The list of meetings, one of them with all that belongs to it, and its papers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q
from django.utils.translation import gettext as _

from netra.letters import queries as letters
from netra.prevention.access import agencies_written_for, writes_for
from netra.prevention.meeting_access import (
    agencies_answering,
    agencies_served,
    meeting_for,
    meetings_visible_to,
    sees_all,
    series_visible_to,
)
from netra.prevention.meeting_entries import MeetingEntry
from netra.prevention.meeting_states import MeetingState, MinutesState
from netra.prevention.models import STANDING, ActionItem, Attendee, Meeting, MeetingSeries, Minutes
from netra.prevention.queries.action_items import ItemRow, item_rows
from netra.prevention.queries.page_keys import latest_first
from netra.prevention.queries.writers import names_of
from netra.registry.queries import agency_names, zone_at
from netra.trust import evidence
from netra.trust.access import Person
from netra.trust.actors import Actor
from netra.trust.errors import NotFound

PAGE_SIZE = 25


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting as a line of the list, with the name that its caller had on that day."""

    meeting: Meeting
    caller: str


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody on the list: the place on it, a name, and the office or agency; and who struck it when and why."""

    ordinal: int
    name: str
    office: str
    struck_at: datetime | None = None
    striker: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class MeetingFile:
    """One meeting as this reader sees it.

    Names of those present, and minutes that are not adopted, are for the agency that called it and whoever oversees it;
    of the action items each agency sees its own, the one that called all. `series` is None where it is not this
    reader's: whom a meeting gave a task, or who was asked to this one alone.
    """

    meeting: Meeting
    series: MeetingSeries | None
    caller: str
    zone: str
    parties: Sequence[str]
    present: Sequence[Present]
    struck: Sequence[Present]
    present_count: int
    minutes: Minutes | None
    earlier: Sequence[Minutes]
    items: Sequence[ItemRow]
    may_write: bool
    sees_names: bool
    is_minuted: bool


def meeting_page(
    user: Person, *, on: date, before: str = "", state: str = ""
) -> tuple[Sequence[MeetingRow], str | None]:
    """One page of the meetings this person sees, the latest day first, and the key of the next page."""
    rows = meetings_visible_to(user, on=on)
    rows = rows.filter(state=state) if state in set(MeetingState) else rows
    page, next_key = latest_first(rows, "planned_date", before=before, size=PAGE_SIZE)
    names = agency_names({each.agency_code for each in page}, on=on)
    return [MeetingRow(each, names.get(each.agency_code, each.agency_code)) for each in page], next_key


def meeting_file(user: Person, ref: str, *, on: date) -> MeetingFile:
    """One meeting, if this person may see it. Fails with NotFound."""
    meeting = meeting_for(user, ref, on=on)
    codes = list(meeting.parties.order_by("pk").values_list("agency_code", flat=True))
    names = agency_names(codes, on=meeting.day)
    writer = writes_for(user, meeting.agency_code, on=on)
    whole = writer or sees_all(user, on=on) or _serves(user, meeting.agency_code, on)
    versions = list(meeting.minutes.order_by("-version"))
    shown = [each for each in versions if whole or each.state == MinutesState.ADOPTED]
    listed = _listed(meeting) if whole else []
    return MeetingFile(
        meeting=meeting,
        series=series_visible_to(user, on=on).filter(pk=meeting.series_id).first() if meeting.series_id else None,
        caller=names.get(meeting.agency_code, meeting.agency_code),
        zone=zone_at(meeting.agency_code) if meeting.start_time else "",
        parties=[names.get(code, code) for code in codes],
        present=[each for each in listed if each.struck_at is None],
        struck=[each for each in listed if each.struck_at is not None],
        present_count=meeting.attendees.filter(STANDING).count(),
        minutes=shown[0] if shown else None,
        earlier=shown[1:],
        items=item_rows(_items(user, meeting, on, whole=whole), on=on),
        may_write=writer,
        sees_names=whole,
        is_minuted=bool(versions) and versions[0].state == MinutesState.ADOPTED,
    )


def meeting_entry_of(file: MeetingFile) -> MeetingEntry:
    """A plan as it was told, to be told anew."""
    meeting = file.meeting
    codes = meeting.parties.order_by("pk").values_list("agency_code", flat=True)
    return MeetingEntry(
        agency_code=meeting.agency_code,
        title=meeting.title,
        place=meeting.place,
        planned_date=meeting.planned_date,
        start_time=meeting.start_time,
        agenda=meeting.agenda,
        parties=[code for code in codes if code != meeting.agency_code],
        series_ref=meeting.series.ref if meeting.series else "",
    )


def series_written_for(user: Person, *, on: date) -> list[MeetingSeries]:
    """The series that go on and belong to an agency for which this person writes: for a meeting to be one of them."""
    written = agencies_written_for(user, on=on).values("code")
    rows = series_visible_to(user, on=on).filter(Q(until_date=None) | Q(until_date__gt=on), agency_code__in=written)
    return list(rows.order_by("-pk")[:PAGE_SIZE])


def parties_of(user: Person, ref: str, *, on: date) -> list[tuple[str, str]]:
    """The agencies that take part in a meeting, as code and name. Fails with NotFound."""
    meeting = meeting_for(user, ref, on=on)
    codes = list(meeting.parties.order_by("pk").values_list("agency_code", flat=True))
    names = agency_names(codes, on=meeting.day)
    return [(code, names.get(code, code)) for code in codes]


def invitation_paper(user: Person, ref: str, *, on: date) -> bytes:
    """The letter of invitation. Fails with NotFound."""
    meeting = meeting_for(user, ref, on=on)
    if not meeting.invitation_ref:
        raise NotFound(_("Undangan rapat ini belum diterbitkan."))
    return letters.pdf(meeting.invitation_ref)


def minutes_paper(user: Person, ref: str, version: int, *, by: Actor, at: datetime, on: date) -> tuple[bytes, str]:
    """A version of the minutes with its media type: the paper that was signed, or our letter. Fails with NotFound."""
    file = meeting_file(user, ref, on=on)
    shown = [each for each in (file.minutes, *file.earlier) if each is not None and each.version == version]
    if not shown or not (shown[0].document_ref or shown[0].letter_ref):
        raise NotFound(_("Notulen itu tidak ada, belum disahkan, atau tidak mempunyai naskah."))
    found = shown[0]
    if found.document_ref:
        item = evidence.item(found.document_ref)
        return evidence.open_original(item.ref, by=by, at=at, chain=file.meeting.chain), item.media_type
    return letters.pdf(found.letter_ref), "application/pdf"


def _serves(user: Person, code: str, on: date) -> bool:
    return agencies_served(user, on=on).filter(code=code).exists()


def _items(user: Person, meeting: Meeting, on: date, *, whole: bool) -> list[ActionItem]:
    rows = meeting.action_items.select_related("meeting").order_by("due_date", "pk")
    return list(rows if whole else rows.filter(agency_code__in=agencies_answering(user, on=on)))


def _listed(meeting: Meeting) -> list[Present]:
    """Everybody who was ever written down, in that order: nobody is taken out, so that a place stays a place."""
    rows = list(meeting.attendees.select_related("civil_servant").order_by("pk"))
    agencies = agency_names({each.agency_code for each in rows if each.agency_code}, on=meeting.day)
    strikers = names_of({each.struck_by for each in rows})
    return [_told(place, each, agencies, strikers) for place, each in enumerate(rows, start=1)]


def _told(place: int, row: Attendee, agencies: Mapping[str, str], strikers: Mapping[str, str]) -> Present:
    registered = row.civil_servant
    return Present(
        ordinal=place,
        name=registered.name if registered else row.name,
        office=agencies.get(row.agency_code, "") if registered else row.office,
        struck_at=row.struck_at,
        striker=strikers.get(row.struck_by, ""),
        reason=row.struck_reason,
    )
