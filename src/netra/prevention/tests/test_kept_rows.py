"""Somebody with the database in hand makes a letter say something else, or a reader of who never read."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction

from netra.prevention.models import Acknowledgement, Instrument, Question, Target
from netra.prevention.operations import (
    attendance_record,
    instrument_acknowledge,
    instrument_draft,
    instrument_open,
    instrument_withdraw,
)
from netra.prevention.tests.builders import DAY, City, an_entry, at, issued, listed, token

pytestmark = pytest.mark.django_db
MONDAY = at("2017-12-04", 7)


@pytest.fixture
def city():
    return City()


@pytest.fixture
def circular(city):
    """Budi read it, Citra opened it, Dodi stood at the roll call."""
    instrument = issued(city)
    instrument_acknowledge(token=token(instrument, city.budi), digits="011001", choices={1: 0}, at=MONDAY)
    instrument_open(token=token(instrument, city.citra), digits="012003", at=MONDAY)
    attendance_record(
        instrument_ref=instrument.ref, held_date=MONDAY.date(), present=listed(city.dodi), by=city.dewi, at=MONDAY
    )
    return instrument


def run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def refused(statement: str) -> None:
    with pytest.raises(IntegrityError, match="tidak dapat diubah atau dihapus"), transaction.atomic():
        run(statement)


@pytest.mark.usefixtures("circular")
@pytest.mark.parametrize(
    "change",
    [
        "subject = 'Lain'",
        "points = '[]'",
        "legal_basis = '[]'",
        "number = '1'",
        "letter_date = '2017-01-01'",
        "letter_ref = ''",
        "issuer = 'Lain'",
        "valid_until = '2018-01-01'",
        "asked = 0",
        "agency_code = 'LAIN'",
        "state = 'DRAFT'",
    ],
)
def test_what_was_issued_cannot_be_made_another_letter(change):
    refused(f"UPDATE prevention_instrument SET {change}")  # noqa: S608 -- told above


@pytest.mark.usefixtures("circular")
@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM prevention_instrument",
        "DELETE FROM prevention_target",
        "UPDATE prevention_target SET employment = 'PPPK'",
        "UPDATE prevention_target SET issued = false",
        "DELETE FROM prevention_question",
        'UPDATE prevention_question SET "right" = 2',
        "UPDATE prevention_question SET text = 'Lain?'",
    ],
)
def test_whom_it_is_for_and_what_it_asks_stay(statement):
    refused(statement)


def test_a_draft_is_free(city):
    instrument_draft(entry=an_entry(), by=city.dewi, at=MONDAY)
    run("UPDATE prevention_question SET text = 'Lain?'")
    Question.objects.all().delete()
    Target.objects.all().delete()
    Instrument.objects.all().delete()


def test_a_withdrawal_is_not_taken_back_nor_explained_anew(city, circular):
    instrument_withdraw(instrument_ref=circular.ref, reason="Diganti.", by=city.dewi, at=at("2018-01-05"))
    refused("UPDATE prevention_instrument SET state = 'ISSUED'")
    refused("UPDATE prevention_instrument SET withdrawn_date = '2017-12-01'")
    refused("UPDATE prevention_instrument SET withdrawn_reason = 'Lain'")


@pytest.mark.parametrize(
    "change",
    [
        "read_at = NULL, read_date = NULL",
        "read_date = '2017-12-01'",
        "first_choices = '{\"1\": 1}'",
        "tries = 0",
        "channel = 'LIST', entered_by = 'user:1'",
        "unit_code = 'SATPOL'",
        "opened_at = NULL",
    ],
)
def test_what_budi_said_stays(city, circular, change):
    refused(f"UPDATE prevention_acknowledgement SET {change} WHERE civil_servant_id = {city.budi.pk}")  # noqa: S608


def test_who_entered_a_list_stays(city, circular):
    refused(f"UPDATE prevention_acknowledgement SET entered_by = 'user:99' WHERE civil_servant_id = {city.dodi.pk}")  # noqa: S608
    refused("DELETE FROM prevention_acknowledgement")


def test_what_is_still_to_come_may_come(city, circular):
    """Budi understands in the end, Citra stands at a roll call, Dodi answers by himself."""
    later = at("2017-12-05", 7)
    instrument_acknowledge(token=token(circular, city.budi), digits="011001", choices={1: 1}, at=later)
    attendance_record(
        instrument_ref=circular.ref, held_date=later.date(), present=listed(city.citra), by=city.dewi, at=later
    )
    instrument_acknowledge(token=token(circular, city.dodi), digits=city.dodi.nip[-6:], choices={1: 0}, at=later)
    rows = Acknowledgement.objects.order_by("civil_servant__name")
    assert [(row.channel, row.first_choices, row.tries, bool(row.understood_at)) for row in rows] == [
        ("LINK", {"1": 0}, 2, True),
        ("LIST", {}, 0, False),
        ("LIST", {"1": 0}, 1, False),
    ]
    assert rows[2].read_date == MONDAY.date() > DAY
