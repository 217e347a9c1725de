"""A name that was written down by mistake is struck from a list: it stays on record and counts no more."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from netra.prevention.meeting_entries import Outsider
from netra.prevention.models import Attendee, Participant
from netra.prevention.operations import (
    MeetingRefused,
    OutreachRefused,
    meeting_attendance_record,
    meeting_attendance_strike,
    minutes_adopt,
    minutes_draft,
    outreach_attendance_record,
    outreach_attendance_strike,
    outreach_cancel,
    outreach_certify,
)
from netra.prevention.queries import meeting_file, outreach_result, participant_page
from netra.prevention.tests import meeting_builders as meetings
from netra.prevention.tests import outreach_builders as outreaches
from netra.prevention.tests.builders import City, at, listed
from netra.prevention.tests.outreach_builders import HELD_AT, LATER, PLANNED_AT, RIGHT, THAT_DAY
from netra.trust import trail
from netra.trust.access import NotAllowed
from netra.trust.errors import NotFound
from netra.trust.models import Event
from netra.trust.tests.locks import unlocked

pytestmark = pytest.mark.django_db
WRONG_PERSON = "Salah orang: NIP tertukar."
GUEST = Outsider(1, "Tamu (contoh)", "Anggota Bawaslu Kota Jambi")


def findings() -> str:
    return "\n".join(problem.message for problem in trail.verify_database().problems)


def rewritten(statement: str) -> str:
    with unlocked(), connection.cursor() as cursor:
        cursor.execute(statement)
    return findings()


class WhenTheListOfAMeetingNamesSomebodyWhoWasNotThere:
    @pytest.fixture(autouse=True)
    def _scene(self):
        self.scene = meetings.Round()
        self.meeting = meetings.held(self.scene)
        self._record(present=listed(self.scene.budi), outsiders=[GUEST])

    def _record(self, **given):
        return meeting_attendance_record(
            meeting_ref=self.meeting.ref, by=self.scene.dewi, at=meetings.HELD_AT, **given
        ).recorded

    def _strike(self, ordinal=1, reason=WRONG_PERSON, by=None):
        return meeting_attendance_strike(
            meeting_ref=self.meeting.ref,
            ordinal=ordinal,
            reason=reason,
            by=by or self.scene.dewi,
            at=meetings.HELD_AT,
        )

    def _file(self):
        return meeting_file(self.scene.dewi, self.meeting.ref, on=meetings.DAY)

    def it_strikes_the_name_with_the_reason_and_counts_it_no_more(self):
        self._strike()
        file = self._file()
        assert [each.name for each in file.present] == ["Tamu (contoh)"]
        assert file.present_count == 1
        assert [(each.name, each.reason, each.striker) for each in file.struck] == [
            ("Budi (contoh)", WRONG_PERSON, self.scene.dewi.full_name)
        ]

    def it_is_not_counted_in_the_minutes(self):
        self._strike(2)
        minutes_draft(
            meeting_ref=self.meeting.ref, entry=meetings.some_minutes(), by=self.scene.dewi, at=meetings.HELD_AT
        )
        minutes_adopt(meeting_ref=self.meeting.ref, by=self.scene.dewi, at=meetings.HELD_AT)
        assert self._file().present_count == 1

    def it_takes_the_same_people_anew(self):
        self._strike(1)
        self._strike(2)
        assert self._record(present=listed(self.scene.budi), outsiders=[GUEST]) == 2
        self._strike(3, "Ternyata benar-benar tidak hadir.")
        assert Attendee.objects.count() == 4
        assert findings() == ""

    def it_strikes_nobody_twice_or_without_a_reason_or_from_no_place(self):
        with pytest.raises(MeetingRefused, match="alasan tertulis"):
            self._strike(reason=" ")
        self._strike()
        with pytest.raises(MeetingRefused, match="sudah dicoret"):
            self._strike()
        for ordinal in (0, 3, 10**30):
            with pytest.raises(NotFound, match="Urutan itu tidak ada"):
                self._strike(ordinal)

    def it_is_for_the_agency_that_called_it_alone(self):
        with pytest.raises(NotAllowed):
            self._strike(by=self.scene.wayan)

    def it_is_settled_by_adopted_minutes_until_they_are_corrected(self):
        told: dict[str, Any] = {"meeting_ref": self.meeting.ref, "by": self.scene.dewi, "at": meetings.HELD_AT}
        minutes_draft(entry=meetings.some_minutes(), **told)
        minutes_adopt(**told)
        with pytest.raises(MeetingRefused, match="ralat notulen"):
            self._strike()
        minutes_draft(entry=meetings.some_minutes(reason="Daftar hadir keliru."), **told)
        assert self._strike().struck_reason == WRONG_PERSON

    def it_tells_the_trail_the_place_and_a_fingerprint_and_no_name(self):
        self._strike(2)
        event = Event.objects.get(verb="prevention.meeting_attendance_strike")
        assert '"ordinal":2' in event.payload
        assert "Tamu" not in event.payload and "tertukar" not in event.payload

    def it_keeps_a_struck_row_struck(self):
        self._strike()
        for change in ("struck_at = NULL, struck_by = '', struck_reason = ''", "struck_reason = 'Lain'", "name = 'X'"):
            with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(f"UPDATE prevention_attendee SET {change} WHERE struck_by <> ''")  # noqa: S608

    @pytest.mark.parametrize(
        ("statement", "said"),
        [
            ("UPDATE prevention_attendee SET struck_reason = 'Lain' WHERE struck_by <> ''", "sidik alasan"),
            (
                "UPDATE prevention_attendee SET struck_at = NULL, struck_by = '', struck_reason = ''",
                "jejak mencatatnya, tetapi di basis data tidak ada lagi",
            ),
            (
                "UPDATE prevention_attendee SET struck_at = entered_at, struck_by = 'user:1', struck_reason = 'x' "
                "WHERE struck_by = ''",
                "tidak ada peristiwa yang membuatnya",
            ),
        ],
    )
    def it_tells_what_was_rewritten(self, statement, said):
        self._strike()
        assert findings() == ""
        assert said in rewritten(statement)


class WhenTheListOfAnOutreachNamesSomebodyWhoWasNotThere:
    @pytest.fixture(autouse=True)
    def _scene(self):
        self.city = City()
        self.found = outreaches.held(self.city, outreaches.tested(self.city))
        self._record(self.city.budi, self.city.dodi)

    def _record(self, *people, at=LATER):
        told: dict[str, Any] = {"outreach_ref": self.found.ref, "by": self.city.dewi, "at": at}
        return outreach_attendance_record(present=listed(*people), **told).recorded

    def _strike(self, person, reason=WRONG_PERSON, by=None, moment=LATER):
        return outreach_attendance_strike(
            outreach_ref=self.found.ref, person_ref=person.ref, reason=reason, by=by or self.city.dewi, at=moment
        )

    def _present(self):
        result = outreach_result(self.city.dewi, self.found.ref, on=LATER.date())
        return (
            result.file.present,
            [row.present for row in result.agencies],
            {row.code: row.present for row in result.units},
        )

    def it_is_neither_counted_nor_covered(self):
        assert self._present() == (2, [2], {"DISDIK": 0, "SATPOL": 1, "SMP-1": 1})
        self._strike(self.city.dodi)
        assert self._present() == (1, [1], {"DISDIK": 0, "SATPOL": 0, "SMP-1": 1})

    def it_keeps_the_row_with_who_struck_it_and_why(self):
        self._strike(self.city.dodi)
        _file, rows, _next = participant_page(self.city.dewi, self.found.ref, on=LATER.date())
        assert [(row.participant.struck_reason, row.striker, row.may_strike) for row in rows] == [
            ("", "", True),
            (WRONG_PERSON, self.city.dewi.full_name, False),
        ]

    def it_takes_the_same_person_anew_and_strikes_again(self):
        for day in ("2018-03-11", "2018-03-12"):
            self._strike(self.city.dodi)
            assert self._record(self.city.dodi, at=at(day)) == 1
        with pytest.raises(OutreachRefused, match="alasan tertulis"):
            self._strike(self.city.dodi, reason="")
        assert Participant.objects.count() == 4
        assert findings() == ""

    def it_gives_no_certificate_for_a_struck_row(self):
        self._strike(self.city.dodi)
        assert outreach_certify(outreach_ref=self.found.ref, by=self.city.dewi, at=LATER) == 1

    def it_keeps_who_holds_a_certificate_or_took_the_test_after_it(self):
        outreaches.answered(self.found, self.city.budi, RIGHT, at=LATER)
        with pytest.raises(OutreachRefused, match="sudah menjawab tes"):
            self._strike(self.city.budi)
        outreach_certify(outreach_ref=self.found.ref, by=self.city.dewi, at=LATER)
        with pytest.raises(OutreachRefused, match="Sertifikatnya sudah terbit"):
            self._strike(self.city.dodi)

    def it_lets_the_head_of_a_unit_strike_his_own_people_alone(self):
        with pytest.raises(NotFound, match="bukan pegawai unit Anda"):
            self._strike(self.city.dodi, by=self.city.erwin)
        assert self._strike(self.city.budi, by=self.city.erwin).struck_by == self.city.erwin.actor_ref

    def it_is_not_there_for_a_stranger(self):
        with pytest.raises(NotFound):
            self._strike(self.city.budi, by=self.city.maria)

    def it_strikes_nobody_who_is_not_on_the_list(self):
        with pytest.raises(NotFound, match="tidak ada pada daftar"):
            self._strike(self.city.citra)

    @pytest.mark.parametrize(
        ("statement", "said"),
        [
            ("UPDATE prevention_participant SET struck_reason = 'Lain' WHERE struck_by <> ''", "sidik alasan"),
            (
                "UPDATE prevention_participant SET struck_at = NULL, struck_by = '', struck_reason = ''",
                "jejak mencatatnya, tetapi di basis data tidak ada lagi",
            ),
        ],
    )
    def it_tells_what_was_rewritten(self, statement, said):
        self._strike(self.city.dodi)
        assert findings() == ""
        assert said in rewritten(statement)


class WhenSomebodyScannedTheCodeWithTheNumberOfAnother:
    @pytest.fixture(autouse=True)
    def _scene(self):
        self.city = City()
        self.found = outreaches.outreach(self.city)
        outreaches.scanned(self.city, self.found, self.city.dodi)
        outreach_attendance_strike(
            outreach_ref=self.found.ref,
            person_ref=self.city.dodi.ref,
            reason=WRONG_PERSON,
            by=self.city.dewi,
            at=THAT_DAY,
        )

    def it_takes_the_scan_of_the_one_who_was_meant(self):
        outreaches.scanned(self.city, self.found, self.city.dodi)
        assert Participant.objects.filter(struck_at=None).count() == 1
        assert findings() == ""

    def it_can_be_cancelled_for_nobody_came(self):
        outreach_cancel(outreach_ref=self.found.ref, reason="Gedung dipakai.", by=self.city.dewi, at=THAT_DAY)

    def it_can_be_held_all_the_same(self):
        assert outreaches.held(self.city, self.found, at=HELD_AT).held_date == date(2018, 3, 7) > PLANNED_AT.date()
