"""A closed case is taken up again where somebody contests what was decided in it; nothing else opens it."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from netra.cases import operations as act
from netra.cases.models import Case
from netra.cases.tests.builders import Cast, at, carry_to_referral, make_case
from netra.trust import trail
from netra.trust.tests.told_once import told_once

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return Cast()


@pytest.fixture
@told_once
def case(cast) -> Case:
    """Closed on 4 November 2024."""
    case = make_case(cast)
    carry_to_referral(cast, case)
    case = Case.objects.get(pk=case.pk)
    act.case_close(case=case, outcome="Semua penanganan selesai", proven=True, by=cast.wayan, at=at("2024-11-04"))
    return Case.objects.get(pk=case.pk)


def test_it_is_handled_again_and_the_trail_keeps_that_it_had_ended(cast, case):
    act.case_reopen(case=case, by=cast.dewi, at=at("2024-12-02"))
    found = Case.objects.get(pk=case.pk)
    assert (found.state, found.ended_date, found.outcome) == ("PROCEEDING", None, "")
    told = [each.verb for each in trail.history(case.chain)]
    assert told[-2:] == ["cases.case_close", "cases.case_reopen"]
    assert trail.history(case.chain)[-1].citation.startswith("PP 79/2021")
    assert trail.verify_database().ok


def test_what_is_not_closed_is_not_opened(cast):
    with pytest.raises(act.WrongState, match="Diregistrasi"):
        act.case_reopen(case=make_case(cast), by=cast.dewi, at=at("2024-12-02"))


def test_the_day_of_its_end_is_moved_by_nobody(case):
    for change in ({"ended_date": date(2024, 11, 5)}, {"ended_date": None, "state": "REFERRED"}):
        with pytest.raises(DatabaseError), transaction.atomic():
            Case.objects.filter(pk=case.pk).update(**change)
