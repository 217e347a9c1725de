"""Finalising: number, date, code, PDF and lock, all or nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from netra.letters import operations
from netra.letters.kinds import LetterKind
from netra.letters.models import Letter, NumberRegister
from netra.letters.operations import LetterRefused, letter_draft, letter_finalise
from netra.letters.queries import pdf
from netra.letters.tests.builders import AGENCY, AT, dewi, last_event, make_agency, maria, step
from netra.letters.tests.pdf_text import says
from netra.trust.access import NotAllowed

pytestmark = pytest.mark.django_db


def it_numbers_dates_and_stores_the_letter():
    make_agency()
    by = dewi()
    draft = letter_draft(**step(by=by))
    letter = letter_finalise(letter_ref=draft.ref, by=by, at=AT)
    stored = Letter.objects.get(ref=draft.ref)
    assert stored.is_final
    assert stored.number == letter.number == "001/PGL-I/JAMBI-KOTA/VII/2026"
    assert (stored.sequence, stored.year, stored.letter_date) == (1, 2026, date(2026, 7, 14))
    assert stored.finalised_by == by.actor_ref
    printed = pdf(draft.ref)
    assert not says(printed, "KONSEP")
    assert says(printed, stored.number)
    assert says(printed, stored.verification_code)
    assert says(printed, "Jambi, 14 Juli 2026")


def it_dates_the_letter_by_the_day_in_indonesia():
    make_agency()
    by = dewi()
    draft = letter_draft(**step(by=by))
    letter = letter_finalise(letter_ref=draft.ref, by=by, at=datetime(2026, 12, 31, 17, 30, tzinfo=UTC))
    assert letter.letter_date == date(2027, 1, 1)
    assert letter.number == "001/PGL-I/JAMBI-KOTA/I/2027"


def it_records_number_and_hash():
    make_agency()
    by = dewi()
    draft = letter_draft(**step(by=by))
    letter = letter_finalise(letter_ref=draft.ref, by=by, at=AT)
    event = last_event()
    assert event.verb == "letters.letter_finalise"
    assert letter.number in event.payload
    assert letter.pdf_sha256 in event.payload


def it_refuses_a_second_time():
    make_agency()
    by = dewi()
    draft = letter_draft(**step(by=by))
    letter_finalise(letter_ref=draft.ref, by=by, at=AT)
    with pytest.raises(LetterRefused, match="sudah ditetapkan"):
        letter_finalise(letter_ref=draft.ref, by=by, at=AT)
    assert NumberRegister.objects.get().last_number == 1


def it_hides_from_another_province():
    make_agency()
    draft = letter_draft(**step(by=dewi()))
    with pytest.raises(NotAllowed):
        letter_finalise(letter_ref=draft.ref, by=maria(), at=AT)
    assert not NumberRegister.objects.exists()


def it_gives_the_number_back_when_the_store_cannot_be_written(tmp_path: Any, settings: Any):
    make_agency()
    by = dewi()
    draft = letter_draft(**step(by=by))
    (tmp_path / "documents").write_text("a file where the folder should be")
    data_dir, settings.DATA_DIR = settings.DATA_DIR, tmp_path
    with pytest.raises(NotADirectoryError):
        letter_finalise(letter_ref=draft.ref, by=by, at=AT)
    assert Letter.objects.get(ref=draft.ref).is_draft
    assert not NumberRegister.objects.exists()
    settings.DATA_DIR = data_dir
    assert letter_finalise(letter_ref=draft.ref, by=by, at=AT).sequence == 1


def it_runs_one_register_for_all_kinds_of_an_agency_and_year():
    make_agency()
    make_agency("MUARO-JAMBI", region_code="15.05")
    by = dewi()
    first = operations.letter_issue(**step(LetterKind.SUMMONS_1, by=by))
    second = operations.letter_issue(**step(LetterKind.DECISION_SEVERE, by=by))
    later = operations.letter_issue(**step(LetterKind.SUMMONS_1, by=by, at=datetime(2027, 1, 4, 3, 0, tzinfo=UTC)))
    assert (first.sequence, second.sequence, later.sequence) == (1, 2, 1)
    assert second.number == "002/KEP-HDB/JAMBI-KOTA/VII/2026"
    assert set(NumberRegister.objects.values_list("agency_code", "year", "last_number")) == {
        (AGENCY, 2026, 2),
        (AGENCY, 2027, 1),
    }
