"""Civil servants: found by what was sent, never by an address; out of reach means not there."""

from __future__ import annotations

import pytest
from django.test import Client

from netra.registry.models import CivilServant, PositionSpell
from netra.registry.tests import builders as make
from netra.web.tests.registry_scene import admin, budi, client_of, dewi, maria, words

pytestmark = pytest.mark.django_db

SEARCH = "/registri/pegawai/"
NEW = {
    "nip": make.ANI_NIP,
    "name": "Ani (contoh)",
    "employment": "PNS",
    "agency_code": "JAMBI-KOTA",
    "title": "Kepala Badan",
    "position": "JPT_PRATAMA",
    "start_date": "2017-01-02",
    "is_primary": "on",
}
MOVED = {**NEW, "title": "Kepala Subbagian", "position": "PENGAWAS", "start_date": "2018-02-15"}


@pytest.fixture(autouse=True)
def agencies() -> None:
    make.make_agency()
    make.make_muaro()


@pytest.mark.parametrize("text", ["budi", make.BUDI_NIP[:8]])
def test_an_officer_finds_people_of_the_own_agency(text):
    person = budi()
    page = words(dewi().post(SEARCH, {"text": text}))
    assert f"/registri/pegawai/{person.ref}/" in page
    assert "Analis Kepegawaian" in page
    assert make.BUDI_NIP not in page.replace(f'value="{make.BUDI_NIP[:8]}"', "")


def test_what_was_looked_for_is_in_no_address_and_a_link_finds_nothing():
    budi()
    assert "Budi" not in words(dewi().get(f"{SEARCH}?text=budi"))


def test_maria_finds_nobody():
    person = budi()
    stranger = maria()
    assert "Tidak ditemukan" in words(stranger.post(SEARCH, {"text": "budi"}))
    for address in ("", "ubah/", "jabatan/", "jabatan/akhir/"):
        assert stranger.get(f"{SEARCH}{person.ref}/{address}").status_code in {403, 404}
    assert stranger.get(f"{SEARCH}{person.ref}/").status_code == 404


def test_an_officer_of_another_agency_meets_nobody():
    person = make.make_person()
    make.make_position(person, agency_code=make.MUARO)
    officer = dewi()
    for address in ("", "ubah/", "jabatan/", "jabatan/akhir/"):
        assert officer.get(f"{SEARCH}{person.ref}/{address}").status_code == 404


@pytest.mark.parametrize("address", ["", "baru/", "PEG-X/", "PEG-X/ubah/", "PEG-X/jabatan/", "PEG-X/jabatan/akhir/"])
def test_nobody_is_let_in_without_signing_in(address):
    assert Client().get(f"{SEARCH}{address}").status_code == 302


def test_the_number_of_a_person_is_whole_only_for_who_keeps_it():
    person = budi()
    assert "19800101 200501 1 001" in words(dewi().get(f"{SEARCH}{person.ref}/"))
    assert "19800101" not in words(client_of(make.make_wayan()).get(f"{SEARCH}{person.ref}/"))


def test_a_new_person_comes_with_a_position_and_is_then_in_reach():
    response = dewi().post(f"{SEARCH}baru/", NEW, follow=True)
    assert response.status_code == 200
    assert "Kepala Badan" in words(response)
    assert make.ANI_NIP not in response.redirect_chain[0][0]


def test_a_refused_position_writes_no_person_and_keeps_what_was_typed():
    response = dewi().post(f"{SEARCH}baru/", {**NEW, "superior_nip": make.CITRA_NIP})
    assert response.status_code == 422
    assert "NIP atasan langsung tidak ada dalam registri" in words(response)
    assert 'value="Ani (contoh)"' in words(response)
    assert not CivilServant.objects.exists()


def test_a_wrong_number_says_what_is_wrong():
    response = dewi().post(f"{SEARCH}baru/", {**NEW, "nip": "197513152000032002"})
    assert "bukan tanggal lahir" in words(response)


def test_the_number_of_permanent_staff_is_refused_for_a_contract_employee_and_both_ways_out_are_said():
    response = dewi().post(f"{SEARCH}baru/", {**NEW, "employment": "PPPK"})
    assert "Nomor ini berbentuk nomor PNS (belum ada PPPK pada 2000), tetapi jenis pegawainya PPPK" in words(response)
    assert "Perbaiki jenis pegawai atau nomornya" in words(response)
    assert not CivilServant.objects.exists()


def test_somebody_who_still_works_elsewhere_is_not_taken_and_nothing_typed_is_lost():
    person = make.make_person(make.ANI_NIP, "Ani (contoh)")
    make.make_position(person, agency_code=make.MUARO)
    response = dewi().post(f"{SEARCH}baru/", NEW)
    assert response.status_code == 422
    assert "masih tercatat menjabat" in words(response)
    assert "MUARO" not in words(response)
    assert 'value="Kepala Badan"' in words(response)
    assert PositionSpell.objects.count() == 1


def test_an_agency_that_is_not_the_officers_own_is_refused():
    response = dewi().post(f"{SEARCH}baru/", {**NEW, "agency_code": "MUARO-JAMBI"})
    assert response.status_code == 422
    assert not CivilServant.objects.exists()


@pytest.mark.parametrize(
    ("field", "why"), [("agency_code", "tidak ada dalam registri"), ("unit_code", "tidak ada pada")]
)
def test_a_code_that_nobody_knows_is_said_beside_its_field(field, why):
    response = dewi().post(f"{SEARCH}baru/", {**NEW, field: "TIADA"})
    assert response.status_code == 422
    assert why in words(response)
    assert 'value="Ani (contoh)"' in words(response)


def test_a_name_is_told_better():
    person = budi()
    told = {"name": "Budi Baru (contoh)", "employment": "PNS"}
    assert dewi().post(f"{SEARCH}{person.ref}/ubah/", told).status_code == 302
    assert CivilServant.objects.get().name == "Budi Baru (contoh)"


def test_a_new_position_ends_the_one_before():
    person = budi()
    officer = dewi()
    assert officer.post(f"{SEARCH}{person.ref}/jabatan/", MOVED).status_code == 302
    page = words(officer.get(f"{SEARCH}{person.ref}/"))
    assert "1 Januari 2015 – sampai sebelum 15 Februari 2018" in " ".join(page.split())


def test_a_position_in_another_agency_is_refused_with_what_was_typed():
    person = budi()
    response = dewi().post(f"{SEARCH}{person.ref}/jabatan/", {**MOVED, "agency_code": "MUARO-JAMBI"})
    assert response.status_code == 422
    assert 'value="Kepala Subbagian"' in words(response)


def test_a_position_ends():
    person = budi()
    ended = dewi().post(f"{SEARCH}{person.ref}/jabatan/akhir/", {"which": "PRIMARY", "until_date": "2018-01-01"})
    assert ended.status_code == 302
    assert PositionSpell.objects.get().until_date is not None


def test_a_position_does_not_end_before_it_began():
    person = budi()
    response = dewi().post(f"{SEARCH}{person.ref}/jabatan/akhir/", {"which": "PRIMARY", "until_date": "2014-01-01"})
    assert response.status_code == 422
    assert "harus sesudah tanggal mulai" in words(response)


def test_where_nothing_is_open_nothing_can_end():
    person = budi()
    lina = admin()
    lina.post(f"{SEARCH}{person.ref}/jabatan/akhir/", {"which": "PRIMARY", "until_date": "2018-01-01"})
    assert "Tidak ada jabatan yang berjalan" in words(lina.get(f"{SEARCH}{person.ref}/jabatan/akhir/"))


def test_no_name_or_number_of_the_search_is_logged(absent_from_logs):
    budi()
    dewi().post(SEARCH, {"text": absent_from_logs("budi (contoh)")})
