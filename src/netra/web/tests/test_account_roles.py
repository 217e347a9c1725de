"""The administrator gives roles, and only in places that there are."""

from __future__ import annotations

import pytest
from django.test import Client

from netra.intake.tests.builders import agency
from netra.registry.models import Agency, OrgUnit
from netra.trust.acts import Role
from netra.trust.models import RoleGrant, User
from netra.trust.operations import examiner_assign
from netra.trust.tests import builders as trust
from netra.trust.trail import record
from netra.web.tests.cases_scene import page, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def lestari() -> User:
    return trust.lestari()


@pytest.fixture
def door(lestari: User) -> Client:
    trust.make_user("nyoman")
    return signed_in(lestari)


def given(door: Client, role: Role, **place: str) -> str:
    """What the page says; nothing where the role was given."""
    answer = door.post("/pengguna/nyoman/peran/", {"role": role, "valid_from": "2024-01-01", **place})
    assert answer.status_code == (302 if RoleGrant.objects.filter(user__username="nyoman").exists() else 422)
    return str(answer.content.decode())


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("15.71", "15.71"), (" 15 ", "15"), ("91.01", "93.01"), ("1571", "15.71"), ("Kota Jambi", "15.71")],
)
def test_a_role_is_given_in_a_region_that_there_is_under_the_code_in_force(door, typed, kept):
    assert given(door, Role.INTAKE_OFFICER, region_code=typed) == ""
    assert RoleGrant.objects.get(user__username="nyoman").region_code == kept


@pytest.mark.parametrize("typed", ["15.99", "01", "15.71x", "Kota Jamby"])
def test_a_role_in_no_region_is_refused_and_what_was_typed_stays(door, typed):
    shown = given(door, Role.INTAKE_OFFICER, region_code=typed)
    assert f"Wilayah “{typed}” tidak dikenal." in shown
    assert f'value="{typed}"' in shown


def test_a_role_is_given_in_an_agency_of_the_registry(door):
    agency("JAMBI-KOTA")
    assert given(door, Role.PERSONNEL_OFFICER, agency_code=" jambi-kota ") == ""
    assert RoleGrant.objects.get(user__username="nyoman").agency_code == "JAMBI-KOTA"


def test_a_role_in_no_agency_is_refused_and_what_was_typed_stays(door):
    agency("JAMBI-KOTA")
    shown = given(door, Role.PERSONNEL_OFFICER, agency_code="JAMBI-KOTTA")
    assert "Instansi “JAMBI-KOTTA” tidak ada dalam registri." in shown
    assert 'value="JAMBI-KOTTA"' in shown


def test_an_examiner_is_assigned_to_a_matter_and_made_on_no_other_page(door, lestari):
    assert "Pemeriksa / anggota majelis" not in page(lestari, "/pengguna/nyoman/")
    assert "EXAMINER" in given(door, Role.EXAMINER)


def test_an_examiner_is_still_relieved_there(door):
    trust.grant(User.objects.get(username="nyoman"), Role.EXAMINER, matter="PKR-2024-1")
    door.post("/pengguna/nyoman/peran/cabut/", {"role": Role.EXAMINER, "subject_ref": "PKR-2024-1"})
    assert RoleGrant.objects.get(user__username="nyoman").valid_until is not None


def test_a_used_role_is_taken_with_a_reason_that_the_page_asks_for(door, lestari):
    nyoman = User.objects.get(username="nyoman")
    trust.grant(nyoman, Role.INTAKE_OFFICER, region="15.71")
    record(chain="house", verb="trust.login", by=nyoman, at=trust.MORNING, subject=nyoman.actor_ref, payload={})
    place = {"role": Role.INTAKE_OFFICER, "region_code": "15.71"}
    answer = door.post("/pengguna/nyoman/peran/cabut/", place)
    assert answer.status_code == 422
    assert "Tuliskan mengapa peran itu dicabut" in answer.content.decode()
    assert RoleGrant.objects.get(user=nyoman).valid_until is None
    assert "Mengapa dicabut" in page(lestari, "/pengguna/nyoman/")
    assert door.post("/pengguna/nyoman/peran/cabut/", {**place, "reason": "Pindah tugas."}).status_code == 302
    assert RoleGrant.objects.get(user=nyoman).valid_until is not None


def test_whom_an_agency_assigned_it_lets_go_itself_and_no_button_is_offered_here(door, lestari):
    matter, chain = "PNG-2024-1", "case:PKR-2024-1"
    examiner_assign(username="nyoman", subject_ref=matter, by=trust.dewi(), at=trust.MORNING, chain=chain)
    shown = page(lestari, "/pengguna/nyoman/")
    assert "PNG-2024-1" in shown and "pada «Akses pemeriksa», dengan alasan" in shown
    assert "/pengguna/nyoman/peran/cabut/" not in shown


def test_a_head_is_head_of_a_unit_that_there_is(door):
    agency("JAMBI-KOTA", name="Pemerintah Kota Jambi")
    OrgUnit.objects.create(agency=Agency.objects.get(code="JAMBI-KOTA"), code="DISHUB", name="Dinas Perhubungan")
    assert "tidak ada pada instansi ini" in given(door, Role.UNIT_HEAD, agency_code="JAMBI-KOTA", unit_code="DISHUP")
    assert given(door, Role.UNIT_HEAD, agency_code="JAMBI-KOTA", unit_code="dishub") == ""
    held = RoleGrant.objects.get(user__username="nyoman")
    assert (held.agency_code, held.unit_code) == ("JAMBI-KOTA", "DISHUB")
    assert "JAMBI-KOTA / DISHUB" in door.get("/pengguna/nyoman/").content.decode()
    place = {"role": Role.UNIT_HEAD, "agency_code": "JAMBI-KOTA", "unit_code": "DISHUB"}
    door.post("/pengguna/nyoman/peran/cabut/", place)
    assert "JAMBI-KOTA / DISHUB" not in door.get("/pengguna/nyoman/").content.decode()
