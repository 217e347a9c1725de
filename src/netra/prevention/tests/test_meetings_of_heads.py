"""The head of a unit answers for what his agency was given to do: he sees those meetings, and nothing else of them."""

from __future__ import annotations

import pytest

from netra.prevention.access import agencies_written_for
from netra.prevention.models import ActionItem
from netra.prevention.operations import action_item_finish, meeting_attendance_record, minutes_adopt, minutes_draft
from netra.prevention.queries import action_item_file, action_item_page, meeting_file, meeting_page, series_rows
from netra.prevention.tests.builders import CITY, at, listed
from netra.prevention.tests.meeting_builders import (
    DAY,
    HELD_AT,
    LATER,
    MUARO,
    Round,
    a_series,
    assigned,
    held,
    planned,
    some_minutes,
)
from netra.trust.access import NotAllowed
from netra.trust.acts import Role
from netra.trust.errors import NotFound
from netra.trust.tests.builders import grant, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return Round()


def titles(user, on=LATER):
    return [row.meeting.title for row in meeting_page(user, on=on)[0]]


def test_he_lists_the_meetings_that_gave_his_agency_a_task_and_no_others(scene):
    planned(scene, title="Baru direncanakan")
    held(scene, title="Tanpa tugas")
    assigned(scene, held(scene, title="Tugas pengawas"))
    assert titles(scene.erwin) == []
    assigned(scene, held(scene, title="Tugas kota"), agency_code=CITY)
    assert titles(scene.erwin) == ["Tugas kota"]


def test_he_reads_the_tasks_of_his_agency_but_neither_names_nor_drafts(scene):
    meeting = held(scene)
    mine, _other = assigned(scene, meeting, agency_code=CITY), assigned(scene, meeting)
    meeting_attendance_record(meeting_ref=meeting.ref, present=listed(scene.budi), by=scene.dewi, at=HELD_AT)
    minutes_draft(meeting_ref=meeting.ref, entry=some_minutes(), by=scene.dewi, at=HELD_AT)
    file = meeting_file(scene.erwin, meeting.ref, on=DAY)
    assert [row.item for row in file.items] == [mine]
    assert (file.present, file.minutes, file.sees_names, file.may_write) == ([], None, False, False)
    minutes_adopt(meeting_ref=meeting.ref, by=scene.dewi, at=HELD_AT)
    adopted = meeting_file(scene.erwin, meeting.ref, on=DAY).minutes
    assert adopted is not None and adopted.version == 1
    assert [row.item for row in action_item_page(scene.erwin, on=DAY)[0]] == [mine]


def test_another_agencys_task_and_meeting_are_not_there_for_him(scene):
    meeting = held(scene)
    other = assigned(scene, meeting)
    with pytest.raises(NotFound):
        meeting_file(scene.erwin, meeting.ref, on=DAY)
    with pytest.raises(NotFound):
        action_item_file(scene.erwin, other.ref, on=DAY)
    joint = held(scene, title="Bersama", parties=[MUARO])
    assigned(scene, joint, agency_code=MUARO)
    assert titles(scene.erwin) == []


def test_he_changes_nothing(scene):
    mine = assigned(scene, held(scene), agency_code=CITY)
    file = action_item_file(scene.erwin, mine.ref, on=DAY)
    assert (file.owns, file.calls) == (False, False)
    with pytest.raises(NotAllowed):
        action_item_finish(item_ref=mine.ref, note="Selesai.", by=scene.erwin, at=at("2018-02-14"))
    assert not agencies_written_for(scene.erwin, on=DAY).exists()
    assert ActionItem.objects.get().state == "OPEN"


def test_series_and_the_end_of_his_role_show_nothing(scene):
    assigned(scene, held(scene), agency_code=CITY)
    monthly = a_series(scene)
    assert list(series_rows(scene.erwin, on=DAY)) == []
    of_it = held(scene, title="Giliran", series_ref=monthly.ref)
    assigned(scene, of_it, agency_code=CITY)
    assert meeting_file(scene.erwin, of_it.ref, on=DAY).series is None
    assert meeting_file(scene.dewi, of_it.ref, on=DAY).series == monthly
    before = grant(make_user("eko"), Role.UNIT_HEAD, agency=CITY, unit="DISDIK", until=DAY)
    assert titles(before, on=DAY) == []


def test_the_list_of_whoever_serves_the_agency_is_as_it_was(scene):
    held(scene, title="Tanpa tugas")
    assert titles(scene.rahmat) == titles(scene.dewi) == titles(scene.wayan) == ["Tanpa tugas"]
    assert titles(scene.maria) == titles(scene.nurul) == []
