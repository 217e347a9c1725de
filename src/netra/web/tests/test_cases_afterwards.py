"""Terms that change, causes coded by two who do not see each other, recusal, and erasure by two people."""

from __future__ import annotations

from datetime import date

import pytest

from netra.cases.models import Case, Party
from netra.sanctions.tests.builders import make_proceeding
from netra.trust.acts import Role
from netra.trust.tests import builders as trust
from netra.trust.tests.locks import unlocked
from netra.web.tests.cases_scene import (
    Cast,
    Client,
    act,
    at,
    carry_to_plenary,
    carry_to_recommendation,
    make_case,
    page,
    signed_in,
    the_clock_shows,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(monkeypatch) -> Cast:
    the_clock_shows(monkeypatch, at("2024-10-18", 12))
    return Cast()


def address(case: Case, rest: str = "") -> str:
    return f"/perkara/{case.ref}/{rest}"


WHY = {"reason": "Keterangan ahli ditunggu.", "document": "ND-12/2024, 18 Oktober 2024"}


class WhenATermChanges:
    def test_it_is_extended_with_reason_and_document(self, cast):
        case = make_case(cast)
        signed_in(cast.wayan).post(address(case, "tenggat/1/perpanjang/"), {**WHY, "due": "2024-10-22"})
        assert case.deadlines.get().due_date == date(2024, 10, 22)
        shown = page(cast.wayan, address(case))
        assert "Keterangan ahli ditunggu." in shown
        assert "ND-12/2024, 18 Oktober 2024" in shown

    def test_it_is_paused_and_runs_again_by_the_days_of_the_pause(self, cast, monkeypatch):
        case = make_case(cast)
        with unlocked():
            case.deadlines.update(source_kind="LETTER")
        signed_in(cast.wayan).post(address(case, "tenggat/1/jeda/"), WHY)
        assert "dijeda sejak" in page(cast.wayan, address(case))
        the_clock_shows(monkeypatch, at("2024-10-30", 9))
        assert "lewat" not in page(cast.wayan, address(case))
        signed_in(cast.wayan).post(address(case, "tenggat/1/lanjutkan/"), WHY)
        # Due on 20 October, paused from 18 to 30 October: twelve calendar days later.
        assert case.deadlines.get().due_date == date(2024, 11, 1)

    @pytest.mark.parametrize(
        ("rest", "typed", "words"),
        [
            ("perpanjang", {**WHY, "due": "2024-10-19"}, "harus sesudah tenggat sekarang"),
            ("perpanjang", {**WHY, "due": "2024-10-25", "document": ""}, "Dokumen dasar"),
            ("perpanjang", {**WHY, "due": "2024-10-25"}, "paling lama sampai 22 Oktober 2024"),
            ("perpanjang", {**WHY, "due": "2024-10-22", "document": "-"}, "nomor dan tanggal surat"),
            ("jeda", WHY, "tidak mengenal jeda"),
            ("lanjutkan", WHY, "tidak sedang dijeda"),
        ],
    )
    def test_a_refusal_says_why_and_keeps_the_reason(self, cast, rest, typed, words):
        response = signed_in(cast.wayan).post(address(make_case(cast), f"tenggat/1/{rest}/"), typed)
        shown = response.content.decode()
        assert response.status_code == 422
        assert words in shown
        assert "Keterangan ahli ditunggu." in shown

    @pytest.mark.parametrize("rest", ["perpanjang", "jeda", "lanjutkan"])
    def test_its_page_shows_the_term_and_hides_from_maria(self, cast, rest):
        case = make_case(cast)
        with unlocked():
            case.deadlines.update(source_kind="LETTER")
        assert "Kenapa tanggal ini?" in page(cast.wayan, address(case, f"tenggat/1/{rest}/"))
        assert signed_in(cast.maria).get(address(case, f"tenggat/1/{rest}/")).status_code == 404
        assert Client().get(address(case, f"tenggat/1/{rest}/")).headers["Location"].startswith("/masuk/")

    @pytest.mark.parametrize("rest", ["perpanjang", "jeda", "lanjutkan"])
    def test_no_form_is_shown_to_who_may_never_send_it(self, cast, monkeypatch, rest):
        """The mayor owes an answer to a letter of BKN, whose analyst moves that term; Wayan does not."""
        case = make_case(cast)
        carry_to_recommendation(cast, case)
        the_clock_shows(monkeypatch, at("2024-10-29"))
        number = case.deadlines.count()
        refused = signed_in(cast.wayan).get(address(case, f"tenggat/{number}/{rest}/"))
        assert (refused.status_code, "<textarea" in refused.content.decode()) == (409, False)
        assert signed_in(cast.ani).get(address(case, f"tenggat/{number}/{rest}/")).status_code == 200

    def test_the_page_of_a_case_offers_only_what_the_law_lets_the_office_do(self, cast, monkeypatch):
        case = make_case(cast)
        shown = page(cast.wayan, address(case))
        assert ("/perpanjang/" in shown, "/jeda/" in shown) == (True, False)
        the_clock_shows(monkeypatch, at("2024-10-21"))
        assert "/perpanjang/" not in page(cast.wayan, address(case))
        response = signed_in(cast.wayan).get(address(case, "tenggat/1/perpanjang/"))
        assert response.status_code == 409
        assert "tetap tercatat lewat" in response.content.decode()

    def test_a_term_that_is_not_there_or_was_met_is_not_found(self, cast):
        case = make_case(cast)
        assert signed_in(cast.wayan).get(address(case, "tenggat/9/jeda/")).status_code == 404
        case.deadlines.update(met_date=date(2024, 10, 18))
        assert signed_in(cast.wayan).get(address(case, "tenggat/1/jeda/")).status_code == 404


class WhenCausesAreCoded:
    @pytest.fixture
    def case(self, cast, monkeypatch) -> Case:
        case = make_proceeding(cast).case
        the_clock_shows(monkeypatch, at("2024-11-15"))
        return case

    def test_a_coder_sees_only_his_own_until_both_are_done(self, cast, case):
        signed_in(cast.wayan).post(address(case, "penyebab/"), {"KINSHIP": "Ipar calon."})
        assert "Ipar calon." in page(cast.wayan, address(case))
        assert "Ipar calon." not in page(cast.dewi, address(case))
        signed_in(cast.dewi).post(address(case, "penyebab/"), {"KINSHIP": "Menurut kartu keluarga."})
        shown = page(cast.dewi, address(case))
        assert "Ipar calon." in shown
        # One factor found by both, six by neither: kappa is one.
        assert "κ Cohen = 1,00" in shown

    def test_nothing_found_must_be_said(self, cast, case):
        client = signed_in(cast.wayan)
        assert client.post(address(case, "penyebab/"), {}).status_code == 422
        assert client.post(address(case, "penyebab/"), {"none_found": "on"}).status_code == 302

    def test_coding_twice_is_refused_and_keeps_the_text(self, cast, case):
        client = signed_in(cast.wayan)
        client.post(address(case, "penyebab/"), {"AMBITION": "Pernyataan saksi."})
        again = client.post(address(case, "penyebab/"), {"AMBITION": "Pernyataan saksi."})
        assert again.status_code == 422
        assert "Pernyataan saksi." in again.content.decode()

    def test_maria_does_not_find_it(self, cast, case):
        assert signed_in(cast.maria).get(address(case, "penyebab/")).status_code == 404


class WhenACaseIsErased:
    """Two people, on its date; what names people is gone and the trail stays."""

    @pytest.fixture
    def case(self, cast, monkeypatch) -> Case:
        case = make_case(cast)
        carry_to_plenary(cast, case)
        act.plenary_decide(
            case_ref=case.ref,
            outcome="NOT_PROVEN",
            held_date=date(2024, 10, 18),
            members=3,
            reason="Unsur tidak terpenuhi.",
            by=cast.putu,
            at=at("2024-10-18", 16),
        )
        the_clock_shows(monkeypatch, at("2026-10-19"))
        return Case.objects.get(pk=case.pk)

    def test_one_asks_and_another_does_it(self, cast, case):
        signed_in(cast.wayan).post(address(case, "penghapusan/"), {"reason": "Jadwal retensi."})
        assert "Setujui dan hapus" not in page(cast.wayan, address(case))
        second = trust.grant(trust.make_user("gede"), Role.INTAKE_OFFICER, region="15.71")
        assert "Setujui dan hapus" in page(second, address(case))
        signed_in(second).post(address(case, "penghapusan/setujui/"))
        assert Party.objects.get(case=case).name == ""
        assert "Isi perkara ini sudah dihapus" in page(cast.wayan, address(case))

    def test_nobody_approves_his_own_request(self, cast, case):
        client = signed_in(cast.wayan)
        client.post(address(case, "penghapusan/"), {"reason": "Jadwal retensi."})
        response = client.post(address(case, "penghapusan/setujui/"))
        assert response.status_code == 422
        assert "orang kedua" in response.content.decode()

    def test_a_second_person_refuses_and_the_page_keeps_why(self, cast, case):
        wayan = signed_in(cast.wayan)
        wayan.post(address(case, "penghapusan/"), {"reason": "Jadwal retensi."})
        second = trust.grant(trust.make_user("gede"), Role.INTAKE_OFFICER, region="15.71")
        assert "Jadwal retensi." in page(second, address(case, "penghapusan/setujui/"))
        empty = signed_in(second).post(address(case, "penghapusan/tolak/"), {"reason": ""})
        assert empty.status_code == 422
        signed_in(second).post(address(case, "penghapusan/tolak/"), {"reason": "BPK masih memeriksa."})
        shown = page(cast.wayan, address(case))
        assert "<strong>Ditolak</strong>" in shown and "<bdi>BPK masih memeriksa.</bdi>" in shown
        assert "menunggu persetujuan orang kedua" not in shown and "Minta penghapusan" in shown
        assert Party.objects.get(case=case).name == "Budi (contoh)"

    def test_the_asker_takes_it_back(self, cast, case):
        wayan = signed_in(cast.wayan)
        wayan.post(address(case, "penghapusan/"), {"reason": "Jadwal retensi."})
        assert "Tarik permintaan" in page(cast.wayan, address(case))
        wayan.post(address(case, "penghapusan/tarik/"))
        shown = page(cast.wayan, address(case))
        assert "Ditarik kembali" in shown and "Minta penghapusan" in shown

    def test_before_its_date_it_is_neither_offered_nor_done(self, cast, case, monkeypatch):
        the_clock_shows(monkeypatch, at("2026-10-17"))
        assert "Minta penghapusan" not in page(cast.wayan, address(case))
        response = signed_in(cast.wayan).post(address(case, "penghapusan/"), {"reason": "Sekarang saja."})
        assert response.status_code == 422
        assert "Sekarang saja." in response.content.decode()

    def test_maria_does_not_find_it(self, cast, case):
        assert signed_in(cast.maria).post(address(case, "penghapusan/"), {"reason": "x"}).status_code == 404


def test_who_recuses_himself_goes_back_to_the_list_and_sees_the_case_no_more(cast):
    case = make_case(cast)
    response = signed_in(cast.wayan).post(address(case, "pengecualian/"), {"reason": "Kerabat terlapor."})
    assert response.headers["Location"] == "/perkara/"
    assert signed_in(cast.wayan).get(address(case)).status_code == 404


def test_a_recusal_without_a_reason_is_refused(cast):
    case = make_case(cast)
    response = signed_in(cast.wayan).post(address(case, "pengecualian/"), {"username": "putu", "reason": ""})
    assert response.status_code == 422
    assert 'value="putu"' in response.content.decode()
