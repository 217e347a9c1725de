"""The pages of a suit: recorded, ruled upon, and what the page of the proceeding then shows."""

from __future__ import annotations

from datetime import date

import pytest

from netra.sanctions import operations as act
from netra.sanctions.models import Proceeding
from netra.sanctions.tests.builders import punished
from netra.trust.tests.told_once import told_once
from netra.web.tests.cases_scene import Cast, at, page, signed_in, the_clock_shows

pytestmark = pytest.mark.django_db
FILED = {"filed_date": "2025-01-20", "seat": "Jambi", "document": "12/G/2025/PTUN.JBI, 20 Januari 2025"}
RULED = {
    "outcome": "ANNULLED",
    "sanction_after": "",
    "decided_date": "2025-01-20",
    "reason": "Bukti tidak cukup (contoh).",
    "document": "12/G/2025/PTUN.JBI, 20 Januari 2025",
}


@pytest.fixture
def cast(monkeypatch) -> Cast:
    the_clock_shows(monkeypatch, at("2025-01-21", 12))
    return Cast()


@pytest.fixture
@told_once
def closed(cast) -> Proceeding:
    """Upheld by the mayor, carried out and closed in December 2024."""
    proceeding = punished(cast)
    act.objection_file(
        ref=proceeding.ref, filed_date=date(2024, 12, 2), grounds="Keliru.", by=cast.dewi, at=at("2024-12-06", 15)
    )
    answer = act.Answer("UPHELD", date(2024, 12, 16), "Terbukti.")
    act.objection_decide(ref=proceeding.ref, answer=answer, by=cast.rahmat, at=at("2024-12-16"))
    act.decision_finalise(ref=proceeding.ref, by=cast.dewi, at=at("2024-12-18"))
    act.decision_execute(ref=proceeding.ref, document="SK 1, 20 Desember 2024", by=cast.dewi, at=at("2024-12-20"))
    act.proceeding_close(ref=proceeding.ref, by=cast.dewi, at=at("2024-12-23"))
    return proceeding


def test_it_is_offered_on_the_closed_page_recorded_and_ruled_upon(cast, closed):
    place = f"/penanganan/{closed.ref}/"
    assert f"{place}gugatan/" in page(cast.dewi, place)
    assert "pasal tentang penundaan belum dibaca" in page(cast.dewi, f"{place}gugatan/")
    assert signed_in(cast.dewi).post(f"{place}gugatan/", FILED).status_code == 302
    shown = page(cast.dewi, place)
    for words in ("Digugat ke pengadilan", "Pengadilan Tata Usaha Negara Jambi", FILED["document"]):
        assert words in shown, words
    assert "dikuatkan" in page(cast.dewi, f"{place}gugatan/putusan/")
    assert signed_in(cast.dewi).post(f"{place}gugatan/putusan/", RULED).status_code == 302
    shown = page(cast.dewi, place)
    for words in ("Dibatalkan, menunggu pemulihan", "dikuatkan", "dibatalkan", RULED["reason"]):
        assert words in shown, words


def test_what_was_carried_out_before_the_court_changed_it_is_told_with_what_is_given_back(cast, closed):
    place = f"/penanganan/{closed.ref}/"
    signed_in(cast.dewi).post(f"{place}gugatan/", FILED)
    assert "Penurunan jabatan setingkat lebih rendah selama 12 bulan» dilaksanakan, dicatat 20 Desember 2024" in page(
        cast.dewi, place
    )
    changed = {**RULED, "outcome": "CHANGED", "sanction_after": "promotion_delay_1y"}
    assert signed_in(cast.dewi).post(f"{place}gugatan/putusan/", changed).status_code == 302
    shown = page(cast.dewi, place)
    for words in (
        "Pelaksanaan sebelumnya",
        "dilaksanakan, dicatat 20 Desember 2024: SK 1, 20 Desember 2024.",
        "Sekarang yang berlaku «Penundaan kenaikan pangkat selama 1 tahun».",
        "selebihnya dikembalikan",
        "tidak ada pasal yang dibaca yang menyebut caranya",
        "Surat pelaksanaannya memuat juga yang dikembalikan.",
    ):
        assert words in shown, words
    act.decision_finalise(ref=closed.ref, by=cast.dewi, at=at("2025-01-21", 10))
    act.decision_execute(ref=closed.ref, document="SK 3, 21 Januari 2025", by=cast.dewi, at=at("2025-01-21", 11))
    shown = page(cast.dewi, place)
    assert "«Penundaan kenaikan pangkat selama 1 tahun» dilaksanakan, dicatat 21 Januari 2025" in shown
    assert "catat pelaksanaan menurut putusan ini" not in shown


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"document": "gugatan"}, "belum menyebut nomor dan tanggal"),
        ({"filed_date": "2024-12-01"}, "mendahului"),
        ({"filed_date": "2025-01-22"}, "masa depan"),
        ({"filed_date": "kapan"}, "tanggal"),
    ],
)
def test_wrong_input_is_told_in_words_and_closes_stay_closed(cast, closed, typed, why):
    answer = signed_in(cast.dewi).post(f"/penanganan/{closed.ref}/gugatan/", {**FILED, **typed})
    assert answer.status_code == 422
    assert why in answer.content.decode()
    assert Proceeding.objects.get(pk=closed.pk).state == "CLOSED"
