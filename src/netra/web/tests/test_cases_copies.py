"""A certified copy (salinan) of a letter: who may make one, what it shows, and that the trail says who made it."""

from __future__ import annotations

import pytest
from django.urls import reverse

from netra.cases.models import Case
from netra.letters.models import Letter
from netra.letters.queries import letters_of, pdf
from netra.letters.tests.pdf_text import says
from netra.letters.tests.put_off import drawn
from netra.sanctions.tests.builders import carry_to_report, make_proceeding
from netra.trust import trail
from netra.web.tests.cases_scene import (
    Cast,
    at,
    carry_to_plenary,
    carry_to_referral,
    make_case,
    page,
    signed_in,
    the_clock_shows,
)

pytestmark = pytest.mark.django_db

WAYAN = {"name": "Wayan Sudarma (contoh)", "position": "Kepala Sekretariat Bawaslu Kota Jambi", "nip": ""}


@pytest.fixture
def cast(monkeypatch) -> Cast:
    the_clock_shows(monkeypatch, at("2024-12-02", 12))
    return Cast()


@pytest.fixture
def referred(cast) -> Case:
    case = make_case(cast)
    carry_to_referral(cast, case)
    return case


def copy_of(case: Case, letter: Letter) -> str:
    return reverse("letter_certify", args=[case.ref, letter.ref])


class WhenAnOfficeHandsOutACopy:
    def it_is_marked_and_certified_under_the_number_of_the_original(self, cast, referred):
        letter = letters_of(referred.chain)[-1]
        assert copy_of(referred, letter) in page(cast.wayan, reverse("case", args=[referred.ref]))
        copied = signed_in(cast.wayan).post(copy_of(referred, letter), WAYAN)
        assert copied.headers["Content-Type"] == "application/pdf"
        for words in ("SALINAN", letter.number, WAYAN["name"], WAYAN["position"]):
            assert says(copied.content, words), words

    def it_leaves_the_original_as_it_was(self, cast, referred):
        letter = letters_of(referred.chain)[-1]
        original = pdf(letter.ref)
        signed_in(cast.wayan).post(copy_of(referred, letter), WAYAN)
        assert pdf(letter.ref) == original
        assert letters_of(referred.chain)[-1].pdf_sha256 == letter.pdf_sha256

    def it_is_told_by_the_trail_without_the_name_of_who_certified(self, cast, referred):
        letter = letters_of(referred.chain)[-1]
        signed_in(cast.wayan).post(copy_of(referred, letter), WAYAN)
        told = trail.history(referred.chain)[-1]
        assert (told.verb, told.payload["letter"], told.payload["number"]) == (
            "letters.letter_certify",
            letter.ref,
            letter.number,
        )
        assert WAYAN["name"] not in str(told.payload)

    def it_asks_who_certifies(self, cast, referred):
        answer = signed_in(cast.wayan).post(copy_of(referred, letters_of(referred.chain)[-1]), {**WAYAN, "name": ""})
        assert answer.status_code == 422
        assert WAYAN["position"] in answer.content.decode()


class WhenItIsNotTheirs:
    @pytest.mark.parametrize("reader", ["ani", "rahmat"])
    def it_is_certified_by_the_office_that_issued_it_alone(self, cast, referred, reader):
        """Bawaslu referred the case: the oversight body and the agency read its letter, and certify their own."""
        letter = letters_of(referred.chain)[-1]
        officer = getattr(cast, reader)
        assert copy_of(referred, letter) not in page(officer, reverse("case", args=[referred.ref]))
        assert signed_in(officer).get(copy_of(referred, letter)).status_code == 403
        assert signed_in(officer).post(copy_of(referred, letter), WAYAN).status_code == 403
        assert trail.history(referred.chain)[-1].verb != "letters.letter_certify"

    def it_is_certified_by_the_agency_where_that_issued_it(self, cast):
        proceeding = make_proceeding(cast)
        carry_to_report(cast, proceeding)
        summons = next(each for each in letters_of(proceeding.case.chain) if each.kind == "SUMMONS_1")
        assert drawn(signed_in(cast.dewi).post(copy_of(proceeding.case, summons), WAYAN).content).startswith(b"%PDF")
        assert signed_in(cast.wayan).post(copy_of(proceeding.case, summons), WAYAN).status_code in {403, 404}

    def it_is_not_there_for_another_province_or_in_another_case(self, cast, referred):
        letter = letters_of(referred.chain)[-1]
        assert signed_in(cast.maria).get(copy_of(referred, letter)).status_code == 404
        other = make_case(cast)
        carry_to_plenary(cast, other)
        assert signed_in(cast.wayan).post(copy_of(other, letter), WAYAN).status_code == 404
