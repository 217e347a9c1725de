"""Budi was punished, Citra was cleared in the same case: she is sealed and erased apart from him."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netra.cases import operations as cases
from netra.cases.access import visible_to
from netra.cases.models import Act, Allegation, Answer, Case, Party
from netra.cases.offers import side_acts
from netra.cases.papers import Sealed, closed_papers, letter_pdf, letters_for, open_evidence
from netra.cases.queries import CaseFilter, case_file, case_page
from netra.cases.tests.builders import BUDI, CITY, PROVINCE, at
from netra.cases.tests.dump import places_with
from netra.letters.models import Letter
from netra.letters.queries import letters_of
from netra.sanctions import operations as act
from netra.sanctions.access import proceedings_visible_to
from netra.sanctions.models import Examination, Proceeding
from netra.sanctions.tests.builders import RULING
from netra.sanctions.tests.two_accused import CLOSED, HER_DEED, NIP, two_accused
from netra.trust import trail
from netra.trust.errors import NotFound
from netra.trust.tests.locks import unlocked

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path


def people_of(user, case: Case) -> list[str]:
    return [party.name for party in case_file(user, case.ref, on=date(2024, 12, 10)).case.parties.all()]


def of_citra(case: Case) -> Party:
    return Party.objects.get(case=case, ordinal=2)


class WhenOneOfTwoIsCleared:
    def it_seals_her_with_a_date_of_her_own_and_not_the_case(self):
        case = two_accused().close()
        assert (case.state, case.erase_date) == ("CLOSED", None)
        assert [party.erase_date for party in case.parties.order_by("ordinal")] == [None, date(2026, 12, 9)]

    def it_shows_her_while_the_case_runs(self):
        stage = two_accused()
        act.proceeding_close(ref=stage.citras.ref, by=stage.hers, at=at(CLOSED))
        assert people_of(stage.cast.wayan, stage.case) == ["Budi (contoh)", "Citra (contoh)"]

    def it_names_the_other_alone_afterwards_whoever_looks(self):
        stage = two_accused()
        case = stage.close()
        for user in (stage.cast.wayan, stage.cast.ani, stage.cast.dewi, stage.cast.hasan):
            file = case_file(user, case.ref, on=date(2024, 12, 10))
            assert [party.name for party in file.case.parties.all()] == ["Budi (contoh)"]
            assert [each.narrative for each in file.case.acts.all()] == ["Perbuatan (contoh)."]
            assert [each.party.ordinal for each in file.allegations] == [1]
            assert [each.party.ordinal for each in file.case.recommendations.all()] == [1]
            assert [each.ordinal for each in file.sealed] == [2]

    def it_is_no_case_for_her_agency_any_more(self):
        stage = two_accused(hers=PROVINCE)
        assert visible_to(stage.hers, on=date(2024, 12, 9)).exists()
        stage.close()
        assert not visible_to(stage.hers, on=date(2024, 12, 10)).exists()

    def it_opens_her_proceeding_to_the_auditor_alone(self):
        stage, day = two_accused(), date(2024, 12, 10)
        stage.close()
        for user in (stage.cast.wayan, stage.cast.ani, stage.cast.dewi, stage.cast.rahmat):
            assert [each.ref for each in proceedings_visible_to(user, on=day)] == [stage.budis.ref]
        assert set(proceedings_visible_to(stage.cast.hasan, on=day)) == {stage.budis, stage.citras}

    def it_finds_nothing_by_her_number(self):
        stage = two_accused()
        search: dict[str, Any] = {"on": date(2024, 12, 10), "narrow": CaseFilter(text=NIP)}
        assert len(case_page(stage.cast.wayan, **search).cases) == 1
        stage.close()
        assert not case_page(stage.cast.wayan, **search).cases

    def it_closes_the_letters_about_her_alone(self):
        stage, day = two_accused(), date(2024, 12, 10)
        case = stage.close()
        refused = []
        for letter in letters_for(stage.cast.ani, case, on=day):
            assert letter_pdf(stage.cast.hasan, case.ref, letter.ref, on=day).content
            try:
                letter_pdf(stage.cast.ani, case.ref, letter.ref, on=day)
            except Sealed:
                refused.append(letter.kind)
        assert sorted(refused) == [
            "DECISION_STOP",
            "EXAMINATION_RECORD",
            "EXAMINATION_REPORT",
            "RECOMMENDATION",
            "SUMMONS_1",
            "TEAM_DECREE",
        ]
        assert not closed_papers(stage.cast.hasan, case, on=day)

    def it_closes_what_came_with_her_answer(self):
        stage, day = two_accused(), date(2024, 12, 10)
        case = stage.close()
        ref = Answer.objects.get(party=of_citra(case)).evidence_refs[0]
        with pytest.raises(Sealed):
            open_evidence(stage.cast.wayan, case.ref, ref, on=day, at=at("2024-12-10"))
        assert open_evidence(stage.cast.hasan, case.ref, ref, on=day, at=at("2024-12-10"))[1] == b"Citra di rumah"

    def it_leaves_nobodys_data_blocked_behind_the_seal(self):
        stage = two_accused()
        person = of_citra(stage.case)
        person.blocks.create(blocked_at=at("2024-11-08"), reason="Belum dijawab.")
        with pytest.raises(cases.ActRefused, match="masih diblokir"):
            stage.close()
        reason = "Tidak terbukti."
        act.data_unblock(case_ref=stage.case.ref, party=2, reason=reason, by=stage.cast.ani, at=at("2024-12-08"))
        assert stage.close().state == "CLOSED"


class WhenHerDateComes:
    def it_is_offered_then_and_not_a_day_before(self):
        stage = two_accused()
        case = stage.close()
        for day, offered in ((date(2026, 12, 8), False), (date(2026, 12, 9), True)):
            assert ("cases.erasure_request" in side_acts(stage.cast.wayan, case, on=day)) is offered
            assert "cases.erasure_request" not in side_acts(stage.cast.dewi, case, on=day)
        with pytest.raises(cases.ActRefused, match="9 Desember 2026"):
            cases.erasure_request(case_ref=case.ref, reason="Jadwal.", by=stage.cast.wayan, at=at("2026-12-08"))

    def it_leaves_her_only_in_what_tells_of_both(self):
        stage = two_accused()
        stage.close()
        stage.erase()
        # The study and the referral name both, and belong to the case of Budi.
        assert places_with("Citra") == ["letters_letter"]
        naming = [letter.kind for letter in Letter.objects.order_by("pk") if "Citra" in str(letter.data)]
        assert naming == ["STUDY", "REFERRAL"]
        assert {letter.kind for letter in letters_of(stage.case.chain) if letter.status == "ERASED"} == {
            "RECOMMENDATION",
            "TEAM_DECREE",
            "SUMMONS_1",
            "EXAMINATION_RECORD",
            "EXAMINATION_REPORT",
            "DECISION_STOP",
        }

    def it_touches_nothing_of_budi(self):
        stage = two_accused()
        case = stage.close()
        stage.erase()
        budi = Party.objects.get(case=case, ordinal=1)
        assert (budi.name, budi.position_title) == (BUDI.name, BUDI.position_title)
        assert Answer.objects.get(party=budi).text == "Saya Budi, khilaf."
        assert Act.objects.get(case=case, ordinal=1).narrative == "Perbuatan (contoh)."
        assert Examination.objects.get(proceeding=stage.budis).dialogue
        assert Proceeding.objects.get(pk=stage.budis.pk).decision.considerations == RULING.considerations
        case.refresh_from_db()
        assert (case.title, case.erased_at) == (stage.case.title, None)
        decision = next(letter for letter in letters_of(case.chain) if letter.kind == "DECISION_SEVERE")
        assert letter_pdf(stage.cast.ani, case.ref, decision.ref, on=date(2026, 12, 10)).content

    def it_keeps_what_is_counted_and_the_trail(self):
        stage = two_accused()
        case = stage.close()
        stage.erase()
        citra = of_citra(case)
        assert (citra.name, citra.nip, citra.agency_code, citra.employment) == ("", "", CITY, "PNS")
        assert Allegation.objects.filter(party=citra).count() == 2
        assert Act.objects.get(case=case, ordinal=2).conduct == HER_DEED.conduct
        assert trail.verify_database().ok

    def it_is_done_once(self):
        stage = two_accused()
        case = stage.close()
        stage.erase()
        assert not {each for each in side_acts(stage.cast.wayan, case, on=date(2026, 12, 10)) if "erasure" in each}
        with pytest.raises(cases.ActRefused, match="sudah diminta"):
            cases.erasure_request(case_ref=case.ref, reason="Lagi.", by=stage.sinta, at=at("2026-12-10"))


def test_a_proceeding_of_a_case_that_ended_unproven_opens_to_the_auditor_alone():
    stage, day = two_accused(), date(2024, 12, 10)
    with unlocked():
        Proceeding.objects.filter(pk=stage.budis.pk).update(state="STOPPED")
        Proceeding.objects.get(pk=stage.budis.pk).decision.delivery.delete()
        Proceeding.objects.get(pk=stage.budis.pk).decision.delete()
    assert stage.close().state == "NOT_PROVEN"
    assert not proceedings_visible_to(stage.cast.ani, on=day).exists()
    assert proceedings_visible_to(stage.cast.hasan, on=day).count() == 2


def test_a_stranger_finds_no_letter_of_hers():
    stage = two_accused()
    case = stage.close()
    letter = letters_of(case.chain)[-1]
    with pytest.raises(NotFound):
        letter_pdf(stage.cast.maria, case.ref, letter.ref, on=date(2024, 12, 10))
