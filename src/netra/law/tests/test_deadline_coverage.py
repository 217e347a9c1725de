"""Temporal coverage: on every day from 2014 to 2027 every rule has exactly one answer, or a gap that is written here.

This asserts no amounts. It finds days on which no value holds (a gap nobody meant) or two hold (an overlap). It does
not prove that the value is right.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

import pytest

from netra.law.deadline_rules import QUALIFIERS, RULES, Rule

FIRST, LAST = date(2014, 1, 1), date(2027, 12, 31)
DAYS = [FIRST + timedelta(days=offset) for offset in range((LAST - FIRST).days + 1)]

# Days without an answer, by hand: rule, what must be among the qualifiers, first day of the gap, first day after it.
# All other days of 2014-2027 must have one. None for a rule that a letter sets.
UU_1_2015, UU_7_2017 = date(2015, 2, 2), date(2017, 8, 16)
END = date(2028, 1, 1)
BEFORE_ELECTION_LAWS: list[tuple[dict[str, str], date, date]] = [
    ({"election_kind": "GENERAL"}, FIRST, UU_7_2017),
    ({"election_kind": "REGIONAL"}, FIRST, UU_1_2015),
]
GAPS: dict[str, list[tuple[dict[str, str], date, date]]] = {
    "report_term": BEFORE_ELECTION_LAWS,
    "finding_term": BEFORE_ELECTION_LAWS,
    # the regulations that brought a preliminary study; what came before was not seen
    "preliminary_study": [
        ({"election_kind": "GENERAL"}, FIRST, date(2023, 1, 1)),
        ({"election_kind": "REGIONAL"}, FIRST, date(2021, 1, 1)),
    ],
    "report_completion": [
        ({"election_kind": "GENERAL"}, FIRST, date(2023, 1, 1)),
        ({"election_kind": "REGIONAL"}, FIRST, date(2021, 1, 1)),
    ],
    "bawaslu_decision": BEFORE_ELECTION_LAWS,
    "bawaslu_decision_extended": BEFORE_ELECTION_LAWS,
    "additional_information": BEFORE_ELECTION_LAWS,
    "criminal_handover": BEFORE_ELECTION_LAWS,
    "satgas_verification": [({}, FIRST, date(2024, 10, 1))],
    "satgas_bawaslu": [({}, FIRST, date(2024, 10, 1))],
    "summons_1": [],
    "summons_2": [],
    "delivery": [],
    "delivery_absent": [({}, FIRST, date(2022, 3, 21))],
    "discipline_in_force": [
        ({"regime": "DISC-94"}, FIRST, date(2021, 8, 31)),
        # in force on the day of a decision, and PP 53 decides nothing after 30 August 2021
        ({"regime": "DISC-53", "level": "LIGHT"}, date(2021, 8, 31), END),
        ({"regime": "DISC-53", "level": "MODERATE", "imposed_by": "APPOINTING_AUTHORITY"}, date(2021, 8, 31), END),
        ({"regime": "DISC-53", "level": "SEVERE", "imposed_by": "APPOINTING_AUTHORITY"}, date(2021, 8, 31), END),
    ],
    # PP 94/2021 sends the decision and has no day of its own for those who stayed away
    "discipline_in_force_absent": [({}, date(2021, 8, 31), END)],
    # a PPPK's own discipline rules exist since PP 49/2018
    "objection_filing": [
        (
            {"imposed_by": "OFFICIAL", "level": "MODERATE", "penalty": "agency_moderate_rule"},
            FIRST,
            date(2018, 11, 28),
        )
    ],
    "objection_response": [],
    "objection_decision": [],
    "appeal_filing": [],
    "appeal_reply": [],
    "appeal_decision": [],
    "pppk_termination": [({}, FIRST, date(2018, 11, 28))],
    "pppk_termination_party": [({}, FIRST, date(2018, 11, 28))],
    "pns_termination_party": [({}, FIRST, date(2017, 4, 7))],
    "erasure": [],
    "breach_notice": [({}, FIRST, date(2022, 10, 17))],
    "data_correction": [({}, FIRST, date(2022, 10, 17))],
    "data_access": [({}, FIRST, date(2022, 10, 17))],
    "transfer_ban_opens": [({}, FIRST, UU_1_2015)],
    "programme_ban_opens": [({}, FIRST, UU_1_2015)],
}
SET_BY_LETTER = {"follow_up"}


def test_every_rule_has_its_line_in_the_table_of_gaps():
    assert set(RULES) == set(GAPS) | SET_BY_LETTER
    assert {key for key, rule in RULES.items() if rule.set_by_letter} == SET_BY_LETTER


@pytest.mark.parametrize("key", GAPS)
def test_every_day_has_exactly_one_answer_or_a_stated_gap(key):
    rule = RULES[key]
    for given in every_combination(rule):
        gaps = [(start, until) for wanted, start, until in GAPS[key] if wanted.items() <= given.items()]
        entries = [entry for branch in rule.branches if branch.fits(given) for entry in branch.timeline.entries]
        wrong = [
            day
            for day in DAYS
            if sum(entry.holds_on(day) for entry in entries) != (not any(s <= day < u for s, u in gaps))
        ]
        assert not wrong, f"{key} {given}: {wrong[0]} to {wrong[-1]}"


def every_combination(rule: Rule) -> Iterator[dict[str, str]]:
    names = sorted({name for branch in rule.branches for name in branch.when})
    for values in product(*(QUALIFIERS[name] for name in names)):
        yield dict(zip(names, values, strict=True))
