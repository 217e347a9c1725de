"""The law is asked about the contest that the registry knows in the region of the case, not about any contest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netra.cases import operations as act
from netra.cases.models import Allegation
from netra.cases.operations.allegations import assessment_record
from netra.cases.tests.builders import LIKE, Cast, at, day, make_case
from netra.registry.models import Election, ElectionStage

pytestmark = pytest.mark.django_db

MAYOR = act.NewParty(name="Wali kota (contoh)", employment="STATE_OFFICIAL")
TRANSFER = replace(LIKE, conduct="transfer_in_ban_window")


def register_election(*, determined_in_jambi: str = "") -> None:
    """The regional election of 2024, open for the whole year; the city's own determination where one is given."""
    election = Election.objects.create(
        code="PILKADA-2024",
        kind="REGIONAL",
        voting_date=day("2024-11-27"),
        name="Pemilihan (contoh)",
        start_date=day("2024-01-01"),
        until_date=day("2024-12-31"),
    )
    for region, determined in (("", "2024-09-22"), ("15.71", determined_in_jambi)):
        if determined:
            ElectionStage.objects.create(
                election=election,
                region_code=region,
                stage="DETERMINATION",
                start_date=day(determined),
                source_instrument="KPU",
                verification="SECONDARY",
            )


def assessed(cast: Cast, acted: date, *, phase: str = "") -> Allegation:
    case = make_case(cast, acts=(replace(TRANSFER, act_date=acted, phase=phase),), parties=(MAYOR,))
    return act.allegation_assess(case_ref=case.ref, party=1, act=1, by=cast.wayan, at=at("2024-10-18"))


def says(found: Allegation, words: str) -> bool:
    return any(words in reason for reason in found.assessment["reasons"])


class WhenTheRegistryKnowsTheElection:
    def it_asks_about_that_contest_even_before_the_law_room_reads_it_as_open(self):
        """UU 10/2016 Ps 71(2): six months before 22 September 2024. Without the registry no contest was under way on
        1 February; with it the act is known to lie before the window.
        """
        cast = Cast()
        assert says(assessed(cast, date(2024, 2, 1)), "Masa larangan tidak dapat dihitung")
        register_election()
        found = assessed(cast, date(2024, 2, 1))
        assert says(found, "lebih awal daripada pembukaan masa larangan, 22 Maret 2024")
        assert not says(found, "Masa larangan tidak dapat dihitung")

    def it_sends_region_day_of_voting_and_the_phase_by_the_regions_own_determination(self):
        """Candidates of Kota Jambi determined a week after the nation's: a bakal calon until then."""
        cast = Cast()
        register_election(determined_in_jambi="2024-09-29")
        found = assessed(cast, date(2024, 9, 25))
        sent = assessment_record(found.party.case, found.party, found.act, repeat=False, examined=None, decided=None)
        assert {key: sent[key] for key in ("region", "election_date", "phase")} == {
            "region": "15.71",
            "election_date": "2024-11-27",
            "phase": "prospective",
        }
        assert found.phase == "prospective"

    def it_leaves_an_officers_phase_alone(self):
        cast = Cast()
        register_election()
        assert assessed(cast, date(2024, 9, 21), phase="candidate").phase == "candidate"


def test_without_a_registered_election_the_region_alone_is_sent():
    found = assessed(Cast(), date(2022, 3, 1))
    sent = assessment_record(found.party.case, found.party, found.act, repeat=False, examined=None, decided=None)
    assert sent["region"] == "15.71"
    assert "election_date" not in sent
