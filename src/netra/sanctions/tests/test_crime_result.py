"""A crime that was handed over: nobody is guilty before a court said so, and the case knows what became of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netra.cases.models import Case
from netra.cases.operations import ActRefused
from netra.cases.tests.builders import BUDI, Cast, at
from netra.intake.written_documents import UnnamedDocument
from netra.sanctions import operations as act
from netra.sanctions.models import Proceeding
from netra.sanctions.tests.builders import Story, decide_story, deed
from netra.trust import trail
from netra.trust.tests.told_once import told_once

pytestmark = pytest.mark.django_db

HEAD = replace(BUDI, employment="VILLAGE_HEAD", position="UNKNOWN", position_title="Kepala Desa Contoh")
STORY = Story(date(2024, 10, 17), deed("village_head_partisan_decision", date(2024, 10, 15)), people=(HEAD,))
PAPER = "Surat nomor B-12/2025, 3 Februari 2025"


@pytest.fixture
def cast() -> Cast:
    return Cast()


@pytest.fixture
@told_once
def handed(cast: Cast) -> Proceeding:
    """A village head, whom no discipline of civil servants binds, handed over to the law-enforcement centre."""
    case = decide_story(cast, STORY)
    return act.crime_refer(case_ref=case.ref, party=1, addressee="Sentra Gakkumdu", by=cast.wayan, at=at("2024-10-22"))


def close(cast: Cast, handed: Proceeding, result: str, document: str = PAPER) -> Case:
    act.proceeding_close(ref=handed.ref, result=result, document=document, by=cast.wayan, at=at("2025-02-04"))
    return Case.objects.get(pk=handed.case_id)


def test_it_is_not_closed_before_it_is_known_what_became_of_it(cast, handed):
    with pytest.raises(ActRefused, match="diserahkan, bukan diputus di sini"):
        close(cast, handed, "")
    with pytest.raises(UnnamedDocument):
        close(cast, handed, "NOT_CONTINUED", document="katanya begitu")


@pytest.mark.parametrize("result", ["NOT_CONTINUED", "ACQUITTED"])
def test_whoever_was_not_convicted_is_cleared_and_the_case_sealed_with_a_date(cast, handed, result):
    case = close(cast, handed, result)
    assert (case.state, case.erase_date) == ("NOT_PROVEN", date(2027, 2, 4))


def test_a_conviction_alone_proves_it(cast, handed):
    case = close(cast, handed, "CONVICTED")
    assert (case.state, case.erase_date) == ("CLOSED", None)
    told = next(each for each in trail.history(case.chain) if each.verb == "sanctions.proceeding_close")
    assert told.payload["outcome"] == "Dipidana dengan putusan berkekuatan tetap"
    assert told.payload["document"] == PAPER
    assert "SE MenPANRB" not in told.citation
