"""The follow-up board and what an overseer does there: reminders as letters, blocks with a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.test import Client

from netra.cases.tests.builders import Cast, at
from netra.letters.queries import letters_of
from netra.letters.tests.put_off import drawn
from netra.sanctions import operations as act
from netra.sanctions.models import DataBlock, Reminder
from netra.sanctions.tests.builders import (
    RULING,
    carry_to_decision,
    carry_to_delivery,
    deliver,
    make_proceeding,
    punished,
)
from netra.web.tests.cases_scene import the_clock_shows
from netra.web.tests.sanctions_scene import page, recommended_case, signed_in

pytestmark = pytest.mark.django_db

BOARD, CITY = "/tindak-lanjut/", "/tindak-lanjut/JAMBI-KOTA/"


@pytest.fixture
def cast():
    return Cast()


@pytest.fixture
def case(cast):
    return recommended_case(cast)


@pytest.fixture
def ani(cast):
    return signed_in(cast.ani)


class WhenTheBoardIsShown:
    def it_names_the_office_and_its_superior(self, ani, case):
        shown = page(ani.get(BOARD))
        assert "Wali Kota Jambi" in shown
        assert "Gubernur Jambi" in shown

    def it_sums_what_all_owe(self, ani, case):
        shown = " ".join(page(ani.get(BOARD)).split())
        assert "<dt>Pejabat yang berkewajiban</dt><dd>1</dd>" in shown
        assert "<dt>Kewajiban bertenggat</dt><dd>1, 1 di antaranya lewat waktu</dd>" in shown

    def it_is_empty_in_words(self, ani):
        assert "Tidak ada yang ditunggu" in page(ani.get(BOARD))

    def it_shows_maria_nothing_and_asks_a_visitor_to_sign_in(self, cast, case):
        maria = signed_in(cast.maria)
        assert "Wali Kota Jambi" not in page(maria.get(BOARD))
        assert maria.get(CITY).status_code == 404
        assert Client().get(BOARD).status_code == 302

    @pytest.mark.parametrize("key", ["x", "2024-11-15", "2024-02-31~A", "~", "2024-11-15~", "9" * 500])
    def it_begins_anew_where_a_page_key_is_none(self, ani, case, key):
        assert ani.get(BOARD, {"after": key}).status_code == 200
        assert ani.get(CITY, {"after": key}).status_code == 200


class WhenAnAuthorityIsShown:
    def it_says_what_is_owed_since_when_and_on_which_rule(self, ani, case):
        shown = page(ani.get(CITY))
        assert case.ref in shown
        assert "28 Oktober 2024" in shown
        assert "Jumat, 15 November 2024" in shown
        assert "Surat BKN" in shown
        assert "Kirim pengingat" in shown

    def it_offers_reminders_to_no_agency(self, cast, case):
        shown = page(signed_in(cast.dewi).get(CITY))
        assert case.ref in shown
        assert "Kirim pengingat" not in shown


class WhenAReminderIsSent:
    def send(self, client, case):
        term = case.deadlines.get(rule="follow_up")
        return client.post(f"{CITY}pengingat/", {"term": str(term.pk)})

    def it_is_a_letter_that_the_page_then_shows(self, ani, case):
        assert self.send(ani, case).status_code == 302
        letter = letters_of(case.chain)[-1]
        assert letter.kind == "REMINDER"
        shown = page(ani.get(CITY))
        assert "tembusan: Gubernur Jambi" in shown
        pdf = ani.get(f"{CITY}surat/{letter.ref}/")
        assert drawn(pdf.content).startswith(b"%PDF")

    def it_is_refused_with_words_where_nothing_is_overdue(self, ani, case):
        term = case.deadlines.get(rule="follow_up")
        term.met_date = at("2024-11-01").date()
        term.save()
        response = self.send(ani, case)
        assert response.status_code == 422
        assert "belum lewat waktu" in page(response)

    def it_is_not_sent_by_a_link_nor_by_who_may_not(self, cast, ani, case):
        assert ani.get(f"{CITY}pengingat/").status_code == 405
        assert self.send(signed_in(cast.dewi), case).status_code == 403
        assert not Reminder.objects.exists()

    def it_hides_the_letter_from_maria(self, cast, ani, case):
        self.send(ani, case)
        letter = letters_of(case.chain)[-1]
        assert signed_in(cast.maria).get(f"{CITY}surat/{letter.ref}/").status_code == 404

    @pytest.mark.parametrize("term", ["", "x", "0", "-1", "999999999999999999999"])
    def it_knows_no_term_that_is_none(self, ani, case, term):
        assert ani.post(f"{CITY}pengingat/", {"term": term}).status_code in {404, 422}


class WhenADecisionWaitsToBeCarriedOut:
    @pytest.fixture
    def final(self, cast, monkeypatch):
        the_clock_shows(monkeypatch, at("2025-06-02"))
        return punished(cast)

    def it_is_shown_with_day_and_article_and_that_no_term_is_named(self, ani, final):
        board = page(ani.get(BOARD))
        assert "Wali Kota Jambi" in board and "tanpa tenggat: keputusan 11 November 2024" in board
        shown = page(ani.get(CITY))
        for words in ("Melaksanakan keputusan", final.ref, "5 Desember 2024", "Pasal 38", "tenggat tidak disebut"):
            assert words in shown
        assert "Semua kewajiban yang tercatat sudah dipenuhi" not in shown

    def it_is_reminded_of_by_a_letter_that_the_page_then_shows(self, ani, final):
        sent = ani.post(f"/penanganan/{final.ref}/pengingat/")
        assert (sent.status_code, sent["Location"]) == (302, CITY)
        assert "tembusan: Gubernur Jambi" in page(ani.get(CITY))

    def it_is_reminded_of_by_the_oversight_body_alone_and_only_while_it_waits(self, cast, ani, final):
        assert signed_in(cast.dewi).post(f"/penanganan/{final.ref}/pengingat/").status_code == 403
        document = "SK 1, 9 Desember 2024"
        act.decision_execute(ref=final.ref, document=document, by=cast.dewi, at=at("2024-12-09"))
        refused = ani.post(f"/penanganan/{final.ref}/pengingat/")
        assert refused.status_code == 422
        assert "tidak ada keputusan yang menunggu" in page(refused)
        assert not Reminder.objects.exists()


class WhenDataAreBlocked:
    def it_needs_a_reason_and_shows_it(self, ani, case):
        path = f"/perkara/{case.ref}/terlapor/1/blokir/"
        assert ani.get(path).status_code == 200
        assert ani.post(path, {"reason": " "}).status_code == 422
        response = ani.post(path, {"reason": "Rekomendasi belum ditindaklanjuti."})
        assert (response.status_code, response["Location"]) == (302, CITY)
        assert "Rekomendasi belum ditindaklanjuti." in page(ani.get(CITY))

    def it_is_lifted_with_a_reason(self, cast, ani, case):
        act.data_block(case_ref=case.ref, party=1, reason="Belum.", by=cast.ani, at=at("2024-12-01"))
        response = ani.post(f"/perkara/{case.ref}/terlapor/1/buka-blokir/", {"reason": "Keputusan 5/2024."})
        assert response.status_code == 302
        assert DataBlock.objects.get().unblocked_at is not None

    def it_keeps_the_reason_when_refused(self, ani, case):
        response = ani.post(f"/perkara/{case.ref}/terlapor/1/buka-blokir/", {"reason": "Keputusan 5/2024."})
        assert response.status_code == 422
        assert "Keputusan 5/2024." in page(response)

    def it_knows_no_person_that_is_not_in_the_case(self, cast, ani, case):
        assert ani.get(f"/perkara/{case.ref}/terlapor/9/blokir/").status_code == 404
        assert signed_in(cast.maria).get(f"/perkara/{case.ref}/terlapor/1/blokir/").status_code == 403


@pytest.mark.parametrize(("day", "silent"), [("2025-01-07", False), ("2025-01-08", True)])
def test_when_an_objection_meets_silence_the_way_to_the_court_is_shown_with_its_article(cast, monkeypatch, day, silent):
    """Filed on Wednesday 4 December 2024: the twenty-first working day is Tuesday 7 January 2025."""
    proceeding = make_proceeding(cast)
    carry_to_delivery(cast, proceeding)
    filed = date(2024, 12, 4)
    act.objection_file(ref=proceeding.ref, filed_date=filed, grounds="Keliru.", by=cast.dewi, at=at("2024-12-04"))
    the_clock_shows(monkeypatch, at(day))
    said = "Pegawai dapat mengajukan upaya hukum kepada Pengadilan Tata Usaha Negara."
    for address in (f"/perkara/{proceeding.case.ref}/", f"/penanganan/{proceeding.ref}/", CITY):
        shown = page(signed_in(cast.ani).get(address))
        assert ("Lewat tanpa jawaban" in shown) is silent
        assert (f"{said} (PP 79/2021 Pasal 5 ayat (3))" in shown) is silent


@pytest.mark.parametrize("replied", [False, True])
def test_an_authority_that_answered_the_appeal_is_shown_as_silent_nowhere(cast, monkeypatch, replied):
    """Filed on Wednesday 4 December 2024: PP 79/2021 Pasal 13 gives the authority until Tuesday 7 January 2025."""
    proceeding = make_proceeding(cast)
    carry_to_decision(cast, proceeding, replace(RULING, sanction_code="honourable_dismissal"))
    deliver(cast, proceeding, "2024-11-13")
    filed = date(2024, 12, 4)
    act.appeal_file(ref=proceeding.ref, filed_date=filed, grounds="Keliru.", by=cast.dewi, at=at("2024-12-04"))
    if replied:
        paper, day = "800/12/BKPSDM/2025, 6 Januari 2025", date(2025, 1, 6)
        act.remedy_reply(ref=proceeding.ref, replied_date=day, document=paper, by=cast.rahmat, at=at("2025-01-06"))
    the_clock_shows(monkeypatch, at("2025-01-08"))
    for address in (f"/perkara/{proceeding.case.ref}/", f"/penanganan/{proceeding.ref}/", CITY):
        assert ("BPASN memutus berdasarkan bukti yang ada." in page(signed_in(cast.ani).get(address))) is not replied
    shown = page(signed_in(cast.rahmat).get(f"/penanganan/{proceeding.ref}/"))
    assert ("800/12/BKPSDM/2025" in shown) is replied
    assert ("/tanggapan-upaya/" in shown) is not replied
