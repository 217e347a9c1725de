"""What is compared beside the name: how values agree, however they were written."""

from __future__ import annotations

import pytest

from netra.matching.lookup import Attribute, Kind, kind_of
from netra.matching.lookup.attributes import Agreement
from netra.matching.lookup.similarity import allowed_distance, distance


@pytest.mark.parametrize(
    ("kind", "asked", "borne", "agreement"),
    [
        (Kind.YEAR, "1965", "1965", "SAME"),
        (Kind.YEAR, "17-08-1965", "1965-08-17", "SAME"),
        (Kind.YEAR, "1965", "1966", "PARTLY"),
        (Kind.YEAR, "1965", "1975", "DIFFERENT"),
        (Kind.YEAR, "65", "1965", "UNKNOWN"),
        (Kind.YEAR, "1965/1967", "1965", "UNKNOWN"),
        (Kind.SEX, "Laki-laki", "L", "SAME"),
        (Kind.SEX, "P", "L", "DIFFERENT"),
        (Kind.SEX, "?", "L", "UNKNOWN"),
        (Kind.REGION, "Jabar XI", "JAWA BARAT 11", "SAME"),
        (Kind.REGION, "JAWA BARAT", "Jabar XI", "SAME"),
        (Kind.REGION, "Jabar X", "Jabar XI", "PARTLY"),
        (Kind.REGION, "Jabar X", "Jateng X", "DIFFERENT"),
        (Kind.REGION, "calon-legislatif-dprd-provinsi-daerah-pemilihan-kepulauan-riau-4", "Kepri 4", "SAME"),
        (Kind.REGION, "daerah istimewa yogyakarta 5", "DIY 5", "SAME"),
        (Kind.REGION, "Atlantis", "Jabar I", "UNKNOWN"),
        (Kind.PLACE, "Kab. Muaro Jambi", "MUARO JAMBI", "SAME"),
        (Kind.PLACE, "Jl. Mawar 7, Kota Jambi", "JAMBI", "SAME"),
        (Kind.PLACE, "Jakarta Selatan", "Jakarta Timur", "PARTLY"),
        (Kind.GROUP, "Dinas  SOSIAL", "dinas sosial", "SAME"),
        (Kind.GROUP, "", "dinas sosial", "UNKNOWN"),
    ],
)
def test_values_agree_as_a_reader_would_say(kind: Kind, asked: str, borne: str, agreement: str) -> None:
    assert Attribute("a", "b", kind).agreement(asked, borne) is Agreement(agreement)


def test_a_region_named_by_its_regency_is_read_by_its_province() -> None:
    attribute = Attribute("a", "b", Kind.REGION, {"bogor": "jawa barat"})
    assert attribute.agreement("bogor", "JAWA BARAT V") is Agreement.PARTLY
    assert attribute.agreement("bogor", "BANTEN I") is Agreement.DIFFERENT


@pytest.mark.parametrize(
    ("column", "kind"),
    [("tahun_lahir", Kind.YEAR), ("Tanggal Lahir", Kind.YEAR), ("JK", Kind.SEX), ("dapil", Kind.REGION),
     ("kabkota_tinggal", Kind.PLACE), ("partai", Kind.GROUP), ("sesuatu", Kind.GROUP)],
)  # fmt: skip
def test_a_column_is_compared_by_its_name(column: str, kind: Kind) -> None:
    assert kind_of(column) is kind


@pytest.mark.parametrize(
    ("one", "likely", "unlikely"),
    [
        ("sadewa", "sadewo", "sadewk"),
        ("imran", "imron", "imrin"),
        ("fandi", "pandi", "gandi"),
        ("fitriah", "fitria", "fitriak"),
    ],
)
def test_a_slip_that_ears_make_costs_less_than_another_letter(one: str, likely: str, unlikely: str) -> None:
    assert 0 < distance(one, likely) < distance(one, unlikely)


def test_letters_that_changed_places_are_one_slip() -> None:
    assert distance("ramlan", "ralman") <= allowed_distance("ramlan", "ralman") < distance("ramlan", "nalram")
