"""Two telephones with the same link in the same moment, each with a connection of its own."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from netra.prevention.models import Acknowledgement, Tally
from netra.prevention.operations import instrument_acknowledge, instrument_open
from netra.prevention.tests.builders import City, at, issued, token
from netra.trust.models import Event
from netra.trust.trail import verify_database

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _postgres() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL")


@pytest.mark.parametrize("opened", [True, False])
def test_eight_wrong_answers_at_once_are_eight_tries_of_one_reader(opened):
    city = City()
    circular = issued(city)
    link: dict[str, Any] = {
        "token": token(circular, city.budi),
        "digits": city.budi.nip[-6:],
        "at": at("2017-12-04", 7),
    }
    if opened:
        instrument_open(**link)
    together = Barrier(8)

    def answer() -> bool:
        together.wait(30)
        try:
            return bool(instrument_acknowledge(**link, choices={1: 0}).mistakes)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as telephones:
        told = [each.result(60) for each in [telephones.submit(answer) for _telephone in range(8)]]
    assert told == [True] * 8
    assert Acknowledgement.objects.get().tries == 8
    assert Tally.objects.values_list("opened", "read", "understood").get() == (1, 1, 0)
    verbs = list(Event.objects.filter(actor_ref=f"link:{city.budi.ref}").values_list("verb", flat=True))
    assert sorted(verbs) == ["prevention.instrument_acknowledge"] * 8 + ["prevention.instrument_open"]
    assert verify_database().ok
