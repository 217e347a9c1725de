"""Issuing: draft and final in one transaction; the register has no gap, whoever writes at the same time."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime

import pytest
from django.db import connection, transaction

from netra.letters.fields import DataRefused
from netra.letters.kinds import LetterKind
from netra.letters.models import Letter, NumberRegister
from netra.letters.operations import letter_issue
from netra.letters.queries import letters_of, pdf
from netra.letters.tests.builders import CHAIN, dewi, make_agency, maria, step
from netra.letters.tests.examples import DATA
from netra.letters.tests.pdf_text import says
from netra.trust.access import NotAllowed
from netra.trust.models import Event, User


class _SomethingElseFails(Exception):
    """What goes wrong after the letter, in the act that needed it."""


@pytest.mark.django_db
@pytest.mark.parametrize("kind", list(LetterKind))
def it_issues_every_kind(kind: LetterKind):
    make_agency()
    letter = letter_issue(**step(kind, by=dewi()))
    assert letter.is_final
    assert says(pdf(letter.ref), letter.number)
    assert [event.verb for event in Event.objects.filter(chain=CHAIN)] == ["letters.letter_finalise"]


@pytest.mark.django_db
def it_refuses_incomplete_data_and_takes_no_number():
    make_agency()
    data = {key: value for key, value in DATA[LetterKind.SUMMONS_1].items() if key != "signer"}
    with pytest.raises(DataRefused, match=r"Penanda tangan” \(signer\)"):
        letter_issue(**step(by=dewi(), data=data))
    assert not NumberRegister.objects.exists()


@pytest.mark.django_db
def it_hides_from_another_province():
    make_agency()
    with pytest.raises(NotAllowed):
        letter_issue(**step(by=maria()))
    assert not Letter.objects.exists()


@pytest.mark.django_db
def it_gives_the_number_back_when_the_act_around_it_fails():
    make_agency()
    by = dewi()
    letter_issue(**step(by=by))
    with pytest.raises(_SomethingElseFails), transaction.atomic():
        assert letter_issue(**step(by=by)).sequence == 2
        raise _SomethingElseFails
    assert letter_issue(**step(by=by)).sequence == 2
    assert [letter.sequence for letter in letters_of(CHAIN)] == [1, 2]


@pytest.mark.postgres
def it_leaves_no_gap_when_many_write_at_once_and_some_fail(transactional_db: None):
    make_agency()
    by = dewi()
    start = threading.Barrier(8)
    unexpected: list[Exception] = []

    def write(worker: int) -> None:
        start.wait()
        for count in range(6):
            try:
                _issue_or_fail(by.pk, worker, fails=(worker + count) % 3 == 0)
            except Exception as error:  # noqa: BLE001 -- a thread's error must reach the test
                unexpected.append(error)
        connection.close()

    threads = [threading.Thread(target=write, args=(worker,)) for worker in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert unexpected == []
    written = list(Letter.objects.order_by("sequence").values_list("sequence", flat=True))
    assert written == list(range(1, 33))
    assert NumberRegister.objects.get().last_number == 32


def _issue_or_fail(user_pk: int, worker: int, *, fails: bool) -> None:
    by = User.objects.get(pk=user_pk)
    chain = f"case:PKR-2026-000000000{worker}"
    if not fails:
        letter_issue(**step(by=by, chain=chain))
        return
    try:
        with transaction.atomic():
            letter_issue(**step(by=by, chain=chain))
            raise _SomethingElseFails
    except _SomethingElseFails:
        return


@pytest.mark.django_db
def it_bears_the_day_of_the_act_where_it_was_written_down_later():
    """Decided on 30 December, typed on 6 January: paper and register are of the old year, the row tells both days."""
    make_agency()
    typed = datetime(2025, 1, 6, 3, tzinfo=UTC)
    letter = letter_issue(**step(LetterKind.DECISION_LIGHT, by=dewi(), at=typed), dated=date(2024, 12, 30))
    assert (letter.letter_date, letter.year, letter.finalised_at) == (date(2024, 12, 30), 2024, typed)
    assert letter.number.endswith("/2024")
    assert says(pdf(letter.ref), "30 Desember 2024")
    assert not says(pdf(letter.ref), "6 Januari 2025")
