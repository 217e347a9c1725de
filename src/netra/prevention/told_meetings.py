"""How meetings and outreaches are held against their events when the trail is checked: which day, and who was there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import groupby
from operator import attrgetter

from django.db.models import QuerySet
from django.utils.translation import gettext_noop

from netra.prevention.fingerprints import of_people, of_words
from netra.prevention.meeting_states import MEETING_STATE_LABELS, MeetingState
from netra.prevention.models import Attendee, Meeting, Outreach, OutreachGuest, Participant
from netra.prevention.outreach_states import OUTREACH_STATE_LABELS, Entry, OutreachState
from netra.trust.told_rows import Column, Mirror, Row, Told, Value, by_payload, carries, refs_in

_ATTEND, _LIST = "prevention.outreach_attend", "prevention.outreach_attendance_record"
_STRIKE_MEETING, _STRIKE = "prevention.meeting_attendance_strike", "prevention.outreach_attendance_strike"
_GUESTS, _STRIKE_GUEST = "prevention.outreach_guests_record", "prevention.outreach_guest_strike"
_STRUCK = {"reason": Column(gettext_noop("sidik alasan"))}
_DAYS = {"planned": Column(gettext_noop("hari rencana")), "held": Column(gettext_noop("hari terlaksana"))}


def _meetings(chains: Collection[str]) -> Iterator[Row]:
    return _rows(Meeting.objects.filter(agency_code__in=refs_in(chains, "agency:")).order_by("pk"))


def _outreaches(chains: Collection[str]) -> Iterator[Row]:
    return _rows(Outreach.objects.filter(agency_code__in=refs_in(chains, "agency:")).order_by("pk"))


def _rows(found: QuerySet[Meeting] | QuerySet[Outreach]) -> Iterator[Row]:
    for each in found:
        columns = {"state": each.state, "planned": each.planned_date, "held": each.held_date}
        yield Row(each.chain, each.ref, columns)


def _scanned(chains: Collection[str]) -> Iterator[Row]:
    """Those who scanned the code at the door themselves."""
    for each in _participants(chains).filter(entry=Entry.CODE).order_by("pk"):
        yield Row(each.outreach.chain, f"{each.outreach.ref}/{each.civil_servant.ref}", {})


def _scanner(told: Told) -> str:
    return f"{told.payload['outreach']}/{told.actor.removeprefix('link:')}"


def _lists(chains: Collection[str]) -> Iterator[Row]:
    """The people of each list, put together again from what each of them bears."""
    of_list = ("outreach__agency_code", "outreach__ref", "entered_at", "entered_by", "attended_date", "proof_ref")
    rows = _participants(chains).filter(entry=Entry.LIST).order_by(*of_list)
    told = rows.values_list(*of_list, "civil_servant__ref")
    for (agency, outreach, _at, _by, held, proof), group in groupby(told, key=lambda row: row[:6]):
        people = [row[6] for row in group]
        columns = {"date": held, "recorded": len(people), "proof": proof}
        yield Row(f"agency:{agency}", f"{outreach}/{of_people(people)}", columns)


def _listed(told: Told) -> str | None:
    """A list on which everybody had been written down before has left no row."""
    return f"{told.payload['outreach']}/{told.payload['sha256']}" if told.payload["recorded"] else None


def _struck_attendees(chains: Collection[str]) -> Iterator[Row]:
    """Those who were struck from the list of a meeting, by their place on it."""
    rows = Attendee.objects.filter(meeting__agency_code__in=refs_in(chains, "agency:"))
    by_meeting = rows.select_related("meeting").order_by("meeting_id", "pk")
    for _meeting, listed in groupby(by_meeting, key=lambda row: row.meeting_id):
        for place, each in enumerate(listed, start=1):
            if each.struck_at is not None:
                yield Row(each.meeting.chain, f"{each.meeting.ref}/{place}", {"reason": of_words(each.struck_reason)})


def _struck_participants(chains: Collection[str]) -> Iterator[Row]:
    """Those who were struck from the list of an outreach; who was written down anew and struck again, each time."""
    for each in _participants(chains).filter(struck_at__isnull=False).order_by("struck_at", "pk"):
        key = f"{each.outreach.ref}/{each.civil_servant.ref}"
        yield Row(each.outreach.chain, key, {"reason": of_words(each.struck_reason)})


def _guests(chains: Collection[str]) -> Iterator[Row]:
    """How many guests each list brought. Their names are in no event: a fingerprint of a single name can be guessed."""
    by_list = ("outreach_id", "entered_at", "entered_by", "proof_ref")
    for key, group in groupby(_guest_rows(chains).order_by(*by_list, "pk"), key=attrgetter(*by_list)):
        listed = list(group)
        yield Row(listed[0].outreach.chain, listed[0].outreach.ref, {"recorded": len(listed), "proof": key[3]})


def _struck_guests(chains: Collection[str]) -> Iterator[Row]:
    """Those who were struck from the guests of an outreach, by their place among them."""
    for _outreach, listed in groupby(_guest_rows(chains).order_by("outreach_id", "pk"), key=attrgetter("outreach_id")):
        for place, each in enumerate(listed, start=1):
            if each.struck_at is not None:
                yield Row(each.outreach.chain, f"{each.outreach.ref}/{place}", {"reason": of_words(each.struck_reason)})


def _guest_rows(chains: Collection[str]) -> QuerySet[OutreachGuest]:
    here = OutreachGuest.objects.filter(outreach__agency_code__in=refs_in(chains, "agency:"))
    return here.select_related("outreach")


def _participants(chains: Collection[str]) -> QuerySet[Participant]:
    here = Participant.objects.filter(outreach__agency_code__in=refs_in(chains, "agency:"))
    return here.select_related("outreach", "civil_servant")


def _planned(state: str) -> Mapping[str, Value]:
    return {"state": state, "held": None}


MEETING_MIRRORS = (
    Mirror(
        what=gettext_noop("rapat"),
        key=by_payload("meeting"),
        makes=frozenset({"prevention.meeting_plan"}),
        tells={
            "prevention.meeting_plan": lambda payload: {
                "planned": payload["date"],
                **_planned(MeetingState.PLANNED.value),
            },
            "prevention.meeting_revise": carries(planned="date"),
            "prevention.meeting_hold": lambda payload: {"state": MeetingState.HELD.value, "held": payload["date"]},
            "prevention.meeting_cancel": lambda _payload: {"state": MeetingState.CANCELLED.value},
        },
        rows=_meetings,
        columns={
            "state": Column(gettext_noop("keadaan"), {str(each): name for each, name in MEETING_STATE_LABELS.items()}),
            **_DAYS,
        },
    ),
    Mirror(
        what=gettext_noop("sosialisasi"),
        key=by_payload("outreach"),
        makes=frozenset({"prevention.outreach_plan"}),
        tells={
            "prevention.outreach_plan": lambda payload: {
                "planned": payload["date"],
                **_planned(OutreachState.PLANNED.value),
            },
            "prevention.outreach_revise": carries(planned="date"),
            "prevention.outreach_postpone": carries(planned="date"),
            "prevention.outreach_hold": lambda payload: {"state": OutreachState.HELD.value, "held": payload["date"]},
            "prevention.outreach_cancel": lambda _payload: {"state": OutreachState.CANCELLED.value},
        },
        rows=_outreaches,
        columns={
            "state": Column(gettext_noop("keadaan"), {str(each): name for each, name in OUTREACH_STATE_LABELS.items()}),
            **_DAYS,
        },
    ),
    Mirror(
        what=gettext_noop("peserta yang memindai kode"),
        key=_scanner,
        makes=frozenset({_ATTEND}),
        tells={_ATTEND: lambda _payload: {}},
        rows=_scanned,
        columns={},
        several=True,
    ),
    Mirror(
        what=gettext_noop("daftar hadir sosialisasi"),
        key=_listed,
        makes=frozenset({_LIST}),
        tells={_LIST: carries(date="date", recorded="recorded", proof="evidence")},
        rows=_lists,
        columns={
            "date": Column(gettext_noop("hari hadir")),
            "recorded": Column(gettext_noop("jumlah pegawai")),
            "proof": Column(gettext_noop("foto")),
        },
        several=True,
    ),
    Mirror(
        what=gettext_noop("yang dicoret dari daftar rapat"),
        key=by_payload("meeting", "ordinal"),
        makes=frozenset({_STRIKE_MEETING}),
        tells={_STRIKE_MEETING: carries(reason="sha256")},
        rows=_struck_attendees,
        columns=_STRUCK,
    ),
    Mirror(
        what=gettext_noop("yang dicoret dari daftar sosialisasi"),
        key=by_payload("outreach", "person"),
        makes=frozenset({_STRIKE}),
        tells={_STRIKE: carries(reason="sha256")},
        rows=_struck_participants,
        columns=_STRUCK,
        several=True,
    ),
    Mirror(
        what=gettext_noop("daftar tamu sosialisasi"),
        key=lambda told: str(told.payload["outreach"]) if told.payload["recorded"] else None,
        makes=frozenset({_GUESTS}),
        tells={_GUESTS: carries(recorded="recorded", proof="evidence")},
        rows=_guests,
        columns={"recorded": Column(gettext_noop("jumlah tamu")), "proof": Column(gettext_noop("foto"))},
        several=True,
    ),
    Mirror(
        what=gettext_noop("tamu yang dicoret"),
        key=by_payload("outreach", "ordinal"),
        makes=frozenset({_STRIKE_GUEST}),
        tells={_STRIKE_GUEST: carries(reason="sha256")},
        rows=_struck_guests,
        columns=_STRUCK,
    ),
)
