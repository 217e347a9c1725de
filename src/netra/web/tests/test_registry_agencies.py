"""Agencies, their appointing authority and their units: for those who serve them, changed by those who may."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from netra.registry.models import Agency, AppointingAuthority, OrgUnit
from netra.registry.tests import builders as make
from netra.web.registry.units import branched
from netra.web.tests.registry_scene import admin, dewi, maria, words

pytestmark = pytest.mark.django_db

HOME = "/registri/instansi/JAMBI-KOTA/"
AGENCY = {"code": "DINKES", "name": "Dinas Kesehatan (contoh)", "kind": "CENTRAL"}
RAHMAT = {"office_title": "Wali Kota Jambi", "holder_name": "Rahmat (contoh)", "start_date": "2018-11-04"}


@pytest.fixture(autouse=True)
def agencies() -> None:
    make.make_agency()
    make.make_muaro()


@pytest.mark.parametrize(
    "address", ["/registri/", "/registri/instansi/", HOME, f"{HOME}unit/", "/registri/instansi/baru/"]
)
def test_nobody_is_let_in_without_signing_in(address):
    assert Client().get(address).status_code == 302


def test_an_officer_finds_the_own_agency_and_no_other():
    page = words(dewi().get("/registri/instansi/"))
    assert "JAMBI-KOTA" in page
    assert "MUARO-JAMBI" not in page


def test_the_agency_of_somebody_else_is_not_there():
    assert dewi().get("/registri/instansi/MUARO-JAMBI/").status_code == 404
    stranger = maria()
    assert stranger.get(HOME).status_code == 404
    assert stranger.get(f"{HOME}unit/").status_code == 404


def test_an_administrator_finds_all_and_narrows_them():
    lina = admin()
    assert "MUARO-JAMBI" in words(lina.get("/registri/instansi/"))
    narrowed = words(lina.get("/registri/instansi/?text=muaro&kind=REGENCY"))
    assert "MUARO-JAMBI" in narrowed
    assert "JAMBI-KOTA" not in narrowed


def test_the_list_shows_the_agencies_of_the_day_that_is_asked_for():
    make.make_agency("LAMA", name="Dinas Lama (contoh)", valid_until=date(2016, 1, 1), region_code="15.71")
    lina = admin()
    assert "LAMA" not in words(lina.get("/registri/instansi/"))
    assert "LAMA" in words(lina.get("/registri/instansi/?on=2015-06-01"))


def test_the_list_turns_its_pages_by_code():
    for number in range(60):
        make.make_agency(f"UJI-{number:02}", name=f"Instansi {number} (contoh)")
    lina = admin()
    first = words(lina.get("/registri/instansi/"))
    assert "?after=UJI-47" in first
    assert "UJI-48" not in first
    assert "UJI-59" in words(lina.get("/registri/instansi/?after=UJI-47"))


def test_an_agency_is_saved_and_shown():
    response = admin().post("/registri/instansi/baru/", AGENCY, follow=True)
    assert response.redirect_chain == [("/registri/instansi/DINKES/", 302)]
    assert "Dinas Kesehatan (contoh)" in words(response)


def test_a_refused_agency_keeps_what_was_typed():
    response = admin().post("/registri/instansi/baru/", {**AGENCY, "kind": "CITY", "address": "Jalan Melati 7"})
    assert response.status_code == 422
    assert "Kode wilayah wajib diisi" in words(response)
    assert 'value="Jalan Melati 7"' in words(response)
    assert not Agency.objects.filter(code="DINKES").exists()


def test_a_region_that_means_two_is_asked_back():
    response = admin().post("/registri/instansi/baru/", {**AGENCY, "kind": "CITY", "region_code": "Bandung"})
    assert "Kabupaten Bandung (32.04), Kota Bandung (32.73)" in words(response)


def test_a_change_keeps_the_code():
    change = {"name": "Pemkot Jambi", "kind": "CITY", "region_code": "15.71", "code": "LAIN"}
    assert admin().post(f"{HOME}ubah/", change).status_code == 302
    assert Agency.objects.get(code="JAMBI-KOTA").name == "Pemkot Jambi"
    assert not Agency.objects.filter(code="LAIN").exists()


def test_only_an_administrator_changes_an_agency_or_its_authority():
    officer = dewi()
    for address in ("/registri/instansi/baru/", f"{HOME}ubah/", f"{HOME}pejabat/"):
        assert officer.get(address).status_code == 403
        assert officer.post(address, RAHMAT).status_code == 403
    assert not AppointingAuthority.objects.exists()


def test_an_appointing_authority_is_set_and_the_one_before_ends():
    lina = admin()
    lina.post(f"{HOME}pejabat/", {**RAHMAT, "holder_name": "Pendahulu (contoh)", "start_date": "2013-11-04"})
    assert lina.post(f"{HOME}pejabat/", RAHMAT).status_code == 302
    page = words(lina.get(HOME))
    assert "4 November 2013 – sampai sebelum 4 November 2018" in page
    assert "Rahmat (contoh)" in page


def test_two_authorities_on_one_day_are_refused_with_what_was_typed():
    lina = admin()
    lina.post(f"{HOME}pejabat/", RAHMAT)
    response = lina.post(f"{HOME}pejabat/", {**RAHMAT, "holder_name": "Lain (contoh)", "start_date": "2018-01-01"})
    assert response.status_code == 422
    assert "sudah tercatat pejabat lain" in words(response)
    assert 'value="Lain (contoh)"' in words(response)


def test_an_officer_hangs_units_into_the_tree_of_the_own_agency():
    officer = dewi()
    officer.post(f"{HOME}unit/baru/", {"code": "SETDA", "name": "Sekretariat Daerah"})
    officer.post(f"{HOME}unit/baru/", {"code": "BKPSDM", "name": "Badan Kepegawaian", "parent_code": "setda"})
    page = " ".join(words(officer.get(f"{HOME}unit/")).split())
    assert page.index("Sekretariat Daerah") < page.index("<small>SETDA</small><ul>") < page.index("Badan Kepegawaian")
    assert officer.post(f"{HOME}unit/BKPSDM/ubah/", {"name": "Badan"}).status_code == 302
    assert OrgUnit.objects.get(code="BKPSDM").parent is None


def test_a_circle_of_units_is_refused():
    make.make_unit("A")
    make.make_unit("B", parent_code="A")
    response = dewi().post(f"{HOME}unit/A/ubah/", {"name": "Unit A", "parent_code": "B"})
    assert response.status_code == 422
    assert "tidak dapat menjadi induknya" in words(response)


def test_units_of_another_agency_are_not_there():
    assert dewi().get("/registri/instansi/MUARO-JAMBI/unit/baru/").status_code == 404


def test_a_tree_of_any_depth_is_written_as_lists_that_all_close():
    units = [(depth, OrgUnit(code=f"U{depth}")) for depth in (0, 1, 2, 0, 1)]
    branches = list(branched(units, {}))
    assert [branch.opens for branch in branches] == [True, True, False, True, False]
    assert [len(branch.closes) for branch in branches] == [0, 0, 2, 0, 1]


def test_html_in_a_name_stays_text():
    make.make_agency("X", name="<script>alert(1)</script>")
    assert "<script>alert" not in words(admin().get("/registri/instansi/X/"))


def test_a_rename_is_stated_from_a_day_and_the_page_keeps_both_names():
    """On the page of the agency, in its list of another day, and in the form that is opened again."""
    change = {"name": "Pemkot Jambi", "kind": "CITY", "region_code": "15.71", "since": "2020-01-01"}
    lina = admin()
    shown = words(lina.post(f"{HOME}ubah/", change, follow=True))
    assert "<h1>Pemkot Jambi</h1>" in shown
    assert "Nama sebelumnya" in shown and "Pemerintah Kota Jambi" in shown and "1 Januari 2020" in shown
    assert "Pemerintah Kota Jambi" in words(lina.get("/registri/instansi/?on=2019-12-31"))
    assert "Pemerintah Kota Jambi" not in words(lina.get("/registri/instansi/?on=2020-01-01"))
    assert 'value="Pemkot Jambi"' in words(lina.get(f"{HOME}ubah/"))


def test_an_old_name_without_a_day_is_refused_in_words():
    lina = admin()
    change = {"name": "Pemkot Jambi", "kind": "CITY", "region_code": "15.71", "since": "2020-01-01"}
    lina.post(f"{HOME}ubah/", change)
    refused = lina.post(f"{HOME}ubah/", {**change, "name": "Pemerintah Kota Jambi", "since": ""})
    assert refused.status_code == 422
    assert "sudah berakhir pada 1 Januari 2020" in words(refused)


@pytest.mark.parametrize("count", [1, 40])
def test_the_list_asks_the_same_questions_for_one_agency_and_for_forty(count, django_assert_num_queries):
    for number in range(count):
        make.make_agency(f"UJI-{number:02}", name="Nama lama (contoh)", parent_code="JAMBI-KOTA")
        make.make_agency(
            f"UJI-{number:02}", name="Nama baru (contoh)", parent_code="JAMBI-KOTA", since=date(2018, 1, 1)
        )
    lina = admin()
    # Session, account, roles; the agencies; where they stood elsewhere, and the agencies above.
    with django_assert_num_queries(6):
        assert "Nama lama (contoh)" in words(lina.get("/registri/instansi/?on=2017-06-01"))
