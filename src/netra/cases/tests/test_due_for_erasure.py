"""The day of erasure comes without a bell: the desk tells those who may erase, and whose answer is waited for."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from netra.cases import operations as act
from netra.cases.erasing import due_for_erasure
from netra.cases.models import Case
from netra.cases.tests.builders import Cast, at, end_withdrawn, make_report, register
from netra.trust.acts import Role
from netra.trust.models import User
from netra.trust.tests import builders as trust
from netra.trust.tests.plans import plan_of

pytestmark = pytest.mark.django_db
# Withdrawn on 19 October 2024, kept for two years.
DUE = date(2026, 10, 19)


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path


@pytest.fixture
def cast():
    return Cast()


@pytest.fixture
def sinta() -> User:
    return trust.grant(trust.make_user("sinta"), Role.INTAKE_OFFICER, region="15")


@pytest.fixture
def case(cast) -> Case:
    return end_withdrawn(cast, register(cast, make_report(cast)))


def told(user: User, on: date = DUE) -> list[tuple[str, date, date | None, bool]]:
    rows = due_for_erasure(user, on=on, limit=5)
    return [(row.case_ref, row.since, row.asked, row.by_me) for row in rows]


def test_it_is_told_from_the_day_on_to_whoever_sees_the_case(cast, sinta, case):
    assert case.erase_date == DUE
    assert told(cast.wayan, date(2026, 10, 18)) == []
    for user in (cast.wayan, sinta):
        assert told(user) == told(user, date(2030, 1, 1)) == [(case.ref, DUE, None, False)]
    assert told(cast.dewi) == told(cast.maria) == []


def test_who_asked_waits_and_the_other_is_waited_for(cast, sinta, case):
    act.erasure_request(case_ref=case.ref, reason="Jadwal retensi.", by=cast.wayan, at=at("2026-10-20"))
    assert told(cast.wayan) == [(case.ref, DUE, date(2026, 10, 20), True)]
    assert told(sinta) == [(case.ref, DUE, date(2026, 10, 20), False)]


def test_what_was_erased_is_told_no_more(cast, sinta, case):
    act.erasure_request(case_ref=case.ref, reason="Jadwal retensi.", by=cast.wayan, at=at("2026-10-20"))
    act.erasure_approve(case_ref=case.ref, by=sinta, at=at("2026-10-21"))
    assert told(cast.wayan) == told(sinta) == []


def test_a_desk_finds_them_without_reading_all_cases(cast):
    with CaptureQueriesContext(connection) as asked:
        due_for_erasure(cast.wayan, on=DUE, limit=5)
    plan = plan_of(next(each["sql"] for each in asked if "erase_date" in each["sql"]))
    assert "case_erase" in plan
    assert "party_erase" in plan
