"""Every allowed and every forbidden pair of route, state and act, against a table written by hand."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest

from netra.cases.models import Case
from netra.cases.operations import WrongState
from netra.sanctions.models import Proceeding
from netra.sanctions.operations import claim
from netra.sanctions.operations.claim import step_for
from netra.sanctions.states import STATE_LABELS, STEPS, ProceedingState, Route
from netra.trust.acts import ACTS

GOLDEN = Path(__file__).parent / "golden" / "steps.csv"


def golden() -> set[tuple[str, str | None, str, str]]:
    lines = [line for line in GOLDEN.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {
        (row["route"], None if row["state"] == "-" else row["state"], row["act"], row["target"])
        for row in csv.DictReader(lines)
    }


def test_the_steps_are_those_of_the_table_and_no_others():
    assert {(route, step.source, step.act, step.target) for route, steps in STEPS.items() for step in steps} == golden()


ACT_CODES = sorted({act for _, state, act, _ in golden() if state is not None})


def wrong_with(route: Route, state: ProceedingState, act: str, targets: set[str]) -> str:
    """What becomes of this act in this state, where the table says something else; nothing where they agree."""
    proceeding = Proceeding(ref="PNG-2024-CONTOH", route=route, state=state, case=Case(election_kind="REGIONAL"))
    try:
        reached = {
            step_for(proceeding, act, on=date(2024, 11, 13), target=target).target for target in targets or [None]
        }
    except WrongState as refusal:
        if targets:
            return f"is refused, and should lead to {sorted(targets)}"
        return "" if STATE_LABELS[state] in str(refusal) else f"is refused without naming the state: {refusal}"
    return "" if reached == targets else f"leads to {sorted(reached)}, not {sorted(targets)}"


@pytest.mark.parametrize("route", Route)
def test_an_act_is_taken_in_its_states_and_refused_in_every_other(route, monkeypatch):
    """Some two thousand cells in one walk; every cell that is wrong is told. What else is open, rows would say."""
    monkeypatch.setattr(claim, "steps_open", lambda _proceeding, on: [])
    table = golden()
    wrong = []
    for state, act in product(ProceedingState, ACT_CODES):
        targets = {target for each, source, code, target in table if (each, source, code) == (route, state, act)}
        if found := wrong_with(route, state, act, targets):
            wrong.append(f"{route} {state} {act}: {found}")
    assert not wrong, "\n".join(wrong)


def test_every_state_has_words_and_every_act_is_in_the_table_of_acts():
    assert set(STATE_LABELS) == set(ProceedingState)
    assert {step.act for steps in STEPS.values() for step in steps} <= set(ACTS)


SINCE = {
    # A paper on a late objection is asked for by PP 79/2021 only, in force since 10 August 2021.
    "sanctions.objection_reject": date(2021, 8, 10),
    # A team is demanded by PP 94/2021 only, in force since 31 August 2021.
    "sanctions.examination_reopen": date(2021, 8, 31),
}


@pytest.mark.parametrize("kind", ["GENERAL", "REGIONAL"])
@pytest.mark.parametrize("route", Route)
def test_every_step_has_its_article_on_every_day(route, kind):
    # The arrows of one act rest on the same articles: each is asked once.
    for step in {(step.act, step.basis): step for step in STEPS[route]}.values():
        first = SINCE.get(step.act, date(2017, 8, 16))
        for offset in range((date(2028, 1, 1) - first).days):
            assert step.law(election_kind=kind, on=first + timedelta(days=offset)).instrument


def test_a_summons_cites_the_regulation_of_its_day():
    summons = next(step for step in STEPS[Route.DISCIPLINE] if step.act == "sanctions.summons_issue")
    assert summons.law(election_kind="REGIONAL", on=date(2021, 8, 30)).instrument == "PP 53/2010"
    assert summons.law(election_kind="REGIONAL", on=date(2021, 8, 31)).instrument == "PP 94/2021"


def test_a_contract_employee_is_handled_under_the_rules_of_the_agency():
    """PP 94/2021 and PP 53/2010 bind PNS; PP 49/2018 Ps 52 leaves discipline to the agency, Ps 53 ends the contract."""
    summons = next(step for step in STEPS[Route.DISCIPLINE] if step.act == "sanctions.summons_issue")
    opening = next(step for step in STEPS[Route.STATUS_TERMINATION] if step.act == "sanctions.proceeding_open")
    for day, expected in ((date(2024, 11, 1), "PP 49/2018 Pasal 52"), (date(2019, 3, 4), "PP 49/2018 Pasal 52")):
        assert str(summons.law(election_kind="REGIONAL", on=day, employment="PPPK")).startswith(expected)
    told = [
        str(opening.law(election_kind="REGIONAL", on=day, employment="PPPK"))
        for day in (date(2018, 11, 27), date(2018, 11, 28), date(2024, 11, 1))
    ]
    assert told == [
        "UU 5/2014 Pasal 105 ayat (3) huruf c",
        "PP 49/2018 Pasal 53 ayat (3) huruf c",
        "PP 49/2018 Pasal 53 ayat (3) huruf c",
    ]


@pytest.mark.parametrize(
    ("act", "by_authority", "by_official"),
    [
        ("sanctions.objection_file", "Pasal 3–4", "Pasal 3 ayat (1) huruf b dan ayat (3)"),
        ("sanctions.objection_decide", "Pasal 5–6", "Pasal 8–9"),
    ],
)
def test_an_objection_rests_on_the_articles_for_whoever_imposed_the_penalty(act, by_authority, by_official):
    """PP 79/2021: Ps 4 to 6 on decisions of the authority, Ps 7 to 9 on those of another official."""
    step = next(step for step in STEPS[Route.DISCIPLINE] if step.act == act)
    day = date(2024, 12, 4)
    for imposed_by, article in (("APPOINTING_AUTHORITY", by_authority), ("OFFICIAL", by_official)):
        assert step.law(election_kind="REGIONAL", on=day, imposed_by=imposed_by).article == article


def end_of_status(act):
    return next(step for step in STEPS[Route.STATUS_TERMINATION] if step.act == act)


UNKNOWN_DELIVERY = "Tidak ada pasal yang diketahui tentang penyampaian pemberhentian ini"


@pytest.mark.parametrize(
    ("employment", "day", "rule"),
    [
        # PP 11/2017, in force 7 April 2017, Ps 275: the authority hands the decisions of Ps 261-274 to the dismissed.
        ("PNS", date(2024, 11, 13), "PP 11/2017 Pasal 275"),
        ("PNS", date(2017, 4, 7), "PP 11/2017 Pasal 275"),
        # PP 37/2004 Ps 8 speaks of who resigned (Ps 6-7), not of who is dismissed under Ps 9.
        ("PNS", date(2017, 4, 6), UNKNOWN_DELIVERY),
        # PP 11/2017 Ps 275 names PNS; a candidate is dismissed under Ps 37. PP 49/2018 Ps 74 names no delivery.
        ("CPNS", date(2024, 11, 13), UNKNOWN_DELIVERY),
        ("PPPK", date(2024, 11, 13), UNKNOWN_DELIVERY),
    ],
)
def test_the_delivery_of_an_end_of_status_rests_on_no_article_of_discipline(employment, day, rule):
    delivery = end_of_status("sanctions.decision_deliver")
    assert str(delivery.law(election_kind="REGIONAL", on=day, employment=employment)) == rule


@pytest.mark.parametrize(
    ("act", "employment", "day", "rule"),
    [
        ("sanctions.decision_enforce", "PNS", date(2024, 12, 6), "PP 11/2017 Pasal 255"),
        ("sanctions.decision_enforce", "CPNS", date(2024, 12, 6), "PP 37/2004 Pasal 9 ayat (2)"),
        ("sanctions.decision_enforce", "PNS", date(2017, 4, 6), "PP 37/2004 Pasal 9 ayat (2)"),
        ("sanctions.decision_enforce", "PPPK", date(2024, 12, 6), "PP 49/2018 Pasal 74 ayat (4)"),
        ("sanctions.decision_finalise", "PNS", date(2024, 12, 6), "PP 79/2021 Pasal 11 ayat (3) dan Pasal 16"),
        ("sanctions.decision_finalise", "PNS", date(2019, 4, 9), "PP 24/2011 Pasal 7 ayat (3) dan Pasal 9"),
        ("sanctions.decision_execute", "PNS", date(2024, 12, 6), "UU 20/2023 Pasal 52 ayat (3) huruf j dan ayat (4)"),
        ("sanctions.decision_execute", "PPPK", date(2024, 12, 6), "PP 49/2018 Pasal 53 ayat (3) huruf c"),
    ],
)
def test_an_end_of_status_holds_and_ends_by_its_own_articles(act, employment, day, rule):
    source = end_of_status(act).law(election_kind="REGIONAL", on=day, employment=employment)
    assert str(source).startswith(rule)


@pytest.mark.parametrize(
    ("day", "article"),
    [
        # Ps 24(1) and its explanation: the examination shows whether he really did it. Ps 24(3) says who punishes.
        (date(2021, 8, 30), "PP 53/2010 Pasal 24 ayat (1) dan penjelasannya"),
        # Ps 27(1) and its explanation say the same. Ps 24(4) speaks of a superior who did not punish.
        (date(2021, 8, 31), "PP 94/2021 Pasal 27 ayat (1) dan penjelasannya"),
    ],
)
@pytest.mark.parametrize("route", [Route.DISCIPLINE, Route.STATUS_TERMINATION])
def test_not_proven_rests_on_what_an_examination_is_for_and_says_that_this_is_a_reading(route, day, article):
    stop = next(step for step in STEPS[route] if step.act == "sanctions.proceeding_stop")
    cited = stop.law(election_kind="REGIONAL", on=day)
    assert (f"{cited.instrument} {cited.article}".removesuffix(FOLLOWED), cited.verification) == (article, "DERIVED")


FOLLOWED = " (diikuti; pasal tentang cara membuktikan keanggotaan partai tidak ditemukan)"


@pytest.mark.parametrize(
    ("act", "article"),
    [
        ("sanctions.summons_issue", "PP 94/2021 Pasal 26 ayat (1)–(2)"),
        ("sanctions.examination_record", "PP 94/2021 Pasal 26–29 dan 32–34"),
        ("sanctions.examination_report", "PP 94/2021 Pasal 27 dan 29"),
    ],
)
def test_membership_in_a_party_is_examined_as_a_breach_is_and_says_that_no_article_asks_for_it(act, article):
    """PP 11/2017 Ps 270 begins where the membership is proven already; neither it nor PP 94/2021 says how."""
    cited = end_of_status(act).law(election_kind="REGIONAL", on=date(2024, 11, 1))
    assert (f"{cited.instrument} {cited.article}", cited.verification) == (article + FOLLOWED, "DERIVED")
