"""A severe penalty is seen only after the superior examined alone: a team examines again (PP 94/2021 Ps 29(2))."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from netra.cases.operations import ActRefused, WrongState
from netra.cases.tests.builders import BUDI, CITY, Cast, at
from netra.letters.queries import letters_of, pdf
from netra.letters.tests.pdf_text import says
from netra.sanctions import operations as act
from netra.sanctions.erasing import destroy
from netra.sanctions.models import Examination, ExaminationReport, Proceeding, Summons
from netra.sanctions.offers import offers
from netra.sanctions.queries import decision_sheet
from netra.sanctions.tests.builders import (
    HEARING,
    RULING,
    TEAM,
    WORE,
    confirm_identity,
    examine,
    examine_alone,
    make_proceeding,
    open_story,
    reopen,
)
from netra.trust import trail
from netra.trust.acts import Role
from netra.trust.tests import builders as trust
from netra.trust.tests.locks import unlocked
from netra.trust.tests.told_once import told_once

pytestmark = pytest.mark.django_db

AGAIN = "sanctions.examination_reopen"
# The team examines on 13 November. Seven working days from the letter of Fri 8: 11-15, 18, 19 (Ps 26(2)).
BY_THE_TEAM = replace(HEARING, held_date=date(2024, 11, 13), dialogue=(("Siapa yang membagikan?", "Saya sendiri."),))
SEVERE = replace(RULING, decided_date=date(2024, 11, 18), deviation_reason="Dampaknya luas.")


@pytest.fixture
def cast() -> Cast:
    return Cast()


@pytest.fixture
def alone(cast) -> Proceeding:
    """Budi wore the attributes; his superior examined him on 6 November 2024."""
    return examine_alone(cast)


@told_once
def report(cast: Cast, proceeding: Proceeding, level: str, on: str) -> None:
    proven = level != ""
    findings = act.Findings(proven=proven, analysis="Menurut pemeriksaan.", proposed_level=level)
    act.examination_report(ref=proceeding.ref, findings=findings, by=cast.dewi, at=at(on))


@told_once
def call(cast: Cast, proceeding: Proceeding, *, letter: str, meeting: str) -> Summons:
    ref, place = proceeding.ref, "Ruang Tim"
    return act.summons_issue(ref=ref, meeting_at=at(meeting), place=place, by=cast.dewi, at=at(letter))


@told_once
def form_team(cast: Cast, proceeding: Proceeding, on: str = "2024-11-08") -> None:
    act.team_form(ref=proceeding.ref, members=TEAM, by=cast.rahmat, at=at(on))


def again(cast: Cast, proceeding: Proceeding) -> None:
    """Opened again on the 7th; a team, called on the 8th, examined on the 13th."""
    reopen(cast, proceeding)
    form_team(cast, proceeding)
    call(cast, proceeding, letter="2024-11-08", meeting="2024-11-13")
    act.examination_record(ref=proceeding.ref, hearing=BY_THE_TEAM, by=cast.dewi, at=at("2024-11-13", 15))


def now(proceeding: Proceeding) -> Proceeding:
    return Proceeding.objects.get(pk=proceeding.pk)


def offered(cast: Cast, proceeding: Proceeding, on: date = date(2024, 11, 8)) -> list[str]:
    return [each.act for each in offers(cast.dewi, now(proceeding), on=on)]


def test_what_shows_itself_severe_only_afterwards_is_examined_again_by_a_team_and_decided_so(cast, alone):
    with pytest.raises(ActRefused, match="«Periksa kembali oleh tim»"):
        report(cast, alone, "SEVERE", "2024-11-07")
    assert AGAIN in offered(cast, alone)
    again(cast, alone)
    report(cast, alone, "SEVERE", "2024-11-14")
    confirm_identity(cast, alone.case, at("2024-11-15", 8))
    made = act.decision_make(ref=alone.ref, ruling=SEVERE, by=cast.rahmat, at=at("2024-11-18"))
    assert (made.level, now(alone).state) == ("SEVERE", "DECIDED")


def test_what_the_superior_wrote_stays_beside_what_the_team_wrote(cast, alone):
    report(cast, alone, "MODERATE", "2024-11-07")
    again(cast, alone)
    assert now(alone).report is None
    report(cast, alone, "SEVERE", "2024-11-14")
    records = Examination.objects.order_by("round").values_list("round", "held_date")
    assert list(records) == [(1, date(2024, 11, 6)), (2, date(2024, 11, 13))]
    reports = ExaminationReport.objects.order_by("round").values_list("round", "proposed_level")
    assert list(reports) == [(1, "MODERATE"), (2, "SEVERE")]
    assert list(Summons.objects.order_by("id").values_list("round", "ordinal")) == [(1, 1), (2, 1)]
    found = now(alone)
    assert (found.examination_date, found.report and found.report.round) == (date(2024, 11, 13), 2)
    papers = [each.kind for each in letters_of(alone.case.chain) if each.subject_ref == alone.ref]
    assert (papers.count("EXAMINATION_RECORD"), papers.count("EXAMINATION_REPORT")) == (2, 2)
    assert trail.verify_database().ok


def test_the_decree_rests_on_the_report_of_the_team(cast, alone):
    report(cast, alone, "MODERATE", "2024-11-07")
    again(cast, alone)
    report(cast, alone, "SEVERE", "2024-11-14")
    confirm_identity(cast, alone.case, at("2024-11-15", 8))
    made = act.decision_make(ref=alone.ref, ruling=SEVERE, by=cast.rahmat, at=at("2024-11-18"))
    newest = [each for each in letters_of(alone.case.chain) if each.kind == "EXAMINATION_REPORT"][-1]
    assert says(pdf(made.letter_ref), f"Laporan Hasil Pemeriksaan Nomor {newest.number} tanggal 14 November 2024")


def test_the_terms_of_the_summons_run_as_at_the_first_examination(cast, alone):
    reopen(cast, alone)
    form_team(cast, alone)
    with pytest.raises(ActRefused, match="19 November 2024"):
        call(cast, alone, letter="2024-11-08", meeting="2024-11-20")
    call(cast, alone, letter="2024-11-08", meeting="2024-11-13")
    terms = alone.case.deadlines.filter(rule="summons_1").order_by("id")
    assert [(each.start_date, each.due_date, each.met_date) for each in terms] == [
        (date(2024, 11, 1), date(2024, 11, 12), date(2024, 11, 6)),
        (date(2024, 11, 8), date(2024, 11, 19), None),
    ]
    act.summons_miss(ref=alone.ref, by=cast.dewi, at=at("2024-11-13", 15))
    assert call(cast, alone, letter="2024-11-14", meeting="2024-11-20").ordinal == 2


def test_the_event_cites_the_article_says_that_it_is_derived_and_holds_no_word_of_the_reason(cast, alone):
    reopen(cast, alone)
    told = trail.history(alone.case.chain)[-1]
    assert told.verb == AGAIN
    assert told.citation.startswith("PP 94/2021 Pasal 29 ayat (2)") and "tidak tertulis" in told.citation
    assert "Atribut" not in str(told.payload)


def test_the_offer_shows_that_a_second_examination_is_derived(cast, alone):
    (offer,) = [each for each in offers(cast.dewi, now(alone), on=date(2024, 11, 7)) if each.act == AGAIN]
    assert offer.source is not None and offer.source.verification == "DERIVED"


def test_whoever_would_form_the_team_too_late_is_told_to_open_the_examination_again(cast, alone):
    with pytest.raises(WrongState, match=r"tidak memeriksa siapa pun.*«Periksa kembali oleh tim»"):
        form_team(cast, alone, "2024-11-07")
    report(cast, alone, "", "2024-11-07")
    with pytest.raises(WrongState) as refused:
        form_team(cast, alone, "2024-11-08")
    assert "Periksa kembali" not in str(refused.value)


def test_no_reason_no_second_examination(cast, alone):
    with pytest.raises(ActRefused, match="Tuliskan mengapa"):
        reopen(cast, alone, "  ")
    assert now(alone).state == "EXAMINED"


class WhenItWasOpenedAgain:
    @pytest.fixture(autouse=True)
    def _again(self, cast, alone):
        reopen(cast, alone)

    def it_is_not_examined_without_a_team_once_more(self, cast, alone):
        call(cast, alone, letter="2024-11-08", meeting="2024-11-13")
        with pytest.raises(ActRefused, match="Bentuk tim pemeriksa dahulu"):
            act.examination_record(ref=alone.ref, hearing=BY_THE_TEAM, by=cast.dewi, at=at("2024-11-13", 15))

    def it_says_that_he_was_heard_and_waits_for_the_team(self, alone):
        assert decision_sheet(now(alone), on=date(2024, 11, 8)).heard == "AGAIN"

    def it_lets_him_be_released_from_duty_for_he_was_examined(self, cast, alone):
        """PP 94/2021 Ps 31(1): "sejak yang bersangkutan diperiksa"."""
        act.duty_release(ref=alone.ref, reason="pemeriksaan berlanjut", by=cast.rahmat, at=at("2024-11-08"))
        assert now(alone).duty_released_date == date(2024, 11, 8)

    def it_is_not_opened_a_third_time(self, cast, alone):
        form_team(cast, alone)
        call(cast, alone, letter="2024-11-08", meeting="2024-11-13")
        act.examination_record(ref=alone.ref, hearing=BY_THE_TEAM, by=cast.dewi, at=at("2024-11-13", 15))
        assert AGAIN not in offered(cast, alone, date(2024, 11, 14))
        with pytest.raises(ActRefused, match="sudah diperiksa oleh tim"):
            reopen(cast, alone)

    def it_is_decided_on_the_evidence_where_he_stays_away_twice(self, cast, alone):
        """Ps 26(4); what he said to his superior stays in the file, so only the team has not examined him."""
        call(cast, alone, letter="2024-11-08", meeting="2024-11-13")
        act.summons_miss(ref=alone.ref, by=cast.dewi, at=at("2024-11-13", 15))
        call(cast, alone, letter="2024-11-14", meeting="2024-11-18")
        act.summons_miss(ref=alone.ref, by=cast.dewi, at=at("2024-11-18", 15))
        with pytest.raises(ActRefused, match="Bentuk tim pemeriksa dahulu"):
            report(cast, alone, "SEVERE", "2024-11-19")
        form_team(cast, alone, "2024-11-19")
        report(cast, alone, "SEVERE", "2024-11-19")
        assert decision_sheet(now(alone), on=date(2024, 11, 20)).heard == "MISSED"
        newest = letters_of(alone.case.chain)[-1]
        assert newest.kind == "EXAMINATION_REPORT"
        first, *others = (newest.data or {})["evidence"]
        assert first == "Berita acara pemeriksaan tanggal 6 November 2024, sebelum pemeriksaan dibuka kembali."
        assert others[-1] == "Berkas bukti yang tercatat pada perkara."
        confirm_identity(cast, alone.case, at("2024-11-20", 8))
        late = replace(SEVERE, decided_date=date(2024, 11, 20))
        made = act.decision_make(ref=alone.ref, ruling=late, by=cast.rahmat, at=at("2024-11-20"))
        assert says(pdf(made.letter_ref), "tanpa dilakukan pemeriksaan oleh tim pemeriksa (Pasal 26 ayat (4)")

    def it_forgets_the_reason_where_two_people_erase_him(self, alone):
        with unlocked():
            destroy([alone.party])
        assert now(alone).reopened_reason == "(dihapus)"

    @pytest.mark.parametrize(
        "statement",
        [
            "UPDATE sanctions_examination SET round = 2",
            "UPDATE sanctions_summons SET round = 2",
            "UPDATE sanctions_proceeding SET reopened_date = NULL, reopened_reason = ''",
            "UPDATE sanctions_proceeding SET reopened_date = '2024-11-06'",
            "UPDATE sanctions_proceeding SET reopened_reason = '(dihapus)'",
        ],
    )
    def it_cannot_be_told_otherwise_by_hand(self, statement):
        with pytest.raises(IntegrityError, match="tidak dapat diubah"), transaction.atomic():
            run(statement)

    def it_is_found_out_where_somebody_owns_the_database(self):
        with unlocked():
            run("UPDATE sanctions_proceeding SET reopened_date = '2024-11-06'")
        (problem,) = trail.verify_database().problems
        assert "hari pemeriksaan dibuka kembali menurut jejak «7 November 2024»" in problem.message


def run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def test_the_day_of_an_examination_goes_only_with_the_state(alone):
    with pytest.raises(IntegrityError, match="tidak dapat diubah"), transaction.atomic():
        run("UPDATE sanctions_proceeding SET examination_date = NULL")
    assert now(alone).examination_date == date(2024, 11, 6)


class WhenNothingIsLeftToRepeat:
    def it_is_not_offered_where_a_team_examined(self, cast):
        proceeding = make_proceeding(cast)
        examine(cast, proceeding, letter="2024-11-01", held="2024-11-06", reported="2024-11-07")
        assert AGAIN not in offered(cast, proceeding)
        with pytest.raises(ActRefused, match="sudah diperiksa oleh tim"):
            reopen(cast, proceeding)

    def it_is_not_offered_to_a_pppk(self, cast):
        """PP 49/2018 Ps 52: the rules of his agency say how he is examined."""
        proceeding = examine_alone(cast, replace(WORE, people=(replace(BUDI, employment="PPPK", grade=""),)))
        assert AGAIN not in offered(cast, proceeding)
        with pytest.raises(ActRefused, match="PP 49/2018 Pasal 52"):
            reopen(cast, proceeding)

    def it_is_offered_to_a_candidate_pns(self, cast):
        """PP 94/2021 Ps 43: it holds for candidates too."""
        proceeding = examine_alone(cast, replace(WORE, people=(replace(BUDI, employment="CPNS"),)))
        assert AGAIN in offered(cast, proceeding)

    def it_is_not_offered_where_nothing_was_proven(self, cast, alone):
        report(cast, alone, "", "2024-11-07")
        assert AGAIN not in offered(cast, alone)
        with pytest.raises(ActRefused, match="tidak terbukti"):
            reopen(cast, alone)

    def it_is_not_offered_where_nobody_was_examined(self, cast):
        proceeding = open_story(cast, WORE)
        for letter, meeting in (("2024-11-01", "2024-11-06"), ("2024-11-07", "2024-11-12")):
            call(cast, proceeding, letter=letter, meeting=meeting)
            act.summons_miss(ref=proceeding.ref, by=cast.dewi, at=at(meeting, 15))
        report(cast, proceeding, "MODERATE", "2024-11-13")
        assert AGAIN not in offered(cast, proceeding)
        with pytest.raises(ActRefused, match="belum ada pemeriksaan"):
            reopen(cast, proceeding)

    def it_is_refused_under_the_older_regulation(self, cast, alone):
        """PP 53/2010 Ps 25: the authority may form a team."""
        with unlocked():
            Proceeding.objects.update(regime="DISC-53")
        assert AGAIN not in offered(cast, alone)
        with pytest.raises(ActRefused, match="PP 53/2010"):
            reopen(cast, alone)

    def it_is_refused_once_it_was_decided(self, cast, alone):
        report(cast, alone, "MODERATE", "2024-11-07")
        confirm_identity(cast, alone.case, at("2024-11-08", 8))
        moderate = replace(RULING, sanction_code="increment_delay_1y")
        act.decision_make(ref=alone.ref, ruling=moderate, by=cast.rahmat, at=at("2024-11-11"))
        assert AGAIN not in offered(cast, alone, date(2024, 11, 12))
        with pytest.raises(WrongState, match="Keputusan ditetapkan"):
            act.examination_reopen(ref=alone.ref, reason="Berat.", by=cast.dewi, at=at("2024-11-12"))


def test_who_held_the_first_examination_alone_does_not_decide_after_the_second(cast, alone):
    """PP 94/2021 Ps 27(3)-(4): he was let go between the two."""
    gita = trust.make_user("gita", full_name="Gita (contoh)")
    act.examiner_assign(ref=alone.ref, username="gita", by=cast.dewi, at=at("2024-11-06"))
    reopen(cast, alone)
    act.examiner_release(ref=alone.ref, username="gita", reason="Pindah tugas.", by=cast.dewi, at=at("2024-11-08"))
    form_team(cast, alone)
    call(cast, alone, letter="2024-11-08", meeting="2024-11-13")
    act.examination_record(ref=alone.ref, hearing=BY_THE_TEAM, by=cast.dewi, at=at("2024-11-13", 15))
    report(cast, alone, "SEVERE", "2024-11-14")
    confirm_identity(cast, alone.case, at("2024-11-15", 8))
    trust.grant(gita, Role.APPOINTING_AUTHORITY, agency=CITY)
    with pytest.raises(ActRefused, match="memeriksa"):
        act.decision_make(ref=alone.ref, ruling=SEVERE, by=gita, at=at("2024-11-18"))
