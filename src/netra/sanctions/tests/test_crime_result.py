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
from netra.sanctions.crime_results import lapses_by_death
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


class WhenTheAccusedDies:
    def dies(self, cast: Cast, handed: Proceeding, day: date) -> None:
        gone = act.Departure(kind="DIED", left_date=day, document="474.3/2/Capil, 20 Januari 2025")
        act.servant_left(case_ref=handed.case.ref, party=1, departure=gone, by=cast.wayan, at=at("2025-01-21"))

    def test_it_is_the_prosecutors_until_somebody_says_that_it_lapsed(self, cast, handed):
        self.dies(cast, handed, date(2025, 1, 19))
        handed.refresh_from_db()
        assert handed.state == "HANDED_OVER"

    def test_it_lapses_by_the_law_of_the_day_of_death_and_nothing_is_proven(self, cast, handed):
        self.dies(cast, handed, date(2025, 1, 19))
        case = close(cast, handed, "DIED")
        assert (case.state, case.erase_date) == ("LAPSED", date(2027, 2, 4))
        told = next(each for each in trail.history(case.chain) if each.verb == "sanctions.proceeding_close")
        assert told.payload["outcome"] == "Penuntutan gugur karena terlapor meninggal dunia"
        assert told.citation == "KUHP lama (UU 1/1946) Pasal 77"
        assert trail.verify_database().problems == []

    @pytest.mark.parametrize(
        ("died", "cited", "mark"),
        [
            (date(2026, 1, 1), "KUHP lama (UU 1/1946) Pasal 77", "UNVERIFIED"),
            (date(2026, 1, 2), "KUHP (UU 1/2023) Pasal 132 ayat (1) huruf b", "SEEN"),
        ],
    )
    def test_the_new_code_holds_from_its_first_day(self, died, cited, mark):
        source = lapses_by_death(died)
        assert (str(source), source.verification) == (cited, mark)

    def test_a_death_that_nobody_recorded_ends_nothing(self, cast, handed):
        with pytest.raises(ActRefused, match="Belum dicatat bahwa terlapor T1 meninggal dunia"):
            close(cast, handed, "DIED")

    def test_where_it_was_another_who_died_it_is_the_prosecutors_again(self, cast, handed):
        self.dies(cast, handed, date(2025, 1, 19))
        close(cast, handed, "DIED")
        act.servant_left_correct(
            case_ref=handed.case.ref, party=1, reason="Senama.", by=cast.wayan, at=at("2025-02-10")
        )
        handed.refresh_from_db()
        assert (handed.state, handed.outcome, handed.closed_date) == ("HANDED_OVER", "", None)
        assert not Case.objects.get(pk=handed.case_id).is_ended
        assert trail.verify_database().problems == []
