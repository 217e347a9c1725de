"""One proceeding on one page, its letters, and the page that opens it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from netra.cases.tests.builders import Cast, at
from netra.letters.queries import letters_of
from netra.letters.tests.put_off import drawn
from netra.sanctions import operations as act
from netra.sanctions.models import Proceeding
from netra.sanctions.tests.builders import (
    HEARING,
    TEAM,
    carry_to_decision,
    carry_to_delivery,
    carry_to_report,
    make_proceeding,
    refer_story,
)
from netra.sanctions.tests.test_crimes_left import DECISION_2024
from netra.trust.tests.told_once import told_once
from netra.web.tests.sanctions_scene import address, page, recommended_case, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    return Cast()


@pytest.fixture
def proceeding(cast):
    return make_proceeding(cast)


class WhenTheProceedingIsShown:
    def it_says_what_may_be_done_next_and_on_which_article(self, cast, proceeding):
        shown = page(signed_in(cast.dewi).get(address(proceeding)))
        assert "Terbitkan panggilan" in shown
        assert "PP 94/2021 Pasal 26 ayat (1)–(2)" in shown

    def it_offers_nothing_to_who_only_reads(self, cast, proceeding):
        shown = page(signed_in(cast.hasan).get(address(proceeding)))
        assert "Terbitkan panggilan" not in shown
        assert "langkah berikutnya milik peran lain" in shown

    def it_explains_the_day_of_effect_with_both_readings(self, cast, proceeding):
        """PerBKN 6/2022 Ps 50: the 15th working day, 5 December; PP 94/2021 Ps 38: the 15th day, 28 November."""
        carry_to_delivery(cast, proceeding)
        shown = page(signed_in(cast.dewi).get(address(proceeding)))
        assert "Kamis, 5 Desember 2024" in shown
        assert "Kamis, 28 November 2024" in shown
        assert "PerBKN 6/2022 Pasal 50 ayat (1)" in shown
        assert "PP 94/2021 Pasal 38 ayat (1)" in shown

    def it_hides_from_maria(self, cast, proceeding):
        assert signed_in(cast.maria).get(address(proceeding)).status_code == 404

    def it_asks_a_visitor_to_sign_in(self, proceeding):
        response = Client().get(address(proceeding))
        assert (response.status_code, response["Location"]) == (302, f"/masuk/?next={address(proceeding)}")

    def it_is_only_read(self, cast, proceeding):
        assert signed_in(cast.dewi).post(address(proceeding)).status_code == 405

    def it_escapes_what_people_typed(self, cast, proceeding):
        Proceeding.objects.filter(pk=proceeding.pk).update(outcome="x", state="STOPPED")
        proceeding.party.name = "<script>alert(1)</script>"
        proceeding.party.save()
        assert "<script>alert" not in page(signed_in(cast.dewi).get(address(proceeding)))

    def it_asks_the_same_questions_however_far_it_went(self, cast, proceeding, django_assert_max_num_queries):
        carry_to_delivery(cast, proceeding)
        client = signed_in(cast.dewi)
        client.get(address(proceeding))
        with django_assert_max_num_queries(35):
            client.get(address(proceeding))


class WhenALetterIsOpened:
    @pytest.fixture
    def letters(self, cast, proceeding):
        carry_to_decision(cast, proceeding)
        return {letter.kind: letter.ref for letter in letters_of(proceeding.case.chain)}

    def it_is_the_pdf_for_the_agency(self, cast, proceeding, letters):
        response = signed_in(cast.dewi).get(address(proceeding, f"surat/{letters['DECISION_SEVERE']}/"))
        assert response.headers["Content-Type"] == "application/pdf"
        assert drawn(response.content).startswith(b"%PDF")

    def it_keeps_what_was_said_behind_closed_doors_from_the_supervisor(self, cast, proceeding, letters):
        wayan = signed_in(cast.wayan)
        assert wayan.get(address(proceeding, f"surat/{letters['DECISION_SEVERE']}/")).status_code == 200
        assert wayan.get(address(proceeding, f"surat/{letters['EXAMINATION_RECORD']}/")).status_code == 404
        assert "Ya, akun itu milik saya." not in page(wayan.get(address(proceeding)))
        assert "Ya, akun itu milik saya." in page(signed_in(cast.rahmat).get(address(proceeding)))

    def it_is_not_found_under_another_proceeding_or_by_maria(self, cast, proceeding, letters):
        other = make_proceeding(cast)
        path = f"surat/{letters['DECISION_SEVERE']}/"
        assert signed_in(cast.dewi).get(address(other, path)).status_code == 404
        assert signed_in(cast.maria).get(address(proceeding, path)).status_code == 404


class WhenAProceedingIsOpened:
    def it_offers_the_routes_that_fit_and_says_why_others_do_not(self, cast):
        case = recommended_case(cast)
        shown = page(signed_in(cast.dewi).get(f"/perkara/{case.ref}/penanganan/"))
        assert 'value="1:DISCIPLINE"' in shown
        assert 'value="1:STATUS_TERMINATION"' not in shown
        assert "Tidak ada dugaan terhadap terlapor ini yang masuk jalur «Pemberhentian status»" in shown

    def it_opens_the_chosen_one(self, cast):
        case = recommended_case(cast)
        response = signed_in(cast.dewi).post(f"/perkara/{case.ref}/penanganan/", {"choice": "1:DISCIPLINE"})
        made = Proceeding.objects.get(case=case)
        assert (response.status_code, response["Location"]) == (302, address(made))

    def it_refuses_a_route_that_does_not_fit(self, cast):
        case = recommended_case(cast)
        response = signed_in(cast.dewi).post(f"/perkara/{case.ref}/penanganan/", {"choice": "1:STATUS_TERMINATION"})
        assert response.status_code == 422
        assert not Proceeding.objects.exists()

    def it_refers_no_crime_where_none_is_alleged(self, cast):
        case = recommended_case(cast)
        shown = page(signed_in(cast.wayan).get(f"/perkara/{case.ref}/pidana/"))
        assert "Tidak ada bentuk pidana pemilu atau pemilihan" in shown

    def it_leaves_the_referral_of_a_crime_to_the_supervisor_whose_letter_it_is(self, cast):
        case = recommended_case(cast)
        for outsider in (cast.ani, cast.dewi):
            assert signed_in(outsider).get(f"/perkara/{case.ref}/pidana/").status_code == 403

    def it_keeps_the_word_of_the_plenary_that_no_crime_is_seen_and_shows_it_on_the_case(self, cast):
        case = refer_story(cast, DECISION_2024)
        address_of_case, form = f"/perkara/{case.ref}/", f"/perkara/{case.ref}/pidana/tidak/"
        assert form in page(signed_in(cast.putu).get(address_of_case))
        assert form not in page(signed_in(cast.wayan).get(address_of_case))
        assert signed_in(cast.putu).post(form, {"choice": "1:CRIME", "reason": ""}).status_code == 422
        why = "Keputusan itu tidak menyebut pasangan calon."
        met = {"held_date": "2024-10-21", "members": "3"}
        lonely = signed_in(cast.putu).post(form, {"choice": "1:CRIME", "reason": why, **met, "members": "1"})
        assert lonely.status_code == 422 and "sekurangnya dua anggota" in page(lonely) and why in page(lonely)
        response = signed_in(cast.putu).post(form, {"choice": "1:CRIME", "reason": why, **met})
        assert (response.status_code, response["Location"]) == (302, address_of_case)
        shown = page(signed_in(cast.dewi).get(address_of_case))
        assert "Pleno tidak melihat tindak pidana" in shown and why in shown
        assert "Rapat pleno 21 Oktober 2024, 3 anggota hadir" in " ".join(shown.split())

    def it_asks_for_no_word_where_no_crime_is_suspected(self, cast):
        case = recommended_case(cast)
        form = f"/perkara/{case.ref}/pidana/tidak/"
        assert form not in page(signed_in(cast.putu).get(f"/perkara/{case.ref}/"))
        assert "Tidak ada dugaan pidana yang masih harus" in page(signed_in(cast.putu).get(form))

    def it_hides_from_maria(self, cast):
        case = recommended_case(cast)
        assert signed_in(cast.maria).get(f"/perkara/{case.ref}/pidana/").status_code == 404


class WhenAnActDoesNotFitTheState:
    def it_says_so_and_what_does(self, cast, proceeding):
        response = signed_in(cast.dewi).get(address(proceeding, "berita-acara/"))
        assert response.status_code == 409
        assert "Terbitkan panggilan" in page(response)
        assert "<textarea" not in page(response)

    def it_is_refused_politely_when_somebody_was_faster(self, cast, proceeding):
        carry_to_report(cast, proceeding)
        form = decision_sent()
        act.decision_make(ref=proceeding.ref, ruling=act.Ruling(**form), by=cast.rahmat, at=at("2024-11-11"))
        response = signed_in(cast.rahmat).post(address(proceeding, "keputusan/"), form)
        assert response.status_code == 422
        assert "berada pada tahap «Keputusan ditetapkan»" in page(response)
        assert "terbukti memberi dukungan" in page(response)


def decision_sent():
    from_builder = {
        "sanction_code": "demotion_12m",
        "considerations": "terbukti memberi dukungan",
        "decided_date": at("2024-11-11").date(),
        "signer_title": "Wali Kota Jambi",
    }
    return from_builder


def test_a_team_that_was_formed_is_shown_with_its_letter(cast, proceeding):
    act.team_form(ref=proceeding.ref, members=TEAM, by=cast.rahmat, at=at("2024-10-31"))
    shown = page(signed_in(cast.dewi).get(address(proceeding)))
    assert "Ketua Tim (contoh)" in shown
    assert "Keputusan Pembentukan Tim Pemeriksa" in shown


def test_a_letter_is_saved_under_its_number_as_people_read_it(cast, proceeding):
    """Once the strokes fell out, and 800.1.4/0001/… was saved as 800140001…"""
    carry_to_report(cast, proceeding)
    letter = next(each for each in letters_of(proceeding.case.chain) if each.kind == "SUMMONS_1")
    response = signed_in(cast.dewi).get(address(proceeding, f"surat/{letter.ref}/"))
    parts = re.findall(r"[A-Za-z0-9]+", letter.number)
    assert len(parts) > 3
    assert f'filename="{"-".join(parts).lower()}.pdf"' in response.headers["Content-Disposition"]


class WhenSomebodyIsCalledForTheSameDay:
    """No article names how near an examination may lie to its letter (PP 94/2021 Ps 26(2) names how far)."""

    def it_says_so_before_the_summons_goes_out(self, cast, proceeding):
        shown = page(signed_in(cast.dewi).get(address(proceeding, "panggilan/")))
        assert "Tidak ada pasal yang menyebut jarak paling singkat" in shown
        assert "Penjelasan PP 94/2021 Pasal 26 ayat (3) meminta waktu penyampaian surat" in shown

    def it_stands_marked_where_the_authority_reads_that_he_did_not_come(self, cast, proceeding):
        self.called(cast, proceeding, "2024-11-01", meeting=at("2024-11-06"))
        self.called(cast, proceeding, "2024-11-07", meeting=at("2024-11-07", 10))
        shown = page(signed_in(cast.rahmat).get(address(proceeding)))
        assert "Panggilan kedua untuk hari yang sama dengan suratnya" in shown
        assert "Panggilan pertama untuk hari yang sama" not in shown
        assert "Apakah panggilan ini patut ditimbang pejabat yang memutus." in shown

    def called(self, cast, proceeding, letter, *, meeting):
        act.summons_issue(ref=proceeding.ref, meeting_at=meeting, place="BKPSDM", by=cast.dewi, at=at(letter))
        act.summons_miss(ref=proceeding.ref, by=cast.dewi, at=meeting)


class WhenNothingWasProven:
    """No article names a term for closing; until it is closed, the clean name stands open in the case."""

    @pytest.fixture
    @told_once
    def stopped(self, cast, proceeding):
        act.team_form(ref=proceeding.ref, members=TEAM, by=cast.rahmat, at=at("2024-10-31"))
        called: dict[str, Any] = {"meeting_at": at("2024-11-06"), "place": "BKPSDM"}
        act.summons_issue(ref=proceeding.ref, **called, by=cast.dewi, at=at("2024-11-01"))
        act.examination_record(ref=proceeding.ref, hearing=HEARING, by=cast.dewi, at=at("2024-11-06", 15))
        found = act.Findings(proven=False, analysis="Bukan akunnya.")
        act.examination_report(ref=proceeding.ref, findings=found, by=cast.dewi, at=at("2024-11-07"))
        why = "Bukan akunnya."
        return act.proceeding_stop(ref=proceeding.ref, reason=why, by=cast.rahmat, at=at("2024-11-11"))

    def it_waits_on_the_desk_of_who_closes_it_and_says_since_when(self, cast, stopped):
        for closer in (cast.dewi, cast.ani):
            desk = page(signed_in(closer).get("/"))
            assert "Tidak terbukti, belum ditutup" in desk and stopped.ref in desk
            assert "sejak 11 November 2024" in desk
        assert "Menunggu ditutup sejak 11 November 2024" in page(signed_in(cast.dewi).get(address(stopped)))

    def it_waits_on_no_other_desk(self, cast, stopped):
        for other in (cast.wayan, cast.rahmat, cast.maria, cast.lestari):
            assert "belum ditutup" not in page(signed_in(other).get("/"))

    def it_leaves_the_desk_when_it_is_closed(self, cast, stopped):
        act.proceeding_close(ref=stopped.ref, by=cast.dewi, at=at("2024-11-12"))
        assert "belum ditutup" not in page(signed_in(cast.dewi).get("/"))
