"""PP 53/2010 Ps 33 e and 34(1): no term of objection runs against a reprimand or a demotion by an official."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netra.cases.operations import ActRefused
from netra.cases.tests.builders import Cast, at
from netra.letters.models import Letter
from netra.sanctions import operations as act
from netra.sanctions.models import Decision, Proceeding
from netra.sanctions.tests.builders import PARTISAN_2019, RULING, deliver, examine, open_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return Cast()


def decided_by_the_head_of_the_office(cast: Cast, penalty: str) -> tuple[Proceeding, Decision]:
    """A breach in the general election, examined and decided in March 2019; received on Monday 25 March."""
    proceeding = open_story(cast, PARTISAN_2019)
    examine(cast, proceeding, letter="2019-03-04", held="2019-03-14", reported="2019-03-18", level="MODERATE")
    ruling = replace(
        RULING,
        sanction_code=penalty,
        imposed_by="OFFICIAL",
        signer_title="Kepala Dinas Tata Ruang",
        decided_date=date(2019, 3, 20),
        deviation_reason="Baru sekali.",
    )
    made = act.decision_make(ref=proceeding.ref, ruling=ruling, by=cast.rahmat, at=at("2019-03-20", 16))
    deliver(cast, proceeding, "2019-03-25")
    return proceeding, made


def told(made: Decision) -> str:
    """How the decree says that it may be fought."""
    data = Letter.objects.get(ref=made.letter_ref).data
    assert data is not None
    return str(data["remedy"])


@pytest.mark.parametrize(
    ("penalty", "article"),
    [("written_reprimand", "Pasal 33 huruf e"), ("rank_demotion_1y", "Pasal 34 ayat (1)")],
)
def test_the_decree_offers_none_no_term_runs_and_one_that_comes_is_refused(
    cast: Cast, penalty: str, article: str
) -> None:
    proceeding, made = decided_by_the_head_of_the_office(cast, penalty)
    said = told(made)
    assert article in said and "dapat diajukan keberatan kepada" not in said
    assert not proceeding.case.deadlines.filter(rule="objection_filing").exists()
    with pytest.raises(ActRefused, match="tidak menyediakan upaya administratif"):
        act.objection_file(
            ref=proceeding.ref, filed_date=date(2019, 3, 26), grounds="Bukan saya.", by=cast.dewi, at=at("2019-03-26")
        )


def test_a_reprimand_is_in_force_from_its_day_and_final_without_waiting(cast: Cast) -> None:
    """Ps 43 e: from the day of the decision, 20 March; and nothing may come any more."""
    proceeding, made = decided_by_the_head_of_the_office(cast, "written_reprimand")
    act.decision_enforce(ref=proceeding.ref, by=cast.dewi, at=at("2019-03-26"))
    act.decision_finalise(ref=proceeding.ref, by=cast.dewi, at=at("2019-03-26", 10))
    made.delivery.refresh_from_db()
    assert made.delivery.in_force_date == date(2019, 3, 20)


def test_a_delay_of_promotion_is_open_to_objection_for_fourteen_days(cast: Cast) -> None:
    proceeding, made = decided_by_the_head_of_the_office(cast, "promotion_delay_1y")
    said = told(made)
    assert (
        "keberatan kepada atasan Kepala Dinas Tata Ruang" in said
        and "Pasal 35 ayat (2) Peraturan Pemerintah Nomor 53 Tahun 2010" in said
    )
    assert proceeding.case.deadlines.get(rule="objection_filing").due_date == date(2019, 4, 8)
