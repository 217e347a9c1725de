"""Following with the code: nothing of it in an address, a visit that ends, and words that are never lost."""

from __future__ import annotations

import pytest
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from netra.intake.models import Report, ReportMessage
from netra.intake.operations import receipt_issue, report_ask_completion, report_close, report_reply
from netra.intake.requirements import Requirement
from netra.intake.states import CloseReason, State
from netra.intake.tests.builders import (
    FRIDAY,
    OTHER_SECRET,
    PICTURE,
    SARI,
    a_report,
    in_state,
    send,
    supervisor_office,
)
from netra.intake.uploads import NewFile
from netra.letters.tests.put_off import drawn
from netra.trust import identity
from netra.trust.codes import new_code
from netra.trust.models import SealedIdentity
from netra.trust.senders import WRONG_CODES_PER_HOUR
from netra.trust.tests import builders as cast
from netra.web.intake import visit

pytestmark = pytest.mark.django_db

HOSTILE = '<img src=x onerror="alert(1)">'


def text(response) -> str:
    return str(response.content, "utf-8")


def visitor(code: str) -> Client:
    """Sari with her code, at whatever computer."""
    client = Client()
    entered = client.post("/lacak/", {"code": code})
    assert entered.headers["Location"] == "/lacak/laporan/", text(entered)
    return client


@pytest.fixture
def sari() -> Client:
    return visitor(send().code)


def test_the_code_opens_the_report_however_it_is_written():
    code = send().code
    for written in (code.lower(), code.replace("-", " "), f" {code} "):
        assert Report.objects.get().ref in text(visitor(written).get("/lacak/laporan/"))


def test_the_page_says_where_it_stands_why_and_until_when(sari):
    supervisor_office()
    page = text(sari.get("/lacak/laporan/"))
    assert "Laporan Anda diterima 18 Oktober 2024 09.00" in page
    assert "Setiap laporan diperiksa dahulu syarat formal dan materielnya." in page
    assert "Kenapa tanggal ini?" in page
    assert "Bawaslu Kota Jambi" in page


def test_where_nobody_works_for_the_office_nothing_is_promised(sari):
    page = text(sari.get("/lacak/laporan/"))
    assert "langsung kepada Bawaslu Kota Jambi" in page
    assert "Petugas menyelesaikan kajian awal" not in page
    assert "Kenapa tanggal ini?" not in page
    supervisor_office()
    page = text(sari.get("/lacak/laporan/"))
    assert "belum dilayani" not in page
    assert "Petugas menyelesaikan kajian awal" in page


def test_two_dates_say_which_election_each_belongs_to_while_nobody_knows():
    supervisor_office()
    page = text(visitor(send(election_kind="").code).get("/lacak/laporan/"))
    assert "<p>Pemilu: " in page and "<p>Pemilihan kepala daerah: " in page


def test_the_visit_is_signed_is_not_the_code_and_stays_on_its_way():
    code = send().code
    entered = Client().post("/lacak/", {"code": code})
    cookie = entered.cookies["netra_lacak"]
    assert (cookie["path"], cookie["samesite"], cookie["httponly"], cookie["max-age"]) == (
        "/lacak/",
        "Strict",
        True,
        1800,
    )
    assert code not in cookie.value and code.replace("-", "") not in cookie.value
    assert set(signing.loads(cookie.value, salt=visit.SALT)) == {"report", "designation"}


@pytest.mark.parametrize("forged", ["", "x", "eyJyZXBvcnQiOiJMUFIifQ:1abc:xyz"])
def test_a_forged_visit_opens_nothing(forged):
    send()
    client = Client()
    client.cookies["netra_lacak"] = forged
    assert client.get("/lacak/laporan/").status_code == 403


def test_a_visit_of_another_report_opens_only_that_one(sari):
    other = a_report(OTHER_SECRET)
    assert other.ref not in text(sari.get("/lacak/laporan/"))


def test_a_visit_ends_by_itself_and_the_message_waits(sari, monkeypatch):
    monkeypatch.setattr(visit, "SECONDS", -1)
    late = sari.post("/lacak/pesan/", {"body": "Saksinya dua orang.", "token": "satu"})
    assert late.status_code == 403
    assert 'name="body" value="Saksinya dua orang."' in text(late)
    assert ReportMessage.objects.count() == 0


def test_a_message_that_waited_is_in_the_form_again_after_the_code():
    page = Client().post("/lacak/", {"code": send().code, "body": "Saksinya dua orang."})
    assert page.status_code == 200
    assert "Saksinya dua orang." in text(page) and "Laporan Anda diterima" in text(page)


def test_a_visit_can_be_closed(sari):
    closed = sari.post("/lacak/tutup/")
    assert closed.cookies["netra_lacak"].value == ""
    assert sari.get("/lacak/laporan/").status_code == 403


def test_a_wrong_code_is_explained_and_kept_for_correction():
    wrong = Client().post("/lacak/", {"code": "7K3Q-X9AB"})
    assert wrong.status_code == 422
    assert "17 huruf dan angka; yang diketik 8" in text(wrong)
    assert 'value="7K3Q-X9AB"' in text(wrong)


def test_an_unknown_code_says_so():
    assert "Tidak ada laporan atau pertanyaan dengan kode itu" in text(Client().post("/lacak/", {"code": new_code()}))


def test_too_many_wrong_codes_must_wait_politely_and_the_right_one_opens():
    code = send().code
    client = Client()
    for _time in range(WRONG_CODES_PER_HOUR):
        client.post("/lacak/", {"code": new_code()})
    waiting = client.post("/lacak/", {"code": new_code()})
    assert waiting.status_code == 429
    assert waiting.headers["Retry-After"] == "3600"
    assert "Yang Anda kirim aman." in text(waiting)
    assert client.post("/lacak/", {"code": code}).status_code == 302


def test_a_device_that_changes_its_ipv6_address_stays_the_same_sender():
    for number in range(WRONG_CODES_PER_HOUR):
        Client(REMOTE_ADDR=f"2001:db8:1:2::{number + 1:x}").post("/lacak/", {"code": new_code()})
    again = Client(REMOTE_ADDR="2001:db8:1:2:ffff::1").post("/lacak/", {"code": new_code()})
    elsewhere = Client(REMOTE_ADDR="2001:db8:1:3::1").post("/lacak/", {"code": new_code()})
    assert (again.status_code, elsewhere.status_code) == (429, 422)


def test_behind_a_proxy_one_guesser_does_not_lock_the_others_out(settings):
    settings.HTTPS = True
    code = send().code
    for _time in range(WRONG_CODES_PER_HOUR):
        Client().post("/lacak/", {"code": new_code()}, headers={"X-Forwarded-For": "203.0.113.9"})
    entered = Client().post("/lacak/", {"code": code}, headers={"X-Forwarded-For": "spoofed, 198.51.100.7"})
    assert entered.status_code == 302


def test_a_message_pressed_twice_is_one(sari):
    for _time in range(2):
        sari.post("/lacak/pesan/", {"body": "Saksinya dua orang.", "token": "satu"})
    assert ReportMessage.objects.count() == 1
    assert "Saksinya dua orang." in text(sari.get("/lacak/laporan/"))


def test_files_go_both_ways():
    receipt = send()
    report_reply(
        report_ref=receipt.report_ref,
        body="Mohon lihat formulir ini.",
        token="a",
        by=cast.wayan(),
        at=FRIDAY,
        files=[NewFile("formulir.png", PICTURE)],
    )
    sari = visitor(receipt.code)
    sari.post("/lacak/pesan/", {"token": "b", "uploads": [SimpleUploadedFile("saksi.png", PICTURE)]})
    page = text(sari.get("/lacak/laporan/"))
    assert "Mohon lihat formulir ini." in page and "formulir.png" in page and "saksi.png" in page
    for address in [part.split('"')[0] for part in page.split('action="/lacak/berkas/')[1:]]:
        assert sari.post(f"/lacak/berkas/{address}").content == PICTURE


def test_a_file_of_another_report_is_not_found(sari):
    theirs = visitor(send(OTHER_SECRET).code)
    theirs.post("/lacak/pesan/", {"token": "b", "uploads": [SimpleUploadedFile("saksi.png", PICTURE)]})
    address = text(theirs.get("/lacak/laporan/")).split('action="/lacak/berkas/')[1].split('"')[0]
    assert sari.post(f"/lacak/berkas/{address}").status_code == 404


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"body": ""}, "Tulis pesan atau lampirkan berkas"),
        ({"body": "x" * 10_001}, "yang tertulis 10001"),
        ({"body": "Terlampir", "uploads": "kosong"}, "0 byte"),
    ],
)
def test_a_refused_message_is_kept(sari, given, says):
    if "uploads" in given:
        given = {**given, "uploads": [SimpleUploadedFile("kosong.png", b"")]}
    refused = sari.post("/lacak/pesan/", {**given, "token": "satu"})
    assert refused.status_code == 422
    assert says in text(refused) and given["body"] in text(refused)
    assert ReportMessage.objects.count() == 0


def test_words_are_kept_and_go_without_their_file_where_the_disk_is_nearly_full(sari, disk_with):
    disk_with(free=1024**3)
    given = {"body": "Lihat fotonya", "token": "satu"}
    refused = sari.post("/lacak/pesan/", {**given, "uploads": [SimpleUploadedFile("saksi.png", PICTURE)]})
    assert refused.status_code == 422
    assert "tidak ada ruang untuk berkas baru" in text(refused) and "Lihat fotonya" in text(refused)
    assert sari.post("/lacak/pesan/", given).status_code == 302


def test_hostile_words_are_inert(sari):
    sari.post("/lacak/pesan/", {"body": HOSTILE, "token": "satu"})
    page = text(sari.get("/lacak/laporan/"))
    assert HOSTILE not in page and "&lt;img" in page


def test_what_is_missing_is_listed_with_the_day():
    receipt = send()
    report_ask_completion(
        report_ref=receipt.report_ref, missing=[Requirement.EVIDENCE], note="", by=cast.wayan(), at=FRIDAY
    )
    page = text(visitor(receipt.code).get("/lacak/laporan/"))
    assert "Petugas meminta Anda melengkapi laporan." in page and "<li>Bukti</li>" in page


def test_the_reason_of_an_end_is_told():
    receipt = send()
    report_close(
        report_ref=receipt.report_ref,
        outcome=State.NOT_REGISTERED,
        reason=CloseReason.NOT_NEUTRALITY,
        explanation="Yang dilaporkan bukan pegawai negeri.",
        by=cast.wayan(),
        at=FRIDAY,
    )
    page = text(visitor(receipt.code).get("/lacak/laporan/"))
    assert "Bukan dugaan pelanggaran netralitas" in page and "Yang dilaporkan bukan pegawai negeri." in page


def test_withdrawing_asks_first(sari):
    assert "Ada yang memaksa Anda" in text(sari.get("/lacak/cabut/"))
    assert Report.objects.get().state == State.RECEIVED
    sari.post("/lacak/cabut/")
    assert Report.objects.get().state == State.WITHDRAWN
    assert "Laporan ini dicabut." in text(sari.get("/lacak/laporan/"))


def test_whoever_withdraws_what_became_a_case_is_told_that_the_case_goes_on():
    supervisor_office()
    receipt = send()
    in_state(Report.objects.get(), State.REGISTERED, case_ref="PKR-2024-ABCDEFGHJK")
    sari = visitor(receipt.code)
    assert "pencabutan tidak menghentikannya" in text(sari.get("/lacak/cabut/"))
    sari.post("/lacak/cabut/")
    assert "Perkaranya berjalan terus" in text(sari.get("/lacak/laporan/"))
    assert "tidak dapat dicabut lagi" in text(sari.get("/lacak/cabut/"))
    assert sari.post("/lacak/cabut/").status_code == 409


def test_a_name_given_later_is_sealed_and_the_visit_goes_on(sari):
    assert "Menyusulkan nama" in text(sari.get("/lacak/laporan/"))
    given = {"mode": "CONFIDENTIAL", "reporter_name": "Sari Dewanti (contoh)", "reporter_address": "Jalan Contoh 7"}
    sari.post("/lacak/nama/", given)
    assert identity.unseal(Report.objects.get().designation).name == "Sari Dewanti (contoh)"
    page = text(sari.get("/lacak/laporan/"))
    assert "Laporan Anda diterima" in page
    assert "Sari Dewanti" not in page


def test_a_name_that_is_missing_is_asked_and_the_rest_kept(sari):
    refused = sari.post("/lacak/nama/", {"mode": "NAMED", "reporter_address": "Jalan Contoh 7"})
    assert refused.status_code == 422
    # This page has no choice “tanpa nama”: whoever wants none goes back.
    assert "Tulis nama Anda, atau kembali tanpa mengubah" in text(refused) and "Jalan Contoh 7" in text(refused)
    assert SealedIdentity.objects.count() == 0


def test_the_receipt_of_the_office_can_be_taken_but_no_other_paper():
    supervisor_office()
    receipt = send()
    letter = receipt_issue(
        report_ref=receipt.report_ref,
        signer={"name": "Wayan (contoh)", "position": "Petugas"},
        by=cast.wayan(),
        at=FRIDAY,
    )
    sari = visitor(receipt.code)
    assert f"/lacak/surat/{letter.ref}/" in text(sari.get("/lacak/laporan/"))
    assert drawn(sari.get(f"/lacak/surat/{letter.ref}/").content).startswith(b"%PDF")
    assert visitor(send(OTHER_SECRET).code).get(f"/lacak/surat/{letter.ref}/").status_code == 404


@pytest.mark.parametrize("address", ["/lacak/pesan/", "/lacak/berkas/BKT-2024-X/", "/lacak/tutup/"])
def test_what_changes_something_is_not_done_by_a_link(sari, address):
    assert sari.get(address).status_code == 405


def test_neither_code_nor_name_is_in_any_address_or_kept_by_a_cache():
    receipt = send(reporter=SARI)
    sari = visitor(receipt.code)
    response = sari.get("/lacak/laporan/")
    addresses = [part.split('"')[0] for mark in ('href="', 'action="') for part in text(response).split(mark)[1:]]
    assert not [address for address in addresses if receipt.code in address or "Sari" in address]
    assert receipt.code not in text(response)
    assert response.headers["Cache-Control"] == "no-store"


def test_neither_code_nor_message_is_in_a_log(absent_from_logs):
    code = absent_from_logs(send().code)
    sari = visitor(code)
    sari.post("/lacak/", {"code": f"{code}X"})
    sari.post("/lacak/pesan/", {"body": absent_from_logs("kenari dalam pesan"), "token": "satu"})


def test_the_page_asks_the_same_number_of_questions_however_long_the_talk(sari):
    def questions() -> int:
        with CaptureQueriesContext(connection) as asked:
            sari.get("/lacak/laporan/")
        return len(asked)

    sari.post("/lacak/pesan/", {"body": "satu", "token": "0", "uploads": [SimpleUploadedFile("0.png", PICTURE)]})
    few = questions()
    for number in range(1, 6):
        file = SimpleUploadedFile(f"{number}.png", PICTURE + bytes([number]))
        sari.post("/lacak/pesan/", {"body": "lagi", "token": str(number), "uploads": [file]})
    assert questions() == few <= 8
