"""Dewi gives Gita the door to one proceeding, and shuts it again, from the page of that proceeding."""

from __future__ import annotations

import pytest

from netra.sanctions.models import Proceeding
from netra.sanctions.tests.builders import carry_to_report, make_proceeding
from netra.trust.acts import Role
from netra.trust.tests import builders as trust
from netra.web.tests.cases_scene import Cast, User, at, page, signed_in, the_clock_shows

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(monkeypatch) -> Cast:
    the_clock_shows(monkeypatch, at("2024-10-31", 12))
    return Cast()


@pytest.fixture
def gita() -> User:
    return trust.make_user("gita", full_name="Gita Permata (contoh)")


def door(proceeding: Proceeding, rest: str = "") -> str:
    return f"/penanganan/{proceeding.ref}/pemeriksa/{rest}"


def test_dewi_lets_gita_in_and_sees_her_on_the_page(cast, gita):
    proceeding = make_proceeding(cast)
    assert f'href="{door(proceeding)}"' in page(cast.dewi, f"/penanganan/{proceeding.ref}/")
    assert signed_in(gita).get(f"/penanganan/{proceeding.ref}/").status_code == 403
    answer = signed_in(cast.dewi).post(door(proceeding), {"username": "gita"}, follow=True)
    shown = answer.content.decode()
    assert "Pemeriksa ditugaskan." in shown and "Gita Permata (contoh)" in shown
    assert signed_in(gita).get(f"/penanganan/{proceeding.ref}/").status_code == 200
    # The trail of this proceeding on its own page tells of it.
    assert "Pemeriksa ditugaskan" in page(cast.dewi, f"/penanganan/{proceeding.ref}/").partition('id="jejak"')[2]


def test_and_ends_it(cast, gita):
    proceeding = make_proceeding(cast)
    trust.grant(gita, Role.EXAMINER, matter=proceeding.ref)
    assert "Gita Permata (contoh)" in page(cast.dewi, door(proceeding))
    silent = signed_in(cast.dewi).post(door(proceeding, "akhiri/"), {"username": "gita"})
    assert silent.status_code == 422 and silent.content.decode().count("Mengapa penugasan diakhiri") == 2
    moved = {"username": "gita", "reason": "Pindah ke provinsi (contoh)."}
    answer = signed_in(cast.dewi).post(door(proceeding, "akhiri/"), moved, follow=True)
    assert "Penugasan pemeriksa diakhiri." in answer.content.decode()
    assert "Pindah ke provinsi (contoh)." in answer.content.decode()
    assert signed_in(gita).get(f"/penanganan/{proceeding.ref}/").status_code == 403
    again = signed_in(cast.dewi).post(door(proceeding, "akhiri/"), moved)
    assert again.status_code == 422 and "tidak ditugaskan" in again.content.decode()


def test_a_refusal_is_said_at_the_form_and_keeps_the_name(cast):
    proceeding = make_proceeding(cast)
    answer = signed_in(cast.dewi).post(door(proceeding), {"username": "tidak.ada"})
    assert answer.status_code == 422
    assert "Tidak ada akun" in answer.content.decode() and 'value="tidak.ada"' in answer.content.decode()


def test_who_may_not_name_examiners_reads_who_they_are_without_a_door(cast, gita):
    proceeding = make_proceeding(cast)
    trust.grant(gita, Role.EXAMINER, matter=proceeding.ref)
    for user in (cast.ani, gita):
        shown = page(user, f"/penanganan/{proceeding.ref}/")
        assert "Gita Permata (contoh)" in shown
        assert door(proceeding) not in shown
        assert signed_in(user).post(door(proceeding), {"username": "maria"}).status_code == 403


def test_a_closed_proceeding_offers_no_new_examiner(cast):
    proceeding = make_proceeding(cast)
    Proceeding.objects.filter(pk=proceeding.pk).update(state="CLOSED", closed_date="2024-10-30")
    assert door(proceeding) not in page(cast.dewi, f"/penanganan/{proceeding.ref}/")


def test_of_the_rows_that_may_stay_empty_only_the_first_is_asked_for(cast):
    """«Baris yang kosong tidak dihitung»: a screen reader must not call every row of four needed."""
    proceeding = make_proceeding(cast)
    shown = page(cast.dewi, f"/penanganan/{proceeding.ref}/tim/")
    needed = [tag for tag in shown.split("<") if tag.startswith(("input", "select")) and " required" in tag]
    assert needed and all("_0" in tag for tag in needed)


def test_whoever_decides_is_told_to_leave_before_the_examination(cast):
    proceeding = make_proceeding(cast)
    trust.grant(cast.rahmat, Role.EXAMINER, matter=proceeding.ref)
    for address in (door(proceeding), f"/penanganan/{proceeding.ref}/"):
        assert "Akhiri penugasannya sebelum hari pemeriksaan" in page(cast.dewi, address)


def test_whoever_examined_reads_why_no_decision_is_his(cast, monkeypatch):
    proceeding = make_proceeding(cast)
    trust.grant(cast.rahmat, Role.EXAMINER, matter=proceeding.ref)
    carry_to_report(cast, proceeding)
    the_clock_shows(monkeypatch, at("2024-11-11", 12))
    shown = page(cast.rahmat, f"/penanganan/{proceeding.ref}/")
    assert "Anda memeriksa dalam penanganan ini" in shown
    assert f'href="/penanganan/{proceeding.ref}/keputusan/"' not in shown
    answer = signed_in(cast.rahmat).get(f"/penanganan/{proceeding.ref}/keputusan/")
    assert answer.status_code == 409 and "Anda memeriksa dalam penanganan ini" in answer.content.decode()
