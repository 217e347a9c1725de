"""An accused dies, retires or leaves: what ends, what goes on, and that a mistake is taken back with its reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from netra.cases import operations as cases
from netra.cases.fitting import why_left
from netra.cases.models import Party
from netra.cases.operations import ActRefused
from netra.cases.tests.builders import Cast, at, make_case
from netra.sanctions import operations as act
from netra.sanctions.leaving import NEVER_HELD, NO_DECISION, NOT_EXECUTED, SERVED, consequence
from netra.sanctions.models import Proceeding
from netra.sanctions.offers import steps_open
from netra.sanctions.states import ProceedingState
from netra.sanctions.tests.builders import (
    RULING,
    WORE,
    Story,
    deed,
    deliver,
    examine,
    examine_alone,
    open_story,
    punished,
)
from netra.trust.errors import Refused
from netra.trust.models import Event
from netra.trust.trail import verify_database

PAPER = "474.3/12/Capil, 18 November 2024"
OLD, NEW = date(2021, 8, 9), date(2024, 12, 2)
DIED, RETIRED, LEFT = "DIED", "RETIRED", "LEFT"
BEFORE = (
    *("OPENED", "SUMMONED_1", "MISSED_1", "SUMMONED_2", "MISSED_2", "EXAMINED", "REPORTED"),
    *("COUNCIL_FORMED", "COUNCIL_SUMMONED", "HEARD", "COUNCIL_DECIDED"),
)
DECIDED = ["DECIDED", "DELIVERY_MISSED", "DECISION_SENT", "DELIVERED"]
GOES_ON = ["SUED", "EXECUTED", "STOPPED", "RESTORING", "ANNULLED", "HANDED_OVER", "CLOSED"]

# By hand: what happened, states, whether it is a dismissal, and how it ends ("" where it goes on).
ENDS = [
    *((kind, BEFORE, False, NO_DECISION) for kind in (DIED, RETIRED, LEFT)),
    *((kind, DECIDED, False, NEVER_HELD) for kind in (DIED, RETIRED, LEFT)),
    # PP 53/2010 Ps 40(1) and (2) a; PP 79/2021 speaks of the appeal alone.
    (DIED, ["OBJECTED"], False, NEVER_HELD),
    (RETIRED, ["OBJECTED"], False, SERVED),
    (LEFT, ["OBJECTED"], False, NEVER_HELD),
    # PP 53/2010 Ps 40(1) and (2) b, PP 79/2021 Ps 29(1) to (3): who retires is answered, who dies is not.
    (DIED, ["APPEALED"], True, NEVER_HELD),
    (RETIRED, ["APPEALED"], True, ""),
    (LEFT, ["APPEALED"], True, ""),
    *((kind, ["IN_FORCE", "FINAL"], False, NOT_EXECUTED) for kind in (DIED, RETIRED, LEFT)),
    # A dismissal outlives the service, and one that holds has ended it.
    (DIED, DECIDED, True, NEVER_HELD),
    (RETIRED, DECIDED, True, ""),
    (LEFT, DECIDED, True, ""),
    *((kind, ["IN_FORCE", "FINAL"], True, "") for kind in (DIED, RETIRED, LEFT)),
    *((kind, GOES_ON, dismissal, "") for kind in (DIED, RETIRED, LEFT) for dismissal in (False, True)),
]


@pytest.mark.parametrize(("kind", "states", "dismissal", "outcome"), ENDS)
def test_how_a_proceeding_ends_by_what_happened_and_where_it_stood(kind, states, dismissal, outcome):
    for state in states:
        for on in (OLD, NEW):
            found = consequence(kind, state, dismissal=dismissal, on=on)
            assert (found.outcome if found else "") == outcome, state


def test_the_hand_written_table_names_every_state():
    named = {state for _, states, _, _ in ENDS for state in states}
    assert named == set(ProceedingState)


@pytest.mark.parametrize(
    ("kind", "state", "on", "cited", "mark"),
    [
        (DIED, "OBJECTED", OLD, "PP 53/2010 Pasal 40 ayat (1)", "SEEN"),
        (DIED, "APPEALED", OLD, "PP 53/2010 Pasal 40 ayat (1)", "SEEN"),
        (RETIRED, "OBJECTED", OLD, "PP 53/2010 Pasal 40 ayat (2) huruf a", "SEEN"),
        (DIED, "APPEALED", NEW, "PP 79/2021 Pasal 29 ayat (1) dan (3)", "SEEN"),
        (DIED, "OBJECTED", NEW, "PP 79/2021 Pasal 29 ayat (1) (hanya menyebut banding", "DERIVED"),
        (RETIRED, "OBJECTED", NEW, "PP 79/2021 Pasal 29 (hanya menyebut banding", "DERIVED"),
    ],
)
def test_an_article_is_cited_as_far_as_it_was_read(kind, state, on, cited, mark):
    found = consequence(kind, state, dismissal=state == "APPEALED", on=on)
    assert found is not None
    source = found.source
    assert source is not None
    assert str(source).startswith(cited)
    assert source.verification == mark


def leave(cast, case, *, kind=DIED, on="2024-11-20", since="2024-11-15", by=None, paper=PAPER):
    gone = act.Departure(kind=kind, left_date=date.fromisoformat(since), document=paper)
    return act.servant_left(case_ref=case.ref, party=1, departure=gone, by=by or cast.dewi, at=at(on))


def take_back(cast, case, *, by=None, reason="Yang meninggal orang lain yang bernama sama.", on="2024-11-25"):
    return act.servant_left_correct(case_ref=case.ref, party=1, reason=reason, by=by or cast.wayan, at=at(on))


@pytest.mark.django_db
class WhenBudiDies:
    def test_before_a_decision_his_proceeding_and_his_case_end_without_one_and_are_sealed(self):
        cast = Cast()
        proceeding = examine_alone(cast)
        case = leave(cast, proceeding.case)
        proceeding.refresh_from_db()
        assert (proceeding.state, proceeding.outcome, proceeding.lapsed_from) == ("CLOSED", NO_DECISION, "EXAMINED")
        assert (case.state, case.outcome) == ("LAPSED", "Berakhir tanpa putusan: terlapor bukan lagi pegawai")
        assert case.erase_date is not None
        assert not case.deadlines.filter(met_date=None).exists()
        told = [each.verb for each in Event.objects.filter(chain=case.chain).order_by("seq")][-3:]
        assert told == ["sanctions.servant_left", "sanctions.proceeding_lapse", "cases.case_close"]
        assert verify_database().problems == []

    def test_while_the_case_is_still_studied_it_ends_alike(self):
        cast = Cast()
        case = leave(cast, make_case(cast), by=cast.wayan)
        assert (case.state, case.lapsed_from) == ("LAPSED", "REGISTERED")

    def test_after_it_was_final_the_decision_stands_and_is_carried_out_no_more(self):
        cast = Cast()
        proceeding = punished(cast)
        case = leave(cast, proceeding.case, on="2024-12-10", since="2024-12-09")
        proceeding.refresh_from_db()
        assert (proceeding.outcome, case.state, case.erase_date) == (NOT_EXECUTED, "CLOSED", None)
        assert verify_database().problems == []

    def test_nothing_else_follows_on_what_ended_so(self):
        cast = Cast()
        proceeding = punished(cast)
        leave(cast, proceeding.case, on="2024-12-10", since="2024-12-09")
        proceeding.refresh_from_db()
        assert steps_open(proceeding, on=date(2024, 12, 11)) == []

    def test_the_end_cites_what_it_is_derived_from(self):
        cast = Cast()
        proceeding = examine_alone(cast)
        leave(cast, proceeding.case)
        cited = Event.objects.get(verb="sanctions.proceeding_lapse").citation
        assert cited.startswith("PP 11/2017 Pasal 239 dan 243 (berakhirnya status pegawai;")


@pytest.mark.django_db
class WhenAnotherIsAccusedToo:
    def test_the_other_goes_on_and_the_case_with_her(self):
        cast = Cast()
        proceeding = examine_alone(cast)
        ref, citra = proceeding.case.ref, cases.NewParty(name="Citra (contoh)", agency_code="JAMBI-KOTA")
        cases.party_add(case_ref=ref, party=citra, by=cast.wayan, at=at("2024-11-11"))
        cases.allegation_assess(case_ref=ref, party=2, act=1, by=cast.wayan, at=at("2024-11-11", 10))
        case = leave(cast, proceeding.case)
        proceeding.refresh_from_db()
        assert (proceeding.state, proceeding.outcome) == ("CLOSED", NO_DECISION)
        assert (case.state, case.erase_date) == ("PROCEEDING", None)
        assert not case.deadlines.filter(subject_ref=proceeding.ref, met_date=None).exists()


@pytest.mark.django_db
class WhenItWasAMistake:
    def test_the_case_and_the_proceeding_go_on_where_they_stood(self):
        cast = Cast()
        proceeding = examine_alone(cast)
        leave(cast, proceeding.case)
        case = take_back(cast, proceeding.case)
        proceeding.refresh_from_db()
        assert (proceeding.state, proceeding.closed_date, proceeding.outcome) == ("EXAMINED", None, "")
        assert (case.state, case.erase_date, case.ended_date) == ("PROCEEDING", None, None)
        accused = Party.objects.get(case=case)
        assert (accused.left_kind, accused.left_date, accused.left_document) == ("", None, "")
        resumed = Event.objects.get(verb="sanctions.proceeding_resume")
        assert resumed.citation.startswith("PP 94/2021 Pasal 26 ayat (1) (pengakhiran yang keliru;")
        assert accused.left_mistaken == "Yang meninggal orang lain yang bernama sama."
        assert verify_database().problems == []

    def test_a_closed_case_opens_again(self):
        cast = Cast()
        proceeding = punished(cast)
        leave(cast, proceeding.case, on="2024-12-10", since="2024-12-09")
        case = take_back(cast, proceeding.case, on="2024-12-12")
        proceeding.refresh_from_db()
        assert (proceeding.state, case.state) == ("FINAL", "PROCEEDING")
        assert verify_database().problems == []

    def test_it_needs_a_reason_and_somebody_who_still_sees_the_case(self):
        cast = Cast()
        proceeding = examine_alone(cast)
        leave(cast, proceeding.case)
        with pytest.raises(ActRefused, match="mengapa catatan itu keliru"):
            take_back(cast, proceeding.case, reason=" ")
        with pytest.raises(Refused):
            take_back(cast, proceeding.case, by=cast.dewi)

    def test_nothing_is_taken_back_that_was_not_said(self):
        cast = Cast()
        with pytest.raises(ActRefused, match="Tidak ada catatan"):
            take_back(cast, make_case(cast))


def objected(cast: Cast) -> Proceeding:
    """Budi objects on 20 November 2024 to the demotion he received on the 13th."""
    proceeding = punished(cast, until="DELIVERED")
    filed: dict[str, Any] = {"filed_date": date(2024, 11, 20), "grounds": "Akun itu dipakai orang lain."}
    act.objection_file(ref=proceeding.ref, **filed, by=cast.dewi, at=at("2024-11-20"))
    return proceeding


def appealed(cast: Cast) -> Proceeding:
    """Budi appeals against the end of his status for joining a party, received on 13 November 2024."""
    story = Story(
        date(2024, 10, 17),
        deed("party_membership", date(2024, 10, 15)),
        category="STATUS_TERMINATION",
        level="TERMINATION",
    )
    proceeding = open_story(cast, story, "STATUS_TERMINATION")
    examine(cast, proceeding, letter="2024-11-01", held="2024-11-06", reported="2024-11-07", level="TERMINATION")
    ruling = replace(RULING, sanction_code="status_termination_2023")
    act.termination_decide(ref=proceeding.ref, ruling=ruling, by=cast.rahmat, at=at("2024-11-11"))
    deliver(cast, proceeding, "2024-11-13")
    filed: dict[str, Any] = {"filed_date": date(2024, 11, 20), "grounds": "Nama saya dicatut."}
    act.appeal_file(ref=proceeding.ref, **filed, by=cast.dewi, at=at("2024-11-20"))
    return proceeding


@pytest.mark.django_db
class WhenARemedyWaitedAsItWasMistakenlySaidThatHeDied:
    @pytest.mark.parametrize(
        ("story", "state", "rule"),
        [(objected, "OBJECTED", "objection_decision"), (appealed, "APPEALED", "appeal_decision")],
    )
    def test_the_remedy_waits_again_with_the_term_of_its_answer(self, story, state, rule):
        cast = Cast()
        proceeding = story(cast)
        term = proceeding.case.deadlines.get(rule=rule)
        leave(cast, proceeding.case, on="2024-11-22")
        proceeding.refresh_from_db()
        assert (proceeding.state, proceeding.outcome, proceeding.lapsed_from) == ("CLOSED", NEVER_HELD, state)
        assert not proceeding.case.deadlines.filter(rule=rule, met_date=None).exists()
        take_back(cast, proceeding.case)
        proceeding.refresh_from_db()
        assert (proceeding.state, proceeding.outcome, proceeding.closed_date) == (state, "", None)
        # PP 79/2021 Ps 5(1) and 8(5), 16(1) count the answer from the filing: nobody gains days by a mistake.
        again = proceeding.case.deadlines.get(rule=rule, met_date=None)
        assert (again.start_date, again.due_date) == (term.start_date, term.due_date)
        assert verify_database().problems == []

    def test_the_objection_is_answered_as_if_nothing_had_been_said(self):
        cast = Cast()
        proceeding = objected(cast)
        leave(cast, proceeding.case, on="2024-11-22")
        take_back(cast, proceeding.case)
        given = act.Answer(outcome="UPHELD", decided_date=date(2024, 11, 28), reason="Terbukti.")
        act.objection_decide(ref=proceeding.ref, answer=given, by=cast.rahmat, at=at("2024-11-28"))
        proceeding.refresh_from_db()
        assert proceeding.state == "IN_FORCE"
        assert verify_database().problems == []


@pytest.mark.django_db
class WhenItCannotBeRecorded:
    def test_it_is_said_once(self):
        cast = Cast()
        case = punished(cast, until="DELIVERED").case
        leave(cast, case)
        with pytest.raises(Refused):
            leave(cast, case)

    def test_a_day_to_come_and_a_paper_without_a_number(self):
        cast = Cast()
        case = open_story(cast, WORE).case
        with pytest.raises(ActRefused, match="masa depan"):
            leave(cast, case, on="2024-11-14")
        with pytest.raises(Refused, match=r"(?i)nomor|tanggal"):
            leave(cast, case, paper="kabar dari tetangga")

    def test_nothing_is_recommended_against_who_is_gone(self):
        cast = Cast()
        case = make_case(cast)
        other = cases.NewParty(name="Ani (contoh)")
        cases.party_add(case_ref=case.ref, party=other, by=cast.wayan, at=at("2024-10-18"))
        leave(cast, case, by=cast.wayan)
        case.refresh_from_db()
        assert case.state == "REGISTERED"
        assert "bukan lagi pegawai sejak 15 November 2024" in why_left(case.parties.get(ordinal=1))
