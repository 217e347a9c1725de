"""Reading letters, and verifying them by their code."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from netra.letters.operations import letter_draft, letter_issue
from netra.letters.queries import letter, letters_of, pdf, verify
from netra.letters.render import verify_url
from netra.letters.tests.builders import CHAIN, dewi, make_agency, step
from netra.letters.tests.pdf_text import says
from netra.trust.codes import InvalidCode, new_code
from netra.trust.errors import NotFound
from netra.trust.evidence import EvidenceDamaged, vault
from netra.trust.models import StoredContent

pytestmark = pytest.mark.django_db


def it_lists_the_letters_of_a_chain_in_order():
    make_agency()
    by = dewi()
    first, second = letter_issue(**step(by=by)), letter_draft(**step(by=by))
    letter_draft(**step(by=by, chain="case:PKR-2026-0000000000"))
    assert [found.ref for found in letters_of(CHAIN)] == [first.ref, second.ref]
    assert letter(first.ref).label == "Surat Panggilan I"


def it_knows_no_letter_that_is_not_there():
    with pytest.raises(NotFound):
        letter("SRT-2026-0000000000")


def it_gives_back_the_stored_bytes_of_a_final_letter():
    make_agency()
    final = letter_issue(**step(by=dewi()))
    assert hashlib.sha256(pdf(final.ref)).hexdigest() == final.pdf_sha256


def it_says_when_the_stored_bytes_were_changed():
    make_agency()
    final = letter_issue(**step(by=dewi()))
    path = vault.path_of(StoredContent.objects.get(sha256=final.pdf_sha256))
    kept = path.read_bytes()
    path.write_bytes(kept[:-1] + bytes([kept[-1] ^ 1]))
    with pytest.raises(EvidenceDamaged):
        pdf(final.ref)


def it_shows_a_draft_as_it_stands_now():
    make_agency()
    assert says(pdf(letter_draft(**step(by=dewi())).ref), "KONSEP")


def it_verifies_a_code_without_naming_anyone():
    make_agency()
    final = letter_issue(**step(by=dewi()))
    verified = verify(final.verification_code.lower().replace("-", " "))
    assert verified.label == "Surat Panggilan I"
    assert verified.number == final.number
    assert verified.agency_name == "Badan Kepegawaian Kota Jambi (contoh)"
    assert verified.letter_date == date(2026, 7, 14)
    assert verified.sha256 == final.pdf_sha256
    assert verified.status_label == "Ditetapkan"
    assert "Budi" not in repr(verified)


def it_knows_no_code_that_was_not_given_out():
    with pytest.raises(NotFound, match="tidak berasal dari sini"):
        verify(new_code())


def it_tells_a_slip_of_the_pen_from_a_forgery():
    with pytest.raises(InvalidCode):
        verify("7K3Q")


def it_leads_to_the_page_of_its_code(settings: object):
    assert verify_url("7K3Q-X9AB-CDEF-GHJK-M") == "http://127.0.0.1:8000/verifikasi/7K3Q-X9AB-CDEF-GHJK-M"
