"""The sample files of the guide are taken as they stand, and change nothing the second time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from netra.registry.imports import ImportKind, import_file
from netra.registry.queries import agency_name, appointing_authority_of
from netra.registry.tests import builders as make
from netra.registry.tests.builders import counts

pytestmark = pytest.mark.django_db
SAMPLES = Path(__file__).resolve().parents[4] / "docs" / "howto" / "samples"
FILES = (
    ("agencies.csv", ImportKind.AGENCIES, 3),
    ("units.csv", ImportKind.UNITS, 2),
    ("civil-servants.csv", ImportKind.CIVIL_SERVANTS, 2),
)


def it_takes_the_samples_of_the_guide_in_its_order():
    for name, kind, rows in FILES:
        for expected in ((rows, 0, 0, 0), (0, 0, rows, 0)):
            assert counts(import_file(SAMPLES / name, kind, by=make.SYSTEM, at=make.AT)) == expected
    assert agency_name("BADAN-CONTOH", date(2016, 12, 31)) == "Badan Kepegawaian Daerah (contoh)"
    assert make.known(appointing_authority_of("BADAN-CONTOH", make.TODAY)).office_title == "Wali Kota Jambi"
