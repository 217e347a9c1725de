"""The shape of an answer as the contract of `netra assess` prints it; its worked records: `test_worked_records.py`."""

from __future__ import annotations

import json
import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from netra.law.assess import assess_case
from netra.law.commands import assess_file
from netra.law.conducts import CONDUCTS
from netra.law.practice_page import KINDS_OF_DOUBT, kind_of
from netra.law.record import read_record
from netra.law.record_error import RecordError
from netra.law.tests.builders import a_record, assessed


def test_an_impossible_day_gives_an_error_while_the_others_are_answered(tmp_path):
    records = [a_record(id="salah", act_date="2024-13-01"), a_record(id="benar")]
    file = tmp_path / "perkara.json"
    file.write_text(json.dumps(records), encoding="utf-8")
    output, exit_code = assess_file(file, as_json=True)
    wrong, right = json.loads(output)
    assert exit_code == 1
    assert set(wrong) == {"id", "error"} and wrong["id"] == "salah" and "2024-13-01" in wrong["error"]
    assert right["id"] == "benar" and right["error"] is None


def test_an_answer_has_exactly_the_keys_of_the_contract():
    answer = assessed()
    assert list(answer) == [
        *("id", "act_date", "phase", "phase_source", "category", "level_floor", "level_ceiling", "sanctions"),
        *("forms", "nearest_forms", "regime", "regime_reason", "oversight_body", "needs_review", "reasons", "error"),
    ]
    assert set(answer["forms"][0]) == {"form", "category", "level", "era", "in_force", "basis", "verification"}
    assert answer["sanctions"][0] == {
        "code": "demotion_12m",
        "level": "SEVERE",
        "label": "Penurunan jabatan setingkat lebih rendah selama 12 bulan",
        "source": {"instrument": "PP 94/2021", "article": "Pasal 8 ayat (4) huruf a", "verification": "SEEN"},
    }


# Every kind of doubt by the first words of its template, and what makes it one: a rule of the contract, or ADR 10 and
# its number there.
CAUSES = {
    "Tahap (bakal calon atau calon)": "rule 10: the phase is unknown",
    "Tidak ada baris yang berlaku": "rule 10: nothing is in force",
    "Tidak ada baris pidana": "rule 10: nothing is in force",
    "Tingkat": "rule 10: a level needs review and no settled one stands beside it",
    "Pertentangan yang tercatat": "rule 10: a conflict is recorded for a row that decides the level",
    "Kolom sanksi belum terbaca": "ADR 10, 5",
    "Rezim disiplin masih terbuka": "rule 10: the regime is open (rule 3)",
    "Tanggal perbuatan hanya": "rule 10: an imprecise date straddles a change that matters",
    "PPPK tidak dikenai": "rule 7",
    "PP 42/2004, PP 53/2010, dan PP": "rule 7",
    "Peraturan yang berbeda": "the fifth worked record",
    "%(form)s: huruf yang dikutip": "ADR 10, 1",
    'Larangan "': "ADR 10, 1",
    "Hari perbuatan lebih awal": "ADR 10, 2",
    "Hari perbuatan dapat lebih awal": "ADR 10, 2",
    "Masa larangan": "ADR 10, 2",
    "Hari perbuatan di luar": "ADR 10, 3",
    "Wilayah dalam catatan": "ADR 10, 4",
}


def test_review_is_asked_for_the_causes_of_the_contract_and_those_that_are_argued():
    """`kind_of` stops at a doubt of no known kind, so a new one cannot come in unseen."""
    assert set(KINDS_OF_DOUBT) == set(CAUSES)
    argued = Path(__file__).parents[4] / "docs/adr/0010-when-an-answer-asks-for-review.md"
    numbers = {cause.removeprefix("ADR 10, ") for cause in CAUSES.values() if cause.startswith("ADR 10")}
    assert set(re.findall(r"^(\d)\. \*\*", argued.read_text(encoding="utf-8"), flags=re.MULTILINE)) == numbers


@given(
    conduct=st.sampled_from(sorted(CONDUCTS)),
    kind=st.sampled_from(["GENERAL", "REGIONAL"]),
    office=st.sampled_from([None, "PRESIDENT", "DPD", "GOVERNOR", "REGENT"]),
    employment=st.sampled_from(["PNS", "PPPK", "VILLAGE_HEAD"]),
    day=st.dates(),
)
def test_no_answer_asks_for_review_without_a_known_cause(conduct, kind, office, employment, day):
    record = a_record(
        conduct=conduct,
        election_kind=kind,
        office=office,
        employment=employment,
        act_date=day.isoformat(),
        phase=None,
    )
    try:
        case = read_record(record)
    except RecordError:
        return  # a year that no calendar counts, or an office of another kind of election
    answer = assess_case(case)
    assert answer.needs_review == bool([kind_of(doubt) for doubt in answer.doubts])
