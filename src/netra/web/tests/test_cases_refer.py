"""The page on which a case is referred says, before the letter goes out, who gets it and who a copy."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from netra.cases.models import Referral
from netra.cases.tests.builders import PROVINCE, day
from netra.web.tests.cases_scene import (
    BUDI,
    Cast,
    act,
    at,
    carry_to_plenary,
    make_case,
    page,
    signed_in,
    the_clock_shows,
)

pytestmark = pytest.mark.django_db
CITRA = replace(BUDI, name="Citra (contoh)", agency_code=PROVINCE)
NO_COPY = "menyebut pegawai lebih dari satu instansi"


@pytest.fixture
def cast(monkeypatch) -> Cast:
    the_clock_shows(monkeypatch, at("2024-10-21", 12))
    return Cast()


def to_refer(cast: Cast, **over: Any) -> str:
    case = make_case(cast, **over)
    carry_to_plenary(cast, case)
    act.plenary_decide(
        case_ref=case.ref,
        outcome="TO_REFER",
        held_date=day("2024-10-19"),
        members=3,
        reason="Unsur terpenuhi.",
        by=cast.putu,
        at=at("2024-10-19"),
    )
    return f"/perkara/{case.ref}/teruskan/"


def test_the_head_of_the_agency_of_all_is_shown_as_getting_a_copy(cast):
    text = page(cast.wayan, to_refer(cast))
    assert "Wali Kota Jambi (tanpa lampiran)" in text
    assert NO_COPY not in text


def test_nobody_gets_a_copy_of_what_names_the_people_of_two_agencies(cast):
    text = page(cast.wayan, to_refer(cast, parties=(BUDI, CITRA)))
    assert NO_COPY in text
    assert "tanpa lampiran" not in text


def test_past_bkn_it_asks_whom_the_plenary_named_and_the_page_of_the_case_says_so(cast):
    to = to_refer(cast, bypass_agency_code="BKN")
    asked = page(cast.wayan, to)
    assert "Pejabat yang ditetapkan pleno" in asked
    assert "Diteruskan kepada" not in asked
    browser = signed_in(cast.wayan)
    browser.post(to)
    assert not Referral.objects.exists()
    browser.post(to, {"addressee": "Ketua Panel Pleno (contoh)"})
    assert Referral.objects.get().body_code == ""
    shown = page(cast.wayan, to.removesuffix("teruskan/"))
    assert "pejabat yang ditetapkan pleno, 21 Oktober 2024" in shown
