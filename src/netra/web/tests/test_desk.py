"""The desk: the term that ends first stands on top, and nobody finds another's work there."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from netra.intake.tests.builders import a_report
from netra.web.tests.cases_scene import Cast, at, carry_to_referral, make_case, page, signed_in, the_clock_shows

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(monkeypatch) -> Cast:
    the_clock_shows(monkeypatch, at("2024-10-21", 12))
    return Cast()


def test_the_supervisor_finds_the_nearest_term_with_its_name_and_how_far_it_is(cast):
    case = make_case(cast)
    due = case.deadlines.get().due_date
    shown = page(cast.wayan, "/")
    assert case.ref in shown
    assert f"{due.day} Oktober 2024" in shown


def test_a_report_that_nobody_has_read_waits_on_the_desk(cast):
    report = a_report()
    assert report.ref in page(cast.wayan, "/")


def test_others_find_nothing_of_it(cast):
    case, report = make_case(cast), a_report()
    for user in (cast.maria, cast.lestari, cast.dewi):
        shown = page(user, "/")
        assert case.ref not in shown and report.ref not in shown
    assert "Tenggat yang paling mendesak" not in page(cast.lestari, "/")


def test_the_agency_finds_its_case_once_it_was_referred(cast):
    case = make_case(cast)
    carry_to_referral(cast, case)
    assert case.ref in page(cast.ani, "/")


def test_twenty_cases_ask_no_more_than_one_and_five_are_shown(cast):
    make_case(cast)
    client = signed_in(cast.wayan)
    with CaptureQueriesContext(connection) as one:
        client.get("/")
    for _number in range(19):
        make_case(cast)
    with CaptureQueriesContext(connection) as twenty:
        shown = client.get("/").content.decode()
    assert len(twenty) == len(one)
    assert shown.count("PKR-2024-") == 2 * 5  # each once in its address and once to read
