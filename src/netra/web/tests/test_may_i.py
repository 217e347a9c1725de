"""The page "Bolehkah saya?"."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.test import Client

from netra.law.dated import Verification
from netra.registry.entries import StageEntry
from netra.registry.operations import election_stage_set, elections_seed
from netra.trust.actors import SystemActor

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


LOCAL = {**QUESTION, "contest": "MAYOR", "on": "2024-09-25", "phase": "UNKNOWN", "region": "Kota Jambi"}


def a_week_later_in_jambi(mark: Verification = Verification.SECONDARY) -> None:
    """Kota Jambi determined its candidates on 29 September 2024, the nation on the 22nd."""
    elections_seed(by=SystemActor("tests"), at=datetime(2024, 9, 1, tzinfo=UTC))
    entry = StageEntry("DETERMINATION", date(2024, 9, 29), "Keputusan KPU (contoh)", mark, region_code="15.71")
    election_stage_set(
        election_code="PILKADA-2024", entry=entry, by=SystemActor("tests"), at=datetime(2024, 9, 1, tzinfo=UTC)
    )


def test_it_follows_the_determination_of_the_region_that_is_named():
    """Towards a bakal calon a like breaks ethics (SKB 2/2022 Lampiran II-A), towards a candidate discipline."""
    a_week_later_in_jambi()
    here = Client().get("/bolehkah-saya/", LOCAL).content.decode()
    assert "29 September 2024, menurut daftar tahapan instansi ini (Keputusan KPU (contoh); dibaca dari sumber" in here
    assert "Jadwal nasional menyebut 22 September 2024" in here
    assert "Kota Jambi" in here and "SKB 2/2022 Lampiran II-A" in here
    for region in ("Kabupaten Muaro Jambi", ""):
        elsewhere = Client().get("/bolehkah-saya/", {**LOCAL, "region": region}).content.decode()
        assert "menurut daftar tahapan instansi ini" not in elsewhere
        assert "SKB 2/2022 Lampiran II-B" in elsewhere


def test_whoever_knows_the_phase_is_believed():
    a_week_later_in_jambi()
    page = Client().get("/bolehkah-saya/", {**LOCAL, "phase": "candidate"}).content.decode()
    assert "SKB 2/2022 Lampiran II-B" in page
    assert "menurut daftar tahapan instansi ini" not in page


def test_a_determination_that_nobody_checked_asks_for_a_second_look():
    a_week_later_in_jambi(Verification.UNVERIFIED)
    page = Client().get("/bolehkah-saya/", LOCAL).content.decode()
    assert "belum diverifikasi ke naskah asli, dan jawaban ini bergantung padanya" in page
    assert "Perlu ditelaah" in page


def test_a_region_that_means_two_is_asked_back():
    response = Client().get("/bolehkah-saya/", {**LOCAL, "region": "Bandung"})
    assert response.status_code == 422
    assert "Kabupaten Bandung (32.04), Kota Bandung (32.73)" in response.content.decode()


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
        ("region", "Atlantis"),
        ("region", "x" * 10_000),
    ],
)
def test_what_it_cannot_answer_it_says_at_the_field(field, value):
    response = Client().get("/bolehkah-saya/", {**QUESTION, field: value})
    assert response.status_code == 422
    assert "Belum dapat dilanjutkan" in response.content.decode()
