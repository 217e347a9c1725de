"""Who ends the status of somebody who joined a party: the President for the highest posts, else the authority."""

from __future__ import annotations

from datetime import date

import pytest

from netra.law.end_of_service import end_of_service, who_ends

NOW = date(2024, 11, 11)


@pytest.mark.parametrize(
    ("employment", "decided", "cited"),
    [
        ("PNS", NOW, "PP 11/2017 Pasal 255"),
        # PP 11/2017 Ps 37(2) f dismisses a candidate and names no day; PP 37/2004 Ps 1 angka 1 counts them among PNS.
        ("CPNS", NOW, "PP 37/2004 Pasal 9 ayat (2)"),
        ("PNS", date(2017, 4, 6), "PP 37/2004 Pasal 9 ayat (2)"),
    ],
)
def test_the_end_counts_from_the_end_of_the_month_of_joining(employment, decided, cited):
    found = end_of_service(
        "status_termination_2014",
        employment=employment,
        decided=decided,
        member_since=date(2016, 2, 3),
        proven=date(2017, 1, 1),
    )
    assert found is not None
    assert (found.day, str(found.source)) == (date(2016, 2, 29), cited)


@pytest.mark.parametrize(
    ("employment", "position", "by_president", "article"),
    [
        # PP 11/2017 Ps 270(1): a. PPK to the President, b. PyB to the PPK
        ("PNS", "JPT_UTAMA", True, "PP 11/2017 Pasal 270 ayat (1) huruf a dan ayat (2)"),
        ("PNS", "JPT_MADYA", True, "PP 11/2017 Pasal 270 ayat (1) huruf a dan ayat (2)"),
        ("PNS", "FUNCTIONAL_AHLI_UTAMA", True, "PP 11/2017 Pasal 270 ayat (1) huruf a dan ayat (2)"),
        ("PNS", "JPT_PRATAMA", False, "PP 11/2017 Pasal 270 ayat (1) huruf b dan ayat (2)"),
        ("PNS", "PELAKSANA", False, "PP 11/2017 Pasal 270 ayat (1) huruf b dan ayat (2)"),
        # PP 49/2018 Ps 74(1): a and c; b is of heads of institutions
        ("PPPK", "FUNCTIONAL_AHLI_UTAMA", True, "PP 49/2018 Pasal 74 ayat (1) huruf a dan ayat (2)"),
        ("PPPK", "FUNCTIONAL", False, "PP 49/2018 Pasal 74 ayat (1) huruf c dan ayat (2)"),
    ],
)
def test_the_post_says_who_decides(employment, position, by_president, article):
    found = who_ends(employment, position, decided=NOW)
    assert found is not None
    assert (found.by_president, str(found.source)) == (by_president, article)


@pytest.mark.parametrize(
    ("employment", "position", "decided"),
    [
        ("PNS", "PELAKSANA", date(2017, 4, 6)),
        ("PPPK", "FUNCTIONAL", date(2018, 11, 27)),
        ("CPNS", "PELAKSANA", NOW),
        ("PNS", "UNKNOWN", NOW),
    ],
)
def test_nobody_is_named_where_no_article_was_read(employment, position, decided):
    assert who_ends(employment, position, decided=decided) is None
