"""Accused, acts and allegations: added, identified, assessed, confirmed, changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netra.cases.models import Allegation, Case
from netra.letters.models import Letter
from netra.sanctions.tests import builders as sanctions
from netra.web.tests.cases_scene import (
    LIKE,
    Cast,
    Client,
    act,
    at,
    carry_to_referral,
    carry_to_study,
    make_case,
    page,
    signed_in,
    the_clock_shows,
)

pytestmark = pytest.mark.django_db

NIP = "198501012010011001"


@pytest.fixture
def cast(monkeypatch) -> Cast:
    the_clock_shows(monkeypatch, at("2024-10-18", 12))
    return Cast()


@pytest.fixture
def case(cast) -> Case:
    return make_case(cast)


def address(case: Case, rest: str) -> str:
    return f"/perkara/{case.ref}/{rest}/"


PARTY = {"name": "", "position": "UNKNOWN", "employment": "PNS", "unit_name": "Dinas Contoh"}
DEED = {
    "conduct": "attend_declaration_or_campaign",
    "act_date": "2024-10-16",
    "act_date_precision": "DAY",
    "narrative": "Hadir dan berseru di panggung.",
    "channel": "MEETING",
    "other_conducts": ["passive_attendance", "attend_declaration_or_campaign"],
}
PAGES = [
    ("terlapor/tambah", PARTY),
    ("perbuatan/tambah", DEED),
    ("terlapor/1/identitas", {"nip": NIP, "attribute": "UNIT"}),
    ("terlapor/1/jawaban", {"text": "Bukan saya."}),
    ("perbuatan/1/perbaiki", {**DEED, "reason": "Tangkapan layar bertanggal lain."}),
    ("dugaan/1/1/nilai", {}),
]


@pytest.mark.parametrize(("rest", "typed"), PAGES, ids=[each[0] for each in PAGES])
class WhenAnActLeavesTheStateAlone:
    def test_it_is_opened_and_done(self, cast, case, rest, typed):
        page(cast.wayan, address(case, rest))
        response = signed_in(cast.wayan).post(address(case, rest), typed)
        assert response.headers["Location"] == f"/perkara/{case.ref}/"
        assert Case.objects.get(pk=case.pk).state == "REGISTERED"

    def test_a_visitor_is_asked_to_sign_in(self, cast, case, rest, typed):
        assert Client().get(address(case, rest)).headers["Location"].startswith("/masuk/")

    def test_maria_does_not_find_it(self, cast, case, rest, typed):
        assert signed_in(cast.maria).get(address(case, rest)).status_code == 404
        assert signed_in(cast.maria).post(address(case, rest), typed).status_code == 404

    def test_after_the_end_it_is_refused_with_what_can_be_done(self, cast, case, rest, typed):
        act.case_start_preliminary(case_ref=case.ref, by=cast.wayan, at=at("2024-10-17", 10))
        Case.objects.filter(pk=case.pk).update(state="CLOSED", ended_date=at("2024-10-18").date())
        response = signed_in(cast.wayan).post(address(case, rest), typed)
        # Who an accused is may be cleared up after the end, too.
        assert response.status_code == (302 if "identitas" in rest else 422)


def test_an_unknown_accused_is_an_accused_too(cast, case):
    signed_in(cast.wayan).post(address(case, "terlapor/tambah"), PARTY)
    added = case.parties.get(ordinal=2)
    assert (added.name, added.unit_name) == ("", "Dinas Contoh")
    assert "Nama belum diketahui" in page(cast.wayan, address(case, "").rstrip("/") + "/")


def test_an_act_is_not_its_own_other_reading(cast, case):
    signed_in(cast.wayan).post(address(case, "perbuatan/tambah"), DEED)
    assert case.acts.get(ordinal=2).other_conducts == ["passive_attendance"]


class WhenAPersonIsIdentified:
    """Nobody is accused by a name match: a NIP and a second attribute, confirmed by a named officer."""

    def test_the_digits_are_kept_and_shown_masked(self, cast, case):
        signed_in(cast.wayan).post(
            address(case, "terlapor/1/identitas"), {"nip": "19850101 201001 1 001", "attribute": "UNIT"}
        )
        assert case.parties.get().nip == NIP
        shown = page(cast.wayan, f"/perkara/{case.ref}/")
        assert NIP not in shown
        assert "•••• 1001" in shown

    @pytest.mark.parametrize(
        ("typed", "words"),
        [
            ({"nip": "12345", "attribute": "UNIT"}, "18 angka"),
            ({"nip": NIP, "attribute": "  "}, "Ciri kedua"),
        ],
    )
    def test_a_refusal_says_why_and_keeps_what_was_typed(self, cast, case, typed, words):
        response = signed_in(cast.wayan).post(address(case, "terlapor/1/identitas"), typed)
        shown = response.content.decode()
        assert response.status_code == 422
        assert words in shown
        assert typed["nip"] in shown

    def test_an_accused_who_is_not_there_is_not_found(self, cast, case):
        assert signed_in(cast.wayan).get(address(case, "terlapor/9/identitas")).status_code == 404


class WhenAnAllegationIsJudged:
    @pytest.fixture
    def assessed(self, cast, case) -> Allegation:
        return act.allegation_assess(case_ref=case.ref, party=1, act=1, by=cast.wayan, at=at("2024-10-18", 10))

    def test_the_page_shows_what_the_law_says(self, cast, case, assessed):
        shown = page(cast.wayan, address(case, "dugaan/1/1/konfirmasi"))
        assert "hukuman disiplin berat" in shown
        assert "Mengapa perlu ditinjau" in shown

    def test_a_confirmation_needs_a_reason(self, cast, case, assessed):
        client = signed_in(cast.wayan)
        bare = client.post(address(case, "dugaan/1/1/konfirmasi"), {"reason": ""})
        assert bare.status_code == 422
        assert "Bidang ini tidak boleh kosong." in bare.content.decode()
        client.post(address(case, "dugaan/1/1/konfirmasi"), {"reason": "Lampiran II-B nomor 6."})
        assessed.refresh_from_db()
        assert (assessed.state, assessed.reason) == ("CONFIRMED", "Lampiran II-B nomor 6.")

    def test_another_reading_stands_beside_that_of_the_law(self, cast, case, assessed):
        typed = {
            "category": "ETHICS",
            "level_floor": "MORAL",
            "level_ceiling": "MORAL",
            "reason": "BKN menggolongkannya sebagai kode etik.",
        }
        signed_in(cast.wayan).post(address(case, "dugaan/1/1/ubah"), typed)
        assessed.refresh_from_db()
        assert (assessed.state, assessed.category) == ("CHANGED", "ETHICS")
        shown = page(cast.wayan, f"/perkara/{case.ref}/")
        assert "Usulan Netra" in shown
        assert "BKN menggolongkannya sebagai kode etik." in shown

    def test_levels_the_wrong_way_round_are_refused_and_the_reason_is_kept(self, cast, case, assessed):
        typed = {"category": "DISCIPLINE", "level_floor": "SEVERE", "level_ceiling": "LIGHT", "reason": "Alasan saya."}
        response = signed_in(cast.wayan).post(address(case, "dugaan/1/1/ubah"), typed)
        assert response.status_code == 422
        assert "Alasan saya." in response.content.decode()

    def test_it_can_be_dropped(self, cast, case, assessed):
        signed_in(cast.wayan).post(address(case, "dugaan/1/1/ubah"), {"category": "DROP", "reason": "Akun orang lain."})
        assessed.refresh_from_db()
        assert assessed.state == "DROPPED"

    def test_the_plenary_that_takes_it_back_says_when_it_met_and_nobody_else_is_asked(self, cast, case, monkeypatch):
        the_clock_shows(monkeypatch, at("2024-10-22", 12))
        carry_to_referral(cast, case)
        form = address(case, "dugaan/1/1/ubah")
        assert "Tanggal pleno" in page(cast.putu, form) and "Tanggal pleno" not in page(cast.ani, form)
        typed = {"category": "DROP", "reason": "Akun orang lain."}
        refused = signed_in(cast.putu).post(form, typed)
        assert refused.status_code == 422
        assert "Isi tanggal rapat itu" in refused.content.decode() and "Akun orang lain." in refused.content.decode()
        signed_in(cast.putu).post(form, {**typed, "held_date": "2024-10-21", "members": "3"})
        dropped = Allegation.objects.get()
        assert (dropped.state, dropped.plenary_date, dropped.plenary_members) == ("DROPPED", date(2024, 10, 21), 3)

    def test_assessing_again_is_refused_once_an_officer_has_spoken(self, cast, case):
        carry_to_study(cast, case)
        response = signed_in(cast.wayan).post(address(case, "dugaan/1/1/nilai"))
        assert response.status_code == 422
        assert "sudah dikonfirmasi" in response.content.decode()

    def test_what_was_not_assessed_cannot_be_confirmed(self, cast, case):
        assert signed_in(cast.wayan).get(address(case, "dugaan/1/1/konfirmasi")).status_code == 404

    def test_an_act_that_is_not_there_cannot_be_assessed(self, cast, case):
        assert signed_in(cast.wayan).get(address(case, "dugaan/1/9/nilai")).status_code == 404


def test_the_oversight_body_may_change_a_reading_after_the_referral(cast, case):
    act.act_add(case_ref=case.ref, act=LIKE, by=cast.wayan, at=at("2024-10-18", 9))
    act.allegation_assess(case_ref=case.ref, party=1, act=2, by=cast.wayan, at=at("2024-10-18", 10))
    Case.objects.filter(pk=case.pk).update(referred=True, state="REFERRED")
    assert "Ubah penilaian" in page(cast.ani, address(case, "dugaan/1/2/ubah"))


class WhenThePersonWasPunishedBefore:
    """Budi was demoted on 11 November 2024; on 12 February 2025 he approaches a party."""

    @pytest.fixture
    def again(self, cast, monkeypatch) -> Allegation:
        the_clock_shows(monkeypatch, at("2025-02-18", 12))
        sanctions.punished(cast)
        deed = sanctions.deed("approach_party", date(2025, 2, 12), "prospective")
        case = make_case(cast, acts=(replace(deed, other_conducts=("partisan_activity",)),), on="2025-02-17")
        sanctions.identify(cast, case, "2025-02-18")
        return act.allegation_assess(case_ref=case.ref, party=1, act=1, by=cast.wayan, at=at("2025-02-18"))

    def test_the_officer_sees_the_earlier_decision_and_states_it(self, cast, again):
        case = again.party.case
        number = Letter.objects.get(kind="DECISION_SEVERE").number
        for rest in ("dugaan/1/1/konfirmasi", "dugaan/1/1/ubah"):
            shown = page(cast.wayan, address(case, rest))
            assert "Hukuman disiplin terdahulu yang dikenal Netra" in shown
            assert number in shown and "11 November 2024" in shown
        stated = f"Nomor {number} tanggal 11 November 2024"
        typed = {"reason": "Sama-sama keberpihakan.", "earlier_decision": stated}
        signed_in(cast.wayan).post(address(case, "dugaan/1/1/konfirmasi"), typed)
        again.refresh_from_db()
        assert (again.state, again.earlier_decision, again.level_floor) == ("CONFIRMED", stated, "SEVERE")
        shown = page(cast.wayan, f"/perkara/{case.ref}/")
        assert "Pelanggaran berulang, setelah keputusan" in shown and stated in shown

    def test_a_change_starts_from_what_was_stated(self, cast, again):
        case = again.party.case
        Allegation.objects.filter(pk=again.pk).update(earlier_decision="Nomor 7 tanggal 11 November 2024")
        assert 'value="Nomor 7 tanggal 11 November 2024"' in page(cast.wayan, address(case, "dugaan/1/1/ubah"))

    def test_nothing_is_shown_of_somebody_never_punished(self, cast, case):
        act.allegation_assess(case_ref=case.ref, party=1, act=1, by=cast.wayan, at=at("2024-10-18", 10))
        assert "Hukuman disiplin terdahulu yang" not in page(cast.wayan, address(case, "dugaan/1/1/konfirmasi"))
