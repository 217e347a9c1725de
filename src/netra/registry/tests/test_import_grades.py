"""Golongan at import: I/a to IV/e for PNS and CPNS, I to XVII for PPPK; anything else comes back with its reason."""

from __future__ import annotations

import pytest

from netra.registry.models import PositionSpell
from netra.registry.tests import builders as make
from netra.registry.tests.builders import ANI_ROW as ANI
from netra.registry.tests.builders import PEOPLE_COLUMNS as PEOPLE
from netra.registry.tests.builders import a_csv, counts, reasons
from netra.registry.tests.builders import run_import as run

pytestmark = pytest.mark.django_db

AT = PEOPLE.index("Gol")
CONTRACT_NIP = "198701012015212007"


def row(grade: str, employment: str = "PNS") -> tuple[str, ...]:
    nip = CONTRACT_NIP if employment == "PPPK" else ANI[0]
    return (nip, ANI[1], employment, *ANI[3:6], "", grade, *ANI[AT + 1 : -1], "02/01/2017")


@pytest.fixture(autouse=True)
def agency() -> None:
    make.make_agency()


@pytest.mark.parametrize(
    ("grade", "employment"),
    [
        *(("I/a", "PNS"), ("III/D", "PNS"), ("IV/e", "PNS"), ("Penata (III/c)", "PNS"), ("", "PNS")),
        *(("IX", "PPPK"), ("Golongan XVII", "PPPK"), ("I", "PPPK")),
    ],
)
def test_a_grade_that_there_is_is_taken(grade: str, employment: str) -> None:
    assert counts(run(a_csv(PEOPLE, row(grade, employment)))) == (1, 0, 0, 0)
    assert PositionSpell.objects.get().grade == grade


@pytest.mark.parametrize(
    ("grade", "employment", "why"),
    [
        *((grade, "PNS", "tulis I/a sampai IV/e") for grade in ("ZZ/9", "III/e", "IV/f", "V/a", "IX", "XIII/a")),
        *((grade, "PPPK", "tulis I sampai XVII") for grade in ("XVIII", "III/d", "9")),
    ],
)
def test_one_that_there_is_not_comes_back_with_the_ones_that_there_are(grade: str, employment: str, why: str) -> None:
    result = run(a_csv(PEOPLE, row(grade, employment)))
    assert counts(result) == (0, 0, 0, 1)
    assert f"“{grade}”" in reasons(result)[2] and why in reasons(result)[2]


def test_the_grades_of_a_contract_name_their_source_and_that_nobody_read_its_table() -> None:
    """The annex of Perpres 98/2020, whose table Perpres 11/2024 replaced; neither table was read in its own text."""
    said = reasons(run(a_csv(PEOPLE, row("XVIII", "PPPK"))))[2]
    assert "Lampiran Perpres 98/2020, diubah Perpres 11/2024; belum diverifikasi ke naskah asli" in said
