"""Pages of meetings: a clerk plans, holds and minutes one; its task waits on the owner's desk until it is closed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from netra.letters.tests.put_off import drawn
from netra.prevention.models import ActionItem, Attendee, Meeting, MeetingSeries, Minutes
from netra.prevention.tests.builders import CITY, SUPERVISOR
from netra.prevention.tests.meeting_builders import Round, a_series, assigned, held, minuted, planned
from netra.web.tests.registry_scene import client_of, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return Round()


@pytest.fixture
def clerk(scene):
    return client_of(scene.dewi)


@pytest.fixture
def supervisor(scene):
    return client_of(scene.wayan)


PLAN = {
    "rows": "2",
    "agency_code": CITY,
    "title": "Penyelarasan pengawasan",
    "planned_date": "2018-02-09",
    "start_time": "09:00",
    "place": "Ruang Rapat Sekda",
    "agenda": "Cara mengawasi\nPembagian tugas",
    "series_ref": "",
    "party_0": "Bawaslu Kota Jambi",
    "party_1": "",
}


def at(name, thing, **more):
    return reverse(name, kwargs={"ref": thing.ref, **more})


def test_a_meeting_from_an_empty_form_to_adopted_minutes(scene, clerk, supervisor):
    assert clerk.post(reverse("meeting_plan"), PLAN).status_code == 302
    meeting = Meeting.objects.get()
    assert meeting.agenda == ["Cara mengawasi", "Pembagian tugas"]
    seen = words(supervisor.get(at("meeting", meeting)))
    assert "pukul 09.00 WIB" in seen and "Catat terlaksana" not in seen
    assert clerk.post(at("meeting_invite", meeting)).status_code == 302
    assert supervisor.post(at("meeting_invitation", meeting)).headers["Content-Type"] == "application/pdf"
    assert clerk.post(at("meeting_hold", meeting), {"held_date": "2018-02-09"}).status_code == 302
    there = {"rows": "1", "text": scene.budi.nip, "name_0": "Tamu (contoh)", "office_0": "Anggota Bawaslu"}
    assert clerk.post(at("meeting_attendance_record", meeting), there).status_code == 302
    assert Attendee.objects.count() == 2
    assert clerk.post(at("minutes_draft", meeting), {"text": "Sepakat.", "decisions": "Lapor\nBagi"}).status_code == 302
    assert clerk.post(at("minutes_adopt", meeting)).status_code == 302
    read = words(supervisor.get(at("meeting", meeting)))
    assert "versi 1, disahkan" in read and "Sepakat." in read and "2 orang tercatat hadir" in read
    assert "Tamu (contoh)" not in read and "Tamu (contoh)" in words(clerk.get(at("meeting", meeting)))
    assert drawn(supervisor.post(at("minutes_paper", meeting, version=1)).content).startswith(b"%PDF")


def test_a_row_is_added_and_nothing_typed_is_lost(clerk):
    grown = words(clerk.post(reverse("meeting_plan"), {**PLAN, "add_rows": "1"}))
    assert "Penyelarasan pengawasan" in grown and "Instansi 4" in grown and 'value="09:00"' in grown
    assert not Meeting.objects.exists()


def test_an_agency_that_is_none_is_refused_beside_its_row_and_the_rest_stays(clerk):
    page = clerk.post(reverse("meeting_plan"), {**PLAN, "party_1": "Dinas Entah"})
    assert page.status_code == 422
    assert "“Dinas Entah” tidak ada dalam registri" in words(page) and "Penyelarasan pengawasan" in words(page)


def test_the_list_tells_which_plan_is_late(scene, clerk):
    planned(scene)
    held(scene, title="Rapat terdahulu")
    page = words(clerk.get(reverse("meeting_list")))
    assert page.count("harinya lewat, belum dicatat") == 1 and "Rapat terdahulu" in page
    assert "Persiapan monitoring" not in words(clerk.get(reverse("meeting_list"), {"state": "HELD"}))


def test_a_plan_is_changed_and_a_meeting_cancelled_with_its_reason(scene, clerk, supervisor):
    meeting = planned(scene)
    form = words(clerk.get(at("meeting_revise", meeting)))
    assert f'value="{SUPERVISOR}"' in form
    assert clerk.post(at("meeting_revise", meeting), {**PLAN, "title": "Judul baru"}).status_code == 302
    assert clerk.post(at("meeting_cancel", meeting), {"reason": " "}).status_code == 422
    assert clerk.post(at("meeting_cancel", meeting), {"reason": "Ruang dipakai."}).status_code == 302
    assert "Ruang dipakai." in words(supervisor.get(at("meeting", meeting)))


def test_a_list_with_errors_keeps_the_good_lines_and_tells_the_others(scene, clerk):
    meeting = held(scene)
    sheet = SimpleUploadedFile("hadir.csv", f"No;NIP\r\n1;{scene.budi.nip}\r\n2;123\r\n".encode())
    there = {"rows": "1", "file": sheet, "name_0": "Tamu (contoh)", "office_0": ""}
    page = words(clerk.post(at("meeting_attendance_record", meeting), there))
    assert "1 orang dicatat hadir" in page and "instansi peserta" in page and "terisi keduanya" in page
    both = {"rows": "1", "text": "1", "file": SimpleUploadedFile("x.csv", b"NIP\n1")}
    assert clerk.post(at("meeting_attendance_record", meeting), both).status_code == 422
    assert clerk.post(at("meeting_attendance_record", meeting), {"rows": "1"}).status_code == 422


def test_a_correction_begins_with_the_adopted_words_and_asks_why(scene, clerk, supervisor):
    meeting = minuted(scene)
    form = words(clerk.get(at("minutes_draft", meeting)))
    assert "Rapat menyepakati pembagian tugas" in form and "Ralat notulen" in form
    assert clerk.post(at("minutes_draft", meeting), {"text": "Benar.", "decisions": ""}).status_code == 422
    fixed = {"text": "Benar.", "decisions": "", "reason": "Salah tulis."}
    assert clerk.post(at("minutes_draft", meeting), fixed).status_code == 302
    assert "Benar." not in words(supervisor.get(at("meeting", meeting)))
    clerk.post(at("minutes_adopt", meeting))
    page = words(supervisor.get(at("meeting", meeting)))
    assert "versi 2" in page and "Salah tulis." in page and "Versi 1" in page


def test_a_task_is_given_waits_on_the_desk_overdue_and_is_closed_with_proof(scene, clerk, supervisor):
    meeting = held(scene)
    given = {"task": "Susun daftar", "agency_code": SUPERVISOR, "office": "Sekretariat", "due_date": "2018-02-15"}
    assert clerk.post(at("action_item_assign", meeting), given).status_code == 302
    item = ActionItem.objects.get()
    desk = words(supervisor.get("/"))
    assert "Susun daftar" in desk and "lewat " in desk
    assert "Susun daftar" not in words(clerk.get("/"))
    proof = SimpleUploadedFile("daftar.pdf", b"%PDF-1.4 daftar")
    done = {"note": "Sudah disusun.", "proof": proof}
    assert supervisor.post(at("action_item_finish", item), done).status_code == 302
    assert "Susun daftar" not in words(supervisor.get("/"))
    assert "Sudah disusun." in words(clerk.get(at("action_item", item)))
    assert clerk.post(at("action_item_evidence", item)).content == b"%PDF-1.4 daftar"


def test_a_task_that_is_due_later_is_not_called_late(scene, clerk, supervisor):
    due = timezone.localdate() + timedelta(days=3)
    meeting = held(scene)
    given = {"task": "Nanti", "agency_code": SUPERVISOR, "office": "Sekretariat", "due_date": due.isoformat()}
    clerk.post(at("action_item_assign", meeting), given)
    desk = words(supervisor.get("/"))
    assert "3 hari lagi" in words(supervisor.get(at("action_item", ActionItem.objects.get())))
    assert "Nanti" in desk and "row-late" not in desk


def test_only_who_called_it_lets_a_task_go(scene, clerk, supervisor):
    item = assigned(scene, held(scene))
    assert supervisor.get(at("action_item_drop", item)).status_code == 403
    assert "Lepas tugas ini" not in words(supervisor.get(at("action_item", item)))
    assert clerk.post(at("action_item_drop", item), {"reason": "Digabung."}).status_code == 302
    closed = words(supervisor.get(reverse("action_item_list"), {"state": "closed"}))
    assert "Menyusun daftar unit yang diawasi" in closed and "Dilepas" in closed


def test_a_series_shows_the_month_without_a_meeting(scene, clerk, supervisor):
    rule = {
        "rows": "1",
        "agency_code": CITY,
        "title": "Rapat rutin",
        "every_months": "1",
        "week": "1",
        "weekday": "0",
        "start_date": "2018-01-01",
        "party_0": SUPERVISOR,
    }
    assert clerk.post(reverse("meeting_series_start"), rule).status_code == 302
    series = MeetingSeries.objects.get()
    page = words(supervisor.get(at("meeting_series", series)))
    assert "Setiap bulan, hari Senin pertama" in page and "Tidak terlaksana" in page
    assert "Akhiri rangkaian ini" not in page
    assert f'value="{series.ref}" selected' in words(clerk.get(reverse("meeting_plan"), {"rangkaian": series.ref}))
    end = {"until_date": "2018-03-01", "reason": "Usai."}
    assert clerk.post(at("meeting_series_end", series), end).status_code == 302
    ended = words(clerk.get(at("meeting_series", series)))
    assert '<span class="figure">2</span>' in ended and "Berakhir pada 1 Maret 2018" in ended


def test_who_takes_no_part_finds_nothing(scene):
    meeting, series = minuted(scene), a_series(scene)
    stranger = client_of(scene.maria)
    for url in (at("meeting", meeting), at("meeting_series", series), at("meeting_hold", meeting)):
        assert stranger.get(url).status_code == 404
    assert stranger.post(at("minutes_paper", meeting, version=1)).status_code == 404
    assert meeting.title not in words(stranger.get(reverse("meeting_list")))


def test_twenty_tasks_on_the_desk_ask_no_more_than_one(scene, supervisor):
    meeting = held(scene)
    assigned(scene, meeting)
    with CaptureQueriesContext(connection) as one:
        supervisor.get("/")
    for number in range(19):
        assigned(scene, meeting, task=f"Tugas {number}")
    with CaptureQueriesContext(connection) as twenty:
        shown = words(supervisor.get("/"))
    assert len(twenty) == len(one)
    assert shown.count("/pencegahan/tugas/BTR-") == 5


def test_a_draft_of_minutes_is_a_draft_until_adopted(scene, clerk):
    meeting = held(scene)
    clerk.post(at("minutes_draft", meeting), {"text": "Konsep.", "decisions": ""})
    assert "Sahkan notulen" in words(clerk.get(at("meeting", meeting)))
    assert Minutes.objects.get().letter_ref == ""
