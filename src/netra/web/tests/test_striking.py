"""Pages on which a clerk strikes a name that was written down by mistake."""

from __future__ import annotations

import pytest
from django.urls import reverse

from netra.prevention.meeting_entries import Outsider
from netra.prevention.operations import meeting_attendance_record, outreach_attendance_record, outreach_certify
from netra.prevention.tests.builders import City, listed
from netra.prevention.tests.meeting_builders import HELD_AT, Round, minuted
from netra.prevention.tests.meeting_builders import held as held_meeting
from netra.prevention.tests.outreach_builders import LATER, held, outreach
from netra.web.tests.registry_scene import client_of, words

pytestmark = pytest.mark.django_db
REASON = {"reason": "Salah baca tanda tangan."}


def test_a_guest_is_struck_from_the_list_of_a_meeting():
    scene = Round()
    clerk, meeting = client_of(scene.dewi), held_meeting(scene)
    guest = Outsider(1, "Tamu (contoh)", "Anggota Bawaslu")
    meeting_attendance_record(
        meeting_ref=meeting.ref, present=listed(scene.budi), outsiders=[guest], by=scene.dewi, at=HELD_AT
    )
    page = reverse("meeting", args=[meeting.ref])
    form = reverse("meeting_attendance_strike", args=[meeting.ref, 2])
    assert form in words(clerk.get(page))
    assert "Tamu (contoh)" in words(clerk.get(form))
    assert clerk.post(form, {"reason": " "}).status_code == 422
    assert clerk.post(form, REASON).status_code == 302
    seen = words(clerk.get(page))
    assert "1 orang tercatat hadir" in seen and "Salah baca tanda tangan." in seen and scene.dewi.full_name in seen
    assert clerk.get(form).status_code == 404
    assert "Tamu (contoh)" not in words(client_of(scene.wayan).get(page))


def test_with_adopted_minutes_no_row_offers_it():
    scene = Round()
    meeting = minuted(scene)
    assert "Coret dari daftar" not in words(client_of(scene.dewi).get(reverse("meeting", args=[meeting.ref])))


def test_a_participant_is_struck_until_the_certificate_is_out():
    city = City()
    clerk, found = client_of(city.dewi), held(city, outreach(city))
    outreach_attendance_record(outreach_ref=found.ref, present=listed(city.budi, city.dodi), by=city.dewi, at=LATER)
    page = reverse("outreach_participants", args=[found.ref])
    form = reverse("outreach_attendance_strike", args=[found.ref, city.dodi.ref])
    assert form in words(clerk.get(page))
    assert clerk.post(form, REASON).status_code == 302
    seen = words(clerk.get(page))
    assert "1 orang tercatat hadir" in seen and "Salah baca tanda tangan." in seen and form not in seen
    outreach_certify(outreach_ref=found.ref, by=city.dewi, at=LATER)
    other = reverse("outreach_attendance_strike", args=[found.ref, city.budi.ref])
    assert other not in words(clerk.get(page))
    refused = clerk.post(other, REASON)
    assert refused.status_code == 422 and "Sertifikatnya sudah terbit" in words(refused)


def test_guests_are_written_down_shown_apart_and_struck():
    city = City()
    clerk, found = client_of(city.dewi), held(city, outreach(city))
    form, page = reverse("outreach_guests_record", args=[found.ref]), reverse("outreach_participants", args=[found.ref])
    grown = words(clerk.post(form, {"rows": "1", "name_0": "Tamu (contoh)", "office_0": "", "add_rows": "1"}))
    assert "Tamu (contoh)" in grown and "name_2" in grown
    there = {"rows": "2", "name_0": "Tamu (contoh)", "office_0": "Ketua RT", "name_1": "Tanpa jabatan", "office_1": ""}
    partly = words(clerk.post(form, there))
    assert "1 tamu dicatat." in partly and "terisi keduanya" in partly
    assert "Ketua RT" in words(clerk.get(page))
    strike = reverse("outreach_guest_strike", args=[found.ref, 1])
    assert clerk.post(strike, REASON).status_code == 302
    assert "Salah baca tanda tangan." in words(clerk.get(page)) and clerk.get(strike).status_code == 404
    head = client_of(city.erwin)
    assert "Ketua RT" not in words(head.get(page)) and "Catat tamu" not in words(head.get(page))
