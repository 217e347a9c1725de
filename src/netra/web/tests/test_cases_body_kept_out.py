"""A superior of the body that recommends is accused: the officers see who is kept out, why, and what to do."""

from __future__ import annotations

import pytest

from netra.web.tests.cases_scene import Cast, at, carry_to_referral, make_case, page, signed_in, the_clock_shows

pytestmark = pytest.mark.django_db
NOTICE = "tidak membaca perkara ini"


@pytest.fixture
def cast(monkeypatch) -> Cast:
    the_clock_shows(monkeypatch, at("2024-10-28", 12))
    return Cast()


def test_the_supervisor_is_told_before_and_after_the_referral(cast):
    case = make_case(cast, bypass_agency_code="BKN")
    assert NOTICE in page(cast.wayan, f"/perkara/{case.ref}/")
    carry_to_referral(cast, case)
    text = page(cast.wayan, f"/perkara/{case.ref}/")
    assert NOTICE in text
    assert "Pasal tentang siapa yang menggantikannya tidak ditemukan" in text
    assert "Tambah bukti" in text


def test_its_own_analyst_sees_nothing(cast):
    case = make_case(cast, bypass_agency_code="BKN")
    carry_to_referral(cast, case)
    assert signed_in(cast.ani).get(f"/perkara/{case.ref}/").status_code == 404


def test_a_case_that_goes_past_another_office_has_a_body_that_recommends(cast):
    case = make_case(cast, bypass_agency_code="JAMBI-KOTA")
    assert NOTICE not in page(cast.wayan, f"/perkara/{case.ref}/")
