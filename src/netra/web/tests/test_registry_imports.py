"""Try, read, write: on pages, without JavaScript, and with nothing left behind."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError
from django.test import Client

from netra.registry.imports import people_run, telling
from netra.registry.models import Agency, CivilServant, StagedImport
from netra.registry.tests import builders as make
from netra.registry.tests.builders import AGENCY_COLUMNS, a_csv, an_xlsx
from netra.registry.tests.builders import ANI_ROW as ANI
from netra.registry.tests.builders import BUDI_ROW as BUDI
from netra.registry.tests.builders import PEOPLE_COLUMNS as PEOPLE
from netra.trust.models import Event, StoredContent
from netra.web.registry import progress
from netra.web.tests.registry_scene import admin, dewi, maria, words

pytestmark = pytest.mark.django_db

IMPORT = "/registri/impor/"
BAD = ("1", "=HYPERLINK(1)", *BUDI[2:])


@pytest.fixture(autouse=True)
def agency() -> None:
    make.make_agency()


def tried(client: Client, content: bytes, *, name: str = "pegawai.csv", **over: str) -> Any:
    told = {"kind": "CIVIL_SERVANTS", "agency_code": "", **over}
    return client.post(IMPORT, {**told, "file": SimpleUploadedFile(name, content)})


def confirmed(client: Client) -> Any:
    return client.post(f"{IMPORT}tulis/", {"sha256": StagedImport.objects.get().sha256})


def test_a_tried_file_writes_nothing_and_says_what_it_would_write():
    before = Event.objects.exclude(verb="trust.day_close").count()
    page = words(tried(dewi(), a_csv(PEOPLE, ANI, BAD)))
    assert "belum ada yang ditulis" in page
    assert "<dt>Akan dibuat</dt><dd>1</dd>" in page
    assert "NIP harus 18 angka" in page
    assert not CivilServant.objects.exists()
    # The first form of a day that is not refused takes the root of the day before, whatever the form does.
    assert Event.objects.exclude(verb="trust.day_close").count() == before


def test_a_confirmed_file_is_written_and_destroyed():
    officer = dewi()
    tried(officer, a_csv(PEOPLE, ANI, BUDI))
    page = words(confirmed(officer))
    assert "<dt>Dibuat</dt><dd>2</dd>" in page
    assert CivilServant.objects.count() == 2
    assert not StoredContent.objects.exists()


def test_a_post_without_a_start_is_said_before_and_after_writing_and_on_the_page_of_the_person():
    officer = dewi()
    undated = a_csv(PEOPLE, (*ANI[:9], ""))
    for page in (words(tried(officer, undated)), words(confirmed(officer))):
        assert "1 baris tidak menyebut TMT jabatan, jadi jabatannya dicatat mulai tanggal impor" in page
    person = CivilServant.objects.get()
    assert "mulai perkiraan: tanggal impor" in words(officer.get(f"/registri/pegawai/{person.ref}/"))


def test_a_file_sent_for_writing_twice_is_written_once():
    officer = dewi()
    tried(officer, a_csv(PEOPLE, ANI))
    sha256 = StagedImport.objects.get().sha256
    assert officer.post(f"{IMPORT}tulis/", {"sha256": sha256}).status_code == 200
    again = officer.post(f"{IMPORT}tulis/", {"sha256": sha256})
    assert again.status_code == 409
    assert "Unggah lagi" in words(again)


def test_a_page_left_open_does_not_write_the_file_that_came_after_it():
    officer = dewi()
    tried(officer, a_csv(PEOPLE, ANI))
    shown = StagedImport.objects.get().sha256
    tried(officer, a_csv(PEOPLE, BUDI))
    assert officer.post(f"{IMPORT}tulis/", {"sha256": shown}).status_code == 409
    assert not CivilServant.objects.exists()


def test_nobody_writes_what_somebody_else_tried():
    tried(dewi(), a_csv(PEOPLE, ANI))
    assert confirmed(admin()).status_code == 409


def test_a_tried_file_waits_on_the_page_and_can_be_thrown_away():
    officer = dewi()
    tried(officer, a_csv(PEOPLE, ANI))
    assert "Menunggu ditulis" in words(officer.get(IMPORT))
    assert officer.post(f"{IMPORT}buang/").status_code == 302
    assert "Menunggu ditulis" not in words(officer.get(IMPORT))
    assert not StoredContent.objects.exists()


def test_rejected_rows_come_back_without_a_formula_that_runs():
    officer = dewi()
    tried(officer, a_csv(PEOPLE, ANI, BAD))
    response = officer.get(f"{IMPORT}ditolak.csv")
    assert response.headers["Content-Disposition"].startswith("attachment")
    text = response.content.decode("utf-8-sig")
    assert ";'=HYPERLINK(1);" in text
    assert "NIP harus 18 angka" in text
    assert officer.get(f"{IMPORT}ditolak.xlsx").content.startswith(b"PK")


def test_rejected_rows_are_still_there_after_writing():
    officer = dewi()
    tried(officer, a_csv(PEOPLE, ANI, BAD))
    confirmed(officer)
    assert "NIP harus 18 angka" in officer.get(f"{IMPORT}ditolak.csv").content.decode()


def test_rejected_rows_are_nobody_elses():
    tried(dewi(), a_csv(PEOPLE, BAD))
    assert admin().get(f"{IMPORT}ditolak.csv").status_code == 409
    assert maria().get(f"{IMPORT}ditolak.csv").status_code == 403


def test_a_picture_that_calls_itself_csv_is_refused_and_the_choices_stay():
    response = tried(dewi(), b"\x89PNG\r\n\x1a\n\x00\x00", kind="UNITS", agency_code="JAMBI-KOTA")
    assert response.status_code == 422
    assert "bukan teks CSV dan bukan XLSX" in words(response)
    assert re.search(r'value="UNITS"[^>]* checked', words(response))
    assert 'value="JAMBI-KOTA"' in words(response)
    assert not StoredContent.objects.exists()


def test_a_workbook_that_calls_itself_csv_is_read_and_said_so():
    page = words(tried(dewi(), an_xlsx(PEOPLE, ANI), name="pegawai.csv"))
    assert "isinya XLSX; dibaca sebagai XLSX" in page
    assert "<dt>Akan dibuat</dt><dd>1</dd>" in page


@pytest.mark.parametrize(("content", "why"), [(b"", "Berkas kosong"), (a_csv(PEOPLE), "tidak ada baris data")])
def test_a_file_with_nothing_in_it_is_refused(content, why):
    response = tried(dewi(), content)
    assert response.status_code == 422
    assert why in words(response)


def test_a_file_of_more_than_ten_megabytes_is_refused_with_the_limit():
    response = tried(dewi(), b"x" * (10 * 1024 * 1024 + 1))
    assert response.status_code == 422
    assert "melebihi batas 10 MB" in words(response)


def test_an_officer_writes_for_the_own_agency_only():
    make.make_muaro()
    page = words(tried(dewi(), a_csv(PEOPLE, (*ANI[:3], make.MUARO, *ANI[4:]))))
    assert "di luar kewenangan" in page
    assert "Tulis ke registri" not in page


def test_agencies_are_imported_by_administrators_only():
    content = a_csv(AGENCY_COLUMNS, ("BKN-X", "Badan (contoh)", "Pusat", "", ""))
    assert tried(dewi(), content, kind="AGENCIES").status_code == 422
    StagedImport.objects.all().delete()
    lina = admin()
    tried(lina, content, kind="AGENCIES")
    confirmed(lina)
    assert Agency.objects.filter(code="BKN-X").exists()


@pytest.mark.parametrize("address", ["", "tulis/", "buang/", "ditolak.csv", "templat/units.csv"])
def test_it_is_only_for_those_who_import(address):
    method = "post" if address in {"tulis/", "buang/"} else "get"
    assert getattr(Client(), method)(f"{IMPORT}{address}").status_code == 302
    assert getattr(maria(), method)(f"{IMPORT}{address}").status_code == 403


@pytest.mark.parametrize("address", ["tulis/", "buang/"])
def test_a_link_neither_writes_nor_destroys(address):
    assert dewi().get(f"{IMPORT}{address}").status_code == 405


def test_an_empty_file_with_the_right_headings_can_be_fetched():
    officer = dewi()
    assert officer.get(f"{IMPORT}templat/civil_servants.csv").content.decode("utf-8-sig").startswith("NIP;Nama;")
    assert officer.get(f"{IMPORT}templat/raja.csv").status_code == 404
    assert officer.get(f"{IMPORT}ditolak.exe").status_code == 404


class WhenTheFileIsLong:
    @pytest.fixture(autouse=True)
    def small_batches(self, monkeypatch) -> None:
        monkeypatch.setattr(people_run, "MOST_ROWS", 1)
        monkeypatch.setattr(progress, "BATCH_ROWS", 1)

    def it_shows_how_far_it_is_and_then_the_result(self):
        officer = dewi()
        response = tried(officer, a_csv(PEOPLE, ANI, BUDI))
        assert response.streaming
        page = words(response)
        places = [page.index(text) for text in ("0 dari 2 baris", "1 dari 2 baris", "2 dari 2 baris", 'id="hasil"')]
        assert places == sorted(places)
        assert page.rstrip().endswith("</html>")
        assert words(confirmed(officer)).count("Sudah ditulis") == 1
        assert CivilServant.objects.count() == 2

    def it_keeps_whole_batches_when_the_reader_goes_away(self):
        officer = dewi()
        content = a_csv(PEOPLE, ANI, BUDI)
        words(tried(officer, content))
        response = confirmed(officer)
        for piece in response.streaming_content:
            if b"1 dari 2" in piece:
                break
        response._iterator.close()
        assert CivilServant.objects.count() == 1
        assert "Menunggu ditulis" in words(officer.get(IMPORT))
        words(confirmed(officer))
        assert CivilServant.objects.count() == 2

    def it_says_so_on_the_page_when_the_storage_goes_away(self, monkeypatch):
        officer = dewi()
        words(tried(officer, a_csv(PEOPLE, ANI, BUDI)))
        monkeypatch.setattr(telling, "record", unplugged)
        response, pieces = confirmed(officer), []
        with pytest.raises(DatabaseError):
            pieces.extend(response.streaming_content)
        assert b"Impor terhenti" in b"".join(pieces)
        assert not CivilServant.objects.exists()

    def it_speaks_the_readers_language_to_the_end(self):
        officer = dewi()
        officer.cookies["django_language"] = "en"
        assert "<dt>Unchanged</dt>" in words(tried(officer, a_csv(PEOPLE, ANI, BUDI)))


def unplugged(**_event: object) -> None:
    raise DatabaseError("the storage is gone")
