"""Two writers at the same second, each with a connection of its own."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Event as Signal
from typing import Any

import pytest
from django.db import connection, transaction

from netra.trust import evidence, trail
from netra.trust.models import Event, EvidenceItem, StoredContent
from netra.trust.tests.builders import MORNING, SYSTEM, TODAY, later, write

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
CHAIN = "case:PKR-2026-AAAA"


@pytest.fixture(autouse=True)
def _postgres() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL")


def _in_own_connection(act: Callable[[], Any]) -> Any:
    try:
        return act()
    finally:
        connection.close()


def _at_once(acts: list[Callable[[], Any]]) -> list[Any]:
    with ThreadPoolExecutor(len(acts)) as pool:
        return [done.result(timeout=60) for done in [pool.submit(_in_own_connection, act) for act in acts]]


def it_never_forks_a_chain_that_many_write_to():
    _at_once([lambda: [write(CHAIN) for _ in range(25)]] * 8)
    assert list(Event.objects.filter(chain=CHAIN).order_by("seq").values_list("seq", flat=True)) == list(range(1, 201))
    assert trail.verify_database().ok


def it_starts_a_new_chain_once_when_many_start_it():
    for number in range(10):
        chain = f"report:LAP-{number}"
        _at_once([partial(write, chain)] * 6)
    check = trail.verify_database()
    assert (check.ok, check.events, check.chains) == (True, 60, 10)


def it_does_not_make_writers_of_different_chains_wait():
    """One writer keeps its chain claimed; another writes elsewhere and is done before the first lets go."""
    write(CHAIN)
    write("case:PKR-2026-BBBB")
    claimed, release = Signal(), Signal()

    def hold() -> None:
        with transaction.atomic():
            write(CHAIN)
            claimed.set()
            assert release.wait(30)

    def elsewhere() -> None:
        assert claimed.wait(30)
        for chain in ("case:PKR-2026-BBBB", "case:PKR-2026-CCCC", "house"):
            write(chain)
        release.set()

    _at_once([hold, elsewhere])
    assert trail.verify_database().ok


def it_makes_a_writer_of_the_same_chain_wait_and_follow():
    claimed, started = Signal(), Signal()

    def first() -> None:
        with transaction.atomic():
            write(CHAIN)
            claimed.set()
            assert started.wait(30)

    def second() -> list[Event]:
        assert claimed.wait(30)
        started.set()
        return write(CHAIN)

    _first, followed = _at_once([first, second])
    assert [event.seq for event in followed] == [2]
    assert trail.verify_chain(CHAIN).ok


def it_leaves_no_hole_when_a_writer_fails_half_way():
    def fail() -> None:
        with transaction.atomic():
            write(CHAIN)
            transaction.set_rollback(True)

    _at_once([fail, lambda: write(CHAIN)] * 4)
    check = trail.verify_database()
    assert (check.ok, check.events) == (True, 4)


def it_closes_the_day_while_others_write():
    write(CHAIN)
    _at_once(
        [lambda: [write(CHAIN) for _ in range(40)], lambda: trail.close_day(TODAY, later(hours=1))]
        + [partial(write, f"report:LAP-{number}", 20) for number in range(3)]
    )
    assert trail.verify_database().ok
    assert trail.verify_export(trail.export_lines()).ok


def it_takes_one_root_when_many_come_first_on_a_new_day():
    write(CHAIN)
    roots = _at_once([partial(trail.close_past_days, later(days=1))] * 8)
    assert len([root for root in roots if root is not None]) == 1
    assert trail.verify_database().ok


def _receive(content: bytes, chain: str) -> EvidenceItem:
    return evidence.receive(content=content, original_name="foto.jpg", by=SYSTEM, at=MORNING, chain=chain)


def _open(item: EvidenceItem) -> bytes:
    return evidence.open_original(item.ref, by=SYSTEM, at=MORNING, chain=item.chain)


def _destroy(item: EvidenceItem) -> EvidenceItem:
    return evidence.destroy(item.ref, by=SYSTEM, at=MORNING, chain=item.chain, reason="RETENTION")


class WhenTheSameFileComesFromMany:
    def it_is_stored_once_and_opens_for_all(self):
        items = _at_once([partial(_receive, b"the same photo", f"report:LAP-{number}") for number in range(8)])
        assert StoredContent.objects.count() == 1
        assert [_open(item) for item in items] == [b"the same photo"] * 8

    def it_survives_one_being_destroyed_while_another_arrives(self):
        for number in range(10):
            content = b"photo %d" % number
            old = _receive(content, f"report:LAP-{number}-A")
            _gone, new = _at_once([partial(_destroy, old), partial(_receive, content, f"report:LAP-{number}-B")])
            assert _open(new) == content
