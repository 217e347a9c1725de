"""What was carried out of a decision, and what an answer or a ruling since then leaves of it."""

from __future__ import annotations

from datetime import date

import pytest

from netra.cases.tests.builders import Cast, at
from netra.sanctions import operations as act
from netra.sanctions.models import Decision, Proceeding
from netra.sanctions.queries import executions_of
from netra.sanctions.tests.builders import punished
from netra.sanctions.tests.test_remedies import GROUNDS
from netra.trust.tests.told_once import told_once

pytestmark = pytest.mark.django_db
DEMOTION = "Penurunan jabatan setingkat lebih rendah selama 12 bulan"
FIRST, SECOND = "821/12, 3 Februari 2025", "821/40, 20 Mei 2025"


@pytest.fixture
def cast() -> Cast:
    return Cast()


@pytest.fixture
@told_once
def sued(cast) -> Proceeding:
    """Demoted, upheld by the mayor on 16 December 2024, brought before the court on 20 January 2025."""
    proceeding = punished(cast)
    answered(cast, proceeding, "UPHELD")
    filed, entry = date(2025, 1, 20), "12/G/2025/PTUN.JBI, 20 Januari 2025"
    act.suit_file(ref=proceeding.ref, filed_date=filed, seat="Jambi", document=entry, by=cast.dewi, at=at("2025-01-21"))
    return proceeding


def answered(cast, proceeding, outcome, sanction_after="") -> None:
    objected(cast, proceeding)
    answer = act.Answer(outcome, date(2024, 12, 16), "Telah ditimbang.", sanction_after)
    act.objection_decide(ref=proceeding.ref, answer=answer, by=cast.rahmat, at=at("2024-12-16"))


@told_once
def objected(cast, proceeding) -> None:
    filed = date(2024, 12, 2)
    act.objection_file(ref=proceeding.ref, filed_date=filed, grounds=GROUNDS, by=cast.dewi, at=at("2024-12-10"))


@told_once
def execute(cast, proceeding, document, day) -> None:
    act.decision_execute(ref=proceeding.ref, document=document, by=cast.dewi, at=at(day))


@told_once
def rule(cast, proceeding, outcome, sanction_after="") -> None:
    paper = "12/G/2025/PTUN.JBI, 12 Mei 2025"
    ruling = act.CourtRuling(outcome, date(2025, 5, 12), paper, "Ditimbang (contoh).", sanction_after)
    act.suit_decide(ref=proceeding.ref, ruling=ruling, by=cast.dewi, at=at("2025-05-14"))


def told(proceeding) -> list[tuple[str, str, bool, str]]:
    made = Decision.objects.get(proceeding=proceeding)
    return [(each.document, each.penalty, each.while_sued, each.left.value) for each in executions_of(made)]


def test_nothing_is_told_before_anything_was_carried_out(cast, sued):
    assert told(sued) == []


def test_what_was_carried_out_stands_while_the_court_is_asked_and_where_it_upholds(cast, sued):
    execute(cast, sued, FIRST, "2025-02-03")
    assert told(sued) == [(FIRST, DEMOTION, True, "STANDS")]
    rule(cast, sued, "UPHELD")
    assert told(sued) == [(FIRST, DEMOTION, True, "STANDS")]


def test_another_penalty_holds_where_the_court_changes_it_and_that_one_is_carried_out_too(cast, sued):
    execute(cast, sued, FIRST, "2025-02-03")
    rule(cast, sued, "CHANGED", "promotion_delay_1y")
    assert told(sued) == [(FIRST, DEMOTION, True, "OTHER")]
    act.decision_finalise(ref=sued.ref, by=cast.dewi, at=at("2025-05-15"))
    execute(cast, sued, SECOND, "2025-05-20")
    assert told(sued)[1] == (SECOND, "Penundaan kenaikan pangkat selama 1 tahun", False, "STANDS")


def test_it_is_given_back_where_the_court_annuls_what_was_carried_out_meanwhile(cast, sued):
    execute(cast, sued, FIRST, "2025-02-03")
    rule(cast, sued, "ANNULLED")
    assert told(sued) == [(FIRST, DEMOTION, True, "GONE")]


@pytest.mark.parametrize(
    ("outcome", "after", "left"),
    [("UPHELD", "", "ANEW"), ("LIGHTENED", "rank_demotion_1y", "OTHER"), ("ANNULLED", "", "GONE")],
)
def test_what_was_carried_out_before_an_objection_came_to_light_waits_and_then_follows_its_answer(
    cast, outcome, after, left
):
    """PP 94/2021 Ps 38(2): what was objected to holds as the answer says."""
    proceeding = punished(cast)
    execute(cast, proceeding, "SK 1, 9 Desember 2024", "2024-12-09")
    objected(cast, proceeding)
    assert [each[3] for each in told(proceeding)] == ["WAITS"]
    answer = act.Answer(outcome, date(2024, 12, 16), "Telah ditimbang.", after)
    act.objection_decide(ref=proceeding.ref, answer=answer, by=cast.rahmat, at=at("2024-12-16"))
    assert [each[3] for each in told(proceeding)] == [left]


def test_the_answer_tells_which_penalty_was_carried_out_though_a_court_changed_it_since(cast):
    """The mayor made a delay of the demotion, that was carried out, and the court made the demotion of it again."""
    proceeding = punished(cast)
    answered(cast, proceeding, "LIGHTENED", "increment_delay_1y")
    act.decision_finalise(ref=proceeding.ref, by=cast.dewi, at=at("2024-12-18"))
    execute(cast, proceeding, "SK 2, 20 Desember 2024", "2024-12-20")
    entry = "12/G/2025/PTUN.JBI, 20 Januari 2025"
    act.suit_file(
        ref=proceeding.ref,
        filed_date=date(2025, 1, 20),
        seat="Jambi",
        document=entry,
        by=cast.dewi,
        at=at("2025-01-21"),
    )
    rule(cast, proceeding, "CHANGED", "demotion_12m")
    delay = "Penundaan kenaikan gaji berkala selama 1 tahun"
    assert told(proceeding) == [("SK 2, 20 Desember 2024", delay, False, "OTHER")]
