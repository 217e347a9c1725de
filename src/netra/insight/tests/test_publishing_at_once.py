"""Several servers open the first page of a month at the same second, each with a connection of its own."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection

from netra.insight.models import Publication
from netra.insight.operations import publication_make
from netra.insight.publications import faults
from netra.insight.tests.builders import noon
from netra.trust import trail
from netra.trust.actors import SystemActor
from netra.trust.models import Event

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
SERVERS = 6


@pytest.fixture(autouse=True)
def _postgres() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL; two processes on SQLite are in tests/bad_input/test_two_servers.py")


def test_one_publication_is_made_and_all_read_it():
    together = Barrier(SERVERS)

    def open_the_page(month: date) -> str:
        together.wait(30)
        try:
            return publication_make(month=month, by=SystemActor("test"), at=noon(date(2024, 12, 1))).sha256
        finally:
            connection.close()

    months = [date(2024, 10, 31), date(2024, 11, 30)] * (SERVERS // 2)
    with ThreadPoolExecutor(SERVERS) as pool:
        read = list(pool.map(open_the_page, months))
    kept = dict(Publication.objects.values_list("month", "sha256"))
    assert read == [kept[month] for month in months]
    assert Event.objects.filter(verb="insight.publication_make").count() == Publication.objects.count() == 2
    assert list(faults()) == []
    assert trail.verify_database().ok
