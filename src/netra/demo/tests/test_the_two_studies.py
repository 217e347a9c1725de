"""What the two founding studies found, as the demo shows it."""

from __future__ import annotations

from datetime import date

import pytest

from netra.cases.causes import agreement
from netra.cases.models import Act, Case, CauseCode, Referral
from netra.cases.queries import coded_pairs
from netra.registry.queries import determination_date, election, tickets_of
from netra.sanctions.models import Decision

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

KOTA_JAMBI = {"region_code": "15.71", "election_code": "PILKADA-2018"}
MUARO_JAMBI = {"region_code": "15.05", "election_code": "PEMILU-2019"}


def decided_in(where: dict[str, str]) -> list[Decision]:
    return list(Decision.objects.filter(proceeding__case__in=Case.objects.filter(**where)))


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
        assert len(pairs) >= 8
        assert kappa is not None
        assert 0.4 < kappa < 0.9

    def it_is_judged_by_pp_53_and_overseen_by_kasn(self) -> None:
        assert {made.regime for made in decided_in(KOTA_JAMBI) if made.kind == "DISCIPLINE"} == {"DISC-53"}
        bodies = Referral.objects.filter(case__in=Case.objects.filter(**KOTA_JAMBI)).values_list("body_code", flat=True)
        assert set(bodies) == {"KASN"}


class WhenMuaroJambi2019IsRead:
    def it_has_the_three_forms(self) -> None:
        conducts = set(
            Act.objects.filter(case__in=Case.objects.filter(**MUARO_JAMBI)).values_list("conduct", flat=True)
        )
        assert {"use_state_facility", "mobilise_colleagues", "partisan_activity", "online_campaign"} <= conducts

    def it_imposed_nothing_but_oral_reprimands(self) -> None:
        made = decided_in(MUARO_JAMBI)
        assert len(made) >= 8
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
