"""PP 53/2010 Ps 37(4): an objection that nobody answered in 21 working days has made the penalty void."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from netra.cases.operations import ActRefused
from netra.cases.tests.builders import Cast, at
from netra.letters.queries import pdf
from netra.letters.tests.pdf_text import says
from netra.sanctions import operations as act
from netra.sanctions.models import Proceeding, Remedy, Suit
from netra.sanctions.offers import offers
from netra.sanctions.silence import lapsed_term
from netra.sanctions.tests.builders import PARTISAN_2019, RULING, deliver, examine, open_story
from netra.trust import trail
from netra.trust.tests.locks import unlocked
from netra.trust.tests.told_once import told_once

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return Cast()


@pytest.fixture
@told_once
def proceeding(cast: Cast) -> Proceeding:
    """Filed on Monday 25 March 2019. Twenty-one working days, without 3, 17 (everybody voted) and 19 April:

    26–29 March (4) | 1, 2, 4, 5 April (8) | 8–12 (13) | 15, 16, 18 (16) | 22–26 (21): until 26 April.
    """
    proceeding = open_story(cast, PARTISAN_2019)
    examine(cast, proceeding, letter="2019-03-04", held="2019-03-14", reported="2019-03-18", level="MODERATE")
    ruling = replace(
        RULING,
        sanction_code="increment_delay_1y",
        imposed_by="OFFICIAL",
        signer_title="Kepala Dinas Tata Ruang",
        decided_date=date(2019, 3, 19),
    )
    act.decision_make(ref=proceeding.ref, ruling=ruling, by=cast.rahmat, at=at("2019-03-19", 16))
    deliver(cast, proceeding, "2019-03-20")
    filed = date(2019, 3, 25)
    act.objection_file(ref=proceeding.ref, filed_date=filed, grounds="Keliru.", by=cast.dewi, at=at("2019-03-25", 10))
    return proceeding


def decide(cast: Cast, proceeding: Proceeding, outcome: str, day: str) -> Remedy:
    answer = act.Answer(outcome, date.fromisoformat(day), "Alasan.")
    return act.objection_decide(ref=proceeding.ref, answer=answer, by=cast.rahmat, at=at(day, 11))


@pytest.mark.parametrize("outcome", ["UPHELD", "REVOKED"])
def test_nobody_upholds_it_once_the_term_has_run_out(cast: Cast, proceeding: Proceeding, outcome: str) -> None:
    with pytest.raises(ActRefused, match=r"batal demi hukum \(PP 53/2010 Pasal 37 ayat \(4\)\)"):
        decide(cast, proceeding, outcome, "2020-03-02")


def test_that_it_is_void_is_recorded_with_the_article_in_the_decree_and_in_the_trail(
    cast: Cast, proceeding: Proceeding
) -> None:
    remedy = decide(cast, proceeding, "ANNULLED", "2020-03-02")
    proceeding.refresh_from_db()
    assert proceeding.state == "ANNULLED"
    assert trail.history(proceeding.case.chain)[-1].citation == "PP 53/2010 Pasal 37 ayat (4)"
    printed = pdf(remedy.decision_letter_ref)
    assert says(printed, "Keputusan tersebut batal demi hukum.")
    assert says(printed, "tidak diputus sampai dengan tanggal 26 April 2019")
    assert says(printed, "batal demi hukum (Pasal 37 ayat (4) Peraturan Pemerintah Nomor 53 Tahun 2010")
    assert trail.verify_database().ok


def test_in_time_it_is_upheld(cast: Cast, proceeding: Proceeding) -> None:
    assert decide(cast, proceeding, "UPHELD", "2019-04-26").outcome == "UPHELD"


@pytest.mark.parametrize(("due", "is_void"), [(date(2021, 8, 9), True), (date(2021, 8, 10), False)])
def test_what_runs_into_the_new_regulation_is_a_conflict_and_not_decided_here(
    cast: Cast, proceeding: Proceeding, due: date, is_void: bool
) -> None:
    """PP 79/2021 Ps 31 a and PP 94/2021 Ps 40(2) point to different rules."""
    with unlocked():
        proceeding.case.deadlines.filter(rule="objection_decision").update(due_date=due)
    remedy = Remedy.objects.get(decision__proceeding=proceeding)
    assert (lapsed_term(remedy, date(2021, 9, 1)) is not None) is is_void
    notes = " ".join(proceeding.case.deadlines.get(rule="objection_decision").notes)
    assert "PP 79/2021 Pasal 31 huruf a dan PP 94/2021 Pasal 40 ayat (2)" in notes


@told_once
def sue(cast: Cast, proceeding: Proceeding, day: str = "2019-05-20") -> Suit:
    filed = date.fromisoformat(day)
    entry = "7/G/2019/PTUN.JBI, 20 Mei 2019"
    return act.suit_file(
        ref=proceeding.ref, filed_date=filed, seat="Jambi", document=entry, by=cast.dewi, at=at(day, 12)
    )


def test_what_is_void_is_brought_before_no_court_and_the_page_does_not_offer_it(
    cast: Cast, proceeding: Proceeding
) -> None:
    """Ps 37(4) has left no decision; what remains is to write down that it is void."""
    with pytest.raises(ActRefused, match=r"batal demi hukum \(PP 53/2010 Pasal 37 ayat \(4\)\) dan tidak ada lagi"):
        sue(cast, proceeding)
    proceeding.refresh_from_db()
    assert proceeding.state == "OBJECTED"
    offered = {each.act for each in offers(cast.dewi, proceeding, on=date(2019, 5, 20))}
    assert "sanctions.suit_file" not in offered
    assert decide(cast, proceeding, "ANNULLED", "2019-05-20").outcome == "ANNULLED"


def test_no_ruling_on_a_suit_that_was_recorded_before_brings_it_into_force(cast: Cast, proceeding: Proceeding) -> None:
    terms = proceeding.case.deadlines.filter(rule="objection_decision")
    with unlocked():
        # Recorded while nobody refused it: as if the term had ended where the law is open.
        terms.update(due_date=date(2021, 8, 20))
        sue(cast, proceeding, "2021-08-23")
        terms.update(due_date=date(2019, 4, 26))
    ruling = act.CourtRuling("UPHELD", date(2021, 9, 20), "7/G/2019/PTUN.JBI, 20 September 2021", "Ditolak (contoh).")
    told: dict[str, Any] = {"ref": proceeding.ref, "by": cast.dewi, "at": at("2021-09-21")}
    for outcome in ("UPHELD", "CHANGED"):
        with pytest.raises(ActRefused, match=r"sebelum digugat dan tidak menjadi berlaku"):
            act.suit_decide(ruling=replace(ruling, outcome=outcome, sanction_after="promotion_delay_1y"), **told)
    act.suit_decide(ruling=replace(ruling, outcome="ANNULLED"), **told)
    proceeding.refresh_from_db()
    assert proceeding.state == "ANNULLED"


def test_what_was_answered_in_time_may_be_brought_before_a_court(cast: Cast, proceeding: Proceeding) -> None:
    decide(cast, proceeding, "UPHELD", "2019-04-26")
    assert sue(cast, proceeding).court == "Pengadilan Tata Usaha Negara Jambi"
