"""Failures become pages in plain words, and nobody loses what they typed."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from http import HTTPStatus

import pytest
from django.db import OperationalError
from django.forms import BaseForm, PasswordInput
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from netra.intake import access
from netra.trust import codes, operations
from netra.trust.access import NotAllowed
from netra.trust.errors import NotFound, Refused
from netra.trust.tests import builders
from netra.urls import urlpatterns as house_urlpatterns
from netra.web import errors, middleware

FAILURES = {
    "hilang": NotFound("tidak ada"),
    "wewenang": NotAllowed("Tindakan ini milik peran lain."),
    "aturan": Refused("Terlapor belum didengar (PP 94/2021 Pasal 26). Panggil dahulu."),
    "basisdata": OperationalError("server closed the connection"),
    "penuh": OSError(errno.ENOSPC, "No space left on device"),
    "rusak": RuntimeError("nomor rekening rahasia"),
}


def failing(request: HttpRequest, kind: str) -> HttpResponse:
    raise FAILURES[kind]


urlpatterns = [*house_urlpatterns, path("gagal/<str:kind>/", failing)]
handler400 = "netra.web.errors.bad_request"
handler403 = "netra.web.errors.not_allowed"
handler404 = "netra.web.errors.not_found"
handler500 = "netra.web.errors.server_error"

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


@pytest.fixture
def client() -> Client:
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(
    ("kind", "status", "words"),
    [
        ("hilang", HTTPStatus.NOT_FOUND, "Tidak ditemukan"),
        ("wewenang", HTTPStatus.FORBIDDEN, "Tindakan ini milik peran lain."),
        ("aturan", HTTPStatus.CONFLICT, "Panggil dahulu."),
        ("basisdata", HTTPStatus.SERVICE_UNAVAILABLE, "Tidak ada yang tersimpan setengah."),
        ("penuh", HTTPStatus.SERVICE_UNAVAILABLE, "Tidak ada yang tersimpan setengah."),
        ("rusak", HTTPStatus.INTERNAL_SERVER_ERROR, "Ini kesalahan kami"),
    ],
)
def test_a_failure_becomes_a_page_in_plain_words(client, kind, status, words):
    response = client.get(f"/gagal/{kind}/")
    assert response.status_code == status
    assert words in response.content.decode()


def test_a_failure_shows_nothing_of_its_inside(client):
    assert "rahasia" not in client.get("/gagal/rusak/").content.decode()


def test_an_unknown_address_is_not_found(client):
    response = client.get("/tidak-ada/")
    assert response.status_code == HTTPStatus.NOT_FOUND
    assert "Periksa kembali alamat atau kodenya." in response.content.decode()


def test_a_lost_database_keeps_what_was_typed_except_passwords(client):
    typed = {"uraian": 'Ia berkata "pilih nomor satu" & <pergi>', "password": "sandi-saya"}
    page = client.post("/gagal/basisdata/", typed).content.decode()
    assert 'value="Ia berkata &quot;pilih nomor satu&quot; &amp; &lt;pergi&gt;"' in page
    assert "sandi-saya" not in page


def the_database_is_lost(*_given: object, **_named: object) -> None:
    raise OperationalError("database is locked")


def test_a_lost_database_sends_no_password_of_an_officer_back(client, monkeypatch):
    monkeypatch.setattr(operations, "password_change", the_database_is_lost)
    client.force_login(builders.wayan())
    response = client.post("/akun/", {"old": "sandi lama wayan", "new": "sandi baru wayan"})
    assert response.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert "sandi lama" not in response.content.decode() and "sandi baru" not in response.content.decode()


def test_a_lost_database_sends_no_code_of_a_report_back_but_the_message(client, monkeypatch):
    monkeypatch.setattr(access, "report_of_code", the_database_is_lost)
    code = codes.new_code()
    page = client.post("/lacak/", {"code": code, "body": "Ada saksi lain"}).content.decode()
    assert "Tidak ada yang tersimpan setengah." in page and 'value="Ada saksi lain"' in page
    assert code not in page


def forms_below(parent: type[BaseForm]) -> Iterator[type[BaseForm]]:
    for form in parent.__subclasses__():
        yield form
        yield from forms_below(form)


def test_no_form_of_the_house_has_a_password_that_would_be_sent_back():
    ours = [form for form in forms_below(BaseForm) if form.__module__.startswith("netra.")]
    passwords = {
        name
        for form in ours
        for name, field in getattr(form, "base_fields", {}).items()
        if isinstance(field.widget, PasswordInput)
    }
    assert passwords == {"password", "old", "new"}
    assert passwords <= errors.NEVER_SENT_BACK


def test_the_page_of_a_lost_database_asks_nothing_of_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get("/gagal/basisdata/")


def test_a_request_that_is_too_large_is_refused_before_it_is_read(client, monkeypatch):
    monkeypatch.setattr(middleware, "REQUEST_LIMIT_BYTES", 1000)
    response = client.post("/gagal/rusak/", {"uraian": "a" * 2000})
    assert response.status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    assert "Satu berkas paling besar 20" in response.content.decode()


def test_as_many_files_as_promised_of_the_size_promised_fit_into_one_sending(settings):
    assert middleware.REQUEST_LIMIT_BYTES >= 20 * settings.EVIDENCE_LIMIT_BYTES


def test_a_text_that_is_too_long_is_not_called_a_file_that_is_too_large(client, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1024
    page = client.post("/masuk/", {"username": "a" * 2000})
    assert page.status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    assert "Tulisan pada formulir ini lebih dari 1" in page.content.decode()
    assert "berkas paling besar" not in page.content.decode()


def test_a_form_without_its_token_is_refused_in_plain_words():
    response = Client(enforce_csrf_checks=True).post("/masuk/", {"username": "wayan"})
    assert response.status_code == HTTPStatus.FORBIDDEN
    assert "Belum ada yang tersimpan." in response.content.decode()


def test_an_address_for_another_host_is_refused_in_plain_words(client):
    answer = client.get("/", headers={"host": "lain.example"})
    assert answer.status_code == 400
    assert "Netra" in answer.content.decode()


@pytest.mark.parametrize("name", ["wayan", "dewi"])
def test_a_page_of_another_role_says_whose_it_is_and_what_one_holds(client, name):
    client.force_login(getattr(builders, name)())
    held = {"wayan": "Petugas penerima laporan (Bawaslu)", "dewi": "Petugas kepegawaian (BKPSDM/BKD)"}[name]
    answer = client.get("/pengguna/")
    shown = answer.content.decode()
    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert f"Yang membukanya: Administrator. Peran Anda: {held}." in shown
    assert 'href="/akun/"' in shown


def test_who_holds_nothing_is_told_so(client):
    client.force_login(builders.make_user("tanpa"))
    assert "Peran Anda: belum ada." in client.get("/pengguna/").content.decode()


def test_an_address_that_takes_a_button_alone_shows_a_page_when_it_is_opened(client):
    client.force_login(builders.lestari())
    answer = client.get("/pengguna/lestari/nonaktif/")
    assert answer.status_code == HTTPStatus.METHOD_NOT_ALLOWED
    assert "Alamat ini hanya untuk tombol" in answer.content.decode()
    assert "Ke halaman depan" in answer.content.decode()
    assert answer.headers["Allow"] == "POST"
