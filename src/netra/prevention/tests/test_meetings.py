"""A meeting is planned, announced, held or cancelled; who takes part sees it, nobody else does."""

from __future__ import annotations

from datetime import date, time

import pytest

from netra.letters import queries as letters
from netra.letters.tests.put_off import drawn
from netra.prevention import meeting_letters
from netra.prevention.meeting_states import MeetingState
from netra.prevention.models import Meeting
from netra.prevention.operations import (
    MeetingRefused,
    action_item_assign,
    meeting_attendance_record,
    meeting_cancel,
    meeting_hold,
    meeting_invite,
    meeting_plan,
    meeting_revise,
    minutes_adopt,
    minutes_draft,
)
from netra.prevention.queries import invitation_paper, meeting_file, meeting_page
from netra.prevention.tests.builders import CITY, SUPERVISOR, at, listed
from netra.prevention.tests.meeting_builders import (
    DAY,
    HELD_AT,
    LATER,
    MUARO,
    PLANNED_AT,
    Round,
    a_plan,
    a_series,
    a_task,
    held,
    planned,
    some_minutes,
)
from netra.registry.models import Agency
from netra.trust.access import NotAllowed, scope_of
from netra.trust.errors import NotFound
from netra.trust.models import Event
from netra.trust.tests.locks import unlocked

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return Round()


def refs(user, day=DAY):
    return [row.meeting.ref for row in meeting_page(user, on=day)[0]]


def test_a_meeting_is_planned_with_its_place_day_and_agenda(scene):
    meeting = planned(scene, start_time=time(9, 0))
    file = meeting_file(scene.dewi, meeting.ref, on=DAY)
    assert (meeting.state, meeting.place, meeting.day) == (MeetingState.PLANNED, "Ruang Rapat Sekda", DAY)
    assert (list(file.parties), file.may_write) == (["Pemerintah Kota Jambi", "Bawaslu Kota Jambi"], True)
    assert meeting.agenda == ["Persiapan monitoring", "Evaluasi pelanggaran"]


@pytest.mark.parametrize(("region", "hour"), [("15.71", "09.00 WIB"), ("51.71", "09.00 WITA"), ("91.71", "09.00 WIT")])
def test_its_hour_is_that_of_the_agency_that_calls_it(scene, region, hour):
    meeting = planned(scene, start_time=time(9, 0))
    with unlocked():
        Agency.objects.filter(code=meeting.agency_code).update(region_code=region)
    assert f"09.00 {meeting_file(scene.dewi, meeting.ref, on=DAY).zone}" == hour
    assert meeting_letters.invitation(meeting, on=DAY)["time"] == hour


def test_the_agencies_that_take_part_see_it_and_no_other(scene):
    """`prevention.meeting_view` is Maria's as well, but not here."""
    meeting = planned(scene)
    assert not scope_of(scene.maria, "prevention.meeting_view", on=DAY).is_empty
    for user in (scene.dewi, scene.rahmat, scene.wayan, scene.putu, scene.ani, scene.hasan):
        assert refs(user) == [meeting.ref], user.username
    for user in (scene.nurul, scene.maria):
        assert refs(user) == []
        with pytest.raises(NotFound):
            meeting_file(user, meeting.ref, on=DAY)


def test_the_supervisor_of_a_place_does_not_see_what_the_city_does_alone(scene):
    """His region covers the city government; he serves the supervisors."""
    planned(scene, parties=[])
    assert refs(scene.dewi) and refs(scene.wayan) == []


def test_only_the_agency_that_called_it_writes(scene):
    meeting = planned(scene)
    with pytest.raises(NotAllowed, match="tidak menulis untuk Pemerintah Kota Jambi"):
        meeting_hold(meeting_ref=meeting.ref, held_date=DAY, by=scene.wayan, at=HELD_AT)
    with pytest.raises(NotAllowed):
        meeting_plan(entry=a_plan(), by=scene.wayan, at=PLANNED_AT)
    with pytest.raises(NotAllowed):
        meeting_cancel(meeting_ref=meeting.ref, reason="Bukan saya.", by=scene.rahmat, at=PLANNED_AT)
    with pytest.raises(NotFound):
        meeting_cancel(meeting_ref=meeting.ref, reason="Bukan saya.", by=scene.maria, at=PLANNED_AT)
    theirs = meeting_plan(entry=a_plan(agency_code=SUPERVISOR, parties=[CITY]), by=scene.wayan, at=PLANNED_AT)
    assert meeting_file(scene.dewi, theirs.ref, on=DAY).may_write is False


def test_a_plan_changes_until_it_is_held(scene):
    meeting = planned(scene)
    meeting_revise(
        meeting_ref=meeting.ref, entry=a_plan(planned_date=LATER, parties=[MUARO]), by=scene.dewi, at=PLANNED_AT
    )
    assert refs(scene.wayan) == [] and refs(scene.nurul) == [meeting.ref]
    with pytest.raises(MeetingRefused, match="tidak dapat diganti"):
        meeting_revise(meeting_ref=meeting.ref, entry=a_plan(agency_code=SUPERVISOR), by=scene.dewi, at=PLANNED_AT)


def test_the_invitation_is_a_numbered_letter_to_the_others(scene):
    meeting = planned(scene)
    with pytest.raises(NotFound):
        invitation_paper(scene.wayan, meeting.ref, on=DAY)
    meeting_invite(meeting_ref=meeting.ref, by=scene.dewi, at=PLANNED_AT)
    meeting.refresh_from_db()
    letter = letters.letter(meeting.invitation_ref)
    said = letter.data or {}
    assert (letter.kind, letter.sequence, said["recipients"]) == ("MEETING_INVITATION", 1, ["Bawaslu Kota Jambi"])
    assert drawn(invitation_paper(scene.wayan, meeting.ref, on=DAY)).startswith(b"%PDF")


def test_it_was_held_on_another_day_than_planned(scene):
    meeting = planned(scene)
    meeting_hold(meeting_ref=meeting.ref, held_date=date(2018, 1, 24), by=scene.dewi, at=at("2018-02-01"))
    meeting.refresh_from_db()
    assert (meeting.state, meeting.planned_date, meeting.day) == (MeetingState.HELD, DAY, date(2018, 1, 24))


@pytest.mark.parametrize(("day", "said"), [("2018-01-24", "belum tiba"), ("2013-01-23", "tahun 2014")])
def test_a_day_on_which_it_cannot_have_been_held_is_refused(scene, day, said):
    with pytest.raises(MeetingRefused, match=said):
        meeting_hold(meeting_ref=planned(scene).ref, held_date=date.fromisoformat(day), by=scene.dewi, at=HELD_AT)


def test_a_cancelled_meeting_says_why(scene):
    meeting = planned(scene)
    with pytest.raises(MeetingRefused, match="alasan tertulis"):
        meeting_cancel(meeting_ref=meeting.ref, reason=" ", by=scene.dewi, at=PLANNED_AT)
    meeting_cancel(meeting_ref=meeting.ref, reason="Ruang dipakai.", by=scene.dewi, at=PLANNED_AT)
    assert Meeting.objects.get().cancelled_reason == "Ruang dipakai."


@pytest.mark.parametrize(
    ("over", "said"),
    [
        ({"title": " "}, "judul"),
        ({"place": " "}, "tempat"),
        ({"agenda": ["", " "]}, "sekurangnya satu acara"),
        ({"parties": ["TAK-ADA"]}, "“TAK-ADA” tidak ada"),
        ({"planned_date": date(2204, 1, 23)}, "lima tahun lagi"),
        ({"planned_date": date(1, 1, 1)}, "tahun 2014"),
    ],
)
def test_what_cannot_be_a_meeting_is_refused_in_words(scene, over, said):
    with pytest.raises(MeetingRefused, match=said):
        planned(scene, **over)
    assert not Meeting.objects.exists()


def test_an_unknown_series_or_one_of_others_is_refused(scene):
    with pytest.raises(NotFound):
        planned(scene, series_ref="RKR-2018-0")
    series = a_series(scene)
    with pytest.raises(MeetingRefused, match="milik instansi lain"):
        meeting_plan(
            entry=a_plan(agency_code=SUPERVISOR, parties=[], series_ref=series.ref), by=scene.wayan, at=PLANNED_AT
        )


# By hand: in which state each step is possible; everywhere else it is refused.
POSSIBLE = {
    "meeting_revise": {"PLANNED"},
    "meeting_invite": {"PLANNED"},
    "meeting_hold": {"PLANNED"},
    "meeting_cancel": {"PLANNED"},
    "meeting_attendance_record": {"HELD"},
    "minutes_draft": {"HELD"},
    "action_item_assign": {"HELD"},
    "minutes_adopt": {"HELD"},
}


def steps(scene, ref):
    who = {"meeting_ref": ref, "by": scene.dewi, "at": HELD_AT}
    return {
        "meeting_revise": lambda: meeting_revise(entry=a_plan(), **who),
        "meeting_invite": lambda: meeting_invite(**who),
        "meeting_hold": lambda: meeting_hold(held_date=DAY, **who),
        "meeting_cancel": lambda: meeting_cancel(reason="Batal.", **who),
        "meeting_attendance_record": lambda: meeting_attendance_record(present=listed(scene.budi), **who),
        "minutes_draft": lambda: minutes_draft(entry=some_minutes(), **who),
        "action_item_assign": lambda: action_item_assign(entry=a_task(), **who),
        "minutes_adopt": lambda: minutes_adopt(**who),
    }


@pytest.mark.parametrize("state", list(MeetingState))
@pytest.mark.parametrize("name", POSSIBLE)
def test_each_step_is_possible_where_the_table_says(scene, name, state):
    meeting = held(scene) if state == MeetingState.HELD else planned(scene)
    if state == MeetingState.CANCELLED:
        meeting_cancel(meeting_ref=meeting.ref, reason="Batal.", by=scene.dewi, at=PLANNED_AT)
    if name == "minutes_adopt" and state == MeetingState.HELD:
        minutes_draft(meeting_ref=meeting.ref, entry=some_minutes(), by=scene.dewi, at=HELD_AT)
    step = steps(scene, meeting.ref)[name]
    if state.value in POSSIBLE[name]:
        step()
    else:
        with pytest.raises(MeetingRefused):
            step()


def test_the_trail_names_each_step(scene):
    meeting = planned(scene)
    meeting_invite(meeting_ref=meeting.ref, by=scene.dewi, at=PLANNED_AT)
    meeting_hold(meeting_ref=meeting.ref, held_date=DAY, by=scene.dewi, at=HELD_AT)
    events = Event.objects.filter(subject=f"meeting:{meeting.ref}").order_by("seq")
    assert list(events.values_list("verb", flat=True)) == [
        "prevention.meeting_plan",
        "prevention.meeting_invite",
        "prevention.meeting_hold",
    ]
    assert '"date":"2018-01-23"' in events[2].payload


def test_the_list_goes_on_page_by_page_by_day(scene):
    for day in range(1, 28):
        planned(scene, planned_date=date(2018, 3, day), title=f"Rapat {day}")
    first, key = meeting_page(scene.wayan, on=DAY)
    second, end = meeting_page(scene.wayan, on=DAY, before=key or "")
    assert [row.meeting.planned_date.day for row in first] == list(range(27, 2, -1))
    assert ([row.meeting.planned_date.day for row in second], end) == ([2, 1], None)
