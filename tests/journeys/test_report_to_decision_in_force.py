"""One act of one civil servant, from a report without a name to a decision in force that is followed up.

Kota Jambi, regional election of 2024, candidates determined on 22 September. Days written by hand:
Tue 15 Oct   the act, and Sari sees it        Thu 17 Oct  checked, a lead, registered
Wed 23 Oct   plenary, referral                Mon 28 Oct  recommendation, answer within 5 working days: Mon 4 Nov
Wed 6 Nov    nothing was done: a reminder     Thu 7 Nov   the proceeding is opened
Wed 13 Nov   examination                      Mon 18 Nov  decision
Wed 20 Nov   received; in force on the 15th working day (27 Nov is voting day): 21,22 | 25,26,28,29 | 2–6 | 9–12 Dec
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from netra.cases.tests.builders import carry_to_recommendation, make_case
from netra.sanctions.tests.builders import carry_to_report, make_proceeding
from netra.trust.tests.builders import tell_of_all_roles
from netra.trust.trail import verify_database
from tests.journeys.eyes import screenshot
from tests.journeys.stage import DESK, PHONE_WITHOUT_SCRIPTS, Stage
from tests.journeys.steps import handling, reporting, supervising
from tests.journeys.steps.pages import field, follow, look, press, status_of, told
from tests.journeys.steps.papers import verify_letters
from tests.journeys.world import House

DEVICES = pytest.mark.parametrize("device", [PHONE_WITHOUT_SCRIPTS, DESK], ids=lambda device: device.name)
AT_THE_FLOOR = "Penurunan jabatan"
BELOW_THE_FLOOR = "Penundaan kenaikan gaji berkala"
WHY_BELOW = "Terlapor mengakui, meminta maaf terbuka, dan menghapus unggahan pada hari yang sama."


@DEVICES
def test_a_report_without_a_name_ends_in_a_decision_in_force(stage: Stage, house: House):
    code = sari_reports(stage)
    case = wayan_registers(stage, house, code)
    wayan_studies(stage, house, case)
    plenary_and_referral(stage, house, case)
    ani_recommends(stage, house, case)
    budi_answers(stage, house, case)
    ani_reminds(stage, house)
    proceeding = dewi_examines(stage, house, case)
    rahmat_decides_at_the_floor(stage, house, proceeding)
    dewi_puts_it_in_force(stage, house, proceeding)
    the_papers_are_genuine(stage, house, case, proceeding)
    maria_sees_nothing(stage, house, case, proceeding)
    sari_sees_where_it_ended(stage, code, case)


def sari_reports(stage: Stage) -> str:
    with stage.enter(day="2024-10-15", hour=20) as page:
        return reporting.report_without_a_name(page)


def wayan_registers(stage: Stage, house: House, code: str) -> str:
    with stage.enter(house.wayan, day="2024-10-17") as page:
        supervising.open_report(page)
        supervising.check_report(page)
        supervising.reply(page, "Terima kasih. Apakah unggahan itu masih terlihat?")
        supervising.take_as_lead(page)
    with stage.enter(day="2024-10-17", hour=12) as page:
        reporting.follow_with(page, code)
        told(page, "Apakah unggahan itu masih terlihat?")
        reporting.write_to_officer(page, "Masih terlihat sampai siang ini.")
    with stage.enter(house.wayan, day="2024-10-17", hour=14) as page:
        supervising.open_report(page)
        told(page, "Masih terlihat sampai siang ini.")
        case = supervising.register(page)
        supervising.take_step(page, "Mulai kajian awal")
    return case


def wayan_studies(stage: Stage, house: House, case: str) -> None:
    with stage.enter(house.wayan, day="2024-10-18") as page:
        supervising.open_case(page, case)
        supervising.take_step(page, "Mulai kajian")
        supervising.confirm_identity(page)
        supervising.assess_and_confirm(page, "Lampiran II-B nomor 6 menyebut «calon».")
        supervising.invite_accused(page, "2024-10-21")
    with stage.enter(house.wayan, day="2024-10-21", hour=11) as page:
        supervising.open_case(page, case)
        screenshot(page, "case")
        supervising.record_clarification(page, "Terlapor membenarkan bahwa akun itu miliknya.")
        supervising.finish_study(page)
        look(page)


def plenary_and_referral(stage: Stage, house: House, case: str) -> None:
    with stage.enter(house.putu, day="2024-10-23") as page:
        supervising.open_case(page, case)
        supervising.decide_in_plenary(page, "Diteruskan", "2024-10-23", "Unsur terpenuhi.")
    with stage.enter(house.dewi, day="2024-10-23", hour=10) as page:
        assert status_of(page, f"/perkara/{case}/") == 404
    with stage.enter(house.wayan, day="2024-10-23", hour=11) as page:
        supervising.open_case(page, case)
        supervising.take_step(page, "Teruskan perkara")
        supervising.open_case(page, case)
        supervising.release_evidence(page)


def ani_recommends(stage: Stage, house: House, case: str) -> None:
    with stage.enter(house.ani, day="2024-10-28") as page:
        supervising.open_case(page, case)
        supervising.recommend(page, "hukuman disiplin berat", "PP 94/2021 Pasal 14 huruf i", days=5)
        look(page)


def budi_answers(stage: Stage, house: House, case: str) -> None:
    with stage.enter(house.dewi, day="2024-10-29") as page:
        supervising.open_case(page, case)
        link = supervising.personal_link(page)
    with stage.enter(day="2024-10-30") as page:
        handling.answer(page, link, "Akun itu milik saya; unggahan itu saya bagikan tanpa berpikir panjang.")


def ani_reminds(stage: Stage, house: House) -> None:
    with stage.enter(house.ani, day="2024-11-06") as page:
        page.goto("/tindak-lanjut/")
        told(page, "4 November 2024")
        handling.remind(page)


def dewi_examines(stage: Stage, house: House, case: str) -> str:
    with stage.enter(house.dewi, day="2024-11-07") as page:
        supervising.open_case(page, case)
        told(page, "tanpa berpikir panjang")
        proceeding = handling.open_proceeding(page, "Hukuman disiplin")
        handling.form_team(page)
        handling.summon(page, "2024-11-13")
    with stage.enter(house.dewi, day="2024-11-13", hour=15) as page:
        handling.go_to_proceeding(page, proceeding)
        handling.record_examination(page, "2024-11-13")
        handling.report_examination(page, "hukuman disiplin berat")
    return proceeding


def rahmat_decides_at_the_floor(stage: Stage, house: House, proceeding: str) -> None:
    with stage.enter(house.rahmat, day="2024-11-18") as page:
        handling.go_to_proceeding(page, proceeding)
        follow(page, "Tetapkan keputusan")
        look(page)
        handling.decide(page, AT_THE_FLOOR, "2024-11-18")
        told(page, "Keputusan ditetapkan.")
        expect(page.get_by_text("menyimpang")).to_have_count(0)
        look(page)


def dewi_puts_it_in_force(stage: Stage, house: House, proceeding: str) -> None:
    with stage.enter(house.dewi, day="2024-11-20", hour=11) as page:
        handling.go_to_proceeding(page, proceeding)
        handling.deliver(page, "2024-11-20")
        told(page, "12 Desember 2024")
    with stage.enter(house.dewi, day="2024-12-12") as page:
        handling.go_to_proceeding(page, proceeding)
        handling.confirm(page, "Catat mulai berlaku", "Keputusan tercatat mulai berlaku.")
        look(page)
    with stage.enter(house.dewi, day="2024-12-18") as page:
        handling.go_to_proceeding(page, proceeding)
        handling.confirm(page, "Nyatakan berkekuatan tetap", "Keputusan berkekuatan tetap.")
        handling.execute(page, "SK Pelaksanaan 800/12/2024, 18 Desember 2024")
        handling.confirm(page, "Tutup penanganan", "Penanganan ditutup.")
        look(page)


def the_papers_are_genuine(stage: Stage, house: House, case: str, proceeding: str) -> None:
    with stage.enter(house.dewi, day="2024-12-19") as page:
        supervising.open_case(page, case)
        told(page, "Perkara ini sudah berakhir.")
        of_case = verify_letters(page)
        handling.go_to_proceeding(page, proceeding)
        of_proceeding = verify_letters(page)
    assert len(of_case) >= 9
    assert of_proceeding
    tell_of_all_roles()
    with stage.enter(house.hasan, day="2024-12-19") as page:
        page.goto("/jejak/")
        press(page, "Periksa sekarang")
        told(page, "Tidak ditemukan perubahan")
    assert verify_database().ok


def maria_sees_nothing(stage: Stage, house: House, case: str, proceeding: str) -> None:
    with stage.enter(house.maria, day="2024-12-19") as page:
        for address in (f"/perkara/{case}/", f"/penanganan/{proceeding}/"):
            assert status_of(page, address) == 404
        for address in ("/perkara/", "/laporan/", "/tindak-lanjut/"):
            assert status_of(page, address) == 200
            expect(page.get_by_role("main")).not_to_contain_text(re.compile("PKR-|LPR-|Jambi"))


def sari_sees_where_it_ended(stage: Stage, code: str, case: str) -> None:
    with stage.enter(day="2024-12-20") as page:
        reporting.follow_with(page, code)
        told(page, case)
        told(page, "Keputusan mulai berlaku")
        told(page, "Perkara selesai")
        expect(page.get_by_role("main")).not_to_contain_text(AT_THE_FLOOR)


@DEVICES
def test_a_decision_below_the_floor_is_taken_with_its_reason_and_marked_everywhere(stage: Stage, house: House):
    case = make_case(house)
    carry_to_recommendation(house, case)
    proceeding = make_proceeding(house, case)
    carry_to_report(house, proceeding)
    with stage.enter(house.rahmat, day="2024-11-11") as page:
        handling.go_to_proceeding(page, proceeding.ref)
        follow(page, "Tetapkan keputusan")
        screenshot(page, "decision")
        handling.decide(page, BELOW_THE_FLOOR, "2024-11-11")
        expect(page.get_by_role("alert")).to_contain_text("Alasan")
        expect(field(page, "Pertimbangan")).to_have_value("terbukti memberi dukungan kepada pasangan calon")
        look(page)
        handling.decide(page, BELOW_THE_FLOOR, "2024-11-11", reason=WHY_BELOW)
        told(page, "Keputusan ditetapkan.")
        told(page, WHY_BELOW)
        for address in ("/perkara/", f"/perkara/{case.ref}/", f"/penanganan/{proceeding.ref}/"):
            page.goto(address)
            told(page, "menyimpang")
            look(page)
