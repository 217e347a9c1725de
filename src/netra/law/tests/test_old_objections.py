"""Objections under PP 53/2010: none against a light penalty, against a moderate one only where Ps 34(1) names it."""

from datetime import date
from typing import Any

import pytest

from netra.law.deadline_rules import MissingQualifier, NoTerm
from netra.law.deadlines import compute

RECEIVED = date(2019, 5, 2)
BY_OFFICIAL: dict[str, Any] = {"imposed_by": "OFFICIAL"}


@pytest.mark.parametrize(
    ("given", "article"),
    [
        ({"level": "LIGHT"}, "PP 53/2010 Pasal 33 huruf e"),
        ({"level": "MODERATE", "penalty": "rank_demotion_1y"}, "PP 53/2010 Pasal 34 ayat (1)"),
        ({"level": "SEVERE"}, "PP 53/2010 Pasal 33 dan Pasal 34"),
        # A PPPK is not bound by PP 53/2010, and PP 79/2021 was not there yet.
        ({"level": "MODERATE", "penalty": "agency_moderate_rule"}, "PP 49/2018 Pasal 52"),
    ],
)
def test_no_objection_is_open_against_it(given: dict[str, Any], article: str) -> None:
    with pytest.raises(NoTerm) as told:
        compute("objection_filing", RECEIVED, **BY_OFFICIAL, **given)
    assert str(told.value.source) == article


@pytest.mark.parametrize("penalty", ["increment_delay_1y", "promotion_delay_1y"])
def test_a_delay_of_increment_or_promotion_is_objected_to_within_fourteen_days(penalty: str) -> None:
    """Pasal 7(3) a and b; Ps 35(2): 14 days of the calendar from 2 May 2019."""
    term = compute("objection_filing", RECEIVED, **BY_OFFICIAL, level="MODERATE", penalty=penalty)
    assert (term.due, str(term.citation)) == (date(2019, 5, 16), "PP 53/2010 Pasal 35 ayat (2)")


@pytest.mark.parametrize(("given", "missing"), [({}, ("level", "penalty")), ({"level": "MODERATE"}, ("penalty",))])
def test_which_penalty_it_was_is_asked_for_by_name(given: dict[str, Any], missing: tuple[str, ...]) -> None:
    with pytest.raises(MissingQualifier) as asked:
        compute("objection_filing", RECEIVED, **BY_OFFICIAL, **given)
    assert asked.value.names == missing


def test_under_the_regulation_of_2021_every_decision_of_an_official_can_be_objected_to() -> None:
    """PP 79/2021 Ps 3(1) b names no kind of penalty."""
    assert compute("objection_filing", date(2026, 7, 14), **BY_OFFICIAL, level="LIGHT").due == date(2026, 8, 3)
