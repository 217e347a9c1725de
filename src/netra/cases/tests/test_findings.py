"""A finding of a planned visit: one case, with the term that runs from the day somebody looked."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from netra.cases import operations as act
from netra.cases.models import Case
from netra.cases.papers import evidence_for, open_evidence, withheld
from netra.supervision.checks import SupervisionRefused
from netra.supervision.models import Observation
from netra.supervision.operations import observation_pass, observation_record
from netra.supervision.own_finding import OwnFinding
from netra.supervision.queries import observation_proof, visit_file
from netra.supervision.tests.builders import (
    CITY,
    DAY,
    OFFICE,
    Town,
    a_look,
    a_suspicion,
    a_visit,
    at,
    planned,
    questions,
    seen,
    seen_by_the_city,
)
from netra.trust import evidence
from netra.trust.access import NotAllowed
from netra.trust.acts import Role
from netra.trust.errors import NotFound
from netra.trust.models import Event, User
from netra.trust.tests.builders import grant, make_user
from netra.trust.trail import verify_database

pytestmark = pytest.mark.django_db

OPENING = act.CaseOpening(
    title="Dugaan kendaraan dinas pada kampanye",
    election_kind="REGIONAL",
    region_code="15.71",
    handling_agency_code=OFFICE,
    received_date=DAY,
    agency_code=CITY,
)


@pytest.fixture
def town() -> Town:
    return Town()


def registered(by: User, observation: Observation, **over: object) -> Case:
    opening = replace(OPENING, **over)  # type: ignore[arg-type]
    return act.case_register(opening=opening, observation_ref=observation.ref, by=by, at=at("2018-03-16"))


class WhenWhoIsAccusedWorksInTheOfficeThatSawHim:
    def it_opens_him_neither_what_was_seen_nor_the_evidence(self, town: Town) -> None:
        observation = seen(town)
        visit = observation.visit.ref
        registered(town.wayan, observation, parties=(act.NewParty(name="Budi (contoh)"),))
        budi = grant(make_user("budi", full_name="Budi, S.E. (contoh)"), Role.INTAKE_OFFICER, region="15.71")
        with pytest.raises(OwnFinding, match="sama dengan nama terlapor dalam perkara yang berasal dari pengawasan"):
            visit_file(budi, visit, on=date(2018, 3, 20))
        with pytest.raises(OwnFinding):
            observation_proof(budi, visit, 1, at=at("2018-03-20"), on=date(2018, 3, 20))
        assert visit_file(town.wayan, visit, on=date(2018, 3, 20)).observation is not None

    def it_opens_him_neither_what_his_own_office_saw_first_and_passed_on(self, town: Town) -> None:
        """The city's supervision suspected it, the supervisors looked again, and Budi of the city is accused."""
        first = seen_by_the_city(town)
        observation_pass(visit_ref=first.visit.ref, by=town.dewi, at=at("2018-03-15"))
        questions(town.wayan)
        looked = date(2018, 3, 20)
        again = planned(town, a_visit(planned_date=looked, follows_ref=first.ref), on=at("2018-03-16"))
        look = a_suspicion(observed_date=looked)
        second = observation_record(visit_ref=again.ref, entry=look, by=town.wayan, at=at("2018-03-20", 15))
        opening = replace(OPENING, received_date=looked, parties=(act.NewParty(name="Budi (contoh)"),))
        act.case_register(opening=opening, observation_ref=second.ref, by=town.wayan, at=at("2018-03-21"))
        budi = grant(make_user("budi", full_name="Budi, S.E. (contoh)"), Role.PERSONNEL_OFFICER, agency=CITY)
        with pytest.raises(OwnFinding):
            visit_file(budi, first.visit.ref, on=date(2018, 3, 22))
        with pytest.raises(OwnFinding):
            observation_proof(budi, first.visit.ref, 1, at=at("2018-03-22"), on=date(2018, 3, 22))
        assert visit_file(town.dewi, first.visit.ref, on=date(2018, 3, 22)).observation is not None


class WhenTheSupervisorsRegisterWhatTheySaw:
    def it_is_a_finding_that_both_sides_know(self, town: Town) -> None:
        observation = seen(town)
        case = registered(town.wayan, observation)
        observation.refresh_from_db()
        assert (case.source, case.observation_ref, observation.case_ref) == ("FINDING", observation.ref, case.ref)
        told = json.loads(Event.objects.get(verb="cases.case_register").payload)
        assert (told["observation"], told["report"]) == (observation.ref, "")

    def it_takes_the_evidence_along(self, town: Town) -> None:
        observation = seen(town)
        case = registered(town.wayan, observation)
        (photo,) = evidence_for(town.wayan, case, on=date(2018, 3, 20))
        assert photo.ref == observation.evidence_refs[0]
        assert Event.objects.filter(chain=case.chain, verb="trust.evidence_hand_over").count() == 1
        _item, content = open_evidence(town.wayan, case.ref, photo.ref, on=date(2018, 3, 20), at=at("2018-03-20"))
        assert content.startswith(b"%PDF-1.4 foto")
        assert withheld(case, [photo]) == {}

    def it_counts_the_term_of_a_general_election_from_the_day_it_was_seen(self, town: Town) -> None:
        """UU 7/2017 Ps 454 (5): seven days; 14 March + 7 = 21 March 2018."""
        case = registered(town.wayan, seen(town), election_kind="GENERAL")
        term = case.deadlines.get(rule="finding_term")
        assert (term.start_date, term.due_date, term.was_late) == (DAY, date(2018, 3, 21), False)

    def it_knows_no_term_for_a_regional_election(self, town: Town) -> None:
        """UU 1/2015 Ps 134 names reports only; no article on findings was found."""
        assert not registered(town.wayan, seen(town)).deadlines.filter(rule="finding_term").exists()

    def it_takes_no_other_day(self, town: Town) -> None:
        observation = seen(town)
        with pytest.raises(act.ActRefused, match="14 Maret 2018"):
            registered(town.wayan, observation, received_date=date(2018, 3, 15))
        assert not Case.objects.exists()

    def it_becomes_one_case_only(self, town: Town) -> None:
        observation = seen(town)
        registered(town.wayan, observation)
        with pytest.raises(SupervisionRefused, match="sudah menjadi perkara"):
            registered(town.wayan, observation)
        assert Case.objects.count() == 1

    def it_leaves_a_trail_that_says_what_the_rows_say(self, town: Town) -> None:
        registered(town.wayan, seen(town))
        assert verify_database().problems == []


class WhenThereIsNothingToRegister:
    def it_refuses_a_look_that_found_nothing(self, town: Town) -> None:
        with pytest.raises(SupervisionRefused, match="tidak menemukan pelanggaran"):
            registered(town.wayan, seen(town, a_look()))

    def it_refuses_what_the_agency_saw_until_the_supervisors_looked(self, town: Town) -> None:
        observation = seen_by_the_city(town)
        observation_pass(visit_ref=observation.visit.ref, by=town.dewi, at=at("2018-03-15"))
        with pytest.raises(SupervisionRefused, match="belum menjadi temuan"):
            registered(town.wayan, observation)

    def it_is_not_for_the_agency(self, town: Town) -> None:
        with pytest.raises(NotAllowed):
            registered(town.dewi, seen_by_the_city(town))

    def it_does_not_exist_for_other_supervisors(self, town: Town) -> None:
        with pytest.raises(NotFound):
            registered(town.sinta, seen(town), region_code="15.05")


class WhenTheCaseIsErased:
    def it_takes_the_words_and_the_evidence_of_the_observation(self, town: Town) -> None:
        observation = seen(town)
        case = registered(town.wayan, observation)
        Case.objects.filter(pk=case.pk).update(
            state="NOT_PROVEN", ended_date=date(2018, 4, 1), erase_date=date(2020, 4, 1)
        )
        second = grant(make_user("dua"), Role.INTAKE_OFFICER, region="15.71")
        act.erasure_request(case_ref=case.ref, reason="Jadwal retensi.", by=town.wayan, at=at("2020-04-02"))
        act.erasure_approve(case_ref=case.ref, by=second, at=at("2020-04-03"))
        observation.refresh_from_db()
        assert (observation.summary, observation.place, observation.answers) == ("(dihapus)", "(dihapus)", [])
        assert (observation.observed_date, observation.result) == (DAY, "SUSPECTED")
        assert evidence.item(observation.evidence_refs[0]).is_destroyed
        told = [each.message for each in verify_database().problems if "hasil pengawasan" in each.message]
        assert told == []
