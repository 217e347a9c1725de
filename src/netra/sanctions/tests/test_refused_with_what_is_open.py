"""A step that is not open is refused with those that are: of the table only what this proceeding allows that day."""

from __future__ import annotations

from datetime import date

import pytest

from netra.cases.operations import WrongState
from netra.cases.tests.builders import Cast, at
from netra.sanctions import operations as act
from netra.sanctions.models import Proceeding
from netra.sanctions.tests.builders import carry_to_delivery, carry_to_report, make_proceeding

pytestmark = pytest.mark.django_db
OPEN = "Yang dapat dilakukan sekarang: "


@pytest.fixture
def cast() -> Cast:
    return Cast()


def refused(cast: Cast, proceeding: Proceeding, on: str) -> list[str]:
    """What Dewi is told when she wants to carry out what is not final yet."""
    with pytest.raises(WrongState) as refusal:
        act.decision_execute(ref=proceeding.ref, document="SK 800/9/2024, 1 November 2024", by=cast.dewi, at=at(on))
    return str(refusal.value).partition(OPEN)[2].removesuffix(".").split("; ")


def test_after_an_answered_objection_no_second_one_and_no_appeal_is_offered(cast):
    """He objected already; an appeal (PP 79/2021 Ps 10) is for whoever was dismissed. A court is left (Ps 6(3))."""
    proceeding = make_proceeding(cast)
    carry_to_delivery(cast, proceeding)
    day = date(2024, 11, 25)
    act.objection_file(
        ref=proceeding.ref, filed_date=date(2024, 11, 20), grounds="Bukan saya.", by=cast.dewi, at=at("2024-11-20")
    )
    answer = act.Answer("UPHELD", day, "Bukti cukup.")
    act.objection_decide(ref=proceeding.ref, answer=answer, by=cast.rahmat, at=at("2024-11-25"))
    assert refused(cast, proceeding, "2024-12-02") == ["Gugatan ke pengadilan dicatat", "Keputusan berkekuatan tetap"]


def test_of_two_verdicts_only_the_one_that_the_report_leads_to_is_offered(cast):
    proceeding = make_proceeding(cast)
    carry_to_report(cast, proceeding)
    told = refused(cast, proceeding, "2024-11-11")
    assert "Keputusan ditetapkan" in told
    assert not [each for each in told if each == "Tidak terbukti dalam pemeriksaan"]
