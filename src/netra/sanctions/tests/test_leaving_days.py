"""When an accused left decides what ends, not the day on which somebody wrote it down; and what follows on it later."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netra.cases import operations as cases
from netra.cases.models import Case
from netra.cases.operations import ActRefused
from netra.cases.tests.builders import LIKE, OPENING, Cast, at, make_case
from netra.sanctions import operations as act
from netra.sanctions.leaving import NEVER_HELD, NOT_EXECUTED
from netra.sanctions.models import Proceeding
from netra.sanctions.operations.leaving import Departure, ending_of
from netra.sanctions.queries.decision import like_decisions
from netra.sanctions.tests.builders import (
    RULING,
    carry_to_decision,
    carry_to_delivery,
    decide_story,
    deliver,
    examine,
    examine_alone,
    make_proceeding,
    open_story,
    punished,
    recommend_story,
)
from netra.sanctions.tests.test_crimes_left import DECISION_2024
from netra.sanctions.tests.test_remedies import MEMBER_2024, appeal, examined_in_2019, terminate
from netra.sanctions.tests.two_accused import STORY, two_accused
from netra.trust.models import Event
from netra.trust.trail import verify_database

pytestmark = pytest.mark.django_db
PAPER = "474.3/12/Capil, 1 Oktober 2024"
PENSION = "800/31/BKPSDM/2019, 11 Maret 2019"


def leave(cast, case, *, since, on, kind="DIED", by=None, party=1, paper=PAPER):
    gone = Departure(kind=kind, left_date=date.fromisoformat(since), document=paper)
    return act.servant_left(case_ref=case.ref, party=party, departure=gone, by=by or cast.dewi, at=at(on))


def take_back(cast, case, *, on, party=1):
    why = "Yang meninggal orang lain yang bernama sama."
    return act.servant_left_correct(case_ref=case.ref, party=party, reason=why, by=cast.wayan, at=at(on))


class WhenADemotionHeldSince5December:
    """Received on 13 November, in force on 5 December, final on the 6th; the death is told on the 10th."""

    @pytest.mark.parametrize(
        ("since", "outcome", "state"),
        [
            ("2024-11-12", NEVER_HELD, "LAPSED"),
            ("2024-12-04", NEVER_HELD, "LAPSED"),
            ("2024-12-05", NOT_EXECUTED, "CLOSED"),
        ],
    )
    def it_never_held_against_who_was_dead_by_then(self, since, outcome, state):
        cast = Cast()
        proceeding = punished(cast)
        case = leave(cast, proceeding.case, since=since, on="2024-12-10")
        proceeding.refresh_from_db()
        assert (proceeding.outcome, case.state) == (outcome, state)
        assert verify_database().problems == []

    def it_is_no_like_decision_for_anybody_else(self):
        cast = Cast()
        proceeding = punished(cast)
        like = make_proceeding(cast)
        assert [each.decided_date for each in like_decisions(like)] == [date(2024, 11, 11)]
        leave(cast, proceeding.case, since="2024-12-04", on="2024-12-10")
        assert like_decisions(like) == []


class WhenNobodyHadWrittenDownYetThatItHeld:
    """What a day has done is done, whether or not an officer has recorded it before the death."""

    @pytest.mark.parametrize(("since", "outcome"), [("2024-12-04", NEVER_HELD), ("2024-12-05", NOT_EXECUTED)])
    def it_held_since_the_fifteenth_working_day_where_no_objection_had_come(self, since, outcome):
        """PP 94/2021 Ps 38(1): received on 13 November, to be objected to until 4 December, in force on the 5th."""
        cast = Cast()
        proceeding = punished(cast, until="DELIVERED")
        leave(cast, proceeding.case, since=since, on="2024-12-10")
        proceeding.refresh_from_db()
        assert proceeding.outcome == outcome
        assert verify_database().problems == []

    @pytest.mark.parametrize(("since", "outcome"), [("2019-03-19", NEVER_HELD), ("2019-03-20", NOT_EXECUTED)])
    @pytest.mark.parametrize("received", ["", "2019-03-25"])
    def it_held_since_the_decree_of_the_authority_itself(self, since, outcome, received):
        """PP 53/2010 Ps 43 b: a moderate penalty by the authority of 20 March 2019, whoever has received it or not."""
        cast = Cast()
        proceeding = examined_in_2019(cast)
        ruling = replace(RULING, sanction_code="promotion_delay_1y", decided_date=date(2019, 3, 20))
        act.decision_make(ref=proceeding.ref, ruling=ruling, by=cast.rahmat, at=at("2019-03-20", 16))
        if received:
            deliver(cast, proceeding, received)
        leave(cast, proceeding.case, kind="RETIRED", since=since, on="2019-03-27", paper=PENSION)
        proceeding.refresh_from_db()
        assert proceeding.outcome == outcome
        take_back(cast, proceeding.case, on="2019-03-28")
        proceeding.refresh_from_db()
        assert proceeding.state == ("DELIVERED" if received else "DECIDED")
        assert verify_database().problems == []


class WhenADismissalCameAfterHeHadLeft:
    """Dismissed on 11 November 2024: nobody is dismissed who is a civil servant no more."""

    @pytest.mark.parametrize(("since", "outcome"), [("2024-11-10", NEVER_HELD), ("2024-11-11", "")])
    def it_never_held_and_goes_on_where_it_came_before(self, since, outcome):
        cast = Cast()
        proceeding = make_proceeding(cast)
        carry_to_decision(cast, proceeding, replace(RULING, sanction_code="honourable_dismissal"))
        deliver(cast, proceeding, "2024-11-13")
        leave(cast, proceeding.case, kind="RETIRED", since=since, on="2024-11-20")
        proceeding.refresh_from_db()
        assert proceeding.outcome == outcome

    def it_goes_on_where_the_law_ends_the_status_on_a_day_before(self):
        """PP 11/2017 Ps 255: a member of a party since October 2024 has left at the end of that month."""
        cast = Cast()
        proceeding = open_story(cast, MEMBER_2024, "STATUS_TERMINATION")
        examine(cast, proceeding, letter="2024-11-01", held="2024-11-06", reported="2024-11-07", level="TERMINATION")
        terminate(cast, proceeding, "status_termination_2023", "2024-11-11")
        leave(cast, proceeding.case, kind="RETIRED", since="2024-11-01", on="2024-11-20")
        proceeding.refresh_from_db()
        assert (proceeding.state, proceeding.outcome) == ("DECIDED", "")


class WhenHeDiedBeforePP79OfTenthAugust2021:
    """Written down later, the death is still told by the article of its day."""

    @pytest.mark.parametrize(
        ("day", "cited"),
        [
            (date(2021, 8, 9), "PP 53/2010 Pasal 40 ayat (1)"),
            (date(2021, 8, 10), "PP 79/2021 Pasal 29 ayat (1) (hanya menyebut banding"),
        ],
    )
    def it_is_by_pp_53(self, day, cited):
        objected = Proceeding(route="DISCIPLINE", state="OBJECTED")
        found = ending_of(objected, "DIED", left=day)
        assert found is not None and str(found.source).startswith(cited)


class WhenWhoRetiredWhileHisAppealRanDies:
    """PP 79/2021 Ps 29(2) and (3): the appeal of who retires is answered, that of who dies then is not."""

    @pytest.fixture
    def appealed(self):
        cast = Cast()
        proceeding = open_story(cast, MEMBER_2024, "STATUS_TERMINATION")
        examine(cast, proceeding, letter="2024-11-01", held="2024-11-06", reported="2024-11-07", level="TERMINATION")
        terminate(cast, proceeding, "status_termination_2023", "2024-11-11")
        deliver(cast, proceeding, "2024-11-13")
        appeal(cast, proceeding, "2024-12-04")
        case = leave(cast, proceeding.case, kind="RETIRED", since="2025-01-01", on="2025-01-03")
        proceeding.refresh_from_db()
        assert (proceeding.state, case.state) == ("APPEALED", "PROCEEDING")
        return cast, proceeding

    def it_ends_by_his_death(self, appealed):
        cast, proceeding = appealed
        case = leave(cast, proceeding.case, since="2025-02-01", on="2025-02-05")
        proceeding.refresh_from_db()
        assert (proceeding.outcome, case.state) == (NEVER_HELD, "LAPSED")
        assert case.parties.get().left_kind == "DIED"
        cited = Event.objects.get(verb="sanctions.proceeding_lapse").citation
        assert cited == "PP 79/2021 Pasal 29 ayat (1) dan (3)"
        assert verify_database().problems == []

    @pytest.mark.parametrize(("kind", "since"), [("RETIRED", "2025-02-01"), ("DIED", "2024-12-31")])
    def it_is_not_told_twice_nor_out_of_order(self, appealed, kind, since):
        cast, proceeding = appealed
        with pytest.raises(ActRefused, match=r"Sudah dicatat|mendahului"):
            leave(cast, proceeding.case, kind=kind, since=since, on="2025-02-05")


class WhenACrimeIsSuspectedTheCaseOfWhoRetires:
    """UU 1/2015 Ps 135(2): handed over within 24 hours of the decision, whether or not he still serves."""

    @pytest.mark.parametrize(("kind", "runs"), [("RETIRED", True), ("DIED", False)])
    def it_keeps_the_term_of_handing_over_until_he_dies(self, kind, runs):
        cast = Cast()
        case = decide_story(cast, DECISION_2024)
        leave(cast, case, kind=kind, since="2024-10-08", on="2024-10-09", by=cast.wayan)
        handing_over = case.deadlines.filter(rule="criminal_handover")
        assert handing_over.exists()
        assert handing_over.filter(met_date=None).exists() is runs


class WhenAnActIsKnownByItsMonthOrYear:
    @pytest.mark.parametrize(
        ("precision", "before", "within"),
        [("MONTH", "2024-09-30", "2024-10-02"), ("YEAR", "2023-12-31", "2024-01-02")],
    )
    def it_is_said_where_he_had_left_before_it_began(self, precision, before, within):
        cast = Cast()
        seen = replace(LIKE, act_date_precision=precision)
        case = make_case(cast, opening=replace(OPENING, acts=(seen,)))
        cases.case_start_preliminary(case_ref=case.ref, by=cast.wayan, at=at("2024-10-18", 10))
        cases.case_start_study(case_ref=case.ref, by=cast.wayan, at=at("2024-10-19"))
        cases.allegation_assess(case_ref=case.ref, by=cast.wayan, party=1, act=1, at=at("2024-10-19", 10))
        with pytest.raises(ActRefused, match="mendahului perbuatan"):
            leave(cast, case, since=before, on="2024-10-20", by=cast.wayan)
        assert leave(cast, case, since=within, on="2024-10-20", by=cast.wayan).state == "LAPSED"


def punished_beside(cast: Cast) -> Case:
    """Citra is said to have retired before anything was opened against her; Budi is punished and his case closed."""
    case = recommend_story(cast, STORY)
    leave(cast, case, kind="RETIRED", since="2024-10-29", on="2024-10-30", party=2)
    ref = act.proceeding_open(case_ref=case.ref, party=1, route="DISCIPLINE", by=cast.dewi, at=at("2024-10-30")).ref
    carry_to_delivery(cast, Proceeding.objects.get(ref=ref))
    act.decision_enforce(ref=ref, by=cast.dewi, at=at("2024-12-05"))
    act.decision_finalise(ref=ref, by=cast.dewi, at=at("2024-12-06"))
    act.decision_execute(ref=ref, document="SK 5/2024, 6 Desember 2024", by=cast.dewi, at=at("2024-12-06", 10))
    act.proceeding_close(ref=ref, by=cast.dewi, at=at("2024-12-09"))
    return Case.objects.get(pk=case.pk)


class WhenTheCaseOfAnotherGoesOn:
    def it_is_no_fault_in_the_trail_that_her_terms_ended(self):
        """The recommendation about Citra waited for her agency; nobody waits for it once she has retired."""
        cast = Cast()
        case = leave(cast, recommend_story(cast, STORY), kind="RETIRED", since="2024-10-29", on="2024-10-30", party=2)
        assert case.deadlines.filter(rule="follow_up", met_date=date(2024, 10, 30)).exists()
        assert verify_database().problems == []

    def it_is_none_that_the_terms_of_his_proceeding_ended(self):
        cast = Cast()
        case = recommend_story(cast, STORY)
        opened = act.proceeding_open(case_ref=case.ref, party=1, route="DISCIPLINE", by=cast.dewi, at=at("2024-10-30"))
        carry_to_delivery(cast, opened)
        leave(cast, case, since="2024-11-14", on="2024-11-15")
        assert case.deadlines.filter(subject_ref=opened.ref, met_date=date(2024, 11, 15)).exists()
        assert verify_database().problems == []


class WhenTheMistakeIsFoundLate:
    def it_is_not_taken_back_while_somebody_asks_for_the_erasure(self):
        """Ended on 20 November 2024; two years later one officer asks to erase it, and another finds the mistake."""
        cast = Cast()
        proceeding = examine_alone(cast)
        case = leave(cast, proceeding.case, since="2024-11-15", on="2024-11-20")
        due = case.erase_date.isoformat()
        cases.erasure_request(case_ref=case.ref, reason="Jadwal retensi.", by=cast.wayan, at=at(due))
        with pytest.raises(ActRefused, match="Penghapusan perkara ini sedang diminta"):
            take_back(cast, case, on=due)
        cases.erasure_withdraw(case_ref=case.ref, by=cast.wayan, at=at(due, 10))
        assert take_back(cast, case, on=due).state == "PROCEEDING"

    def it_opens_a_closed_case_for_who_was_never_answered_for(self):
        """Citra was said to have retired before her agency opened anything; Budi was punished, and the case closed."""
        cast = Cast()
        case = punished_beside(cast)
        assert (case.state, case.parties.get(ordinal=2).is_sealed) == ("CLOSED", True)
        case = take_back(cast, case, party=2, on="2024-12-20")
        citra = case.parties.get(ordinal=2)
        assert (case.state, citra.left_kind, citra.erase_date) == ("PROCEEDING", "", None)
        assert verify_database().problems == []


class WhenSheWasClearedBefore:
    def it_is_no_matter_of_the_case_any_more_that_she_left(self):
        """Citra was cleared and sealed; Budi contests, and the case runs on without her."""
        stage = two_accused()
        case = stage.close()
        assert case.parties.get(ordinal=2).is_sealed
        act.objection_file(
            ref=stage.budis.ref,
            filed_date=date(2024, 12, 4),
            grounds="Akun itu dipakai orang lain.",
            by=stage.cast.dewi,
            at=at("2024-12-20"),
        )
        case = Case.objects.get(pk=case.pk)
        assert case.state == "PROCEEDING"
        with pytest.raises(ActRefused, match="sudah dibersihkan"):
            leave(stage.cast, case, kind="RETIRED", since="2024-12-15", on="2024-12-21", party=2, by=stage.cast.wayan)
