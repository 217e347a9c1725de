"""A remedy that was filed in time and reaches the officer after the decision was written down as in force or final."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils.timezone import localdate

from netra.cases.operations import ActRefused
from netra.cases.tests.builders import Cast, at
from netra.sanctions import operations as act
from netra.sanctions.offers import offers
from netra.sanctions.queries.decision import remedy_recorded_late
from netra.sanctions.tests.builders import carry_to_delivery, deliver, examine, make_proceeding, open_story
from netra.sanctions.tests.test_remedies import GROUNDS, MEMBER_2024, last_rule, terminate
from netra.trust import trail

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    return Cast()


@pytest.fixture(params=["IN_FORCE", "FINAL"])
def demoted(request, cast):
    """Received on 13 November 2024, so objection lies until 4 December; nobody had heard of one on the 5th."""
    proceeding = make_proceeding(cast)
    carry_to_delivery(cast, proceeding)
    advance(cast, proceeding, request.param)
    return proceeding


@pytest.fixture(params=["IN_FORCE", "FINAL"])
def dismissed(request, cast):
    """The end of a status for party membership, received on the same day; appeal lies until 4 December as well."""
    proceeding = open_story(cast, MEMBER_2024, "STATUS_TERMINATION")
    examine(cast, proceeding, letter="2024-11-01", held="2024-11-06", reported="2024-11-07", level="TERMINATION")
    terminate(cast, proceeding, "status_termination_2023", "2024-11-11")
    deliver(cast, proceeding, "2024-11-13")
    advance(cast, proceeding, request.param)
    return proceeding


def advance(cast, proceeding, state):
    act.decision_enforce(ref=proceeding.ref, by=cast.dewi, at=at("2024-12-05"))
    if state == "FINAL":
        act.decision_finalise(ref=proceeding.ref, by=cast.dewi, at=at("2024-12-05", 10))
    proceeding.refresh_from_db()
    assert proceeding.state == state


def file(operation, cast, proceeding, filed, entered="2024-12-06"):
    return operation(
        ref=proceeding.ref, filed_date=date.fromisoformat(filed), grounds=GROUNDS, by=cast.dewi, at=at(entered)
    )


class WhenTheObjectionCameByPost:
    def it_waits_for_its_answer_as_if_nothing_had_been_written_down(self, cast, demoted):
        """PP 94/2021 Ps 38(2): what was objected to holds from the answer, whatever was recorded meanwhile."""
        remedy = file(act.objection_file, cast, demoted, "2024-12-04")
        demoted.refresh_from_db()
        assert (demoted.state, remedy.filed_date) == ("OBJECTED", date(2024, 12, 4))
        assert last_rule(demoted) == "PP 79/2021 Pasal 3–4"
        demoted.decision.delivery.refresh_from_db()
        assert demoted.decision.delivery.in_force_confirmed_date is None
        # 21 working days from the filing, PP 79/2021 Ps 5(1), as in test_remedies.
        term = demoted.case.deadlines.get(rule="objection_decision")
        assert (term.due_date, term.met_date) == (date(2025, 1, 7), None)

    def it_is_marked_in_the_trail_and_on_the_page(self, cast, demoted):
        file(act.objection_file, cast, demoted, "2024-12-04")
        assert trail.history(demoted.case.chain)[-1].payload["undid"] is True
        assert remedy_recorded_late(demoted.decision) == date(2024, 12, 6)

    def it_stands_in_the_trail_with_its_own_day_and_the_day_of_the_record(self, cast, demoted):
        """The trail alone tells that it was filed on the 4th and written down on the 6th of December."""
        file(act.objection_file, cast, demoted, "2024-12-04")
        last = trail.history(demoted.case.chain)[-1]
        assert (last.payload["date"], localdate(last.at)) == ("2024-12-04", date(2024, 12, 6))

    def it_is_decided_and_the_decision_becomes_final_then(self, cast, demoted):
        file(act.objection_file, cast, demoted, "2024-12-04")
        answer = act.Answer("UPHELD", date(2024, 12, 20), "Hukuman sudah tepat.")
        act.objection_decide(ref=demoted.ref, answer=answer, by=cast.rahmat, at=at("2024-12-20"))
        demoted.decision.delivery.refresh_from_db()
        assert demoted.decision.delivery.in_force_date == date(2024, 12, 20)
        act.decision_finalise(ref=demoted.ref, by=cast.dewi, at=at("2024-12-21"))
        with pytest.raises(ActRefused, match="sudah diajukan pada 4 Desember 2024"):
            file(act.objection_file, cast, demoted, "2024-12-04", "2024-12-22")
        offered = {offer.act for offer in offers(cast.dewi, refreshed(demoted), on=date(2024, 12, 22))}
        assert "sanctions.objection_file" not in offered

    def it_is_refused_where_it_was_filed_a_day_late(self, cast, demoted):
        with pytest.raises(ActRefused, match=r"melewati batas 4 Desember 2024 \(PP 79/2021 Pasal 4 ayat \(2\)"):
            file(act.objection_file, cast, demoted, "2024-12-05")

    def it_is_offered(self, cast, demoted):
        offered = {offer.act for offer in offers(cast.dewi, demoted, on=date(2024, 12, 6))}
        assert "sanctions.objection_file" in offered and "sanctions.appeal_file" not in offered

    def it_leaves_rows_that_tell_the_story_of_the_trail(self, cast, demoted):
        file(act.objection_file, cast, demoted, "2024-12-04")
        check = trail.verify_database()
        assert check.ok, [problem.message for problem in check.problems]


class WhenTheCopyOfTheAppealCameByPost:
    def it_waits_for_bpasn(self, cast, dismissed):
        """PP 79/2021 Ps 11: the appeal goes to BPASN; the authority gets a copy, days later by post."""
        file(act.appeal_file, cast, dismissed, "2024-12-04")
        dismissed.refresh_from_db()
        assert dismissed.state == "APPEALED"
        assert {"appeal_reply", "appeal_decision"} <= set(
            dismissed.case.deadlines.filter(met_date=None).values_list("rule", flat=True)
        )
        assert trail.history(dismissed.case.chain)[-1].payload["undid"] is True
        assert trail.verify_database().ok

    def it_is_refused_where_it_was_filed_a_day_late(self, cast, dismissed):
        with pytest.raises(ActRefused, match=r"PP 79/2021 Pasal 11 ayat \(3\)"):
            file(act.appeal_file, cast, dismissed, "2024-12-05")


def test_what_is_entered_in_time_bears_no_mark(cast):
    proceeding = make_proceeding(cast)
    carry_to_delivery(cast, proceeding)
    file(act.objection_file, cast, proceeding, "2024-12-02", "2024-12-04")
    assert trail.history(proceeding.case.chain)[-1].payload["undid"] is False
    assert remedy_recorded_late(proceeding.decision) is None


def test_what_was_filed_in_time_and_entered_two_days_after_the_term_is_marked(cast):
    """Nothing had been written down as in force yet; the page still shows both days."""
    proceeding = make_proceeding(cast)
    carry_to_delivery(cast, proceeding)
    file(act.objection_file, cast, proceeding, "2024-12-04", "2024-12-06")
    assert trail.history(proceeding.case.chain)[-1].payload["undid"] is False
    assert remedy_recorded_late(proceeding.decision) == date(2024, 12, 6)


def refreshed(proceeding):
    return type(proceeding).objects.get(pk=proceeding.pk)
