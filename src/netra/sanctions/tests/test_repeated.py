"""Budi was punished in 2024 and does the like again: an officer says so, and the floor of the decision follows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from netra.cases import operations as cases
from netra.cases.models import Allegation
from netra.cases.tests.builders import Cast, at, make_case
from netra.letters import queries as letters
from netra.sanctions import operations as act
from netra.sanctions.queries import decision_sheet, earlier_penalties
from netra.sanctions.tests.builders import NIP, RULING, Story, deed, examine, identify, open_story, punished

pytestmark = pytest.mark.django_db

# SKB 2/2022 Lampiran II-B row 3 (moderate) together with PP 94/2021 Ps 5 n angka 6 → Ps 14 i angka 4 (severe).
AGAIN = Story(
    date(2025, 2, 17),
    replace(deed("approach_party", date(2025, 2, 12), "prospective"), other_conducts=("partisan_activity",)),
)


@pytest.fixture
def cast():
    return Cast()


def alleged(cast: Cast, *, acted: str = "2025-02-12", nip: str = NIP) -> Allegation:
    """A second case, on an act of that day."""
    case = make_case(cast, acts=(replace(AGAIN.deed, act_date=date.fromisoformat(acted)),), on="2025-02-17")
    if nip:
        identify(cast, case, "2025-02-18", nip)
    return cases.allegation_assess(case_ref=case.ref, party=1, act=1, by=cast.wayan, at=at("2025-02-18"))


def known(cast: Cast, allegation: Allegation) -> list[tuple[str, str, str]]:
    found = earlier_penalties(cast.wayan, allegation, on=date(2025, 2, 18))
    return [(each.number, each.decided_date.isoformat(), each.penalty) for each in found]


class WhenAnOfficerAsksWhetherItIsRepeated:
    def it_is_told_of_the_final_penalty_by_number_and_day(self, cast):
        earlier = punished(cast)
        number = letters.letter(earlier.decision.letter_ref).number
        penalty = "Penurunan jabatan setingkat lebih rendah selama 12 bulan"
        assert known(cast, alleged(cast)) == [(number, "2024-11-11", penalty)]

    def it_costs_the_same_number_of_questions_however_many_there_are(self, cast):
        punished(cast)
        allegation = alleged(cast)

        def questions() -> int:
            with CaptureQueriesContext(connection) as asked:
                known(cast, allegation)
            return len(asked)

        one = questions()
        punished(cast)
        punished(cast)
        assert len({number for number, _day, _penalty in known(cast, allegation)}) == 3
        assert questions() == one

    def it_is_told_of_none_that_is_not_final_yet(self, cast):
        punished(cast, until="DELIVERED")
        assert known(cast, alleged(cast)) == []

    def it_is_told_of_none_for_an_act_before_the_penalty(self, cast):
        """PP 94/2021 Ps 35(2): punished, and *then* the breach."""
        punished(cast)
        assert known(cast, alleged(cast, acted="2024-11-10")) == []

    @pytest.mark.parametrize("nip", ["", "198001012005011002"], ids=["unidentified", "somebody else"])
    def it_is_never_told_by_the_name_alone(self, cast, nip):
        punished(cast)
        assert known(cast, alleged(cast, nip=nip)) == []

    def it_is_told_of_none_that_was_revoked(self, cast):
        earlier = punished(cast, until="DELIVERED")
        act.objection_file(
            ref=earlier.ref, filed_date=date(2024, 11, 20), grounds="Keliru.", by=cast.dewi, at=at("2024-11-20")
        )
        answer = act.Answer("REVOKED", date(2024, 11, 25), "Akun orang lain.")
        act.objection_decide(ref=earlier.ref, answer=answer, by=cast.rahmat, at=at("2024-11-25"))
        act.proceeding_close(ref=earlier.ref, by=cast.dewi, at=at("2024-11-26"))
        assert known(cast, alleged(cast)) == []

    def it_is_told_of_none_in_a_case_that_is_closed_to_the_one_who_asks(self, cast):
        earlier = punished(cast)
        cases.handler_recuse(case_ref=earlier.case.ref, reason="Kerabat.", by=cast.wayan, at=at("2024-12-07"))
        assert known(cast, alleged(cast)) == []


class WhenTheAuthorityDecides:
    @pytest.mark.parametrize(
        ("earlier", "floor", "said"),
        [
            ("", "MODERATE", False),
            # Contract of `netra assess`, rule 5: a repetition starts from the highest discipline row.
            ("Nomor 800/12/2024 tanggal 11 November 2024", "SEVERE", True),
        ],
    )
    def it_reads_the_floor_of_what_the_officer_stated(self, cast, earlier, floor, said):
        proceeding = open_story(cast, replace(AGAIN, earlier_decision=earlier))
        examine(cast, proceeding, letter="2025-03-03", held="2025-03-06", reported="2025-03-07")
        limits = decision_sheet(proceeding, on=date(2025, 3, 10)).limits
        assert (limits.floor, limits.ceiling) == (floor, "SEVERE")
        assert any("PP 94/2021 Pasal 35 ayat (2)" in reason for reason in limits.reasons) is said

    def it_asks_for_a_reason_below_the_raised_floor(self, cast):
        story = replace(AGAIN, level="MODERATE", earlier_decision="Nomor 800/12/2024 tanggal 11 November 2024")
        proceeding = open_story(cast, story)
        examine(cast, proceeding, letter="2025-03-03", held="2025-03-06", reported="2025-03-07", level="MODERATE")
        ruling = replace(RULING, sanction_code="promotion_delay_1y", decided_date=date(2025, 3, 10))
        with pytest.raises(act.ReasonMissing, match="di bawah batas bawah hukum"):
            act.decision_make(ref=proceeding.ref, ruling=ruling, by=cast.rahmat, at=at("2025-03-10"))
