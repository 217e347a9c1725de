"""Elections with their sources, ballots in order and at equal size, and regions that are asked back."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from netra.registry.models import ElectionStage, Ticket
from netra.registry.operations import elections_seed
from netra.registry.tests import builders as make
from netra.web.tests.registry_scene import admin, client_of, dewi, words

pytestmark = pytest.mark.django_db

JAMBI_2018 = "/registri/pemilihan/PILKADA-2018/"
ELECTION = {
    "code": "PILKADA-2029",
    "name": "Pemilihan 2029 (contoh)",
    "kind": "REGIONAL",
    "voting_date": "2029-11-28",
    "start_date": "2029-03-01",
    "until_date": "2029-12-20",
}
STAGE = {
    "stage": "DETERMINATION",
    "region_code": "Kota Jambi",
    "start_date": "2018-02-13",
    "source_instrument": "Keputusan KPU Kota Jambi (contoh)",
    "verification": "UNVERIFIED",
}
TICKET = {
    "office": "GOVERNOR",
    "region_code": "Provinsi Jambi",
    "number": "3",
    "head_name": "Calon Tiga (contoh)",
    "source": "Berita acara (contoh)",
    "verification": "SECONDARY",
}


@pytest.fixture
def seeded() -> None:
    elections_seed(by=make.SYSTEM, at=make.AT)


@pytest.mark.parametrize(
    "address",
    ["pemilihan/", "pemilihan/baru/", "pemilihan/X/", "pemilihan/X/tahapan/", "pemilihan/X/calon/", "wilayah/"],
)
def test_nobody_is_let_in_without_signing_in(address):
    assert Client().get(f"/registri/{address}").status_code == 302


def test_an_unknown_election_is_not_there():
    assert admin().get("/registri/pemilihan/TIADA/").status_code == 404


def test_stages_come_with_their_last_day_their_source_and_how_it_was_checked(seeded):
    page = " ".join(words(dewi().get(JAMBI_2018)).split())
    assert "15 Februari 2018 – 23 Juni 2018" in page
    assert "Jadwal KPU Pemilihan 2018, Kompas 14-06-2017, Republika 12-02-2018" in page
    assert "Dibaca dari sumber kedua" in page


def test_a_regions_own_date_is_shown_there(seeded):
    page = words(dewi().get(f"{JAMBI_2018}?region=15.71"))
    assert "KPU Kota Jambi, jambiterbit dan radarjambi, Februari 2018" in page


def test_tickets_stand_in_ballot_order_each_alike(seeded):
    page = words(dewi().get(f"{JAMBI_2018}?region=15.71"))
    assert page.index("Abdullah Sani") < page.index("Syarif Fasha")
    openings = re.findall(r'<li>(<div class="[^"]+"><p class="[^"]+">)', page)
    assert len(openings) == 2
    assert len(set(openings)) == 1


def test_only_an_administrator_changes_elections(seeded):
    officer = dewi()
    for address in ("", "ubah/", "tahapan/", "calon/"):
        address = f"{JAMBI_2018}{address}" if address else "/registri/pemilihan/baru/"
        assert officer.get(address).status_code == 403
        assert officer.post(address, ELECTION).status_code == 403


def test_an_election_is_saved_and_changed():
    lina = admin()
    assert lina.post("/registri/pemilihan/baru/", ELECTION).status_code == 302
    lina.post("/registri/pemilihan/PILKADA-2029/ubah/", {**ELECTION, "name": "Pemilihan lain (contoh)"})
    assert "Pemilihan lain (contoh)" in words(lina.get("/registri/pemilihan/"))


def test_a_refused_election_keeps_what_was_typed():
    response = admin().post("/registri/pemilihan/baru/", {**ELECTION, "until_date": "2029-01-01"})
    assert response.status_code == 422
    assert "harus sesudah tanggal mulai" in words(response)
    assert 'value="Pemilihan 2029 (contoh)"' in words(response)


def test_a_stage_is_set_for_a_region_with_its_document(seeded):
    assert admin().post(f"{JAMBI_2018}tahapan/", STAGE).status_code == 302
    stage = ElectionStage.objects.get(region_code="15.71", stage="DETERMINATION", election__code="PILKADA-2018")
    assert stage.source_instrument == "Keputusan KPU Kota Jambi (contoh)"
    assert stage.verification == "UNVERIFIED"


def test_a_stage_without_a_document_is_refused(seeded):
    response = admin().post(f"{JAMBI_2018}tahapan/", {**STAGE, "source_instrument": ""})
    assert response.status_code == 422
    assert 'value="Kota Jambi"' in words(response)


def test_a_ticket_is_added_and_the_stages_stay(seeded):
    before = ElectionStage.objects.count()
    assert admin().post(f"{JAMBI_2018}calon/", TICKET).status_code == 302
    assert (
        Ticket.objects.get(election__code="PILKADA-2018", region_code="15", number=3).head_name == "Calon Tiga (contoh)"
    )
    assert ElectionStage.objects.count() == before


def test_a_ticket_without_a_number_is_refused(seeded):
    response = admin().post(f"{JAMBI_2018}calon/", {**TICKET, "number": "0"})
    assert response.status_code == 422
    assert 'value="Calon Tiga (contoh)"' in words(response)


class WhenARegionIsLookedUp:
    @pytest.fixture
    def wayan(self) -> Client:
        return client_of(make.make_wayan())

    def it_asks_back_where_a_name_is_both_regency_and_city(self, wayan):
        page = words(wayan.get("/registri/wilayah/?q=Bandung"))
        assert "berarti lebih dari satu wilayah" in page
        assert "?q=32.04&amp;edition=2025" in page
        assert "?q=32.73&amp;edition=2025" in page

    def it_reads_a_code_that_changed_with_its_edition(self, wayan):
        page = " ".join(words(wayan.get("/registri/wilayah/?q=91.01&edition=2025")).split())
        assert "Dibaca menurut edisi 2022" in page
        assert "Kabupaten Merauke" in page
        assert "?q=93.01&amp;edition=2025" in page
        assert "Edisi 2023: pindah ke kode 93.01" in page

    def it_says_so_where_nobody_knows_the_name(self, wayan):
        page = words(wayan.get("/registri/wilayah/?q=Merouke"))
        assert "tidak dikenal" in page
        assert "Kabupaten Merauke" in page

    def it_asks_for_a_name_where_none_is_written(self, wayan):
        assert wayan.get("/registri/wilayah/?q=").status_code == 422

    def it_opens_with_the_provinces(self, wayan):
        assert "Provinsi Jambi" in words(wayan.get("/registri/wilayah/"))

    def it_shows_what_was_typed_as_text(self, wayan):
        assert "<script>alert" not in words(wayan.get("/registri/wilayah/?q=<script>alert(1)</script>"))
