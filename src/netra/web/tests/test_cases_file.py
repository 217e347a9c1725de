"""The page of one case: what it is, where it stands, what is due and why, what may be done next."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from netra.cases.models import Allegation, Case
from netra.cases.tests.builders import BUDI, CITY, PROVINCE, make_report, register
from netra.letters.operations import letter_draft
from netra.letters.queries import letters_of
from netra.letters.tests.put_off import drawn
from netra.registry.entries import AgencyEntry
from netra.registry.operations import agency_save
from netra.registry.queries import agency
from netra.registry.states import AgencyKind
from netra.sanctions.tests.builders import Story, carry_to_delivery, deed, make_proceeding, recommend_story
from netra.sanctions.tests.two_accused import TwoAccused, two_accused
from netra.trust import evidence
from netra.trust.actors import SystemActor
from netra.trust.acts import Role
from netra.trust.models import Event
from netra.trust.tests.builders import grant, make_user
from netra.trust.tests.told_once import told_once
from netra.web.tests.cases_scene import (
    LIKE,
    Cast,
    Client,
    act,
    at,
    carry_to_plenary,
    carry_to_referral,
    carry_to_study,
    make_case,
    page,
    signed_in,
    the_clock_shows,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(monkeypatch) -> Cast:
    the_clock_shows(monkeypatch, at("2024-12-02", 12))
    return Cast()


def address_of(case: Case, rest: str = "") -> str:
    return f"/perkara/{case.ref}/{rest}"


RETENTION = (
    "Bawaan Netra, tidak disebut pasal; jadwal retensi arsip instansi yang menentukan "
    "(belum diverifikasi ke naskah asli)."
)


@told_once
def make_sealed(cast: Cast) -> Case:
    case = make_case(cast)
    carry_to_plenary(cast, case)
    return act.plenary_decide(
        case_ref=case.ref,
        outcome="NOT_PROVEN",
        held_date=date(2024, 10, 19),
        members=3,
        reason="Unsur tidak terpenuhi.",
        by=cast.putu,
        at=at("2024-10-19"),
    )


def test_only_who_reads_reports_is_led_to_the_one_a_case_came_from(cast):
    report = make_report(cast)
    case = register(cast, report)
    carry_to_referral(cast, case)
    link = f'href="/laporan/{report.ref}/"'
    for user, is_led in ((cast.wayan, True), (cast.hasan, True), (cast.ani, False), (cast.dewi, False)):
        shown = page(user, address_of(case))
        assert report.ref in shown and (link in shown) is is_led


def test_the_auditor_of_one_agency_is_told_of_the_others_by_number_alone(cast):
    citra = replace(BUDI, name="Citra (contoh)", agency_code=PROVINCE)
    story = Story(date(2024, 10, 17), deed("social_media_reaction", date(2024, 10, 15)), people=(BUDI, citra))
    case = recommend_story(cast, story)
    irma = grant(make_user("irma"), Role.AUDITOR, agency=CITY)
    shown = page(irma, address_of(case))
    assert "Budi (contoh)" in shown and "Citra" not in shown
    assert "Selain itu 1 pegawai instansi lain" in shown
    assert "Selain itu" not in page(cast.hasan, address_of(case))


def test_the_oversight_body_finds_no_page_in_its_menu_on_which_it_can_do_nothing(cast):
    """Who answers questions may ask for an asker's name; who decides for the authority has no such page."""
    assert "/identitas/" in page(cast.wayan, "/")
    assert "/identitas/" in page(cast.ani, "/")
    assert "/identitas/" not in page(cast.rahmat, "/")


def test_it_answers_the_four_questions(cast):
    case = make_case(cast)
    carry_to_study(cast, case)
    shown = page(cast.wayan, address_of(case))
    assert case.title in shown
    assert 'aria-current="step"><p><strong>Kajian</strong>' in shown
    assert "Kenapa tanggal ini?" in shown
    assert "Selesaikan kajian" in shown


def test_it_says_where_the_act_lies_between_two_contests_as_the_report_form_does(cast):
    """The general election of 2024 was over on 15 October; the regional one was under way."""
    case = make_case(cast, election_kind="GENERAL", office="DPRD")
    assert "setelah Pemilu 2024" in page(cast.wayan, address_of(case))
    assert "tidak ada kontes yang sedang berjalan" not in page(cast.wayan, address_of(make_case(cast)))


def test_a_term_tells_its_steps_its_article_and_how_it_was_checked(cast):
    case = make_case(cast)
    shown = page(cast.wayan, address_of(case))
    # Three calendar days after Thursday 17 October 2024 (UU 8/2015 Ps 134(5)).
    assert "Minggu, 20 Oktober 2024" in shown
    assert "Pasal 134" in shown
    assert "belum diverifikasi ke naskah asli" in shown


def test_an_assessment_tells_category_levels_basis_and_why_it_needs_review(cast):
    case = make_case(cast)
    carry_to_study(cast, case)
    shown = page(cast.wayan, address_of(case))
    assert "pelanggaran disiplin" in shown
    assert "hukuman disiplin berat" in shown
    assert "SKB 2/2022 Lampiran II-B baris 6" in shown
    assert "Mengapa perlu ditinjau" in shown
    assert "Lampiran II-B nomor 6 menyebut «calon»." in shown
    assert "Dikonfirmasi petugas" in shown


def test_it_offers_only_what_this_role_may_do_in_this_state(cast):
    case = make_case(cast)
    carry_to_plenary(cast, case)
    assert "Catat putusan pleno" in page(cast.putu, address_of(case))
    assert "Catat putusan pleno" not in page(cast.wayan, address_of(case))
    assert "Teruskan perkara" not in page(cast.wayan, address_of(case))


def test_nobody_is_offered_to_withdraw_a_finding(cast):
    assert "dicabut" not in page(cast.wayan, address_of(make_case(cast))).lower()


def test_it_asks_a_visitor_to_sign_in(cast):
    case = make_case(cast)
    assert Client().get(address_of(case)).headers["Location"].startswith("/masuk/")


@pytest.mark.parametrize("who", ["maria", "dewi", "rahmat", "ani"])
def test_before_the_referral_it_is_not_there_for_others(cast, who):
    case = make_case(cast)
    assert signed_in(getattr(cast, who)).get(address_of(case)).status_code == 404


def test_it_rejects_post(cast):
    assert signed_in(cast.wayan).post(address_of(make_case(cast))).status_code == 405


def hear(cast: Cast, case: Case, party: int) -> None:
    """One accused answers and is invited."""
    act.answer_record(case_ref=case.ref, party=party, text="Tidak.", by=cast.wayan, at=at("2024-10-18", 16))
    wanted = act.Invitation("ACCUSED", at("2024-10-21"), "Kantor", party=party)
    act.clarification_invite(case_ref=case.ref, invitation=wanted, by=cast.wayan, at=at("2024-10-18", 17))


def test_more_people_and_acts_ask_no_more_queries(cast):
    case = make_case(cast)
    carry_to_study(cast, case)
    hear(cast, case, 1)
    client = signed_in(cast.wayan)
    client.get(address_of(case))
    with CaptureQueriesContext(connection) as small:
        client.get(address_of(case))
    for number in (2, 3, 4):
        act.party_add(case_ref=case.ref, party=act.NewParty(), by=cast.wayan, at=at("2024-10-18", 14))
        act.act_add(case_ref=case.ref, act=LIKE, by=cast.wayan, at=at("2024-10-18", 14))
        act.allegation_assess(case_ref=case.ref, party=number, act=1, by=cast.wayan, at=at("2024-10-18", 15))
        hear(cast, case, number)
    with CaptureQueriesContext(connection) as large:
        client.get(address_of(case))
    assert len(large) == len(small)


def test_nobody_is_asked_for_twice_to_draw_it(cast):
    """The accused of a case are read once, and who stands apart once: 28 questions with a study and a referral."""
    case = make_case(cast)
    carry_to_referral(cast, case)
    for user in (cast.wayan, cast.dewi):
        client = signed_in(user)
        client.get(address_of(case))
        with CaptureQueriesContext(connection) as asked:
            client.get(address_of(case))
        people = [each["sql"] for each in asked if re.search('FROM "cases_party"', each["sql"].split("WHERE")[0])]
        assert len(asked) <= 28 and len(people) <= 2, user.username


def test_a_witness_is_known_to_the_supervisor_and_not_to_the_agency(cast):
    case = make_case(cast)
    carry_to_study(cast, case)
    wanted = act.Invitation("WITNESS", at("2024-10-21"), "Kantor", name="Tono (contoh)")
    act.clarification_invite(case_ref=case.ref, invitation=wanted, by=cast.wayan, at=at("2024-10-18", 12))
    assert "Tono (contoh)" in page(cast.wayan, address_of(case))
    act.case_finish_study(
        case_ref=case.ref, proposal="Teruskan.", facts="F.", analysis="A.", by=cast.wayan, at=at("2024-10-18", 13)
    )
    act.plenary_decide(
        case_ref=case.ref,
        outcome="TO_REFER",
        held_date=date(2024, 10, 19),
        members=3,
        reason="Ya.",
        by=cast.putu,
        at=at("2024-10-19"),
    )
    act.case_refer(case_ref=case.ref, by=cast.wayan, at=at("2024-10-21"))
    shown = page(cast.dewi, address_of(case))
    assert "Tono (contoh)" not in shown
    assert 'id="klarifikasi"' not in shown
    # The trail below says that a letter of that kind was written, not to whom; the letter itself is not theirs.
    papers, _heading, _trail = shown.partition('id="jejak"')
    assert "Undangan Klarifikasi" not in papers


def test_it_shows_the_proceeding_and_the_recommendation(cast):
    proceeding = make_proceeding(cast)
    carry_to_delivery(cast, proceeding)
    shown = page(cast.ani, address_of(proceeding.case))
    assert proceeding.ref in shown
    assert "Keputusan diserahkan" in shown
    assert "PP 94/2021 Pasal 14 huruf i" in shown


def test_a_deviating_decision_is_said_in_words(cast):
    case = make_case(cast)
    Case.objects.filter(pk=case.pk).update(deviates=True)
    assert "Keputusan menyimpang" in page(cast.wayan, address_of(case))


class WhenACaseEndsUnproven:
    """The people of a case that proved nothing are no longer shown."""

    def test_names_and_stories_are_gone_from_the_page(self, cast):
        shown = page(cast.wayan, address_of(make_sealed(cast)))
        assert "Budi (contoh)" not in shown
        assert "Menyukai dan membagikan unggahan" not in shown
        assert "Unsur tidak terpenuhi" not in shown
        assert "Disegel" in shown
        # Two years of retention after 19 October 2024.
        assert "19 Oktober 2026" in shown

    def test_the_day_of_erasure_says_that_no_article_gives_it_and_whose_schedule_decides(self, cast):
        assert RETENTION in page(cast.wayan, address_of(make_sealed(cast)))

    def test_its_letters_open_to_the_auditor_alone(self, cast):
        case = make_sealed(cast)
        letter = letters_of(case.chain)[0]
        assert signed_in(cast.wayan).get(address_of(case, f"surat/{letter.ref}/")).status_code == 409
        assert signed_in(cast.hasan).get(address_of(case, f"surat/{letter.ref}/")).status_code == 200

    def test_the_agency_never_sees_it(self, cast):
        assert signed_in(cast.dewi).get(address_of(make_sealed(cast))).status_code == 404


class WhenOneOfSeveralWasCleared:
    """She is no longer shown, while the case of the other stands."""

    @pytest.fixture
    def stage(self, monkeypatch) -> TwoAccused:
        the_clock_shows(monkeypatch, at("2024-12-10", 12))
        return two_accused()

    def test_the_page_tells_that_she_is_sealed_and_until_when(self, stage):
        case = stage.close()
        shown = page(stage.cast.wayan, address_of(case))
        assert "Budi (contoh)" in shown and "Citra" not in shown
        assert "T2: tidak ada yang terbukti" in shown and "9 Desember 2026" in shown
        assert RETENTION in shown

    def test_no_link_leads_to_a_letter_about_her_alone(self, stage):
        case = stage.close()
        stop = next(letter for letter in letters_of(case.chain) if letter.kind == "DECISION_STOP")
        link = address_of(case, f"surat/{stop.ref}/")
        assert link not in page(stage.cast.ani, address_of(case))
        assert signed_in(stage.cast.ani).get(link).status_code == 409
        assert link in page(stage.cast.hasan, address_of(case))

    def test_her_erasure_is_asked_for_and_done_on_the_page_of_the_case(self, stage, monkeypatch):
        case = stage.close()
        assert "Minta penghapusan" not in page(stage.cast.wayan, address_of(case))
        the_clock_shows(monkeypatch, at("2026-12-09", 12))
        assert "Minta penghapusan" in page(stage.cast.wayan, address_of(case))
        signed_in(stage.cast.wayan).post(address_of(case, "penghapusan/"), {"reason": "Jadwal retensi."})
        assert "Setujui dan hapus" in page(stage.sinta, address_of(case))
        signed_in(stage.sinta).post(address_of(case, "penghapusan/setujui/"))
        shown = page(stage.cast.wayan, address_of(case))
        assert "T2: datanya dihapus pada 9 Desember 2026" in shown and "Budi (contoh)" in shown

    def test_whoever_closes_her_proceeding_last_is_led_to_the_list(self, stage):
        close = "/penanganan/{}/tutup/".format
        for proceeding, leads_to in ((stage.budis, f"/penanganan/{stage.budis.ref}/"), (stage.citras, "/perkara/")):
            response = signed_in(stage.cast.dewi).post(close(proceeding.ref), {})
            assert (response.status_code, response.headers["Location"]) == (302, leads_to)

    def test_a_block_that_nobody_needs_any_more_is_lifted_from_her_proceeding(self, stage):
        stage.case.parties.get(ordinal=2).blocks.create(blocked_at=at("2024-11-08"), reason="Belum dijawab.")
        address, lift = f"/penanganan/{stage.citras.ref}/", f"/perkara/{stage.case.ref}/terlapor/2/buka-blokir/"
        assert lift in page(stage.cast.ani, address)
        assert lift not in page(stage.cast.dewi, address)


class WhenSomebodyOpensALetter:
    def test_it_is_a_pdf_without_a_name_in_its_own(self, cast):
        case = make_case(cast)
        carry_to_referral(cast, case)
        letter = letters_of(case.chain)[-1]
        response = signed_in(cast.dewi).get(address_of(case, f"surat/{letter.ref}/"))
        assert drawn(response.content).startswith(b"%PDF")
        assert response.headers["Content-Type"] == "application/pdf"
        assert "budi" not in response.headers["Content-Disposition"].lower()

    def test_the_draft_of_another_is_not_there(self, cast):
        case = make_case(cast)
        carry_to_referral(cast, case)
        final = letters_of(case.chain)[0]
        draft = letter_draft(
            kind=final.kind,
            agency_code=final.agency_code,
            chain=case.chain,
            subject_ref=case.ref,
            data=final.data or {},
            by=cast.wayan,
            at=at("2024-10-22"),
        )
        address = address_of(case, f"surat/{draft.ref}/")
        assert signed_in(cast.wayan).get(address).status_code == 200
        assert signed_in(cast.putu).get(address).status_code == 404
        assert "Konsep Anda" in page(cast.wayan, address_of(case))
        assert "Konsep Anda" not in page(cast.putu, address_of(case))

    def test_the_letter_of_another_case_is_not_there(self, cast):
        case, other = make_case(cast), make_case(cast)
        carry_to_plenary(cast, other)
        letter = letters_of(other.chain)[0]
        assert signed_in(cast.wayan).get(address_of(case, f"surat/{letter.ref}/")).status_code == 404

    def test_maria_finds_nothing(self, cast):
        case = make_case(cast)
        carry_to_plenary(cast, case)
        letter = letters_of(case.chain)[0]
        assert signed_in(cast.maria).get(address_of(case, f"surat/{letter.ref}/")).status_code == 404


class WhenSomebodyOpensEvidence:
    CONTENT = b"\x89PNG\r\n\x1a\n" + b"layar" * 50

    def received(self, cast: Cast, case: Case) -> str:
        item = evidence.receive(
            content=self.CONTENT,
            original_name="kiriman sari.png",
            by=cast.wayan,
            at=at("2024-10-18", 14),
            chain=case.chain,
        )
        return str(item.ref)

    def test_the_original_comes_and_the_trail_tells_it(self, cast):
        case = make_case(cast)
        ref = self.received(cast, case)
        response = signed_in(cast.wayan).get(address_of(case, f"bukti/{ref}/"))
        assert response.content == self.CONTENT
        assert "sari" not in response.headers["Content-Disposition"]
        assert Event.objects.filter(chain=case.chain).latest("seq").verb == "trust.evidence_read"

    def test_maria_finds_nothing(self, cast):
        case = make_case(cast)
        ref = self.received(cast, case)
        assert signed_in(cast.maria).get(address_of(case, f"bukti/{ref}/")).status_code == 404

    def test_the_evidence_of_another_case_is_not_there(self, cast):
        case, other = make_case(cast), make_case(cast)
        ref = self.received(cast, other)
        assert signed_in(cast.wayan).get(address_of(case, f"bukti/{ref}/")).status_code == 404


def test_a_pressured_agency_never_sees_the_case(cast):
    case = make_case(cast, bypass_agency_code="JAMBI-KOTA")
    carry_to_referral(cast, case)
    assert signed_in(cast.dewi).get(address_of(case)).status_code == 404
    assert "Laporan tekanan atasan" in page(cast.wayan, address_of(case))


def test_a_crime_is_offered_to_be_handed_over_only_where_the_law_room_sees_one(cast):
    case = make_case(cast)
    carry_to_referral(cast, case)
    assert "Teruskan dugaan pidana" not in page(cast.wayan, address_of(case))
    allegation = Allegation.objects.get(party__case=case)
    allegation.assessment["forms"][0]["category"] = "ELECTION_CRIME"
    allegation.save()
    assert "Teruskan dugaan pidana" in page(cast.wayan, address_of(case))


def test_what_is_folded_has_a_line_on_paper_and_the_trail_is_printed_whole(cast):
    """Five accused gave eighteen sheets, because every fold was printed for everybody."""
    case = make_case(cast)
    carry_to_plenary(cast, case)
    shown = page(cast.wayan, address_of(case))
    assert '<p class="print-only in-short">Bentuk pelanggaran: ' in shown
    assert '<p class="print-only in-short">Sanksi yang mungkin: ' in shown
    assert '<p class="print-only in-short quiet">UU 1/2015' in shown


def test_a_long_trail_shows_its_last_ten_events_and_folds_those_before(cast):
    """Fourteen events, whole on paper: the style of print opens this fold."""
    case = make_case(cast)
    for number in range(2, 15):
        act.party_add(
            case_ref=case.ref, party=replace(BUDI, name=""), by=cast.wayan, at=at("2024-10-17", 9 + number // 2)
        )
    trail = page(cast.wayan, address_of(case)).split('<h2 id="jejak">')[1]
    folded, rest = trail.split("</ol></details>")
    assert '<details class="printed"><summary>4 peristiwa sebelumnya</summary>' in folded
    assert (
        folded.count("<strong>Terlapor ditambahkan</strong>"),
        rest.count("<strong>Terlapor ditambahkan</strong>"),
    ) == (3, 10)
    assert "Perkara diregistrasi" in folded


def test_a_short_trail_folds_nothing(cast):
    trail = page(cast.wayan, address_of(make_case(cast))).split('<h2 id="jejak">')[1]
    assert "peristiwa sebelumnya" not in trail


def test_a_case_of_2024_shows_the_names_of_its_day_after_a_rename(cast, monkeypatch):
    case = make_case(cast)
    carry_to_referral(cast, case)
    rename(CITY, "Pemkot Jambi (baru)", date(2025, 1, 1))
    rename(case.handling_agency_code, "Bawaslu (baru)", date(2025, 1, 1))
    the_clock_shows(monkeypatch, at("2025-06-02", 12))
    shown = page(cast.hasan, address_of(case))
    assert "Pemerintah Kota Jambi" in shown and "Bawaslu Kota Jambi" in shown
    assert "(baru)" not in shown


def rename(code: str, name: str, since: date) -> None:
    before = agency(code)
    entry = AgencyEntry(code, name, AgencyKind(before.kind), region_code=before.region_code, since=since)
    agency_save(entry=entry, by=SystemActor("tests"), at=at("2025-01-02"))
