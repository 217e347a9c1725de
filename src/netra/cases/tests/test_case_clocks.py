"""The clocks of a case, each due date counted by hand on a wall calendar."""

from __future__ import annotations

from datetime import date

import pytest

from netra.cases import operations as act
from netra.cases.models import Deadline
from netra.cases.tests.builders import (
    Cast,
    at,
    carry_to_plenary,
    carry_to_referral,
    day,
    invite,
    make_case,
    make_report,
    open_terms,
    register,
    term,
)

pytestmark = pytest.mark.django_db


class WhenARegionalCaseIsRegistered:
    def it_has_three_calendar_days_weekend_included(self):
        """UU 8/2015 Ps 134(5). Thursday 17 October 2024; 18 (1), Saturday 19 (2), Sunday 20 (3)."""
        case = make_case(Cast())
        decision = term(case, "bawaslu_decision")
        assert (decision.due_date, decision.holder, decision.unit) == (date(2024, 10, 20), "SUPERVISOR", "CALENDAR_DAY")
        assert decision.citation.startswith("UU 1/2015 jo. UU 8/2015 Pasal 134 ayat (5)")
        assert (case.next_due_date, case.next_due_rule) == (date(2024, 10, 20), "bawaslu_decision")

    def it_keeps_the_steps_that_explain_the_date(self):
        steps = term(make_case(Cast()), "bawaslu_decision").steps
        assert [step["day"] for step in steps if step["day"] > "2024-10-17"][-1] == "2024-10-20"
        assert all(step["text"] for step in steps)

    def it_counted_working_days_in_the_five_weeks_of_the_first_wording(self):
        """UU 1/2015 Ps 1 angka 28, before UU 8/2015. Friday 6 March 2015; Mon 9 (1), Tue 10 (2), Wed 11 (3)."""
        on = "2015-03-06"
        case = make_case(Cast(), on=on, received_date=day(on), acts=())
        assert open_terms(case) == {"bawaslu_decision": date(2015, 3, 11)}


class WhenAReportIsRegistered:
    def it_also_has_two_days_for_the_preliminary_study(self):
        """Perbawaslu 8/2020, unread and marked so: two days from the report of Friday 18 October 2024."""
        cast = Cast()
        case = register(cast, make_report(cast))
        assert open_terms(case) == {"preliminary_study": date(2024, 10, 20), "bawaslu_decision": date(2024, 10, 21)}
        assert term(case, "preliminary_study").needs_review
        assert (case.next_due_date, case.next_due_rule) == (date(2024, 10, 20), "preliminary_study")

    def it_meets_that_term_when_the_study_begins(self):
        cast = Cast()
        case = register(cast, make_report(cast))
        act.case_start_preliminary(case_ref=case.ref, by=cast.wayan, at=at("2024-10-18", 12))
        act.case_start_study(case_ref=case.ref, by=cast.wayan, at=at("2024-10-19"))
        assert Deadline.objects.get(case=case, rule="preliminary_study").met_date == date(2024, 10, 19)
        assert open_terms(case) == {"bawaslu_decision": date(2024, 10, 21)}

    def it_has_none_before_the_regulation_is_known_to_hold(self):
        """No term of 2018 was read, so none is invented."""
        on = "2018-05-04"
        case = make_case(Cast(), on=on, received_date=day(on), acts=())
        assert set(open_terms(case)) == {"bawaslu_decision"}


class WhenTheSupervisorFoundItHimself:
    """UU 7/2017 Ps 454(5): a finding is made within seven days of its being found."""

    def found(self, cast, found: str, registered: str, kind: str = "GENERAL"):
        return make_case(cast, election_kind=kind, office="", on=registered, received_date=day(found), acts=())

    def it_keeps_the_term_that_the_registration_met(self):
        """Found on Thursday 18 January 2024: until Thursday 25 January, the day it was registered."""
        kept = Deadline.objects.get(case=self.found(Cast(), "2024-01-18", "2024-01-25"), rule="finding_term")
        assert (kept.due_date, kept.met_date, kept.was_late) == (date(2024, 1, 25), date(2024, 1, 25), False)
        assert kept.citation.startswith("UU 7/2017 Pasal 454 ayat (5)")

    def it_is_marked_and_not_refused_when_registered_too_late(self):
        """Found six months before. Tuesday 25 July 2023 + 7 = Tuesday 1 August; as working days Thursday 3 August."""
        case = self.found(Cast(), "2023-07-25", "2024-01-25")
        kept = Deadline.objects.get(case=case, rule="finding_term")
        assert (kept.due_date, kept.met_date, kept.was_late) == (date(2023, 8, 1), date(2024, 1, 25), True)
        assert [other["due"] for other in kept.alternatives] == ["2023-08-03"]
        assert kept.needs_review
        assert case.state == "REGISTERED"
        assert set(open_terms(case)) == {"bawaslu_decision"}

    def it_is_not_the_clock_of_a_report(self):
        cast = Cast()
        case = register(cast, make_report(cast))
        assert not Deadline.objects.filter(case=case, rule="finding_term").exists()

    def it_says_that_the_law_of_regional_elections_speaks_of_reports_only(self):
        """UU 8/2015 Ps 134(4), (5): "laporan"; no word on findings, so no term is invented and the other is doubted."""
        case = self.found(Cast(), "2024-10-14", "2024-10-17", "REGIONAL")
        assert not Deadline.objects.filter(case=case, rule="finding_term").exists()
        handling = term(case, "bawaslu_decision")
        assert handling.needs_review
        assert "tidak menyebut temuan" in " ".join(handling.notes)

    def it_does_not_doubt_that_term_for_a_report(self):
        cast = Cast()
        handling = term(register(cast, make_report(cast)), "bawaslu_decision")
        assert not handling.needs_review


def test_a_finding_has_no_preliminary_study_of_a_report():
    """Perbawaslu 7/2022 Ps 15(1) counts from the day a report was handed in; a finding was never handed in."""
    assert set(open_terms(make_case(Cast()))) == {"bawaslu_decision"}


class WhenAGeneralCaseIsRegistered:
    def general(self, cast, on="2024-01-25"):
        case = make_case(cast, election_kind="GENERAL", office="", on=on, received_date=day(on), acts=())
        act.case_start_preliminary(case_ref=case.ref, by=cast.wayan, at=at(on, 10))
        return case

    def it_has_seven_days_and_shows_the_other_reading(self):
        """UU 7/2017 Ps 454(7) says "hari". Thursday 25 January 2024 + 7 = Thursday 1 February.

        Read as working days: 26 (1), 29 (2), 30 (3), 31 (4), 1 (5), 2 (6), Monday 5 February (7).
        """
        decision = term(self.general(Cast()), "bawaslu_decision")
        assert decision.due_date == date(2024, 2, 1)
        assert [other["due"] for other in decision.alternatives] == ["2024-02-05"]
        assert decision.needs_review
        assert decision.citation.startswith("UU 7/2017 Pasal 454 ayat (7)")

    def it_has_fourteen_working_days_in_all_once_somebody_must_be_heard(self):
        """UU 7/2017 Ps 454(8), from the registration, not from the invitation. Thursday 25 January 2024:

        26 (1) | 29 30 31 1 2 (6) | 5 6 7 (9), 8 Isra Mikraj, 9 collective leave | 12 13 (11), 14 voting day,
        15 16 (13) | Monday 19 February (14).
        """
        cast = Cast()
        case = self.general(cast)
        invite(cast, case, "WITNESS", on="2024-01-29", to="2024-01-31", name="Tono (contoh)")
        assert open_terms(case) == {"bawaslu_decision_extended": date(2024, 2, 19)}
        extended = term(case, "bawaslu_decision_extended")
        assert extended.start_date == date(2024, 1, 25)
        reasons = " ".join(step["text"] for step in extended.steps)
        assert "Isra" in reasons
        case.refresh_from_db()
        assert (case.next_due_date, case.next_due_rule) == (date(2024, 2, 19), "bawaslu_decision_extended")

    def it_is_lengthened_by_the_first_invitation_only(self):
        cast = Cast()
        case = self.general(cast)
        invite(cast, case, "ACCUSED", on="2024-01-29", to="2024-01-31")
        invite(cast, case, "EXPERT", on="2024-01-30", to="2024-02-01", name="Ahli (contoh)")
        assert open_terms(case) == {"bawaslu_decision_extended": date(2024, 2, 19)}
        assert Deadline.objects.filter(case=case, rule="bawaslu_decision_extended").count() == 1


class WhenTheReporterIsAskedForMoreInARegionalCase:
    def started(self, cast):
        case = register(cast, make_report(cast))
        act.case_start_preliminary(case_ref=case.ref, by=cast.wayan, at=at("2024-10-18", 12))
        act.case_start_study(case_ref=case.ref, by=cast.wayan, at=at("2024-10-18", 13))
        return case

    def it_has_two_days_more(self):
        """UU 8/2015 Ps 134(5) and (6): 3 + 2 calendar days from Friday 18 October: Wednesday 23 October 2024."""
        cast = Cast()
        case = self.started(cast)
        invite(cast, case, "REPORTER")
        assert open_terms(case) == {"bawaslu_decision_extended": date(2024, 10, 23)}

    def it_gains_nothing_once_its_day_has_passed(self):
        """Due on Monday 21 October, open on the 22nd: the invitation goes out, and the term stays overdue."""
        cast = Cast()
        case = self.started(cast)
        invite(cast, case, "REPORTER", on="2024-10-22", to="2024-10-23")
        assert open_terms(case) == {"bawaslu_decision": date(2024, 10, 21)}
        assert term(case, "bawaslu_decision").is_overdue(day("2024-10-22"))

    def it_ends_the_shorter_term_on_the_day_of_the_invitation(self):
        cast = Cast()
        case = self.started(cast)
        invite(cast, case, "REPORTER")
        short = Deadline.objects.get(case=case, rule="bawaslu_decision")
        assert (short.met_date, short.was_late) == (date(2024, 10, 18), False)

    @pytest.mark.parametrize("invitee", ["ACCUSED", "WITNESS", "EXPERT"])
    def it_has_no_day_more_for_anybody_else(self, invitee):
        """Ps 134(6) speaks of "keterangan tambahan dari pelapor" alone."""
        cast = Cast()
        case = self.started(cast)
        invite(cast, case, invitee, name="" if invitee == "ACCUSED" else "Tono (contoh)")
        assert open_terms(case) == {"bawaslu_decision": date(2024, 10, 21)}


class WhenTheCaseMovesOn:
    def it_owes_nothing_between_the_plenary_and_the_letter(self):
        cast = Cast()
        case = make_case(cast)
        carry_to_plenary(cast, case)
        assert set(open_terms(case)) == {"bawaslu_decision"}
        act.plenary_decide(
            case_ref=case.ref,
            outcome="TO_REFER",
            held_date=date(2024, 10, 19),
            members=3,
            reason="Unsur terpenuhi.",
            by=cast.putu,
            at=at("2024-10-21"),
        )
        assert open_terms(case) == {}
        # Met on the day of the plenary, not on the day somebody wrote it down.
        assert Deadline.objects.get(case=case).met_date == date(2024, 10, 19)

    def it_gives_the_task_force_seven_days_from_the_referral(self):
        """Flow of October 2024: 7 days. Monday 21 October 2024 + 7 = Monday 28 October."""
        cast = Cast()
        case = make_case(cast)
        carry_to_referral(cast, case)
        owed = term(case, "satgas_verification")
        assert (owed.due_date, owed.holder) == (date(2024, 10, 28), "OVERSIGHT")

    def it_invents_no_term_for_the_body_before(self):
        cast = Cast()
        case = make_case(cast, on="2024-09-02", received_date=date(2024, 9, 2), acts=())
        to_refer(cast, case)
        act.case_refer(case_ref=case.ref, by=cast.wayan, at=at("2024-09-03"))
        assert open_terms(case) == {}


def to_refer(cast: Cast, case):
    """As if the plenary of 2 September 2024 had just decided; that path has tests of its own."""
    case.state = "TO_REFER"
    case.save(update_fields=["state"])
    act.stop_all_clocks(case, met=date(2024, 9, 2))


def test_the_handling_term_of_a_regional_election_runs_from_the_receipt():
    """UU 8/2015 Ps 134(5): three days "setelah laporan diterima": on the 14th, and registered on the 17th."""
    case = make_case(Cast(), received_date=date(2024, 10, 14))
    handling = term(case, "bawaslu_decision")
    assert (handling.start_date, handling.due_date) == (date(2024, 10, 14), date(2024, 10, 17))


def test_that_of_a_general_election_runs_from_the_registration():
    """UU 7/2017 Ps 454(7): seven days after it was "diterima dan diregistrasi"."""
    on = "2024-01-25"
    case = make_case(
        Cast(), on=on, received_date=date(2024, 1, 22), acts=(), election_kind="GENERAL", office="PRESIDENT"
    )
    handling = term(case, "bawaslu_decision")
    assert (handling.start_date, handling.due_date) == (date(2024, 1, 25), date(2024, 2, 1))


class WhenATermIsStoppedThatDoesNotRun:
    def it_asks_for_no_other_term(self, django_assert_num_queries):
        case = make_case(Cast())
        with django_assert_num_queries(1):
            act.stop_clock(case, "follow_up", met=day("2024-10-18"))
        with django_assert_num_queries(1):
            act.stop_all_clocks(case, met=day("2024-10-18"), subject_ref=f"{case.ref}/T1")
        assert (case.next_due_date, case.next_due_rule) == (date(2024, 10, 20), "bawaslu_decision")
