"""Somebody joined a party, and only the year or the month is known: the law is read for every day of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netra.cases import operations as cases
from netra.cases.operations import ActRefused
from netra.cases.tests.builders import BUDI, Cast, at
from netra.sanctions import operations as act
from netra.sanctions.tests.builders import RULING, Story, deed, examine, open_story
from netra.trust.tests.told_once import told_once

pytestmark = pytest.mark.django_db
IN_2024 = Story(
    date(2024, 10, 17),
    replace(deed("party_membership", date(2024, 1, 1), phase=""), act_date_precision="YEAR"),
    category="STATUS_TERMINATION",
    level="TERMINATION",
)


@pytest.fixture
def cast() -> Cast:
    return Cast()


def reported(cast, story):
    proceeding = open_story(cast, story, "STATUS_TERMINATION")
    examine(cast, proceeding, letter="2024-11-01", held="2024-11-06", reported="2024-11-07", level="TERMINATION")
    return proceeding


@told_once
def terminate(cast, proceeding, code, **over):
    ruling = replace(RULING, sanction_code=code, **over)
    return act.termination_decide(ref=proceeding.ref, ruling=ruling, by=cast.rahmat, at=at("2024-11-11"))


def tell(cast, proceeding, day, precision):
    said = replace(IN_2024.deed, act_date=day, act_date_precision=precision)
    told = {"case_ref": proceeding.case.ref, "ordinal": 1, "reason": "Surat DPC (contoh)."}
    return cases.act_correct(act=said, **told, by=cast.ani, at=at("2024-11-11", 8))


def test_a_year_is_not_enough_for_a_pns_and_the_month_can_be_told_while_the_proceeding_runs(cast):
    """PP 11/2017 Ps 255: from the end of the month of becoming a member; twelve ends are possible."""
    proceeding = reported(cast, IN_2024)
    with pytest.raises(ActRefused, match=r"PP 11/2017 Pasal 255.*«Perbaiki perbuatan»"):
        terminate(cast, proceeding, "status_termination_2023")
    tell(cast, proceeding, date(2024, 3, 1), "MONTH")
    made = terminate(cast, proceeding, "status_termination_2023")
    assert made.effective_date == date(2024, 3, 31)
    assert [each.state for each in proceeding.party.allegations.all()] == ["CONFIRMED"]


def test_no_other_year_can_be_told_while_the_proceeding_runs(cast):
    proceeding = reported(cast, IN_2024)
    with pytest.raises(ActRefused, match="sedang ditimbang"):
        tell(cast, proceeding, date(2023, 12, 1), "MONTH")


def test_a_year_is_enough_for_a_pppk_whose_end_counts_from_the_proof(cast):
    """PP 49/2018 Ps 74(4): from the day it was proven, that of the report of 7 November."""
    story = replace(IN_2024, people=(replace(BUDI, employment="PPPK", grade=""),))
    made = terminate(cast, reported(cast, story), "contract_end_party", contract="45/PK/2022, 1 April 2022")
    assert made.effective_date == date(2024, 11, 7)


def test_a_month_is_not_enough_where_the_law_changed_within_it(cast):
    """UU 20/2023 came into force on 31 October 2023: until the 30th it was UU 5/2014."""
    story = replace(IN_2024, deed=replace(IN_2024.deed, act_date=date(2023, 10, 1), act_date_precision="MONTH"))
    proceeding = reported(cast, story)
    with pytest.raises(ActRefused, match=r"hukum tentang pemberhentian berganti.*«Perbaiki perbuatan»"):
        terminate(cast, proceeding, "status_termination_2023")
    told = {"case_ref": proceeding.case.ref, "ordinal": 1, "reason": "Surat DPC (contoh)."}
    said = replace(story.deed, act_date=date(2023, 10, 31), act_date_precision="DAY")
    cases.act_correct(act=said, **told, by=cast.ani, at=at("2024-11-11", 8))
    assert terminate(cast, proceeding, "status_termination_2023").effective_date == date(2023, 10, 31)
