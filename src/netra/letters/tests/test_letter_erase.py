"""Erasing: the content goes, the number stays, nothing comes back."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from netra.letters.models import Letter
from netra.letters.operations import LetterRefused, letter_draft, letter_erase, letter_issue
from netra.letters.queries import pdf, verify
from netra.letters.states import LetterStatus
from netra.letters.tests.builders import AT, dewi, last_event, make_agency, step
from netra.trust import evidence
from netra.trust.errors import NotFound

pytestmark = pytest.mark.django_db


def it_destroys_data_and_pdf_and_keeps_number_and_dates():
    make_agency()
    by = dewi()
    letter = letter_issue(**step(by=by))
    letter_erase(letter_ref=letter.ref, by=by, at=AT)
    erased = Letter.objects.get(ref=letter.ref)
    assert erased.status == LetterStatus.ERASED
    assert (erased.data, erased.pdf_sha256) == (None, "")
    assert (erased.number, erased.sequence, erased.letter_date) == (letter.number, 1, letter.letter_date)
    with pytest.raises(NotFound):
        evidence.get_document(letter.pdf_sha256)
    with pytest.raises(NotFound, match="sudah dimusnahkan sesuai jadwal retensi"):
        pdf(letter.ref)


def it_is_still_known_to_have_been_genuine():
    make_agency()
    by = dewi()
    letter = letter_issue(**step(by=by))
    letter_erase(letter_ref=letter.ref, by=by, at=AT)
    verified = verify(letter.verification_code)
    assert (verified.number, verified.sha256) == (letter.number, "")
    assert verified.status_label == "Isi dimusnahkan sesuai jadwal retensi"


def it_leaves_the_hash_in_the_trail():
    make_agency()
    by = dewi()
    letter = letter_issue(**step(by=by))
    letter_erase(letter_ref=letter.ref, by=by, at=AT)
    event = last_event()
    assert event.verb == "letters.letter_erase"
    assert letter.pdf_sha256 in event.payload


def it_removes_a_draft_altogether():
    make_agency()
    by = dewi()
    letter = letter_draft(**step(by=by))
    letter_erase(letter_ref=letter.ref, by=by, at=AT)
    assert not Letter.objects.exists()


def it_refuses_a_second_time():
    make_agency()
    by = dewi()
    letter = letter_issue(**step(by=by))
    letter_erase(letter_ref=letter.ref, by=by, at=AT)
    with pytest.raises(LetterRefused, match="sudah dimusnahkan"):
        letter_erase(letter_ref=letter.ref, by=by, at=AT)


def it_never_comes_back():
    make_agency()
    by = dewi()
    letter = letter_issue(**step(by=by))
    letter_erase(letter_ref=letter.ref, by=by, at=AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        Letter.objects.filter(ref=letter.ref).update(status="FINAL", data={}, pdf_sha256="x", erased_at=None)
