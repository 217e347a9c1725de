"""Who was at an outreach: by the code at the door, or on a list entered days later."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from netra.prevention import rejected_lines
from netra.prevention.entries import Present, TargetLine
from netra.prevention.guessing import WrongLastDigits
from netra.prevention.models import Participant
from netra.prevention.operations import (
    OutreachRefused,
    outreach_attend,
    outreach_attendance_record,
    outreach_code_open,
)
from netra.prevention.outreach_states import Entry
from netra.prevention.tests.builders import CITY, City, listed, serving
from netra.prevention.tests.outreach_builders import (
    DAY,
    HELD_AT,
    LATER,
    PHOTO,
    PLANNED_AT,
    THAT_DAY,
    held,
    outreach,
    scanned,
)
from netra.registry.imports import open_sheet
from netra.trust.errors import NotFound
from netra.trust.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def city() -> City:
    return City()


def test_a_list_entered_three_days_later_keeps_both_days_and_the_writer(city):
    found = held(city, outreach(city))
    present = listed(city.budi, city.citra)
    result = outreach_attendance_record(outreach_ref=found.ref, present=present, by=city.dewi, at=LATER, proof=PHOTO)
    assert (result.recorded, result.known, result.rejected) == (2, 0, [])
    row = Participant.objects.get(civil_servant=city.budi)
    assert (row.attended_date, row.entered_at, row.entered_by) == (DAY, LATER, city.dewi.actor_ref)
    assert (row.agency_code, row.unit_code, row.entry) == (CITY, "SMP-1", Entry.LIST)
    event = Event.objects.get(verb="prevention.outreach_attendance_record")
    assert '"date":"2018-03-07"' in event.payload
    assert '"recorded":2' in event.payload
    with pytest.raises(DatabaseError), transaction.atomic():
        Participant.objects.update(attended_date=date(2018, 3, 8))


def test_good_lines_are_kept_and_bad_ones_come_back_as_a_file_with_the_reason(city):
    found = held(city, outreach(city))
    present = [*listed(city.budi, city.budi), Present(4, "12"), Present(5, "")]
    result = outreach_attendance_record(outreach_ref=found.ref, present=present, by=city.dewi, at=LATER)
    assert (result.recorded, [line.line for line in result.rejected]) == (1, [3, 4, 5])
    rows = list(open_sheet(rejected_lines.fetch(found.ref, by=city.dewi, at=LATER)).rows)
    assert [str(row.cells[2])[:8] for row in rows[1:]] == ["NIP ini ", "NIP ini ", "NIP ini "]


def test_the_same_list_twice_changes_nothing(city):
    found = held(city, outreach(city))
    for expected in (1, 0):
        result = outreach_attendance_record(outreach_ref=found.ref, present=listed(city.budi), by=city.dewi, at=LATER)
        assert result.recorded == expected
    assert Participant.objects.count() == 1


def test_a_list_waits_until_it_is_said_that_it_took_place(city):
    found = outreach(city)
    with pytest.raises(OutreachRefused, match="baru direncanakan"):
        outreach_attendance_record(outreach_ref=found.ref, present=listed(city.budi), by=city.dewi, at=PLANNED_AT)


def test_who_moved_since_is_counted_where_they_served_that_day(city):
    city.dodi.position_spells.update(until_date=date(2018, 3, 8))
    found = held(city, outreach(city))
    outreach_attendance_record(outreach_ref=found.ref, present=listed(city.dodi), by=city.dewi, at=LATER)
    assert Participant.objects.get().unit_code == "SATPOL"


def test_who_came_on_that_day_but_was_not_meant_is_told_apart(city):
    found = held(city, outreach(city, targets=[TargetLine(CITY, "DISDIK")]))
    result = outreach_attendance_record(
        outreach_ref=found.ref, present=listed(city.budi, city.dodi), by=city.dewi, at=LATER
    )
    assert (result.recorded, [line.line for line in result.rejected]) == (1, [3])
    assert "tidak termasuk sasarannya" in result.rejected[0].reason


def test_the_code_at_the_door_writes_somebody_down_by_their_whole_nip_once(city):
    found = outreach(city)
    scanned(city, found, city.budi, city.budi)
    row = Participant.objects.get()
    assert (row.civil_servant, row.entry, row.entered_by, row.attended_date) == (city.budi, Entry.CODE, "", DAY)
    assert Event.objects.filter(verb="prevention.outreach_attend").count() == 1


def test_the_code_works_on_the_day_itself_alone(city):
    found = outreach(city)
    with pytest.raises(OutreachRefused, match="pada hari sosialisasinya"):
        outreach_code_open(outreach_ref=found.ref, by=city.dewi, at=PLANNED_AT)
    _link, secret = outreach_code_open(outreach_ref=found.ref, by=city.dewi, at=THAT_DAY)
    with pytest.raises(NotFound):
        outreach_attend(secret=secret, nip=city.budi.nip, at=LATER)


def test_numbers_cannot_be_guessed_at_the_door_without_end(city):
    found = outreach(city)
    _link, secret = outreach_code_open(outreach_ref=found.ref, by=city.dewi, at=THAT_DAY)
    for _try in range(60):
        with pytest.raises(WrongLastDigits, match="tidak termasuk sasaran"):
            outreach_attend(secret=secret, nip="198001012005011999", at=THAT_DAY)
    with pytest.raises(WrongLastDigits, match="Terlalu banyak"):
        outreach_attend(secret=secret, nip=city.budi.nip, at=THAT_DAY)


def test_who_scanned_is_not_written_down_again_by_a_list(city):
    found = outreach(city)
    scanned(city, found, city.budi)
    held(city, found)
    result = outreach_attendance_record(
        outreach_ref=found.ref, present=listed(city.budi, city.citra), by=city.dewi, at=HELD_AT
    )
    assert (result.recorded, result.known) == (1, 1)


def test_a_long_list_costs_a_few_questions_for_each_thousand(city, django_assert_max_num_queries):
    people = [serving(f"19800101200501110{number}", "Pegawai (contoh)", unit="DISDIK") for number in range(9)]
    found = held(city, outreach(city))
    with django_assert_max_num_queries(60):
        outreach_attendance_record(outreach_ref=found.ref, present=listed(*people), by=city.dewi, at=LATER)
