"""Pages of outreach: a clerk plans and holds one with a test; Budi answers on his telephone, and is certified."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from netra.letters.tests.put_off import drawn
from netra.prevention.models import Outreach, OutreachAnswer, Participant
from netra.prevention.operations import outreach_hold, outreach_test_set
from netra.prevention.outreach_states import FileKind
from netra.prevention.tests.builders import CITY, City, issued
from netra.prevention.tests.outreach_builders import (
    BANK,
    MATERIAL,
    PHOTO,
    filed,
    held,
    link_of,
    outreach,
    scanned,
    tested,
)
from netra.web.tests.registry_scene import client_of, words

pytestmark = pytest.mark.django_db
BUDI = {"digits": "011001"}


@pytest.fixture
def city():
    return City()


@pytest.fixture
def clerk(city):
    return client_of(city.dewi)


def plan(**over: str) -> dict[str, str]:
    return {
        "rows": "1",
        "agency_code": CITY,
        "title": "Sosialisasi netralitas",
        "planned_date": "2018-03-07",
        "start_time": "",
        "place": "Ruang Pola",
        "aims": "Mengenal larangan\nTahu tempat bertanya",
        "speakers": "Narasumber (contoh); Asisten Komisioner; KASN",
        "agency_code_of_0": "",
        "unit_code_0": "",
        "employment_0": "",
        "position_0": "",
    } | over


def question(number: int, **over: str) -> dict[str, str]:
    told = {
        "text": "Bolehkah menyukai unggahan calon?",
        "choice_0": "Boleh",
        "choice_1": "Tidak boleh",
        "choice_2": "",
        "choice_3": "",
        "right": "1",
        "explanation": "Menunjukkan keberpihakan.",
        "rule": "PRINCIPLE",
    } | over
    return {f"{name}_{number}": value for name, value in told.items()}


def at(name, thing, **more):
    return reverse(name, kwargs={"ref": thing.ref, **more})


def test_an_outreach_from_an_empty_form_to_its_test(city, clerk):
    assert clerk.post(reverse("outreach_plan"), plan()).status_code == 302
    found = Outreach.objects.get()
    page = words(clerk.get(at("outreach", found)))
    assert "Asisten Komisioner, KASN" in page and "belum dicatat hadir" in page.lower().replace(
        "belum ada yang ", "belum "
    )
    form = words(clerk.get(at("outreach_test_set", found)))
    assert "UU 5/2014" in form
    answer = clerk.post(at("outreach_test_set", found), {"rows": "1", "asked": "1", **question(0)})
    assert answer.status_code == 302
    assert found.questions.get().rule == "PRINCIPLE"
    assert "UU 5/2014" in words(clerk.get(at("outreach", found)))


def test_what_was_typed_stays_when_the_speaker_has_no_office(city, clerk):
    answer = clerk.post(reverse("outreach_plan"), plan(speakers="Hanya nama (contoh)"))
    assert answer.status_code == 422
    assert "nama dan jabatan setiap narasumber" in words(answer) and "Hanya nama (contoh)" in words(answer)


def test_a_test_may_begin_with_the_bank_of_a_circular(city, clerk):
    circular, found = issued(city), outreach(city)
    page = words(clerk.get(at("outreach_test_set", found), {"surat": circular.ref}))
    assert "Bolehkah pegawai memberi tanda suka pada unggahan calon?" in page


def test_it_is_moved_and_called_off_with_reasons_that_everybody_reads(city, clerk):
    found = outreach(city)
    moved = {"to_date": "2018-03-14", "reason": "Narasumber berhalangan."}
    assert clerk.post(at("outreach_postpone", found), moved).status_code == 302
    assert "ditunda dari 7 Maret 2018 ke 14 Maret 2018: Narasumber berhalangan." in words(
        clerk.get(at("outreach", found))
    )
    assert clerk.post(at("outreach_cancel", found), {"reason": "Gedung terendam."}).status_code == 302
    answer = Client().post(reverse("outreach_visit", args=[link_of(found, city.budi)]), BUDI)
    assert answer.status_code == 422 and "Gedung terendam." in words(answer)


def test_budi_answers_before_behind_his_digits(city):
    found = tested(city)
    address = reverse("outreach_visit", args=[link_of(found, city.budi)])
    assert "angka terakhir NIP" in words(Client().get(address))
    page = words(Client().post(address, BUDI))
    assert "Sebelum sosialisasi" in page
    first, second = found.questions.order_by("ordinal")
    assert first.text in page and second.text in page
    said = {**BUDI, "sudah_jawab": "1", "question_1": "0", "question_2": "1"}
    answer = Client().post(address, said)
    assert "Jawaban Anda tercatat" in words(answer)
    assert first.explanation not in words(answer)
    assert OutreachAnswer.objects.get().right == 1
    assert "Anda sudah menjawab" in words(Client().post(address, BUDI))
    for each in (page, answer.headers):
        assert city.budi.nip not in str(each)
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_somebody_elses_digits_open_nothing(city):
    found = tested(city)
    address = reverse("outreach_visit", args=[link_of(found, city.budi)])
    answer = Client().post(address, {"digits": city.citra.nip[-6:]})
    assert answer.status_code == 422 and "Sebelum sosialisasi" not in words(answer)
    assert Client().get(address[:-2] + "Z/").status_code == 404


def test_at_the_door_he_is_written_down_and_asked(city, clerk):
    found = outreach(city, planned_date=timezone.localdate(), moment=timezone.now())
    outreach_test_set(outreach_ref=found.ref, items=BANK, asked=2, by=city.dewi, at=timezone.now())
    page = clerk.post(at("outreach_code_open", found))
    assert page.status_code == 200 and "<svg" in page.content.decode()
    secret = page.context["address"].rstrip("/").rpartition("/")[2]
    answer = words(Client().post(reverse("outreach_code", args=[secret]), {"nip": city.budi.nip}))
    assert "Anda tercatat hadir" in answer and "Kirim jawaban" in answer
    assert Participant.objects.get().civil_servant == city.budi


def test_a_list_with_errors_gives_them_back_as_a_file(city, clerk):
    found = held(city, outreach(city))
    sheet = SimpleUploadedFile("hadir.csv", f"NIP\n{city.budi.nip}\n123\n".encode(), "text/csv")
    answer = clerk.post(at("outreach_attendance_record", found), {"file": sheet, "text": ""})
    page = words(answer)
    assert "1 peserta dicatat." in page and "1 baris tidak dicatat" in page
    assert clerk.get(at("outreach_rejected", found)).status_code == 200
    people = words(clerk.get(at("outreach_participants", found)))
    assert "7 Maret 2018" in people and city.dewi.full_name in people and city.budi.nip not in people


def test_who_was_there_opens_the_certificate_and_the_material_behind_the_digits(city, clerk):
    found = tested(city)
    scanned(city, found, city.budi)
    held(city, found)
    material = filed(city, found, FileKind.MATERIAL, MATERIAL)
    filed(city, found, FileKind.PHOTO, PHOTO)
    link = link_of(found, city.budi)
    own = reverse("outreach_own_certificate", args=[link])
    assert Client().post(own, BUDI).status_code == 404
    assert clerk.post(at("outreach_certify", found)).status_code == 302
    for answer in (
        Client().post(own, BUDI),
        clerk.post(at("outreach_certificate", found, person=city.budi.ref)),
        Client().post(reverse("outreach_material", args=[link, material]), BUDI),
    ):
        assert answer.status_code == 200
        assert drawn(answer.content).startswith(b"%PDF")
    assert Client().get(own).status_code == 200
    assert Client().post(own, {"digits": "000000"}).status_code == 422


def test_a_visitor_of_another_agency_finds_neither_page_nor_result(city):
    found = held(city, outreach(city))
    stranger = client_of(city.maria)
    for name in ("outreach", "outreach_result", "outreach_participants"):
        assert stranger.get(at(name, found)).status_code == 404


def test_the_overseer_reads_the_result_but_gets_no_names(city):
    found = tested(city)
    scanned(city, found, city.budi)
    held(city, found)
    overseer = client_of(city.ani)
    page = words(overseer.get(at("outreach_result", found)))
    assert "Kurang dari lima" in page and "SMP-1" in page
    assert "Budi" not in page
    assert overseer.get(at("outreach_participants", found)).status_code == 404


def test_the_links_are_a_sheet_without_numbers_of_people(city, clerk):
    found = outreach(city)
    answer = clerk.post(at("outreach_links", found))
    text = answer.content.decode()
    assert link_of(found, city.budi) in text and city.budi.nip not in text


def test_the_list_costs_the_same_however_many_there_are(city, clerk):
    outreach(city)
    clerk.get(reverse("outreach_list"))
    with CaptureQueriesContext(connection) as few:
        clerk.get(reverse("outreach_list"))
    for _number in range(5):
        outreach(city)
    with CaptureQueriesContext(connection) as many:
        clerk.get(reverse("outreach_list"))
    assert len(few) == len(many)


def test_one_whose_day_passed_unsaid_is_marked_late(city, clerk):
    day = timezone.localdate() - timedelta(days=1)
    found = outreach(city, planned_date=day, moment=timezone.now())
    assert "harinya lewat, belum dicatat" in words(clerk.get(reverse("outreach_list")))
    outreach_hold(outreach_ref=found.ref, held_date=day, by=city.dewi, at=timezone.now())
    assert "harinya lewat" not in words(clerk.get(reverse("outreach_list")))
