"""The public reads as of the end of a month: what is written down after it moves no figure before the next one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from django.utils.timezone import make_aware

from netra.cases import operations as cases
from netra.cases.models import Case
from netra.cases.tests.builders import (
    LIKE,
    Cast,
    at,
    carry_to_study,
    make_case,
    make_report,
    register,
    take_back,
)
from netra.insight.follow_up import follow_up_table
from netra.insight.officers import officer_tables
from netra.insight.publications import KEYS, published_as_of
from netra.insight.queries import CUBES, GROUPS
from netra.insight.sources import Sources
from netra.insight.tables import Cell
from netra.insight.tests.builders import public_tables
from netra.intake.models import Report
from netra.intake.operations import report_check, report_close, report_withdraw
from netra.intake.states import CloseReason, State
from netra.intake.tests.builders import a_report, sari_of
from netra.sanctions import operations as act
from netra.sanctions.models import Decision
from netra.sanctions.tests.builders import (
    HEARING,
    RULING,
    TEAM,
    carry_to_decision,
    carry_to_delivery,
    carry_to_report,
    make_proceeding,
)
from netra.trust.tests.told_once import told_once

pytestmark = pytest.mark.django_db

OCTOBER, NOVEMBER, DECEMBER = date(2024, 10, 31), date(2024, 11, 30), date(2024, 12, 31)


@pytest.fixture
def cast() -> Cast:
    return Cast()


def sources(by: date) -> Sources:
    until = make_aware(datetime.combine(by + timedelta(days=1), time.min))
    return Sources(Report.objects.all(), Case.objects.all(), until)


def known(by: date) -> dict[str, dict[str, tuple[Cell, ...]]]:
    """Every table by the end of that day, before anything is hidden: what stands still here stands still in public."""
    tables = [*(count(sources(by)).table() for count in CUBES.values()), follow_up_table(sources(by), on=by)]
    return {table.key: {row.label: row.cells for row in table.rows} for table in tables}


def fates(by: date) -> tuple[str, ...]:
    """What had become of the only report."""
    return CUBES["laporan"](sources(by)).table().columns


@told_once
def act_in(cast: Cast, phase: str, *, on: str) -> None:
    """One act in that phase, registered and assessed on that day."""
    case = make_case(cast, on=on, acts=(replace(LIKE, phase=phase),))
    cases.case_start_preliminary(case_ref=case.ref, by=cast.wayan, at=at(on, 10))
    cases.allegation_assess(case_ref=case.ref, party=1, act=1, by=cast.wayan, at=at(on, 11))


def test_figures_are_published_as_of_the_last_day_of_the_month_before():
    assert published_as_of(date(2026, 11, 1)) == date(2026, 10, 31)
    assert published_as_of(date(2026, 11, 30)) == date(2026, 10, 31)
    assert published_as_of(date(2026, 1, 15)) == date(2025, 12, 31)


def test_one_more_act_tells_nothing_about_the_one_that_was_hidden(cast):
    """A reader visits before and after: "<5 | ×" and then 6 would have told that "<5" was one and the cross five."""
    act_in(cast, "prospective", on="2024-10-17")
    for _act in range(4):
        act_in(cast, "candidate", on="2024-10-17")
    early = public_tables(on=date(2024, 11, 2))

    act_in(cast, "candidate", on="2024-11-04")
    assert public_tables(on=date(2024, 11, 5)) == early

    later = public_tables(on=date(2024, 12, 1))
    assert {key: table.columns for key, table in later.items()} == {key: table.columns for key, table in early.items()}
    # One and five by phase, six by channel: 6 would be 1 + 5, so none of it is told.
    assert later["bentuk"].rows == ()


def test_an_officer_sees_the_new_act_at_once(cast):
    act_in(cast, "candidate", on="2024-11-04")
    in_phase, in_all = officer_tables(cast.wayan, on=date(2024, 11, 4))["bentuk"].rows
    assert (in_phase.label, in_phase.cells) == ("calon", (1, 0, 0, 0, 1))
    assert (in_all.label, in_all.cells) == ("semua fase", (1, 0, 0, 0, 1))


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group[0])
def test_every_public_table_has_its_columns_before_anything_is_counted(cast, group):
    empty = public_tables(on=NOVEMBER)
    carry_to_decision(cast, make_proceeding(cast))
    register(cast, make_report(cast))
    full = public_tables(on=DECEMBER)
    shown = [key for key in group if key in KEYS]
    assert shown
    assert [empty[key].columns for key in shown] == [full[key].columns for key in shown]


def test_nothing_recorded_in_november_moves_october(cast):
    carry_to_study(cast, make_case(cast))
    proceeding = make_proceeding(cast)
    october = known(OCTOBER)
    assert october["sanksi"] == {}
    assert october["tindak-lanjut"] == {"Pemerintah Kota Jambi": (1, 0, 0, 1, 0.0, None)}

    carry_to_delivery(cast, proceeding)
    for by, day in ((cast.wayan, "2024-11-14"), (cast.ani, "2024-11-15")):
        cases.cause_code(case_ref=proceeding.case.ref, causes={"KINSHIP": "Kartu keluarga."}, by=by, at=at(day))
    register(cast, make_report(cast), on="2024-11-18")
    act_in(cast, "candidate", on="2024-11-19")
    assert fates(OCTOBER) == ("sedang diperiksa",)
    assert {**known(OCTOBER), "laporan": {}} == {**october, "laporan": {}}
    assert known(NOVEMBER)["sanksi"] == {"berat": (1,)}
    assert known(NOVEMBER)["tindak-lanjut"] == {"Pemerintah Kota Jambi": (1, 1, 0, 0, 100.0, 14.0)}
    assert len(known(NOVEMBER)["penyebab"]) == 1


def test_an_allegation_that_was_dropped_later_was_alleged_until_then(cast):
    case = make_case(cast)
    carry_to_study(cast, case)
    october = known(OCTOBER)["bentuk"]
    cases.allegation_change(
        case_ref=case.ref, party=1, act=1, reading=None, reason="Akun palsu.", by=cast.wayan, at=at("2024-11-04")
    )
    assert known(OCTOBER)["bentuk"] == october != {}
    assert known(NOVEMBER)["bentuk"] == {}


def test_an_allegation_assessed_again_was_there_before(cast):
    act_in(cast, "candidate", on="2024-10-17")
    october = known(OCTOBER)["bentuk"]
    case = Case.objects.get()
    cases.allegation_assess(case_ref=case.ref, party=1, act=1, by=cast.wayan, at=at("2024-11-04"))
    assert known(OCTOBER)["bentuk"] == october != {}


def test_a_decision_written_down_late_counts_from_the_day_on_which_it_was_written_down(cast):
    proceeding = make_proceeding(cast)
    carry_to_report(cast, proceeding)
    ruling = replace(RULING, decided_date=date(2024, 11, 29))
    act.decision_make(ref=proceeding.ref, ruling=ruling, by=cast.rahmat, at=at("2024-12-02"))
    assert Decision.objects.get().decided_date <= NOVEMBER
    assert known(NOVEMBER)["sanksi"] == {}
    assert known(DECEMBER)["sanksi"] == {"berat": (1,)}


@pytest.mark.parametrize("outcome, left", [("LIGHTENED", {"berat": (1,)}), ("REVOKED", {})])
def test_a_penalty_stands_as_it_was_until_the_objection_is_decided(cast, outcome, left):
    proceeding = make_proceeding(cast)
    carry_to_delivery(cast, proceeding)
    act.objection_file(
        ref=proceeding.ref, filed_date=date(2024, 11, 20), grounds="Terlalu berat.", by=cast.dewi, at=at("2024-11-20")
    )
    november = known(NOVEMBER)
    after = "verbal_reprimand" if outcome == "LIGHTENED" else ""
    given = act.Answer(
        outcome=outcome, decided_date=date(2024, 12, 2), reason="Ditimbang kembali.", sanction_after=after
    )
    act.objection_decide(ref=proceeding.ref, answer=given, by=cast.rahmat, at=at("2024-12-02"))
    assert known(NOVEMBER) == november
    assert november["sanksi"] == {"berat": (1,)}
    assert known(DECEMBER)["sanksi"] == left
    cleared = int(outcome == "REVOKED")
    assert known(DECEMBER)["tindak-lanjut"]["Pemerintah Kota Jambi"][:4] == (1, 1 - cleared, cleared, 0)


def test_somebody_cleared_in_november_still_waited_in_october(cast):
    proceeding = make_proceeding(cast)
    october = known(OCTOBER)
    ref = proceeding.ref
    act.team_form(ref=ref, members=TEAM, by=cast.rahmat, at=at("2024-10-31"))
    act.summons_issue(ref=ref, meeting_at=at("2024-11-06"), place="Ruang 7", by=cast.dewi, at=at("2024-11-01"))
    act.examination_record(ref=ref, hearing=HEARING, by=cast.dewi, at=at("2024-11-06", 15))
    findings = act.Findings(proven=False, analysis="Akun itu bukan miliknya.")
    act.examination_report(ref=ref, findings=findings, by=cast.dewi, at=at("2024-11-07"))
    why = "Akun milik orang lain."
    act.proceeding_stop(ref=ref, reason=why, by=cast.rahmat, at=at("2024-11-11"))
    assert known(OCTOBER) == october
    assert october["tindak-lanjut"]["Pemerintah Kota Jambi"][:4] == (1, 0, 0, 1)
    assert known(NOVEMBER)["tindak-lanjut"]["Pemerintah Kota Jambi"][:4] == (1, 0, 1, 0)


class WhenWhoWasDecidedOnHadDied:
    """Decided on 11 November 2024, dead on the 14th: it never held. Told in November, taken back in December."""

    @pytest.fixture
    def left(self, cast):
        proceeding = make_proceeding(cast)
        carry_to_delivery(cast, proceeding)
        gone = act.Departure("DIED", date(2024, 11, 14), "474.3/12/Capil, 15 November 2024")
        ref = proceeding.case.ref
        act.servant_left(case_ref=ref, party=1, departure=gone, by=cast.dewi, at=at("2024-11-20"))
        return ref

    def it_is_no_sanction_that_was_imposed_and_nobody_waits_for_one(self, left):
        counted = CUBES["sanksi"](sources(NOVEMBER)).table()
        assert counted.columns == ("tidak sempat berlaku",)
        assert known(NOVEMBER)["tindak-lanjut"]["Pemerintah Kota Jambi"][:4] == (1, 0, 1, 0)
        now = Sources(Report.objects.all(), Case.objects.all())
        assert not now.decisions().exists() and not now.unfinished_proceedings().exists()

    def it_moves_no_month_before_it_was_taken_back(self, cast, left):
        november = known(NOVEMBER)
        why = "Yang meninggal orang lain."
        act.servant_left_correct(case_ref=left, party=1, reason=why, by=cast.wayan, at=at("2024-12-02"))
        assert known(NOVEMBER) == november
        assert known(DECEMBER)["sanksi"] == {"berat": (1,)}
        assert known(DECEMBER)["tindak-lanjut"]["Pemerintah Kota Jambi"][:4] == (1, 1, 0, 0)


class WhenAReportGoesOn:
    def a_lead(self, cast: Cast) -> Report:
        report = a_report()
        report_close(
            report_ref=report.ref,
            outcome=State.INFORMATION,
            reason=CloseReason.FORMAL_INCOMPLETE,
            explanation="Nama pelapor belum ada.",
            by=cast.wayan,
            at=at("2024-10-21"),
        )
        return report

    def it_was_still_looked_at_before_it_was_withdrawn(self, cast):
        report = a_report()
        report_withdraw(report_ref=report.ref, by=sari_of(report), at=at("2024-11-04"))
        assert fates(OCTOBER) == ("sedang diperiksa",)
        assert fates(NOVEMBER) == ("dicabut",)

    def it_was_a_lead_before_it_became_whole(self, cast):
        report = self.a_lead(cast)
        report_check(report_ref=report.ref, missing=(), by=cast.wayan, at=at("2024-11-04"))
        assert fates(OCTOBER) == ("informasi awal",)
        assert fates(NOVEMBER) == ("sedang diperiksa",)

    def it_was_a_lead_before_it_was_registered(self, cast):
        register(cast, self.a_lead(cast), on="2024-11-04")
        assert fates(OCTOBER) == ("informasi awal",)
        assert fates(NOVEMBER) == ("diregistrasi",)

    def it_stays_registered_when_it_is_taken_back_after_it_became_a_case(self, cast):
        """Whoever asks for today and whoever asks for the end of a month reads the same."""
        take_back(register(cast, make_report(cast)), on="2024-11-04")
        assert fates(OCTOBER) == fates(NOVEMBER) == ("diregistrasi",)
        assert CUBES["laporan"](Sources(Report.objects.all(), Case.objects.all())).table().columns == ("diregistrasi",)

    def it_is_not_there_before_somebody_sent_it(self, cast):
        a_report(at=at("2024-11-04"))
        assert fates(OCTOBER) == ()
