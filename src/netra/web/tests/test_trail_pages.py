"""The auditor on the page of the trail: checks it, holds it against a root on paper, takes it along as a file."""

from __future__ import annotations

from dataclasses import replace
from html import unescape

import pytest
from django.test import Client

from netra.cases.models import Case
from netra.cases.tests.builders import BUDI, Cast, make_case
from netra.trust import trail
from netra.trust.acts import Role
from netra.trust.models import Event, User
from netra.trust.tests.builders import TODAY, grant, hasan, later, make_user, told_of, write
from netra.trust.tests.locks import unlocked

pytestmark = pytest.mark.django_db


@pytest.fixture
def auditor() -> Client:
    client = Client()
    client.force_login(hasan())
    return client


def check(auditor: Client, known_roots: str = "") -> str:
    return unescape(auditor.post("/jejak/", {"known_roots": known_roots}).content.decode())


def test_a_whole_trail_is_told_with_what_is_not_proven(auditor):
    write("case:PKR-2026-AAAA", 2)
    page = check(auditor)
    assert "Tidak ditemukan perubahan" in page and "Belum terbukti" in page
    assert "--known-root" not in page, "a word of the command line helps nobody here"


def test_a_root_from_paper_is_compared(auditor):
    told_of(User.objects.get())
    write("case:PKR-2026-AAAA", 2)
    root = trail.close_day(TODAY, later(hours=12)).root
    line = f"{TODAY.isoformat()}={root}"
    assert line in unescape(auditor.get("/jejak/").content.decode()), "it can be copied as it is compared"
    page = check(auditor, f" {line} \n\n")
    assert "Utuh" in page and "sama dengan saat akar itu diumumkan" in page


def test_another_root_on_paper_is_found(auditor):
    write("case:PKR-2026-AAAA", 2)
    trail.close_day(TODAY, later(hours=12))
    page = check(auditor, f"{TODAY.isoformat()}={'0' * 64}")
    assert "Jejak tidak utuh" in page and "lain dari yang diumumkan" in page
    assert "#0" not in page, "what concerns the whole house has no place in a chain"


@pytest.mark.parametrize("typed", ["83b1521f", "28 November=abc", f"2026-02-30={'0' * 64}", "2026-11-28="])
def test_what_is_no_root_is_given_back_with_a_sentence(auditor, typed):
    write("case:PKR-2026-AAAA", 2)
    page = check(auditor, typed)
    assert "Tulis setiap akar seperti dicetak" in page and typed in page
    assert not Event.objects.filter(verb="trust.trail_verify").exists(), "nothing was checked, so nothing is noted"


def test_the_place_of_a_change_is_told_in_words(auditor):
    write("case:PKR-2026-AAAA", 3)
    with unlocked():
        Event.objects.filter(seq=2).update(citation="Pasal 1")
    page = check(auditor)
    assert "<code>case:PKR-2026-AAAA</code> peristiwa 2: isi peristiwa tidak cocok" in page


def test_more_changes_than_a_page_holds_are_counted(auditor, monkeypatch):
    monkeypatch.setattr("netra.web.trust._PROBLEMS_SHOWN", 1)
    write("case:PKR-2026-AAAA", 3)
    with unlocked():
        Event.objects.update(citation="Pasal 1")
    assert "Masih ada 2 temuan lagi" in check(auditor)


def test_nothing_is_called_unchanged_where_there_is_nothing(auditor):
    assert "Tidak ada yang diperiksa" in check(auditor)


def test_whoever_takes_the_file_is_told_how_it_is_checked(auditor):
    assert "netra trail verify jejak.jsonl" in auditor.get("/jejak/").content.decode()


class WhenTheAuditorMayBeAccusedHimself:
    @pytest.fixture
    def cast(self) -> Cast:
        return Cast()

    @pytest.fixture
    def own(self, cast) -> Case:
        return make_case(cast, parties=(replace(BUDI, name=cast.hasan.full_name),))

    @pytest.fixture
    def door(self, cast) -> Client:
        client = Client()
        client.force_login(cast.hasan)
        return client

    def test_he_is_told_nothing_of_his_own_case_but_that_it_was_left_out(self, door, own):
        with unlocked():
            Event.objects.filter(chain=own.chain).update(citation="diubah")
        page = check(door)
        assert own.ref not in page
        assert "1 rantai tidak ditunjukkan dan tidak dihitung" in page
        other = Client()
        other.force_login(grant(make_user("teguh"), Role.AUDITOR))
        assert own.ref in check(other)

    def test_he_takes_no_file_along_that_holds_it(self, door, own):
        answer = door.post("/jejak/unduh/")
        assert answer.status_code == 403
        assert "Mintalah auditor lain mengunduhnya" in unescape(answer.content.decode())
        assert not Event.objects.filter(verb="trust.trail_export").exists()
