"""Every allowed and every forbidden pair of state and act, against a table written by hand."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest

from netra.cases.operations.claim import WrongState, step_for
from netra.cases.states import STATE_LABELS, STEPS, CaseState
from netra.cases.tests.builders import Cast, make_case
from netra.law.dated import NothingInForce
from netra.trust.acts import ACTS

ON = date(2024, 10, 18)
GOLDEN = Path(__file__).parent / "golden" / "steps.csv"


def golden() -> set[tuple[str | None, str, str]]:
    lines = [line for line in GOLDEN.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {(None if row["state"] == "-" else row["state"], row["act"], row["target"]) for row in csv.DictReader(lines)}


def test_the_steps_are_those_of_the_table_and_no_others():
    assert {(step.source, step.act, step.target) for step in STEPS} == golden()


ACT_CODES = sorted({act for _, act, _ in golden()} - {"cases.case_register"})


@pytest.mark.django_db
@pytest.mark.parametrize(("state", "act"), list(product(CaseState, ACT_CODES)))
def test_an_act_is_taken_in_its_states_and_refused_in_every_other(state, act):
    case = make_case(Cast())
    case.state = state
    targets = {target for source, code, target in golden() if (source, code) == (state, act)}
    if targets:
        assert {step_for(case, act, on=ON, target=target).target for target in targets} == targets
        return
    with pytest.raises(WrongState) as refusal:
        step_for(case, act, on=ON)
    assert STATE_LABELS[state] in str(refusal.value)
    assert "Yang dapat dilakukan sekarang" in str(refusal.value)


@pytest.mark.django_db
def test_a_refusal_names_only_what_the_facts_allow_that_day_and_in_words():
    """A case whose report stands and whose terms run neither expires nor is withdrawn: its page offers neither."""
    case = make_case(Cast())
    with pytest.raises(WrongState) as refusal:
        step_for(case, "cases.plenary_decide", on=ON)
    said = str(refusal.value)
    assert said.endswith("Yang dapat dilakukan sekarang: Kajian awal dimulai.")
    assert "kedaluwarsa" not in said and "dicabut" not in said and "cases." not in said


def test_every_state_has_words_and_every_act_is_in_the_table_of_acts():
    assert set(STATE_LABELS) == set(CaseState)
    assert {step.act for step in STEPS} <= set(ACTS)


@pytest.mark.parametrize("kind", ["GENERAL", "REGIONAL"])
@pytest.mark.parametrize("step", STEPS, ids=lambda step: f"{step.source}-{step.act}-{step.target}")
def test_every_step_has_its_article_on_every_day(step, kind):
    """From the first day of the election law in question to the end of the known calendar."""
    first = {"GENERAL": date(2017, 8, 16), "REGIONAL": date(2015, 2, 2)}[kind]
    days = (date(2028, 1, 1) - first).days
    for offset in range(days):
        for tier in ("NATIONAL", "PROVINCE", "REGENCY"):
            assert step.law(election_kind=kind, on=first + timedelta(days=offset), tier=tier).instrument


def test_the_oversight_body_changes_with_its_law_and_not_a_day_earlier():
    recommend = next(step for step in STEPS if step.act == "cases.case_recommend")
    assert recommend.law(election_kind="REGIONAL", on=date(2023, 10, 30)).instrument == "UU 5/2014"
    # The act of 2014 was repealed; until its tasks moved the body worked on by the transition of the new one.
    assert recommend.law(election_kind="REGIONAL", on=date(2024, 9, 3)).instrument == "UU 20/2023"
    assert recommend.law(election_kind="REGIONAL", on=date(2024, 9, 4)).instrument == "SE MenPANRB 4/2024"


# UU 1/2015 Ps 28 and 30; UU 8/2015 wrote Ps 28 anew, UU 10/2016 Ps 30. Ps 22B is silent on passing a matter on.
PASSED_ON = [
    ("REGIONAL", "PROVINCE", date(2015, 2, 2), "UU 1/2015 Pasal 28 ayat (1) huruf e", "SEEN"),
    ("REGIONAL", "PROVINCE", date(2015, 3, 17), "UU 1/2015 Pasal 28 ayat (1) huruf e", "SEEN"),
    ("REGIONAL", "PROVINCE", date(2015, 3, 18), "UU 1/2015 jo. UU 8/2015 Pasal 28 ayat (1) huruf e", "SEEN"),
    ("REGIONAL", "PROVINCE", date(2024, 10, 21), "UU 1/2015 jo. UU 8/2015 Pasal 28 ayat (1) huruf e", "SEEN"),
    ("REGIONAL", "REGENCY", date(2015, 2, 2), "UU 1/2015 Pasal 30 huruf e", "SEEN"),
    ("REGIONAL", "REGENCY", date(2016, 6, 30), "UU 1/2015 Pasal 30 huruf e", "SEEN"),
    ("REGIONAL", "REGENCY", date(2016, 7, 1), "UU 10/2016 Pasal 30 huruf e", "SEEN"),
    (
        "REGIONAL",
        "NATIONAL",
        date(2016, 6, 30),
        "UU 1/2015 (kewajiban Bawaslu meneruskan tidak ditemukan)",
        "UNVERIFIED",
    ),
    (
        "REGIONAL",
        "NATIONAL",
        date(2016, 7, 1),
        "UU 10/2016 Pasal 22B huruf i (menindaklanjuti laporan; kewajiban meneruskan tidak disebut)",
        "DERIVED",
    ),
    ("GENERAL", "NATIONAL", date(2023, 12, 1), "UU 7/2017 Pasal 95 huruf e", "SEEN"),
    ("GENERAL", "PROVINCE", date(2017, 8, 16), "UU 7/2017 Pasal 99 huruf d", "SEEN"),
    ("GENERAL", "REGENCY", date(2023, 12, 1), "UU 7/2017 Pasal 103 huruf d", "SEEN"),
]


@pytest.mark.parametrize(("kind", "tier", "on", "cited", "mark"), PASSED_ON)
def test_a_matter_is_passed_on_by_the_article_of_the_office_that_passes_it_on(kind, tier, on, cited, mark):
    refer = next(step for step in STEPS if step.act == "cases.case_refer")
    source = refer.law(election_kind=kind, on=on, tier=tier)
    assert (str(source), source.verification) == (cited, mark)


def test_no_article_is_lent_to_an_office_whose_level_nobody_knows():
    refer = next(step for step in STEPS if step.act == "cases.case_refer")
    with pytest.raises(NothingInForce):
        refer.law(election_kind="REGIONAL", on=date(2024, 10, 21))
