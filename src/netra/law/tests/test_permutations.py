"""The table of permutations: no answer of the law room moves unseen, and some lines were read by hand."""

from __future__ import annotations

import csv

import pytest

from netra.law.tests.permutations import GOLDEN, HEADER, as_csv


@pytest.fixture(scope="module")
def table():
    with GOLDEN.open(encoding="utf-8", newline="") as file:
        return {tuple(row[key] for key in HEADER[:5]): row for row in csv.DictReader(file)}


def test_no_answer_moves_without_its_line_being_reviewed():
    assert GOLDEN.read_text(encoding="utf-8") == as_csv(), (
        "Run `python -m netra.law.tests.permutations` and review every changed line."
    )


# Read by hand from the texts: conduct, phase, employment, election kind, day → category, floor, ceiling, review.
READ_BY_HAND = [
    ("partisan_activity candidate PNS REGIONAL 2018-05-01", "DISCIPLINE MODERATE MODERATE tidak"),
    ("partisan_activity candidate PNS REGIONAL 2021-10-01", "DISCIPLINE SEVERE SEVERE tidak"),
    ("partisan_activity candidate PPPK REGIONAL 2024-09-10", "DISCIPLINE SEVERE SEVERE ya"),
    ("partisan_activity candidate VILLAGE_HEAD REGIONAL 2024-09-10", "NONE - - ya"),
    ("social_media_reaction prospective PNS GENERAL 2018-05-01", "ETHICS MORAL MORAL tidak"),
    ("social_media_reaction prospective PNS GENERAL 2020-10-15", "NONE - - ya"),
    ("social_media_reaction prospective PNS REGIONAL 2020-10-15", "ETHICS - - ya"),
    ("social_media_reaction candidate PNS GENERAL 2023-12-01", "DISCIPLINE SEVERE SEVERE ya"),
    ("online_campaign candidate PNS GENERAL 2023-12-01", "DISCIPLINE SEVERE SEVERE ya"),
    ("passive_attendance candidate PNS GENERAL 2019-02-01", "NONE - - tidak"),
    ("passive_attendance candidate PNS GENERAL 2023-12-01", "DISCIPLINE - - ya"),
    ("party_membership prospective PNS GENERAL 2015-06-01", "STATUS_TERMINATION TERMINATION TERMINATION tidak"),
    ("party_membership candidate PPPK REGIONAL 2026-05-01", "STATUS_TERMINATION TERMINATION TERMINATION tidak"),
    ("party_membership candidate STATE_OFFICIAL REGIONAL 2026-05-01", "NONE - - ya"),
    ("use_state_facility candidate PNS REGIONAL 2018-05-01", "DISCIPLINE SEVERE SEVERE tidak"),
    ("use_state_facility candidate VILLAGE_HEAD REGIONAL 2018-05-01", "ELECTION_CRIME - - tidak"),
    ("transfer_in_ban_window prospective STATE_OFFICIAL REGIONAL 2024-09-10", "ELECTION_ADMINISTRATION - - tidak"),
    ("transfer_in_ban_window prospective STATE_OFFICIAL GENERAL 2024-09-10", "NONE - - ya"),
    ("village_head_partisan_decision candidate VILLAGE_HEAD GENERAL 2023-12-01", "ELECTION_CRIME - - tidak"),
    ("support_letter_with_id prospective PNS REGIONAL 2018-05-01", "DISCIPLINE MODERATE MODERATE tidak"),
    ("support_letter_with_id prospective PNS REGIONAL 2022-12-01", "DISCIPLINE SEVERE SEVERE tidak"),
    ("approach_party prospective PNS REGIONAL 2022-12-01", "DISCIPLINE MODERATE MODERATE ya"),
    ("support_letter_with_id candidate PNS REGIONAL 2018-05-01", "DISCIPLINE MODERATE MODERATE tidak"),
    ("support_letter_with_id candidate PNS REGIONAL 2022-12-01", "DISCIPLINE SEVERE SEVERE tidak"),
    ("superior_fails_to_act candidate PNS REGIONAL 2022-12-01", "DISCIPLINE - - ya"),
    ("other prospective PNS REGIONAL 2018-05-01", "NONE - - ya"),
    ("other prospective PNS REGIONAL 2022-12-01", "DISCIPLINE - - ya"),
    ("speaker_at_party_event candidate PNS GENERAL 2019-02-01", "ETHICS MORAL MORAL tidak"),
    ("speaker_at_party_event candidate PNS GENERAL 2023-12-01", "NONE - - ya"),
]


@pytest.mark.parametrize(("question", "expected"), READ_BY_HAND, ids=[question for question, _ in READ_BY_HAND])
def test_the_table_says_what_the_texts_say(table, question, expected):
    row = table[tuple(question.split())]
    found = [row[key] or "-" for key in ("category", "level_floor", "level_ceiling", "needs_review")]
    assert " ".join(found) == expected


def test_nobody_outside_the_civil_service_is_ever_given_a_category_of_theirs(table):
    outside = [row for row in table.values() if row["employment"] in ("VILLAGE_HEAD", "STATE_OFFICIAL")]
    assert {row["category"] for row in outside} <= {"ELECTION_CRIME", "ELECTION_ADMINISTRATION", "NONE"}
    assert all(row["level_floor"] == row["level_ceiling"] == "" for row in outside)
