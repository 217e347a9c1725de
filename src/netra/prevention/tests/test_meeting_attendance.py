"""Who was at a meeting: by NIP, by name and office, or from a sheet; a bad line never loses a good one."""

from __future__ import annotations

import pytest

from netra.prevention.attendance_sheet import present_in_file
from netra.prevention.entries import Present
from netra.prevention.meeting_entries import File, Outsider
from netra.prevention.models import Attendee
from netra.prevention.operations import MeetingRefused, meeting_attendance_record, minutes_draft
from netra.prevention.queries import meeting_file
from netra.prevention.tests.builders import listed
from netra.prevention.tests.meeting_builders import DAY, HELD_AT, Round, held, minuted, some_minutes
from netra.registry.tests.builders import make_person, make_position
from netra.trust.access import NotAllowed
from netra.trust.models import Event

pytestmark = pytest.mark.django_db
GUEST = Outsider(1, "Tamu (contoh)", "Anggota Bawaslu Kota Jambi")


@pytest.fixture
def scene():
    return Round()


def record(scene, meeting, **given):
    return meeting_attendance_record(meeting_ref=meeting.ref, by=given.pop("by", scene.dewi), at=HELD_AT, **given)


def names(user, meeting):
    return [(each.name, each.office) for each in meeting_file(user, meeting.ref, on=DAY).present]


def test_people_of_the_registry_and_others_are_written_down_with_who_wrote_it(scene):
    meeting = held(scene)
    result = record(scene, meeting, present=listed(scene.budi), outsiders=[GUEST])
    assert (result.recorded, result.known, result.rejected) == (2, 0, [])
    assert names(scene.dewi, meeting) == [
        ("Budi (contoh)", "Pemerintah Kota Jambi"),
        ("Tamu (contoh)", "Anggota Bawaslu Kota Jambi"),
    ]
    assert set(Attendee.objects.values_list("entered_by", flat=True)) == {scene.dewi.actor_ref}


def test_a_sheet_is_read_like_that_of_a_roll_call(scene):
    meeting = held(scene)
    sheet = f"No;NIP\r\n1;{scene.budi.nip}\r\n2;{scene.citra.nip}\r\n".encode()
    assert record(scene, meeting, present=present_in_file(sheet)).recorded == 2


def test_the_same_list_twice_changes_nothing(scene):
    meeting = held(scene)
    record(scene, meeting, present=listed(scene.budi), outsiders=[GUEST])
    again = record(scene, meeting, present=listed(scene.budi, scene.citra), outsiders=[GUEST, GUEST])
    assert (again.recorded, again.known) == (1, 2)
    assert Attendee.objects.count() == 3


def test_each_bad_line_is_told_why_and_the_good_ones_are_kept(scene):
    meeting = held(scene)
    elsewhere = make_person("197001011995031002", "Gita (contoh)")
    make_position(elsewhere, agency_code="MUARO-JAMBI", unit_code="")
    present = [*listed(scene.budi), Present(3, "123"), Present(4, scene.budi.nip), Present(5, elsewhere.nip)]
    outsiders = [Outsider(1, "Tamu (contoh)", " "), Outsider(2, "x" * 201, "Kepala")]
    result = record(scene, meeting, present=present, outsiders=outsiders)
    told = [(line.line, line.reason) for line in result.rejected]
    assert result.recorded == 1
    assert [line for line, _reason in told] == [3, 4, 5, 1, 2]
    # Whether somebody of another agency exists is not told.
    assert told[0][1] == told[2][1] and "tidak tercatat pada instansi peserta" in told[0][1]
    assert "lebih dari sekali" in told[1][1]
    assert "terisi keduanya" in told[3][1] and "200 aksara" in told[4][1]


def test_names_are_for_the_agency_that_called_it_and_its_overseers(scene):
    meeting = held(scene)
    record(scene, meeting, present=listed(scene.budi))
    assert len(names(scene.rahmat, meeting)) == len(names(scene.hasan, meeting)) == 1
    file = meeting_file(scene.wayan, meeting.ref, on=DAY)
    assert (list(file.present), file.present_count, file.sees_names) == ([], 1, False)


def test_an_empty_list_is_refused(scene):
    with pytest.raises(MeetingRefused, match="kosong"):
        record(scene, held(scene))


def test_only_the_agency_that_called_it_enters_the_list(scene):
    with pytest.raises(NotAllowed):
        record(scene, held(scene), outsiders=[GUEST], by=scene.wayan)


def test_after_the_minutes_were_adopted_nobody_is_added_unless_they_are_corrected(scene):
    meeting = minuted(scene)
    with pytest.raises(MeetingRefused, match="ralat notulen"):
        record(scene, meeting, outsiders=[GUEST])
    minutes_draft(meeting_ref=meeting.ref, entry=some_minutes(reason="Daftar kurang."), by=scene.dewi, at=HELD_AT)
    assert record(scene, meeting, outsiders=[GUEST]).recorded == 1


def test_the_trail_tells_how_many_and_keeps_the_photograph(scene):
    record(scene, held(scene), present=listed(scene.budi), proof=File(b"\x89PNG\r\n\x1a\n foto", "rapat.png"))
    event = Event.objects.get(verb="prevention.meeting_attendance_record")
    assert '"recorded":1' in event.payload and "Budi" not in event.payload
    assert Attendee.objects.get().proof_ref in event.payload


def test_a_sheet_of_a_thousand_is_written_in_few_steps(scene, django_assert_max_num_queries):
    meeting = held(scene)
    with django_assert_max_num_queries(60):
        result = record(scene, meeting, present=[Present(line, f"{line:018d}") for line in range(1000)])
    assert len(result.rejected) == 1000
