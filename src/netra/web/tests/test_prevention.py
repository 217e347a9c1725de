"""Pages of prevention: an officer writes and follows a circular, a civil servant reads it behind a personal link."""

from __future__ import annotations

import csv
import html
import io
import re
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from netra.prevention.models import Acknowledgement, Instrument, InstrumentReminder
from netra.prevention.operations import instrument_draft, reminder_start
from netra.prevention.tests.builders import City, an_entry, at, determined, issued, token
from netra.prevention.tests.reminder_builders import a_rhythm
from netra.web.doors import now, today
from netra.web.tests.registry_scene import client_of, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def city():
    return City()


@pytest.fixture
def officer(city):
    return client_of(city.dewi)


@pytest.fixture
def circular(city):
    return issued(city)


FORM = {
    "rows": "1",
    "agency_code": "JAMBI-KOTA",
    "kind": "CIRCULAR",
    "subject": "Netralitas di media sosial",
    "points": "Jangan memberi tanda suka.\nBila ragu, bertanyalah.",
    "valid_from": "2017-11-30",
    "agency_code_of_0": "",
    "unit_code_0": "DISDIK",
    "employment_0": "",
    "position_0": "",
}


def test_a_circular_from_an_empty_form_to_its_number(city, officer):
    assert officer.post(reverse("instrument_draft"), FORM).status_code == 302
    draft = Instrument.objects.get()
    assert draft.points == ["Jangan memberi tanda suka.", "Bila ragu, bertanyalah."]
    page = words(officer.get(reverse("instrument", args=[draft.ref])))
    assert "Tetapkan dan minta pengakuan" in page and "Unit DISDIK" in page
    officer.post(reverse("instrument_issue", args=[draft.ref]))
    draft.refresh_from_db()
    assert draft.number
    paper = officer.post(reverse("instrument_letter", args=[draft.ref]))
    assert paper.headers["Content-Type"] == "application/pdf"


def test_a_row_is_added_and_nothing_typed_is_lost(city, officer):
    grown = words(officer.post(reverse("instrument_draft"), {**FORM, "add_rows": "1"}))
    assert "Netralitas di media sosial" in grown and "Sasaran 3" in grown
    assert not Instrument.objects.exists()


def test_a_letter_signed_outside_needs_number_date_and_scan_together(city, officer):
    half = officer.post(reverse("instrument_draft"), {**FORM, "number": "800/211/Org"})
    assert half.status_code == 422 and "unggah pindaiannya" in words(half)
    scan = SimpleUploadedFile("edaran.pdf", b"%PDF-1.4 contoh")
    whole = {**FORM, "number": "800/211/Org", "letter_date": "2017-11-30", "original": scan}
    assert officer.post(reverse("instrument_draft"), whole).status_code == 302
    assert Instrument.objects.get().number == "800/211/Org"


def test_a_number_typed_twice_with_another_day_is_told_on_both_letters(city, officer):
    """Dewi mistypes the day of a letter that is recorded already; a letter of the next year is another one."""

    def typed(day: str) -> str:
        scan = SimpleUploadedFile("edaran.pdf", b"%PDF-1.4 contoh")
        form = {**FORM, "number": "800/211/Org", "letter_date": day, "original": scan}
        return words(officer.post(reverse("instrument_draft"), form, follow=True))

    twice = "Nomor ini tercatat lebih dari sekali"
    assert twice not in typed("2017-11-30")
    assert twice in typed("2017-11-20")
    first = Instrument.objects.get(letter_date=date(2017, 11, 30))
    page = words(officer.get(reverse("instrument", args=[first.ref])))
    assert twice in page and "20 November 2017" in page
    assert twice not in typed("2018-11-30")


def test_a_number_typed_twice_is_told_however_the_issuer_was_written(city, officer):
    """Two clerks record the same letter of the ministry, each in their own writing."""

    def typed(issuer: str, number: str) -> str:
        scan = SimpleUploadedFile("edaran.pdf", b"%PDF-1.4 contoh")
        form = {**FORM, "issuer": issuer, "number": number, "letter_date": "2017-11-20", "original": scan}
        return words(officer.post(reverse("instrument_draft"), form, follow=True))

    twice = "Nomor ini tercatat lebih dari sekali"
    assert twice not in typed("Kementerian PANRB", "B/71/M.SM.00.00/2017")
    told = typed("KemenPANRB", "b/71/m.sm.00.00/2017")
    assert twice in told and "Kementerian PANRB, 20 November 2017" in told
    assert twice not in typed("Bawaslu Kota Jambi", "B/72/M.SM.00.00/2017")


def test_the_bank_of_questions_is_written_and_kept_when_the_draft_changes(city, officer):
    draft = instrument_draft(entry=an_entry(questions=[], asked=0), by=city.dewi, at=city.dewi.created_at)
    row = {
        "rows": "1",
        "asked": "1",
        "text_0": "Bolehkah?",
        "choice_0_0": "Ya",
        "choice_1_0": "Tidak",
        "right_0": "1",
        "explanation_0": "UU 5/2014 Pasal 2 huruf f.",
    }
    assert officer.post(reverse("instrument_questions", args=[draft.ref]), row).status_code == 302
    assert officer.post(reverse("instrument_revise", args=[draft.ref]), FORM).status_code == 302
    draft.refresh_from_db()
    assert (draft.subject, draft.questions.get().choices) == ("Netralitas di media sosial", ["Ya", "Tidak"])


def test_who_has_not_answered_and_their_links(city, officer, circular):
    pending = words(officer.get(reverse("instrument_pending", args=[circular.ref])))
    assert "Budi (contoh)" in pending and city.budi.nip not in pending
    sheet = officer.post(reverse("instrument_links", args=[circular.ref])).content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(sheet), delimiter=";"))
    assert rows[0] == ["Nama", "Unit", "Tautan pribadi"]
    links = {name: link for name, _unit, link in rows[1:]}
    assert links["Budi (contoh)"].endswith(f"/baca/{token(circular, city.budi)}/")


def test_a_civil_servant_reads_answers_and_is_done(city, circular):
    browser = Client()
    address = reverse("instrument_acknowledge", args=[token(circular, city.budi)])
    assert circular.subject not in words(browser.get(address))
    wrong = browser.post(address, {"digits": "000000"})
    assert wrong.status_code == 422 and circular.subject not in words(wrong)
    opened = words(browser.post(address, {"digits": "011001"}))
    assert circular.points[0] in opened and "Saya sudah membaca" in opened
    mistaken = words(browser.post(address, {"digits": "011001", "question_1": "0", "sudah_baca": "1"}))
    assert "Ada jawaban yang belum benar" in mistaken and "B/71/M.SM.00.00/2017" in mistaken
    done = words(browser.post(address, {"digits": "011001", "question_1": "1", "sudah_baca": "1"}))
    assert "membaca dan memahami surat ini" in done and "Saya sudah membaca;" not in done


def test_without_an_answer_nothing_is_recorded(city, circular):
    address = reverse("instrument_acknowledge", args=[token(circular, city.budi)])
    answer = Client().post(address, {"digits": "011001", "sudah_baca": "1"})
    assert answer.status_code == 422
    assert Acknowledgement.objects.get().read_at is None


def test_a_code_is_shown_at_the_roll_call_and_scanned(city, officer, circular):
    shown = words(officer.post(reverse("roll_call_open", args=[circular.ref])))
    address = shown.split('big-code">')[1].split("<")[0]
    assert "<svg" in shown
    browser = Client()
    assert city.budi.name not in words(browser.get(address))
    opened = words(browser.post(address, {"nip": "19800101 200501 1 001"}))
    assert f'action="/baca/{token(circular, city.budi)}/"' in opened
    assert browser.post(address, {"nip": "1"}).status_code == 422


def test_a_list_with_errors_keeps_the_good_lines_and_tells_the_others(city, officer, circular):
    sheet = SimpleUploadedFile("apel.csv", f"No;NIP\r\n1;{city.budi.nip}\r\n2;123\r\n".encode())
    answer = officer.post(reverse("attendance_record", args=[circular.ref]), {"held_date": "2017-12-04", "file": sheet})
    page = words(answer)
    assert "1 pegawai dicatat" in page and "tidak ada dalam registri" in page and ">3<" in page
    assert Acknowledgement.objects.get().civil_servant == city.budi


def test_a_list_is_typed_or_uploaded_not_both(city, officer, circular):
    address = reverse("attendance_record", args=[circular.ref])
    assert officer.post(address, {"held_date": "2017-12-04"}).status_code == 422
    assert officer.post(address, {"held_date": "2017-12-04", "text": city.budi.nip}).status_code == 302


def test_a_withdrawn_circular_is_told_apart(city, officer, circular):
    officer.post(reverse("instrument_withdraw", args=[circular.ref]), {"reason": "Diganti."})
    assert "Dicabut pada" in words(officer.get(reverse("instrument", args=[circular.ref])))
    browser = Client()
    gone = browser.post(reverse("instrument_acknowledge", args=[token(circular, city.budi)]), {"digits": "011001"})
    assert "dicabut pada" in words(gone)


class WhenTheDeterminationComesCloser:
    @pytest.fixture(autouse=True)
    def set_the_stage(self, city, monkeypatch):
        determined(date(2018, 2, 12))
        for module in ("netra.web.prevention.warning", "netra.web.prevention.instruments"):
            monkeypatch.setattr(f"{module}.today", lambda: date(2018, 1, 15))

    def it_is_told_what_turns_and_that_nothing_was_sent(self, officer):
        page = words(officer.get(reverse("early_warning")))
        assert "Senin, 12 Februari 2018" in page and "Jumat, 9 Februari 2018" in page
        assert "pelanggaran disiplin: hukuman disiplin berat" in page
        assert "tidak disebut satu baris pun; itu tidak berarti boleh" in page
        assert "Tidak ada surat instansi ini yang berlaku pada hari itu." in page

    def it_becomes_the_draft_of_a_circular(self, officer):
        page = officer.get(reverse("early_warning")).content.decode()
        link = re.search(r'href="([^"]*pencegahan/baru/[^"]*)"', page)
        assert link
        form = officer.get(html.unescape(link[1])).context["form"]
        assert form.initial["kind"] == "CIRCULAR"
        assert "sejak 12 Februari 2018 pelanggaran disiplin, hukuman disiplin berat." in form.initial["points"]

    def it_proposes_a_reminder_where_none_runs_and_tells_of_the_one_that_does(self, city, officer):
        page = officer.get(reverse("early_warning")).content.decode()
        assert "Tidak ada pengingat rutin instansi ini yang berjalan sampai hari itu." in page
        link = re.search(r'href="([^"]*pengingat/baru/[^"]*)"', page)
        assert link
        form = officer.get(html.unescape(link[1])).context["form"]
        assert form.initial["agency_code"] == "JAMBI-KOTA"
        reminder_start(entry=a_rhythm(), by=city.dewi, at=at("2018-01-15"))
        page = words(officer.get(reverse("early_warning")))
        assert "Apel: Setiap minggu, hari Senin" in page and "Tidak ada pengingat rutin" not in page

    @pytest.mark.parametrize("asked", ["hari=kemarin", "hari=2018-02-12&pemilihan=x", "hari=2018-02-12&instansi=X"])
    def it_begins_empty_where_the_address_names_no_such_warning(self, officer, asked):
        form = officer.get(reverse("instrument_draft") + "?" + asked).context["form"]
        assert "subject" not in form.initial


def test_one_click_reminds_the_head_of_a_unit_and_shows_the_letter(city, officer, circular):
    page = words(officer.get(reverse("instrument", args=[circular.ref])))
    assert "Siapa yang bertanggung jawab" in page and "Wali Kota Jambi" in page and "belum pernah" in page
    click = reverse("instrument_remind", args=[circular.ref, "JAMBI-KOTA"])
    for _press in range(2):
        assert officer.post(click, {"unit": "SATPOL"}).status_code == 302
    sent = InstrumentReminder.objects.get()
    page = words(officer.get(reverse("instrument", args=[circular.ref])))
    assert sent.number in page and "diingatkan dengan surat Nomor" in page
    paper = officer.get(reverse("instrument_reminder", args=[circular.ref, sent.letter_ref]))
    assert paper.headers["Content-Type"] == "application/pdf"
    assert "Ingatkan" not in words(client_of(city.wayan).get(reverse("instrument", args=[circular.ref])))


@pytest.mark.parametrize("unit", ["TAK-ADA", "\x00", "'; --", "x" * 500])
def test_a_unit_that_is_none_is_reminded_of_nothing(city, officer, circular, unit):
    click = reverse("instrument_remind", args=[circular.ref, "JAMBI-KOTA"])
    assert officer.post(click, {"unit": unit}).status_code == 404
    assert not InstrumentReminder.objects.exists()


def test_a_letter_whose_days_are_over_is_not_called_in_force(city, officer):
    """The circular on the election of 27 June 2018, looked at years later; nobody can acknowledge it any more."""
    ended = issued(city, valid_until=date(2018, 6, 28))
    listed = words(officer.get(reverse("instrument_list")))
    assert "Sudah berakhir" in listed
    page = words(officer.get(reverse("instrument", args=[ended.ref])))
    assert "Sudah berakhir" in page and "menjadi sasaran pada 27 Juni 2018" in page
    assert "menurut registri hari ini" not in page
    pending = words(officer.get(reverse("instrument_pending", args=[ended.ref])))
    assert "yang pada 27 Juni 2018 menjadi sasaran" in pending and "Catat daftar hadir apel" in pending
    assert "Unduh tautan pribadi" not in pending and "kode QR" not in pending


def test_a_letter_that_begins_later_says_so(city, officer):
    letter = issued(city, moment=now(), valid_from=today() + timedelta(days=30))
    assert "Belum mulai berlaku" in words(officer.get(reverse("instrument", args=[letter.ref])))
