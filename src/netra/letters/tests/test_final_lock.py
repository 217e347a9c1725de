"""The database itself keeps a final letter as it was."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

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
    {"letterhead": None},
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


def it_writes_no_number_twice_whatever_its_place_in_the_register():
    make_agency()
    copy = Letter.objects.get(ref=letter_issue(**step(by=dewi())).ref)
    copy.pk, copy.ref, copy.verification_code, copy.sequence = None, "SRT-2026-0000000000", "lain", 2
    with pytest.raises(IntegrityError), transaction.atomic():
        copy.save(force_insert=True)
    # A year later, or by another agency, it is another number.
    copy.year = 2027
    copy.save(force_insert=True)


@pytest.mark.skipif("connection.vendor != 'sqlite'")
@pytest.mark.parametrize(
    "place",
    [("id",), ("ref",), ("agency_code", "year", "sequence"), ("agency_code", "year", "number"), ("verification_code",)],
    ids="+".join,
)
def it_lets_no_row_be_put_in_the_place_of_a_final_letter(place: tuple[str, ...]):
    """SQLite removes what stands in the way of INSERT OR REPLACE without asking the lock against deleting."""
    make_agency()
    final = letter_issue(**step(by=dewi()))
    before = Letter.objects.values().get(ref=final.ref)
    other: dict[str, Any] = {"id": 9_999, "ref": "SRT-2026-LAIN", "sequence": 9_999, "verification_code": "LAIN"}
    other["number"] = "9999/LAIN"
    columns = [field.attname for field in Letter._meta.concrete_fields]
    chosen = [f"%({name})s" if name in other and name not in place else name for name in columns]
    into, values = ", ".join(columns), ", ".join(chosen)
    copy = f"INSERT OR REPLACE INTO letters_letter ({into}) SELECT {values} FROM letters_letter"  # noqa: S608 -- columns
    with pytest.raises(IntegrityError, match="tidak dapat diubah atau dihapus"), transaction.atomic():
        _run(copy, {name: value for name, value in other.items() if name not in place})
    assert list(Letter.objects.values()) == [before]


@pytest.mark.skipif("connection.vendor != 'sqlite'")
def it_lets_no_draft_oust_a_final_letter():
    make_agency()
    by = dewi()
    final, draft = letter_issue(**step(by=by)), letter_draft(**step(by=by))
    with pytest.raises(IntegrityError, match="tidak dapat diubah atau dihapus"), transaction.atomic():
        _run(
            "UPDATE OR REPLACE letters_letter SET ref = %(final)s WHERE ref = %(draft)s",
            {"final": final.ref, "draft": draft.ref},
        )
    assert set(Letter.objects.values_list("ref", flat=True)) == {final.ref, draft.ref}


def _run(statement: str, values: dict[str, Any]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
