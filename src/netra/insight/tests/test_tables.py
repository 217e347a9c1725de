"""The two tables of the studies, counted from stories whose numbers are known."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from datetime import date

import pytest

from netra.cases import operations as cases
from netra.cases.models import Case, Party
from netra.cases.tests.builders import (
    Cast,
    at,
    carry_to_recommendation,
    carry_to_study,
    make_case,
    make_report,
    register,
)
from netra.insight.charts import chart_svg
from netra.insight.export import as_csv
from netra.insight.follow_up import answers_by_agency, follow_up_table, public_cells, seen_by_the_public
from netra.insight.officers import officer_tables
from netra.insight.queries import causes_cube, forms_cube, reports_cube, sanctions_cube
from netra.insight.sources import Sources
from netra.insight.tables import Cell, Hidden, Row, Table
from netra.insight.tests.builders import public_tables
from netra.intake.models import Report
from netra.sanctions import operations as act
from netra.sanctions.models import Decision, Proceeding
from netra.sanctions.states import ProceedingState
from netra.sanctions.tests.builders import (
    RULING,
    carry_to_decision,
    carry_to_delivery,
    carry_to_report,
    make_proceeding,
)
from netra.trust.acts import Role
from netra.trust.tests.builders import grant, make_user
from netra.trust.tests.locks import unlocked

pytestmark = pytest.mark.django_db

ON = date(2024, 12, 31)


@pytest.fixture
def cast() -> Cast:
    return Cast()


READ_ON = date(2025, 1, 1)


def everything() -> Sources:
    return Sources(Report.objects.all(), Case.objects.all())


def public_answers() -> tuple[Cell, ...]:
    """What the public would read of the only authority if nothing had been published before."""
    (answers,) = answers_by_agency(everything()).values()
    return public_cells(answers, seen_by_the_public(answers, ()))


def test_an_act_counts_once_by_form_phase_and_channel(cast):
    for _ in range(2):
        carry_to_study(cast, make_case(cast))
    table = forms_cube(everything()).table()
    assert table.unit == "perbuatan"
    assert table.columns == ("calon, media sosial",)
    assert [row.cells for row in table.rows] == [(2,)]
    assert table.rows[0].label.startswith("Menyukai, mengomentari")


def test_a_dropped_allegation_does_not_count(cast):
    case = make_case(cast)
    cases.case_start_preliminary(case_ref=case.ref, by=cast.wayan, at=at("2024-10-17", 10))
    cases.allegation_assess(case_ref=case.ref, party=1, act=1, by=cast.wayan, at=at("2024-10-18"))
    cases.allegation_change(
        case_ref=case.ref, party=1, act=1, reading=None, reason="Akun palsu.", by=cast.wayan, at=at("2024-10-18", 10)
    )
    assert forms_cube(everything()).table().is_empty


def test_a_reprimand_where_the_law_asked_for_severe_is_seen(cast):
    # The finding of the second study: the floor is severe, a verbal reprimand (light) was imposed.
    lenient = replace(RULING, sanction_code="verbal_reprimand", deviation_reason="Baru pertama kali.")
    carry_to_decision(cast, make_proceeding(cast), lenient)
    table = sanctions_cube(everything()).table()
    assert table.unit == "orang yang dijatuhi sanksi, sekali per pemilihan dan tingkat"
    assert [(row.label, row.cells) for row in table.rows] == [("berat", (1,))]
    assert table.columns == ("ringan",)


def test_the_public_reads_sanctions_by_their_place_beside_the_floor(cast):
    lenient = replace(RULING, sanction_code="verbal_reprimand", deviation_reason="Baru pertama kali.")
    middle = replace(RULING, sanction_code="increment_delay_1y", deviation_reason="Baru pertama kali.")
    for ruling in (lenient, lenient, lenient, middle, middle):
        carry_to_decision(cast, make_proceeding(cast), ruling)
    table = public_tables(on=ON)["sanksi"]
    assert table.columns == ("di bawah batas bawah", "tepat batas bawah", "di atas batas bawah", "tidak sempat berlaku")
    assert [row.cells for row in table.rows] == [(5, 0, 0, 0)]


def test_follow_up_is_counted_per_authority_with_median_days(cast):
    carry_to_decision(cast, make_proceeding(cast))
    unanswered = make_case(cast)
    carry_to_recommendation(cast, unanswered)
    # Two people recommended on 28 October 2024, one decided on 11 November: 14 days, half of them.
    (row,) = follow_up_table(everything(), on=READ_ON).rows
    assert (row.label, row.cells) == ("Pemerintah Kota Jambi", (2, 1, 0, 1, 50.0, 14.0))


def test_a_decision_written_down_after_its_term_counts_to_the_day_on_which_it_was_written_down(cast):
    """It bears 11 November 2024, the term ended on the 15th, and nobody had heard of it before Wednesday the 20th."""
    proceeding = make_proceeding(cast)
    carry_to_report(cast, proceeding)
    act.decision_make(ref=proceeding.ref, ruling=RULING, by=cast.rahmat, at=at("2024-11-20"))
    # From 28 October: 23 days, not the 14 that its own day would make.
    (row,) = follow_up_table(everything(), on=READ_ON).rows
    assert row.cells == (1, 1, 0, 0, 100.0, 23.0)


def test_somebody_who_was_cleared_was_followed_up_too(cast):
    proceeding = make_proceeding(cast)
    Proceeding.objects.filter(pk=proceeding.pk).update(state=ProceedingState.STOPPED)
    (row,) = follow_up_table(everything(), on=READ_ON).rows
    assert row.cells == (1, 0, 1, 0, 100.0, None)


def test_somebody_cleared_on_one_route_still_waits_on_the_other(cast):
    proceeding = make_proceeding(cast)
    make_proceeding(cast, proceeding.case, route="ETHICS")
    Proceeding.objects.filter(pk=proceeding.pk).update(state=ProceedingState.STOPPED)
    (row,) = follow_up_table(everything(), on=READ_ON).rows
    assert row.cells == (1, 0, 0, 1, 0.0, None)


def _objected(cast: Cast, **answer: str) -> Decision:
    """Budi's severe penalty, delivered on 13 November 2024 and decided anew on 28 November."""
    proceeding = make_proceeding(cast)
    carry_to_delivery(cast, proceeding)
    act.objection_file(
        ref=proceeding.ref, filed_date=date(2024, 11, 20), grounds="Terlalu berat.", by=cast.dewi, at=at("2024-11-20")
    )
    given = act.Answer(decided_date=date(2024, 11, 28), reason="Ditimbang kembali.", **answer)
    act.objection_decide(ref=proceeding.ref, answer=given, by=cast.rahmat, at=at("2024-11-28"))
    return Decision.objects.get(proceeding=proceeding)


def test_a_penalty_counts_as_the_objection_left_it(cast):
    decision = _objected(cast, outcome="LIGHTENED", sanction_after="verbal_reprimand")
    assert decision.level == "SEVERE"
    table = sanctions_cube(everything()).table()
    assert (table.columns, table.rows[0].cells) == (("ringan",), (1,))


def test_a_revoked_penalty_is_no_sanction_and_its_person_is_cleared(cast):
    _objected(cast, outcome="REVOKED")
    assert sanctions_cube(everything()).table().is_empty
    (row,) = follow_up_table(everything(), on=READ_ON).rows
    assert row.cells == (1, 0, 1, 0, 100.0, None)


def test_a_person_sanctioned_in_two_cases_is_one_person(cast):
    for _time in range(2):
        carry_to_decision(cast, make_proceeding(cast))
    parties = Party.objects.all()
    assert sanctions_cube(everything()).table().rows[0].cells == (2,), "two numbers are two people"
    with unlocked():
        parties.update(nip="198001012005011001", identified_by_attribute="BIRTH_DATE")
    assert sanctions_cube(everything()).table().rows[0].cells == (1,)


def test_the_public_never_learns_what_became_of_fewer_than_five(cast):
    answered = make_proceeding(cast)
    carry_to_decision(cast, answered)
    for _person in range(4):
        carry_to_recommendation(cast, make_case(cast))
    # Five were asked for. One answer beside it would point at a person, four open ones at the other.
    assert public_answers() == (5, *[Hidden.OTHER] * 5)


def test_the_public_learns_how_many_were_answered_where_it_may_not_learn_how(cast):
    # One after the other as in the tests beside this one, so that what was told there is put back here.
    for _person in range(4):
        carry_to_decision(cast, make_proceeding(cast))
    for _person in range(2):
        Proceeding.objects.filter(pk=make_proceeding(cast).pk).update(state=ProceedingState.STOPPED)
    assert public_answers() == (6, Hidden.OTHER, Hidden.OTHER, 0, 100.0, Hidden.OTHER)


def test_the_public_sees_an_authority_whose_answers_are_many_enough(cast):
    for _person in range(5):
        carry_to_decision(cast, make_proceeding(cast))
    assert public_answers() == (5, 5, 0, 0, 100.0, 14.0)


def test_reports_count_by_the_way_they_came_and_what_became_of_them(cast):
    register(cast, make_report(cast))
    make_report(cast, secret="W" * 43)
    table = reports_cube(everything()).table()
    assert (table.unit, table.columns) == ("laporan", ("sedang diperiksa", "diregistrasi"))
    assert [row.cells for row in table.rows] == [(1, 1)]


def test_causes_are_counted_where_two_people_coded(cast):
    proceeding = make_proceeding(cast)
    ref = proceeding.case.ref
    first = {"KINSHIP": "Terlapor adik calon.", "AMBITION": "Dijanjikan jabatan."}
    cases.cause_code(case_ref=ref, causes=first, by=cast.wayan, at=at("2024-11-01"))
    assert causes_cube(everything()).table().is_empty
    cases.cause_code(case_ref=ref, causes={"KINSHIP": "Kartu keluarga."}, by=cast.ani, at=at("2024-11-02"))
    table = causes_cube(everything()).table()
    assert {row.label.split(" (")[0]: row.cells for row in table.rows} == {
        "Ambisi memperoleh jabatan strategis": (0, 1),
        "Hubungan kekerabatan dengan calon": (1, 0),
    }
    assert "belum dihitung" in table.note


def test_agreement_is_told_when_enough_cases_were_coded(cast):
    for _case in range(5):
        ref = make_proceeding(cast).case.ref
        first = {"KINSHIP": "Terlapor adik calon.", "AMBITION": "Dijanjikan jabatan."}
        cases.cause_code(case_ref=ref, causes=first, by=cast.wayan, at=at("2024-11-01"))
        cases.cause_code(case_ref=ref, causes={"KINSHIP": "Kartu keluarga."}, by=cast.ani, at=at("2024-11-02"))
    # Of 7 judgements each time: both yes 1, one yes 1, both no 5. Observed 6/7; expected 2/7·1/7 + 5/7·6/7 = 32/49;
    # κ = 10/17.
    note = causes_cube(everything()).note
    assert "0,59" in note and "35 penilaian" in note


def test_the_public_sees_no_small_cell_and_an_officer_sees_his_own_region_only(cast):
    carry_to_decision(cast, make_proceeding(cast))
    shown = public_tables(on=ON)
    assert shown["sanksi"].is_empty
    assert shown["tindak-lanjut"].is_empty
    assert officer_tables(cast.wayan, on=ON)["sanksi"].rows[0].cells == (1,)
    assert officer_tables(cast.maria, on=ON)["sanksi"].is_empty
    assert officer_tables(cast.lestari, on=ON)["sanksi"].is_empty
    province = grant(make_user("rina"), Role.INTAKE_OFFICER, region="15")
    assert officer_tables(province, on=ON)["sanksi"].rows[0].cells == (1,)


def test_a_csv_says_its_unit_its_marks_and_its_day():
    table = Table("sanksi", "Sanksi", "orang", "Batas bawah", ("ringan", "berat"), (Row("berat", (Hidden.SMALL, 7)),))
    assert as_csv(table, as_of=date(2024, 11, 30)).splitlines() == [
        "Batas bawah,ringan,berat,satuan,keadaan sampai",
        "berat,<5,7,orang,2024-11-30",
    ]


@pytest.mark.parametrize("typed", ['=HYPERLINK("http://contoh.id","Dinas")', "+62 Dinas", "-Dinas", "@Dinas"])
def test_a_csv_for_everybody_holds_no_formula_that_somebody_typed_as_the_name_of_an_agency(typed):
    table = Table("tindak-lanjut", "Tindak lanjut", "orang", "Instansi", (typed, "selisih"), (Row(typed, (typed, -3)),))
    header, row = csv.reader(io.StringIO(as_csv(table, as_of=date(2024, 11, 30))))
    assert header[1] == row[0] == row[1] == f"'{typed}"
    assert row[2] == "-3"


def test_a_chart_writes_its_numbers_and_marks_rows_that_hide_some():
    rows = (Row("Menyukai unggahan", (12, Hidden.SMALL)), Row("Hadir di kampanye", (7, 9)))
    table = Table("contoh", "Contoh", "perbuatan", "Bentuk", ("bakal calon", "calon"), rows)
    written = re.findall(r">([^<>]+)</text>", chart_svg(table))
    assert {"12", "7", "9"} <= set(written)
    assert written.count("×") == 1


def test_the_same_figures_are_drawn_once_and_others_anew():
    def laid(number: int) -> Table:
        return Table("contoh", "Contoh", "perkara", "Bentuk", ("semua",), (Row("Hadir di kampanye", (number,)),))

    first = chart_svg(laid(7))
    assert chart_svg(laid(7)) is first
    assert ">8<" in chart_svg(laid(8))


def test_a_chart_leaves_room_for_its_labels_in_the_wide_fonts_of_readers():
    """Ten pixels of Verdana or DejaVu Sans take up to 5.8 pixels a letter; a label cut at the left cannot be read."""
    label = "Pegawai dijadikan mesin partai politik (eksternal)"
    table = Table("contoh", "Contoh", "perkara", "Faktor", ("satu pengode",), (Row(label, (12,)),))
    left = re.search(r"translate\((\d+),5\)", chart_svg(table))
    assert left is not None
    assert int(left[1]) >= len(label) * 5.8
