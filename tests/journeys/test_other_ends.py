"""Shorter ways: ethics to an open statement, the end of status with an appeal, and cases that prove nothing."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import expect

from netra.cases.operations import case_register
from netra.cases.tests.builders import OPENING, at, carry_to_plenary, make_case
from netra.intake.operations import report_withdraw
from netra.intake.states import State
from netra.intake.tests.builders import a_report, in_state, sari_of
from netra.sanctions.tests.builders import Story, deed, examine, open_story
from tests.journeys.stage import DESK, PHONE_WITHOUT_SCRIPTS, Stage
from tests.journeys.steps import handling, reporting, supervising
from tests.journeys.steps.pages import fill, follow, look, press, title, told
from tests.journeys.steps.papers import verify_letters
from tests.journeys.world import House

ON_A_PHONE = pytest.mark.parametrize("device", [PHONE_WITHOUT_SCRIPTS], ids=["phone-without-scripts"])
ON_A_DESK = pytest.mark.parametrize("device", [DESK], ids=["desk"])

# A photo with somebody who only wants to run: before the determination a matter of ethics.
PHOTO = Story(
    start=date(2024, 7, 17),
    deed=deed("photo_with_candidate", date(2024, 7, 15), "prospective"),
    category="ETHICS",
    level="MORAL",
)
MEMBER = Story(
    start=date(2024, 10, 17),
    deed=deed("party_membership", date(2024, 10, 15)),
    category="STATUS_TERMINATION",
    level="TERMINATION",
)
WHERE_STATED = "Apel pagi di Balai Kota Jambi"


@ON_A_DESK
def test_a_breach_of_ethics_ends_in_an_open_moral_statement(stage: Stage, house: House):
    proceeding = open_story(house, PHOTO, "ETHICS").ref
    with stage.enter(house.rahmat, day="2024-08-01") as page:
        handling.go_to_proceeding(page, proceeding)
        handling.form_council(page)
    with stage.enter(house.dewi, day="2024-08-02") as page:
        handling.go_to_proceeding(page, proceeding)
        handling.summon_to_council(page, "2024-08-06")
    with stage.enter(house.dewi, day="2024-08-08") as page:
        handling.go_to_proceeding(page, proceeding)
        handling.hear_in_council(page, "2024-08-06", "Saya tidak tahu ia akan mencalonkan diri.")
        handling.decide_in_council(page, "2024-08-08", "Berfoto bersama bakal calon dengan simbol dukungan.")
    with stage.enter(house.rahmat, day="2024-08-12") as page:
        handling.go_to_proceeding(page, proceeding)
        handling.state_openly(page, "2024-08-12", WHERE_STATED)
    with stage.enter(house.dewi, day="2024-08-15") as page:
        handling.go_to_proceeding(page, proceeding)
        handling.deliver(page, "2024-08-14", manner="Dinyatakan terbuka")
        handling.execute(page, "Berita acara apel 12/2024, 14 Agustus 2024")
        handling.confirm(page, "Tutup penanganan", "Penanganan ditutup.")
        look(page)
        letters = verify_letters(page)
    assert any("terbuka" in letter.lower() for letter in letters)


@ON_A_DESK
def test_party_membership_ends_the_status_and_the_appeal_upholds_it(stage: Stage, house: House):
    """Received Wed 13 Nov 2024; an appeal within 14 working days: until 4 Dec, 27 Nov being voting day."""
    story = open_story(house, MEMBER, "STATUS_TERMINATION")
    examine(house, story, letter="2024-11-01", held="2024-11-06", reported="2024-11-07", level="TERMINATION")
    with stage.enter(house.rahmat, day="2024-11-11") as page:
        handling.go_to_proceeding(page, story.ref)
        follow(page, "Putuskan pemberhentian")
        look(page)
        handling.decide(page, "anggota/pengurus partai politik", "2024-11-11", act="Putuskan pemberhentian")
        told(page, "Pemberhentian diputuskan.")
    with stage.enter(house.dewi, day="2024-11-13", hour=11) as page:
        handling.go_to_proceeding(page, story.ref)
        handling.deliver(page, "2024-11-13")
    with stage.enter(house.dewi, day="2024-12-04") as page:
        handling.go_to_proceeding(page, story.ref)
        handling.appeal(page, "2024-12-04")
        told(page, "Badan Pertimbangan")
    with stage.enter(house.ani, day="2025-02-05") as page:
        handling.go_to_proceeding(page, story.ref)
        handling.answer_appeal(page, "Dikuatkan", "2025-02-03")
        told(page, "dikuatkan")
        told(page, "3 Februari 2025")


@ON_A_PHONE
def test_an_unproven_case_is_sealed_and_names_nobody(stage: Stage, house: House):
    case = make_case(house)
    carry_to_plenary(house, case)
    with stage.enter(house.putu, day="2024-10-19") as page:
        supervising.open_case(page, case.ref)
        expect(page.get_by_role("main")).to_contain_text("Budi (contoh)")
        supervising.decide_in_plenary(page, "Tidak terbukti", "2024-10-19", "Akun itu bukan milik terlapor.")
    nobody_is_named(stage, house, case.ref)


@ON_A_PHONE
def test_a_withdrawn_case_is_sealed_and_names_nobody(stage: Stage, house: House):
    report = in_state(a_report(), State.COMPLETE)
    case = case_register(opening=OPENING, report_ref=report.ref, by=house.wayan, at=at("2024-10-18", 14))
    report_withdraw(report_ref=report.ref, by=sari_of(report), at=at("2024-10-19", 9))
    with stage.enter(house.putu, day="2024-10-21") as page:
        supervising.open_case(page, case.ref)
        follow(page, "Akhiri karena laporan dicabut")
        look(page)
        fill(
            page,
            {
                "Tanggal pleno": "2024-10-21",
                "Jumlah anggota yang hadir": "3",
                "Alasan": "Pelapor mencabut laporannya; tidak ada bukti lain.",
            },
        )
        press(page, "Akhiri karena laporan dicabut")
    nobody_is_named(stage, house, case.ref)


def nobody_is_named(stage: Stage, house: House, ref: str) -> None:
    """Not in the list, not on the page of the case, whoever looks; the day of erasure is told."""
    for reader in (house.wayan, house.putu, house.hasan):
        with stage.enter(reader, day="2024-11-01") as page:
            page.goto("/perkara/")
            expect(page.get_by_role("main")).not_to_contain_text("Budi")
            supervising.open_case(page, ref)
            expect(title(page)).to_have_text("Perkara yang disegel")
            expect(page.get_by_role("main")).not_to_contain_text("Budi")
            told(page, "Tanggal penghapusan")


@ON_A_PHONE
def test_a_reporter_takes_the_report_back_with_the_code(stage: Stage, house: House):
    with stage.enter(day="2024-10-15", hour=20) as page:
        code = reporting.report_without_a_name(page)
    with stage.enter(day="2024-10-16") as page:
        reporting.follow_with(page, code)
        reporting.withdraw(page)
    with stage.enter(house.wayan, day="2024-10-17") as page:
        supervising.open_report(page)
        told(page, "Dicabut")
