"""An examiner is let into the one proceeding he is assigned to: no page of it leads him to what he may not see."""

from __future__ import annotations

import pytest

from netra.cases.tests.builders import Cast, at
from netra.sanctions import operations as act
from netra.sanctions.tests.builders import carry_to_report, make_proceeding
from netra.trust.acts import Role
from netra.trust.tests.builders import grant, make_user
from netra.web.tests.cases_scene import page, signed_in, the_clock_shows
from netra.web.tests.links import broken_links, links_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(monkeypatch: pytest.MonkeyPatch) -> Cast:
    the_clock_shows(monkeypatch, at("2024-11-12"))
    return Cast()


def test_an_examiner_of_one_proceeding_follows_every_link(cast):
    proceeding = make_proceeding(cast)
    carry_to_report(cast, proceeding)
    gita = grant(make_user("gita"), Role.EXAMINER, matter=proceeding.ref)
    own = f"/penanganan/{proceeding.ref}/"
    shown = page(gita, own)
    assert f"/perkara/{proceeding.case.ref}/" not in links_of(shown, own)
    assert proceeding.case.ref in shown
    assert not list(broken_links(signed_in(gita)))


def test_who_may_open_the_case_is_led_to_it(cast):
    proceeding = make_proceeding(cast)
    own = f"/penanganan/{proceeding.ref}/"
    assert f"/perkara/{proceeding.case.ref}/" in links_of(page(cast.dewi, own), own)


def test_an_examiner_of_a_whole_case_is_led_to_no_proceeding_that_he_may_not_open(cast):
    proceeding = make_proceeding(cast)
    gita = grant(make_user("gita"), Role.EXAMINER, matter=proceeding.case.ref)
    case = f"/perkara/{proceeding.case.ref}/"
    shown = page(gita, case)
    assert proceeding.ref in shown
    assert not list(broken_links(signed_in(gita), start=case))


def test_every_other_role_follows_every_link(cast):
    proceeding = make_proceeding(cast)
    act.summons_issue(
        ref=proceeding.ref, meeting_at=at("2024-11-20"), place="Ruang 1", by=cast.dewi, at=at("2024-11-11")
    )
    for user in (cast.wayan, cast.putu, cast.ani, cast.dewi, cast.rahmat, cast.maria, cast.hasan, cast.lestari):
        assert not list(broken_links(signed_in(user))), user.username


def test_a_link_is_found_however_it_is_written():
    written = """<a class="x" href="/perkara/?a=1&amp;b=2#atas">x</a><a
      data-href="/bukan/" href='lagi/'>y</a><abbr href="/bukan/"> <a href=/pendek/>z</a> <a href="">w</a>
      <a href="https://contoh.id/">v</a>"""
    assert links_of(written, "/laporan/") == ["/perkara/?a=1&b=2", "/laporan/lagi/", "/pendek/"]
