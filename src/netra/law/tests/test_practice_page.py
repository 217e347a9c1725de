"""The page on practice and law: written from the published cases, up to date, and complete."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from netra.law.commands import gap_file
from netra.law.practice_page import kind_of, load, main, page

DOCS = Path(__file__).parents[4] / "docs"
CASES, PAGE = DOCS / "data" / "published-cases.yaml", DOCS / "practice-and-law.md"


@pytest.fixture(scope="module")
def cases():
    return load(CASES)


@pytest.fixture(scope="module")
def text():
    return PAGE.read_text(encoding="utf-8")


def section(text, title):
    return text.split(f"### {title} (", 1)[1].split("\n##", 1)[0]


def test_the_page_is_what_the_cases_and_the_law_give(cases, text):
    assert text == page(cases), "Run `python -m netra.law.practice_page` and read what changed."


def test_writing_it_again_changes_nothing(tmp_path, text):
    target = tmp_path / "page.md"
    main([str(CASES), str(target)])
    assert target.read_text(encoding="utf-8") == text


def test_all_published_cases_can_be_read():
    output, exit_code = gap_file(CASES, as_json=False)
    assert exit_code == 0
    assert "dari 86." in output


def test_every_case_has_exactly_one_line(cases, text):
    lines = re.findall(r"^\| `([^`]+)` \|", text, flags=re.MULTILINE)
    assert lines == [case.result["id"] for case in cases]
    assert len(lines) == len(set(lines)) == 86


def test_every_case_to_be_reviewed_says_why(cases, text):
    undecided = text.split("## Yang tidak dapat diputuskan mesin", 1)[1].split("## Di mana praktik", 1)[0]
    for case in cases:
        assert (f"`{case.result['id']}`" in undecided) == case.result["needs_review"]


def test_a_penalty_that_no_regulation_knows_is_found(text):
    assert "`malang-2019-kasi`" in section(text, "Hukuman yang tidak ada dalam katalog")


def test_a_village_head_treated_as_a_civil_servant_is_found(text):
    found = section(text, "Bukan pegawai ASN, tetapi diperlakukan dengan hukum ASN")
    assert "`muarojambi-2024-kades-bukitsubur`" in found and "kepala desa" in found


def test_repealed_rules_are_found(text):
    assert "`lmpsel-2024-kadiskominfo`" in section(text, "Peraturan yang sudah diganti masih dikutip")


def test_a_light_penalty_where_the_law_knows_a_moral_sanction_only_is_found(text):
    assert "`serang-2024-5asn-ringan`" in section(text, "Sanksi di luar batas hukum")


def test_a_doubt_of_a_new_kind_stops_the_page():
    with pytest.raises(KeyError, match="Keraguan baru"):
        kind_of("Keraguan baru.")


def test_every_case_names_the_article_on_which_its_floor_stands_and_how_it_was_checked(cases, text):
    """A lawyer must not have to run a program to read it."""
    rows = re.findall(r"^\| `[^`]+` \|.*$", text, flags=re.MULTILINE)
    bases = [row.split(" | ")[5] for row in rows]
    for case, basis in zip(cases, bases, strict=True):
        known = [source for form in case.result["forms"] for source in form["basis"]]
        assert basis == "–" if not known else any(source in basis for source in known)
        assert basis == "–" or re.search(r"\((naskah dibaca|dari sumber sekunder|belum diverifikasi|hasil pen)", basis)


def test_no_id_of_a_case_names_a_person(cases):
    """The page says that it names nobody; «fajar» of the source record was a name."""
    assert not [case.result["id"] for case in cases if "fajar" in case.result["id"]]
