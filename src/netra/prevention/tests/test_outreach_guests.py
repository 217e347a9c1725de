"""Guests of an outreach: by name and office, apart from the civil servants whom it was to reach."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from netra.prevention.meeting_entries import Outsider
from netra.prevention.models import OutreachGuest
from netra.prevention.operations import (
    OutreachRefused,
    outreach_attendance_record,
    outreach_certify,
    outreach_guest_strike,
    outreach_guests_record,
)
from netra.prevention.queries import guest_rows, outreach_file, outreach_result
from netra.prevention.tests.builders import City, at, listed
from netra.prevention.tests.outreach_builders import LATER, PHOTO, held, outreach
from netra.trust import trail
from netra.trust.access import NotAllowed
from netra.trust.errors import NotFound
from netra.trust.models import Event
from netra.trust.tests.locks import unlocked

pytestmark = pytest.mark.django_db
GUEST = Outsider(1, "Tamu (contoh)", "Anggota Bawaslu Kota Jambi")
OTHER = Outsider(2, "Tamu lain (contoh)", "Ketua RT")


def findings() -> str:
    return "\n".join(problem.message for problem in trail.verify_database().problems)


class WhenGuestsCameToAnOutreach:
    @pytest.fixture(autouse=True)
    def _scene(self):
        self.city = City()
        self.found = held(self.city, outreach(self.city))
        outreach_attendance_record(
            outreach_ref=self.found.ref, present=listed(self.city.budi), by=self.city.dewi, at=LATER
        )

    def _record(self, *guests, by=None, moment=LATER, **given):
        return outreach_guests_record(
            outreach_ref=self.found.ref, guests=guests, by=by or self.city.dewi, at=moment, **given
        )

    def _strike(self, ordinal, reason="Tidak hadir."):
        return outreach_guest_strike(
            outreach_ref=self.found.ref, ordinal=ordinal, reason=reason, by=self.city.dewi, at=LATER
        )

    def it_shows_them_apart_and_covers_nobody_by_them(self):
        before = outreach_result(self.city.dewi, self.found.ref, on=LATER.date())
        assert self._record(GUEST, OTHER).recorded == 2
        after = outreach_result(self.city.dewi, self.found.ref, on=LATER.date())
        assert (after.agencies, after.units, after.file.present) == (before.agencies, before.units, 1)
        assert after.file.guests == 2
        assert outreach_certify(outreach_ref=self.found.ref, by=self.city.dewi, at=LATER) == 1

    def it_takes_the_good_lines_and_tells_why_not_the_others(self):
        result = self._record(GUEST, Outsider(2, "Tanpa jabatan", " "), Outsider(3, "x" * 201, "Ketua"), GUEST)
        assert (result.recorded, [line.line for line in result.rejected]) == (1, [2, 3])
        assert (self._record(GUEST).recorded, self._record(GUEST).known) == (0, 1)

    def it_refuses_an_empty_list_and_one_without_end(self):
        with pytest.raises(OutreachRefused, match="kosong"):
            self._record()
        many = [Outsider(line, f"Tamu {line} (contoh)", "Ketua RT") for line in range(201)]
        with pytest.raises(OutreachRefused, match="paling banyak 200"):
            self._record(*many)

    def it_tells_names_to_the_agency_that_held_it_alone(self):
        self._record(GUEST)
        rows = guest_rows(outreach_file(self.city.dewi, self.found.ref, on=LATER.date()))
        assert [(row.guest.name, row.writer) for row in rows] == [("Tamu (contoh)", self.city.dewi.full_name)]
        for reader in (self.city.erwin, self.city.ani):
            file = outreach_file(reader, self.found.ref, on=LATER.date())
            assert (file.guests, list(guest_rows(file))) == (1, [])

    def it_is_written_by_the_agency_that_held_it_alone(self):
        with pytest.raises(NotAllowed):
            self._record(GUEST, by=self.city.erwin)
        with pytest.raises(NotFound):
            self._record(GUEST, by=self.city.maria)

    def it_tells_the_trail_how_many_and_no_name(self):
        self._record(GUEST, OTHER, proof=PHOTO)
        event = Event.objects.get(verb="prevention.outreach_guests_record")
        assert '"recorded":2' in event.payload and "Tamu" not in event.payload
        assert OutreachGuest.objects.values_list("proof_ref", flat=True)[0] in event.payload

    def it_strikes_a_mistyped_guest_with_the_reason_and_takes_the_same_name_anew(self):
        self._record(GUEST, OTHER)
        with pytest.raises(OutreachRefused, match="alasan tertulis"):
            self._strike(2, " ")
        self._strike(2)
        with pytest.raises(OutreachRefused, match="sudah dicoret"):
            self._strike(2)
        with pytest.raises(NotFound, match="Urutan itu tidak ada"):
            self._strike(3)
        assert outreach_file(self.city.dewi, self.found.ref, on=LATER.date()).guests == 1
        assert self._record(OTHER, moment=at("2018-03-11")).recorded == 1
        assert findings() == ""

    def it_keeps_what_was_written(self):
        self._record(GUEST)
        for statement in ("UPDATE prevention_outreachguest SET name = 'X'", "DELETE FROM prevention_outreachguest"):
            with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement)

    @pytest.mark.parametrize(
        ("statement", "said"),
        [
            ("DELETE FROM prevention_outreachguest WHERE name = 'Tamu (contoh)'", "jumlah tamu"),
            ("UPDATE prevention_outreachguest SET struck_reason = 'Lain' WHERE struck_by <> ''", "sidik alasan"),
        ],
    )
    def it_tells_what_was_rewritten(self, statement, said):
        self._record(GUEST, OTHER)
        self._strike(2)
        assert findings() == ""
        with unlocked(), connection.cursor() as cursor:
            cursor.execute(statement)
        assert said in findings()


def test_guests_wait_until_it_is_said_that_it_took_place():
    city = City()
    found = outreach(city)
    with pytest.raises(OutreachRefused, match="baru direncanakan"):
        outreach_guests_record(outreach_ref=found.ref, guests=[GUEST], by=city.dewi, at=LATER)
