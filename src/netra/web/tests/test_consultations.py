"""Pages of consultations: asked, answered with a paper, found by its words, cited."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from netra.prevention.models import Consultation
from netra.prevention.tests.builders import CITY
from netra.prevention.tests.meeting_builders import Round, asked
from netra.web.tests.registry_scene import client_of, words

pytestmark = pytest.mark.django_db
QUESTION = {
    "agency_code": CITY,
    "body": "KASN",
    "subject": "Evaluasi pengawasan",
    "question": "Bagaimana dievaluasi?",
    "asked_date": "2018-03-01",
    "place": "Jakarta",
}
ANSWER = {"answer": "Secara berkala.", "answered_date": "2018-03-08", "answered_by": "Asisten komisioner"}


@pytest.fixture
def scene():
    return Round()


@pytest.fixture
def clerk(scene):
    return client_of(scene.dewi)


def at(name, thing):
    return reverse(name, args=[thing.ref])


def test_a_question_from_an_empty_form_to_a_citation(clerk):
    assert clerk.post(reverse("consultation_ask"), QUESTION).status_code == 302
    asked_of = Consultation.objects.get()
    waiting = words(clerk.get(at("consultation", asked_of)))
    assert "Menunggu jawaban" in waiting and "Cara mengutip" not in waiting
    given = {**ANSWER, "paper": SimpleUploadedFile("jawaban.pdf", b"%PDF-1.4 jawaban")}
    assert clerk.post(at("consultation_answer", asked_of), given).status_code == 302
    page = words(clerk.get(at("consultation", asked_of)))
    assert (
        "Jawaban KASN melalui Asisten komisioner, tanggal 8 Maret 2018, atas konsultasi Pemerintah Kota Jambi" in page
    )
    assert "Catat jawaban" not in page
    assert clerk.post(at("consultation_paper", asked_of)).content == b"%PDF-1.4 jawaban"


def test_a_refused_answer_gives_back_what_was_typed(scene, clerk):
    asked_of = asked(scene)
    page = clerk.post(at("consultation_answer", asked_of), {**ANSWER, "answered_date": "2018-02-01"})
    assert page.status_code == 422
    assert "lebih awal daripada hari bertanya" in words(page) and "Secara berkala." in words(page)


def test_a_search_never_shows_in_the_address(scene, clerk):
    asked(scene)
    asked(scene, subject="Cuti kampanye", body="BKN")
    found = clerk.post(reverse("consultation_search"), {"text": "cuti"})
    assert "cuti" not in found.headers["Location"].lower().replace("cari", "")
    page = words(clerk.get(found.headers["Location"]))
    assert "Cuti kampanye" in page and "Pengawasan dan evaluasi netralitas" not in page
    assert "tidak tersimpan" in words(clerk.get(reverse("consultation_list"), {"cari": "bukan"}))


def test_a_withdrawn_question_says_why(scene, clerk):
    asked_of = asked(scene)
    assert clerk.post(at("consultation_withdraw", asked_of), {"reason": "Sudah diatur."}).status_code == 302
    assert "Sudah diatur." in words(clerk.get(at("consultation", asked_of)))


def test_others_find_nothing(scene):
    asked_of = asked(scene)
    for user in (scene.wayan, scene.maria, scene.nurul):
        assert client_of(user).get(at("consultation", asked_of)).status_code == 404
    reader = client_of(scene.rahmat)
    assert reader.get(at("consultation", asked_of)).status_code == 200
    assert reader.get(at("consultation_answer", asked_of)).status_code == 403
