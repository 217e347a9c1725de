"""Looking: by a version of the checklist that never changes, with what was found or that nothing was; handing it on."""

from __future__ import annotations

import json
from datetime import date

import pytest

from netra.registry.models import Agency
from netra.supervision import queries
from netra.supervision.checks import SupervisionRefused
from netra.supervision.entries import AnswerEntry
from netra.supervision.models import Checklist
from netra.supervision.operations import observation_pass, observation_record, visit_cancel, visit_plan
from netra.supervision.tests.builders import (
    CITY,
    DAY,
    OFFICE,
    PLANNED_AT,
    QUESTIONS,
    SEEN_AT,
    Town,
    a_look,
    a_visit,
    at,
    planned,
    questions,
    seen,
    seen_by_the_city,
)
from netra.trust.access import NotAllowed
from netra.trust.errors import NotFound
from netra.trust.models import Event

pytestmark = pytest.mark.django_db

TODAY = date(2018, 3, 20)


@pytest.fixture
def town() -> Town:
    return Town()


class WhenSomebodyLooked:
    def it_is_a_result_that_nothing_was_found(self, town: Town) -> None:
        observation = seen(town, a_look())
        file = queries.visit_file(town.putu, observation.visit.ref, on=TODAY)
        assert [each.label for each in file.answers] == ["Tidak ada", "Tidak ada"]
        assert not file.may_register
        counts = queries.year_of(OFFICE, 2018, on=TODAY)[2]
        assert (counts.done, counts.nothing_found, counts.suspected) == (1, 1, 0)

    def it_keeps_the_evidence_and_records_who_opens_it(self, town: Town) -> None:
        observation = seen(town)
        content, _kind = queries.observation_proof(town.wayan, observation.visit.ref, 1, at=SEEN_AT, on=TODAY)
        assert content.startswith(b"%PDF-1.4 foto")
        assert Event.objects.filter(verb="trust.evidence_read").count() == 1
        with pytest.raises(NotFound):
            queries.observation_proof(town.wayan, observation.visit.ref, 2, at=SEEN_AT, on=TODAY)
        with pytest.raises(NotFound):
            queries.observation_proof(town.dewi, observation.visit.ref, 1, at=SEEN_AT, on=TODAY)

    def it_tells_the_trail_no_word_of_what_was_seen(self, town: Town) -> None:
        seen(town)
        told = json.loads(Event.objects.get(verb="supervision.observation_record").payload)
        assert (told["result"], told["evidence"], told["version"]) == ("SUSPECTED", 1, 1)
        assert "mobil" not in str(told)

    def it_is_written_once(self, town: Town) -> None:
        observation = seen(town)
        with pytest.raises(SupervisionRefused, match="sudah dicatat"):
            observation_record(visit_ref=observation.visit.ref, entry=a_look(), by=town.wayan, at=SEEN_AT)

    def it_wants_every_answer_and_says_what_is_there(self, town: Town) -> None:
        questions(town.wayan)
        visit = planned(town)
        for answers, said in (
            ([AnswerEntry("NO")], "setiap pertanyaan"),
            ([AnswerEntry("NO"), AnswerEntry("")], "Belum dijawab"),
            ([AnswerEntry("NO"), AnswerEntry("YES")], "tanpa keterangan"),
        ):
            with pytest.raises(SupervisionRefused, match=said):
                observation_record(visit_ref=visit.ref, entry=a_look(answers=answers), by=town.wayan, at=SEEN_AT)

    def it_wants_a_checklist_of_that_agency_and_subject(self, town: Town) -> None:
        questions(town.wayan, subject="OFFICE")
        questions(town.dewi, CITY)
        visit = planned(town)
        with pytest.raises(SupervisionRefused, match="belum mempunyai daftar periksa"):
            observation_record(visit_ref=visit.ref, entry=a_look(), by=town.wayan, at=SEEN_AT)

    def it_may_have_been_another_day_than_planned_but_not_before_the_plan(self, town: Town) -> None:
        questions(town.wayan)
        visit = planned(town)
        for day, said in ((date(2018, 2, 28), "lebih awal daripada rencana"), (date(2018, 3, 15), "belum tiba")):
            with pytest.raises(SupervisionRefused, match=said):
                observation_record(visit_ref=visit.ref, entry=a_look(observed_date=day), by=town.wayan, at=SEEN_AT)
        early = a_look(observed_date=date(2018, 3, 10))
        assert observation_record(visit_ref=visit.ref, entry=early, by=town.wayan, at=SEEN_AT).observed_date.day == 10


class WhenAChecklistChanges:
    def it_becomes_the_next_version_and_leaves_what_was_answered(self, town: Town) -> None:
        observation = seen(town)
        second = questions(town.wayan, asked=(*QUESTIONS, "Ada pegawai berseragam di lokasi kampanye?"))
        assert second.version == 2
        file = queries.visit_file(town.wayan, observation.visit.ref, on=TODAY)
        assert [each.question for each in file.answers] == list(QUESTIONS)
        (row,) = [each for each in queries.checklist_rows(town.wayan, OFFICE, on=TODAY) if each.latest]
        assert row.latest is not None
        assert (row.latest.version, [each.version for each in row.earlier]) == (2, [1])

    def it_refuses_a_version_that_says_the_same(self, town: Town) -> None:
        questions(town.wayan)
        with pytest.raises(SupervisionRefused, match="sama dengan versi"):
            questions(town.wayan)
        assert Checklist.objects.count() == 1

    def it_is_for_the_agency_that_uses_it(self, town: Town) -> None:
        with pytest.raises(NotAllowed):
            questions(town.dewi)
        questions(town.wayan)
        with pytest.raises(NotFound):
            queries.checklist_shown(town.dewi, OFFICE, "FACILITY", 1, on=TODAY)


class WhenTheAgencySuspectsSomething:
    def it_hands_it_to_the_supervisors_of_its_region(self, town: Town) -> None:
        observation = seen_by_the_city(town)
        with pytest.raises(NotFound):
            queries.visit_file(town.wayan, observation.visit.ref, on=TODAY)
        passed = observation_pass(visit_ref=observation.visit.ref, by=town.dewi, at=at("2018-03-15"))
        assert passed.passed_to == OFFICE
        file = queries.visit_file(town.wayan, observation.visit.ref, on=TODAY)
        assert (file.may_write, file.may_register, file.may_follow) == (False, False, True)
        with pytest.raises(NotFound):
            queries.visit_file(town.sinta, observation.visit.ref, on=TODAY)

    def it_becomes_a_proposal_until_the_supervisors_plan_to_look(self, town: Town) -> None:
        observation = seen_by_the_city(town)
        observation_pass(visit_ref=observation.visit.ref, by=town.dewi, at=at("2018-03-15"))
        office = Agency.objects.get(code=OFFICE)
        first = queries.proposals_for(office, date(2018, 3, 1), earlier={}, on=TODAY)[0]
        assert (first.unit_code, first.follows_ref) == ("DISHUB", observation.ref)
        assert first.subjects[0] == "FACILITY"
        assert "Pengawasan internal menyampaikan dugaan dari pengamatan 14 Maret 2018." in first.reasons
        entry = a_visit(planned_date=date(2018, 3, 20), follows_ref=observation.ref)
        visit = visit_plan(entry=entry, by=town.wayan, at=at("2018-03-16"))
        assert [each.ref for each in queries.visit_file(town.wayan, observation.visit.ref, on=TODAY).followed] == [
            visit.ref
        ]
        again = queries.proposals_for(office, date(2018, 4, 1), earlier={}, on=TODAY)
        assert not any(each.follows_ref for each in again)

    def it_comes_back_when_the_supervisors_cancel_their_look(self, town: Town) -> None:
        observation = seen_by_the_city(town)
        observation_pass(visit_ref=observation.visit.ref, by=town.dewi, at=at("2018-03-15"))
        entry = a_visit(planned_date=date(2018, 3, 20), follows_ref=observation.ref)
        visit = visit_plan(entry=entry, by=town.wayan, at=at("2018-03-16"))
        visit_cancel(visit_ref=visit.ref, reason="Petugas sakit.", by=town.wayan, at=at("2018-03-19"))
        office = Agency.objects.get(code=OFFICE)
        first = queries.proposals_for(office, date(2018, 3, 1), earlier={}, on=TODAY)[0]
        assert (first.unit_code, first.follows_ref) == ("DISHUB", observation.ref)

    def it_is_proposed_though_another_look_at_that_place_is_planned_already(self, town: Town) -> None:
        observation = seen_by_the_city(town)
        planned(town, a_visit(planned_date=date(2018, 3, 28)))
        observation_pass(visit_ref=observation.visit.ref, by=town.dewi, at=at("2018-03-15"))
        office = Agency.objects.get(code=OFFICE)
        first = queries.proposals_for(office, date(2018, 3, 1), earlier={}, on=TODAY)[0]
        assert (first.unit_code, first.follows_ref) == ("DISHUB", observation.ref)

    def it_is_handed_on_once_and_only_a_suspicion(self, town: Town) -> None:
        observation = seen_by_the_city(town)
        observation_pass(visit_ref=observation.visit.ref, by=town.dewi, at=at("2018-03-15"))
        with pytest.raises(SupervisionRefused, match="sudah disampaikan"):
            observation_pass(visit_ref=observation.visit.ref, by=town.dewi, at=at("2018-03-15"))

    def it_is_not_handed_on_when_nothing_was_found(self, town: Town) -> None:
        observation = seen_by_the_city(town, a_look())
        with pytest.raises(SupervisionRefused, match="Hanya dugaan"):
            observation_pass(visit_ref=observation.visit.ref, by=town.dewi, at=at("2018-03-15"))

    def it_is_not_a_step_of_the_supervisors(self, town: Town) -> None:
        observation = seen(town)
        with pytest.raises(NotAllowed):
            observation_pass(visit_ref=observation.visit.ref, by=town.wayan, at=at("2018-03-15"))

    def it_can_be_followed_only_by_the_office_that_received_it(self, town: Town) -> None:
        observation = seen_by_the_city(town)
        with pytest.raises(SupervisionRefused, match="disampaikan kepada instansi lain"):
            visit_plan(entry=a_visit(follows_ref=observation.ref, planned_date=DAY), by=town.wayan, at=PLANNED_AT)
