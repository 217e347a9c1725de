"""The law of the day is asked, an officer answers for it: assessed, confirmed, changed, dropped."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netra.cases import operations as act
from netra.cases.models import Allegation, Case
from netra.cases.tests.builders import (
    LIKE,
    Cast,
    at,
    carry_to_plenary,
    carry_to_referral,
    carry_to_study,
    day,
    make_case,
)
from netra.registry.models import Election, ElectionStage
from netra.trust import trail
from netra.trust.access import NotAllowed
from netra.trust.errors import NotFound

pytestmark = pytest.mark.django_db
WHERE = {"party": 1, "act": 1}


def assess(cast: Cast, case: Case, *, party=1, deed=1, on="2024-10-18") -> Allegation:
    return act.allegation_assess(case_ref=case.ref, party=party, act=deed, by=cast.wayan, at=at(on))


def confirm(
    cast: Cast, case: Case, *, reason="Sudah dibaca.", by=None, on="2024-10-18", earlier_decision=""
) -> Allegation:
    return act.allegation_confirm(
        case_ref=case.ref,
        **WHERE,
        reason=reason,
        earlier_decision=earlier_decision,
        by=by or cast.wayan,
        at=at(on, 11),
    )


def change(
    cast: Cast, case: Case, reading, *, reason="Pasal lain.", by=None, on="2024-10-18", earlier_decision=""
) -> Allegation:
    return act.allegation_change(
        case_ref=case.ref,
        party=1,
        act=1,
        reading=reading,
        reason=reason,
        earlier_decision=earlier_decision,
        by=by or cast.wayan,
        at=at(on, 12),
    )


ETHICS = act.Reading("ETHICS", "MORAL", "MORAL")


class WhenTheLawIsAsked:
    @pytest.mark.parametrize(
        ("deed", "expected"),
        [
            # SKB 2/2022 II-B row 6 with the press conflict on record.
            (replace(LIKE), ("DISCIPLINE", "SEVERE", "SEVERE", "candidate", True)),
            # The same for somebody who only wants to become a candidate: ethics, row of Lampiran II-A.
            (
                replace(LIKE, act_date=date(2024, 5, 10), phase="prospective"),
                ("ETHICS", "MORAL", "MORAL", "prospective", False),
            ),
            # In 2018 no row names a like for a determined candidate.
            (replace(LIKE, act_date=date(2018, 4, 22)), ("NONE", "", "", "candidate", True)),
        ],
    )
    def it_answers_with_the_law_of_the_day_of_the_act(self, deed, expected):
        cast = Cast()
        found = assess(cast, make_case(cast, acts=(deed,)))
        assert (found.category, found.level_floor, found.level_ceiling, found.phase, found.needs_review) == expected
        assert found.state == "PROPOSED"

    def it_takes_an_old_act_that_nobody_examined_under_the_new_discipline_law(self):
        """PP 94/2021 Ps 40(3): an act of 2019, not examined before 2021-08-31, falls under PP 94: heavier, so a human
        looks (corrections C1). Under PP 53 Ps 12 angka 7 it would have been moderate.
        """
        cast = Cast()
        deed = replace(LIKE, conduct="partisan_activity", act_date=date(2019, 2, 10))
        found = assess(cast, make_case(cast, election_kind="GENERAL", office="", acts=(deed,)))
        assert (found.regime, found.category, found.level_floor, found.level_ceiling) == (
            "DISC-94",
            "DISCIPLINE",
            "SEVERE",
            "SEVERE",
        )
        assert found.needs_review

    def it_asks_the_registered_stages_where_no_officer_knows_better(self):
        """KPU determined the candidates of Kota Jambi on 22 September 2024; the day itself is of candidates."""
        election = Election.objects.create(
            code="PILKADA-2024-TEST",
            kind="REGIONAL",
            voting_date=day("2024-11-27"),
            name="Pemilihan 2024",
            start_date=day("2024-01-01"),
            until_date=day("2024-12-31"),
        )
        ElectionStage.objects.create(
            election=election,
            stage="DETERMINATION",
            start_date=day("2024-09-22"),
            source_instrument="Antara",
            verification="SECONDARY",
        )
        cast = Cast()
        days = (date(2024, 9, 21), date(2024, 9, 22))
        case = make_case(cast, acts=tuple(replace(LIKE, phase="", act_date=each) for each in days))
        assert [assess(cast, case, deed=number).phase for number in (1, 2)] == ["prospective", "candidate"]

    def it_leaves_the_phase_open_where_nobody_knows_it(self):
        """1 March 2022 lies between two contests: no stage says whether anybody was a candidate."""
        cast = Cast()
        found = assess(cast, make_case(cast, acts=(replace(LIKE, phase="", act_date=date(2022, 3, 1)),)))
        assert (found.phase, found.needs_review) == ("", True)

    def it_never_judges_a_village_head_as_a_civil_servant(self):
        cast = Cast()
        head = act.NewParty(name="Kades (contoh)", employment="VILLAGE_HEAD")
        deed = replace(LIKE, conduct="partisan_activity")
        found = assess(cast, make_case(cast, parties=(head,), acts=(deed,)))
        assert found.category not in {"ETHICS", "DISCIPLINE", "STATUS_TERMINATION"}

    def it_keeps_the_whole_answer_and_one_event(self):
        cast = Cast()
        case = make_case(cast)
        found = assess(cast, case)
        assert found.assessment["forms"]
        assert dict(trail.history(case.chain)[-1].payload) == {
            "case": case.ref,
            "allegation": "T1/P1",
            "category": "DISCIPLINE",
            "floor": "SEVERE",
            "ceiling": "SEVERE",
        }

    def it_may_be_asked_again_while_nobody_has_answered(self):
        cast = Cast()
        case = make_case(cast)
        assert assess(cast, case).pk == assess(cast, case, on="2024-10-19").pk
        assert Allegation.objects.get().assessed_at == at("2024-10-19")

    @pytest.mark.parametrize(("party", "deed", "words"), [(2, 1, "Terlapor nomor 2"), (1, 2, "Perbuatan nomor 2")])
    def it_needs_a_person_and_an_act_that_are_there(self, party, deed, words):
        cast = Cast()
        with pytest.raises(NotFound, match=words):
            assess(cast, make_case(cast), party=party, deed=deed)


class WhenAnOfficerConfirms:
    def it_is_his_word_with_name_and_moment(self):
        cast = Cast()
        case = make_case(cast)
        assess(cast, case)
        found = confirm(cast, case)
        assert (found.state, found.reason, found.decided_by, found.decided_at) == (
            "CONFIRMED",
            "Sudah dibaca.",
            cast.wayan.actor_ref,
            at("2024-10-18", 11),
        )

    @pytest.mark.parametrize(
        ("deed", "words"),
        [
            (LIKE, "perlu ditinjau.*alasan tertulis"),
            (replace(LIKE, act_date=date(2024, 5, 10), phase="prospective"), "memerlukan alasan tertulis"),
        ],
        ids=["needs review", "needs none"],
    )
    def it_needs_a_reason_of_his_own(self, deed, words):
        """Software proposes; what an officer takes over without a word would be the software's decision."""
        cast = Cast()
        case = make_case(cast, acts=(deed,))
        assess(cast, case)
        with pytest.raises(act.ActRefused, match=words):
            confirm(cast, case, reason=" ")
        assert Allegation.objects.get().state == "PROPOSED"

    def it_needs_an_assessment_first(self):
        cast = Cast()
        case = make_case(cast)
        with pytest.raises(NotFound, match="belum dinilai"):
            confirm(cast, case)

    def it_is_not_asked_again_of_the_engine(self):
        cast = Cast()
        case = make_case(cast)
        assess(cast, case)
        confirm(cast, case)
        with pytest.raises(act.ActRefused, match="sudah dikonfirmasi"):
            assess(cast, case, on="2024-10-19")

    @pytest.mark.parametrize("reading", [ETHICS, None], ids=["changed", "dropped"])
    def it_does_not_wipe_out_what_another_officer_decided(self, reading):
        """A confirmation is of the engine's proposal; an officer's reading stands until it is changed with a reason."""
        cast = Cast()
        case = make_case(cast)
        assess(cast, case)
        before = change(cast, case, reading, reason="Akun itu bukan miliknya.").state
        with pytest.raises(act.ActRefused, match="sudah diputus petugas"):
            confirm(cast, case, reason="")
        stands = Allegation.objects.get()
        assert (stands.state, stands.reason) == (before, "Akun itu bukan miliknya.")


# SKB 2/2022 Lampiran II-B row 3 (moderate) together with PP 94/2021 Ps 5 n angka 6 → Ps 14 i angka 4 (severe).
TWO_AT_ONCE = replace(
    LIKE,
    conduct="approach_party",
    other_conducts=("partisan_activity",),
    act_date=date(2024, 5, 1),
    phase="prospective",
)
EARLIER = "Nomor 800/7/2019 tanggal 20 Maret 2019"


class WhenThePersonWasPunishedBefore:
    def assessed(self, cast: Cast) -> Case:
        case = make_case(cast, acts=(TWO_AT_ONCE,))
        assert assess(cast, case).level_floor == "MODERATE"
        return case

    def it_is_stated_by_who_confirms_and_raises_the_floor(self):
        """PP 94/2021 Ps 35(2); contract of `netra assess`, rule 5."""
        cast = Cast()
        case = self.assessed(cast)
        found = confirm(cast, case, earlier_decision=f" {EARLIER} ")
        assert (found.state, found.earlier_decision) == ("CONFIRMED", EARLIER)
        assert (found.level_floor, found.level_ceiling) == ("SEVERE", "SEVERE")
        assert any("Pelanggaran berulang" in reason for reason in found.assessment["reasons"])

    def it_is_noted_in_the_trail_without_the_words_that_were_typed(self):
        cast = Cast()
        case = self.assessed(cast)
        confirm(cast, case, earlier_decision=EARLIER)
        change(cast, case, ETHICS, earlier_decision=EARLIER)
        for event in trail.history(case.chain)[-2:]:
            assert event.payload["repeat"] is True
            assert EARLIER not in str(event.payload)

    def it_leaves_an_officers_own_levels_alone(self):
        cast = Cast()
        case = self.assessed(cast)
        found = change(cast, case, act.Reading("DISCIPLINE", "MODERATE", "SEVERE"), earlier_decision=EARLIER)
        assert (found.earlier_decision, found.level_floor) == (EARLIER, "MODERATE")

    def it_is_taken_back_by_a_change_that_names_none(self):
        cast = Cast()
        case = self.assessed(cast)
        confirm(cast, case, earlier_decision=EARLIER)
        assert change(cast, case, ETHICS).earlier_decision == ""


class WhenAnOfficerReadsTheLawOtherwise:
    def it_is_marked_as_changed_and_keeps_what_the_engine_said(self):
        cast = Cast()
        case = make_case(cast)
        assess(cast, case)
        found = change(cast, case, ETHICS, reason="Dibaca sebagai kode etik.")
        assert (found.state, found.category, found.level_floor, found.level_ceiling) == (
            "CHANGED",
            "ETHICS",
            "MORAL",
            "MORAL",
        )
        assert (found.assessment["category"], found.assessment["level_floor"]) == ("DISCIPLINE", "SEVERE")
        assert dict(trail.history(case.chain)[-1].payload)["category"] == "ETHICS"

    def it_may_drop_the_allegation(self):
        cast = Cast()
        case = make_case(cast)
        assess(cast, case)
        assert change(cast, case, None, reason="Akun palsu.").state == "DROPPED"

    def it_always_needs_a_reason(self):
        cast = Cast()
        case = make_case(cast)
        assess(cast, case)
        for reading in (ETHICS, None):
            with pytest.raises(act.ActRefused, match="alasan tertulis"):
                change(cast, case, reading, reason="  ")
        assert Allegation.objects.get().state == "PROPOSED"

    @pytest.mark.parametrize(
        ("reading", "words"),
        [
            (act.Reading("GOSSIP", "MORAL", "MORAL"), "Kategori"),
            (act.Reading("DISCIPLINE", "HUGE", "SEVERE"), "Tingkat tidak dikenal"),
            (act.Reading("DISCIPLINE", "SEVERE", "LIGHT"), "Batas bawah lebih berat"),
            (
                act.Reading("ETHICS", "MORAL", "SEVERE"),
                "«hukuman disiplin berat» bukan tingkat untuk «pelanggaran kode etik»",
            ),
            (
                act.Reading("DISCIPLINE", "MORAL", ""),
                "Yang dapat dipilih: hukuman disiplin ringan, hukuman disiplin sedang",
            ),
            (act.Reading("ELECTION_CRIME", "LIGHT", "LIGHT"), "tidak ada tingkat sanksi kepegawaian"),
            (act.Reading("NONE", "", "TERMINATION"), "tidak ada tingkat sanksi kepegawaian"),
        ],
    )
    def it_refuses_a_reading_that_makes_no_sense(self, reading, words):
        cast = Cast()
        case = make_case(cast)
        assess(cast, case)
        with pytest.raises(act.ActRefused, match=words):
            change(cast, case, reading)
        stands = Allegation.objects.get()
        assert (stands.state, stands.category) == ("PROPOSED", "DISCIPLINE")

    @pytest.mark.parametrize(
        "reading",
        [
            act.Reading("DISCIPLINE", "MORAL", "SEVERE"),  # ethics and discipline combined, PP 42/2004 Ps 16
            act.Reading("STATUS_TERMINATION", "TERMINATION", "TERMINATION"),
            act.Reading("ELECTION_CRIME", "", ""),
        ],
    )
    def it_keeps_a_reading_whose_levels_fit_its_category(self, reading):
        cast = Cast()
        case = make_case(cast)
        assess(cast, case)
        kept = change(cast, case, reading)
        assert (kept.category, kept.level_floor, kept.level_ceiling) == (
            *(reading.category, reading.level_floor, reading.level_ceiling),
        )

    def it_may_be_the_oversight_body_after_the_referral(self):
        cast = Cast()
        case = make_case(cast)
        carry_to_referral(cast, case)
        assert change(cast, case, ETHICS, by=cast.ani, on="2024-10-22").decided_by == cast.ani.actor_ref

    def it_is_not_for_the_agency(self):
        cast = Cast()
        case = make_case(cast)
        carry_to_referral(cast, case)
        with pytest.raises(NotAllowed):
            change(cast, case, None, by=cast.dewi, on="2024-10-22")


class WhenTheStudyIsToBeFinished:
    def finish(self, cast: Cast, case: Case) -> Case:
        return act.case_finish_study(
            case_ref=case.ref,
            proposal="Teruskan.",
            facts="Fakta.",
            analysis="Unsur.",
            by=cast.wayan,
            at=at("2024-10-19"),
        )

    def started(self, cast: Cast, **over) -> Case:
        case = make_case(cast, **over)
        act.case_start_preliminary(case_ref=case.ref, by=cast.wayan, at=at("2024-10-17", 10))
        act.case_start_study(case_ref=case.ref, by=cast.wayan, at=at("2024-10-18"))
        return case

    def it_is_refused_while_nothing_was_assessed(self):
        cast = Cast()
        with pytest.raises(act.ActRefused, match="Belum ada dugaan yang dinilai"):
            self.finish(cast, self.started(cast))

    def it_is_refused_while_a_proposal_waits_because_software_does_not_decide(self):
        cast = Cast()
        case = self.started(cast, acts=(LIKE, replace(LIKE, act_date=date(2024, 10, 16))))
        assess(cast, case)
        confirm(cast, case)
        assess(cast, case, deed=2)
        with pytest.raises(act.ActRefused, match="1 dugaan baru berupa usulan perangkat lunak"):
            self.finish(cast, case)
        case.refresh_from_db()
        assert case.state == "STUDY"

    def it_goes_to_the_plenary_once_everything_was_answered(self):
        cast = Cast()
        case = self.started(cast)
        assess(cast, case)
        change(cast, case, None, reason="Akun palsu.")
        assert self.finish(cast, case).state == "PLENARY"


@pytest.mark.parametrize("what", ["act_add", "assess", "confirm", "change"])
def test_nothing_is_added_or_read_after_the_end(what):
    cast = Cast()
    case = make_case(cast)
    carry_to_plenary(cast, case)
    act.plenary_decide(
        case_ref=case.ref,
        outcome="NOT_PROVEN",
        held_date=day("2024-10-19"),
        members=3,
        reason="Unsur tidak terpenuhi.",
        by=cast.putu,
        at=at("2024-10-19"),
    )
    late = {
        "act_add": lambda: act.act_add(case_ref=case.ref, act=LIKE, by=cast.wayan, at=at("2024-10-20")),
        "assess": lambda: assess(cast, case, on="2024-10-20"),
        "confirm": lambda: confirm(cast, case, on="2024-10-20"),
        "change": lambda: change(cast, case, ETHICS, on="2024-10-20"),
    }
    with pytest.raises(act.WrongState, match=r"sudah berakhir \(Tidak terbukti\)"):
        late[what]()


def test_an_act_may_be_added_while_the_case_is_studied():
    cast = Cast()
    case = make_case(cast)
    carry_to_study(cast, case)
    added = act.act_add(
        case_ref=case.ref, act=replace(LIKE, act_date=date(2024, 10, 16)), by=cast.wayan, at=at("2024-10-18", 12)
    )
    assert added.ordinal == 2
    assert dict(trail.history(case.chain)[-1].payload) == {
        "case": case.ref,
        "act": 2,
        "conduct": "social_media_reaction",
        "act_date": "2024-10-16",
    }
