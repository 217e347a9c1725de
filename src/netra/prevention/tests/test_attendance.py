"""A list from a roll call, entered by the unit: a bad line never loses a good one, the day stays true."""

from __future__ import annotations

from datetime import date

import pytest

from netra.prevention.entries import Present
from netra.prevention.models import Acknowledgement, Tally
from netra.prevention.operations import (
    InstrumentRefused,
    attendance_record,
    instrument_acknowledge,
    instrument_draft,
    instrument_withdraw,
)
from netra.prevention.tests.builders import City, an_entry, at, issued, listed, serving, token
from netra.registry.models import CivilServant, PositionSpell
from netra.trust.access import NotAllowed
from netra.trust.errors import NotFound
from netra.trust.models import Event

pytestmark = pytest.mark.django_db
HELD = date(2017, 12, 4)


@pytest.fixture
def city():
    return City()


@pytest.fixture
def circular(city):
    return issued(city)


def record(city, instrument, present, *, held=HELD, moment=None, **over):
    return attendance_record(
        instrument_ref=instrument.ref,
        held_date=held,
        present=present,
        by=over.pop("by", city.dewi),
        at=moment or at("2017-12-04", 10),
        **over,
    )


def reasons(result):
    return {line.line: line.reason for line in result.rejected}


def test_who_was_present_has_acknowledged_and_the_writer_is_on_record(city, circular):
    result = record(city, circular, listed(city.budi, city.citra))
    assert (result.recorded, result.known, result.rejected) == (2, 0, [])
    row = Acknowledgement.objects.get(civil_servant=city.budi)
    assert (row.channel, row.read_date, row.entered_by) == ("LIST", HELD, city.dewi.actor_ref)
    assert row.understood_at is None


def test_a_roll_call_without_a_network_is_entered_three_days_later_with_its_own_day(city, circular):
    record(city, circular, listed(city.budi), moment=at("2017-12-07", 15))
    row = Acknowledgement.objects.get(civil_servant=city.budi)
    assert (row.read_date, row.read_at) == (HELD, at("2017-12-07", 15))


def test_the_same_list_twice_changes_nothing(city, circular):
    record(city, circular, listed(city.budi, city.citra))
    again = record(city, circular, listed(city.budi, city.citra), moment=at("2017-12-05"))
    assert (again.recorded, again.known) == (0, 2)
    assert Acknowledgement.objects.get(civil_servant=city.budi).read_at == at("2017-12-04", 10)
    assert Tally.objects.values_list("unit_code", "read").order_by("unit_code")[0] == ("DISDIK", 1)


def test_who_acknowledged_by_link_is_not_overwritten(city, circular):
    instrument_acknowledge(token=token(circular, city.budi), digits="011001", choices={1: 1}, at=at("2017-12-04", 8))
    assert record(city, circular, listed(city.budi)).known == 1
    assert Acknowledgement.objects.get(civil_servant=city.budi).channel == "LINK"


def test_each_bad_line_is_told_why_and_the_good_ones_are_kept(city, circular):
    elsewhere = serving("197002021995031004", "Fajar (contoh)", unit="SATPOL", since=date(2018, 1, 2))
    present = [
        Present(2, city.budi.nip),
        Present(3, "123"),
        Present(4, city.budi.nip),
        Present(5, elsewhere.nip),
        Present(6, city.citra.nip),
    ]
    result = record(city, circular, present)
    assert result.recorded == 2
    told = reasons(result)
    assert sorted(told) == [3, 4, 5]
    assert "tidak ada dalam registri" in told[3]
    assert "lebih dari sekali" in told[4]
    assert "tidak termasuk sasaran" in told[5]


@pytest.mark.parametrize(
    ("held", "said"),
    [(date(2017, 12, 5), "belum tiba"), (date(2017, 11, 29), "belum berlaku")],
)
def test_a_day_that_cannot_be_is_refused(city, circular, held, said):
    with pytest.raises(InstrumentRefused, match=said):
        record(city, circular, listed(city.budi), held=held)
    assert not Acknowledgement.objects.exists()


def test_a_list_of_a_day_before_the_withdrawal_still_counts_and_one_after_does_not(city, circular):
    instrument_withdraw(instrument_ref=circular.ref, reason="Diganti.", by=city.dewi, at=at("2017-12-06"))
    assert record(city, circular, listed(city.budi), moment=at("2017-12-08")).recorded == 1
    with pytest.raises(InstrumentRefused, match="sudah dicabut"):
        record(city, circular, listed(city.citra), held=date(2017, 12, 6), moment=at("2017-12-08"))


def test_nobody_is_listed_for_a_draft(city):
    draft = instrument_draft(entry=an_entry(), by=city.dewi, at=at("2017-11-30"))
    with pytest.raises(InstrumentRefused, match="masih konsep"):
        record(city, draft, listed(city.budi))


def test_only_the_personnel_agency_enters_lists(city, circular):
    with pytest.raises(NotAllowed):
        record(city, circular, listed(city.budi), by=city.wayan)
    with pytest.raises(NotFound):
        record(city, circular, listed(city.budi), by=city.maria)


def test_the_trail_tells_how_many_and_keeps_the_proof(city, circular):
    record(city, circular, listed(city.budi), proof=b"\x89PNG\r\n\x1a\n foto apel (contoh)", proof_name="apel.png")
    event = Event.objects.get(verb="prevention.attendance_record")
    assert '"recorded":1' in event.payload and '"date":"2017-12-04"' in event.payload
    assert Acknowledgement.objects.get(civil_servant=city.budi).proof_ref in event.payload


def test_a_sheet_of_thousands_is_written_in_few_steps(city, circular, django_assert_max_num_queries):
    """Three thousand lines with thirty errors; a sheet of fifty thousand is seventeen times as long."""
    people = CivilServant.objects.bulk_create(
        CivilServant(
            ref=f"PEG-2017-{number:05d}",
            nip=f"1990010120150{number:05d}",
            name=f"Pegawai {number} (contoh)",
            search_name="",
            employment="PNS",
            birth_date=date(1990, 1, 1),
            sex="MALE",
        )
        for number in range(3000)
    )
    spell = city.budi.position_spells.get()
    PositionSpell.objects.bulk_create(
        PositionSpell(
            civil_servant=person,
            agency=spell.agency,
            unit=spell.unit,
            title="Guru",
            position="FUNCTIONAL",
            start_date=date(2015, 1, 1),
        )
        for person in people[30:]
    )
    with django_assert_max_num_queries(80):
        result = record(city, circular, listed(*people))
    assert (result.recorded, len(result.rejected)) == (2970, 30)
    assert Tally.objects.get(unit_code="SMP-1").read == 2970
