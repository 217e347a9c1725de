"""A task has an owner and a day; it waits in the owner's list, is overdue after its day, and is closed once."""

from __future__ import annotations

from datetime import date

import pytest

from netra.prevention.meeting_entries import File
from netra.prevention.meeting_states import ItemState
from netra.prevention.models import ActionItem
from netra.prevention.operations import (
    MeetingRefused,
    action_item_assign,
    action_item_drop,
    action_item_finish,
    minutes_draft,
)
from netra.prevention.queries import (
    action_item_file,
    action_item_page,
    action_items_due,
    item_evidence,
    meeting_file,
)
from netra.prevention.tests.builders import CITY, at
from netra.prevention.tests.meeting_builders import (
    DAY,
    HELD_AT,
    Round,
    a_task,
    assigned,
    held,
    minuted,
    some_minutes,
)
from netra.trust.access import NotAllowed
from netra.trust.errors import NotFound
from netra.trust.models import Event

pytestmark = pytest.mark.django_db
DUE, NEXT_DAY = date(2018, 2, 15), date(2018, 2, 16)
DONE_AT = at("2018-02-14")


@pytest.fixture
def scene():
    return Round()


def finish(item, by, **over):
    return action_item_finish(item_ref=item.ref, note=over.pop("note", "Daftar disusun."), by=by, at=DONE_AT, **over)


def waiting(user, day):
    return [(row.item.task, row.is_overdue) for row in action_items_due(user, on=day, limit=5)]


def test_a_task_waits_with_its_owner_and_is_overdue_from_the_day_after(scene):
    assigned(scene, held(scene))
    assert waiting(scene.wayan, DUE) == [("Menyusun daftar unit yang diawasi", False)]
    assert waiting(scene.wayan, NEXT_DAY) == [("Menyusun daftar unit yang diawasi", True)]
    for user in (scene.dewi, scene.nurul, scene.maria, scene.putu):
        assert waiting(user, NEXT_DAY) == []


def test_the_earliest_comes_first(scene):
    meeting = held(scene)
    assigned(scene, meeting, task="Kemudian", due_date=date(2018, 3, 1))
    assigned(scene, meeting, task="Dahulu", due_date=date(2018, 2, 1))
    assert [task for task, _late in waiting(scene.wayan, DAY)] == ["Dahulu", "Kemudian"]


def test_the_owner_says_what_was_done_and_shows_it(scene):
    item = assigned(scene, held(scene))
    finish(item, scene.wayan, proof=File(b"%PDF-1.4 daftar (contoh)", "daftar.pdf"))
    item.refresh_from_db()
    assert (item.state, item.note, item.closed_by) == (ItemState.DONE, "Daftar disusun.", scene.wayan.actor_ref)
    assert waiting(scene.wayan, NEXT_DAY) == []
    assert item_evidence(scene.dewi, item.ref, by=scene.dewi, at=DONE_AT, on=DUE)[0].startswith(b"%PDF")
    assert not action_item_file(scene.wayan, item.ref, on=NEXT_DAY).row.is_overdue


def test_the_agency_that_called_the_meeting_may_say_so_too(scene):
    """An agency that takes part may have nobody with an account."""
    finish(assigned(scene, held(scene)), scene.dewi)
    assert ActionItem.objects.get().closed_by == scene.dewi.actor_ref


def test_only_the_agency_that_gave_it_lets_a_task_go_and_says_why(scene):
    item = assigned(scene, held(scene))
    with pytest.raises(NotAllowed):
        action_item_drop(item_ref=item.ref, reason="Sulit.", by=scene.wayan, at=DONE_AT)
    with pytest.raises(MeetingRefused, match="alasan tertulis"):
        action_item_drop(item_ref=item.ref, reason=" ", by=scene.dewi, at=DONE_AT)
    action_item_drop(item_ref=item.ref, reason="Digabung dengan tugas lain.", by=scene.dewi, at=DONE_AT)
    assert ActionItem.objects.get().state == ItemState.DROPPED
    assert waiting(scene.wayan, NEXT_DAY) == []


# By hand: from OPEN both ends are possible, from an end nothing is.
@pytest.mark.parametrize("ending", ["done", "dropped"])
@pytest.mark.parametrize("again", ["done", "dropped"])
def test_a_closed_task_is_closed(scene, ending, again):
    item = assigned(scene, held(scene))
    ways = {
        "done": lambda: finish(item, scene.wayan),
        "dropped": lambda: action_item_drop(item_ref=item.ref, reason="Gugur.", by=scene.dewi, at=DONE_AT),
    }
    ways[ending]()
    with pytest.raises(MeetingRefused, match="sudah ditutup"):
        # The owner may do nothing that the caller may not; so the caller tries both.
        ways[again]() if again == "dropped" else finish(item, scene.dewi)


def test_done_needs_a_note(scene):
    with pytest.raises(MeetingRefused, match="apa yang sudah dikerjakan"):
        finish(assigned(scene, held(scene)), scene.wayan, note=" ")


def test_a_stranger_finds_no_task_and_a_reader_does_not_close_it(scene):
    item = assigned(scene, held(scene))
    for user in (scene.maria, scene.nurul):
        with pytest.raises(NotFound):
            finish(item, user)
    with pytest.raises(NotAllowed):
        finish(item, scene.putu)


def test_each_agency_sees_its_own_tasks_and_the_one_that_called_all(scene):
    meeting = held(scene, parties=["BAWASLU-15.71", "MUARO-JAMBI"])
    assigned(scene, meeting)
    assigned(scene, meeting, task="Tugas kota", agency_code=CITY, office="BKPSDM")
    seen = {
        user.username: [row.item.task for row in meeting_file(user, meeting.ref, on=DAY).items]
        for user in (scene.dewi, scene.wayan, scene.nurul, scene.hasan)
    }
    both = ["Menyusun daftar unit yang diawasi", "Tugas kota"]
    assert seen == {"dewi": both, "wayan": both[:1], "nurul": [], "hasan": both}


@pytest.mark.parametrize(
    ("over", "said"),
    [
        ({"task": " "}, "apa yang harus dikerjakan"),
        ({"office": " "}, "jabatan atau unit"),
        ({"due_date": date(2018, 1, 22)}, "lebih awal daripada hari rapat"),
        ({"due_date": date(2204, 2, 15)}, "lima tahun lagi"),
        ({"agency_code": "MUARO-JAMBI"}, "tidak ikut rapat ini"),
    ],
)
def test_what_cannot_be_a_task_is_refused_in_words(scene, over, said):
    with pytest.raises(MeetingRefused, match=said):
        assigned(scene, held(scene), **over)


def test_after_the_minutes_were_adopted_no_task_is_added_unless_they_are_corrected(scene):
    meeting = minuted(scene)
    with pytest.raises(MeetingRefused, match="ralat notulen"):
        assigned(scene, meeting)
    minutes_draft(meeting_ref=meeting.ref, entry=some_minutes(reason="Tugas terlewat."), by=scene.dewi, at=HELD_AT)
    action_item_assign(meeting_ref=meeting.ref, entry=a_task(), by=scene.dewi, at=HELD_AT)


def test_the_list_of_tasks_tells_open_and_closed_apart(scene):
    meeting = held(scene)
    finish(assigned(scene, meeting, task="Sudah"), scene.wayan)
    assigned(scene, meeting, task="Belum")
    assert [row.item.task for row in action_item_page(scene.wayan, on=DAY)[0]] == ["Belum"]
    assert [row.item.task for row in action_item_page(scene.wayan, on=DAY, closed=True)[0]] == ["Sudah"]


def test_the_trail_names_each_step(scene):
    item = assigned(scene, held(scene))
    finish(item, scene.wayan)
    verbs = Event.objects.filter(payload__contains=item.ref).order_by("seq").values_list("verb", flat=True)
    assert list(verbs) == ["prevention.action_item_assign", "prevention.action_item_finish"]
