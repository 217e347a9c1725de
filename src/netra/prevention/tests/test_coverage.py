"""Who has answered, who has not and since when, unit by unit, as the registry knows them on that day."""

from __future__ import annotations

from datetime import date

import pytest

from netra.prevention.models import Target
from netra.prevention.operations import (
    attendance_record,
    instrument_acknowledge,
    instrument_open,
    instrument_withdraw,
)
from netra.prevention.queries import InstrumentFile, agencies_reached, coverage_of_agency, pending, reached_by_agency
from netra.prevention.tests.builders import CITY, City, at, issued, listed, serving, token
from netra.registry.models import Agency, PositionSpell
from netra.registry.tests.builders import make_position
from netra.trust.acts import Role
from netra.trust.tests.builders import grant, make_user

pytestmark = pytest.mark.django_db
HELD = date(2017, 12, 4)


@pytest.fixture
def city():
    return City()


@pytest.fixture
def circular(city):
    """Budi understood, Citra only opened, Dodi knows nothing."""
    instrument = issued(city)
    moment = at("2017-12-04", 8)
    instrument_acknowledge(token=token(instrument, city.budi), digits="011001", choices={1: 1}, at=moment)
    instrument_open(token=token(instrument, city.citra), digits="012003", at=moment)
    return instrument


def tree(instrument, day=HELD):
    total, rows = coverage_of_agency(instrument, CITY, on=day)
    shown = {
        row.unit.code: (row.depth, row.whole.asked, row.whole.opened, row.whole.read, row.whole.understood)
        for row in rows
        if row.unit
    }
    return (total.whole.asked, total.whole.read, total.whole.percent), shown


def waiting(instrument, day=HELD, **narrow):
    rows, _more = pending(instrument, day, agency_code=CITY, **narrow)
    return {row.person.name: (row.since, row.opened) for row in rows}


def test_the_tree_adds_up_from_the_leaves(circular):
    whole, units = tree(circular)
    assert whole == (3, 1, 33)
    assert units == {"DISDIK": (0, 2, 2, 1, 1), "SMP-1": (1, 1, 1, 1, 1), "SATPOL": (0, 1, 0, 0, 0)}


def test_who_has_not_and_since_when(city, circular):
    serving("199003032015032009", "Eka (contoh)", unit="SATPOL", since=date(2017, 12, 1))
    assert waiting(circular) == {
        "Citra (contoh)": (date(2017, 11, 30), True),
        "Dodi (contoh)": (date(2017, 11, 30), False),
        "Eka (contoh)": (date(2017, 12, 1), False),
    }
    assert list(waiting(circular, unit_code="DISDIK")) == ["Citra (contoh)"]
    assert list(waiting(circular, unit_code="SMP-1")) == []


def test_a_new_post_in_the_same_agency_does_not_begin_the_waiting_anew(city, circular):
    make_position(city.dodi, unit_code="DISDIK", start_date=date(2017, 12, 3))
    assert waiting(circular)["Dodi (contoh)"] == (date(2017, 11, 30), False)


def test_who_left_is_not_waited_for_and_who_moved_is_counted_where_they_serve(city, circular):
    city.dodi.position_spells.update(until_date=date(2017, 12, 2))
    make_position(city.budi, unit_code="SATPOL", start_date=date(2017, 12, 3))
    whole, units = tree(circular)
    assert whole == (2, 1, 50)
    assert units == {"DISDIK": (0, 1, 1, 0, 0), "SATPOL": (0, 1, 1, 1, 1)}


def test_the_past_is_shown_as_it_was_known_by_then(city, circular):
    attendance_record(
        instrument_ref=circular.ref, held_date=HELD, present=listed(city.dodi), by=city.dewi, at=at("2017-12-07")
    )
    assert tree(circular, date(2017, 12, 3))[0] == (3, 0, 0)
    assert tree(circular, HELD)[0] == (3, 2, 66)


def test_the_counts_of_agencies_say_what_the_acknowledgements_say(city, circular):
    attendance_record(
        instrument_ref=circular.ref,
        held_date=HELD,
        present=listed(city.budi, city.citra, city.dodi),
        by=city.dewi,
        at=at("2017-12-05"),
    )
    offices = [Agency.objects.get(code=CITY), city.supervisor]
    shown = [(row.agency.code, row.opened, row.read, row.understood) for row in reached_by_agency(circular, offices)]
    assert shown == [(CITY, 3, 3, 1), ("BAWASLU-15.71", 0, 0, 0)]


def test_of_a_letter_to_the_whole_country_every_agency_is_shown(circular):
    """548 governments of provinces, regencies and cities, and the central agencies."""
    Agency.objects.bulk_create(Agency(code=f"INSTANSI-{n}", name="(contoh)", kind="CENTRAL") for n in range(640))
    bkn = grant(make_user("bkn"), Role.OVERSIGHT_ANALYST)
    file = InstrumentFile(circular, [Target(instrument=circular)], [])
    assert len(agencies_reached(bkn, file, on=HELD)) == 640 + Agency.objects.exclude(name="(contoh)").count()


@pytest.mark.parametrize("count", [1, 40])
def test_the_tree_asks_the_same_questions_for_one_person_and_for_forty(
    city, circular, count, django_assert_num_queries
):
    for number in range(1, count + 1):
        serving(f"1990030320150320{number:02d}", f"Pegawai {number} (contoh)", unit="SATPOL")
    with django_assert_num_queries(3):
        tree(circular)
    with django_assert_num_queries(5):
        waiting(circular)


def test_a_letter_that_ended_goes_on_telling_whom_it_reached_while_it_was_asked(city):
    """Years later others serve here: who came after the end owes nothing, and who left since did read it."""
    ended = issued(city, valid_until=date(2018, 6, 28))
    instrument_acknowledge(token=token(ended, city.budi), digits="011001", choices={1: 1}, at=at("2017-12-04", 8))
    PositionSpell.objects.filter(civil_servant=city.budi).update(until_date=date(2020, 1, 1))
    serving("199003032015032009", "Eka (contoh)", unit="SATPOL", since=date(2021, 3, 1))
    today = ended.told_on(date(2026, 12, 1))
    assert today == date(2018, 6, 27)
    assert tree(ended, today)[0] == (3, 1, 33)
    assert set(waiting(ended, today)) == {"Citra (contoh)", "Dodi (contoh)"}


def test_a_letter_tells_of_today_while_it_holds_and_of_the_day_on_which_it_was_withdrawn(city, circular):
    assert circular.told_on(HELD) == HELD
    gone = instrument_withdraw(instrument_ref=circular.ref, reason="Diganti.", by=city.dewi, at=at("2017-12-20"))
    assert gone.told_on(date(2026, 12, 1)) == date(2017, 12, 20)
    later = issued(city, valid_from=date(2018, 1, 1))
    assert later.told_on(HELD) == HELD, "it has not begun: those who would be asked are those of today"
