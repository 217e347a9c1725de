"""Meetings of Kota Jambi in early 2018: the city calls, the supervisors and a second agency take part."""

from __future__ import annotations

from datetime import date
from typing import Any

from netra.prevention.meeting_entries import (
    AnswerEntry,
    ConsultationEntry,
    File,
    ItemEntry,
    MeetingEntry,
    MinutesEntry,
    SeriesEntry,
)
from netra.prevention.models import ActionItem, Consultation, Meeting, MeetingSeries
from netra.prevention.operations import (
    action_item_assign,
    consultation_ask,
    meeting_hold,
    meeting_plan,
    meeting_series_start,
    minutes_adopt,
    minutes_draft,
)
from netra.prevention.tests.builders import CITY, SUPERVISOR, City, at
from netra.registry.tests.builders import make_muaro
from netra.trust.acts import Role
from netra.trust.models import User
from netra.trust.tests.builders import grant, make_user
from netra.trust.tests.told_once import told_once

MUARO = "MUARO-JAMBI"
# Tuesday, 23 January 2018 and Friday, 9 February 2018: meetings d and e of the first thesis.
DAY, LATER = date(2018, 1, 23), date(2018, 2, 9)
PLANNED_AT, HELD_AT = at("2018-01-15"), at("2018-01-23", 13)
A_PAPER = File(b"%PDF-1.4 notulen (contoh)", "notulen.pdf")


@told_once
def beside_the_city() -> dict[str, User]:
    """Muaro Jambi, and the others of the stories by name."""
    make_muaro()
    return {
        "rahmat": grant(make_user("rahmat"), Role.APPOINTING_AUTHORITY, agency=CITY),
        "putu": grant(make_user("putu"), Role.PLENARY_MEMBER, region="15.71"),
        "nurul": grant(make_user("nurul"), Role.PERSONNEL_OFFICER, agency=MUARO),
        "hasan": grant(make_user("hasan"), Role.AUDITOR),
    }


class Round(City):
    """The city with its supervisors, and Muaro Jambi beside them."""

    rahmat: User
    putu: User
    nurul: User
    hasan: User

    def __init__(self) -> None:
        super().__init__()
        vars(self).update(beside_the_city())


def a_plan(**over: Any) -> MeetingEntry:
    """Meeting d."""
    fields: dict[str, Any] = {
        "agency_code": CITY,
        "title": "Persiapan monitoring dan evaluasi pelanggaran netralitas",
        "place": "Ruang Rapat Sekda",
        "planned_date": DAY,
        "agenda": ["Persiapan monitoring", "Evaluasi pelanggaran"],
        "parties": [SUPERVISOR],
    }
    return MeetingEntry(**{**fields, **over})


@told_once
def planned(scene: Round, *, by: User | None = None, **over: Any) -> Meeting:
    """A meeting that is still to be."""
    return meeting_plan(entry=a_plan(**over), by=by or scene.dewi, at=PLANNED_AT)


@told_once
def held(scene: Round, **over: Any) -> Meeting:
    """A meeting that took place on its day, without minutes."""
    meeting = planned(scene, **over)
    return meeting_hold(meeting_ref=meeting.ref, held_date=meeting.planned_date, by=scene.dewi, at=HELD_AT)


def some_minutes(**over: Any) -> MinutesEntry:
    """What a meeting came to."""
    fields: dict[str, Any] = {
        "text": "Rapat menyepakati pembagian tugas (contoh).",
        "decisions": ["Setiap unit melapor sebulan sekali."],
    }
    return MinutesEntry(**{**fields, **over})


@told_once
def minuted(scene: Round, **over: Any) -> Meeting:
    """A meeting whose minutes are adopted."""
    meeting = held(scene, **over)
    minutes_draft(meeting_ref=meeting.ref, entry=some_minutes(), by=scene.dewi, at=HELD_AT)
    minutes_adopt(meeting_ref=meeting.ref, by=scene.dewi, at=HELD_AT)
    return meeting


def a_task(**over: Any) -> ItemEntry:
    """A task of the supervisors, due in the middle of February."""
    fields: dict[str, Any] = {
        "task": "Menyusun daftar unit yang diawasi",
        "agency_code": SUPERVISOR,
        "office": "Koordinator pengawasan",
        "due_date": date(2018, 2, 15),
    }
    return ItemEntry(**{**fields, **over})


@told_once
def assigned(scene: Round, meeting: Meeting, **over: Any) -> ActionItem:
    """An open action item of that meeting."""
    return action_item_assign(meeting_ref=meeting.ref, entry=a_task(**over), by=scene.dewi, at=HELD_AT)


def a_rule(**over: Any) -> SeriesEntry:
    """The first Monday of every month from 1 January 2018."""
    fields: dict[str, Any] = {
        "agency_code": CITY,
        "title": "Rapat rutin wali kota dengan pengawas",
        "week": 1,
        "weekday": 0,
        "start_date": date(2018, 1, 1),
        "parties": [SUPERVISOR],
    }
    return SeriesEntry(**{**fields, **over})


@told_once
def a_series(scene: Round, **over: Any) -> MeetingSeries:
    """A series that goes on."""
    return meeting_series_start(entry=a_rule(**over), by=scene.dewi, at=at("2018-01-01"))


def a_question(**over: Any) -> ConsultationEntry:
    """Consultation f."""
    fields: dict[str, Any] = {
        "agency_code": CITY,
        "body": "KemenPANRB dan KASN",
        "subject": "Pengawasan dan evaluasi netralitas",
        "question": "Bagaimana pengawasan netralitas dievaluasi? (contoh)",
        "asked_date": date(2018, 3, 1),
        "place": "Jakarta",
    }
    return ConsultationEntry(**{**fields, **over})


@told_once
def asked(scene: Round, **over: Any) -> Consultation:
    """A consultation that waits for its answer."""
    return consultation_ask(entry=a_question(**over), by=scene.dewi, at=at("2018-03-01"))


def an_answer(**over: Any) -> AnswerEntry:
    """What the body said, with its paper."""
    fields: dict[str, Any] = {
        "answer": "Evaluasi dilakukan berkala (contoh).",
        "answered_date": date(2018, 3, 8),
        "answered_by": "Asisten komisioner (contoh)",
        "paper": File(b"%PDF-1.4 jawaban (contoh)", "jawaban.pdf"),
    }
    return AnswerEntry(**{**fields, **over})
