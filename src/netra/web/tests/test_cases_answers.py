"""The accused reads the allegation and answers it, without an account; and an officer chooses what he may see."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from netra.cases.models import Answer, Case
from netra.trust import evidence
from netra.trust.models import Event
from netra.web.tests.cases_scene import (
    BUDI,
    LIKE,
    Cast,
    Client,
    act,
    at,
    carry_to_study,
    make_case,
    page,
    signed_in,
    the_clock_shows,
)

pytestmark = pytest.mark.django_db

PICTURE = b"\x89PNG\r\n\x1a\n" + b"layar" * 50


@pytest.fixture
def cast(monkeypatch) -> Cast:
    the_clock_shows(monkeypatch, at("2024-10-18", 15))
    return Cast()


@pytest.fixture
def case(cast) -> Case:
    case = make_case(cast)
    carry_to_study(cast, case)
    return case


def received(cast: Cast, case: Case) -> str:
    item = evidence.receive(
        content=PICTURE, original_name="dari-sari.png", by=cast.wayan, at=at("2024-10-18", 12), chain=case.chain
    )
    return str(item.ref)


def link_of(cast: Cast, case: Case, **typed: object) -> str:
    """Wayan makes the link of Budi on its page; the path that Budi opens."""
    address = f"/perkara/{case.ref}/terlapor/1/tautan/"
    shown = signed_in(cast.wayan).post(address, {"until": "2024-10-25", **typed}).content.decode()
    found = re.search(r"http://127.0.0.1:8000(/jawab/[^<]+/)", shown)
    assert found is not None, shown
    return found[1]


def test_the_link_is_shown_once_and_kept_nowhere(cast, case):
    link = link_of(cast, case)
    secret = link.split("/")[2]
    assert secret not in page(cast.wayan, f"/perkara/{case.ref}/")
    assert not Event.objects.filter(payload__contains=secret).exists()


def test_budi_reads_the_allegation_and_what_the_law_says(cast, case):
    shown = Client().get(link_of(cast, case)).content.decode()
    assert "Anda dianggap tidak bersalah" in shown
    assert "Budi (contoh)" in shown
    assert "Menyukai dan membagikan unggahan pasangan calon." in shown
    assert "hukuman disiplin berat" in shown


def test_budi_sees_nothing_of_another_accused_or_of_the_officers(cast, case):
    other = act.NewParty(name="Tono (contoh)", agency_code="JAMBI-KOTA")
    act.party_add(case_ref=case.ref, party=other, by=cast.wayan, at=at("2024-10-18", 13))
    deed = act.NewAct("other", LIKE.act_date, "Perbuatan Tono saja.")
    act.act_add(case_ref=case.ref, act=deed, by=cast.wayan, at=at("2024-10-18", 13))
    act.allegation_assess(case_ref=case.ref, party=2, act=2, by=cast.wayan, at=at("2024-10-18", 14))
    shown = Client().get(link_of(cast, case)).content.decode()
    assert "Tono" not in shown
    assert "Wayan" not in shown
    assert BUDI.name in shown


def test_budi_answers_with_a_file_and_it_becomes_evidence(cast, case):
    link = link_of(cast, case)
    file = SimpleUploadedFile("saksi.png", PICTURE)
    response = Client().post(link, {"text": "Akun itu dibajak.", "evidence": [file]}, follow=True)
    answer = Answer.objects.get()
    assert answer.author_ref.startswith("link:")
    assert evidence.item(answer.evidence_refs[0]).sha256 == evidence.items_of(case.chain)[0].sha256
    assert "Akun itu dibajak." in response.content.decode()
    assert "Akun itu dibajak." in page(cast.wayan, f"/perkara/{case.ref}/")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"text": "   "}, "Jawaban"),
        ({"text": "Kosong.", "evidence": [SimpleUploadedFile("kosong.png", b"")]}, "kosong"),
    ],
)
def test_a_refused_answer_stores_nothing_and_keeps_the_text(cast, case, typed, words):
    response = Client().post(link_of(cast, case), typed)
    assert response.status_code == 422
    assert words in response.content.decode()
    assert typed["text"].strip() in response.content.decode()
    assert not Answer.objects.exists()
    assert not evidence.items_of(case.chain)


def test_the_address_does_not_travel_on(cast, case):
    assert Client().get(link_of(cast, case)).headers["Referrer-Policy"] == "strict-origin"


@pytest.mark.parametrize("secret", ["salah", "x" * 32])
def test_a_wrong_link_is_not_found(cast, case, secret):
    assert Client().get(f"/jawab/{secret}/").status_code == 404
    assert Client().post(f"/jawab/{secret}/", {"text": "Halo"}).status_code == 404


def test_a_link_ends_after_its_last_day(cast, case, monkeypatch):
    link = link_of(cast, case)
    the_clock_shows(monkeypatch, at("2024-10-25", 23))
    assert Client().get(link).status_code == 200
    the_clock_shows(monkeypatch, at("2024-10-26", 0))
    assert Client().get(link).status_code == 404


def test_after_the_end_nothing_is_shown_or_asked(cast, case):
    link = link_of(cast, case)
    Case.objects.filter(pk=case.pk).update(state="CLOSED", ended_date=at("2024-10-18").date())
    shown = Client().get(link).content.decode()
    assert "sudah berakhir" in shown
    assert "Menyukai dan membagikan" not in shown
    assert Client().post(link, {"text": "Terlambat."}).status_code == 422


class WhenEvidenceIsShown:
    """The accused sees the evidence that may be shown: chosen piece by piece."""

    def test_nothing_is_shown_unless_it_was_chosen(self, cast, case):
        ref = received(cast, case)
        link = link_of(cast, case)
        assert ref not in Client().get(link).content.decode()
        assert Client().get(f"{link}bukti/{ref}/").status_code == 404

    def test_what_was_chosen_opens_and_the_trail_tells_it(self, cast, case):
        ref = received(cast, case)
        link = link_of(cast, case, shown=[ref])
        response = Client().get(f"{link}bukti/{ref}/")
        assert response.content == PICTURE
        assert "sari" not in response.headers["Content-Disposition"]
        last = Event.objects.filter(chain=case.chain).latest("seq")
        assert (last.verb, last.actor_ref.split(":")[0]) == ("trust.evidence_read", "link")

    def test_a_new_link_replaces_the_choice(self, cast, case):
        ref = received(cast, case)
        old = link_of(cast, case, shown=[ref])
        link_of(cast, case)
        assert Client().get(f"{old}bukti/{ref}/").status_code == 404

    def test_evidence_of_another_case_cannot_be_chosen(self, cast, case):
        other = make_case(cast)
        ref = received(cast, other)
        received(cast, case)
        address = f"/perkara/{case.ref}/terlapor/1/tautan/"
        response = signed_in(cast.wayan).post(address, {"until": "2024-10-25", "shown": [ref]})
        assert response.status_code == 422


class WhenALinkWentToTheWrongPerson:
    def test_it_is_revoked_from_the_page_of_the_case(self, cast, case):
        revoking = f"/perkara/{case.ref}/terlapor/1/tautan/cabut/"
        assert revoking not in page(cast.wayan, f"/perkara/{case.ref}/")
        link = link_of(cast, case)
        assert revoking in page(cast.wayan, f"/perkara/{case.ref}/")
        assert "Cabut tautan" in page(cast.wayan, revoking)

        done = signed_in(cast.wayan).post(revoking)

        assert done.headers["Location"] == f"/perkara/{case.ref}/"
        assert Client().get(link).status_code == 404
        assert revoking not in page(cast.wayan, f"/perkara/{case.ref}/")

    def test_the_page_of_a_new_one_says_that_it_ends_the_first(self, cast, case):
        issuing = f"/perkara/{case.ref}/terlapor/1/tautan/"
        assert "sudah memegang tautan" not in page(cast.wayan, issuing)
        first = link_of(cast, case)
        assert "sudah memegang tautan" in page(cast.wayan, issuing)
        second = link_of(cast, case)
        assert Client().get(first).status_code == 404
        assert Client().get(second).status_code == 200

    def test_a_second_press_says_that_there_is_none(self, cast, case):
        response = signed_in(cast.wayan).post(f"/perkara/{case.ref}/terlapor/1/tautan/cabut/")
        assert response.status_code == 422
        assert "tidak memegang tautan" in response.content.decode()


@pytest.mark.parametrize("until", ["2024-10-17", "2030-01-01", "besok"])
def test_a_link_that_cannot_be_is_refused(cast, case, until):
    response = signed_in(cast.wayan).post(f"/perkara/{case.ref}/terlapor/1/tautan/", {"until": until})
    assert response.status_code == 422
    assert "jawab/" not in response.content.decode()


def test_maria_makes_no_link(cast, case):
    response = signed_in(cast.maria).post(f"/perkara/{case.ref}/terlapor/1/tautan/", {"until": "2024-10-25"})
    assert response.status_code == 404
