"""What holds for every record: nothing raises, nothing reads a clock, and a repeat never lessens anything."""

from __future__ import annotations

import ast
import datetime
import random
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import netra.law
from netra.law.assess import assess
from netra.law.conducts import CONDUCTS
from netra.law.gap import gap
from netra.law.judging import judge
from netra.law.record import KEYS
from netra.law.tests.builders import a_record
from netra.law.vocabulary import LADDER, RUNG, ElectionKind, Employment, Level, Phase, Precision

days = st.dates(datetime.date(2011, 1, 1), datetime.date(2029, 12, 31)).map(str)
later_days = st.dates(datetime.date(2030, 1, 1), datetime.date(2031, 1, 1)).map(str)
without_office: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "id": st.text(min_size=1, max_size=8),
        "act_date": days,
        "conduct": st.sampled_from(sorted(CONDUCTS)),
        "election_kind": st.sampled_from([kind.value for kind in ElectionKind]),
    },
    optional={
        "act_date_precision": st.sampled_from([precision.value for precision in Precision]),
        "other_conducts": st.lists(st.sampled_from(sorted(CONDUCTS)), max_size=3),
        "region": st.sampled_from(["Kota Jambi, Jambi", "Muaro Jambi", "Wilayah Antah"]),
        "phase": st.sampled_from([phase.value for phase in Phase]),
        "employment": st.sampled_from([employment.value for employment in Employment]),
        "decision_date": later_days,
        "imposed": st.fixed_dictionaries({"level": st.sampled_from([level.value for level in LADDER])}),
    },
)
OFFICES = {
    "GENERAL": ("PRESIDENT", "DPR", "DPD", "DPRD"),
    "REGIONAL": ("GOVERNOR", "REGENT", "MAYOR"),
}


@st.composite
def records_of(draw):
    """A record that can be read; its office, where it has one, is elected in its election."""
    record = draw(without_office)
    if draw(st.booleans()):
        record["office"] = draw(st.sampled_from(OFFICES[record["election_kind"]]))
    return record


records = records_of()
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.dates() | st.binary(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def rung(level):
    return -1 if level is None else RUNG[Level(level)]


@given(records)
def test_a_repeat_never_lowers_the_level(record):
    once, again = assess({**record, "repeat": False}), assess({**record, "repeat": True})
    assert rung(again["level_floor"]) >= rung(once["level_floor"])
    assert rung(again["level_ceiling"]) >= rung(once["level_ceiling"])
    assert again["category"] == once["category"]


@given(records)
def test_the_floor_is_never_above_the_ceiling_and_every_sanction_lies_between(record):
    answer = assess(record)
    assert rung(answer["level_floor"]) <= rung(answer["level_ceiling"])
    for sanction in answer["sanctions"]:
        assert rung(answer["level_floor"]) <= rung(sanction["level"]) <= rung(answer["level_ceiling"])


@given(records)
def test_whatever_stays_open_says_why(record):
    answer = assess(record)
    if answer["needs_review"] or answer["category"] == "NONE":
        assert answer["reasons"]


@given(records)
def test_only_civil_servants_have_a_regime_a_floor_and_a_discipline(record):
    answer = assess(record)
    if record.get("employment") in ("VILLAGE_HEAD", "STATE_OFFICIAL", "OTHER"):
        assert answer["regime"] is None and answer["level_floor"] is None and answer["sanctions"] == []
        assert {row["category"] for row in answer["forms"]} <= {"ELECTION_CRIME"}


@given(records)
def test_a_contract_employee_never_gets_a_penalty_of_permanent_staff(record):
    answer = assess({**record, "employment": "PPPK"})
    assert {sanction["source"]["instrument"] for sanction in answer["sanctions"]} <= {"PP 49/2018"}


@given(records)
def test_an_answer_may_be_changed_by_its_reader_without_touching_the_next(record):
    before = assess(record)
    spoilt = assess(record)
    spoilt["reasons"].append("x")
    for part in (*spoilt["forms"], *spoilt["sanctions"]):
        part.get("basis", []).append("x")
        part.get("source", {})["article"] = "x"
        part.clear()
    assert assess(record) == before


@settings(max_examples=30)
@given(st.lists(records, min_size=2, max_size=8), st.randoms(use_true_random=False))
def test_the_answer_depends_on_the_record_alone(many, chance):
    judge.cache_clear()
    first = [gap(record) for record in many]
    order = list(range(len(many)))
    chance.shuffle(order)
    judge.cache_clear()
    shuffled = {place: gap(many[place]) for place in order}
    assert [shuffled[place] for place in range(len(many))] == first


@pytest.mark.parametrize("today", [0.0, 1_700_000_000.0, 4_000_000_000.0])
def test_the_answer_does_not_depend_on_today(monkeypatch, today):
    dates = [f"{year}-0{month}-15" for year in range(2014, 2028) for month in (2, 5, 9)]
    usual = [assess(a_record(act_date=day, phase=None)) for day in dates]

    class AnotherDay(datetime.date):
        @classmethod
        def today(cls):
            return cls.fromtimestamp(today)

    judge.cache_clear()
    monkeypatch.setattr(time, "time", lambda: today)
    monkeypatch.setattr(datetime, "date", AnotherDay)
    assert [assess(a_record(act_date=day, phase=None)) for day in dates] == usual


@given(st.text(max_size=12).filter(lambda key: key not in KEYS))
def test_an_unknown_key_is_refused_by_name(key):
    answer = assess(a_record(**{key: "x"}))
    assert set(answer) == {"id", "error"}
    assert "tidak dikenal" in answer["error"]


@given(anything)
def test_garbage_gives_an_error_and_never_an_exception(garbage):
    answer = gap(garbage)
    assert set(answer) == {"id", "error"} and answer["error"]


@given(st.dictionaries(st.sampled_from(sorted(KEYS)), anything, max_size=6))
def test_garbage_under_known_keys_gives_an_error_or_an_answer(changes):
    answer = gap({**a_record(), **changes})
    assert answer["error"] is None or set(answer) == {"id", "error"}


def test_records_in_any_number_and_order_answer_alike():
    many = [a_record(id=str(place), conduct=conduct) for place, conduct in enumerate(CONDUCTS)]
    answers = {record["id"]: assess(record) for record in many}
    random.Random(7).shuffle(many)
    assert {record["id"]: assess(record) for record in many} == answers


def test_no_file_of_the_law_room_reads_a_clock():
    files = list(Path(netra.law.__file__).parent.glob("*.py"))
    called = {
        (file.name, node.func.attr)
        for file in files
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    assert len(files) > 20
    assert {name for name in called if name[1] in {"today", "now", "utcnow", "time", "localtime"}} == set()
