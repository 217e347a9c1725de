"""Revising: drafts only."""

from __future__ import annotations

import pytest

from netra.letters.fields import DataRefused
from netra.letters.kinds import LetterKind
from netra.letters.operations import LetterRefused, letter_draft, letter_issue, letter_revise
from netra.letters.queries import pdf
from netra.letters.tests.builders import AT, data_of, dewi, make_agency, maria, step
from netra.letters.tests.examples import DATA
from netra.letters.tests.pdf_text import says
from netra.trust.access import NotAllowed
from netra.trust.errors import NotFound

pytestmark = pytest.mark.django_db
REVISED = DATA[LetterKind.SUMMONS_1] | {"hearing_place": "Ruang Sidang 2"}


def it_replaces_the_data_of_a_draft():
    make_agency()
    by = dewi()
    letter = letter_draft(**step(by=by))
    letter_revise(letter_ref=letter.ref, data=REVISED, by=by, at=AT)
    assert data_of(letter)["hearing_place"] == "Ruang Sidang 2"
    assert says(pdf(letter.ref), "Ruang Sidang 2")


def it_refuses_a_final_letter():
    make_agency()
    by = dewi()
    letter = letter_issue(**step(by=by))
    with pytest.raises(LetterRefused, match="sudah ditetapkan dengan Nomor 001/"):
        letter_revise(letter_ref=letter.ref, data=REVISED, by=by, at=AT)


def it_keeps_the_draft_when_the_new_data_are_incomplete():
    make_agency()
    by = dewi()
    letter = letter_draft(**step(by=by))
    with pytest.raises(DataRefused):
        letter_revise(letter_ref=letter.ref, data={}, by=by, at=AT)
    assert data_of(letter) == letter.data


def it_hides_from_another_province():
    make_agency()
    letter = letter_draft(**step(by=dewi()))
    with pytest.raises(NotAllowed):
        letter_revise(letter_ref=letter.ref, data=REVISED, by=maria(), at=AT)


def it_knows_no_letter_that_is_not_there():
    with pytest.raises(NotFound):
        letter_revise(letter_ref="SRT-2026-0000000000", data=REVISED, by=dewi(), at=AT)
