"""What stands in the house once the demo is loaded, and what the two founding studies found, as it shows it.

The files of this room run in one process, because loading takes longer than all they ask.
"""

from __future__ import annotations

from datetime import date, datetime

import pytest
from django.utils import translation

from netra.cases.access import visible_to as cases_visible_to
from netra.cases.advice import cited_for
from netra.cases.causes import agreement
from netra.cases.models import (
    Act,
    Case,
    CauseCode,
    CitedAdvice,
    Clarification,
    Deadline,
    DeadlineChange,
    Erasure,
    Party,
    Referral,
)
from netra.cases.queries import coded_pairs
from netra.cases.states import CaseState
from netra.demo.cast import CAST, PASSWORD
from netra.demo.load import load, shown_code
from netra.demo.stories import case_stories, loose_reports
from netra.demo.tests.builders import LOADED_AT, TODAY, user
from netra.insight.digest import Imprint, digest_pdf
from netra.insight.officers import officer_tables
from netra.insight.tables import Hidden
from netra.insight.tests.builders import public_tables
from netra.intake.access import report_of_code
from netra.intake.access import visible_to as reports_visible_to
from netra.intake.models import Report, ReportedPerson, ReportMessage
from netra.intake.states import Channel, Kind, Mode, State
from netra.letters.kinds import LetterKind
from netra.letters.models import Letter
from netra.letters.tests.pdf_print import sheets
from netra.registry.models import AppointingAuthority, CivilServant, OrgUnit, PositionSpell
from netra.registry.queries import determination_date, election, tickets_of
from netra.sanctions.access import proceedings_visible_to
from netra.sanctions.models import DataBlock, Decision, Examination, Proceeding, Remedy, Reminder, TeamMember
from netra.sanctions.offers import offers
from netra.sanctions.states import ProceedingState, Route
from netra.supervision.models import Observation, Visit
from netra.supervision.queries import year_of
from netra.trust import identity
from netra.trust.models import Event, EvidenceItem, IdentityRequest, SealedIdentity, User
from netra.trust.senders import by_code
from netra.trust.trail import verify_database

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

KOTA_JAMBI = {"region_code": "15.71", "election_code": "PILKADA-2018"}
MUARO_JAMBI = {"region_code": "15.05", "election_code": "PEMILU-2019"}


def offered(username: str, proceeding: Proceeding) -> set[str]:
    return {each.act for each in offers(user(username), proceeding, on=TODAY)}


def decided_in(where: dict[str, str]) -> list[Decision]:
    return list(Decision.objects.filter(proceeding__case__in=Case.objects.filter(**where)))


class WhenItIsLoaded:
    def it_has_nobody_speak_for_the_accused_at_a_clarification(self) -> None:
        words = {
            invitee: set(
                Clarification.objects.filter(invitee=invitee).exclude(statement="").values_list("statement", flat=True)
            )
            for invitee in ("REPORTER", "WITNESS", "ACCUSED")
        }
        assert words["REPORTER"]
        assert not (words["REPORTER"] | words["WITNESS"]) & words["ACCUSED"]
        assert all("(contoh)" in said for said in words["REPORTER"] | words["WITNESS"])
        assert not any("saya hadir sebagai lurah" in said.casefold() for said in words["REPORTER"] | words["WITNESS"])

    def it_has_about_sixty_cases_and_a_page_of_reports_without_one(self) -> None:
        assert Case.objects.count() == len(case_stories(TODAY)) == 65
        assert Report.objects.filter(case_ref="").count() == len(loose_reports(TODAY))

    def it_calls_the_unit_of_an_accused_by_its_name(self) -> None:
        called = set(Party.objects.exclude(unit_name="").values_list("unit_name", flat=True))
        assert {"Sekretariat Daerah", "Dinas Pendidikan"} <= called
        assert not called & set(OrgUnit.objects.values_list("code", flat=True))

    def it_shows_every_state_of_a_case(self) -> None:
        assert set(Case.objects.values_list("state", flat=True)) == set(CaseState)

    def it_shows_every_state_and_every_route_of_a_proceeding(self) -> None:
        assert set(Proceeding.objects.values_list("state", flat=True)) == set(ProceedingState)
        assert set(Proceeding.objects.values_list("route", flat=True)) == set(Route)

    def it_shows_every_state_channel_and_mode_of_a_report(self) -> None:
        assert set(Report.objects.values_list("state", flat=True)) == set(State)
        assert set(Report.objects.values_list("channel", flat=True)) == set(Channel)
        assert set(Report.objects.values_list("mode", flat=True)) == set(Mode)

    def it_brings_every_story_to_where_it_was_to_end(self) -> None:
        for story in case_stories(TODAY):
            if story.ending:
                continue
            case = Case.objects.get(title=story.title)
            if story.until:
                assert case.state == story.until, story.key
            found = {(each.party.ordinal, each.route): each.state for each in case.proceedings.select_related("party")}
            wanted = {(each.party, each.route): each.until for each in story.handlings}
            assert found == wanted, story.key

    def it_writes_every_letter_and_leaves_one_a_draft(self) -> None:
        assert set(Letter.objects.exclude(number="").values_list("kind", flat=True)) == set(LetterKind)
        assert Letter.objects.get(status="DRAFT").kind == LetterKind.REPORTER_NOTICE

    def it_numbers_letters_in_the_order_of_their_days(self) -> None:
        for agency, year in set(Letter.objects.values_list("agency_code", "year")):
            letters = Letter.objects.exclude(status="DRAFT").filter(agency_code=agency, year=year).order_by("sequence")
            assert list(letters.values_list("sequence", flat=True)) == list(range(1, len(letters) + 1))
            by_day = letters.order_by("letter_date", "sequence").values_list("sequence", flat=True)
            assert list(by_day) == list(letters.values_list("sequence", flat=True))


class WhenSupervisionIsShown:
    @pytest.mark.parametrize(
        ("agency", "year"),
        [("JAMBI-KOTA", 2018), ("BAWASLU-15.71", 2018), ("MUARO-JAMBI", 2019), ("BAWASLU-15.05", 2019)],
    )
    def it_has_a_plan_for_every_month(self, agency: str, year: int) -> None:
        assert [count.month.month for count in year_of(agency, year, on=TODAY) if not count.done] == []

    @pytest.mark.parametrize(
        ("title", "day"),
        [
            ("Guru menghadiri deklarasi bakal calon", date(2018, 1, 9)),
            ("Fasilitas kantor camat untuk kampanye", date(2019, 3, 3)),
        ],
    )
    def it_made_two_cases_findings_of_a_visit(self, title: str, day: date) -> None:
        case = Case.objects.get(title=title)
        seen = Observation.objects.get(case_ref=case.ref)
        assert (case.source, case.observation_ref, case.received_date) == ("FINDING", seen.ref, day)

    def it_shows_what_is_overdue_what_waits_and_what_was_passed_on(self) -> None:
        planned = Visit.objects.filter(state="PLANNED", planned_date__lt=TODAY)
        assert set(planned.values_list("agency_code", flat=True)) == {"JAMBI-KOTA", "BAWASLU-15.71"}
        assert Visit.objects.filter(state="PLANNED", planned_date__gt=TODAY).count() == 1
        assert Visit.objects.filter(state="CANCELLED").count() == 1
        assert Observation.objects.get(followed_by=None, passed_to="BAWASLU-15.71").result == "SUSPECTED"


class WhenItIsLoadedAgain:
    def it_changes_nothing(self) -> None:
        before = (Event.objects.count(), Case.objects.count(), User.objects.count())
        load(at=LOADED_AT)
        assert (Event.objects.count(), Case.objects.count(), User.objects.count()) == before


class WhenTheTrailIsRead:
    def it_verifies(self) -> None:
        check = verify_database()
        assert check.events > 2000
        assert not check.problems

    def it_never_runs_backwards(self) -> None:
        assert not Event.objects.filter(clock_regressed=True).exists()

    def it_begins_in_2017_and_ends_before_the_moment_of_loading(self, demo: datetime) -> None:
        moments = list(Event.objects.values_list("at", flat=True))
        assert min(moments).year == 2017
        assert max(moments) <= demo


class WhenAPersonIsNamed:
    def it_says_that_the_person_is_invented(self) -> None:
        names = [
            *User.objects.values_list("full_name", flat=True),
            *CivilServant.objects.values_list("name", flat=True),
            *AppointingAuthority.objects.values_list("holder_name", flat=True),
            *Party.objects.exclude(name="").values_list("name", flat=True),
            *ReportedPerson.objects.exclude(name="").values_list("name", flat=True),
            *TeamMember.objects.values_list("name", flat=True),
            *Clarification.objects.exclude(name="").values_list("name", flat=True),
            *(identity.unseal(each.designation).name for each in SealedIdentity.objects.all()),
        ]
        assert len(names) > 200
        assert [name for name in names if not name.endswith("(contoh)")] == []

    def it_holds_no_office_past_the_age_of_retirement_for_years_to_come(self) -> None:
        """PP 11/2017 Ps 239(2): 60 for leading posts and ahli madya, 58 for administrators and younger ahli."""
        last_day = date(2030, 12, 31)
        held = PositionSpell.objects.on(TODAY).filter(civil_servant__employment="PNS").select_related("civil_servant")
        assert held.count() > 40
        too_old = [
            each.title
            for each in held
            if last_day.year - each.civil_servant.birth_date.year
            > (60 if each.position.startswith("JPT") or "Madya" in each.title else 58)
        ]
        assert too_old == []


class WhenOneSignsIn:
    def it_is_with_the_printed_password(self) -> None:
        assert user("wayan").check_password(PASSWORD)

    def it_is_one_of_the_cast_and_nobody_else(self) -> None:
        assert {member.username for member in CAST} == set(User.objects.values_list("username", flat=True))

    def it_shows_the_national_officer_what_is_national_alone(self) -> None:
        banyu, wayan = user("banyu"), user("wayan")
        assert {case.title for case in cases_visible_to(banyu, on=TODAY)} == {
            "Direktur menggerakkan pegawai pusat dan daerah"
        }
        assert {report.place for report in reports_visible_to(banyu, on=TODAY)} == {
            "rapat daring dengan pegawai di sembilan provinsi",
            "Kantor perwakilan di luar negeri",
        }
        assert not cases_visible_to(wayan, on=TODAY).filter(region_code="00").exists()
        handed = Event.objects.get(verb="intake.report_reroute", payload__contains='"reason":"HANDED_DOWN"')
        assert '"region":"15"' in handed.payload

    def it_shows_maria_nothing(self) -> None:
        maria = user("maria")
        assert not cases_visible_to(maria, on=TODAY).exists()
        assert not reports_visible_to(maria, on=TODAY).exists()
        assert not proceedings_visible_to(maria, on=TODAY).exists()

    def it_shows_the_examiner_what_she_is_assigned_to(self) -> None:
        assigned = proceedings_visible_to(user("gita"), on=TODAY)
        assert sorted(assigned.values_list("state", flat=True)) == ["CLOSED", "SUMMONED_1"]

    def it_lets_nobody_say_another_thing_when_examined_than_in_his_written_answer(self) -> None:
        listed = Examination.objects.get(proceeding__party__name="Galih Pranata (contoh)")
        assert listed.dialogue[-1][1] == "Nama saya dicantumkan tanpa sepengetahuan saya."
        report = Letter.objects.get(kind=LetterKind.EXAMINATION_REPORT, subject_ref=listed.proceeding.ref)
        assert "di hadapan pegawai lain" not in str(report.data)

    def it_hides_pressure_by_a_superior_from_his_agency(self) -> None:
        hidden = Case.objects.get(bypass_agency_code="JAMBI-KOTA")
        assert hidden not in cases_visible_to(user("dewi"), on=TODAY)
        assert hidden in cases_visible_to(user("ani"), on=TODAY)
        assert not reports_visible_to(user("dewi"), on=TODAY).exists()

    def it_lets_anybody_follow_the_report_whose_code_is_printed(self) -> None:
        followed = by_code(shown_code(), report_of_code, sender="192.0.2.1", at=LOADED_AT)
        assert followed.kind == Kind.SUPERIOR_PRESSURE
        assert followed.bypass_agency_code == "JAMBI-KOTA"


class WhenTodayIsLookedAt:
    def it_has_terms_that_run_and_terms_that_are_overdue(self) -> None:
        running = Deadline.objects.filter(met_date=None)
        overdue = [term for term in running if term.is_overdue(TODAY)]
        assert {"follow_up", "bawaslu_decision", "delivery"} <= {term.rule for term in overdue}
        assert {"follow_up", "bawaslu_decision", "delivery", "appeal_decision", "discipline_in_force"} <= {
            term.rule for term in running if term not in overdue
        }

    def it_has_reports_that_came_yesterday(self) -> None:
        yesterday = Report.objects.filter(state=State.RECEIVED, received_at__date=TODAY.replace(day=22))
        assert yesterday.count() >= 3

    def it_has_reminders_blocks_and_a_block_that_was_lifted(self) -> None:
        assert Reminder.objects.count() >= 8
        assert DataBlock.objects.filter(unblocked_at=None).exists()
        assert DataBlock.objects.exclude(unblocked_at=None).exists()

    def it_has_a_term_extended_and_a_term_paused_with_reason_and_document(self) -> None:
        assert set(DeadlineChange.objects.values_list("kind", flat=True)) == {"EXTEND", "PAUSE"}
        assert not DeadlineChange.objects.filter(reason="").exists()

    def it_has_cases_due_for_erasure_asked_for_and_done(self) -> None:
        due = Case.objects.filter(erase_date__lte=TODAY, erased_at=None)
        assert due.filter(erasures__isnull=True).exists()
        assert due.filter(erasures__isnull=False).exists()
        assert Erasure.objects.filter(approved_at__isnull=False).exists()

    def it_has_identity_requests_in_every_stage(self) -> None:
        states = set(IdentityRequest.objects.values_list("state", flat=True))
        assert states == {"PENDING", "APPROVED", "REFUSED", "OPENED"}

    def it_has_messages_of_both_sides_and_files_of_both_kinds(self) -> None:
        assert set(ReportMessage.objects.values_list("side", flat=True)) == {"REPORTER", "OFFICER"}
        assert {"image/png", "application/pdf"} <= set(EvidenceItem.objects.values_list("media_type", flat=True))


class WhenDecisionsAreCompared:
    def it_has_them_at_and_below_the_floor_and_above_the_ceiling(self) -> None:
        made = Decision.objects.filter(kind="DISCIPLINE")
        assert made.filter(below_floor=False, above_ceiling=False).exists()
        assert made.filter(below_floor=True).exists()
        assert made.filter(above_ceiling=True).exists()
        assert Decision.objects.filter(below_recommendation=True, below_floor=False).exists()

    def it_gives_a_reason_for_each_that_deviates(self) -> None:
        deviating = Decision.objects.exclude(below_floor=False, below_recommendation=False, above_ceiling=False)
        assert not deviating.filter(deviation_reason="").exists()

    def it_has_one_made_after_a_team_examined_again_what_turned_out_to_be_severe(self) -> None:
        """PP 94/2021 Ps 29(2): the superior alone had reported a moderate breach."""
        again = Proceeding.objects.get(examinations__round=2)
        levels = again.reports.order_by("round").values_list("round", "proposed_level")
        assert list(levels) == [(1, "MODERATE"), (2, "SEVERE")]
        assert again.team.exists() and again.decision.level == "SEVERE"

    def it_judges_by_the_law_of_the_day(self) -> None:
        for made in Decision.objects.filter(kind="DISCIPLINE"):
            assert made.regime == ("DISC-53" if made.decided_date.year < 2021 else "DISC-94")

    def it_has_objections_upheld_lightened_revoked_and_open(self) -> None:
        outcomes = set(Remedy.objects.filter(kind="OBJECTION").values_list("outcome", flat=True))
        assert outcomes == {"UPHELD", "LIGHTENED", "ANNULLED", ""}
        assert Remedy.objects.filter(kind="APPEAL", outcome="").exists()
        assert Remedy.objects.filter(kind="APPEAL").exclude(outcome="").exists()

    def it_gives_back_what_was_taken_by_a_decision_that_fell(self) -> None:
        given_back = Remedy.objects.get(restored_date__isnull=False)
        assert (given_back.outcome, given_back.after_execution) == ("ANNULLED", True)
        assert given_back.decided_date is not None and given_back.restored_date is not None
        assert given_back.decided_date <= given_back.restored_date
        assert given_back.decision.proceeding.state == ProceedingState.CLOSED

    def it_has_moral_sanctions_closed_and_open(self) -> None:
        assert set(Decision.objects.filter(kind="MORAL").values_list("mode", flat=True)) == {"CLOSED", "OPEN"}
        signed = Letter.objects.filter(kind="MORAL_STATEMENT_CLOSED").values_list("data__signer__name", flat=True)
        assert signed and all(name.endswith("(contoh)") for name in signed)

    def it_ends_the_status_of_pns_and_of_pppk(self) -> None:
        ended = Decision.objects.filter(kind="STATUS_TERMINATION")
        assert {"PNS", "PPPK"} <= set(ended.values_list("proceeding__party__employment", flat=True))

    def it_leaves_the_end_of_a_contract_to_be_decided(self) -> None:
        waits = Proceeding.objects.get(route=Route.STATUS_TERMINATION, state=ProceedingState.REPORTED)
        assert waits.party.employment == "PPPK"
        assert "sanctions.termination_decide" in offered("rahmat", waits)

    def it_leaves_an_objection_against_an_officials_penalty_to_be_found_too_late(self) -> None:
        waits = Proceeding.objects.get(decision__imposed_by="OFFICIAL")
        assert waits.state == ProceedingState.DELIVERED
        assert "sanctions.objection_reject" in offered("rahmat", waits)

    def it_hands_a_village_head_over_to_those_who_judge_crimes(self) -> None:
        handed = Proceeding.objects.get(state=ProceedingState.HANDED_OVER)
        assert handed.party.employment == "VILLAGE_HEAD"
        assert handed.case.state == CaseState.TO_REFER


class WhenKotaJambi2018IsRead:
    def it_votes_on_27_june_after_the_candidates_were_determined_on_12_february(self) -> None:
        mayors = election("PILKADA-2018")
        assert mayors.voting_date == date(2018, 6, 27)
        assert determination_date(mayors, "15.71", "MAYOR") == date(2018, 2, 12)

    def it_has_the_two_pairs_in_ballot_order(self) -> None:
        pairs = tickets_of(election("PILKADA-2018"), "15.71", "MAYOR")
        assert [(each.number, each.head_name) for each in pairs] == [(1, "Abdullah Sani"), (2, "Syarif Fasha")]

    def it_shows_all_five_causes(self) -> None:
        found = CauseCode.objects.filter(coding__case__in=Case.objects.filter(**KOTA_JAMBI))
        assert {"PATRON_CLIENT", "AMBITION", "KINSHIP", "ELITE_PRESSURE", "PARTY_MACHINE"} <= set(
            found.values_list("cause", flat=True)
        )

    def it_has_two_coders_who_agree_for_the_most_part(self) -> None:
        pairs = coded_pairs(Case.objects.filter(**KOTA_JAMBI))
        kappa = agreement(pairs).kappa
        assert len(pairs) == 7
        assert kappa is not None
        assert 0.4 < kappa < 0.9

    def it_is_judged_by_pp_53_and_overseen_by_kasn(self) -> None:
        assert {made.regime for made in decided_in(KOTA_JAMBI) if made.kind == "DISCIPLINE"} == {"DISC-53"}
        bodies = Referral.objects.filter(case__in=Case.objects.filter(**KOTA_JAMBI)).values_list("body_code", flat=True)
        assert set(bodies) == {"KASN"}

    def it_has_an_officer_cite_what_the_desk_had_answered_before(self) -> None:
        cited = CitedAdvice.objects.get(by_accused=False)
        (told,) = cited_for([cited.party])
        assert (told.weight, cited.party.case.state) == ("MITIGATING", CaseState.NOT_PROVEN)
        assert cited.answer.publications.filter(withdrawn_date=None).exists()


class WhenMuaroJambi2019IsRead:
    def it_has_the_three_forms(self) -> None:
        conducts = set(
            Act.objects.filter(case__in=Case.objects.filter(**MUARO_JAMBI)).values_list("conduct", flat=True)
        )
        assert {"use_state_facility", "mobilise_colleagues", "partisan_activity", "online_campaign"} <= conducts

    def it_imposed_nothing_but_oral_reprimands(self) -> None:
        made = decided_in(MUARO_JAMBI)
        assert len(made) == 5
        assert {each.sanction_code for each in made} == {"verbal_reprimand"}

    def it_marks_each_below_what_the_law_asked(self) -> None:
        made = decided_in(MUARO_JAMBI)
        assert {each.level_floor for each in made} == {"MODERATE", "SEVERE"}
        assert all(each.below_floor and each.deviation_reason for each in made)

    def it_finds_kinship_as_the_cause_most_often(self) -> None:
        codes = list(
            CauseCode.objects.filter(coding__case__in=Case.objects.filter(**MUARO_JAMBI)).values_list(
                "cause", flat=True
            )
        )
        assert max(set(codes), key=codes.count) == "KINSHIP"


class WhenTheOversightBodyChanges:
    def it_is_kasn_to_3_september_2024_and_bkn_after(self) -> None:
        for referral in Referral.objects.all():
            wanted = "KASN" if referral.referred_at.date() < date(2024, 9, 4) else "BKN"
            assert referral.body_code == wanted
        assert {"KASN", "BKN"} == set(Referral.objects.values_list("body_code", flat=True))


def test_the_public_reads_how_an_authority_answered():
    """A newcomer looks for the rate and the days of an authority; the demo has one with enough of every answer."""
    rows = {row.label: row.cells for row in public_tables(on=TODAY)["tindak-lanjut"].rows}
    assert not any(isinstance(cell, Hidden) for cell in rows["Pemerintah Kota Jambi"])
    assert all(isinstance(cell, Hidden) for cell in rows["Pemerintah Kabupaten Muaro Jambi"][1:])


class WhenItsStatisticsArePrinted:
    @pytest.mark.parametrize("officer", ["wayan", "dewi"])
    def it_is_one_sheet_that_can_be_read(self, officer: str) -> None:
        with translation.override("id"):
            tables = officer_tables(user(officer), on=TODAY)
            (sheet,) = sheets(digest_pdf(tables, Imprint("Semua pemilihan", TODAY, "https://netra.example/wawasan/")))
        assert sheet.smallest >= 7
