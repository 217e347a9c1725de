"""Somebody who holds a link that is not theirs tries numbers from many machines in the same moment."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from netra.prevention.guessing import WRONG_PER_HOUR, WrongLastDigits
from netra.prevention.models import WrongDigits
from netra.prevention.operations import (
    instrument_acknowledge,
    instrument_open,
    outreach_attend,
    outreach_code_open,
    pact_code_open,
    pact_enter,
    roll_call_enter,
    roll_call_open,
)
from netra.prevention.operations.roll_call import WRONG_PER_HOUR as WRONG_OF_A_HALL
from netra.prevention.tests.builders import CITY, City, at, issued, token
from netra.prevention.tests.outreach_builders import THAT_DAY, outreach
from netra.prevention.tests.pact_builders import OPENED_AT, opened

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
MORNING = at("2017-12-04", 7)
MACHINES = 12


@pytest.fixture(autouse=True)
def _postgres() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL")


def tried_at_once(attempt: Callable[[str], object], numbers: list[str]) -> list[str]:
    """What each machine is told that sends one of these numbers, all in the same moment."""
    together = Barrier(len(numbers))

    def told(number: str) -> str:
        together.wait(30)
        try:
            attempt(number)
        except WrongLastDigits as refused:
            return "too many" if "Terlalu banyak" in str(refused) else "wrong"
        finally:
            connection.close()
        return "in"

    with ThreadPoolExecutor(len(numbers)) as machines:
        return sorted(each.result(60) for each in [machines.submit(told, number) for number in numbers])


@pytest.mark.parametrize("read_before", [True, False])
def test_of_twelve_wrong_digits_at_once_five_are_judged_and_seven_learn_nothing(read_before):
    city = City()
    letter = issued(city)
    link = token(letter, city.budi)
    if read_before:
        instrument_open(token=link, digits=city.budi.nip[-6:], at=MORNING)

    def attempt(digits: str) -> object:
        return instrument_acknowledge(token=link, digits=digits, choices={1: 1}, at=MORNING)

    told = tried_at_once(attempt, [f"9990{number:02}" for number in range(MACHINES)])
    assert told == ["too many"] * (MACHINES - WRONG_PER_HOUR) + ["wrong"] * WRONG_PER_HOUR
    assert WrongDigits.objects.get().wrong == WRONG_PER_HOUR
    with pytest.raises(WrongLastDigits, match="Terlalu banyak"):
        attempt(city.budi.nip[-6:])


def test_the_owner_who_taps_twelve_times_is_let_in_twelve_times():
    city = City()
    link = token(issued(city), city.budi)

    def attempt(digits: str) -> object:
        return instrument_open(token=link, digits=digits, at=MORNING)

    assert tried_at_once(attempt, [city.budi.nip[-6:]] * MACHINES) == ["in"] * MACHINES


def roll_call(city: City) -> Callable[[str], object]:
    code = roll_call_open(instrument_ref=issued(city).ref, agency_code=CITY, by=city.dewi, at=MORNING)[1]
    return lambda nip: roll_call_enter(code, nip, at=MORNING)


def ceremony(city: City) -> Callable[[str], object]:
    code = pact_code_open(pact_ref=opened(city).ref, by=city.dewi, at=OPENED_AT)[1]
    return lambda nip: pact_enter(secret=code, nip=nip, at=OPENED_AT)


def door(city: City) -> Callable[[str], object]:
    code = outreach_code_open(outreach_ref=outreach(city).ref, by=city.dewi, at=THAT_DAY)[1]
    return lambda nip: outreach_attend(secret=code, nip=nip, at=THAT_DAY)


@pytest.mark.parametrize("shown", [roll_call, ceremony, door])
def test_a_code_of_a_hall_judges_no_more_numbers_than_its_limit(shown):
    attempt = shown(City())
    for _number in range(WRONG_OF_A_HALL - 2):
        with pytest.raises(WrongLastDigits):
            attempt("1")
    told = tried_at_once(attempt, [f"2{number:02}" for number in range(MACHINES)])
    assert told == ["too many"] * (MACHINES - 2) + ["wrong"] * 2
