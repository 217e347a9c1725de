"""Somebody who writes to the database, all locks standing, leads a report back or takes an identity: it is found."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction

from netra.intake.models import AlsoBypassed, Report
from netra.intake.operations import report_bypass_set
from netra.intake.states import Kind
from netra.intake.submission import Person
from netra.intake.tests.builders import FRIDAY, SARI, a_report, agency
from netra.registry.states import AgencyKind
from netra.trust.acts import Role
from netra.trust.models import SealedIdentity
from netra.trust.tests import builders as cast
from netra.trust.trail import verify_database

pytestmark = pytest.mark.django_db


def found() -> list[str]:
    return [problem.message for problem in verify_database().problems]


@pytest.fixture
def pressed() -> Report:
    """Two superiors, of the city and of the province; their agencies are known at once."""
    agency()
    agency("JAMBI-PROV", name="Pemerintah Provinsi Jambi", kind=AgencyKind.PROVINCE)
    superiors = ("Pemerintah Provinsi Jambi", "Pemerintah Kota Jambi")
    return a_report(
        kind=Kind.SUPERIOR_PRESSURE, persons=tuple(Person(agency=text, is_superior=True) for text in superiors)
    )


def test_a_report_that_nobody_touched_is_as_it_was_told(pressed):
    a_report("another-secret-of-a-form-as-long-as-the-first", reporter=SARI)
    assert found() == []


def test_an_officer_who_names_other_agencies_is_told_as_well(pressed):
    nyoman = cast.grant(cast.make_user("nyoman"), Role.INTAKE_OFFICER, region="15")
    report_bypass_set(report_ref=pressed.ref, agency_codes=("JAMBI-KOTA",), by=nyoman, at=FRIDAY)
    assert found() == []


def test_a_report_led_back_to_the_office_of_the_superior_is_found(pressed):
    Report.objects.filter(pk=pressed.pk).update(handler_region_code="15.05", bypass_agency_code="")
    assert any("kantor yang menangani menurut jejak" in line for line in found())
    assert any("instansi yang dilewati menurut jejak «JAMBI-PROV JAMBI-KOTA»" in line for line in found())


def test_so_is_one_agency_taken_from_those_it_is_kept_from(pressed):
    AlsoBypassed.objects.filter(report=pressed).delete()
    (line,) = found()
    assert "di basis data «JAMBI-PROV»" in line


def test_an_identity_taken_away_is_missed():
    report = a_report(reporter=SARI)
    SealedIdentity.objects.all().delete()
    (line,) = found()
    assert report.ref in line
    assert "identitas pelapor yang tersegel tidak ada lagi" in line


def test_an_identity_cannot_be_put_in_the_place_of_another():
    a_report(reporter=SARI)
    with pytest.raises(DatabaseError), transaction.atomic():
        SealedIdentity.objects.update(key_id="another")
