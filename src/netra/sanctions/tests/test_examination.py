"""Nobody is judged unheard: summons, team, record, report, and what happens when somebody does not come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netra.cases.operations import ActRefused, WrongState
from netra.cases.tests.builders import BUDI, LIKE, Cast, at
from netra.letters.queries import letters_of, pdf
from netra.letters.tests.pdf_text import says
from netra.sanctions import operations as act
from netra.sanctions.offers import offers
from netra.sanctions.queries import decision_sheet, proceeding_file
from netra.sanctions.tests.builders import (
    HEARING,
    PARTISAN_2019,
    RULING,
    TEAM,
    Story,
    carry_to_report,
    deed,
    examine,
    make_proceeding,
    open_story,
)
from netra.trust import trail
from netra.trust.tests.told_once import told_once

pytestmark = pytest.mark.django_db

LIKED = Story(
    date(2024, 10, 17),
    LIKE,
)
FOUND = act.Findings(proven=True, analysis="Terbukti dari unggahan.", proposed_level="SEVERE")


@pytest.fixture
def cast():
    return Cast()


@pytest.fixture
def proceeding(cast):
    return make_proceeding(cast)


@told_once
def summon(cast, proceeding, *, letter, meeting):
    return act.summons_issue(
        ref=proceeding.ref, meeting_at=at(meeting), place="Ruang Pemeriksaan", by=cast.dewi, at=at(letter)
    )


def test_the_examination_is_at_most_seven_working_days_after_the_letter(cast, proceeding):
    """From Fri 2024-11-01: 4, 5, 6, 7, 8 | 11, 12: the seventh is Tue 2024-11-12 (PP 94/2021 Ps 26(2))."""
    with pytest.raises(ActRefused, match="12 November 2024"):
        summon(cast, proceeding, letter="2024-11-01", meeting="2024-11-13")
    assert summon(cast, proceeding, letter="2024-11-01", meeting="2024-11-12").ordinal == 1


def called_in_2019(cast):
    """Examined on Thu 2019-03-14, so called by Mon 2019-03-04 at the latest, and called on that day."""
    proceeding = open_story(cast, PARTISAN_2019)
    summon(cast, proceeding, letter="2019-03-04", meeting="2019-03-14")
    return proceeding, proceeding.case.deadlines.get(rule="summons_1")


class WhenTheOldRegulationCountedBackFromTheExaminationToTheLetter:
    """PP 53/2010 Ps 23(2): whoever wrote the letter in time owes nothing more, and was never late."""

    def it_is_kept_by_the_letter(self, cast):
        proceeding, term = called_in_2019(cast)
        assert (term.due_date, term.met_date) == (date(2019, 3, 4), date(2019, 3, 4))
        assert not term.is_overdue(date(2019, 3, 8))
        proceeding.case.refresh_from_db()
        assert proceeding.case.next_due_rule != "summons_1"

    def it_stays_kept_on_that_day_when_the_person_came(self, cast):
        proceeding, term = called_in_2019(cast)
        held = replace(HEARING, held_date=date(2019, 3, 14))
        act.examination_record(ref=proceeding.ref, hearing=held, by=cast.dewi, at=at("2019-03-14", 15))
        term.refresh_from_db()
        assert term.met_date == date(2019, 3, 4)

    def it_stays_kept_on_that_day_when_the_person_stayed_away(self, cast):
        """The second term runs forward: from the missed 14th, 15 | 18–22 | 25 March (Ps 23(3))."""
        proceeding, term = called_in_2019(cast)
        act.summons_miss(ref=proceeding.ref, by=cast.dewi, at=at("2019-03-14", 15))
        term.refresh_from_db()
        assert term.met_date == date(2019, 3, 4)
        second = proceeding.case.deadlines.get(rule="summons_2")
        assert (second.due_date, second.met_date) == (date(2019, 3, 25), None)
        summon(cast, proceeding, letter="2019-03-15", meeting="2019-03-27")
        second.refresh_from_db()
        assert second.met_date == date(2019, 3, 15)


def test_a_moment_that_has_passed_summons_nobody(cast, proceeding):
    with pytest.raises(ActRefused, match="sudah lewat"):
        summon(cast, proceeding, letter="2024-11-01", meeting="2024-10-31")


def test_an_absence_is_not_recorded_before_the_meeting(cast, proceeding):
    summon(cast, proceeding, letter="2024-11-01", meeting="2024-11-06")
    with pytest.raises(ActRefused, match="belum tiba"):
        act.summons_miss(ref=proceeding.ref, by=cast.dewi, at=at("2024-11-05"))


def test_an_absence_is_not_offered_before_the_day_of_the_examination(cast, proceeding):
    summon(cast, proceeding, letter="2024-11-01", meeting="2024-11-06")

    def offered(day):
        return proceeding_file(cast.dewi, proceeding.ref, on=date.fromisoformat(day)).offers_act(
            "sanctions.summons_miss"
        )

    assert (offered("2024-11-05"), offered("2024-11-06")) == (False, True)
    act.summons_miss(ref=proceeding.ref, by=cast.dewi, at=at("2024-11-06", 10))
    summon(cast, proceeding, letter="2024-11-07", meeting="2024-11-13")
    assert (offered("2024-11-12"), offered("2024-11-13")) == (False, True)


class WhenSomebodyStayedAwayFromTheFirstExamination:
    """Missed Wed 2024-11-06; seven working days: 7, 8 | 11–15: the second letter by Fri 2024-11-15 (Ps 26(3))."""

    @pytest.fixture
    def missed(self, cast, proceeding):
        summon(cast, proceeding, letter="2024-11-01", meeting="2024-11-06")
        act.summons_miss(ref=proceeding.ref, by=cast.dewi, at=at("2024-11-06", 10))
        return proceeding.case.deadlines.get(rule="summons_2")

    def it_owes_a_second_letter(self, missed):
        assert (missed.due_date, missed.met_date) == (date(2024, 11, 15), None)
        assert missed.is_overdue(date(2024, 11, 16))

    def it_may_be_called_on_the_sixth_day_for_the_week_after(self, cast, proceeding, missed):
        """Ps 26(3) bounds the letter; the examination lies within seven working days of it (Ps 26(2))."""
        summon(cast, proceeding, letter="2024-11-14", meeting="2024-11-20")
        missed.refresh_from_db()
        assert (missed.met_date, missed.was_late) == (date(2024, 11, 14), False)

    def it_may_still_be_called_when_the_letter_is_late_and_that_is_marked(self, cast, proceeding, missed):
        summon(cast, proceeding, letter="2024-11-19", meeting="2024-11-22")
        missed.refresh_from_db()
        assert missed.was_late
        proceeding.refresh_from_db()
        assert proceeding.state == "SUMMONED_2"


def test_twice_missed_is_decided_on_the_evidence(cast, proceeding):
    """Ps 26(4). From the letter of Thu 2024-11-07: 8 | 11–15 | 18: the examination by Mon 2024-11-18 (Ps 26(2))."""
    summon(cast, proceeding, letter="2024-11-01", meeting="2024-11-06")
    act.summons_miss(ref=proceeding.ref, by=cast.dewi, at=at("2024-11-06", 10))
    with pytest.raises(WrongState):
        act.examination_report(ref=proceeding.ref, findings=FOUND, by=cast.dewi, at=at("2024-11-07"))
    with pytest.raises(ActRefused, match="18 November 2024"):
        summon(cast, proceeding, letter="2024-11-07", meeting="2024-11-19")
    assert summon(cast, proceeding, letter="2024-11-07", meeting="2024-11-15").ordinal == 2
    act.summons_miss(ref=proceeding.ref, by=cast.dewi, at=at("2024-11-15", 10))
    # The threat is severe, so a team examines the evidence too (Ps 29(2)).
    with pytest.raises(ActRefused, match="Bentuk tim pemeriksa dahulu"):
        act.examination_report(ref=proceeding.ref, findings=FOUND, by=cast.dewi, at=at("2024-11-18"))
    act.team_form(ref=proceeding.ref, members=TEAM, by=cast.rahmat, at=at("2024-11-18"))
    act.examination_report(ref=proceeding.ref, findings=FOUND, by=cast.dewi, at=at("2024-11-18"))
    proceeding.refresh_from_db()
    assert decision_sheet(proceeding, on=date(2024, 11, 19)).heard == "MISSED"
    ruling = replace(RULING, decided_date=date(2024, 11, 19))
    act.decision_make(ref=proceeding.ref, ruling=ruling, by=cast.rahmat, at=at("2024-11-19"))
    proceeding.refresh_from_db()
    assert (proceeding.state, proceeding.examination_date) == ("DECIDED", None)
    papers = {each.kind: each for each in letters_of(proceeding.case.chain)}
    first, second = papers["SUMMONS_1"].number, papers["SUMMONS_2"].number
    assert says(
        pdf(papers["DECISION_SEVERE"].ref),
        f"bahwa yang bersangkutan telah dipanggil dengan Surat Panggilan I Nomor {first} tanggal 1 November 2024 dan "
        f"Surat Panggilan II Nomor {second} tanggal 7 November 2024, dan tidak hadir pada keduanya, sehingga keputusan "
        "ini berdasarkan alat bukti dan keterangan yang ada tanpa dilakukan pemeriksaan "
        "(Pasal 26 ayat (4) Peraturan Pemerintah Nomor 94 Tahun 2021);",
    )
    # Nobody came, so no record of an examination was written and none is evidence.
    assert "EXAMINATION_RECORD" not in papers
    assert (papers["EXAMINATION_REPORT"].data or {})["evidence"] == [
        f"Surat Panggilan I Nomor {first} tanggal 1 November 2024 dan Surat Panggilan II Nomor {second} tanggal "
        "7 November 2024, yang tidak dipenuhi.",
        "Berkas bukti yang tercatat pada perkara.",
    ]


def test_who_was_never_examined_is_not_released_from_duty(cast, proceeding):
    """Ps 31(1): "sejak yang bersangkutan diperiksa"; who stayed away twice is decided on without that (Ps 26(4))."""
    act.team_form(ref=proceeding.ref, members=TEAM, by=cast.rahmat, at=at("2024-10-31"))
    summon(cast, proceeding, letter="2024-11-01", meeting="2024-11-06")
    act.summons_miss(ref=proceeding.ref, by=cast.dewi, at=at("2024-11-06", 10))
    summon(cast, proceeding, letter="2024-11-07", meeting="2024-11-12")
    act.summons_miss(ref=proceeding.ref, by=cast.dewi, at=at("2024-11-12", 10))
    act.examination_report(ref=proceeding.ref, findings=FOUND, by=cast.dewi, at=at("2024-11-13"))
    with pytest.raises(ActRefused, match=r"belum pernah diperiksa, .* \(PP 94/2021 Pasal 31 ayat \(1\)"):
        act.duty_release(ref=proceeding.ref, reason="Lancar.", by=cast.rahmat, at=at("2024-11-13", 12))
    proceeding.refresh_from_db()
    offered = offers(cast.rahmat, proceeding, on=date(2024, 11, 13))
    assert "sanctions.duty_release" not in {each.act for each in offered}


def test_who_comes_at_the_second_call_is_heard(cast, proceeding):
    act.team_form(ref=proceeding.ref, members=TEAM, by=cast.rahmat, at=at("2024-10-31"))
    summon(cast, proceeding, letter="2024-11-01", meeting="2024-11-06")
    act.summons_miss(ref=proceeding.ref, by=cast.dewi, at=at("2024-11-06", 10))
    summon(cast, proceeding, letter="2024-11-07", meeting="2024-11-12")
    held = replace(HEARING, held_date=date(2024, 11, 12))
    act.examination_record(ref=proceeding.ref, hearing=held, by=cast.dewi, at=at("2024-11-12", 15))
    assert list(proceeding.summonses.order_by("ordinal").values_list("attended", flat=True)) == [False, True]


def test_a_breach_of_discipline_is_not_reported_with_the_level_of_another_route(cast, proceeding):
    act.team_form(ref=proceeding.ref, members=TEAM, by=cast.rahmat, at=at("2024-10-31"))
    summon(cast, proceeding, letter="2024-11-01", meeting="2024-11-06")
    act.examination_record(ref=proceeding.ref, hearing=HEARING, by=cast.dewi, at=at("2024-11-06", 15))
    for level in ("MORAL", "TERMINATION", "", "HARSH"):
        findings = replace(FOUND, proposed_level=level)
        with pytest.raises(ActRefused, match="tingkat sanksi jalur ini"):
            act.examination_report(ref=proceeding.ref, findings=findings, by=cast.dewi, at=at("2024-11-07"))


def test_the_trail_cites_the_article_of_the_team(cast, proceeding):
    act.team_form(ref=proceeding.ref, members=TEAM, by=cast.rahmat, at=at("2024-10-31"))
    told = trail.history(proceeding.case.chain)[-1]
    assert (told.verb, told.citation) == ("sanctions.team_form", "PP 94/2021 Pasal 29")


def test_a_severe_threat_is_not_examined_without_a_team(cast, proceeding):
    summon(cast, proceeding, letter="2024-11-01", meeting="2024-11-06")
    with pytest.raises(ActRefused, match=r"PP 94/2021 Pasal 29 ayat \(2\)"):
        act.examination_record(ref=proceeding.ref, hearing=HEARING, by=cast.dewi, at=at("2024-11-06", 15))


def test_a_team_without_the_supervision_is_refused_with_its_article(cast, proceeding):
    with pytest.raises(ActRefused, match=r"unsur pengawasan.*PP 94/2021 Pasal 29 ayat \(3\)"):
        act.team_form(ref=proceeding.ref, members=TEAM[:2], by=cast.rahmat, at=at("2024-10-31"))


def test_what_only_a_secondary_source_says_of_a_team_is_noted_not_refused(cast, proceeding):
    lower = (*TEAM[:2], replace(TEAM[2], position="PENGAWAS", grade="III/c"))
    formed = act.team_form(ref=proceeding.ref, members=lower, by=cast.rahmat, at=at("2024-10-31"))
    assert "PerBKN 6/2022" in formed.composition_note


def test_a_grade_that_is_none_is_refused_and_one_of_the_examinee_compares_nothing(cast):
    story = Story(date(2024, 10, 7), deed("partisan_activity", date(2024, 10, 3)))
    proceeding = open_story(cast, replace(story, people=(replace(BUDI, grade="Pembina"),)))
    with pytest.raises(ActRefused, match="golongan ruang"):
        bad = (*TEAM[:2], replace(TEAM[2], grade="empat a"))
        act.team_form(ref=proceeding.ref, members=bad, by=cast.rahmat, at=at("2024-10-31"))
    act.team_form(ref=proceeding.ref, members=TEAM, by=cast.rahmat, at=at("2024-10-31"))
    assert proceeding.team.count() == 3


def test_release_from_duty_only_since_the_examination_only_once_and_only_where_severe_is_likely(cast, proceeding):
    """PP 94/2021 Ps 31(1): "sejak yang bersangkutan diperiksa"."""
    act.team_form(ref=proceeding.ref, members=TEAM, by=cast.rahmat, at=at("2024-10-31"))
    summon(cast, proceeding, letter="2024-11-01", meeting="2024-11-06")
    with pytest.raises(WrongState, match="sejak yang bersangkutan diperiksa"):
        act.duty_release(ref=proceeding.ref, reason="mendahului", by=cast.rahmat, at=at("2024-11-04"))
    act.examination_record(ref=proceeding.ref, hearing=HEARING, by=cast.dewi, at=at("2024-11-06", 15))
    act.duty_release(ref=proceeding.ref, reason="pemeriksaan berlangsung", by=cast.rahmat, at=at("2024-11-06", 16))
    with pytest.raises(WrongState, match="hanya satu kali"):
        act.duty_release(ref=proceeding.ref, reason="lagi", by=cast.rahmat, at=at("2024-11-07"))
    moderate = Story(
        date(2024, 10, 7), deed("campaign_participant_with_attributes", date(2024, 10, 3)), level="MODERATE"
    )
    with pytest.raises(ActRefused, match=r"PP 94/2021 Pasal 31"):
        other = open_story(cast, moderate)
        examine(cast, other, letter="2024-10-21", held="2024-10-28", reported="2024-10-29", level="MODERATE")
        act.duty_release(ref=other.ref, reason="pemeriksaan", by=cast.rahmat, at=at("2024-10-31"))


def test_an_unsigned_record_stands_and_an_empty_one_does_not(cast, proceeding):
    act.team_form(ref=proceeding.ref, members=TEAM, by=cast.rahmat, at=at("2024-10-31"))
    summon(cast, proceeding, letter="2024-11-01", meeting="2024-11-06")
    with pytest.raises(ActRefused, match="tanya jawab"):
        empty = replace(HEARING, dialogue=())
        act.examination_record(ref=proceeding.ref, hearing=empty, by=cast.dewi, at=at("2024-11-06", 15))
    unsigned = replace(HEARING, signed_by_examinee=False)
    kept = act.examination_record(ref=proceeding.ref, hearing=unsigned, by=cast.dewi, at=at("2024-11-06", 15))
    assert not kept.signed_by_examinee


def test_what_was_not_proven_is_stopped_and_what_was_proven_is_not(cast, proceeding):
    act.team_form(ref=proceeding.ref, members=TEAM, by=cast.rahmat, at=at("2024-10-31"))
    summon(cast, proceeding, letter="2024-11-01", meeting="2024-11-06")
    act.examination_record(ref=proceeding.ref, hearing=HEARING, by=cast.dewi, at=at("2024-11-06", 15))
    cleared = act.Findings(proven=False, analysis="Akun dipakai orang lain.")
    act.examination_report(ref=proceeding.ref, findings=cleared, by=cast.dewi, at=at("2024-11-07"))
    with pytest.raises(ActRefused, match="tidak terbukti"):
        act.decision_make(ref=proceeding.ref, ruling=RULING, by=cast.rahmat, at=at("2024-11-11"))
    why = "Bukan akun terlapor."
    act.proceeding_stop(ref=proceeding.ref, reason=why, by=cast.rahmat, at=at("2024-11-11"))
    proceeding.refresh_from_db()
    assert (proceeding.state, proceeding.outcome) == ("STOPPED", "Tidak terbukti dalam pemeriksaan")
    other = make_proceeding(cast)
    carry_to_report(cast, other)
    with pytest.raises(ActRefused, match="menyatakan terbukti"):
        act.proceeding_stop(ref=other.ref, reason=why, by=cast.rahmat, at=at("2024-11-11"))


class WhenTheSuperiorIsAccusedToo:
    """PP 94/2021 Ps 29(6): a direct superior involved in the breach gives way to a higher one."""

    BOSS = replace(BUDI, name="Bos (contoh)")

    def opened(self, cast):
        return open_story(cast, replace(LIKED, people=(BUDI, self.BOSS)))

    def team(self, cast, proceeding, chair):
        return act.team_form(ref=proceeding.ref, members=(chair, *TEAM[1:]), by=cast.rahmat, at=at("2024-10-31"))

    @pytest.mark.parametrize("written", ["Bos (contoh), S.E.", "Dr. H. BOS (Contoh)", "bos  (contoh) S.E., M.Si."])
    def it_does_not_let_him_examine_under_a_title(self, cast, written):
        with pytest.raises(ActRefused, match=r"gantilah dengan atasan yang lebih tinggi.*Pasal 29 ayat \(6\)"):
            self.team(cast, self.opened(cast), replace(TEAM[0], name=written))

    def it_does_not_let_him_examine_in_another_seat(self, cast):
        other = replace(TEAM[1], name="Bos (contoh), S.E.")
        with pytest.raises(ActRefused, match="adalah terlapor"):
            act.team_form(
                ref=self.opened(cast).ref, members=(TEAM[0], other, TEAM[2]), by=cast.rahmat, at=at("2024-10-31")
            )

    def it_knows_him_by_his_nip_under_another_name(self, cast):
        proceeding = self.opened(cast)
        nip = proceeding.case.parties.get(ordinal=2).nip
        with pytest.raises(ActRefused, match=r"Pasal 29 ayat \(6\)"):
            self.team(cast, proceeding, replace(TEAM[0], name="Pak Kepala (contoh)", nip=nip))

    def it_takes_a_namesake_whose_nip_is_another(self, cast):
        proceeding = self.opened(cast)
        namesake = replace(TEAM[0], name="Bos (contoh), S.E.", nip="197001011995031001")
        assert self.team(cast, proceeding, namesake).team.count() == 3
