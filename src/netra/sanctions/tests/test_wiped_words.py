"""Somebody wipes words as an erasure would, by a plain UPDATE, in a case in which nobody erased anything.

The rows do not let him while their triggers stand; where he owns the database and takes these away, the check says so.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from netra.cases import operations as cases
from netra.cases.models import Answer, Case, CauseCode, CauseCoding, Clarification, Deadline
from netra.cases.tests.builders import Cast, at, carry_to_recommendation, make_report, register
from netra.intake.models import ReportEvidence
from netra.intake.operations import report_message_add
from netra.intake.submission import Person
from netra.intake.tests.builders import sari_of
from netra.sanctions import operations as act
from netra.sanctions.models import CouncilHearing, DataBlock, Proceeding
from netra.sanctions.tests.builders import carry_to_decision, make_proceeding
from netra.sanctions.tests.test_kept_rows import REPRIMAND
from netra.sanctions.tests.test_told_rows import HANDED_OVER
from netra.trust import trail
from netra.trust.tests.locks import unlocked
from netra.trust.tests.told_once import told_once

pytestmark = pytest.mark.django_db

GONE = "(dihapus)"
# Every column that an erasure overwrites, what it leaves there, and whether a check sees it by that alone: where a
# column may be empty from the beginning an empty one says nothing, and only the trigger keeps the words.
WIPED = [
    ("cases_case", "title", GONE, True),
    ("cases_act", "narrative", GONE, True),
    ("cases_act", "place", "", False),
    ("cases_allegation", "reason", GONE, True),
    ("cases_allegation", "earlier_decision", GONE, True),
    ("cases_allegation", "no_crime_reason", GONE, True),
    ("cases_answer", "text", GONE, True),
    ("cases_answer", "evidence_refs", "[]", False),
    ("cases_clarification", "place", GONE, True),
    ("cases_clarification", "name", "", False),
    ("cases_clarification", "statement", "", False),
    ("cases_plenary", "reason", GONE, True),
    ("cases_recommendation", "basis", GONE, True),
    ("cases_recommendation", "reason", GONE, True),
    ("cases_causecode", "evidence", GONE, True),
    ("cases_recusal", "reason", GONE, True),
    ("cases_deadlinechange", "reason", GONE, True),
    ("cases_deadlinechange", "document", GONE, True),
    ("cases_party", "nip", "", False),
    ("sanctions_summons", "place", GONE, True),
    ("sanctions_teammember", "name", GONE, True),
    ("sanctions_teammember", "nip", "", False),
    ("sanctions_examination", "dialogue", "[]", True),
    ("sanctions_examinationreport", "analysis", GONE, True),
    ("sanctions_examinationreport", "aggravating", "", False),
    ("sanctions_examinationreport", "mitigating", "", False),
    ("sanctions_councilhearing", "defence", GONE, True),
    ("sanctions_councilhearing", "breach", "", False),
    ("sanctions_councilhearing", "action_declined_reason", GONE, True),
    ("sanctions_decision", "considerations", GONE, True),
    ("sanctions_decision", "deviation_reason", GONE, True),
    ("sanctions_decision", "competence_note", "", False),
    ("sanctions_proceeding", "composition_note", "", False),
    ("sanctions_proceeding", "reopened_reason", GONE, True),
    ("sanctions_remedy", "grounds", GONE, True),
    ("sanctions_remedy", "reason", GONE, True),
    ("sanctions_remedy", "reply_document", "", False),
    ("sanctions_remedy", "restoration_document", "", False),
    ("sanctions_datablock", "reason", GONE, True),
    ("sanctions_datablock", "unblock_reason", "", False),
    ("intake_report", "what", "", True),
    ("intake_report", "place", "", False),
    ("intake_report", "how_known", "", False),
    ("intake_report", "other_evidence", "", False),
    ("intake_reportmessage", "body", "", True),
    ("intake_reportevidence", "note", "", False),
    ("trust_evidenceitem", "note", "", False),
    ("trust_evidenceitem", "sealed_name", b"", True),
]
# What stands before: any words will do, as far as the column takes them.
WORDS: dict[str, object] = {
    "evidence_refs": '["BKT-2024-1"]',
    "dialogue": '[["Apa?", "Ya."]]',
    "sealed_name": b"x",
    "nip": "198001012005011001",
}


@pytest.fixture(autouse=True)
def _words_stand_everywhere(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    _a_case_full_of_words()


@told_once
def _a_case_full_of_words() -> None:
    """Sari's report became a case; Budi answered, was examined, reprimanded, and objected to it."""
    cast = Cast()
    report = make_report(cast, persons=(Person(name="Budi (contoh)"), Person(name="Tono (contoh)")))
    sari = sari_of(report)
    report_message_add(report_ref=report.ref, body="Ada lagi.", token="t-1", by=sari, at=at("2024-10-18", 10))
    case = register(cast, report)
    cases.evidence_add(case_ref=case.ref, content=b"foto", name="a.txt", by=cast.wayan, at=at("2024-10-18", 12))
    carry_to_recommendation(cast, case)
    cases.deadline_extend(
        case_ref=case.ref,
        deadline_id=Deadline.objects.get(rule="follow_up").pk,
        due=date(2024, 12, 20),
        reason="Terlapor dirawat.",
        document="800/12/BKPSDM/2024, 18 Oktober 2024",
        by=cast.ani,
        at=at("2024-10-30", 10),
    )
    proceeding = make_proceeding(cast, case)
    carry_to_decision(cast, proceeding, REPRIMAND)
    act.decision_deliver(ref=proceeding.ref, handover=HANDED_OVER, by=cast.dewi, at=at("2024-11-13"))
    objected: dict[str, Any] = {
        "filed_date": date(2024, 11, 18),
        "grounds": "Keliru.",
        "by": cast.dewi,
        "at": at("2024-11-18"),
    }
    act.objection_file(ref=proceeding.ref, **objected)
    cases.handler_recuse(case_ref=case.ref, reason="Ipar saya.", by=cast.wayan, at=at("2024-11-19"))
    _rows_of_other_stories(case, cast)


def _rows_of_other_stories(case: Case, cast: Cast) -> None:
    """Rows that this story has no place for; what wipes their words is the same."""
    proceeding, party, moment = Proceeding.objects.get(), case.parties.get(), at("2024-11-20")
    CouncilHearing.objects.create(
        proceeding=proceeding, held_date=moment.date(), defended=True, defence="Saya tidak tahu."
    )
    with unlocked():
        Proceeding.objects.update(reopened_date=moment.date(), reopened_reason="Ternyata berat.")
    DataBlock.objects.create(party=party, blocked_at=moment, reason="Tidak ada tindak lanjut.")
    coding = CauseCoding.objects.create(case=case, coder=cast.wayan, ordinal=1, coded_at=moment)
    CauseCode.objects.create(coding=coding, cause="KINSHIP", evidence="Calon adalah kakaknya.")
    Answer.objects.create(party=party, text="Bukan saya.", given_at=moment, author_ref="party:1")
    Clarification.objects.create(
        case=case, ordinal=9, invitee="WITNESS", name="Saksi (contoh)", meeting_at=moment, place="Aula", letter_ref="S"
    )
    ReportEvidence.objects.create(
        report_id=_one("intake_report", "id"), evidence_ref="BKT-X", side="REPORTER", note="layar", added_at=moment
    )


def _run(statement: str, *values: Any) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return int(cursor.rowcount)


def _one(table: str, column: str) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM {table} ORDER BY id")  # noqa: S608 -- told above
        return cursor.fetchone()[0]


def _write_everywhere() -> None:
    """Words stand in every one of these columns."""
    with unlocked():
        for table, column, _left, _seen in WIPED:
            assert _run(f"UPDATE {table} SET {column} = %s", WORDS.get(column, "kata"))  # noqa: S608 -- told above


def _refused(statement: str, *values: object) -> None:
    with pytest.raises(DatabaseError, match="tidak dapat diubah atau dihapus"), transaction.atomic():
        _run(statement, *values)


def _found() -> str:
    return "\n".join(problem.message for problem in trail.verify_database().problems)


def _accepted(statement: str, value: object) -> bool:
    try:
        with transaction.atomic():
            return _run(statement, value) > 0
    except DatabaseError as refusal:
        return "tidak dapat diubah atau dihapus" not in str(refusal)


def test_words_are_not_wiped_where_nobody_approved_an_erasure():
    _write_everywhere()
    wiped = [
        f"{table}.{column}"
        for table, column, left, _seen in WIPED
        if _accepted(f"UPDATE {table} SET {column} = %s", left)  # noqa: S608 -- told above
    ]
    assert wiped == []


def test_words_that_were_wiped_are_missed_by_the_check():
    seen = [each for each in WIPED if each[3]]
    with unlocked():
        for table, column, left, _seen in seen:
            assert _run(f"UPDATE {table} SET {column} = %s", left)  # noqa: S608 -- told above
    lines = _found().splitlines()
    missed = [
        f"{table}.{column}"
        for table, column, _left, _seen in seen
        if not any(table in line and column in line for line in lines)
    ]
    assert missed == []


def test_words_nobody_wiped_are_not_missed():
    assert "padahal tidak ada penghapusan" not in _found()


# Each statement alone, and what it is found out by once somebody took the triggers away.
OTHERS = [
    ("UPDATE cases_case SET erased_at = '2026-11-01 00:00:00+00:00'", "(cases_case "),
    ("UPDATE intake_report SET erased_at = '2026-11-01 00:00:00+00:00'", "(intake_report "),
    ("UPDATE cases_case SET erase_date = '2026-11-01'", "berhari penghapusan, padahal perkaranya belum berakhir"),
    # The last of those whom the reporter accused, whose number nobody misses.
    ("DELETE FROM intake_reportedperson WHERE name = 'Tono (contoh)'", "jumlah orang yang dilaporkan menurut jejak"),
]


@pytest.mark.parametrize(("statement", "words"), OTHERS, ids=[statement for statement, _words in OTHERS])
def test_nothing_is_marked_or_taken_as_if_it_had_been_erased(statement: str, words: str):
    _refused(statement)
    with unlocked():
        assert _run(statement)
    assert words in _found()
