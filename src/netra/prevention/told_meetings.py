"""How meetings and outreaches are held against their events when the trail is checked: which day, and who was there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import groupby

from django.db.models import QuerySet
from django.utils.translation import gettext_noop

from netra.prevention.fingerprints import of_people
from netra.prevention.meeting_states import MEETING_STATE_LABELS, MeetingState
from netra.prevention.models import Meeting, Outreach, Participant
from netra.prevention.outreach_states import OUTREACH_STATE_LABELS, Entry, OutreachState
from netra.trust.told_rows import Column, Mirror, Row, Told, Value, by_payload, carries, refs_in

_ATTEND, _LIST = "prevention.outreach_attend", "prevention.outreach_attendance_record"
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
    ),
)
