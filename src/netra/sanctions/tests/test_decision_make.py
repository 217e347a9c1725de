"""The authority decides with the law's bounds in view; leaving them is allowed, needs a reason, and stays visible."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netra.cases.models import Party
from netra.cases.operations import ActRefused
from netra.cases.tests.builders import BUDI, Cast, at
from netra.letters.queries import pdf
from netra.letters.tests.pdf_text import says
from netra.sanctions import operations as act
from netra.sanctions.models import Decision
from netra.sanctions.queries import decision_sheet, proceeding_file
from netra.sanctions.tests.builders import (
    RULING,
    Story,
    carry_to_report,
    confirm_identity,
    deed,
    deliver,
    examine,
    make_proceeding,
    open_story,
)
from netra.trust.tests.locks import unlocked
from netra.trust.trail import history

pytestmark = pytest.mark.django_db

ATTRIBUTES_2024 = Story(
    start=date(2024, 10, 7), deed=deed("campaign_participant_with_attributes", date(2024, 10, 3)), level="MODERATE"
)
ACTIVITY_2019 = deed("partisan_activity", date(2019, 2, 10))


def make(cast, proceeding, *, code, reason="", day="2024-11-11", **more):
    ruling = replace(RULING, sanction_code=code, deviation_reason=reason, decided_date=date.fromisoformat(day), **more)
    return act.decision_make(ref=proceeding.ref, ruling=ruling, by=cast.rahmat, at=at(day, 16))


def forget_identity(proceeding):
    """As if nobody had ever confirmed who the accused is."""
    with unlocked():
        Party.objects.filter(pk=proceeding.party_id).update(nip="", identified_by_attribute="", identified_at=None)


def marks(made):
    return made.below_floor, made.below_recommendation, made.above_ceiling


class WhenTheLawAndTheRecommendationSaySevere:
    @pytest.fixture
    def cast(self):
        return Cast()

    @pytest.fixture
    def proceeding(self, cast):
        proceeding = make_proceeding(cast)
        carry_to_report(cast, proceeding)
        return proceeding

    def it_asks_for_a_reason_below_the_floor_and_changes_nothing_without_it(self, cast, proceeding):
        with pytest.raises(act.ReasonMissing, match="di bawah batas bawah hukum"):
            make(cast, proceeding, code="written_reprimand")
        proceeding.refresh_from_db()
        assert proceeding.state == "REPORTED"
        assert not Decision.objects.exists()

    def it_decides_below_the_floor_with_a_reason_and_marks_the_case(self, cast, proceeding):
        made = make(cast, proceeding, code="written_reprimand", reason="Mengaku dan menghapus unggahan.")
        assert marks(made) == (True, True, False)
        assert made.steps_from_floor == -2  # severe → moderate → light
        assert made.deviation_reason == "Mengaku dan menghapus unggahan."
        proceeding.case.refresh_from_db()
        assert proceeding.case.deviates

    def it_marks_nothing_within_the_bounds_and_drops_a_needless_reason(self, cast, proceeding):
        made = make(cast, proceeding, code="demotion_12m", reason="Tidak perlu.")
        assert marks(made) == (False, False, False)
        assert made.deviation_reason == ""
        proceeding.case.refresh_from_db()
        assert not proceeding.case.deviates

    def it_offers_no_nominal_penalty(self, cast, proceeding):
        with pytest.raises(ActRefused, match="tidak ada dalam daftar"):
            make(cast, proceeding, code="allowance_cut_6m", reason="Perlu.")

    def it_says_which_official_is_competent_for_a_light_penalty(self, cast, proceeding):
        """PP 94/2021 Ps 21: an administrator's light penalty is his superior's, a JPT pratama's, to give."""
        made = make(cast, proceeding, code="written_reprimand", reason="Mengaku.")
        assert "PP 94/2021 Pasal 21 huruf a" in made.competence_note

    def it_leaves_it_to_the_president_to_dismiss_a_functional_of_the_highest_rung(self, cast, proceeding):
        """PP 94/2021 Ps 17(2)b and 18(3)b: the mayor demotes an ahli utama, and does not dismiss him."""
        Party.objects.filter(pk=proceeding.party_id).update(position="FUNCTIONAL_AHLI_UTAMA")
        with pytest.raises(ActRefused, match=r"ditetapkan Presiden \(PP 94/2021 Pasal 17 ayat \(2\) huruf b"):
            make(cast, proceeding, code="honourable_dismissal")
        assert make(cast, proceeding, code="demotion_12m").competence_note == ""

    def it_punishes_nobody_known_by_name_alone(self, cast, proceeding):
        """A named officer confirms with a second attribute; until then a decision points at nobody."""
        forget_identity(proceeding)
        with pytest.raises(ActRefused, match="Identitas terlapor T1 belum dipastikan dengan ciri kedua") as refusal:
            make(cast, proceeding, code="demotion_12m")
        assert f"halaman perkara {proceeding.case.ref}" in str(refusal.value)
        assert not Decision.objects.exists()
        confirm_identity(cast, proceeding.case, at("2024-11-11", 10))
        assert make(cast, proceeding, code="demotion_12m").level == "SEVERE"

    def it_refuses_a_decision_dated_before_the_report(self, cast, proceeding):
        ruling = replace(RULING, decided_date=date(2024, 11, 6))
        with pytest.raises(ActRefused, match="mendahului laporan hasil pemeriksaan"):
            act.decision_make(ref=proceeding.ref, ruling=ruling, by=cast.rahmat, at=at("2024-11-11"))

    def it_lays_the_law_before_the_authority(self, cast, proceeding):
        found = proceeding_file(cast.rahmat, proceeding.ref, on=date(2024, 11, 11))
        sheet = decision_sheet(found.proceeding, on=date(2024, 11, 11))
        assert (sheet.limits.floor, sheet.limits.ceiling, sheet.limits.regime) == ("SEVERE", "SEVERE", "DISC-94")
        assert sheet.heard == "HEARD"
        assert [each.code for each in sheet.nominal] == ["allowance_cut_6m", "allowance_cut_9m", "allowance_cut_12m"]
        assert [offer.sanction.level for offer in sheet.offered] == ["LIGHT"] * 3 + ["MODERATE"] * 3 + ["SEVERE"] * 3
        assert {offer.deviation.below_floor for offer in sheet.offered[:6]} == {True}

    def it_shows_like_decisions_without_a_person(self, cast, proceeding):
        make(cast, proceeding, code="written_reprimand", reason="Mengaku.")
        other = make_proceeding(cast)
        like = decision_sheet(other, on=date(2024, 11, 12)).like
        assert [(each.level, each.decided_date.year, each.below_floor) for each in like] == [("LIGHT", 2024, True)]

    @pytest.mark.parametrize(
        ("outcome", "after", "told"), [("AGGRAVATED", "demotion_12m", [("SEVERE", False)]), ("REVOKED", "", [])]
    )
    def it_shows_them_as_a_remedy_left_them(self, cast, proceeding, outcome, after, told):
        make(cast, proceeding, code="written_reprimand", reason="Mengaku.")
        deliver(cast, proceeding, "2024-11-13")
        act.objection_file(
            ref=proceeding.ref, filed_date=date(2024, 11, 20), grounds="Keliru.", by=cast.dewi, at=at("2024-11-20")
        )
        answer = act.Answer(outcome, date(2024, 11, 25), "Ditimbang lagi.", sanction_after=after)
        act.objection_decide(ref=proceeding.ref, answer=answer, by=cast.rahmat, at=at("2024-11-25"))
        like = decision_sheet(make_proceeding(cast), on=date(2024, 11, 26)).like
        assert [(each.level, each.below_floor) for each in like] == told


def test_a_decision_within_the_law_but_below_the_recommendation_needs_a_reason():
    cast = Cast()
    proceeding = open_story(cast, replace(ATTRIBUTES_2024, level="SEVERE"))
    examine(cast, proceeding, letter="2024-10-22", held="2024-10-25", reported="2024-10-28", level="MODERATE")
    with pytest.raises(act.ReasonMissing, match="di bawah rekomendasi"):
        make(cast, proceeding, code="promotion_delay_1y")
    made = make(cast, proceeding, code="promotion_delay_1y", reason="Hukum menyebut sedang.")
    assert marks(made) == (False, True, False)


def test_a_decision_above_the_ceiling_needs_a_reason():
    cast = Cast()
    proceeding = open_story(cast, ATTRIBUTES_2024)
    examine(cast, proceeding, letter="2024-10-22", held="2024-10-25", reported="2024-10-28", level="MODERATE")
    with pytest.raises(act.ReasonMissing, match="di atas batas atas hukum"):
        make(cast, proceeding, code="demotion_12m")
    assert marks(make(cast, proceeding, code="demotion_12m", reason="Pengulangan.")) == (False, False, True)


def test_a_contract_employee_never_gets_a_penalty_of_civil_servants():
    cast = Cast()
    story = replace(ATTRIBUTES_2024, people=(replace(BUDI, employment="PPPK", grade=""),))
    proceeding = open_story(cast, story)
    examine(cast, proceeding, letter="2024-10-22", held="2024-10-25", reported="2024-10-28", level="MODERATE")
    with pytest.raises(ActRefused, match="PP 49/2018 Pasal 52"):
        make(cast, proceeding, code="promotion_delay_1y", reason="Perlu.")
    offered = decision_sheet(proceeding, on=date(2024, 11, 11)).offered
    assert [each.sanction.source.instrument for each in offered] == ["PP 49/2018"] * 3


def test_a_contract_employee_is_decided_upon_by_the_rules_of_the_own_agency():
    """PP 49/2018 Ps 52: the agency's own rules. They name the day of effect; the law names none."""
    cast = Cast()
    story = replace(ATTRIBUTES_2024, people=(replace(BUDI, employment="PPPK", grade=""),))
    proceeding = open_story(cast, story)
    examine(cast, proceeding, letter="2024-10-22", held="2024-10-25", reported="2024-10-28", level="MODERATE")
    by_agency = {"agency_rule": "Perwali 7/2021 Pasal 12 (contoh)", "agency_sanction": "Teguran (contoh)"}
    made = make(cast, proceeding, code="agency_moderate_rule", reason="Menurut peraturan instansi.", **by_agency)
    deliver(cast, proceeding, "2024-11-13")
    assert made.delivery.in_force_date is None
    act.decision_enforce(ref=proceeding.ref, by=cast.dewi, at=at("2024-12-09"))
    made.delivery.refresh_from_db()
    assert made.delivery.in_force_date == date(2024, 12, 9)


class WhenAnActOf2019IsDecided:
    def it_is_moderate_by_the_old_regulation_when_decided_then(self):
        """Summons of PP 53 Ps 23(2), counted back from Thu 2019-03-14: 13, 12, 11, 8, (7 Nyepi), 6, 5, 4 March."""
        cast = Cast()
        story = Story(date(2019, 2, 11), ACTIVITY_2019, election_kind="GENERAL", office="PRESIDENT", level="MODERATE")
        proceeding = open_story(cast, story)
        with pytest.raises(ActRefused, match="4 Maret 2019"):
            act.summons_issue(
                ref=proceeding.ref, meeting_at=at("2019-03-14"), place="Ruang", by=cast.dewi, at=at("2019-03-05")
            )
        examine(cast, proceeding, letter="2019-03-04", held="2019-03-14", reported="2019-03-18", level="MODERATE")
        made = make(cast, proceeding, code="promotion_delay_1y", day="2019-03-20")
        assert (made.regime, made.level_floor, made.level_ceiling) == ("DISC-53", "MODERATE", "MODERATE")
        deliver(cast, proceeding, "2019-03-25")
        # PP 53/2010 Ps 43: what the appointing authority imposes takes effect on the day it was decided.
        assert made.delivery.in_force_date == date(2019, 3, 20)

    def it_is_severe_by_the_new_regulation_when_first_examined_after_it(self):
        """PP 94/2021 Ps 40(3). Received Wed 2021-10-13; Ps 38 says "hari ke-15": 2021-10-28."""
        cast = Cast()
        story = Story(date(2021, 9, 6), ACTIVITY_2019, election_kind="GENERAL", office="PRESIDENT")
        proceeding = open_story(cast, story)
        examine(cast, proceeding, letter="2021-09-27", held="2021-10-01", reported="2021-10-04")
        sheet = decision_sheet(proceeding, on=date(2021, 10, 11))
        assert sheet.limits.needs_review
        made = make(cast, proceeding, code="demotion_12m", day="2021-10-11")
        assert (made.regime, made.level_floor, made.level_ceiling) == ("DISC-94", "SEVERE", "SEVERE")
        deliver(cast, proceeding, "2021-10-13")
        assert made.delivery.in_force_date == date(2021, 10, 28)
        # The other reading, by working days: 14, 15 | 18, 19, (20 Maulid), 21, 22 | 25–29 | 1–4 Nov: the 15th is 4 Nov.
        effect = proceeding.case.deadlines.get(rule="discipline_in_force")
        assert [other["due"] for other in effect.alternatives] == ["2021-11-04"]

    @pytest.mark.parametrize(
        ("day", "code", "named", "broken", "unnamed"),
        [
            ("2021-08-30", "promotion_delay_1y", "Nomor 53 Tahun 2010", "Pasal 4 angka", "94 Tahun 2021"),
            ("2021-09-15", "demotion_12m", "Nomor 94 Tahun 2021", "Pasal 5 huruf n angka", "53 Tahun 2010"),
        ],
    )
    def it_is_a_decree_of_the_regulation_of_its_own_day(self, day, code, named, broken, unnamed):
        """Opened and examined under PP 53/2010; PP 94/2021 (31 August 2021) takes over what is decided after it."""
        cast = Cast()
        story = Story(date(2021, 7, 1), ACTIVITY_2019, election_kind="GENERAL", office="PRESIDENT", level="MODERATE")
        proceeding = open_story(cast, story)
        examine(cast, proceeding, letter="2021-08-05", held="2021-08-20", reported="2021-08-25", level="MODERATE")
        printed = pdf(make(cast, proceeding, code=code, day=day).letter_ref)
        assert says(printed, named) and says(printed, broken)
        assert not says(printed, unnamed)

    def it_is_in_the_trail_by_the_law_of_its_own_day_though_written_down_later(self):
        """Decided on 30 August 2021 under PP 53/2010; the clerk came to it on 20 September, under PP 94/2021."""
        cast = Cast()
        story = Story(date(2021, 7, 1), ACTIVITY_2019, election_kind="GENERAL", office="PRESIDENT", level="MODERATE")
        proceeding = open_story(cast, story)
        examine(cast, proceeding, letter="2021-08-05", held="2021-08-20", reported="2021-08-25", level="MODERATE")
        ruling = replace(RULING, sanction_code="promotion_delay_1y", decided_date=date(2021, 8, 30))
        act.decision_make(ref=proceeding.ref, ruling=ruling, by=cast.rahmat, at=at("2021-09-20"))
        told = history(proceeding.case.chain)[-1]
        assert told.verb == "sanctions.decision_make"
        assert told.citation.startswith("PP 53/2010")
