"""Every pair of states, allowed and forbidden, against a table written by hand (golden/state_steps.csv)."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest

from netra.intake.states import LABELS, SENT, STEPS, State, citation, label
from netra.law.procedure import find_step

GOLDEN = Path(__file__).parent / "golden" / "state_steps.csv"


def golden_cells():
    with GOLDEN.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            before = row.pop("before")
            for after, acts in row.items():
                yield None if before == "(new)" else before, after, frozenset(filter(None, acts.split("+")))


@pytest.mark.parametrize(("before", "after", "acts"), list(golden_cells()))
def test_a_pair_of_states_is_joined_by_the_acts_of_the_table_and_by_no_other(before, after, acts):
    joined = {
        act.rpartition(".")[2]
        for act in {step.act for step in STEPS}
        if find_step(STEPS, act=act, state=before, target=after) is not None
    }

    assert joined == acts


def test_the_table_has_every_state_on_both_sides():
    cells = list(list(golden_cells()))

    assert {after for _, after, _ in cells} == set(State)
    assert {before for before, _, _ in cells} == {*State, None}


@pytest.mark.parametrize("kind", ["GENERAL", "REGIONAL"])
def test_every_step_has_one_article_on_every_day_from_2014(kind):
    days = [date(2014, 1, 1) + timedelta(days=7 * week) for week in range(52 * 14)]

    for step in STEPS:
        for day in days:
            fitting = [basis for basis in step.basis if basis.fits(kind, day)]
            assert len(fitting) == 1, (step.act, day)


def test_the_law_of_the_day_is_cited_and_an_unread_one_is_named_as_such():
    registered = find_step(STEPS, act="cases.case_register", state="COMPLETE")

    assert registered is not None
    assert citation(SENT, election_kind="GENERAL", on=date(2019, 2, 10)) == "UU 7/2017 Pasal 454 ayat (3)-(6)"
    assert citation(SENT, election_kind="GENERAL", on=date(2017, 8, 15)) == (
        "ketentuan yang berlaku saat itu (belum dimuat)"
    )
    assert citation(SENT, election_kind="REGIONAL", on=date(2018, 3, 1)) == "UU 8/2015 Pasal 134 ayat (1)-(4)"
    assert citation(registered, election_kind="GENERAL", on=date(2024, 1, 5)) == (
        "Perbawaslu 7/2022 Pasal 16 ayat (1) huruf a"
    )


def test_between_two_contests_both_laws_are_cited():
    assert citation(SENT, election_kind="", on=date(2024, 5, 2)) == (
        "UU 7/2017 Pasal 454 ayat (3)-(6); UU 8/2015 Pasal 134 ayat (1)-(4)"
    )


def test_every_code_of_every_kind_has_words_of_its_own():
    for kind, labels in LABELS.items():
        words = [label(code) for code in kind]
        assert set(labels) == set(kind)
        assert len(set(words)) == len(words), kind


def test_a_state_is_named_as_officers_name_it():
    assert label(State.INFORMATION) == "Informasi awal"
    assert label(State.COMPLETION_ASKED) == "Menunggu kelengkapan"
