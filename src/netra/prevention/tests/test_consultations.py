"""A body outside is asked and answers; the answer can be found and cited, and never changes."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from netra.letters.tests.put_off import drawn
from netra.prevention.meeting_states import ConsultationState
from netra.prevention.models import Consultation
from netra.prevention.operations import (
    MeetingRefused,
    consultation_answer,
    consultation_ask,
    consultation_withdraw,
)
from netra.prevention.queries import consultation_file, consultation_page, consultation_paper
from netra.prevention.tests.builders import at
from netra.prevention.tests.meeting_builders import Round, a_question, an_answer, asked
from netra.trust.access import NotAllowed, scope_of
from netra.trust.errors import NotFound
from netra.trust.models import Event

pytestmark = pytest.mark.django_db
TODAY, NOW = date(2018, 3, 10), at("2018-03-10")


@pytest.fixture
def scene():
    return Round()


def answer(scene, consultation, **over):
    return consultation_answer(consultation_ref=consultation.ref, entry=an_answer(**over), by=scene.dewi, at=NOW)


def withdraw(scene, consultation, **over):
    reason = over.get("reason", "Sudah diatur dalam surat edaran.")
    return consultation_withdraw(consultation_ref=consultation.ref, reason=reason, by=scene.dewi, at=NOW)


def found(user, text=""):
    return [row.consultation.ref for row in consultation_page(user, on=TODAY, text=text)[0]]


def test_an_answered_question_can_be_cited_with_body_day_and_reference(scene):
    consultation = asked(scene)
    assert consultation_file(scene.dewi, consultation.ref, on=TODAY).citation == ""
    answer(scene, consultation)
    assert consultation_file(scene.dewi, consultation.ref, on=TODAY).citation == (
        "Jawaban KemenPANRB dan KASN melalui Asisten komisioner (contoh), tanggal 8 Maret 2018, atas konsultasi "
        f"Pemerintah Kota Jambi tentang Pengawasan dan evaluasi netralitas ({consultation.ref})"
    )
    paper, kind = consultation_paper(scene.hasan, consultation.ref, by=scene.hasan, at=NOW, on=TODAY)
    assert (drawn(paper)[:4], kind) == (b"%PDF", "application/pdf")


def test_it_is_found_by_any_of_its_words(scene):
    consultation = asked(scene)
    asked(scene, subject="Cuti kampanye", question="Bolehkah? (contoh)", body="BKN")
    answer(scene, consultation)
    for text in ("kasn", "EVALUASI berkala", consultation.ref, "netralitas panrb"):
        assert found(scene.dewi, text) == [consultation.ref], text
    assert found(scene.dewi, "netralitas bkn") == []
    assert len(found(scene.dewi)) == 2


def test_the_agency_and_its_overseers_see_it_and_no_other(scene):
    consultation = asked(scene)
    assert not scope_of(scene.maria, "prevention.consultation_view", on=TODAY).is_empty
    for user in (scene.dewi, scene.rahmat, scene.ani, scene.hasan):
        assert found(user) == [consultation.ref]
    for user in (scene.wayan, scene.nurul, scene.maria):
        assert found(user) == []
        with pytest.raises(NotFound):
            consultation_file(user, consultation.ref, on=TODAY)
    with pytest.raises(NotAllowed):
        consultation_withdraw(consultation_ref=consultation.ref, reason="Bukan saya.", by=scene.rahmat, at=NOW)
    with pytest.raises(NotAllowed):
        consultation_ask(entry=a_question(), by=scene.nurul, at=NOW)


def test_without_a_paper_there_is_none_to_open(scene):
    consultation = asked(scene)
    answer(scene, consultation, paper=None)
    with pytest.raises(NotFound):
        consultation_paper(scene.dewi, consultation.ref, by=scene.dewi, at=NOW, on=TODAY)


# By hand: while it is waited for, both ends are possible; from an end nothing is.
ENDS = {"answered": answer, "withdrawn": withdraw}


@pytest.mark.parametrize("first", ENDS)
@pytest.mark.parametrize("second", ENDS)
def test_what_was_answered_or_withdrawn_stays_so(scene, first, second):
    consultation = asked(scene)
    ENDS[first](scene, consultation)
    said = {"answered": "sudah dijawab", "withdrawn": "sudah ditarik"}[first]
    with pytest.raises(MeetingRefused, match=said):
        ENDS[second](scene, consultation)
    assert (
        Consultation.objects.get().state
        == {
            "answered": ConsultationState.ANSWERED,
            "withdrawn": ConsultationState.WITHDRAWN,
        }[first]
    )


@pytest.mark.parametrize(
    ("over", "said"),
    [
        ({"body": " "}, "lembaga yang ditanya"),
        ({"subject": " "}, "perihalnya"),
        ({"question": " "}, "pertanyaannya"),
        ({"asked_date": date(2018, 3, 2)}, "belum tiba"),
        ({"asked_date": date(2013, 3, 1)}, "tahun 2014"),
    ],
)
def test_what_cannot_be_a_question_is_refused_in_words(scene, over, said):
    with pytest.raises(MeetingRefused, match=said):
        asked(scene, **over)
    assert not Consultation.objects.exists()


@pytest.mark.parametrize(
    ("over", "said"),
    [
        ({"answer": " "}, "jawabannya"),
        ({"answered_by": " "}, "siapa yang menjawab"),
        ({"answered_date": date(2018, 2, 28)}, "lebih awal daripada hari bertanya"),
        ({"answered_date": date(2018, 3, 11)}, "belum tiba"),
    ],
)
def test_what_cannot_be_an_answer_is_refused_in_words(scene, over, said):
    with pytest.raises(MeetingRefused, match=said):
        answer(scene, asked(scene), **over)


def test_an_answer_is_locked(scene):
    answer(scene, asked(scene))
    with pytest.raises(DatabaseError, match="tidak dapat diubah"), transaction.atomic():
        Consultation.objects.update(answer="Jawaban lain.")


def test_the_trail_names_each_step(scene):
    answer(scene, asked(scene))
    verbs = Event.objects.filter(subject__startswith="consultation:").order_by("seq").values_list("verb", flat=True)
    assert list(verbs) == ["prevention.consultation_ask", "prevention.consultation_answer"]
