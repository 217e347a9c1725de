"""Whoever records a delivery or receives an objection sees what applies to this decision, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from netra.cases.tests.builders import Cast, at
from netra.sanctions import operations as act
from netra.sanctions.models import Proceeding
from netra.sanctions.tests import builders
from netra.web.tests.sanctions_scene import address, page, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return Cast()


def decided(cast: Cast) -> Proceeding:
    proceeding = builders.make_proceeding(cast)
    builders.carry_to_decision(cast, proceeding)
    return proceeding


def delivered(cast: Cast) -> Proceeding:
    proceeding = builders.make_proceeding(cast)
    builders.carry_to_delivery(cast, proceeding)
    return proceeding


def test_a_discipline_penalty_is_not_offered_to_be_stated_in_the_open(cast):
    shown = page(signed_in(cast.dewi).get(address(decided(cast), "penyerahan/")))
    assert "Diserahkan langsung kepada yang bersangkutan" in shown
    assert "Dinyatakan terbuka" not in shown


@pytest.mark.parametrize(("officer", "where"), [("dewi", "keberatan/"), ("rahmat", "keberatan/terlambat/")])
def test_whoever_receives_an_objection_sees_by_when_it_had_to_come_and_why(cast, officer, where):
    """Received Wednesday 2024-11-13; fourteen working days without voting day, 27 November, end on 4 December."""
    shown = page(signed_in(getattr(cast, officer)).get(address(delivered(cast), where)))
    assert "Rabu, 4 Desember 2024" in shown
    assert "PP 79/2021 Pasal 4" in shown
    # An objection is a right: its term ends, nobody is late with it.
    assert "sudah lewat" in shown
    assert "deadline-late" not in shown


def test_neither_a_right_that_was_not_used_nor_what_took_effect_by_itself_is_anybody_being_late(cast):
    """Nobody objected by 4 December 2024: the penalty is in force by law, whether or not anybody writes it down."""
    proceeding = delivered(cast)
    for where in (f"/perkara/{proceeding.case.ref}/", address(proceeding, "")):
        shown = page(signed_in(cast.dewi).get(where))
        assert "sudah lewat" in shown
        assert "sudah berlaku bila tidak ada keberatan; catat berlakunya" in shown
        assert "deadline-late" not in shown


def answered_to(cast: Cast) -> Proceeding:
    """Objected to while the penalty is an official's: he answers, his superior decides."""
    proceeding = builders.make_proceeding(cast)
    ruling = replace(
        builders.RULING,
        sanction_code="verbal_reprimand",
        imposed_by="OFFICIAL",
        signer_title="Camat (contoh)",
        deviation_reason="Baru sekali.",
    )
    builders.carry_to_decision(cast, proceeding, ruling)
    builders.deliver(cast, proceeding, "2024-11-13")
    act.objection_file(
        ref=proceeding.ref, filed_date=date(2024, 12, 4), grounds="Keliru.", by=cast.dewi, at=at("2024-12-04")
    )
    return proceeding


@pytest.mark.parametrize(
    ("officer", "where", "made"),
    [
        ("dewi", "penyerahan/", decided),
        ("dewi", "keberatan/", delivered),
        ("rahmat", "keberatan/terlambat/", delivered),
        ("dewi", "tanggapan-upaya/", answered_to),
        ("rahmat", "keberatan/putusan/", answered_to),
    ],
)
def test_the_page_of_a_remedy_fetches_the_proceeding_once(cast, officer, where, made):
    proceeding = made(cast)
    client = signed_in(getattr(cast, officer))
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address(proceeding, where)).status_code == 200
    files = [each["sql"] for each in asked if 'JOIN "sanctions_decisiondelivery"' in each["sql"]]
    assert len(files) == 1


@pytest.mark.parametrize(("written", "doubted"), [("2019-04-26", False), ("2020-06-05", True)])
def test_an_answer_dated_in_its_term_and_written_down_after_it_says_what_hangs_on_its_day(cast, written, doubted):
    """Objected to on Monday 25 March 2019, to be answered until 26 April (PP 53/2010 Ps 36(3)); unanswered, the penalty
    is void (Ps 37(4)). The law forbids no late writing, so it is taken; whoever reads sees when it was written.
    """
    proceeding = builders.open_story(cast, builders.PARTISAN_2019)
    builders.examine(cast, proceeding, letter="2019-03-04", held="2019-03-14", reported="2019-03-18", level="MODERATE")
    by_an_official = {"imposed_by": "OFFICIAL", "signer_title": "Kepala Dinas Tata Ruang"}
    ruling = replace(
        builders.RULING, sanction_code="increment_delay_1y", decided_date=date(2019, 3, 19), **by_an_official
    )
    act.decision_make(ref=proceeding.ref, ruling=ruling, by=cast.rahmat, at=at("2019-03-19", 16))
    builders.deliver(cast, proceeding, "2019-03-20")
    filed = date(2019, 3, 25)
    act.objection_file(ref=proceeding.ref, filed_date=filed, grounds="Keliru.", by=cast.dewi, at=at("2019-03-25", 10))
    answer = act.Answer("UPHELD", date(2019, 4, 26), "Tetap.")
    act.objection_decide(ref=proceeding.ref, answer=answer, by=cast.rahmat, at=at(written, 11))
    shown = page(signed_in(cast.dewi).get(address(proceeding)))
    hangs = "Keberatan yang tidak diputus sampai 26 April 2019 (PP 53/2010 Pasal 36 ayat (3)) membuat hukumannya batal"
    assert (hangs in shown) is doubted
    assert ("Dicatat 5 Juni 2020." in shown) is doubted
