"""What every step of a meeting begins and ends with: claimed, allowed, possible where it stands; told to the trail."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.prevention.access import require_for
from netra.prevention.meeting_access import meeting_for
from netra.prevention.meeting_checks import MeetingRefused, demand
from netra.prevention.meeting_states import MEETING_STEPS, MeetingState, MinutesState
from netra.prevention.models import Meeting, Minutes
from netra.registry.queries import agency_on
from netra.trust.models import User
from netra.trust.trail import Value, record

_REFUSALS: Mapping[MeetingState, Callable[[], str]] = MappingProxyType(
    {
        MeetingState.PLANNED: lambda: _(
            "Rapat ini baru direncanakan. Catat dahulu bahwa rapat terlaksana, dengan harinya."
        ),
        MeetingState.HELD: lambda: _(
            "Rapat ini sudah terlaksana; rencananya tidak dapat diubah lagi. Yang keliru diterangkan dalam notulen."
        ),
        MeetingState.CANCELLED: lambda: _("Rapat ini sudah dibatalkan. Rencanakan rapat baru."),
    }
)


def claimed(ref: str, name: str, *, by: User, at: datetime) -> Meeting:
    """The meeting, locked, for a step of the agency that called it. Fails with NotFound, NotAllowed, MeetingRefused."""
    seen = meeting_for(by, ref, on=localdate(at))
    meeting = Meeting.objects.select_for_update().get(pk=seen.pk)
    caller = agency_on(meeting.agency_code, localdate(at))
    require_for(by, f"prevention.{name}", caller, at=at, on=localdate(at))
    state = MeetingState(meeting.state)
    if state != MEETING_STEPS[name]:
        raise MeetingRefused(_REFUSALS[state]())
    return meeting


def claimed_unminuted(ref: str, name: str, *, by: User, at: datetime) -> Meeting:
    """Like `claimed`, for what belongs to the minutes: until they are adopted, and while they are corrected."""
    meeting = claimed(ref, name, by=by, at=at)
    latest = latest_minutes(meeting)
    demand(
        latest is None or latest.state == MinutesState.DRAFT,
        _("Notulen rapat ini sudah disahkan. Mulailah ralat notulen dahulu, dengan alasannya."),
    )
    return meeting


def latest_minutes(meeting: Meeting) -> Minutes | None:
    """The last version, draft or adopted."""
    return meeting.minutes.order_by("-version").first()


def tell(meeting: Meeting, act: str, by: User, at: datetime, **more: Value) -> None:
    """One event about a meeting, in the chain of the agency that called it."""
    record(
        chain=meeting.chain,
        verb=act,
        by=by,
        at=at,
        subject=f"meeting:{meeting.ref}",
        payload={"meeting": meeting.ref, **more},
    )
