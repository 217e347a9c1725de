"""Somebody who owns the database takes the locks away, rewrites, and puts them back: the check of the trail tells."""

from __future__ import annotations

import pytest
from django.db import connection

from netra.prevention.models import Acknowledgement
from netra.prevention.operations import (
    attendance_record,
    instrument_acknowledge,
    instrument_draft,
    instrument_open,
    instrument_revise,
    instrument_withdraw,
)
from netra.prevention.tests.builders import City, an_entry, at, issued, listed, serving, token
from netra.registry.tests.builders import make_position
from netra.trust import trail
from netra.trust.tests.locks import unlocked

pytestmark = pytest.mark.django_db
MONDAY, TUESDAY = at("2017-12-04", 7), at("2017-12-05", 7)


@pytest.fixture
def city():
    return City()


@pytest.fixture(autouse=True)
def circular(city):
    """Budi understood at the second try, Citra opened it, Dodi and Eka stood at a roll call entered a day later."""
    instrument = issued(city)
    eka = serving("199003032015032009", "Eka (contoh)", unit="SATPOL")
    for choice in (0, 1):
        instrument_acknowledge(token=token(instrument, city.budi), digits="011001", choices={1: choice}, at=MONDAY)
    instrument_open(token=token(instrument, city.citra), digits="012003", at=MONDAY)
    for moment in (TUESDAY, at("2017-12-06", 7)):
        attendance_record(
            instrument_ref=instrument.ref,
            held_date=MONDAY.date(),
            present=listed(city.dodi, eka),
            by=city.dewi,
            at=moment,
            proof=b"\x89PNG\r\n\x1a\n foto (contoh)",
            proof_name="apel.png",
        )
    return instrument


def found_after(*statements: str) -> list[str]:
    """What the check says once the locks stand again."""
    with unlocked(), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
    problems = trail.verify_database().problems
    assert {problem.code for problem in problems} <= {"OTHERWISE"}
    return [problem.message for problem in problems]


def test_nothing_differs_where_nobody_rewrote_anything(city, circular):
    """Also where a draft was changed, a letter withdrawn, and somebody moved between opening and the roll call."""
    draft = instrument_draft(entry=an_entry(), by=city.dewi, at=MONDAY)
    instrument_revise(instrument_ref=draft.ref, entry=an_entry(kind="APPEAL"), by=city.dewi, at=MONDAY)
    make_position(city.citra, unit_code="SATPOL", start_date=TUESDAY.date())
    attendance_record(
        instrument_ref=circular.ref, held_date=TUESDAY.date(), present=listed(city.citra), by=city.dewi, at=TUESDAY
    )
    instrument_acknowledge(token=token(circular, city.dodi), digits=city.dodi.nip[-6:], choices={1: 1}, at=TUESDAY)
    instrument_withdraw(instrument_ref=circular.ref, reason="Diganti.", by=city.dewi, at=at("2018-01-05"))
    assert Acknowledgement.objects.get(civil_servant=city.citra).unit_code == "DISDIK"
    check = trail.verify_database()
    assert check.ok, check.problems
    assert check.compared >= 9


# Each statement alone, and what it is found out by.
REWRITTEN = [
    ("UPDATE prevention_instrument SET points = '[\"Lain\"]'", "sidik isi, sasaran, dan soal menurut jejak"),
    ("UPDATE prevention_instrument SET subject = 'Lain'", "sidik isi, sasaran, dan soal menurut jejak"),
    ("UPDATE prevention_target SET employment = 'PPPK'", "sidik isi, sasaran, dan soal menurut jejak"),
    ('UPDATE prevention_question SET "right" = 0', "sidik isi, sasaran, dan soal menurut jejak"),
    ("UPDATE prevention_instrument SET number = '1'", "nomor menurut jejak"),
    ("UPDATE prevention_instrument SET kind = 'APPEAL'", "jenis menurut jejak «Surat edaran»"),
    (
        "UPDATE prevention_instrument SET state = 'WITHDRAWN', withdrawn_date = '2018-01-01', withdrawn_reason = 'x'",
        "keadaan menurut jejak «Berlaku», di basis data «Dicabut»",
    ),
    (
        "UPDATE prevention_acknowledgement SET understood_at = NULL WHERE channel = 'LINK' AND tries > 0",
        "memahami menurut jejak «ya», di basis data «tidak»",
    ),
    (
        "UPDATE prevention_acknowledgement SET tries = 1, read_at = opened_at, read_date = '2017-12-04' "
        "WHERE channel = 'LINK' AND tries = 0",
        "sudah mengaku membaca menurut jejak «tidak», di basis data «ya»",
    ),
    ("DELETE FROM prevention_acknowledgement WHERE channel = 'LINK' AND tries = 0", "di basis data tidak ada lagi"),
    ("UPDATE prevention_acknowledgement SET read_date = '2017-12-01' WHERE channel = 'LIST'", "hari apel menurut"),
    ("UPDATE prevention_acknowledgement SET proof_ref = '' WHERE channel = 'LIST'", "foto menurut jejak"),
    ("UPDATE prevention_tally SET understood = 40", "pada hitungan «1 / 1 / 40»"),
    ("DELETE FROM prevention_tally", "pada hitungan «0 / 0 / 0»"),
]


@pytest.mark.parametrize(("statement", "says"), REWRITTEN)
def test_what_was_rewritten_is_told_in_words(statement, says):
    assert any(says in message for message in found_after(statement))


def test_a_name_taken_from_a_list_is_missed(city):
    told = found_after(f"DELETE FROM prevention_acknowledgement WHERE civil_servant_id = {city.dodi.pk}")  # noqa: S608
    assert any(message.startswith("daftar hadir") and "tidak ada lagi" in message for message in told)


def test_a_name_put_on_a_list_is_noticed(city, circular):
    fajar = serving("197002021995031004", "Fajar (contoh)", unit="SATPOL")
    row = Acknowledgement.objects.get(civil_servant=city.dodi)
    row.pk, row.civil_servant = None, fajar
    with unlocked():
        row.save(force_insert=True)
    told = [problem.message for problem in trail.verify_database().problems]
    assert any(each.startswith("daftar hadir") and "tidak ada peristiwa yang membuatnya" in each for each in told)


def test_a_reading_put_in_by_hand_is_noticed(city):
    row = Acknowledgement.objects.get(civil_servant=city.citra)
    row.pk, row.civil_servant = None, serving("197002021995031004", "Fajar (contoh)", unit="SATPOL")
    with unlocked():
        row.save(force_insert=True)
    told = [problem.message for problem in trail.verify_database().problems]
    assert any(each.startswith("pengakuan") and "tidak ada peristiwa yang membuatnya" in each for each in told)
