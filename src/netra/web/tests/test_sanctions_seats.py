"""The pages of a team one of whose seats is given to another: offered when, asked what, told how."""

from __future__ import annotations

import pytest

from netra.cases import operations as cases
from netra.cases.tests.builders import Cast, at
from netra.sanctions import operations as act
from netra.sanctions.models import Proceeding, TeamMember
from netra.sanctions.tests.builders import TEAM, make_proceeding, open_story
from netra.sanctions.tests.test_council import COUNCIL, PHOTO
from netra.trust.tests.told_once import told_once
from netra.web.tests.sanctions_scene import address, page, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return Cast()


@pytest.fixture
@told_once
def team(cast: Cast) -> Proceeding:
    proceeding = make_proceeding(cast)
    act.team_form(ref=proceeding.ref, members=TEAM, by=cast.rahmat, at=at("2024-10-31"))
    return proceeding


def sent(seat: int, **over: str) -> dict[str, str]:
    return {
        "seat": str(seat),
        "reason": "Pindah ke provinsi (contoh).",
        "name": "Ketua Baru (contoh)",
        "element": "HIGHER_SUPERIOR",
        "position": "JPT_PRATAMA",
        "grade": "IV/c",
        **over,
    }


def test_the_page_asks_which_seat_and_shows_afterwards_who_sat_there_until_when_and_why(cast, team):
    door = signed_in(cast.dewi)
    asked = page(door.get(address(team, "ganti-anggota/")))
    assert "Ketua Tim (contoh) (Ketua)" in asked
    assert "penggantian hanya disebut bagi atasan langsung yang terlibat" in asked
    chair = TeamMember.objects.get(role="CHAIR")
    assert door.post(address(team, "ganti-anggota/"), sent(chair.pk)).status_code == 302
    shown = page(door.get(address(team)))
    assert "Ketua Baru (contoh)" in shown
    assert "Ketua Tim (contoh) (Ketua) duduk sampai sebelum" in shown
    assert "lalu digantikan Ketua Baru (contoh)." in shown
    assert "Pindah ke provinsi (contoh)." in shown
    assert "Keputusan Perubahan Susunan Tim Pemeriksa" in shown
    assert "Anggota diganti" in shown and "Hari diganti" in shown


def test_a_seat_that_somebody_else_gave_away_meanwhile_is_refused_in_words(cast, team):
    door, chair = signed_in(cast.dewi), TeamMember.objects.get(role="CHAIR")
    assert door.post(address(team, "ganti-anggota/"), sent(chair.pk)).status_code == 302
    again = door.post(address(team, "ganti-anggota/"), sent(chair.pk, name="Lain (contoh)"))
    assert again.status_code == 422
    assert TeamMember.objects.count() == 4


def test_a_council_is_asked_for_no_part_of_the_office(cast):
    proceeding = open_story(cast, PHOTO, "ETHICS")
    act.council_form(ref=proceeding.ref, members=COUNCIL, by=cast.rahmat, at=at("2024-08-01"))
    asked = page(signed_in(cast.dewi).get(address(proceeding, "ganti-anggota/")))
    assert 'name="element"' not in asked and 'name="seat"' in asked


def test_a_chair_who_is_accused_later_is_marked_and_the_page_says_what_to_do(cast, team):
    party = cases.NewParty(name="Ketua Tim (contoh)")
    cases.party_add(case_ref=team.case.ref, party=party, by=cast.wayan, at=at("2024-11-02"))
    door = signed_in(cast.dewi)
    shown = page(door.get(address(team)))
    assert "harus diganti" in shown
    assert f'href="{address(team, "ganti-anggota/")}"' in shown
    assert f'href="{address(team, "panggilan/")}"' not in shown
    assert "Minta pejabat yang membentuknya mengganti kursi itu lebih dahulu" in shown
    assert door.get(address(team, "panggilan/")).status_code == 409
