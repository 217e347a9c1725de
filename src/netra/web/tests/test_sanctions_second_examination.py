"""The page of a proceeding whose examination a team repeats: what stays, what comes now, and both examinations."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netra.cases.tests.builders import Cast, at
from netra.sanctions import operations as act
from netra.sanctions.models import Proceeding
from netra.sanctions.tests.builders import (
    HEARING,
    TEAM,
    carry_to_delivery,
    carry_to_report,
    examine_alone,
    make_proceeding,
    reopen,
)
from netra.web.tests.sanctions_scene import address, page, signed_in

pytestmark = pytest.mark.django_db

WHY = "Atribut dibagikan kepada bawahannya."
ASKED = (("Siapa yang membagikan?", "Saya sendiri."),)


@pytest.fixture
def cast() -> Cast:
    return Cast()


@pytest.fixture
def alone(cast) -> Proceeding:
    return examine_alone(cast)


def again(cast: Cast, proceeding: Proceeding) -> None:
    """Reported as moderate, opened again, examined by a team on 13 November 2024 and reported as severe."""
    moderate = act.Findings(proven=True, analysis="Memakai atribut.", proposed_level="MODERATE")
    act.examination_report(ref=proceeding.ref, findings=moderate, by=cast.dewi, at=at("2024-11-07"))
    reopen(cast, proceeding, WHY)
    ref = proceeding.ref
    act.team_form(ref=ref, members=TEAM, by=cast.rahmat, at=at("2024-11-08"))
    act.summons_issue(ref=ref, meeting_at=at("2024-11-13"), place="Ruang Tim", by=cast.dewi, at=at("2024-11-08", 10))
    hearing = replace(HEARING, held_date=date(2024, 11, 13), dialogue=ASKED)
    act.examination_record(ref=ref, hearing=hearing, by=cast.dewi, at=at("2024-11-13", 15))
    severe = act.Findings(proven=True, analysis="Membagikan atribut.", proposed_level="SEVERE")
    act.examination_report(ref=ref, findings=severe, by=cast.dewi, at=at("2024-11-14"))


def test_a_report_that_is_refused_as_severe_names_the_button_that_stands_on_the_page(cast, alone):
    door = signed_in(cast.dewi)
    sent = {"proven": "yes", "proposed_level": "SEVERE", "analysis": "Membagikan atribut."}
    refused = page(door.post(address(alone, "laporan-hasil/"), sent))
    assert "«Periksa kembali oleh tim»" in refused and "Membagikan atribut." in refused
    shown = page(door.get(address(alone)))
    assert f'href="{address(alone, "periksa-kembali/")}"' in shown
    assert "bahwa pemeriksaan diulang tidak tertulis" in shown


def test_before_it_is_done_the_page_says_what_stays_and_what_comes(cast, alone):
    shown = page(signed_in(cast.dewi).get(address(alone, "periksa-kembali/")))
    assert "Berita acara dan laporan yang ada tetap tersimpan, dan suratnya tidak berubah." in shown
    assert "tim dibentuk dan terlapor dipanggil lagi" in shown


def test_while_the_team_is_awaited_it_says_that_he_was_heard_by_none(cast, alone):
    reopen(cast, alone, WHY)
    shown = page(signed_in(cast.dewi).get(address(alone)))
    assert WHY in shown and "Diperiksa kembali oleh tim, 7 November 2024" in shown
    assert "menunggu diperiksa kembali oleh tim" in shown
    assert "Belum dipanggil." in shown and "Belum diperiksa." in shown


def test_both_examinations_are_read_the_newer_one_first_by_the_agency_and_by_whoever_decides(cast, alone):
    again(cast, alone)
    for path in ("", "keputusan/"):
        shown = page(signed_in(cast.rahmat).get(address(alone, path)))
        said = [shown.index(words) for words in ("Membagikan atribut.", "Siapa yang membagikan?", "Memakai atribut.")]
        assert said == sorted(said)
        assert shown.index("Pemeriksaan kedua, oleh tim") < shown.index("Pemeriksaan pertama, tanpa tim")
        assert "Ya, akun itu milik saya." in shown


def test_where_a_team_examined_already_the_page_says_so_and_not_that_the_stage_is_wrong(cast):
    proceeding = make_proceeding(cast)
    carry_to_report(cast, proceeding)
    shown = page(signed_in(cast.dewi).get(address(proceeding, "periksa-kembali/")))
    assert "sudah diperiksa oleh tim pemeriksa" in shown and "tidak sesuai dengan tahap" not in shown


def test_it_stays_behind_closed_doors_why_somebody_is_examined_again(cast, alone):
    """PP 94/2021 Ps 27(2): the supervisor of elections reads nothing of what was examined."""
    again(cast, alone)
    shown = page(signed_in(cast.wayan).get(address(alone)))
    assert WHY not in shown and "Siapa yang membagikan?" not in shown


def test_one_examination_has_no_number(cast):
    proceeding = make_proceeding(cast)
    carry_to_delivery(cast, proceeding)
    assert "Pemeriksaan pertama" not in page(signed_in(cast.dewi).get(address(proceeding)))
