"""The page on which an act is corrected, and what the page of the case then tells of it."""

from __future__ import annotations

import pytest

from netra.cases.models import Case
from netra.web.tests.cases_scene import Cast, at, carry_to_recommendation, make_case, page, signed_in, the_clock_shows

pytestmark = pytest.mark.django_db
SAID = {
    "conduct": "social_media_reaction",
    "act_date": "2024-10-14",
    "act_date_precision": "DAY",
    "phase": "candidate",
    "channel": "SOCIAL_MEDIA",
    "place": "akun media sosial terbuka",
    "narrative": "Menyukai dan membagikan unggahan pasangan calon.",
    "reason": "Tangkapan layar bertanggal lain (contoh).",
    "document": "Surat 12/2024, 18 Oktober 2024",
}


@pytest.fixture
def cast(monkeypatch) -> Cast:
    the_clock_shows(monkeypatch, at("2024-10-18", 12))
    return Cast()


def place(case: Case) -> str:
    return f"/perkara/{case.ref}/perbuatan/1/perbaiki/"


def test_the_form_begins_with_what_stands_and_the_case_shows_what_stood(cast):
    case = make_case(cast)
    assert place(case) in page(cast.wayan, f"/perkara/{case.ref}/")
    form = page(cast.wayan, place(case))
    assert "Menyukai dan membagikan unggahan pasangan calon." in form and "Hukum dibaca lagi" in form
    assert signed_in(cast.wayan).post(place(case), SAID).status_code == 302
    shown = page(cast.wayan, f"/perkara/{case.ref}/")
    for words in ("14 Oktober 2024", "Semula tertulis", "15 Oktober 2024", SAID["reason"], SAID["document"]):
        assert words in shown, words
    assert "Tanggal perbuatan semula" in shown


def test_what_was_typed_stays_where_it_is_refused(cast, monkeypatch):
    case = make_case(cast)
    carry_to_recommendation(cast, case)
    the_clock_shows(monkeypatch, at("2024-11-20", 12))
    answer = signed_in(cast.ani).post(place(case), SAID)
    assert answer.status_code == 422
    assert "sudah terbit" in answer.content.decode() and SAID["reason"] in answer.content.decode()


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"reason": ""}, "Alasan"),
        ({"act_date": "2024-02-30"}, "tanggal"),
        ({"act_date": "2024-10-19"}, "masa depan"),
        ({"document": "surat"}, "belum menyebut nomor dan tanggal"),
        ({"act_date_precision": "WEEK"}, "WEEK"),
    ],
)
def test_wrong_input_is_told_in_words(cast, typed, why):
    case = make_case(cast)
    answer = signed_in(cast.wayan).post(place(case), {**SAID, **typed})
    assert answer.status_code == 422
    assert why in answer.content.decode()


def test_an_act_that_is_not_there_is_not_found(cast):
    case = make_case(cast)
    assert signed_in(cast.wayan).get(f"/perkara/{case.ref}/perbuatan/9/perbaiki/").status_code == 404
