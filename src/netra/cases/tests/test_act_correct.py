"""What an act was, said anew: the old words stay, and the law is read again for everybody of whom it is alleged."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from netra.cases import operations as act
from netra.cases.models import Act, Allegation, Case, FormerAct
from netra.cases.tests.builders import (
    LIKE,
    Cast,
    at,
    carry_to_plenary,
    carry_to_recommendation,
    carry_to_referral,
    carry_to_study,
    day,
    make_case,
)
from netra.trust import trail
from netra.trust.access import NotAllowed
from netra.trust.errors import NotFound, Refused

pytestmark = pytest.mark.django_db
REASON = "Tangkapan layar bertanggal lain (contoh)."


@pytest.fixture
def cast() -> Cast:
    return Cast()


def correct(cast: Cast, case: Case, *, by: Any = None, ordinal: int = 1, **said: Any) -> Act:
    """Wayan says anew what Budi's like was, in the evening of 18 October 2024."""
    told = {"reason": said.pop("reason", REASON), "document": said.pop("document", "")}
    on = said.pop("on", "2024-10-18")
    return act.act_correct(
        case_ref=case.ref, ordinal=ordinal, act=replace(LIKE, **said), **told, by=by or cast.wayan, at=at(on, 15)
    )


def told(case: Case) -> dict[str, Any]:
    return dict(next(each.payload for each in reversed(trail.history(case.chain)) if each.verb == "cases.act_correct"))


class WhenTheDayWasWrong:
    def it_is_corrected_and_what_stood_before_stays_with_reason_and_paper(self, cast):
        case = make_case(cast)
        correct(cast, case, act_date=day("2024-10-14"), document="Surat Budi 12/2024, 18 Oktober 2024")
        deed, former = case.acts.get(), FormerAct.objects.get()
        assert (deed.act_date, deed.version) == (day("2024-10-14"), 2)
        assert (former.act_date, former.version, former.reason) == (day("2024-10-15"), 1, REASON)
        assert former.document == "Surat 12/2024, 18 Oktober 2024" and former.corrected_by == cast.wayan.actor_ref
        assert (told(case)["former_act_date"], told(case)["act_date"]) == ("2024-10-15", "2024-10-14")
        assert trail.verify_database().ok

    def it_tells_the_trail_that_the_story_changed_and_never_its_words(self, cast):
        case = make_case(cast)
        correct(cast, case, narrative="Budi membagikan saja.", place="warung")
        assert told(case)["changed"] == "narrative place"
        assert "Budi" not in str(told(case)) and "warung" not in str(told(case))

    def it_keeps_the_word_of_the_officer_where_the_law_says_the_same(self, cast):
        """15 and 14 October 2024 lie in the same phase, under the same articles."""
        case = make_case(cast)
        carry_to_study(cast, case)
        correct(cast, case, act_date=day("2024-10-14"))
        alleged = Allegation.objects.get()
        assert (alleged.state, alleged.category, alleged.level_floor) == ("CONFIRMED", "DISCIPLINE", "SEVERE")

    def it_waits_for_the_officer_again_where_the_law_says_something_else(self, cast):
        """Before the determination of 22 September 2024 there was no candidate: Lampiran II-B nomor 6 asks for one."""
        case = make_case(cast)
        carry_to_study(cast, case)
        correct(cast, case, act_date=day("2024-09-01"), phase="prospective")
        alleged = Allegation.objects.get()
        assert (alleged.state, alleged.reason, alleged.decided_by) == ("PROPOSED", "", "")
        assert alleged.phase == "prospective" and alleged.level_floor != "SEVERE"

    def it_leaves_what_an_officer_read_otherwise_where_the_law_says_the_same(self, cast):
        case = make_case(cast)
        carry_to_study(cast, case)
        reading = act.Reading("DISCIPLINE", "MODERATE", "MODERATE")
        act.allegation_change(
            case_ref=case.ref,
            party=1,
            act=1,
            reading=reading,
            reason="Pasal lain.",
            by=cast.wayan,
            at=at("2024-10-18", 12),
        )
        correct(cast, case, place="rumah")
        alleged = Allegation.objects.get()
        assert (alleged.state, alleged.level_floor) == ("CHANGED", "MODERATE")

    def it_leaves_what_was_dropped(self, cast):
        case = make_case(cast)
        carry_to_study(cast, case)
        act.allegation_change(
            case_ref=case.ref,
            party=1,
            act=1,
            reading=None,
            reason="Bukan akunnya.",
            by=cast.wayan,
            at=at("2024-10-18", 12),
        )
        correct(cast, case, act_date=day("2024-09-01"), phase="prospective")
        assert Allegation.objects.get().state == "DROPPED"

    def it_may_be_corrected_again_and_every_version_stays(self, cast):
        case = make_case(cast)
        correct(cast, case, act_date=day("2024-10-14"))
        correct(cast, case, act_date=day("2024-10-15"), conduct="online_campaign")
        former = FormerAct.objects.order_by("version").values_list("version", "act_date", "conduct")
        assert list(former) == [
            (1, day("2024-10-15"), "social_media_reaction"),
            (2, day("2024-10-14"), "social_media_reaction"),
        ]


class WhenItWasStudied:
    def it_becomes_no_other_act_while_the_plenary_votes_on_the_study(self, cast):
        """Back in the study it may: a new study is written, and the plenary votes on that."""
        case = make_case(cast)
        carry_to_plenary(cast, case)
        for said in ({"act_date": day("2024-09-01")}, {"place": "pasar"}, {"narrative": "Menempel stiker."}):
            with pytest.raises(act.ActRefused, match=r"tertulis dalam kajian.* minta pleno mengembalikan .* ke kajian"):
                correct(cast, case, **said)
        plenary(cast, case, "STUDY")
        correct(cast, case, on="2024-10-19", narrative="Menempel stiker.")
        assert case.acts.get().version == 2

    def it_becomes_no_other_act_after_the_plenary(self, cast):
        """BKN would be told of stickers at a market that nobody studied; they are an act of their own."""
        case = make_case(cast)
        carry_to_referral(cast, case)
        other: dict[str, Any] = {"act_date": day("2024-09-01"), "place": "pasar", "narrative": "Menempel stiker."}
        with pytest.raises(act.ActRefused, match=r"tambahkan perbuatan yang benar .* minta pleno atau analis"):
            correct(cast, case, on="2024-10-22", **other)
        assert not FormerAct.objects.exists()

    def it_may_be_told_more_exactly_unless_a_crime_comes_or_goes_with_the_day(self, cast):
        """A decision in September 2024 may be a crime (UU 1/2015 Ps 71(1)); on the 5th there was no candidate yet."""
        told = replace(
            LIKE, conduct="partisan_decision", act_date=day("2024-09-01"), act_date_precision="MONTH", phase=""
        )
        case = make_case(cast, acts=(told,))
        carry_to_plenary(cast, case)
        said: dict[str, Any] = {"conduct": "partisan_decision", "phase": ""}
        with pytest.raises(act.ActRefused, match="kategori, tingkat, atau pidana lain"):
            correct(cast, case, act_date=day("2024-09-05"), **said)
        correct(cast, case, act_date=day("2024-09-25"), **said)
        assert Allegation.objects.get().state == "CONFIRMED"


def plenary(cast: Cast, case: Case, outcome: str) -> None:
    held: dict[str, Any] = {"held_date": day("2024-10-19"), "members": 3, "reason": "Menurut kajian."}
    act.plenary_decide(case_ref=case.ref, outcome=outcome, by=cast.putu, at=at("2024-10-19"), **held)


class WhenSomethingRestsOnIt:
    def it_is_refused_after_the_recommendation_and_says_what_is_left(self, cast):
        case = make_case(cast)
        carry_to_recommendation(cast, case)
        for said in ({"act_date": day("2024-10-14")}, {"place": "rumah"}, {"conduct": "online_campaign"}):
            with pytest.raises(act.ActRefused, match=r"Rekomendasi .* sudah terbit.* laporan atau temuan baru"):
                correct(cast, case, by=cast.ani, on="2024-11-20", **said)
        assert not FormerAct.objects.exists()

    def it_may_still_be_told_more_exactly_within_what_was_told(self, cast):
        case = make_case(cast, acts=(replace(LIKE, act_date=day("2024-10-01"), act_date_precision="MONTH"),))
        carry_to_recommendation(cast, case)
        correct(cast, case, by=cast.ani, on="2024-11-20", act_date=day("2024-10-15"))
        assert case.acts.get().act_date_precision == "DAY"
        assert Allegation.objects.get().state == "CONFIRMED"
        with pytest.raises(act.ActRefused, match="sudah terbit"):
            correct(cast, case, by=cast.ani, on="2024-11-20", act_date=day("2024-10-16"))

    def it_may_not_be_told_outside_the_month_that_was_told(self, cast):
        case = make_case(cast, acts=(replace(LIKE, act_date=day("2024-10-01"), act_date_precision="MONTH"),))
        carry_to_recommendation(cast, case)
        with pytest.raises(act.ActRefused, match="tanggal yang lebih teliti"):
            correct(cast, case, by=cast.ani, on="2024-11-20", act_date=day("2024-09-30"))


class WhenItIsRefused:
    @pytest.mark.parametrize(
        ("said", "why"),
        [
            ({}, "Tidak ada yang berubah"),
            ({"reason": "  ", "place": "rumah"}, "memerlukan alasan tertulis"),
            ({"act_date": day("2024-10-19")}, "masa depan"),
            ({"act_date": day("2013-12-31")}, "sebelum 2014"),
            ({"conduct": "menari"}, "tidak dikenal"),
            ({"act_date_precision": "WEEK"}, "Harinya pasti"),
            ({"place": "rumah", "document": "surat"}, "belum menyebut nomor dan tanggal"),
        ],
    )
    def it_says_what_is_wrong_and_changes_nothing(self, cast, said, why):
        case = make_case(cast)
        with pytest.raises(Refused, match=why):
            correct(cast, case, **said)
        assert not FormerAct.objects.exists() and case.acts.get().version == 1

    def it_says_that_there_is_no_such_act(self, cast):
        with pytest.raises(NotFound, match="nomor 7"):
            correct(cast, make_case(cast), ordinal=7, place="rumah")

    def it_is_not_for_the_agency_that_sees_the_case(self, cast):
        case = make_case(cast)
        carry_to_recommendation(cast, case)
        with pytest.raises(NotAllowed):
            correct(cast, case, by=cast.dewi, on="2024-11-20", place="rumah")


class WhenSomebodyReachesIntoTheDatabase:
    def it_is_refused_without_a_version_that_keeps_what_was_said(self, cast):
        case = make_case(cast)
        for change in ({"act_date": day("2024-01-01")}, {"version": 2}, {"narrative": "lain"}):
            with pytest.raises(DatabaseError), transaction.atomic():
                Act.objects.filter(case=case).update(**change)
        correct(cast, case, act_date=day("2024-10-14"))
        with pytest.raises(DatabaseError), transaction.atomic():
            FormerAct.objects.update(act_date=day("2024-10-13"))
        with pytest.raises(DatabaseError), transaction.atomic():
            Act.objects.filter(case=case).update(act_date=day("2024-10-13"))

    def it_is_found_by_the_check_of_the_trail(self, cast):
        case = make_case(cast)
        correct(cast, case, act_date=day("2024-10-14"))
        deed = case.acts.get()
        FormerAct.objects.create(
            act=deed, version=2, reason="-", corrected_at=at("2024-10-18"), corrected_by="x", **_facts(deed)
        )
        Act.objects.filter(pk=deed.pk).update(act_date=day("2024-10-13"), version=3)
        found = [each.message for each in trail.verify_database().problems]
        assert any("perbuatan 1: tanggal menurut jejak «14 Oktober 2024»" in each for each in found), found
        assert any("perbuatan sebelum diperbaiki 1/2" in each for each in found), found


def _facts(deed: Act) -> dict[str, Any]:
    names = ("conduct", "other_conducts", "act_date", "act_date_precision", "phase", "place", "channel", "narrative")
    return {name: getattr(deed, name) for name in names}
