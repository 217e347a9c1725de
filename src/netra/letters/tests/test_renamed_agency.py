"""A letter bears the name that its agency had on the day of the letter, and keeps it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

import pytest

from netra.letters.operations import letter_certify, letter_draft, letter_issue
from netra.letters.queries import head_of, letter, pdf, verify
from netra.letters.tests.builders import AGENCY, AT, dewi, make_agency, step
from netra.letters.tests.pdf_text import says
from netra.registry.entries import AgencyEntry
from netra.registry.operations import agency_save
from netra.registry.states import AgencyKind
from netra.trust.actors import SystemActor

pytestmark = pytest.mark.django_db
OLD, NEW = "Badan Kepegawaian Kota Jambi (contoh)", "BKPSDM Kota Jambi (contoh)"
HENDRA = {"name": "Hendra Gunawan (contoh)", "position": "Kepala Bagian Hukum"}
ENTRY = AgencyEntry(AGENCY, NEW, AgencyKind.CITY, region_code="15.71", address="Jalan Baru 2", city="Jambi")


def rename(since: date) -> None:
    """The letters of these tests are of 14 July 2026."""
    agency_save(entry=replace(ENTRY, since=since), by=SystemActor("tests"), at=AT)


def it_bears_the_name_of_the_day_of_the_letter():
    make_agency()
    by = dewi()
    rename(date(2026, 7, 15))
    final = letter_issue(**step(by=by))
    assert (final.agency_name, verify(final.verification_code).agency_name) == (OLD, OLD)
    rename(date(2026, 7, 14))
    assert letter_issue(**step(by=by)).agency_name == NEW
    assert says(pdf(letter_draft(**step(by=by)).ref), NEW.upper())


def it_never_changes_when_the_agency_is_renamed_even_from_a_day_before():
    make_agency()
    by = dewi()
    final = letter_issue(**step(by=by))
    rename(date(2020, 1, 1))
    assert hashlib.sha256(pdf(final.ref)).hexdigest() == letter(final.ref).pdf_sha256 == final.pdf_sha256
    assert verify(final.verification_code).agency_name == OLD
    copy = letter_certify(letter_ref=final.ref, certified_by=HENDRA, by=by, at=AT)
    assert says(copy, OLD.upper()) and says(copy, "Jalan Contoh Nomor 1")
    assert not says(copy, NEW.upper()) and not says(copy, "Jalan Baru 2")


def it_names_the_agency_above_as_of_the_day():
    make_agency("INDUK", name="Pemkot (contoh)")
    make_agency()
    under = replace(ENTRY, name=OLD, parent_code="INDUK")
    agency_save(entry=replace(under, since=date(2020, 1, 1)), by=SystemActor("tests"), at=AT)
    above = AgencyEntry(
        "INDUK", "Pemerintah Kota (contoh)", AgencyKind.CITY, region_code="15.71", since=date(2024, 1, 1)
    )
    agency_save(entry=above, by=SystemActor("tests"), at=AT)
    heads = [head_of(AGENCY, on=day).parent for day in (date(2019, 12, 31), date(2020, 1, 1), date(2024, 1, 1))]
    assert heads == ["", "Pemkot (contoh)", "Pemerintah Kota (contoh)"]


def it_stands_under_no_other_government():
    """A city is not part of the province, nor Bawaslu Kota of Bawaslu Provinsi: each writes in its own name."""
    government = make_agency("PROV", name="Pemerintah Provinsi Jambi", kind="PROVINCE", region_code="15")
    make_agency("KOTA", name="Pemerintah Kota Jambi", parent=government)
    above = make_agency("BAWASLU-15", kind="ELECTION_SUPERVISOR", region_code="15")
    make_agency("BAWASLU-15.71", kind="ELECTION_SUPERVISOR", parent=above)
    assert [head_of(code, on=AT.date()).parent for code in ("KOTA", "BAWASLU-15.71")] == ["", ""]


def it_stands_under_the_government_of_which_it_is_an_office():
    city = make_agency("KOTA", name="Pemerintah Kota Jambi")
    make_agency("BKPSDM", name="BKPSDM", parent=city)
    assert head_of("BKPSDM", on=AT.date()).parent == "Pemerintah Kota Jambi"
