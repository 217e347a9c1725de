"""Where a letter is hardly read two weeks after it was issued, supervision looks."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from netra.prevention.operations import instrument_acknowledge, instrument_withdraw
from netra.prevention.queries import hardly_read
from netra.prevention.tests.builders import CITY, City, at, issued, token

pytestmark = pytest.mark.django_db


def told(city, user, on):
    return {code: (each.subject, each.percent) for code, each in hardly_read(user, [CITY], on=on).items()}


@pytest.fixture
def city():
    return City()


def test_one_of_three_read_it_in_two_weeks(city):
    circular = issued(city)
    person = city.budi
    moment = at("2017-12-05", 8)
    instrument_acknowledge(token=token(circular, person), digits=person.nip[-6:], choices={1: 1}, at=moment)
    early, late = date(2017, 12, 10), date(2018, 1, 10)
    assert told(city, city.wayan, early) == {}, "two weeks are given"
    assert told(city, city.wayan, late) == {CITY: (circular.subject, 33)}
    person = city.citra
    instrument_acknowledge(token=token(circular, person), digits=person.nip[-6:], choices={1: 1}, at=at("2018-01-11"))
    assert told(city, city.wayan, date(2018, 1, 12)) == {}, "two of three is not hardly"


def test_a_letter_that_is_withdrawn_is_no_reason(city):
    circular = issued(city)
    instrument_withdraw(instrument_ref=circular.ref, reason="Diganti.", by=city.dewi, at=at("2018-01-05"))
    assert told(city, city.wayan, date(2018, 1, 10)) == {}


def test_a_letter_older_than_a_year_is_no_reason_any_more(city):
    day = issued(city).letter_date
    assert day is not None
    assert CITY in told(city, city.wayan, day + timedelta(days=364))
    assert told(city, city.wayan, day + timedelta(days=365)) == {}
