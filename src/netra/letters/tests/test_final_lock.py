"""The database itself keeps a final letter as it was."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from netra.letters.models import Letter
from netra.letters.operations import letter_draft, letter_issue
from netra.letters.tests.builders import AT, dewi, make_agency, step

pytestmark = pytest.mark.django_db

CHANGES: list[dict[str, Any]] = [
    {"data": {"isi": "lain"}},
    {"number": "999/X"},
    {"sequence": 7},
    {"letter_date": "2026-07-15"},
    {"pdf_sha256": "0" * 64},
    {"status": "DRAFT"},
    {"agency_name": "Instansi Lain"},
    {"chain": "case:lain"},
    {"finalised_by": "user:0"},
    # An erasure that would also rewrite what must stay.
    {"status": "ERASED", "data": None, "pdf_sha256": "", "erased_at": AT, "number": "999/X"},
    {"status": "ERASED", "data": None, "pdf_sha256": "", "erased_at": AT, "letter_date": "2026-07-15"},
    # Half an erasure.
    {"status": "ERASED"},
    {"status": "ERASED", "data": None, "erased_at": AT},
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: "+".join(change))
def it_refuses_every_change_of_a_final_letter(change: dict[str, Any]):
    make_agency()
    letter = letter_issue(**step(by=dewi()))
    before = Letter.objects.values().get(ref=letter.ref)
    with pytest.raises(IntegrityError), transaction.atomic():
        Letter.objects.filter(ref=letter.ref).update(**change)
    assert Letter.objects.values().get(ref=letter.ref) == before


def it_refuses_to_delete_a_final_letter():
    make_agency()
    letter = letter_issue(**step(by=dewi()))
    with pytest.raises(IntegrityError, match="tidak dapat diubah atau dihapus"), transaction.atomic():
        Letter.objects.filter(ref=letter.ref).delete()
    assert Letter.objects.filter(ref=letter.ref).exists()


@pytest.mark.parametrize("change", [{"number": "1/X"}, {"status": "FINAL"}, {"status": "KIRIM"}, {"data": None}])
def it_refuses_a_draft_that_is_half_final(change: dict[str, Any]):
    make_agency()
    letter = letter_draft(**step(by=dewi()))
    with pytest.raises(IntegrityError), transaction.atomic():
        Letter.objects.filter(ref=letter.ref).update(**change)


def it_gives_no_number_twice():
    make_agency()
    by = dewi()
    first = letter_issue(**step(by=by))
    copy = Letter.objects.get(ref=first.ref)
    copy.pk, copy.ref, copy.verification_code = None, "SRT-2026-0000000000", "lain"
    with pytest.raises(IntegrityError), transaction.atomic():
        copy.save(force_insert=True)
