"""An act of the table has an operation of that name in its room, and a test that names it."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

from netra.trust.acts import ACTS
from tests.house.plan import ROOMS, ROOT, SOURCE, nodes_of, tree_of

# Acts that are not an operation of their own, each with the reason.
NOT_AN_OPERATION = {
    "trust.login": "trust.operations.sign_in records it when the password was right",
    "trust.day_close": "trust.trail.close_day: the machine's own act, when somebody writes on the next day",
    "trust.evidence_receive": "trust.evidence.receive: a part of other acts, within their transaction",
    "trust.evidence_read": "trust.evidence.open_original: reading is the act",
    "trust.evidence_hand_over": "trust.evidence: a part of other acts, within their transaction",
    "trust.evidence_destroy": "trust.evidence: a part of erasure, within its transaction",
    "trust.link_issue": "trust.links.issue: a part of other acts, within their transaction",
    "trust.link_revoke": "trust.links.revoke: a part of other acts, within their transaction",
    "registry.civil_servant_view": "asked by the query that shows a person",
    "prevention.instrument_view": "asked by the query that shows an instrument",
    "prevention.instrument_pending": "asked by the page that shows who has not acknowledged",
    "prevention.pact_view": "asked by the query that shows a pact",
    "prevention.reminder_view": "asked by the query that shows a routine of reminders",
    "prevention.meeting_view": "asked by the query that shows a meeting",
    "prevention.outreach_view": "asked by the query that shows an outreach",
    "prevention.consultation_view": "asked by the query that shows a consultation",
    "prevention.advisory_view": "asked by the query that shows a question",
    "supervision.visit_view": "asked by the query that shows a visit",
    "intake.report_view": "asked by the query that shows a report",
    "cases.case_view": "asked by the query that shows a case",
}


# Acts of people without an account: the secret they hold says who they are.
WHO = {
    "intake.report_submit": {"secret"},
    "cases.answer_give": {"secret"},
    "trust.password_set": {"token"},
    "prevention.instrument_open": {"token"},
    "prevention.instrument_acknowledge": {"token"},
    "prevention.pact_sign": {"token"},
    "prevention.pact_refuse": {"token"},
    "prevention.advisory_ask": {"secret"},
    "prevention.outreach_attend": {"secret"},
    "prevention.outreach_answer": {"token"},
}


@cache
def written(file: Path) -> frozenset[str]:
    """Every text constant of a file."""
    return frozenset(
        node.value for node in nodes_of(file) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


@cache
def names_in(file: Path) -> frozenset[str]:
    """Every name a file uses, plain or after a dot."""
    nodes = list(nodes_of(file))
    plain = {node.id for node in nodes if isinstance(node, ast.Name)}
    dotted = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    return frozenset(plain | dotted)


@cache
def functions_of(room: str) -> dict[str, ast.FunctionDef]:
    """The functions of a room's operations, wherever in the room an operation is kept."""
    files = [file for file in (SOURCE / room).rglob("*.py") if "tests" not in file.parts]
    return {node.name: node for file in files for node in tree_of(file).body if isinstance(node, ast.FunctionDef)}


OPERATIONS = [code for code in ACTS if code not in NOT_AN_OPERATION]


def test_an_act_is_an_operation_of_its_room() -> None:
    missing = [code for code in OPERATIONS if code.split(".")[1] not in functions_of(code.split(".")[0])]
    assert missing == [], "\n".join(missing)


def test_an_operation_takes_who_and_when_and_nothing_by_position() -> None:
    wrong = []
    for code in OPERATIONS:
        room, name = code.split(".")
        operation = functions_of(room).get(name)
        if operation is not None:
            keywords = {argument.arg for argument in operation.args.kwonlyargs}
            if operation.args.args or "at" not in keywords or not keywords & WHO.get(code, {"by"}):
                wrong.append(code)
    assert wrong == [], "\n".join(wrong)


def test_an_act_is_written_to_the_trail_under_its_own_name() -> None:
    sources = [file for file in SOURCE.rglob("*.py") if "tests" not in file.parts and not file.name.startswith("acts")]
    unwritten = [code for code in ACTS if not any(code in written(file) for file in sources)]
    assert unwritten == [], "\n".join(unwritten)


def test_an_act_has_an_indonesian_label() -> None:
    assert [code for code, act in ACTS.items() if not act.label.strip()] == []


def test_an_act_has_a_test_that_names_it() -> None:
    untested = []
    journeys = list((ROOT / "tests" / "journeys").rglob("*.py"))
    tests = {room: [*(SOURCE / room / "tests").rglob("*.py"), *journeys] for room in ROOMS}
    for code in ACTS:
        room, name = code.split(".")
        files = tests[room]
        if not any(name in names_in(file) or code in written(file) for file in files):
            untested.append(code)
    assert untested == [], "\n".join(untested)


def test_the_list_of_exceptions_names_only_acts() -> None:
    assert set(NOT_AN_OPERATION) | set(WHO) <= set(ACTS)
