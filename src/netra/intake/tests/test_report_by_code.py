"""The code is the only way in, and nobody can try codes without end."""

from datetime import timedelta

import pytest

from netra.intake.access import report_of_code, reporter_of
from netra.intake.operations import draft_save
from netra.intake.queries import draft
from netra.intake.tests.builders import FRIDAY, OTHER_SECRET, SECRET, later, send
from netra.trust.codes import InvalidCode, new_code
from netra.trust.errors import NotFound
from netra.trust.models import CodeGuess
from netra.trust.senders import WRONG_CODES_PER_HOUR, TooManyWrongCodes, by_code

pytestmark = pytest.mark.django_db
SENDER = "198.51.100.7"


def look(code, *, sender=SENDER, at=FRIDAY):
    return by_code(code, report_of_code, sender=sender, at=at)


def test_the_code_finds_its_report_however_it_was_written_down():
    receipt = send()

    for written in (receipt.code, receipt.code.lower(), receipt.code.replace("-", " "), f"  {receipt.code}  "):
        assert look(written).ref == receipt.report_ref
    assert reporter_of(look(receipt.code)).actor_ref == f"reporter:{receipt.designation}"


def test_an_unknown_code_is_not_found():
    send()

    with pytest.raises(NotFound, match="Tidak ada laporan atau pertanyaan dengan kode itu"):
        look(new_code())


def test_a_slip_of_the_pen_is_named_as_such():
    code = send().code
    wrong = ("Z" if code[0] != "Z" else "Y") + code[1:]

    with pytest.raises(InvalidCode, match="keliru atau tertukar"):
        look(wrong)


def guess(times, **over):
    for _time in range(times):
        with pytest.raises(NotFound):
            look(new_code(), **over)


def test_after_many_wrong_codes_the_next_wrong_one_waits_until_the_hour_is_over():
    guess(WRONG_CODES_PER_HOUR)

    for wrong in (new_code(), "bukan kode"):
        with pytest.raises(TooManyWrongCodes, match=r"setelah pukul 10\.00"):
            look(wrong)
    guess(1, at=later(hours=1))


def test_a_right_code_opens_whatever_others_behind_the_same_address_tried():
    """The telephones of a carrier, or an office, may share one address."""
    receipt = send()
    guess(WRONG_CODES_PER_HOUR)

    assert look(receipt.code).ref == receipt.report_ref


def test_somebody_elses_guessing_does_not_lock_anyone_else_out():
    receipt = send()
    guess(WRONG_CODES_PER_HOUR)

    assert look(receipt.code, sender="203.0.113.9").ref == receipt.report_ref


def test_right_codes_are_not_counted():
    receipt = send()
    for _time in range(WRONG_CODES_PER_HOUR + 1):
        look(receipt.code)

    assert CodeGuess.objects.count() == 0


def test_the_sender_is_stored_under_another_hash_every_day_and_forgotten_after_a_day():
    guess(1)
    first = CodeGuess.objects.get()
    guess(1, at=FRIDAY + timedelta(days=1, hours=2))
    second = CodeGuess.objects.get()

    assert SENDER not in first.sender_hash
    assert first.sender_hash != second.sender_hash


def test_the_secret_of_the_form_is_no_code():
    send()

    with pytest.raises(InvalidCode):
        look(SECRET)


def test_a_code_and_an_unsent_draft_outlive_the_secret_of_the_sessions(settings):
    """A secret of the sessions that became known is renewed in a minute; no reporter is locked out by it."""
    receipt = send()
    draft_save(sender=SENDER, secret=OTHER_SECRET, answers={"what": "Belum selesai"}, at=FRIDAY)
    settings.SECRET_KEY = "a-renewed-secret-of-the-sessions-long-enough"

    assert look(receipt.code).ref == receipt.report_ref
    assert send() == receipt, "the same form sent again is no second report"
    found = draft(OTHER_SECRET)
    assert found is not None and found.answers == {"what": "Belum selesai"}
