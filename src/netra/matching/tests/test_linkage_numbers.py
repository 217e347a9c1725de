"""What a NIK, a NIP and a written date say; every expected value was written by hand."""

from __future__ import annotations

import pytest

from netra.matching.linkage.numbers import read_date, read_nik, read_nip, swapped


@pytest.mark.parametrize(
    ("written", "digits", "born", "sex", "region"),
    [
        ("1571011205800001", "1571011205800001", "1980-05-12", "L", "15.71"),
        ("15.71.01.52.05.80.0001", "1571015205800001", "1980-05-12", "P", "15.71"),
        ("'1571014101050003", "1571014101050003", "2005-01-01", "P", "15.71"),
    ],
)
def it_reads_a_nik(written: str, digits: str, born: str, sex: str, region: str) -> None:
    nik = read_nik(written)
    assert nik is not None
    assert (nik.digits, nik.birth_date, nik.sex, nik.region) == (digits, born, sex, region)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "157101120580000",
        "157101120580000O",
        "1571013105800000",
        "1571013206800001",
        "1571017206800001",
        "1571010013800001",
        "3.17E+15",
        "0000000000000000",
        "١٥٧١٠١١٢٠٥٨٠٠٠٠١",
    ],
)
def it_takes_nothing_for_a_nik_that_cannot_be_one(written: str) -> None:
    assert read_nik(written) is None


def it_reads_birth_and_sex_of_a_nip() -> None:
    nip = read_nip("19800512 200503 2 001")
    assert nip is not None
    assert (nip.birth_date, nip.sex) == ("1980-05-12", "P")
    assert read_nip("19801312 200503 2 001") is None
    assert read_nip("19800512 200503 3 001") is None


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1980-05-12", "1980-05-12"),
        ("1980-05-12 00:00:00", "1980-05-12"),
        ("12-05-1980", "1980-05-12"),
        ("12/5/1980", "1980-05-12"),
        ("12 Mei 1980", "1980-05-12"),
        ("Jambi, 12 Agustus 1980", "1980-08-12"),
        ("Jambi, 12-05-1980", "1980-05-12"),
        ("17 Nopember 1965", "1965-11-17"),
        ("1980", "1980"),
        ("05/23/1980", ""),
        ("31-02-1980", ""),
        ("12-05-80", ""),
        ("1900-01-01", ""),
        ("29351", ""),
        ("tidak tahu", ""),
    ],
)
def it_reads_a_day_where_there_is_no_doubt(written: str, read: str) -> None:
    assert read_date(written) == read


def it_changes_day_and_month() -> None:
    assert swapped("1980-05-12") == "1980-12-05"
    assert swapped("1980-05-23") == ""
    assert swapped("1980") == ""
