"""The law is asked about the contest that the registry knows in the region of the case, not about any contest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from netra.cases import operations as act
from netra.cases.models import Allegation
from netra.cases.operations.allegations import assessment_record
from netra.cases.tests.builders import LIKE, Cast, at, day, make_case
from netra.law.dated import Source, Verification
from netra.law.elections import RegionalDetermination
from netra.registry.models import Election, ElectionStage
from netra.registry.queries import own_determination
from netra.registry.tests.builders import known

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


def sent_for(found: Allegation) -> tuple[dict[str, Any], RegionalDetermination | None]:
    return assessment_record(found.party.case, found.party, found.act, repeat=False, examined=None, decided=None)


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
        sent, determined = sent_for(found)
        assert (sent["region"], sent["election_date"]) == ("15.71", "2024-11-27")
        assert determined == RegionalDetermination(day("2024-09-29"), Source("KPU", "", Verification.SECONDARY))
        assert (found.phase, found.assessment["phase_source"]) == ("prospective", "STAGES")
        assert says(found, "29 September 2024, menurut daftar tahapan instansi ini (KPU; dibaca dari sumber kedua)")
        assert says(found, "Jadwal nasional menyebut 22 September 2024")

    def it_opens_the_ban_six_months_before_the_regions_own_determination(self):
        """UU 10/2016 Ps 71(2): 29 March 2024, and not 22 March as for the nation."""
        cast = Cast()
        register_election(determined_in_jambi="2024-09-29")
        assert says(assessed(cast, date(2024, 3, 25)), "lebih awal daripada pembukaan masa larangan, 29 Maret 2024")
        assert says(assessed(cast, date(2024, 3, 29)), "Masa larangan dibuka 29 Maret 2024")

    @pytest.mark.parametrize(("mark", "reviewed"), [("UNVERIFIED", True), ("SECONDARY", False), ("SEEN", False)])
    def it_doubts_a_day_that_nobody_checked(self, mark, reviewed):
        cast = Cast()
        register_election(determined_in_jambi="2024-09-29")
        ElectionStage.objects.filter(region_code="15.71").update(verification=mark)
        found = assessed(cast, date(2024, 9, 25))
        assert says(found, "jawaban ini bergantung padanya") is reviewed
        assert found.needs_review or not reviewed

    def it_names_no_single_day_where_only_one_office_has_its_own(self):
        register_election(determined_in_jambi="2024-09-29")
        ElectionStage.objects.filter(region_code="15.71").update(office="MAYOR")
        election = Election.objects.get()
        assert own_determination(election, "15.71") is None
        assert own_determination(election, "15.71", "GOVERNOR") is None
        assert known(own_determination(election, "15.71", "MAYOR")).day == day("2024-09-29")
        assert known(own_determination(election, "15.71.01", "MAYOR")).day == day("2024-09-29")
        assert own_determination(election, "15.05", "MAYOR") is None

    def it_leaves_an_officers_phase_alone(self):
        cast = Cast()
        register_election()
        assert assessed(cast, date(2024, 9, 21), phase="candidate").phase == "candidate"


def test_without_a_registered_election_the_region_alone_is_sent():
    found = assessed(Cast(), date(2022, 3, 1))
    sent, determined = sent_for(found)
    assert sent["region"] == "15.71"
    assert "election_date" not in sent and determined is None
