"""The head of a unit sees whom of his own people a letter has not reached, writes down who was present, no more."""

from __future__ import annotations

from datetime import date

import pytest

from netra.letters.tests.put_off import drawn
from netra.prevention.access import visible_to
from netra.prevention.entries import TargetLine
from netra.prevention.models import Acknowledgement
from netra.prevention.operations import (
    attendance_record,
    instrument_draft,
    instrument_links,
    instrument_remind,
    outreach_attendance_record,
    outreach_certify,
    outreach_code_open,
    outreach_links,
    roll_call_open,
)
from netra.prevention.queries import areas, coverage_of_area, instrument_file, participant_page, reminder_paper
from netra.prevention.tests.builders import CITY, City, an_entry, at, issued, listed
from netra.prevention.tests.outreach_builders import LATER, held, outreach
from netra.registry.access import agencies_visible_to
from netra.registry.access import visible_to as people_visible_to
from netra.trust.access import NotAllowed, scope_of
from netra.trust.acts import ACTS, Role
from netra.trust.errors import NotFound
from netra.trust.models import Event
from netra.trust.tests.builders import grant, make_user

pytestmark = pytest.mark.django_db
MONDAY = at("2017-12-04", 9)
DAY = date(2017, 12, 4)


@pytest.fixture
def city():
    """Erwin heads DISDIK, in which Citra serves; Budi serves in its school, Dodi in SATPOL."""
    return City()


@pytest.fixture
def circular(city):
    return issued(city)


def test_he_sees_his_unit_with_all_beneath_it_and_nothing_beside_it(city, circular):
    file = instrument_file(city.erwin, circular.ref, on=DAY)
    (area,) = areas(city.erwin, file, on=DAY)
    total, rows = coverage_of_area(circular, area, on=DAY)
    assert (area.name, total.whole.asked) == ("Unit DISDIK", 2)
    assert [(row.unit and row.unit.code, row.depth) for row in rows] == [("DISDIK", 0), ("SMP-1", 1)]


def test_he_sees_the_letters_that_reach_his_unit(city):
    everybody = issued(city)
    above = issued(city, targets=[TargetLine(CITY, unit_code="DISDIK")])
    below = issued(city, targets=[TargetLine(CITY, unit_code="SMP-1", position="FUNCTIONAL")])
    beside = issued(city, targets=[TargetLine(CITY, unit_code="SATPOL")])
    instrument_draft(entry=an_entry(), by=city.dewi, at=MONDAY)
    assert list(visible_to(city.erwin, on=DAY).order_by("pk")) == [everybody, above, below]
    with pytest.raises(NotFound):
        instrument_file(city.erwin, beside.ref, on=DAY)


def test_he_writes_down_his_own_people_alone(city, circular):
    result = attendance_record(
        instrument_ref=circular.ref, held_date=DAY, present=listed(city.budi, city.dodi), by=city.erwin, at=MONDAY
    )
    assert (result.recorded, [line.line for line in result.rejected]) == (1, [3])
    assert "tidak termasuk sasarannya di instansi atau unit Anda" in result.rejected[0].reason
    assert Acknowledgement.objects.get().entered_by == city.erwin.actor_ref


def test_he_hands_out_no_links_opens_no_code_and_reminds_nobody(city, circular):
    by = {"instrument_ref": circular.ref, "agency_code": CITY, "by": city.erwin, "at": MONDAY}
    with pytest.raises(NotAllowed):
        instrument_links(**by)
    with pytest.raises(NotAllowed):
        roll_call_open(**by)
    with pytest.raises(NotAllowed):
        instrument_remind(**by, unit_code="DISDIK")


def test_he_reads_the_reminder_about_his_unit_and_no_other(city, circular):
    his, other = (
        instrument_remind(instrument_ref=circular.ref, agency_code=CITY, unit_code=unit, by=city.dewi, at=MONDAY)
        for unit in ("SMP-1", "SATPOL")
    )
    assert drawn(reminder_paper(city.erwin, circular.ref, his.letter_ref, on=DAY)[1]).startswith(b"%PDF")
    with pytest.raises(NotFound):
        reminder_paper(city.erwin, circular.ref, other.letter_ref, on=DAY)


def test_he_writes_down_who_of_his_unit_was_at_an_outreach_and_sees_them_alone(city):
    """The city holds it for all; Erwin sends the list of DISDIK and its school three days later."""
    met = held(city, outreach(city))
    told = {"outreach_ref": met.ref, "by": city.erwin, "at": LATER}
    result = outreach_attendance_record(**told, present=listed(city.budi, city.citra, city.dodi))
    assert result.recorded == 2
    assert [(line.nip, line.reason) for line in result.rejected] == [
        (city.dodi.nip, "Pada hari itu pegawai ini tidak termasuk sasarannya di instansi atau unit Anda.")
    ]
    outreach_attendance_record(outreach_ref=met.ref, by=city.dewi, at=LATER, present=listed(city.dodi))
    file, rows, _next = participant_page(city.erwin, met.ref, on=LATER.date())
    assert {row.participant.civil_servant for row in rows} == {city.budi, city.citra}
    assert {row.writer for row in rows} == {"Erwin (contoh)"}
    assert (file.may_list, file.may_write, file.sees_whole, file.questions) == (True, False, False, [])
    for act in (outreach_links, outreach_certify, outreach_code_open):
        with pytest.raises(NotAllowed):
            act(outreach_ref=met.ref, by=city.erwin, at=LATER)


def test_he_sees_no_outreach_that_is_not_for_his_unit(city):
    beside = held(city, outreach(city, targets=[TargetLine(CITY, unit_code="SATPOL")]))
    with pytest.raises(NotFound):
        outreach_attendance_record(outreach_ref=beside.ref, by=city.erwin, at=LATER, present=listed(city.budi))


def test_the_role_reaches_no_other_room(city):
    may = {code for code in ACTS if not scope_of(city.erwin, code, on=DAY).is_empty}
    assert may == {
        "prevention.instrument_view",
        "prevention.instrument_pending",
        "prevention.attendance_record",
        "prevention.meeting_view",
        "prevention.outreach_view",
        "prevention.outreach_attendance_record",
        "prevention.outreach_attendance_strike",
        "prevention.reminder_view",
        "prevention.reminder_give",
        "prevention.reminder_retract",
        "prevention.pact_view",
        "prevention.pact_record",
        "prevention.pact_refusal_record",
        "trust.evidence_read",
    }
    assert not agencies_visible_to(city.erwin, on=DAY).exists()
    assert not people_visible_to(city.erwin, on=DAY).exists()


def test_when_the_role_has_ended_nothing_is_there(city, circular):
    before = grant(make_user("eko"), Role.UNIT_HEAD, agency=CITY, unit="DISDIK", until=DAY)
    assert instrument_file(before, circular.ref, on=date(2017, 12, 3))
    with pytest.raises(NotFound):
        instrument_file(before, circular.ref, on=DAY)


def test_who_took_the_links_out_is_on_record(city, circular):
    taken = list(instrument_links(instrument_ref=circular.ref, agency_code=CITY, by=city.dewi, at=MONDAY))
    assert [row.person.name for row, _link in taken] == ["Budi (contoh)", "Citra (contoh)", "Dodi (contoh)"]
    assert Event.objects.get(verb="prevention.instrument_links").actor_ref == city.dewi.actor_ref
