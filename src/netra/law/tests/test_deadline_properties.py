"""What holds for every deadline, whatever the day: more holidays never help the slow, and today never matters."""

import ast
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import netra.law
from netra.law.calendar import DEFAULT, Calendar, DayOff, DayOffKind
from netra.law.counting import Direction
from netra.law.dated import Source, Verification
from netra.law.deadline_rules import RULES
from netra.law.deadlines import compute

# Rule, qualifiers, and a stretch of days in which the law does not change: across a change of law a later start may
# well give an earlier day (180 calendar days of BAPEK, 65 working days of BPASN).
STRETCHES = [
    ("report_term", {"election_kind": "GENERAL"}, date(2017, 8, 16), date(2029, 12, 31)),
    ("report_term", {"election_kind": "REGIONAL"}, date(2015, 3, 18), date(2029, 12, 31)),
    ("bawaslu_decision_extended", {"election_kind": "GENERAL"}, date(2017, 8, 16), date(2029, 12, 31)),
    ("satgas_bawaslu", {}, date(2024, 10, 1), date(2029, 12, 31)),
    ("summons_1", {}, date(2021, 8, 31), date(2029, 12, 31)),
    ("summons_2", {}, date(2014, 1, 1), date(2021, 8, 30)),
    ("delivery", {}, date(2021, 8, 31), date(2029, 12, 31)),
    ("discipline_in_force", {}, date(2022, 3, 21), date(2029, 12, 31)),
    ("objection_decision", {"imposed_by": "APPOINTING_AUTHORITY"}, date(2021, 8, 10), date(2029, 12, 31)),
    ("appeal_decision", {}, date(2021, 8, 10), date(2029, 12, 31)),
    ("pppk_termination", {}, date(2018, 11, 28), date(2029, 12, 31)),
    ("erasure", {}, date(2014, 1, 1), date(2029, 12, 31)),
    ("breach_notice", {}, date(2022, 10, 17), date(2029, 12, 31)),
    ("transfer_ban_opens", {}, date(2016, 7, 1), date(2029, 12, 31)),
]
INVENTED = Source("Libur tambahan", "(contoh)", Verification.UNVERIFIED)
FIRST = date(2014, 1, 1)


@st.composite
def terms(draw):
    rule, qualifiers, first, last = draw(st.sampled_from(STRETCHES))
    return rule, qualifiers, draw(st.dates(first, last)), last


@st.composite
def more_holidays(draw):
    offsets = draw(st.sets(st.integers(0, 40), max_size=30))
    return tuple(offsets)


def with_days_off(days: Iterable[DayOff]) -> Calendar:
    """The calendar of the house with more free days."""
    return replace(DEFAULT, days_off={**DEFAULT.days_off, **{each.day: each for each in days}})


@given(terms(), more_holidays())
def test_more_holidays_never_make_a_deadline_earlier(term, offsets):
    rule, qualifiers, start, _ = term
    days = [DayOff(start + timedelta(offset), DayOffKind.NATIONAL_HOLIDAY, "Libur", INVENTED) for offset in offsets]
    longer = compute(rule, start, **qualifiers, calendar=with_days_off(days))
    assert longer.due >= compute(rule, start, **qualifiers).due


@given(st.dates(FIRST, date(2021, 8, 30)), more_holidays())
def test_a_term_that_must_be_kept_before_an_event_is_never_later_for_more_holidays(examination, offsets):
    days = [DayOff(examination - timedelta(each), DayOffKind.NATIONAL_HOLIDAY, "Libur", INVENTED) for each in offsets]
    longer = compute("summons_1", examination, calendar=with_days_off(days))
    assert longer.direction is Direction.BEFORE
    assert longer.due <= compute("summons_1", examination).due


@given(terms(), st.integers(0, 400))
def test_a_later_start_never_gives_an_earlier_deadline(term, later):
    rule, qualifiers, start, last = term
    other = min(start + timedelta(days=later), last)
    assert compute(rule, other, **qualifiers).due >= compute(rule, start, **qualifiers).due


@given(terms())
def test_a_term_counts_exactly_its_number_of_units(term):
    rule, qualifiers, start, _ = term
    deadline = compute(rule, start, **qualifiers)
    numbers = [step.number for step in deadline.steps if step.counted]
    assert numbers == list(range(1, len(numbers) + 1))
    assert deadline.steps[-1].day == deadline.due


@given(terms())
def test_asking_twice_gives_the_same_answer(term):
    rule, qualifiers, start, _ = term
    assert compute(rule, start, **qualifiers) == compute(rule, start, **qualifiers)


def test_no_module_of_this_room_reads_the_clock():
    clocks = {"today", "now", "utcnow", "time", "localtime"}
    room = Path(netra.law.__file__).parent
    read = [
        f"{module.name}:{node.lineno}"
        for module in room.glob("*.py")
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in clocks
    ]
    assert read == []


def test_every_value_says_how_its_source_was_checked():
    for rule in RULES.values():
        for branch in rule.branches:
            for entry in branch.timeline.entries:
                assert entry.source.instrument and entry.source.article
                assert isinstance(entry.source.verification, Verification)
