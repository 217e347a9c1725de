"""Minutes are written, adopted once, and corrected by a next version; what is adopted never changes."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction

from netra.letters import queries as letters
from netra.letters.tests.put_off import drawn
from netra.prevention.meeting_states import MinutesState
from netra.prevention.models import Attendee, Meeting, Minutes, Party
from netra.prevention.operations import MeetingRefused, meeting_attendance_record, minutes_adopt, minutes_draft
from netra.prevention.queries import meeting_file, minutes_paper
from netra.prevention.tests.builders import listed
from netra.prevention.tests.meeting_builders import (
    A_PAPER,
    DAY,
    HELD_AT,
    Round,
    assigned,
    held,
    minuted,
    some_minutes,
)
from netra.trust.access import NotAllowed
from netra.trust.errors import NotFound
from netra.trust.models import Event
from netra.trust.trail import verify_database

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return Round()


def draft(scene, meeting, **over):
    return minutes_draft(meeting_ref=meeting.ref, entry=some_minutes(**over), by=scene.dewi, at=HELD_AT)


def adopt(scene, meeting):
    return minutes_adopt(meeting_ref=meeting.ref, by=scene.dewi, at=HELD_AT)


def test_a_draft_is_written_anew_until_it_is_adopted_and_others_do_not_see_it(scene):
    meeting = held(scene)
    draft(scene, meeting)
    draft(scene, meeting, text="Lebih lengkap (contoh).")
    assert Minutes.objects.get().text == "Lebih lengkap (contoh)."
    assert meeting_file(scene.wayan, meeting.ref, on=DAY).minutes is None
    adopt(scene, meeting)
    seen = meeting_file(scene.wayan, meeting.ref, on=DAY).minutes
    assert seen is not None and (seen.version, seen.state) == (1, MinutesState.ADOPTED)


def test_adopted_minutes_become_a_numbered_letter_without_names_and_without_the_tasks_of_others(scene):
    meeting = held(scene)
    assigned(scene, meeting)
    meeting_attendance_record(meeting_ref=meeting.ref, present=listed(scene.budi), by=scene.dewi, at=HELD_AT)
    draft(scene, meeting)
    letter = letters.letter(adopt(scene, meeting).letter_ref)
    said = letter.data or {}
    assert (letter.kind, said["present"]) == ("MEETING_MINUTES", "1 orang")
    assert said["decisions"] == ["Setiap unit melapor sebulan sekali."]
    assert "Budi" not in str(said) and "daftar unit" not in str(said)
    content, kind = minutes_paper(scene.wayan, meeting.ref, 1, by=scene.wayan, at=HELD_AT, on=DAY)
    assert (drawn(content)[:4], kind) == (b"%PDF", "application/pdf")


def test_a_signed_paper_takes_the_place_of_the_text(scene):
    meeting = held(scene)
    draft(scene, meeting, document=A_PAPER)
    version = adopt(scene, meeting)
    assert (version.letter_ref, bool(version.document_ref)) == ("", True)
    content, _kind = minutes_paper(scene.wayan, meeting.ref, 1, by=scene.wayan, at=HELD_AT, on=DAY)
    assert content == A_PAPER.content


def test_minutes_that_say_nothing_are_refused(scene):
    meeting = held(scene)
    with pytest.raises(MeetingRefused, match="unggah naskah"):
        draft(scene, meeting, text="  ")
    with pytest.raises(MeetingRefused, match="Tidak ada konsep notulen"):
        adopt(scene, meeting)


def test_a_correction_is_the_next_version_with_its_reason_and_the_first_stays(scene):
    meeting = minuted(scene)
    with pytest.raises(MeetingRefused, match="tuliskan alasannya"):
        draft(scene, meeting, text="Yang benar (contoh).")
    draft(scene, meeting, text="Yang benar (contoh).", reason="Salah tulis.")
    adopt(scene, meeting)
    file = meeting_file(scene.wayan, meeting.ref, on=DAY)
    assert file.minutes is not None
    assert (file.minutes.version, file.minutes.reason) == (2, "Salah tulis.")
    assert [each.text for each in file.earlier] == ["Rapat menyepakati pembagian tugas (contoh)."]


def test_only_the_agency_that_called_it_writes_and_adopts(scene):
    meeting = held(scene)
    with pytest.raises(NotAllowed):
        minutes_draft(meeting_ref=meeting.ref, entry=some_minutes(), by=scene.wayan, at=HELD_AT)
    draft(scene, meeting)
    with pytest.raises(NotAllowed):
        minutes_adopt(meeting_ref=meeting.ref, by=scene.rahmat, at=HELD_AT)


def test_a_version_that_is_not_adopted_is_no_paper_for_others(scene):
    meeting = held(scene)
    draft(scene, meeting, document=A_PAPER)
    with pytest.raises(NotFound):
        minutes_paper(scene.wayan, meeting.ref, 1, by=scene.wayan, at=HELD_AT, on=DAY)
    assert minutes_paper(scene.dewi, meeting.ref, 1, by=scene.dewi, at=HELD_AT, on=DAY)[0] == A_PAPER.content


def refuses(change):
    """Whether the database itself refuses what no operation would do."""
    with pytest.raises(DatabaseError, match="tidak dapat diubah"), transaction.atomic():
        change()


def test_what_was_held_and_adopted_is_locked_in_the_database(scene):
    meeting = held(scene)
    item = assigned(scene, meeting)
    meeting_attendance_record(meeting_ref=meeting.ref, present=listed(scene.budi), by=scene.dewi, at=HELD_AT)
    draft(scene, meeting)
    Minutes.objects.update(text="Konsep boleh berubah.")
    adopt(scene, meeting)
    refuses(lambda: Minutes.objects.update(text="Diubah diam-diam."))
    refuses(lambda: Minutes.objects.all().delete())
    refuses(lambda: Meeting.objects.update(title="Rapat lain"))
    refuses(lambda: Party.objects.all().delete())
    refuses(lambda: Attendee.objects.all().delete())
    refuses(lambda: type(item).objects.update(due_date=DAY))
    assert verify_database().ok


def test_the_trail_tells_the_version_and_the_letter(scene):
    meeting = minuted(scene)
    event = Event.objects.get(verb="prevention.minutes_adopt")
    assert '"version":1' in event.payload and Minutes.objects.get(meeting=meeting).letter_ref in event.payload
