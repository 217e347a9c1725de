"""Two written names that may be one human being, however his titles are written."""

from __future__ import annotations

import pytest

from netra.registry.same_person import bare_name, may_be_one

NIP, OTHER_NIP = "197001011995031001", "198002022005012002"


@pytest.mark.parametrize(
    "written",
    [
        "Budi Santoso SH",
        "Budi Santoso SE MM",
        "Budi Santoso SSTP",
        "Budi Santoso S.STP, M.Si",
        "Budi Santoso M.Tr.IP",
        "Drs. H. Budi Santoso MSi",
        "H Budi Santoso",
        "R. Budi Santoso",
        "BUDI SANTOSO, S.H.",
        "Boedi Santoso",
    ],
)
def test_titles_and_spelling_do_not_make_another_person(written):
    assert may_be_one(written, "", "Budi Santoso", "")


@pytest.mark.parametrize(
    "written",
    ["Budi Santosa Jaya", "Andi Budi Santoso", "Budi Santoso 2", "Budi Santoso (BKPSDM)", "Budi", "SH", "(contoh)", ""],
)
def test_another_name_is_another_person(written):
    assert not may_be_one(written, "", "Budi Santoso", "")


def test_what_stands_in_brackets_is_told_apart_from_a_title_before_it():
    assert may_be_one("Budi Santoso, S.H. (contoh)", "", "Budi Santoso SE (contoh)", "")
    assert not may_be_one("Anggota 1 (contoh)", "", "Anggota 2 (contoh)", "")


def test_nobody_is_found_by_no_name():
    assert bare_name("") == "" and not may_be_one("", "", "", "")


def test_two_numbers_decide_where_both_are_known():
    assert not may_be_one("Budi (contoh)", NIP, "Budi (contoh)", OTHER_NIP)
    assert may_be_one("Budi (contoh)", NIP, "Boedi S. (contoh)", NIP)
    assert may_be_one("Budi (contoh)", NIP, "Budi SH (contoh)", "")
