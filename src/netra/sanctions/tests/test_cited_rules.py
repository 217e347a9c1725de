"""A crime is referred, not judged: what papers of discipline and ethics cite, what the study, what the referral."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from netra.cases.cited_rules import rules_of
from netra.cases.letters import allegations_of
from netra.cases.models import Case
from netra.cases.tests.builders import Cast, at
from netra.letters.models import Letter
from netra.sanctions import operations as act
from netra.sanctions.tests.builders import RULING, Story, deed, examine, open_story, refer_story

pytestmark = pytest.mark.django_db

# Ruling as an official in favour of a candidate for mayor, in the campaign of 2018: a severe breach of PP 53/2010,
# and a crime of UU 10/2016 besides (law/fact-sheet 6.4 and 5.2).
BREACH = "Pasal 4 angka 15 huruf c jo. Pasal 13 angka 13 Peraturan Pemerintah Nomor 53 Tahun 2010"
CRIMES = ["Pasal 71 ayat (1) Undang-Undang Nomor 10 Tahun 2016", "Pasal 188 Undang-Undang Nomor 1 Tahun 2015"]
RULED_2018 = Story(date(2018, 4, 23), deed("partisan_decision", date(2018, 4, 22)))


def papers() -> dict[str, dict[str, Any]]:
    return {each.kind: each.data or {} for each in Letter.objects.order_by("pk")}


def decided(cast: Cast) -> dict[str, dict[str, Any]]:
    proceeding = open_story(cast, RULED_2018)
    examine(cast, proceeding, letter="2018-05-14", held="2018-05-24", reported="2018-05-25")
    ruling = replace(RULING, sanction_code="rank_demotion_3y", decided_date=date(2018, 5, 28))
    act.decision_make(ref=proceeding.ref, ruling=ruling, by=cast.rahmat, at=at("2018-05-28"))
    return papers()


class WhenAnActIsABreachAndMayBeACrime:
    def it_is_declared_a_breach_of_discipline_alone(self):
        told = decided(Cast())
        assert told["SUMMONS_1"]["rules"] == [BREACH]
        assert told["EXAMINATION_RECORD"]["rules"] == [BREACH]
        assert told["EXAMINATION_REPORT"]["violated_rules"] == [BREACH]
        assert told["DECISION_SEVERE"]["violated_rules"] == [BREACH]
        assert told["REFERRAL"]["violated_rules"] == [BREACH]
        assert told["RECOMMENDATION"]["violated_rules"] == [BREACH]

    def it_is_told_as_a_suspicion_in_the_study(self):
        assert decided(Cast())["STUDY"]["rules"] == [BREACH, *(f"Diduga tindak pidana: {each}" for each in CRIMES)]

    def it_is_named_a_crime_only_where_it_is_referred_to_who_judges_crimes(self):
        cast = Cast()
        proceeding = open_story(cast, RULED_2018)
        act.crime_refer(
            case_ref=proceeding.case.ref,
            party=1,
            addressee="Sentra Gakkumdu",
            by=cast.wayan,
            at=at("2018-05-14"),
        )
        assert papers()["CRIME_REFERRAL"]["suspected_crimes"] == CRIMES


ANGKA_12_C = "Pasal 4 angka 12 huruf c jo. Pasal 12 angka 6 Peraturan Pemerintah Nomor 53 Tahun 2010"
ANGKA_13_B = "Pasal 4 angka 13 huruf b jo. Pasal 12 angka 7 Peraturan Pemerintah Nomor 53 Tahun 2010"


class WhenALetterOfTheLawNamesOtherOffices:
    """Fact sheet 6.4: of legislative candidates PP 53/2010 speaks in Pasal 4 angka 12 alone, in 13 of the President."""

    def cited(self, office: str, *others: str) -> list[str]:
        deeds = replace(deed("partisan_activity", date(2019, 2, 10)), other_conducts=others)
        story = Story(date(2019, 2, 11), deeds, election_kind="GENERAL", office=office, level="MODERATE")
        return rules_of(allegations_of(refer_story(Cast(), story)))

    def it_is_not_cited_beside_one_that_reaches_the_contest(self):
        assert self.cited("DPR", "mobilise_colleagues") == [ANGKA_12_C]

    def it_is_cited_with_its_doubt_where_it_stands_alone(self):
        assert self.cited("DPR") == [f"{ANGKA_13_B}, penerapannya pada pemilihan ini perlu ditelaah"]

    def it_is_cited_with_its_doubt_where_nobody_named_the_office(self):
        assert self.cited("") == [
            f"{ANGKA_13_B}, penerapannya perlu ditelaah karena jabatan yang dipilih tidak disebut"
        ]

    def it_is_cited_plainly_where_it_names_the_office(self):
        assert self.cited("PRESIDENT") == [ANGKA_13_B]


def test_an_article_on_acts_in_the_campaign_is_doubted_before_it():
    """PP 53/2010 Ps 4 angka 15 huruf c: "selama masa kampanye", which began on 15 February 2018."""
    case: Case = refer_story(Cast(), Story(date(2018, 2, 13), deed("partisan_decision", date(2018, 2, 12))))
    assert rules_of(allegations_of(case)) == [f"{BREACH}, penerapannya di luar masa kampanye perlu ditelaah"]
