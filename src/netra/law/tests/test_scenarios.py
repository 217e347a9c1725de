"""Scenarios that a lawyer reads: one sentence each, on both sides of every change of law."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from netra.law.assess import assess

FILES = sorted((Path(__file__).parent / "scenarios").glob("*.yaml"))
SCENARIOS = [scenario for file in FILES for scenario in yaml.safe_load(file.read_text(encoding="utf-8"))]
KEYS = {"it", "record", "answer", "eras", "says", "sanctions", "cites"}


def as_text(record):
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in record.items()}


@pytest.mark.parametrize("scenario", SCENARIOS, ids=[scenario["it"] for scenario in SCENARIOS])
def test_the_law_says(scenario):
    assert set(scenario) <= KEYS
    answer = assess({"id": "skenario", **as_text(scenario["record"])})
    assert answer.get("error") is None
    assert {key: answer[key] for key in scenario["answer"]} == scenario["answer"]
    if "eras" in scenario:
        assert [row["era"] for row in answer["forms"]] == scenario["eras"]
    if "says" in scenario:
        assert scenario["says"] in " ".join(answer["reasons"])
    if "cites" in scenario:
        assert [[row["era"], *row["basis"]] for row in answer["forms"]] == scenario["cites"]
    if "sanctions" in scenario:
        assert [sanction["code"] for sanction in answer["sanctions"]] == scenario["sanctions"]


CHANGES_OF_LAW = (
    *("2016-07-01", "2017-12-27", "2018-11-28", "2020-09-10", "2021-08-31", "2022-09-22", "2023-10-31"),
    *("2024-09-04", "2024-09-22", "2024-11-14", "2026-01-02"),
)


@pytest.mark.parametrize("change", CHANGES_OF_LAW)
def test_every_change_of_law_is_seen_from_both_sides(change):
    first = date.fromisoformat(change)
    days = {scenario["record"]["act_date"] for scenario in SCENARIOS}
    assert first in days
    assert date.fromordinal(first.toordinal() - 1) in days
