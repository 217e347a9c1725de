"""The page "Bolehkah saya?"."""

from __future__ import annotations

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db

QUESTION = {
    "intention": "social_media_reaction",
    "contest": "PRESIDENT",
    "on": "2024-02-01",
    "phase": "candidate",
    "employment": "PNS",
}


def test_it_answers_with_the_article_in_force_on_that_day():
    page = Client().get("/bolehkah-saya/", QUESTION).content.decode()
    assert "Tidak boleh" in page
    assert "SKB 2/2022 Lampiran II-B" in page
    assert "Kamis, 1 Februari 2024" in page


def test_it_says_when_a_right_is_a_right():
    page = Client().get("/bolehkah-saya/", {**QUESTION, "intention": "vote"}).content.decode()
    assert "UU 7/2017 Pasal 198 ayat (1)" in page


def test_it_stores_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        Client().get("/bolehkah-saya/", QUESTION)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("on", "2009-01-01"),
        ("on", "besok"),
        ("on", "2024-02-30"),
        ("intention", "<b>"),
        ("contest", "a" * 10_000),
        ("employment", "\u202e\u200b"),
    ],
)
def test_what_it_cannot_answer_it_says_at_the_field(field, value):
    response = Client().get("/bolehkah-saya/", {**QUESTION, field: value})
    assert response.status_code == 422
    assert "Belum dapat dilanjutkan" in response.content.decode()
