"""The mayor meets the supervisors every month: a month without a meeting shows by itself."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from netra.prevention.models import MeetingSeries
from netra.prevention.operations import (
    MeetingRefused,
    meeting_cancel,
    meeting_hold,
    meeting_plan,
    meeting_series_end,
)
from netra.prevention.queries import series_file, series_rows, series_written_for
from netra.prevention.recurring import Standing
from netra.prevention.tests.builders import at
from netra.prevention.tests.meeting_builders import Round, a_plan, a_series
from netra.trust.access import NotAllowed
from netra.trust.errors import NotFound

pytestmark = pytest.mark.django_db
APRIL = date(2018, 4, 10)


@pytest.fixture
def scene():
    return Round()


def met(scene, series, day):
    entry = a_plan(planned_date=day, series_ref=series.ref)
    meeting = meeting_plan(entry=entry, by=scene.dewi, at=at(day.isoformat()))
    return meeting_hold(meeting_ref=meeting.ref, held_date=day, by=scene.dewi, at=at(day.isoformat(), 15))


def told(user, series, day):
    row = series_file(user, series.ref, on=day).row
    return [(each.turn.expected.isoformat(), each.standing) for each in row.turns]


def end(scene, series, day="2018-06-28", **over):
    return meeting_series_end(
        series_ref=series.ref,
        until_date=date.fromisoformat(day),
        reason=over.pop("reason", "Pemilihan usai."),
        by=over.pop("by", scene.dewi),
        at=at("2018-06-28"),
    )


def test_a_month_without_a_meeting_is_seen(scene):
    series = a_series(scene)
    met(scene, series, date(2018, 1, 1))
    # Held in its month, though not on its day.
    met(scene, series, date(2018, 3, 20))
    assert told(scene.wayan, series, APRIL) == [
        ("2018-05-07", Standing.AHEAD),
        ("2018-04-02", Standing.LATE),
        ("2018-03-05", Standing.HELD),
        ("2018-02-05", Standing.MISSED),
        ("2018-01-01", Standing.HELD),
    ]
    (row,) = series_rows(scene.wayan, on=APRIL)
    assert (row.passed, row.missed) == (3, 1)


def test_a_planned_meeting_counts_until_its_month_is_over_and_a_cancelled_one_never(scene):
    series = a_series(scene)
    entry = a_plan(planned_date=date(2018, 2, 26), series_ref=series.ref)
    meeting = meeting_plan(entry=entry, by=scene.dewi, at=at("2018-02-01"))
    assert told(scene.dewi, series, date(2018, 2, 27))[1] == ("2018-02-05", Standing.PLANNED)
    assert told(scene.dewi, series, date(2018, 3, 1))[2] == ("2018-02-05", Standing.MISSED)
    meeting_cancel(meeting_ref=meeting.ref, reason="Banjir.", by=scene.dewi, at=at("2018-02-26"))
    assert told(scene.dewi, series, date(2018, 2, 27))[1] == ("2018-02-05", Standing.LATE)


def test_after_its_end_no_meeting_is_expected(scene):
    series = a_series(scene)
    end(scene, series)
    assert told(scene.dewi, series, date(2018, 12, 1))[0][0] == "2018-06-04"
    assert series_written_for(scene.dewi, on=date(2018, 12, 1)) == []
    with pytest.raises(MeetingRefused, match="sudah diakhiri"):
        end(scene, series)


@pytest.mark.parametrize(
    ("day", "reason", "said"),
    [
        ("2017-12-31", "Usai.", "lebih awal daripada hari mulainya"),
        ("2204-06-28", "Usai.", "lima tahun lagi"),
        ("2018-06-28", " ", "alasan tertulis"),
    ],
)
def test_an_end_that_cannot_be_is_refused(scene, day, reason, said):
    with pytest.raises(MeetingRefused, match=said):
        end(scene, a_series(scene), day, reason=reason)


@pytest.mark.parametrize(
    ("over", "said"),
    [
        ({"title": " "}, "judul"),
        ({"week": 5}, "minggu ke-1 sampai ke-4"),
        ({"weekday": 7}, "minggu ke-1 sampai ke-4"),
        ({"every_months": 0}, "setiap berapa bulan"),
        ({"start_date": date(2013, 1, 1)}, "tahun 2014"),
        ({"start_date": date(2204, 1, 1)}, "lima tahun lagi"),
    ],
)
def test_a_rule_that_names_no_day_is_refused(scene, over, said):
    with pytest.raises(MeetingRefused, match=said):
        a_series(scene, **over)


def test_who_takes_part_sees_it_and_only_the_caller_ends_it(scene):
    series = a_series(scene)
    with pytest.raises(NotAllowed):
        end(scene, series, by=scene.wayan)
    for user in (scene.maria, scene.nurul):
        assert series_rows(user, on=APRIL) == []
        with pytest.raises(NotFound):
            end(scene, series, by=user)


def test_the_rule_is_locked(scene):
    a_series(scene)
    with pytest.raises(DatabaseError, match="tidak dapat diubah"), transaction.atomic():
        MeetingSeries.objects.update(every_months=12)


def test_twenty_series_ask_no_more_than_one(scene, django_assert_num_queries):
    met(scene, a_series(scene), date(2018, 1, 1))
    with django_assert_num_queries(4):
        series_rows(scene.hasan, on=APRIL)
    for _number in range(19):
        a_series(scene)
    with django_assert_num_queries(3):
        assert len(series_rows(scene.hasan, on=APRIL)) == 20
