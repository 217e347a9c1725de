"""Somebody with the database in hand rewrites what was decided: the rows do not let him, and a lost lock is missed."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from netra.cases import operations as cases
from netra.cases.models import Case, Deadline, DeadlineChange
from netra.cases.tests.builders import Cast, at
from netra.sanctions import operations as act
from netra.sanctions.models import Decision, Proceeding
from netra.sanctions.operations import Ruling
from netra.sanctions.tests.builders import carry_to_decision, carry_to_delivery, make_proceeding
from netra.trust import trail
from netra.trust.tests.locks import lock_all

pytestmark = pytest.mark.django_db

REPRIMAND = Ruling(
    sanction_code="written_reprimand",
    considerations="terbukti, tetapi diringankan",
    decided_date=date(2024, 11, 11),
    signer_title="Wali Kota Jambi",
    deviation_reason="Yang bersangkutan baru pertama kali.",
)


def run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def refused(statement: str) -> None:
    with pytest.raises(IntegrityError, match="tidak dapat diubah atau dihapus"), transaction.atomic():
        run(statement)


@pytest.fixture
def reprimanded() -> Proceeding:
    """Budi, who should have been punished severely, was reprimanded in writing; the reason is written."""
    cast = Cast()
    proceeding = make_proceeding(cast)
    carry_to_decision(cast, proceeding, REPRIMAND)
    made = Decision.objects.get()
    assert (made.level, made.below_floor, made.proceeding.case.deviates) == ("LIGHT", True, True)
    return proceeding


@pytest.mark.usefixtures("reprimanded")
class WhenTheDecisionWasMade:
    @pytest.mark.parametrize(
        "change",
        [
            "level = 'SEVERE'",
            "below_floor = false",
            "deviation_reason = ''",
            "level = 'SEVERE', below_floor = false, below_recommendation = false, deviation_reason = ''",
            "level_floor = 'LIGHT'",
            "recommended_level = ''",
            "decided_date = '2024-11-10'",
            "letter_ref = 'SRT-2026-LAIN'",
            "considerations = 'lain'",
        ],
    )
    def it_cannot_be_made_another(self, change: str):
        refused(f"UPDATE sanctions_decision SET {change}")  # noqa: S608 -- told above

    def it_cannot_be_taken_away(self):
        refused("DELETE FROM sanctions_decision")

    def it_has_a_mark_on_the_case_that_cannot_be_wiped_off(self):
        refused("UPDATE cases_case SET deviates = false")

    @pytest.mark.skipif("connection.vendor != 'sqlite'")
    def it_cannot_be_replaced_by_another_of_the_same_proceeding(self):
        columns = [str(field.column) for field in Decision._meta.concrete_fields]
        other = [{"id": "99", "level": "'SEVERE'", "below_floor": "0"}.get(name, name) for name in columns]
        refused(
            f"INSERT OR REPLACE INTO sanctions_decision ({', '.join(columns)}) "  # noqa: S608 -- columns
            f"SELECT {', '.join(other)} FROM sanctions_decision"
        )

    @pytest.mark.parametrize(
        "table",
        [
            "cases_recommendation",
            "cases_plenary",
            "cases_referral",
            "sanctions_examination",
            "sanctions_examinationreport",
            "sanctions_summons",
            "sanctions_teammember",
            "cases_deadline",
            "cases_party",
            "cases_act",
            "cases_allegation",
            "letters_letter",
        ],
    )
    def it_stands_on_steps_that_cannot_be_taken_away(self, table: str):
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM {table}")  # noqa: S608 -- told above
            assert cursor.fetchone()[0] > 0
        refused(f"DELETE FROM {table}")  # noqa: S608 -- told above

    @pytest.mark.parametrize(
        "statement",
        [
            "UPDATE cases_recommendation SET level = 'LIGHT'",
            "UPDATE cases_recommendation SET reason = 'lain'",
            "UPDATE cases_plenary SET outcome = 'NOT_PROVEN'",
            "UPDATE cases_act SET act_date = '2024-01-01'",
            "UPDATE cases_act SET narrative = ''",
            "UPDATE sanctions_examination SET signed_by_examinee = false",
            "UPDATE sanctions_examinationreport SET proven = false",
            "UPDATE sanctions_summons SET attended = false",
            "UPDATE sanctions_proceeding SET decision_date = NULL",
            "UPDATE sanctions_proceeding SET regime = 'DISC-53'",
            "UPDATE sanctions_proceeding SET level_ceiling = 'LIGHT'",
            "UPDATE sanctions_proceeding SET examination_date = '2024-11-01'",
            "UPDATE cases_party SET agency_code = 'BKN'",
            "UPDATE cases_deadline SET met_date = NULL",
        ],
    )
    def it_stands_on_steps_that_cannot_be_told_differently(self, statement: str):
        refused(statement)


class WhenATermWasPutOff:
    @pytest.fixture(autouse=True)
    def _answer_put_off(self):
        """The term that the letter of BKN set for the mayor's answer: no article stands behind it, so it may move."""
        cast = Cast()
        proceeding = make_proceeding(cast)
        term = Deadline.objects.get(rule="follow_up", met_date__isnull=True)
        self.due = term.due_date
        cases.deadline_extend(
            case_ref=proceeding.case.ref,
            deadline_id=term.pk,
            due=date(2024, 12, 20),
            reason="Terlapor dirawat.",
            document="800/12/BKPSDM/2024, 18 Oktober 2024",
            by=cast.ani,
            at=at("2024-11-12"),
        )

    def it_cannot_be_said_that_it_never_was(self):
        refused("DELETE FROM cases_deadlinechange")
        refused("UPDATE cases_deadlinechange SET new_due_date = old_due_date")
        assert DeadlineChange.objects.get().new_due_date == date(2024, 12, 20)

    def it_cannot_be_put_off_again_without_a_word(self):
        refused("UPDATE cases_deadline SET due_date = '2025-06-30' WHERE rule = 'follow_up'")


class WhenAllElseGoesOn:
    def it_lets_a_remedy_set_from_when_the_decision_holds(self):
        cast = Cast()
        proceeding = make_proceeding(cast)
        carry_to_delivery(cast, proceeding)
        act.objection_file(
            ref=proceeding.ref, filed_date=date(2024, 11, 18), grounds="Keliru.", by=cast.dewi, at=at("2024-11-18")
        )
        answer = act.Answer("REVOKED", date(2024, 12, 2), "Tidak terbukti.")
        act.objection_decide(ref=proceeding.ref, answer=answer, by=cast.rahmat, at=at("2024-12-02"))
        assert Decision.objects.get().delivery.in_force_date is None


@pytest.mark.usefixtures("reprimanded")
class WhenALockIsTakenAway:
    @pytest.mark.parametrize(
        "table", ["sanctions_decision", "cases_deadlinechange", "cases_case", "letters_letter", "trust_evidenceitem"]
    )
    def it_is_missed(self, table: str):
        drop = {
            "sqlite": f"DROP TRIGGER {table}_kept_update",
            "postgresql": f"DROP TRIGGER {table}_kept ON {table}",
        }
        run(drop[connection.vendor])
        found = [problem for problem in trail.verify_database().problems if problem.code == "UNLOCKED"]
        lock_all()
        assert len(found) == 1 and table in found[0].message

    def it_is_missed_too_when_another_of_its_name_lets_everything_pass(self):
        instead = {
            "sqlite": [
                "DROP TRIGGER sanctions_decision_kept_update",
                "CREATE TRIGGER sanctions_decision_kept_update BEFORE UPDATE ON sanctions_decision WHEN 0 "
                "BEGIN SELECT RAISE(ABORT, 'x'); END",
            ],
            "postgresql": [
                "CREATE OR REPLACE FUNCTION sanctions_decision_kept() RETURNS trigger LANGUAGE plpgsql AS "
                "$$ BEGIN RETURN COALESCE(NEW, OLD); END $$"
            ],
        }
        for statement in instead[connection.vendor]:
            run(statement)
        found = [problem for problem in trail.verify_database().problems if problem.code == "UNLOCKED"]
        lock_all()
        assert len(found) == 1 and "sanctions_decision" in found[0].message

    def it_is_whole_when_all_locks_stand(self):
        assert trail.verify_database().ok
        assert Case.objects.get().deviates
