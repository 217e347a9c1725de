"""The list of an office: newest first, page by page, always the same number of queries."""

from datetime import date, timedelta

import pytest
from django.db import connection

from netra.intake.access import visible_to
from netra.intake.models import Report
from netra.intake.queries import counts_by_state, inbox, report_counts
from netra.intake.states import State
from netra.intake.tests.builders import FRIDAY, OTHER_SECRET, TODAY, a_report, in_state, later, reports
from netra.trust.tests import builders as cast

pytestmark = pytest.mark.django_db


def refs(page):
    return [row.ref for row in page.rows]


def test_pages_follow_each_other_without_gap_or_repetition():
    made, wayan = reports(7), cast.wayan()
    seen: list[str] = []
    cursor, pages = "", 0
    while pages == 0 or cursor:
        page = inbox(wayan, at=FRIDAY, cursor=cursor, size=3)
        seen, cursor, pages = [*seen, *refs(page)], page.next_cursor, pages + 1

    assert pages == 3
    assert seen == [report.ref for report in reversed(made)]


def test_reports_of_the_same_moment_are_not_lost_between_pages():
    made, wayan = reports(5, minutes_apart=0), cast.wayan()
    first = inbox(wayan, at=FRIDAY, size=3)
    second = inbox(wayan, at=FRIDAY, cursor=first.next_cursor, size=3)

    assert sorted(refs(first) + refs(second)) == sorted(report.ref for report in made)


@pytest.mark.parametrize("cursor", ["x", "2024-10-18", "2024-10-18T09:00:00~", "~~", "9999-99-99~LPR"])
def test_a_cursor_that_cannot_be_read_starts_at_the_top(cursor):
    (report,) = reports(1)

    assert refs(inbox(cast.wayan(), at=FRIDAY, cursor=cursor)) == [report.ref]


def test_only_one_state_is_listed_when_asked_for():
    first, _second = reports(2)
    in_state(first, State.COMPLETE)

    assert refs(inbox(cast.wayan(), at=FRIDAY, state=State.COMPLETE)) == [first.ref]


def test_maria_sees_an_empty_list():
    reports(2)

    assert inbox(cast.maria(), at=FRIDAY).rows == ()


def test_the_study_is_due_in_two_days_and_overdue_the_day_after():
    a_report()
    wayan = cast.wayan()

    assert [(row.study_due, row.is_overdue) for row in inbox(wayan, at=later(days=2)).rows] == [
        (date(2024, 10, 20), False)
    ]
    assert inbox(wayan, at=later(days=3)).rows[0].is_overdue


def test_a_finished_study_is_never_overdue():
    in_state(a_report(), State.COMPLETE)

    assert inbox(cast.wayan(), at=later(days=30)).rows[0].study_due is None


def test_the_list_takes_two_queries_however_long(django_assert_num_queries):
    wayan = cast.wayan()
    reports(6)

    with django_assert_num_queries(2):  # what the officer may see, and the page
        inbox(wayan, at=FRIDAY, size=5)


def _many_reports_of_which_few_are_new() -> None:
    (one,) = reports(1)
    Report.objects.bulk_create(
        Report(
            **{
                **{field.attname: getattr(one, field.attname) for field in Report._meta.concrete_fields},
                "id": None,
                **{name: f"{number}" for name in ("ref", "code_fingerprint", "idempotency_key", "designation")},
                "state": State.RECEIVED if number % 20 == 0 else State.REGISTERED,
                "received_at": FRIDAY - timedelta(minutes=number),
            }
        )
        for number in range(5000)
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE intake_report")


def test_a_deep_page_is_found_through_the_index():
    wayan = cast.wayan()
    _many_reports_of_which_few_are_new()
    page = (
        visible_to(wayan, on=TODAY)
        .filter(state=State.RECEIVED, received_at__lte=FRIDAY)
        .order_by("-received_at", "-ref")[:26]
    )

    plan = page.explain()

    assert "report_region_state" in plan
    assert "TEMP B-TREE" not in plan
    assert "Sort" not in plan


def test_an_office_counts_its_reports_by_state():
    first, *_rest = reports(3)
    in_state(first, State.REGISTERED)
    counts = counts_by_state(cast.wayan(), at=FRIDAY)

    assert (counts[State.RECEIVED], counts[State.REGISTERED], counts[State.WITHDRAWN]) == (2, 1, 0)


def test_the_statistics_count_reports_by_code():
    reports(2)
    a_report(OTHER_SECRET, at=later(days=100), election_kind="GENERAL", known_date=None)
    rows = report_counts(since=date(2024, 1, 1), until=date(2025, 1, 1))

    assert [(row.year, row.election_kind, row.channel, row.state, row.reports) for row in rows] == [
        (2024, "REGIONAL", "WEB", "RECEIVED", 2)
    ]
    assert sum(row.reports for row in report_counts()) == 3
