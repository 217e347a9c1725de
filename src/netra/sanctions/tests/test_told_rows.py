"""Somebody who owns the database takes the locks away, rewrites what was decided, and puts the locks back.

The trail itself was not touched, so it is whole; the check still says in words where a row tells another story.
"""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection

from netra.cases import operations as cases
from netra.cases.models import Deadline, Plenary
from netra.cases.tests.builders import Cast, at, carry_to_recommendation, make_report, register
from netra.sanctions import operations as act
from netra.sanctions.models import Proceeding
from netra.sanctions.tests.builders import carry_to_decision, make_proceeding
from netra.sanctions.tests.test_kept_rows import REPRIMAND
from netra.trust import told_rows, trail
from netra.trust.models import Event, User
from netra.trust.tests.locks import unlocked
from netra.trust.tests.told_once import told_once

pytestmark = pytest.mark.django_db


HANDED_OVER = act.Handover(manner="IN_PERSON", received_date=date(2024, 11, 13), place="BKPSDM Kota Jambi")


@pytest.fixture(autouse=True)
@told_once
def _reprimanded():
    """Budi was reprimanded though the law asked for more; the term to follow up had been put off before."""
    cast = Cast()
    case = register(cast, make_report(cast))
    carry_to_recommendation(cast, case)
    proceeding = make_proceeding(cast, case)
    cases.deadline_extend(
        case_ref=case.ref,
        deadline_id=Deadline.objects.get(rule="follow_up").pk,
        due=date(2024, 12, 20),
        reason="Terlapor dirawat.",
        document="800/12/BKPSDM/2024, 18 Oktober 2024",
        by=cast.ani,
        at=at("2024-10-30", 10),
    )
    carry_to_decision(cast, proceeding, REPRIMAND)
    act.decision_deliver(ref=proceeding.ref, handover=HANDED_OVER, by=cast.dewi, at=at("2024-11-13"))


def found_after(*statements: str) -> list[str]:
    """What the check says once the locks stand again."""
    with unlocked(), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
    problems = trail.verify_database().problems
    assert {problem.code for problem in problems} <= {"OTHERWISE"}
    return [problem.message for problem in problems]


def test_nothing_differs_where_nobody_rewrote_anything():
    check = trail.verify_database()
    assert check.ok
    assert check.compared > 20
    assert any(f"{check.compared} baris basis data" in words for words in trail.proven(check))


def test_a_reprimand_made_a_severe_penalty_without_a_word_is_told_twice():
    ref = Proceeding.objects.get().ref
    found = found_after(
        "UPDATE sanctions_decision SET level = 'SEVERE', below_floor = false, below_recommendation = false, "
        "deviation_reason = ''"
    )
    assert found == [
        f"keputusan penanganan {ref}: tingkat menurut jejak «hukuman disiplin ringan», di basis data "
        "«hukuman disiplin berat»",
        f"keputusan penanganan {ref}: menyimpang menurut jejak «ya», di basis data «tidak»",
    ]


def test_the_event_that_says_otherwise_is_named():
    with unlocked(), connection.cursor() as cursor:
        cursor.execute("UPDATE sanctions_decision SET level = 'SEVERE'")
    (problem,) = trail.verify_database().problems
    told = Event.objects.get(verb="sanctions.decision_make")
    assert (problem.chain, problem.seq) == (told.chain, told.seq)


# Each statement alone, and what it is found out by.
REWRITTEN = [
    ("UPDATE cases_case SET deviates = false", "menurut jejak keputusannya menyimpang"),
    ("UPDATE cases_case SET state = 'CLOSED', ended_date = '2024-12-01'", "tahap menurut jejak «Ditangani instansi»"),
    ("UPDATE cases_case SET erased_at = '2024-12-01 00:00:00'", "jejak tidak mencatat penghapusan"),
    ("UPDATE cases_case SET referred = false", "sudah diteruskan menurut jejak «ya»"),
    ("UPDATE cases_case SET agency_code = 'BKN'", "instansi menurut jejak «JAMBI-KOTA», di basis data «BKN»"),
    (
        """UPDATE cases_case SET released_evidence_refs = '{"JAMBI-PROV": ["BKT-2024-X"]}'""",
        "bukti laporan yang dibuka bagi instansi lain",
    ),
    ("UPDATE cases_party SET erase_date = '2024-12-01'", "terlapor T1: disegel, padahal jejak tidak mencatat"),
    ("UPDATE cases_party SET erase_date = '2024-12-01'", "terlapor T1: disegel, padahal ada penanganan"),
    ("DELETE FROM cases_deadlinechange", ": Tenggat diperpanjang» ke-1: jejak mencatatnya"),
    ("UPDATE cases_deadlinechange SET new_due_date = '2025-06-30'", "jatuh tempo menurut jejak «20 Desember 2024»"),
    (
        "UPDATE cases_deadline SET due_date = '2025-06-30' WHERE rule = 'follow_up'",
        "terakhir diubah menjadi 20 Desember",
    ),
    ("UPDATE cases_deadline SET met_date = due_date WHERE met_date IS NULL", "selesai tanpa hari pencatatannya"),
    (
        "UPDATE cases_deadline SET met_date = '2024-11-12', recorded_date = '2024-11-12' WHERE met_date IS NULL",
        "ditandai selesai 12 November 2024 (dicatat 12 November 2024), padahal jejak tidak mencatat apa pun",
    ),
    # The decision of 11 November ended it; on 28 October, when it was recommended, nothing did.
    (
        "UPDATE cases_deadline SET met_date = '2024-10-28', recorded_date = '2024-10-28' WHERE rule = 'follow_up'",
        "ditandai selesai 28 Oktober 2024",
    ),
    # The examination was held in November: that of a summons may not have ended in October.
    (
        "UPDATE cases_deadline SET met_date = '2024-10-29', recorded_date = '2024-10-29' WHERE rule = 'delivery'",
        "ditandai selesai 29 Oktober 2024",
    ),
    ("UPDATE cases_plenary SET outcome = 'NOT_PROVEN'", "putusan menurut jejak «Diputus untuk diteruskan»"),
    ("DELETE FROM cases_referral", "jejak mencatatnya, tetapi di basis data tidak ada lagi"),
    ("UPDATE cases_recommendation SET level = 'LIGHT'", "tingkat menurut jejak «hukuman disiplin berat»"),
    ("UPDATE cases_allegation SET level_floor = 'LIGHT'", "dugaan T1/P1: batas bawah menurut jejak"),
    # Wayan wrote the report down when it came; that is the day of its event.
    ("UPDATE intake_report SET received_at = '2030-01-01 03:00:00'", "diterima 1 Januari 2030, padahal menurut jejak"),
    (
        "UPDATE letters_letter SET letter_date = '2030-01-02' WHERE kind = 'REFERRAL'",
        "bertanggal 2 Januari 2030, padahal ditetapkan",
    ),
    ("UPDATE intake_report SET state = 'WITHDRAWN'", "tahap menurut jejak «Diregistrasi»"),
    ("UPDATE intake_report SET mode = 'NAMED'", "kerahasiaan pelapor menurut jejak «Rahasia»"),
    ("UPDATE sanctions_proceeding SET state = 'IN_FORCE'", "tahap menurut jejak «Keputusan diserahkan»"),
    ("UPDATE sanctions_proceeding SET route = 'ETHICS'", "jalur menurut jejak «Hukuman disiplin»"),
    ("UPDATE sanctions_decision SET sanction_code = 'demotion_12m'", "hukuman menurut jejak «Teguran tertulis»"),
    ("UPDATE sanctions_decision SET deviation_reason = '(dihapus)'", "alasan penyimpangannya dihapus"),
    ("UPDATE sanctions_decisiondelivery SET manner = 'SENT'", "cara penyerahan menurut jejak «diserahkan langsung»"),
    (
        "UPDATE sanctions_decisiondelivery SET in_force_date = '2030-01-01'",
        "mulai berlaku menurut jejak «5 Desember 2024», di basis data «1 Januari 2030»",
    ),
    ("DELETE FROM sanctions_examination", "berita acara pemeriksaan"),
    ("DELETE FROM sanctions_teammember WHERE role = 'MEMBER'", "jumlah anggota menurut jejak «3», di basis data «2»"),
    ("UPDATE letters_letter SET number = '1/PALSU' WHERE kind = 'REFERRAL'", "di basis data «1/PALSU»"),
    ("UPDATE letters_letter SET pdf_sha256 = 'ffff' WHERE kind = 'REFERRAL'", "sidik SHA-256 menurut jejak"),
    ("DELETE FROM letters_letter WHERE kind = 'REFERRAL'", "jejak mencatatnya"),
    ("UPDATE sanctions_proceeding SET level_floor = 'LIGHT'", "batasnya lain daripada yang dipakai keputusannya"),
    ("UPDATE cases_allegation SET decided_by = 'user:99'", "pemutus di basis data bukan pemutus menurut jejak"),
    ("UPDATE letters_numberregister SET last_number = 0", "tidak terhitung lagi dalam buku nomor"),
    ("DELETE FROM letters_numberregister", "tidak terhitung lagi dalam buku nomor"),
    ("DELETE FROM trust_storedcontent WHERE shelf = 'documents'", "PDF-nya tidak ada lagi"),
]


@pytest.mark.parametrize(("statement", "words"), REWRITTEN, ids=[statement for statement, _words in REWRITTEN])
def test_what_was_rewritten_is_told_in_words(statement: str, words: str):
    found = found_after(statement)
    assert found
    assert any(words in message for message in found), found


def test_a_recommendation_put_in_by_hand_has_no_event():
    columns = [str(field.column) for field in Plenary._meta.concrete_fields if field.column != "id"]
    told = ", ".join(columns)
    found = found_after(f"INSERT INTO cases_plenary ({told}) SELECT {told} FROM cases_plenary")  # noqa: S608 -- columns
    assert found == ["putusan pleno ke-2: ada di basis data, tetapi tidak ada peristiwa yang membuatnya"]


def test_many_chains_are_compared_in_batches(monkeypatch):
    monkeypatch.setattr("netra.trust.trail.comparing._CHAINS", 1)
    monkeypatch.setattr("netra.trust.trail.comparing._EVENTS", 1)
    assert trail.verify_database().ok
    assert len(found_after("UPDATE cases_case SET referred = false")) == 1


def test_a_chain_that_moves_while_it_is_compared_is_heard_again(monkeypatch):
    """An officer works while the auditor checks: the row is newer than the events that were read before."""
    proceeding = Proceeding.objects.get()
    heard = told_rows.differences

    def after_somebody_worked(chains):
        if not Event.objects.filter(verb="sanctions.objection_file").exists():
            act.objection_file(
                ref=proceeding.ref,
                filed_date=date(2024, 11, 18),
                grounds="Keliru.",
                by=User.objects.get(username="dewi"),
                at=at("2024-11-18"),
            )
        return heard(chains)

    monkeypatch.setattr("netra.trust.trail.comparing.differences", after_somebody_worked)
    assert trail.verify_database().ok


def test_the_check_of_one_case_compares_the_rows_of_that_case_and_of_no_other():
    chain = Proceeding.objects.get().case.chain
    assert trail.verify_chain(chain).ok
    assert trail.verify_chain(chain).compared > 0
    (said,) = found_after("UPDATE sanctions_decision SET level = 'SEVERE'")
    assert [problem.message for problem in trail.verify_chain(chain).problems] == [said]
    assert trail.verify_chain("house").ok


@pytest.mark.parametrize(
    ("statement", "what", "told", "now"),
    [
        (
            "UPDATE sanctions_decision SET decided_date = '2024-11-04'",
            "hari keputusan",
            "11 November 2024",
            "4 November 2024",
        ),
        (
            "UPDATE sanctions_decisiondelivery SET received_date = '2024-11-14'",
            "hari diterima",
            "13 November 2024",
            "14 November 2024",
        ),
        ("UPDATE cases_plenary SET held_date = '2024-10-20'", "hari pleno", "19 Oktober 2024", "20 Oktober 2024"),
    ],
)
def test_a_paper_that_was_dated_back_afterwards_is_found_by_its_own_day(statement, what, told, now):
    """The event keeps the day of the fact beside the day on which it was written down."""
    (message,) = found_after(statement)
    assert what in message and told in message and now in message
