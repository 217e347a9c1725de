"""What was stored before a table changed is whole after it."""

from __future__ import annotations

from datetime import date

import pytest

from netra.cases.models import Deadline, NextTerm, Recusal
from netra.cases.tests.builders import Cast, at, carry_to_recommendation, make_case, make_report, register
from netra.intake.models import KeptFrom
from netra.trust.tests.filling import fill_again
from netra.trust.tests.locks import unlocked

pytestmark = pytest.mark.django_db


def test_a_term_from_before_takes_the_region_of_its_case():
    cast = Cast()
    case = make_case(cast)
    carry_to_recommendation(cast, case)
    with unlocked():
        Deadline.objects.update(region_code="", province_code="")
        fill_again("cases", "0004_deadline_region_filled")
    assert set(Deadline.objects.values_list("region_code", "province_code")) == {("15.71", "15")}


def test_who_was_recused_before_is_kept_from_the_report_too():
    cast = Cast()
    report = make_report(cast)
    for case in (register(cast, report), make_case(cast)):
        Recusal.objects.create(
            case=case, user=cast.wayan, reason="Ipar.", recused_by=cast.wayan.actor_ref, recused_at=at("2024-10-19")
        )
    for _again in range(2):
        fill_again("cases", "0009_recused_kept_from_report")
    assert list(KeptFrom.objects.values_list("report__ref", "user__username")) == [(report.ref, "wayan")]


def test_each_agency_has_its_own_next_term_of_a_case_from_before():
    """Budi's answer to the recommendation of 28 October 2024 is due in fourteen working days: on 15 November."""
    cast = Cast()
    case = make_case(cast)
    carry_to_recommendation(cast, case)
    NextTerm.objects.all().delete()
    fill_again("cases", "0021_next_term_by_agency")
    assert list(NextTerm.objects.values_list("agency_code", "due_date", "rule")) == [
        ("JAMBI-KOTA", date(2024, 11, 15), "follow_up")
    ]
