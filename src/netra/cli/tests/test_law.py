"""Questions of law from the command line; what the answers should be is the business of the law room's own tests."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from netra.cli.main import main

RECORDS = """
- {id: A, act_date: 2024-10-15, conduct: social_media_reaction, election_kind: REGIONAL, phase: candidate}
- {id: B, act_date: "2024-13-01", conduct: social_media_reaction, election_kind: REGIONAL}
"""


@pytest.fixture
def records(tmp_path: Path) -> Path:
    file = tmp_path / "records.yaml"
    file.write_text(RECORDS, encoding="utf-8")
    return file


class WhenRecordsAreAssessed:
    def it_answers_all_and_says_by_its_exit_code_that_one_could_not_be_read(
        self, records: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["assess", str(records), "--json"]) == 1
        answers = json.loads(capsys.readouterr().out)
        assert [answer["id"] for answer in answers] == ["A", "B"]
        assert answers[0]["level_floor"] == "SEVERE"
        assert set(answers[1]) == {"id", "error"}

    def it_answers_people_in_indonesian(self, records: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["assess", str(records)]) == 1
        assert "hukuman disiplin berat" in capsys.readouterr().out

    def it_says_which_file_cannot_be_read(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["assess", str(tmp_path / "nothing.yaml")]) == 2
        told = capsys.readouterr()
        assert told.out == ""
        assert "nothing.yaml" in told.err


REGIONS = [
    ("99.99", "edisi 2018-2025. Kode provinsi yang dikenal: 11, 12, 13, 14, 15,"),
    ("15.99", "Di bawah 15 (Provinsi Jambi) yang dikenal: 15.01, 15.02,"),
    ("15.71.99", "Di bawah 15.71 (Kota Jambi) yang dikenal: 15.71.01,"),
    ("99", "Kode provinsi yang dikenal: 11,"),
    ("1571", "bukan kode wilayah dan bukan nama"),
    *((known, None) for known in ("15", "15.71", "15.71.01", "15.71.01.1001", "Kota Jambi, Jambi", "92.71")),
]


@pytest.mark.parametrize("command", ["assess", "gap"])
@pytest.mark.parametrize(("region", "fault"), REGIONS)
def test_a_code_of_no_region_is_refused_with_the_codes_that_there_are(
    command: str, region: str, fault: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = {"id": "A", "act_date": "2024-10-15", "conduct": "other", "election_kind": "REGIONAL", "region": region}
    file = tmp_path / "records.json"
    file.write_text(json.dumps([record]), encoding="utf-8")
    assert main([command, str(file), "--json"]) == (1 if fault else 0)
    told = json.loads(capsys.readouterr().out)
    (answer,) = told["records"] if command == "gap" else told
    if fault is None:
        assert answer["error"] is None
    else:
        assert set(answer) == {"id", "error"}
        assert fault in answer["error"]


BY_STAGES = {"act_date": "2018-04-22", "conduct": "other", "election_kind": "REGIONAL"}
NAMES = [
    # The region's own determination is used, not the nation's schedule.
    ("Kota Jambi", False, ""),
    ("15.71", False, ""),
    # Two regions, or none: the nation's schedule is used, which is said and asks for review.
    ("Jambi", True, "Provinsi Jambi (15), Kota Jambi (15.71)"),
    ("Kota Antahberantah", True, "“Kota Antahberantah” tidak dikenal"),
    ("\u202eKota \x1b[31mAntah", True, "“Kota [31mAntah” tidak dikenal"),
]


@pytest.mark.parametrize("command", ["assess", "gap"])
@pytest.mark.parametrize(("region", "is_unread", "said"), NAMES)
def test_a_name_is_read_as_the_one_region_that_it_means_or_is_said_to_mean_none(
    command: str, region: str, is_unread: bool, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "records.json"
    file.write_text(json.dumps([{"id": "A", "region": region, **BY_STAGES}]), encoding="utf-8")
    assert main([command, str(file), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    (answer,) = told["records"] if command == "gap" else told
    words = " ".join(answer["reasons"])
    assert (answer["phase"], answer["phase_source"]) == ("candidate", "STAGES")
    assert ("Wilayah dalam catatan tidak terbaca" in words) == is_unread
    assert ("jadwal nasional Pemilihan serentak 2018" in words) == is_unread
    assert said in words
    assert answer["needs_review"] or not is_unread


def test_a_name_that_is_not_one_region_only_is_said_where_the_record_gives_its_phase(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = {
        **{"id": "A", "act_date": "2024-10-15", "conduct": "campaign_team", "election_kind": "GENERAL"},
        "region": "Kota Antahberantah",
    }
    file = tmp_path / "records.json"
    file.write_text(json.dumps([given | {"phase": "candidate"}]), encoding="utf-8")
    assert main(["assess", str(file), "--json"]) == 0
    (answer,) = json.loads(capsys.readouterr().out)
    assert not answer["needs_review"]
    assert any("tidak bergantung padanya" in reason for reason in answer["reasons"])


def test_names_are_read_without_an_instance_and_every_published_case_is_answered(tmp_path: Path) -> None:
    cases = Path(__file__).parents[4] / "docs/data/published-cases.yaml"
    done = subprocess.run(
        [sys.executable, "-m", "netra.cli", "gap", str(cases)],
        cwd=tmp_path,
        env={},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "dari 86." in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_a_gap_is_counted_per_case_and_an_undecided_case_is_no_gap(
    records: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["gap", str(records), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["records"][0]["gap"]["verdict"] == "NOT_DECIDED"
    assert "summary" in told


class WhenADateIsAskedFor:
    def it_shows_both_readings_of_the_day_a_decision_takes_effect(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["why-date", "discipline_in_force", "--from", "2026-07-14"]) == 0
        words = capsys.readouterr().out
        assert "2026-08-04" in words and "PerBKN 6/2022" in words
        assert "2026-07-29" in words and "PP 94/2021 Pasal 38" in words

    def it_asks_for_what_is_missing_by_the_name_one_types(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["why-date", "discipline_in_force", "--from", "2018-07-14"]) == 2
        words = capsys.readouterr().err
        assert "--level" in words and "--imposed-by" in words

    def it_names_the_nearest_rule_for_one_it_does_not_know(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["why-date", "discipline_in_for", "--from", "2018-07-14"]) == 2
        assert "discipline_in_force" in capsys.readouterr().err

    def it_answers_machines_with_the_same_date(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["why-date", "discipline_in_force", "--from", "2026-07-14", "--json"]) == 0
        answer = json.loads(capsys.readouterr().out)
        assert answer["due"] == "2026-08-04"
        assert answer["alternatives"][0]["due"] == "2026-07-29"

    def it_lists_every_rule_with_its_name(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["why-date", "--list", "--json"]) == 0
        rules = json.loads(capsys.readouterr().out)
        assert "discipline_in_force" in {rule["rule"] for rule in rules}
        assert all(rule["label"] for rule in rules)
