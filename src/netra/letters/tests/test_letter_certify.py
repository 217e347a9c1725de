"""Certified copies: of final letters only, by who handles them, and kept in the trail."""

from __future__ import annotations

import pytest

from netra.letters.fields import DataRefused
from netra.letters.operations import LetterRefused, letter_certify, letter_draft, letter_issue
from netra.letters.tests.builders import AT, dewi, make_agency, maria, step
from netra.letters.tests.pdf_text import says
from netra.trust.access import NotAllowed
from netra.trust.errors import NotFound
from netra.trust.models import Event

pytestmark = pytest.mark.django_db
HENDRA = {"name": "Hendra Gunawan (contoh)", "position": "Kepala Bagian Hukum"}


def it_copies_a_final_letter_under_its_own_number():
    make_agency()
    by = dewi()
    final = letter_issue(**step(by=by))
    printed = letter_certify(letter_ref=final.ref, certified_by=HENDRA, by=by, at=AT)
    for words in ("SALINAN", final.number, final.verification_code):
        assert says(printed, words), words
    assert list(Event.objects.order_by("pk").values_list("verb", flat=True))[-1] == "letters.letter_certify"


def it_copies_no_draft():
    make_agency()
    by = dewi()
    draft = letter_draft(**step(by=by))
    with pytest.raises(LetterRefused, match="sudah ditetapkan"):
        letter_certify(letter_ref=draft.ref, certified_by=HENDRA, by=by, at=AT)


def it_asks_who_certifies_and_records_nothing_without():
    make_agency()
    by = dewi()
    final = letter_issue(**step(by=by))
    with pytest.raises(DataRefused):
        letter_certify(letter_ref=final.ref, certified_by={"nip": "198001012005011001"}, by=by, at=AT)
    assert not Event.objects.filter(verb="letters.letter_certify").exists()


def it_is_not_for_another_province():
    make_agency()
    final = letter_issue(**step(by=dewi()))
    with pytest.raises(NotAllowed):
        letter_certify(letter_ref=final.ref, certified_by=HENDRA, by=maria(), at=AT)


def it_knows_no_letter_that_is_not_there():
    with pytest.raises(NotFound):
        letter_certify(letter_ref="SRT-2026-0000000000", certified_by=HENDRA, by=dewi(), at=AT)
