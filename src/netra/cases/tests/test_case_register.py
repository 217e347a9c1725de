"""Registering: from a report or a finding, once, by whoever is competent, for acts that this house can judge."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netra.cases import operations as act
from netra.cases.access import visible_to
from netra.cases.bypass import BypassOpen
from netra.cases.models import Act, Case, Deadline, Party
from netra.cases.papers import evidence_for
from netra.cases.tests.builders import (
    BUDI,
    CITY,
    LIKE,
    OPENING,
    Cast,
    at,
    day,
    from_report,
    make_case,
    make_report,
    register,
)
from netra.intake.models import Report
from netra.intake.operations import StepForbidden, report_bypass_set
from netra.intake.states import Kind, State
from netra.intake.tests import builders as intake
from netra.trust import evidence, trail
from netra.trust.access import NotAllowed
from netra.trust.acts import Role
from netra.trust.errors import NotFound, Refused
from netra.trust.models import ChainHead, Event
from netra.trust.tests import builders as trust
from netra.trust.tests.locks import lock_all

pytestmark = pytest.mark.django_db


def told_at_registration(case: Case) -> str:
    """The article in the trail of the registration."""
    (told,) = [entry for entry in trail.history(case.chain) if entry.verb == "cases.case_register"]
    return told.citation


class WhenAReportBecomesACase:
    def it_takes_over_what_the_officer_carries_on_and_marks_the_report(self):
        cast = Cast()
        report = make_report(cast)
        case = register(cast, report)
        report.refresh_from_db()
        assert (case.source, case.report_ref, case.state) == ("REPORT", report.ref, "REGISTERED")
        assert (case.region_code, case.province_code, case.agency_code) == ("15.71", "15", CITY)
        assert (report.state, report.case_ref) == ("REGISTERED", case.ref)
        assert list(case.parties.values_list("ordinal", "name")) == [(1, "Budi (contoh)")]
        assert list(case.acts.values_list("ordinal", "conduct", "act_date")) == [
            (1, "social_media_reaction", date(2024, 10, 15))
        ]

    def it_leaves_one_event_with_the_article_of_that_election(self):
        cast = Cast()
        report = make_report(cast)
        case = register(cast, report)
        (told,) = [entry for entry in trail.history(case.chain) if entry.verb == "cases.case_register"]
        facts = {"case": case.ref, "report": report.ref, "observation": "", "election": "", "case_agency": "JAMBI-KOTA"}
        assert dict(told.payload) == facts
        assert told.citation.startswith("UU 1/2015 jo. UU 8/2015 Pasal 134 ayat (4)–(5)")
        assert told.actor_ref == cast.wayan.actor_ref

    def it_hands_the_evidence_over_and_says_so_in_the_trail_of_the_case(self):
        cast = Cast()
        report = make_report(cast)
        item = evidence.receive(
            content=intake.PICTURE,
            original_name="panggung.png",
            by=cast.wayan,
            at=at("2024-10-18", 10),
            chain=f"report:{report.ref}",
        )
        case = register(cast, report)
        handed = [dict(e.payload) for e in trail.history(case.chain) if e.verb == "trust.evidence_hand_over"]
        assert handed == [{"evidence": item.ref, "sha256": item.sha256}]
        assert [each.ref for each in evidence_for(cast.wayan, case, on=day("2024-10-21"))] == [item.ref]
        assert trail.verify_chain(case.chain).ok

    def it_does_so_once(self):
        cast = Cast()
        report = make_report(cast)
        case = register(cast, report)
        with pytest.raises(act.ActRefused, match=rf"Laporan {report.ref} sudah menjadi perkara"):
            register(cast, report, on="2024-10-19")
        assert [each.ref for each in Case.objects.all()] == [case.ref]
        assert Event.objects.filter(verb="cases.case_register").count() == 1

    @pytest.mark.parametrize("typed", ["(dihapus)", " (Dihapus) "])
    def it_takes_no_name_that_looks_like_somebody_erased(self, typed: str):
        """Two people erase; the words that stand for it are no name that somebody may type."""
        cast = Cast()
        case = register(cast, make_report(cast))
        accused = replace(OPENING.parties[0], name=typed)
        with pytest.raises(act.ActRefused, match="dimusnahkan oleh dua orang"):
            act.party_add(case_ref=case.ref, party=accused, by=cast.wayan, at=at("2024-10-21"))
        with pytest.raises(act.ActRefused, match="dimusnahkan oleh dua orang"):
            act.party_correct(
                case_ref=case.ref, ordinal=1, party=accused, source="LETTER", by=cast.wayan, at=at("2024-10-21")
            )

    def it_waits_until_the_report_was_checked(self):
        cast = Cast()
        report = intake.a_report()
        with pytest.raises(StepForbidden):
            register(cast, report)
        assert not Case.objects.exists()
        assert not Deadline.objects.exists()

    def it_needs_a_report_that_is_there(self):
        cast = Cast()
        with pytest.raises(NotFound):
            act.case_register(opening=OPENING, report_ref="LAP-2024-NONE", by=cast.wayan, at=at("2024-10-18"))
        assert not Case.objects.exists()

    def it_stands_on_a_finding_when_the_report_was_only_a_lead(self):
        """UU 7/2017 Ps 454(5), (6): a lead that the supervisor traced himself is his finding, not the report."""
        cast = Cast()
        report = intake.in_state(intake.a_report(), State.INFORMATION)
        case = register(cast, report)
        assert (case.source, case.report_ref) == ("FINDING", report.ref)
        assert "dasar temuan belum dibaca" in told_at_registration(case)


class WhenASuperiorIsReportedForPressure:
    @staticmethod
    def report(cast: Cast, agency_code: str) -> Report:
        superior = replace(intake.BUDI, agency_code=agency_code, is_superior=True)
        return make_report(cast, kind=Kind.SUPERIOR_PRESSURE, persons=(superior,))

    def it_keeps_the_case_from_the_same_agency_as_the_report(self):
        cast = Cast()
        report = self.report(cast, CITY)
        assert report.bypass_agency_code == CITY
        assert register(cast, report).bypass_agency_code == CITY

    def it_does_so_even_when_the_officer_forgets_it(self):
        cast = Cast()
        report = self.report(cast, CITY)
        forgetful = replace(from_report(report), bypass_agency_code="")
        case = act.case_register(opening=forgetful, report_ref=report.ref, by=cast.wayan, at=at("2024-10-18", 11))
        assert Case.objects.get(pk=case.pk).bypass_agency_code == CITY

    def it_waits_until_an_officer_has_said_which_agency_that_is(self):
        cast = Cast()
        trust.grant(cast.wayan, Role.INTAKE_OFFICER, region="15")
        report = self.report(cast, "")
        assert report.bypass_agency_code == ""
        with pytest.raises(BypassOpen, match="tetapkan instansi atasan lebih dulu"):
            register(cast, report)
        report_bypass_set(report_ref=report.ref, agency_codes=[CITY], by=cast.wayan, at=at("2024-10-18", 10))
        assert register(cast, report).bypass_agency_code == CITY


class WhenTheSupervisorFindsItHimself:
    def it_is_a_finding_without_a_report(self):
        case = make_case(Cast())
        assert (case.source, case.report_ref) == ("FINDING", "")

    @pytest.mark.parametrize(
        ("kind", "words"),
        # 454(5) and (7) speak of findings; Ps 134 of reports only, and what was not read is said to be so.
        [
            ("GENERAL", "UU 7/2017 Pasal 454 ayat (5), (7)"),
            ("REGIONAL", "UU 1/2015 Pasal 134 (hanya menyebut laporan; dasar temuan belum dibaca)"),
        ],
    )
    def it_cites_the_paragraphs_of_findings_and_not_those_of_reports(self, kind, words):
        assert told_at_registration(make_case(Cast(), election_kind=kind)).startswith(words)

    def it_may_be_about_nobody_known_yet(self):
        case = make_case(Cast(), parties=(act.NewParty(),), agency_code="")
        (party,) = case.parties.all()
        assert (party.name, party.agency_code, party.nip) == ("", "", "")

    def it_may_be_about_several_people_and_acts(self):
        citra = act.NewParty(name="Citra (contoh)", agency_code=CITY)
        later = replace(LIKE, act_date=date(2024, 10, 16))
        case = make_case(Cast(), parties=(BUDI, citra), acts=(LIKE, later))
        assert [party.ordinal for party in case.parties.order_by("id")] == [1, 2]
        assert [deed.ordinal for deed in case.acts.order_by("id")] == [1, 2]


class WhenTheOfficerIsNotCompetent:
    def it_refuses_maria_and_keeps_nothing(self):
        cast = Cast()
        with pytest.raises(NotAllowed):
            act.case_register(opening=OPENING, by=cast.maria, at=at("2024-10-17"))
        assert not Case.objects.exists()

    @pytest.mark.parametrize("who", ["dewi", "rahmat", "ani", "putu", "hasan", "lestari"])
    def it_refuses_every_role_but_the_intake_officer(self, who):
        cast = Cast()
        with pytest.raises(NotAllowed):
            act.case_register(opening=OPENING, by=getattr(cast, who), at=at("2024-10-17"))
        assert not Case.objects.exists()

    def it_lets_the_province_register_below_itself(self):
        Cast()
        sinta = trust.grant(trust.make_user("sinta"), Role.INTAKE_OFFICER, region="15")
        case = act.case_register(opening=OPENING, by=sinta, at=at("2024-10-17"))
        assert visible_to(sinta, on=day("2024-10-17")).get() == case

    def it_keeps_a_regency_from_its_neighbour(self):
        cast = Cast()
        muaro = trust.grant(trust.make_user("komang"), Role.INTAKE_OFFICER, region="15.05")
        with pytest.raises(NotAllowed):
            act.case_register(opening=OPENING, by=muaro, at=at("2024-10-17"))
        make_case(cast)
        assert not visible_to(muaro, on=day("2024-10-17")).exists()

    def it_refuses_an_officer_whose_grant_has_ended_that_day(self):
        Cast()
        former = trust.grant(trust.make_user("gede"), Role.INTAKE_OFFICER, region="15.71", until=date(2024, 10, 17))
        act.case_register(opening=replace(OPENING, received_date=day("2024-10-16")), by=former, at=at("2024-10-16"))
        with pytest.raises(NotAllowed):
            act.case_register(opening=OPENING, by=former, at=at("2024-10-17"))


def acted(on: date, **over: object) -> tuple[act.NewAct, ...]:
    return (replace(LIKE, act_date=on, **over),)  # type: ignore[arg-type]


class WhenTheDayOrTheConductCannotBe:
    @pytest.mark.parametrize(
        ("acts", "words"),
        [
            (acted(date(2013, 12, 31)), "sebelum 2014"),
            (acted(date(2024, 10, 18)), "masa depan"),
            (acted(date(2024, 10, 15), conduct="dancing"), "dancing"),
            (acted(date(2024, 10, 15), other_conducts=("singing",)), "singing"),
        ],
    )
    def it_refuses_the_act_and_keeps_nothing_of_the_case(self, acts, words):
        cast = Cast()
        with pytest.raises(act.ActRefused, match=words):
            make_case(cast, acts=acts)
        assert not (Case.objects.exists() or Party.objects.exists() or Act.objects.exists())
        assert not Event.objects.filter(verb__startswith="cases.").exists()

    @pytest.mark.parametrize("on", [date(2014, 1, 1), date(2024, 10, 17)])
    def it_takes_the_first_day_of_the_rules_and_the_day_itself(self, on):
        case = make_case(Cast(), acts=acted(on))
        assert case.acts.get().act_date == on

    def it_counts_the_day_in_jambi_and_not_in_greenwich(self):
        """At 01:00 WIB on the 17th it is still the 16th in UTC; an act of the 17th is of today."""
        cast = Cast()
        opening = replace(OPENING, acts=acted(date(2024, 10, 17)))
        case = act.case_register(opening=opening, by=cast.wayan, at=at("2024-10-17", 1))
        assert case.acts.get().act_date == date(2024, 10, 17)

    def it_refuses_a_day_of_receipt_in_the_future(self):
        with pytest.raises(act.ActRefused, match=r"Tanggal diterima \(18 Oktober 2024\) berada di masa depan"):
            make_case(Cast(), received_date=date(2024, 10, 18))

    @pytest.mark.parametrize(
        ("kind", "on"),
        # The general law began on 2017-08-16, the regional one on 2015-02-02: the day before there is nothing.
        [("GENERAL", "2017-08-15"), ("REGIONAL", "2015-02-01")],
    )
    def it_refuses_where_no_election_law_was_in_force(self, kind, on):
        with pytest.raises(Refused):
            make_case(Cast(), election_kind=kind, on=on, received_date=day(on), acts=acted(date(2014, 5, 1)))
        assert not Case.objects.exists()

    @pytest.mark.parametrize(("kind", "on"), [("GENERAL", "2017-08-16"), ("REGIONAL", "2015-02-02")])
    def it_begins_on_the_first_day_of_the_law(self, kind, on):
        case = make_case(Cast(), election_kind=kind, on=on, received_date=day(on), acts=acted(date(2014, 5, 1)))
        assert case.state == "REGISTERED"

    def it_refuses_an_unknown_kind_of_election(self):
        with pytest.raises(Refused):
            make_case(Cast(), election_kind="VILLAGE")
        assert not Case.objects.exists()


def test_two_cases_have_references_that_do_not_follow_each_other():
    cast = Cast()
    first, second = make_case(cast), make_case(cast)
    assert first.ref != second.ref
    assert first.ref.startswith("PKR-2024-")
    assert second.ref.startswith("PKR-2024-")


@pytest.mark.usefixtures("tampering")
class WhenSomebodyTakesTheHistoryOut:
    def it_is_found_that_the_case_and_its_report_have_no_trail(self):
        cast = Cast()
        report = make_report(cast)
        case, report_chain = register(cast, report), f"report:{report.ref}"
        for chain in (case.chain, report_chain):
            Event.objects.filter(chain=chain)._raw_delete("default")
            ChainHead.objects.filter(pk=chain).delete()
        lock_all()
        found = {(problem.chain, problem.code) for problem in trail.verify_database().problems}
        assert found == {(case.chain, "NO_CHAIN"), (report_chain, "NO_CHAIN")}
