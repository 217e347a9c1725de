"""Planning an outreach, moving it, calling it off, and saying that it took place."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from netra.prevention import queries
from netra.prevention.entries import TargetLine
from netra.prevention.models import Outreach, Postponement
from netra.prevention.operations import (
    InstrumentRefused,
    OutreachRefused,
    outreach_cancel,
    outreach_hold,
    outreach_plan,
    outreach_postpone,
    outreach_revise,
)
from netra.prevention.outreach_entries import SpeakerEntry
from netra.prevention.tests.builders import CITY, SUPERVISOR, City, at
from netra.prevention.tests.outreach_builders import (
    DAY,
    HELD_AT,
    LATER,
    PLANNED_AT,
    a_socialisation,
    held,
    outreach,
    scanned,
)
from netra.trust.access import NotAllowed
from netra.trust.acts import Role
from netra.trust.errors import NotFound
from netra.trust.models import Event
from netra.trust.tests.builders import grant, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def city() -> City:
    return City()


def seen_by(user, *, on=date(2018, 3, 10)):
    return [row.outreach.ref for row in queries.outreach_page(user, on=on)[0]]


def test_act_g_is_planned_with_its_day_place_and_a_speaker_of_another_body(city):
    found = outreach(city)
    file = queries.outreach_file(city.dewi, found.ref, on=DAY)
    assert (file.outreach.planned_date, file.outreach.place) == (DAY, "Ruang Pola, Kantor Wali Kota")
    assert [(each.office, each.body) for each in file.speakers] == [("Asisten Komisioner", "KASN")]
    event = Event.objects.get(verb="prevention.outreach_plan")
    assert '"date":"2018-03-07"' in event.payload


@pytest.mark.parametrize(
    ("over", "said"),
    [
        ({"title": " "}, "judul"),
        ({"place": ""}, "tempat"),
        ({"aims": [" "]}, "tujuan"),
        ({"targets": []}, "sasarannya"),
        ({"planned_date": date(2013, 12, 31)}, "2014"),
        ({"planned_date": date(2028, 3, 7)}, "tiga tahun"),
        ({"speakers": [SpeakerEntry("Tanpa jabatan (contoh)", "")]}, "nama dan jabatan"),
    ],
)
def test_a_plan_that_lacks_something_says_what(city, over, said):
    with pytest.raises(OutreachRefused, match=said):
        outreach(city, **over)


def test_an_agency_out_of_reach_cannot_be_its_audience(city):
    with pytest.raises(InstrumentRefused, match="di luar jangkauan"):
        outreach(city, targets=[TargetLine(SUPERVISOR)])


def test_the_supervisors_of_the_place_may_hold_one_for_the_people_of_the_city(city):
    entry = a_socialisation(agency_code=SUPERVISOR)
    found = outreach_plan(entry=entry, by=city.wayan, at=PLANNED_AT)
    assert found.ref in seen_by(city.dewi)
    with pytest.raises(NotAllowed):
        outreach_cancel(outreach_ref=found.ref, reason="Bukan milik kami.", by=city.dewi, at=PLANNED_AT)


def test_who_has_nothing_to_do_with_it_finds_nothing(city):
    found = outreach(city)
    assert seen_by(city.maria) == []
    assert seen_by(city.wayan) == []
    with pytest.raises(NotFound):
        outreach_hold(outreach_ref=found.ref, held_date=DAY, by=city.maria, at=HELD_AT)
    assert seen_by(city.ani) == [found.ref]
    hasan = grant(make_user("hasan"), Role.AUDITOR, agency=CITY)
    assert seen_by(hasan) == [found.ref]


def test_the_head_of_a_unit_sees_what_is_for_his_people_and_changes_nothing_of_it(city):
    found = outreach(city)
    outreach(city, targets=[TargetLine(CITY, unit_code="SATPOL")])
    assert seen_by(city.erwin) == [found.ref]
    with pytest.raises(NotAllowed):
        outreach_hold(outreach_ref=found.ref, held_date=DAY, by=city.erwin, at=HELD_AT)


def test_a_postponed_outreach_keeps_both_days_and_the_reason(city):
    found = outreach(city)
    moved = outreach_postpone(
        outreach_ref=found.ref, to_date=date(2018, 3, 14), reason="Narasumber berhalangan.", by=city.dewi, at=PLANNED_AT
    )
    assert moved.planned_date == date(2018, 3, 14)
    told = Postponement.objects.get()
    assert (told.from_date, told.to_date, told.entered_by) == (DAY, date(2018, 3, 14), city.dewi.actor_ref)
    with pytest.raises(DatabaseError), transaction.atomic():
        Postponement.objects.update(reason="lain")


def test_another_day_needs_a_reason_and_is_not_slipped_into_the_plan(city):
    found = outreach(city)
    with pytest.raises(OutreachRefused, match="menundanya"):
        entry = a_socialisation(planned_date=date(2018, 3, 14))
        outreach_revise(outreach_ref=found.ref, entry=entry, by=city.dewi, at=PLANNED_AT)
    with pytest.raises(OutreachRefused, match="alasan"):
        outreach_postpone(outreach_ref=found.ref, to_date=date(2018, 3, 14), reason=" ", by=city.dewi, at=PLANNED_AT)
    with pytest.raises(OutreachRefused, match="sudah direncanakan"):
        outreach_postpone(outreach_ref=found.ref, to_date=DAY, reason="Sama.", by=city.dewi, at=PLANNED_AT)


def test_a_plan_is_told_anew_with_other_speakers(city):
    found = outreach(city)
    entry = a_socialisation(speakers=[SpeakerEntry("Pengganti (contoh)", "Asisten Komisioner", "KASN")])
    outreach_revise(outreach_ref=found.ref, entry=entry, by=city.dewi, at=PLANNED_AT)
    assert [each.name for each in found.speakers.all()] == ["Pengganti (contoh)"]


def test_a_cancelled_outreach_says_why_and_takes_no_step_more(city):
    found = outreach(city)
    outreach_cancel(outreach_ref=found.ref, reason="Gedung terendam.", by=city.dewi, at=PLANNED_AT)
    with pytest.raises(OutreachRefused, match="sudah dibatalkan"):
        held(city, found)
    with pytest.raises(DatabaseError), transaction.atomic():
        Outreach.objects.update(cancelled_reason="lain")


def test_what_was_held_is_not_planned_anew(city):
    found = held(city, outreach(city))
    with pytest.raises(OutreachRefused, match="sudah terlaksana"):
        outreach_revise(outreach_ref=found.ref, entry=a_socialisation(), by=city.dewi, at=HELD_AT)
    with pytest.raises(DatabaseError), transaction.atomic():
        found.speakers.update(name="lain")


def test_once_somebody_came_it_is_neither_cancelled_nor_moved(city):
    found = outreach(city)
    scanned(city, found, city.budi)
    with pytest.raises(OutreachRefused, match="tercatat hadir"):
        outreach_cancel(outreach_ref=found.ref, reason="Batal.", by=city.dewi, at=HELD_AT)
    with pytest.raises(OutreachRefused, match="tercatat hadir"):
        outreach_postpone(outreach_ref=found.ref, to_date=date(2018, 3, 9), reason="Tunda.", by=city.dewi, at=HELD_AT)
    with pytest.raises(OutreachRefused, match="hari lain"):
        outreach_hold(outreach_ref=found.ref, held_date=date(2018, 3, 6), by=city.dewi, at=HELD_AT)


def test_it_did_not_take_place_tomorrow(city):
    found = outreach(city)
    with pytest.raises(OutreachRefused, match="belum tiba"):
        outreach_hold(outreach_ref=found.ref, held_date=DAY, by=city.dewi, at=at("2018-03-06"))


def test_said_three_days_later_the_day_is_the_real_one(city):
    found = outreach_hold(outreach_ref=outreach(city).ref, held_date=DAY, by=city.dewi, at=LATER)
    assert found.held_date == DAY
    event = Event.objects.get(verb="prevention.outreach_hold")
    assert '"date":"2018-03-07"' in event.payload
    assert event.at == LATER
