"""Tests may write past the triggers of the house, and nobody may when they are done."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from netra.trust import trail
from netra.trust.models import Event, RoleGrant
from netra.trust.tests.builders import hasan, write
from netra.trust.tests.locks import missing, unlocked

pytestmark = pytest.mark.django_db


def _said_otherwise() -> int:
    return Event.objects.update(citation="Pasal 1")


def _given_to_another_office() -> int:
    return RoleGrant.objects.update(agency_code="JAMBI-KOTA")


def _taken_away() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM trust_rolegrant")


def _put_in_its_place() -> None:
    """As SQLite alone lets a row be put over another; PostgreSQL refuses the second row of a number by itself."""
    with connection.cursor() as cursor:
        way = "INSERT OR REPLACE" if connection.vendor == "sqlite" else "INSERT"
        cursor.execute(f"{way} INTO trust_event SELECT * FROM trust_event")  # noqa: S608 -- one of two words


@pytest.fixture(autouse=True)
def kept() -> None:
    write("house")
    hasan()


@pytest.mark.parametrize("change", [_said_otherwise, _given_to_another_office, _taken_away])
def test_what_was_let_through_meanwhile_is_refused_before_and_after(change) -> None:
    for _twice in range(2):
        _is_refused(change)
        with unlocked(), transaction.atomic():
            change()
            transaction.set_rollback(True)
        _is_refused(change)


def test_a_row_is_put_over_another_only_meanwhile() -> None:
    _is_refused(_put_in_its_place)
    if connection.vendor == "sqlite":
        with unlocked():
            _put_in_its_place()
    _is_refused(_put_in_its_place)


def test_every_trigger_stands_afterwards_also_where_the_test_failed() -> None:
    with pytest.raises(ZeroDivisionError), unlocked():
        _said_otherwise()
        raise ZeroDivisionError
    assert missing() == []
    _is_refused(_given_to_another_office)


def test_what_was_changed_meanwhile_is_found() -> None:
    with unlocked():
        _said_otherwise()
    assert not trail.verify_database().ok


def _is_refused(change) -> None:
    said = r"tidak dapat diubah|hanya dapat ditambah|duplicate key"
    with pytest.raises(DatabaseError, match=said), transaction.atomic():
        change()
