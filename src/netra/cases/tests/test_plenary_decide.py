"""The plenary decides: refer, not proven, or back to the study; and only a plenary does."""

from __future__ import annotations

from datetime import date

import pytest

from netra.cases import operations as act
from netra.cases.models import Case, Plenary
from netra.cases.tests.builders import LIKE, Cast, at, carry_to_plenary, make_case, open_terms
from netra.trust import trail
from netra.trust.access import NotAllowed
from netra.trust.errors import NotFound
from netra.trust.tests.told_once import told_once

pytestmark = pytest.mark.django_db


def waiting(cast: Cast) -> Case:
    case = make_case(cast)
    carry_to_plenary(cast, case)
    case.refresh_from_db()
    return case


def decide(cast: Cast, case: Case, outcome="TO_REFER", *, by=None, on="2024-10-19", **over) -> Case:
    given = {"held_date": date(2024, 10, 19), "members": 3, "reason": "Menurut kajian.", **over}
    return act.plenary_decide(case_ref=case.ref, outcome=outcome, by=by or cast.putu, at=at(on), **given)


class WhenThePlenaryDecides:
    def it_keeps_who_sat_when_and_why(self):
        cast = Cast()
        case = waiting(cast)
        assert decide(cast, case).state == "TO_REFER"
        held = Plenary.objects.get()
        assert (held.held_date, held.members, held.reason, held.decided_by, held.outcome) == (
            date(2024, 10, 19),
            3,
            "Menurut kajian.",
            cast.putu.actor_ref,
            "TO_REFER",
        )
        told = trail.history(case.chain)[-1]
        assert dict(told.payload) == {"case": case.ref, "outcome": "TO_REFER", "date": "2024-10-19"}
        assert told.citation.startswith("UU 1/2015 jo. UU 8/2015 Pasal 134 ayat (5)–(6)")

    def it_may_send_the_case_back_and_decide_again(self):
        """The term of handling keeps running meanwhile: it is the plenary that meets it."""
        cast = Cast()
        case = waiting(cast)
        assert decide(cast, case, "STUDY", reason="Dengar dahulu saksi.").state == "STUDY"
        assert open_terms(case) == {"bawaslu_decision": date(2024, 10, 20)}
        act.case_finish_study(
            case_ref=case.ref,
            proposal="Teruskan.",
            facts="Fakta.",
            analysis="Unsur.",
            by=cast.wayan,
            at=at("2024-10-20"),
        )
        decide(cast, case, on="2024-10-20", held_date=date(2024, 10, 20))
        assert [each.outcome for each in case.plenaries.order_by("id")] == ["STUDY", "TO_REFER"]

    def it_cannot_have_sat_before_the_study_it_decides_on(self):
        """The study was finished on 25 October, five days after the term; a plenary of the 18th would hide that."""
        cast = Cast()
        case = make_case(cast)
        carry_to_plenary(cast, case, studied="2024-10-25")
        with pytest.raises(act.ActRefused, match=r"18 Oktober 2024\) mendahului hasil kajian \(25 Oktober 2024"):
            decide(cast, case, on="2024-10-25", held_date=date(2024, 10, 18))
        decide(cast, case, on="2024-10-25", held_date=date(2024, 10, 25))
        assert case.deadlines.get(rule="bawaslu_decision").was_late

    def it_ends_and_seals_what_is_not_proven_for_two_years(self):
        """Retention of two years from the day of the plenary."""
        cast = Cast()
        case = decide(cast, waiting(cast), "NOT_PROVEN", on="2024-10-21")
        assert (case.state, case.ended_date, case.erase_date) == (
            "NOT_PROVEN",
            date(2024, 10, 19),
            date(2026, 10, 19),
        )
        assert case.outcome == "Tidak terbukti menurut pleno"
        assert (open_terms(case), case.next_due_date, case.next_due_rule) == ({}, None, "")

    def it_knows_the_leap_day(self):
        """29 February 2024 + 2 years: February 2026 has no 29th; its last day is the 28th."""
        cast = Cast()
        case = make_case(cast, on="2024-02-26", received_date=date(2024, 2, 26), acts=())
        Case.objects.filter(pk=case.pk).update(state="PLENARY")
        ended = decide(cast, case, "NOT_PROVEN", held_date=date(2024, 2, 29), on="2024-02-29")
        assert ended.erase_date == date(2026, 2, 28)


class WhenTheSoftwareHasProposedMeanwhile:
    @pytest.fixture
    def cast(self):
        return Cast()

    @pytest.fixture
    @told_once
    def case(self, cast):
        """The study is finished; then Wayan adds an act, and nobody has decided on what the software says of it."""
        case = waiting(cast)
        act.act_add(case_ref=case.ref, act=LIKE, by=cast.wayan, at=at("2024-10-18", 14))
        act.allegation_assess(case_ref=case.ref, party=1, act=2, by=cast.wayan, at=at("2024-10-18", 15))
        return case

    @pytest.mark.parametrize("outcome", ["TO_REFER", "NOT_PROVEN"])
    def it_decides_nothing_before_an_officer_did(self, cast, case, outcome):
        with pytest.raises(act.ActRefused, match="1 dugaan baru berupa usulan perangkat lunak"):
            decide(cast, case, outcome)

    def it_may_send_it_back_to_the_study(self, cast, case):
        assert decide(cast, case, "STUDY").state == "STUDY"

    def it_goes_on_once_an_officer_has_decided(self, cast, case):
        ref, why = case.ref, "Perbuatan yang sama."
        act.allegation_change(
            case_ref=ref, party=1, act=2, reading=None, reason=why, by=cast.wayan, at=at("2024-10-19")
        )
        assert decide(cast, case).state == "TO_REFER"


class WhenItIsNoPlenary:
    @pytest.mark.parametrize(
        ("over", "words"),
        [
            ({"members": 1}, "sekurangnya dua anggota"),
            ({"reason": " "}, "alasan tertulis"),
            ({"held_date": date(2024, 10, 20)}, "masa depan"),
            ({"held_date": date(2024, 10, 16)}, "mendahului"),
        ],
    )
    def it_is_refused_and_nothing_moves(self, over, words):
        cast = Cast()
        case = waiting(cast)
        with pytest.raises(act.ActRefused, match=words):
            decide(cast, case, **over)
        case.refresh_from_db()
        assert (case.state, Plenary.objects.count()) == ("PLENARY", 0)

    @pytest.mark.parametrize("outcome", ["REFERRED", "CLOSED", "WITHDRAWN", "nonsense"])
    def it_knows_three_outcomes_and_no_other(self, outcome):
        cast = Cast()
        with pytest.raises(act.WrongState):
            decide(cast, waiting(cast), outcome)

    @pytest.mark.parametrize("who", ["wayan", "hasan"])
    def it_is_not_for_those_who_only_see_the_case(self, who):
        cast = Cast()
        case = waiting(cast)
        with pytest.raises(NotAllowed):
            decide(cast, case, by=getattr(cast, who))

    @pytest.mark.parametrize("who", ["dewi", "ani", "maria", "rahmat", "lestari"])
    def it_is_not_there_for_the_others(self, who):
        cast = Cast()
        case = waiting(cast)
        with pytest.raises(NotFound):
            decide(cast, case, by=getattr(cast, who))

    def it_waits_for_the_study(self):
        cast = Cast()
        with pytest.raises(act.WrongState, match="Diregistrasi"):
            decide(cast, make_case(cast))
