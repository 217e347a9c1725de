"""A clock that jumps back: what happens is recorded as it was told, marked, and no term becomes negative."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse

from netra.cases import operations as casework
from netra.cases.models import Case, Deadline
from netra.cases.tests.builders import at, carry_to_recommendation
from netra.insight.follow_up import follow_up_table
from netra.insight.sources import Sources
from netra.intake.completeness import coach, given_by
from netra.intake.models import Report
from netra.intake.operations import report_submit
from netra.intake.queries import status_page
from netra.intake.tests.builders import FRIDAY, SECRET, a_report, a_submission
from netra.letters.queries import letters_of
from netra.sanctions import operations as act
from netra.sanctions.queries import owed_by
from netra.sanctions.tests.builders import RULING
from netra.trust import trail
from netra.trust.models import Event
from netra.trust.tests.locks import unlocked
from netra.web import words
from netra.web.tests.sanctions_scene import signed_in
from tests.bad_input import stories
from tests.bad_input.books import refused

pytestmark = pytest.mark.django_db


def test_an_act_before_the_last_one_is_recorded_with_its_own_hour_and_a_mark():
    stage = stories.registered()
    casework.case_start_preliminary(case_ref=stage.case.ref, by=stage.cast.wayan, at=at("2024-10-16"))

    last = Event.objects.filter(chain=stage.case.chain).latest("seq")
    assert (last.at, last.clock_regressed) == (at("2024-10-16"), True)
    assert trail.verify_chain(stage.case.chain).ok


def test_the_page_of_the_case_says_that_the_clock_went_back():
    stage = stories.registered()
    casework.case_start_preliminary(case_ref=stage.case.ref, by=stage.cast.wayan, at=at("2024-10-16"))

    page = signed_in(stage.cast.wayan).get(reverse("case", kwargs={"ref": stage.case.ref}))

    assert page.status_code == 200
    assert "Jam server mundur" in page.content.decode()


def test_a_sending_repeated_after_the_jump_shows_the_first_receipt():
    first = report_submit(submission=a_submission(), secret=SECRET, at=FRIDAY)
    second = report_submit(submission=a_submission(), secret=SECRET, at=FRIDAY - timedelta(days=400))

    assert second == first


def test_no_days_left_are_negative_wherever_they_are_counted():
    report = a_report()
    for day in (FRIDAY - timedelta(days=3650), FRIDAY, FRIDAY + timedelta(days=3650)):
        assert status_page(report, at=day) is not None
        shown = coach(given_by(a_submission(), files=0), on=day.date())
        assert all(term.days_left >= 0 for term in shown.terms)


def test_a_term_that_was_started_before_the_jump_is_not_overdue_and_nobody_owes_negative_days():
    stage = stories.Stage(stories.Cast(), Case())
    case = stories.make_case(stage.cast)
    carry_to_recommendation(stage.cast, case)
    term = Deadline.objects.get(case=case, rule="follow_up")

    early = term.start_date - timedelta(days=100)
    page = owed_by(stage.cast.ani, "JAMBI-KOTA", on=early)

    assert not term.is_overdue(early)
    assert [owed.overdue for owed in page.terms] == [False]
    assert words.distance(term.due_date, early).endswith("hari lagi")


def test_a_pause_that_ends_before_it_began_takes_no_day_from_the_term():
    stage = stories.registered()
    term = stage.case.deadlines.filter(met_date=None).order_by("pk").first()
    assert term is not None
    with unlocked():
        stage.case.deadlines.update(source_kind="LETTER")
    known: dict[str, Any] = {
        "case_ref": stage.case.ref,
        "deadline_id": term.pk,
        "document": "Surat 1, 18 Oktober 2024",
        "by": stage.cast.wayan,
    }
    casework.deadline_pause(**known, reason="Menunggu ahli.", at=at("2024-10-20"))
    resumed = casework.deadline_resume(**known, reason="Ahli datang.", at=at("2024-10-18"))

    assert resumed.due_date == term.due_date


def test_a_decision_after_the_jump_is_refused_with_both_days_rather_than_dated_before_its_report():
    stage = stories.examined()
    ruling = stories.replace(RULING, decided_date=date(2024, 11, 1))

    with refused("mendahului laporan hasil pemeriksaan"):
        act.decision_make(ref=stage.ref, ruling=ruling, by=stage.cast.rahmat, at=at("2024-11-01"))


def test_letters_after_the_jump_keep_the_order_of_their_numbers():
    stage = stories.opened()
    act.team_form(ref=stage.ref, members=stories.after.TEAM, by=stage.cast.rahmat, at=at("2024-10-31"))
    act.summons_issue(
        ref=stage.ref, meeting_at=at("2024-11-01"), place="Ruang", by=stage.cast.dewi, at=at("2024-10-30")
    )

    own = {letter.kind: letter for letter in letters_of(stage.case.chain) if letter.agency_code == "JAMBI-KOTA"}
    assert (own["TEAM_DECREE"].sequence, own["TEAM_DECREE"].letter_date) == (1, date(2024, 10, 31))
    assert (own["SUMMONS_1"].sequence, own["SUMMONS_1"].letter_date) == (2, date(2024, 10, 30))


def test_no_authority_is_shown_to_have_followed_up_before_it_was_asked():
    stage = stories.decided()
    # Written by a house whose clock had run ahead when it recommended.
    with unlocked():
        stage.case.recommendations.update(recommended_at=at("2024-12-25"))

    (row,) = follow_up_table(Sources(Report.objects.all(), Case.objects.all()), on=date(2024, 12, 31)).rows
    assert row.cells[-1] == 0
