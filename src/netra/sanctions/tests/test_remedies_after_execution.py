"""An objection or appeal that was filed in time and came to light after the penalty had been carried out.

PP 94/2021 Ps 38(2): what was objected to holds as the answer says, so the execution stands or falls with it.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netra.cases.operations import ActRefused, WrongState
from netra.cases.tests.builders import Cast, at
from netra.letters.queries import letter
from netra.sanctions import operations as act
from netra.sanctions.offers import offers
from netra.sanctions.queries.closing import waiting_to_be_closed
from netra.sanctions.routes import cleared
from netra.sanctions.tests.builders import deliver, examine, open_story, punished
from netra.sanctions.tests.test_remedies import GROUNDS, MEMBER_2024, last_rule, terminate
from netra.trust import trail
from netra.trust.tests.told_once import told_once

pytestmark = pytest.mark.django_db

PAPER = "SK 4/BKPSDM/2025, 8 Januari 2025"


def printed(letter_ref: str) -> dict[str, Any]:
    """What the letter says, by the places of its form."""
    return dict(letter(letter_ref).data or {})


@pytest.fixture
def cast():
    return Cast()


@pytest.fixture
def demoted(cast):
    """Received on 13 November 2024, so objection lies until 4 December; carried out on the 9th."""
    return executed(cast, punished(cast))


@pytest.fixture
@told_once
def dismissed(cast):
    """The end of a status for party membership, received on the same day; appeal lies until 4 December as well."""
    proceeding = open_story(cast, MEMBER_2024, "STATUS_TERMINATION")
    examine(cast, proceeding, letter="2024-11-01", held="2024-11-06", reported="2024-11-07", level="TERMINATION")
    terminate(cast, proceeding, "status_termination_2023", "2024-11-11")
    deliver(cast, proceeding, "2024-11-13")
    act.decision_enforce(ref=proceeding.ref, by=cast.dewi, at=at("2024-12-05"))
    act.decision_finalise(ref=proceeding.ref, by=cast.dewi, at=at("2024-12-06"))
    return executed(cast, proceeding)


@told_once
def executed(cast, proceeding):
    act.decision_execute(ref=proceeding.ref, document="SK 1, 9 Desember 2024", by=cast.dewi, at=at("2024-12-09"))
    return again(proceeding)


def again(proceeding):
    return type(proceeding).objects.get(pk=proceeding.pk)


@told_once
def object_(cast, proceeding, filed="2024-12-04"):
    filed_date = date.fromisoformat(filed)
    return act.objection_file(
        ref=proceeding.ref, filed_date=filed_date, grounds=GROUNDS, by=cast.dewi, at=at("2024-12-10")
    )


@told_once
def answered(cast, proceeding, outcome, sanction_after=""):
    object_(cast, proceeding)
    answer = act.Answer(outcome, date(2024, 12, 20), "Telah ditimbang.", sanction_after)
    return act.objection_decide(ref=proceeding.ref, answer=answer, by=cast.rahmat, at=at("2024-12-20"))


def restore(cast, proceeding, day="2025-01-08", entered="2025-01-09"):
    return act.restoration_record(
        ref=proceeding.ref, restored_date=date.fromisoformat(day), document=PAPER, by=cast.dewi, at=at(entered)
    )


class WhenTheObjectionCameAfterThePenaltyWasCarriedOut:
    def it_is_taken_and_waits_for_its_answer(self, cast, demoted):
        assert "sanctions.objection_file" in offered(cast.dewi, demoted, "2024-12-10")
        remedy = object_(cast, demoted)
        found = again(demoted)
        assert (found.state, found.outcome, remedy.after_execution) == ("OBJECTED", "", True)
        assert last_rule(found) == "PP 79/2021 Pasal 3–4"
        assert found.decision.delivery.in_force_confirmed_date is None
        # 21 working days from the filing, PP 79/2021 Ps 5(1), as in test_remedies.
        assert found.case.deadlines.get(rule="objection_decision").due_date == date(2025, 1, 7)

    def it_says_on_its_receipt_and_in_the_trail_that_it_was_carried_out_already(self, cast, demoted):
        remedy = object_(cast, demoted)
        told = trail.history(demoted.case.chain)[-1].payload
        assert (told["undid"], told["executed"]) == (True, True)
        said = printed(remedy.letter_ref)["meanwhile"]
        assert "sudah dilaksanakan" in said and "PP 94/2021 Pasal 38 ayat (2)" in said

    def it_is_refused_where_it_was_filed_a_day_late_and_answered_by_a_paper(self, cast, demoted):
        with pytest.raises(ActRefused, match="melewati batas 4 Desember 2024"):
            object_(cast, demoted, "2024-12-05")
        act.objection_reject(ref=demoted.ref, filed_date=date(2024, 12, 5), by=cast.rahmat, at=at("2024-12-10"))
        assert again(demoted).state == "EXECUTED"
        assert trail.verify_database().ok

    @pytest.mark.parametrize(
        ("outcome", "after"), [("UPHELD", ""), ("LIGHTENED", "rank_demotion_1y"), ("CHANGED", "release_to_staff_12m")]
    )
    def it_holds_from_the_answer_and_is_carried_out_anew(self, cast, demoted, outcome, after):
        remedy = answered(cast, demoted, outcome, after)
        found = again(demoted)
        assert (found.state, found.decision.delivery.in_force_date) == ("IN_FORCE", date(2024, 12, 20))
        assert "dicatat kembali" in printed(remedy.decision_letter_ref)["effect"]
        act.decision_finalise(ref=found.ref, by=cast.dewi, at=at("2024-12-23"))
        act.decision_execute(ref=found.ref, document="SK 9, 24 Desember 2024", by=cast.dewi, at=at("2024-12-24"))
        assert again(demoted).state == "EXECUTED"
        assert trail.verify_database().ok

    @pytest.mark.parametrize("outcome", ["REVOKED", "ANNULLED"])
    def it_must_be_given_back_where_it_is_gone_before_anybody_closes_it(self, cast, demoted, outcome):
        remedy = answered(cast, demoted, outcome)
        found = again(demoted)
        assert (found.state, found.decision.delivery.in_force_date) == ("RESTORING", None)
        assert "dipulihkan" in printed(remedy.decision_letter_ref)["effect"]
        with pytest.raises(WrongState, match="Pemulihan dicatat"):
            act.proceeding_close(ref=found.ref, by=cast.dewi, at=at("2024-12-23"))
        assert not waiting_to_be_closed(cast.dewi, on=date(2024, 12, 23), limit=9)
        assert offered(cast.dewi, found, "2024-12-23") == {"sanctions.restoration_record"}

    def it_is_given_back_by_a_paper_and_then_the_name_is_clean(self, cast, demoted):
        answered(cast, demoted, "ANNULLED")
        remedy = restore(cast, demoted)
        found = again(demoted)
        assert (found.state, remedy.restored_date, remedy.restoration_document) == ("ANNULLED", date(2025, 1, 8), PAPER)
        assert last_rule(found).startswith("PP 79/2021 Pasal 6 ayat (2), Pasal 9 ayat (2), dan Pasal 16 ayat (3)")
        assert trail.verify_database().ok
        act.proceeding_close(ref=found.ref, by=cast.dewi, at=at("2025-01-10"))
        assert again(demoted).state == "CLOSED" and cleared(again(demoted))

    def it_is_not_given_back_before_the_ruling_or_in_the_future(self, cast, demoted):
        answered(cast, demoted, "ANNULLED")
        with pytest.raises(ActRefused, match="Tanggal pemulihan"):
            restore(cast, demoted, day="2024-12-19")
        with pytest.raises(ActRefused, match="masa depan"):
            restore(cast, demoted, day="2025-01-10")

    def it_is_the_only_one_as_before(self, cast, demoted):
        answered(cast, demoted, "UPHELD")
        act.decision_finalise(ref=demoted.ref, by=cast.dewi, at=at("2024-12-23"))
        executed_again = act.decision_execute(
            ref=demoted.ref, document="SK 9, 24 Desember 2024", by=cast.dewi, at=at("2024-12-24")
        )
        assert "sanctions.objection_file" not in offered(cast.dewi, again(executed_again), "2024-12-27")
        with pytest.raises(ActRefused, match="sudah diajukan"):
            object_(cast, demoted)


class WhenTheCopyOfTheAppealCameAfterTheDismissalWasCarriedOut:
    def appeal(self, cast, proceeding):
        return act.appeal_file(
            ref=proceeding.ref, filed_date=date(2024, 12, 4), grounds=GROUNDS, by=cast.dewi, at=at("2024-12-10")
        )

    def it_waits_for_bpasn(self, cast, dismissed):
        assert self.appeal(cast, dismissed).after_execution
        assert again(dismissed).state == "APPEALED"

    def it_is_given_back_where_annulled_because_all_must_carry_the_ruling_out(self, cast, dismissed):
        """PP 79/2021 Ps 16(3): everybody concerned must carry out what BPASN decided."""
        self.appeal(cast, dismissed)
        answer = act.Answer("ANNULLED", date(2025, 1, 6), "Bukan anggota.")
        act.appeal_decide(ref=dismissed.ref, answer=answer, by=cast.ani, at=at("2025-01-07"))
        assert again(dismissed).state == "RESTORING"
        restore(cast, dismissed)
        assert again(dismissed).state == "ANNULLED"
        assert last_rule(again(dismissed)).startswith("PP 79/2021 Pasal 16 ayat (3)")
        assert trail.verify_database().ok

    def it_keeps_where_upheld_the_day_the_law_names(self, cast, dismissed):
        self.appeal(cast, dismissed)
        answer = act.Answer("UPHELD", date(2025, 1, 6), "Terbukti anggota.")
        act.appeal_decide(ref=dismissed.ref, answer=answer, by=cast.ani, at=at("2025-01-07"))
        found = again(dismissed)
        assert (found.state, found.decision.delivery.in_force_date) == ("IN_FORCE", found.decision.effective_date)


def test_what_was_never_carried_out_has_nothing_to_restore(cast):
    """As before: annulled at once, and ready to be closed."""
    proceeding = punished(cast, until="DELIVERED")
    object_(cast, proceeding)
    answer = act.Answer("ANNULLED", date(2024, 12, 20), "Bukan akunnya.")
    act.objection_decide(ref=proceeding.ref, answer=answer, by=cast.rahmat, at=at("2024-12-20"))
    assert again(proceeding).state == "ANNULLED"
    assert trail.history(proceeding.case.chain)[-1].payload["executed"] is False


@pytest.mark.parametrize("outcome", ["UPHELD", "ANNULLED"])
def test_an_objection_that_nobody_filed_is_not_decided(cast, outcome):
    proceeding = punished(cast, until="DELIVERED")
    answer = act.Answer(outcome, date(2024, 12, 20), "Bukan akunnya.")
    with pytest.raises(WrongState, match="Keputusan diserahkan"):
        act.objection_decide(ref=proceeding.ref, answer=answer, by=cast.rahmat, at=at("2024-12-20"))


def offered(user, proceeding, on):
    return {offer.act for offer in offers(user, proceeding, on=date.fromisoformat(on))}
