"""A code at a roll call: everybody present scans it and answers by their own NIP, for three hours."""

from __future__ import annotations

import pytest

from netra.prevention.guessing import WrongLastDigits
from netra.prevention.models import Acknowledgement
from netra.prevention.operations import (
    InstrumentRefused,
    instrument_acknowledge,
    instrument_withdraw,
    roll_call_enter,
    roll_call_open,
)
from netra.prevention.operations.roll_call import WRONG_PER_HOUR
from netra.prevention.tests.builders import CITY, SUPERVISOR, City, at, issued
from netra.trust.access import NotAllowed
from netra.trust.errors import NotFound

pytestmark = pytest.mark.django_db
MONDAY = at("2017-12-04", 7)


@pytest.fixture
def city():
    return City()


@pytest.fixture
def circular(city):
    return issued(city)


def a_code(city, circular, **over):
    arguments = {"instrument_ref": circular.ref, "agency_code": CITY, "by": city.dewi, "at": MONDAY, **over}
    return roll_call_open(**arguments)[1]


def test_somebody_present_scans_and_acknowledges(city, circular):
    entered = roll_call_enter(a_code(city, circular), "198001012005011001", at=MONDAY)
    instrument_acknowledge(token=entered.token, digits=entered.digits, choices={1: 1}, at=MONDAY)
    row = Acknowledgement.objects.get(civil_servant=city.budi)
    assert (row.channel, row.understood_at, row.entered_by) == ("ROLL_CALL", MONDAY, "")


def test_the_code_ends_after_three_hours(city, circular):
    code = a_code(city, circular)
    with pytest.raises(NotFound):
        roll_call_enter(code, city.budi.nip, at=at("2017-12-04", 10))


@pytest.mark.parametrize("nip", ["198001012005011002", "abc", "", "19800101"])
def test_a_number_that_is_not_asked_opens_nothing(city, circular, nip):
    with pytest.raises(WrongLastDigits, match="tidak termasuk sasaran"):
        roll_call_enter(a_code(city, circular), nip, at=MONDAY)
    assert not Acknowledgement.objects.exists()


def test_numbers_are_not_tried_without_end(city, circular):
    code = a_code(city, circular)
    for _try in range(WRONG_PER_HOUR):
        with pytest.raises(WrongLastDigits, match="tidak termasuk"):
            roll_call_enter(code, "1", at=MONDAY)
    with pytest.raises(WrongLastDigits, match="Terlalu banyak percobaan"):
        roll_call_enter(code, city.budi.nip, at=MONDAY)


def test_a_code_is_for_the_people_of_its_agency(city, circular):
    with pytest.raises(NotAllowed):
        a_code(city, circular, agency_code=SUPERVISOR)
    with pytest.raises(NotFound):
        a_code(city, circular, agency_code="TAK-ADA")


def test_there_is_no_code_for_what_nobody_is_asked(city, circular):
    instrument_withdraw(instrument_ref=circular.ref, reason="Diganti.", by=city.dewi, at=MONDAY)
    with pytest.raises(InstrumentRefused, match="tidak diminta diakui"):
        a_code(city, circular)
