"""Every act on a proceeding through its page: done, refused with nothing lost, and to no stranger."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from django.test import Client
from django.utils.translation import override

from netra.cases.tests.builders import Cast
from netra.sanctions.models import Proceeding
from netra.sanctions.tests.builders import examine_alone
from netra.web.forms.sanctions import REMEDY_ENDS
from netra.web.tests.sanctions_scene import address, page, signed_in
from netra.web.tests.sanctions_stages import (
    COUNCIL,
    DECIDED,
    HANDOVER,
    RECORD,
    REMEDY,
    TEAM,
    appealed,
    called,
    cleared,
    council,
    decided,
    delivered,
    discipline,
    dismissed,
    ethics,
    examined,
    executed,
    final,
    found,
    heard,
    in_force,
    membership,
    missed,
    objected,
    reported,
    restoring,
    rows,
    soon,
    summoned,
)

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Deed:
    """An act: where the proceeding stands, whose it is, what is typed, the state it leads to, what must not miss."""

    path: str
    scene: Callable[[Cast], Proceeding]
    who: str
    state: str
    sent: dict[str, str] | Callable[[], dict[str, str]] = field(default_factory=dict)
    # "" where the page has no field, and so nothing to lose.
    needed: str = ""

    def typed(self) -> dict[str, str]:
        return self.sent() if callable(self.sent) else self.sent


DEEDS = {
    "summons_issue": Deed("panggilan/", discipline, "dewi", "SUMMONED_1", soon, needed="meeting_time"),
    "summons_miss": Deed("tidak-hadir/", summoned, "dewi", "MISSED_1"),
    "team_form": Deed("tim/", discipline, "dewi", "OPENED", TEAM, needed="role_1"),
    "duty_release": Deed(
        "pembebasan/", examined, "rahmat", "EXAMINED", {"reason": "pemeriksaan berlangsung"}, needed="reason"
    ),
    "examination_record": Deed("berita-acara/", summoned, "dewi", "EXAMINED", RECORD, needed="held_date"),
    "examination_report": Deed(
        "laporan-hasil/",
        examined,
        "dewi",
        "REPORTED",
        {"proven": "yes", "proposed_level": "SEVERE", "analysis": "Ya."},
        needed="proven",
    ),
    "examination_reopen": Deed("periksa-kembali/", examine_alone, "dewi", "OPENED", {"reason": "Berat."}, "reason"),
    "decision_make": Deed(
        "keputusan/",
        reported,
        "rahmat",
        "DECIDED",
        {**DECIDED, "sanction_code": "demotion_12m"},
        needed="sanction_code",
    ),
    "termination_decide": Deed(
        "pemberhentian/",
        membership,
        "rahmat",
        "DECIDED",
        {**DECIDED, "sanction_code": "status_termination_2023"},
        needed="sanction_code",
    ),
    "proceeding_stop": Deed(
        "tidak-terbukti/",
        cleared,
        "rahmat",
        "STOPPED",
        {"reason": "Bukan akunnya.", "signer_title": "Wali Kota Jambi"},
        needed="signer_title",
    ),
    "decision_deliver": Deed("penyerahan/", decided, "dewi", "DELIVERED", HANDOVER, needed="manner"),
    "delivery_miss": Deed(
        "penyerahan/tidak-hadir/",
        decided,
        "dewi",
        "DELIVERY_MISSED",
        {"set_date": "2024-11-13"},
        needed="set_date",
    ),
    "decision_send": Deed(
        "penyerahan/pengiriman/", missed, "dewi", "DECISION_SENT", {"sent_date": "2024-11-14"}, needed="sent_date"
    ),
    "decision_enforce": Deed("berlaku/", delivered, "dewi", "IN_FORCE"),
    "objection_file": Deed(
        "keberatan/",
        delivered,
        "dewi",
        "OBJECTED",
        {"filed_date": "2024-12-02", "grounds": "Keliru."},
        needed="filed_date",
    ),
    "objection_reject": Deed(
        "keberatan/terlambat/", in_force, "rahmat", "IN_FORCE", {"filed_date": "2024-12-05"}, needed="filed_date"
    ),
    "objection_decide": Deed("keberatan/putusan/", objected, "rahmat", "IN_FORCE", REMEDY, needed="outcome"),
    "appeal_file": Deed(
        "banding/",
        dismissed,
        "dewi",
        "APPEALED",
        {"filed_date": "2024-12-02", "grounds": "Keliru."},
        needed="filed_date",
    ),
    "remedy_reply": Deed(
        "tanggapan-upaya/",
        appealed,
        "rahmat",
        "APPEALED",
        {"replied_date": "2024-12-03", "document": "800/12/BKPSDM/2024, 18 Oktober 2024"},
        needed="document",
    ),
    "appeal_decide": Deed("banding/putusan/", appealed, "ani", "IN_FORCE", REMEDY, needed="outcome"),
    "decision_finalise": Deed("tetap/", in_force, "dewi", "FINAL"),
    "decision_execute": Deed(
        "pelaksanaan/", final, "dewi", "EXECUTED", {"document": "SK 7 tanggal 9-12-2024"}, needed="document"
    ),
    "restoration_record": Deed(
        "pemulihan/",
        restoring,
        "dewi",
        "ANNULLED",
        {"restored_date": "2024-12-23", "document": "SK 4 tanggal 23-12-2024"},
        needed="document",
    ),
    "proceeding_close": Deed("tutup/", executed, "dewi", "CLOSED"),
    "council_form": Deed("majelis/", ethics, "rahmat", "COUNCIL_FORMED", COUNCIL, needed="role_4"),
    "council_summon": Deed("panggilan-sidang/", council, "dewi", "COUNCIL_SUMMONED", soon, needed="meeting_time"),
    "council_hear": Deed(
        "sidang/",
        called,
        "dewi",
        "HEARD",
        {"held_date": "2024-08-06", "defended": "no", "defence": "Tidak dipakai."},
        needed="defended",
    ),
    "council_decide": Deed(
        "putusan-majelis/",
        heard,
        "dewi",
        "COUNCIL_DECIDED",
        {"breached": "yes", "breach": "Berfoto.", "deliberation": "Sepakat.", "decided_date": "2024-08-08"},
        needed="breached",
    ),
    "moral_impose": Deed(
        "sanksi-moral/",
        found,
        "rahmat",
        "DECIDED",
        {**DECIDED, "decided_date": "2024-08-12", "mode": "CLOSED"},
        needed="mode",
    ),
}


@pytest.mark.parametrize("name", DEEDS)
def it_is_closed_to_strangers_loses_nothing_when_refused_and_is_done_when_whole(name):
    cast, deed_of = Cast(), DEEDS[name]
    proceeding = deed_of.scene(cast)
    before, path, sent = proceeding_state(proceeding), address(proceeding, deed_of.path), deed_of.typed()
    assert Client().get(path).status_code == 302
    # Maria supervises elsewhere: neither the act nor the thing is hers.
    assert signed_in(cast.maria).post(path, sent).status_code in {403, 404}
    client = signed_in(getattr(cast, deed_of.who))
    assert client.get(path).status_code == 200
    if deed_of.needed:
        assert_nothing_lost(client.post(path, {**sent, deed_of.needed: ""}), {**sent, deed_of.needed: ""})
    assert proceeding_state(proceeding) == before
    response = client.post(path, sent)
    assert (response.status_code, getattr(response, "url", page(response))) == (302, address(proceeding))
    assert proceeding_state(proceeding) == deed_of.state


def proceeding_state(proceeding: Proceeding) -> str:
    return Proceeding.objects.values_list("state", flat=True).get(pk=proceeding.pk)


def assert_nothing_lost(response, sent: dict[str, str]) -> None:
    """Codes of choices stand in the page anyway; what was written by hand or as a date must stand there again."""
    shown = page(response)
    assert response.status_code == 422
    assert "Belum dapat dilanjutkan" in shown
    by_hand = [text for text in sent.values() if not text.isupper() and text not in {"yes", "no", "on"}]
    assert [text for text in by_hand if text not in shown] == []


def it_adds_rows_without_checking_or_losing_anything():
    cast = Cast()
    proceeding = discipline(cast)
    client = signed_in(cast.dewi)
    sent = {**rows(name=("Ketua (contoh)", "", ""), role=("CHAIR", "SECRETARY", "MEMBER")), "add_rows": "1"}
    response = client.post(address(proceeding, "tim/"), sent)
    shown = page(response)
    assert response.status_code == 200
    assert 'name="name_4"' in shown  # three rows became five
    assert 'value="Ketua (contoh)"' in shown
    assert not proceeding.team.exists()


def it_keeps_an_unticked_box_unticked_when_rows_are_added():
    cast = Cast()
    proceeding = summoned(cast)
    sent = {**rows(question=("Milik siapa?",), answer=("",)), "place": "BKPSDM", "add_rows": "1"}
    shown = page(signed_in(cast.dewi).post(address(proceeding, "berita-acara/"), sent))
    box = next(part for part in shown.split("<input") if 'name="signed_by_examinee"' in part)
    assert "checked" not in box.split(">")[0]


def it_keeps_an_answer_of_several_lines_with_its_question():
    cast = Cast()
    proceeding = summoned(cast)
    asked = rows(question=("Milik siapa?", "Sejak kapan?"), answer=("Milik saya.\n\nDipakai berdua.", "Sejak 2020."))
    signed_in(cast.dewi).post(address(proceeding, "berita-acara/"), {**RECORD, **asked})
    shown = page(signed_in(cast.dewi).get(address(proceeding)))
    said = shown.split("Berita acara pemeriksaan, ")[1].split("</details>")[0]
    assert said.index("Dipakai berdua.") < said.index("Sejak kapan?") < said.index("Sejak 2020.")


def it_refuses_a_team_with_its_article_and_keeps_the_rows():
    cast = Cast()
    proceeding = discipline(cast)
    response = signed_in(cast.dewi).post(address(proceeding, "tim/"), {**TEAM, "element_2": "OTHER"})
    assert response.status_code == 422
    assert "Tim belum memuat unsur pengawasan" in page(response)
    assert 'value="Sekretaris (contoh)"' in page(response)


@pytest.mark.parametrize("count", ["-1", "0", "10000", "x", "9" * 40])
def it_is_not_led_astray_by_a_wrong_number_of_rows(count):
    cast = Cast()
    proceeding = discipline(cast)
    response = signed_in(cast.dewi).post(address(proceeding, "tim/"), {**TEAM, "rows": count})
    assert response.status_code == 422


def test_whoever_decides_on_an_objection_sees_what_was_decided_what_is_argued_and_what_the_law_asks():
    cast = Cast()
    shown = page(signed_in(cast.rahmat).get(address(objected(cast), "keberatan/putusan/")))
    assert "Penurunan jabatan setingkat lebih rendah" in shown
    assert "Keliru." in shown
    assert "Batas bawah dan atas" in shown


def test_an_objection_is_answered_in_every_way_the_law_knows_and_says_why_dismissal_is_none_of_them():
    """PP 79/2021 Pasal 6 ayat (1); Pasal 10 and Pasal 6 ayat (3) name two ways on that exclude each other."""
    cast = Cast()
    shown = page(signed_in(cast.rahmat).get(address(objected(cast), "keberatan/putusan/")))
    for outcome in ("UPHELD", "LIGHTENED", "AGGRAVATED", "CHANGED", "REVOKED", "ANNULLED"):
        assert f'value="{outcome}"' in shown
    assert 'value="release_to_staff_12m"' in shown
    assert "honourable_dismissal" not in shown
    assert "PP 79/2021 Pasal 10" in shown


def test_whoever_lightens_a_penalty_is_told_what_lies_below_the_floor_and_the_proceeding_is_marked_at_its_head():
    cast = Cast()
    found = objected(cast)
    door = signed_in(cast.rahmat)
    shown = page(door.get(address(found, "keberatan/putusan/")))
    assert "Teguran lisan – di bawah batas bawah hukum, di bawah rekomendasi</option>" in shown
    sent = {
        "outcome": "LIGHTENED",
        "sanction_after": "verbal_reprimand",
        "reason": "Mengaku.",
        "decided_date": "2025-01-07",
    }
    assert door.post(address(found, "keberatan/putusan/"), sent).status_code == 302
    head = page(door.get(address(found, ""))).partition('class="columns"')[0]
    assert "menyimpang" in head
    assert "Menyimpang dari batas bawah hukum dan di bawah rekomendasi" in head and "Mengaku." in head


def test_the_day_from_which_a_status_ended_is_shown_beside_an_appeal_that_is_pending():
    """It reaches back to the end of the month of joining, as the decree says; what waits is the appeal alone."""
    cast = Cast()
    shown = page(signed_in(cast.dewi).get(address(appealed(cast), "")))
    assert "31 Oktober 2024 (PP 11/2017 Pasal 255)" in shown
    assert "banding administratif belum diputus" in shown and "PP 79/2021 Pasal 28 ayat (1)" in shown
    assert "menunggu putusan upaya administratif" not in shown


def test_an_appeal_against_a_dismissal_says_nothing_of_it():
    cast = Cast()
    shown = page(signed_in(cast.ani).get(address(appealed(cast), "banding/putusan/")))
    assert "Pemberhentian tidak ditawarkan" not in shown
    # BPASN annuls and revokes nothing (PP 79/2021 Ps 16(1)).
    assert 'value="ANNULLED"' in shown and 'value="REVOKED"' not in shown


def test_an_authority_revokes_a_decision_and_withdraws_none():
    """Indonesian has one word for both; the word of the cases means that a report was taken back."""
    with override("en"):
        assert str(dict(REMEDY_ENDS)["REVOKED"]) != "Withdrawn"
