"""Drafting: complete data, no number, one event."""

from __future__ import annotations

import pytest

from netra.letters.fields import DataRefused
from netra.letters.kinds import LetterKind
from netra.letters.models import Letter, NumberRegister
from netra.letters.operations import letter_draft
from netra.letters.tests.builders import AGENCY, CHAIN, data_of, dewi, make_agency, make_user, maria, step
from netra.letters.tests.examples import DATA
from netra.trust import trail
from netra.trust.access import NotAllowed
from netra.trust.acts import Role
from netra.trust.errors import NotFound
from netra.trust.models import Event

pytestmark = pytest.mark.django_db


def it_stores_the_data_as_of_then():
    make_agency()
    letter = letter_draft(**step(by=dewi()))
    stored = Letter.objects.get(ref=letter.ref)
    assert stored.is_draft
    assert data_of(letter)["examinee"]["name"] == "Budi Santoso, S.E. (contoh)"
    assert data_of(letter)["hearing_date"] == "2026-07-20"
    assert (stored.number, stored.sequence, stored.letter_date) == ("", None, None)


def it_takes_no_number():
    make_agency()
    letter_draft(**step(by=dewi()))
    assert not NumberRegister.objects.exists()


def it_records_one_event_without_personal_data():
    make_agency()
    by = dewi()
    letter = letter_draft(**step(by=by))
    (event,) = Event.objects.filter(chain=CHAIN)
    assert (event.verb, event.actor_ref, event.subject) == (
        "letters.letter_draft",
        by.actor_ref,
        f"letter:{letter.ref}",
    )
    assert "Budi" not in event.payload


def it_refuses_incomplete_data_and_stores_nothing():
    make_agency()
    data = {key: value for key, value in DATA[LetterKind.SUMMONS_1].items() if key != "allegation"}
    with pytest.raises(DataRefused, match=r"\(allegation\)"):
        letter_draft(**step(by=dewi(), data=data))
    assert not Letter.objects.exists()


def it_hides_from_another_province():
    make_agency()
    with pytest.raises(NotAllowed):
        letter_draft(**step(by=maria()))
    assert not Letter.objects.exists()


def it_lets_a_supervisor_write_for_the_agency_of_the_region():
    make_agency("BAWASLU-JAMBI", region_code="15.71")
    wayan = make_user("wayan", Role.INTAKE_OFFICER, region_code="15.71")
    assert letter_draft(**step(LetterKind.REFERRAL, by=wayan, agency_code="BAWASLU-JAMBI")).is_draft


def it_lets_an_examiner_write_in_the_matter_of_the_assignment():
    make_agency()
    examiner = make_user("rina", Role.EXAMINER, subject_ref="PMR-2026-7K3QX9M2AB")
    assert letter_draft(**step(by=examiner)).is_draft
    with pytest.raises(NotAllowed):
        letter_draft(**step(by=examiner, subject_ref="PMR-2026-0000000000"))


def it_refuses_an_agency_that_is_not_registered():
    with pytest.raises(NotFound, match=AGENCY):
        letter_draft(**step(by=dewi()))


def it_refuses_a_kind_that_no_one_knows():
    make_agency()
    with pytest.raises(ValueError, match="SURAT_CINTA"):
        letter_draft(**step(by=dewi()) | {"kind": "SURAT_CINTA"})
    assert trail.history(CHAIN) == []
