"""The two tables of the studies, counted from stories whose numbers are known."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from netra.cases import operations as cases
from netra.cases.models import Case
from netra.cases.tests.builders import Cast, at, carry_to_recommendation, carry_to_study, make_case
from netra.insight.export import as_csv, digest_pdf
from netra.insight.public import officer_tables, public_tables
from netra.insight.queries import Window, causes_table, follow_up_table, forms_table, sanctions_table
from netra.sanctions.tests.builders import RULING, carry_to_decision, make_proceeding
from netra.trust.acts import Role
from netra.trust.tests.builders import grant, make_user

pytestmark = pytest.mark.django_db

ON = date(2024, 12, 31)


@pytest.fixture
def cast() -> Cast:
    return Cast()


def test_an_act_counts_once_by_form_phase_and_channel(cast):
    for _ in range(2):
        carry_to_study(cast, make_case(cast))
    table = forms_table(Case.objects.all())
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
    assert forms_table(Case.objects.all()).is_empty


def test_a_reprimand_where_the_law_asked_for_severe_is_seen(cast):
    # The finding of the second study: the floor is severe, a verbal reprimand (light) was imposed.
    lenient = replace(RULING, sanction_code="verbal_reprimand", deviation_reason="Baru pertama kali.")
    carry_to_decision(cast, make_proceeding(cast), lenient)
    table = sanctions_table(Case.objects.all())
    assert table.unit == "orang yang diputus"
    assert [(row.label, row.cells) for row in table.rows] == [("berat", (0, 1, 0, 0, 0))]


def test_follow_up_is_counted_per_authority_with_median_days(cast):
    carry_to_decision(cast, make_proceeding(cast))
    unanswered = make_case(cast)
    carry_to_recommendation(cast, unanswered)
    # Two people recommended on 28 October 2024, one decided on 11 November: 14 days, half of them.
    (row,) = follow_up_table(Case.objects.all()).rows
    assert (row.label, row.cells) == ("Pemerintah Kota Jambi", (2, 1, 50.0, 14.0))


def test_causes_are_counted_where_two_people_coded(cast):
    proceeding = make_proceeding(cast)
    ref = proceeding.case.ref
    first = {"KINSHIP": "Terlapor adik calon.", "AMBITION": "Dijanjikan jabatan."}
    cases.cause_code(case_ref=ref, causes=first, by=cast.wayan, at=at("2024-11-01"))
    assert causes_table(Case.objects.all()).is_empty
    cases.cause_code(case_ref=ref, causes={"KINSHIP": "Kartu keluarga."}, by=cast.ani, at=at("2024-11-02"))
    table = causes_table(Case.objects.all())
    assert {row.label.split(" (")[0]: row.cells for row in table.rows} == {
        "Ambisi memperoleh jabatan strategis": (0, 1),
        "Hubungan kekerabatan dengan calon": (1, 0),
    }
    # 7 judgements: both yes 1, one yes 1, both no 5. Observed 6/7; expected 2/7·1/7 + 5/7·6/7 = 32/49; κ = 10/17.
    assert "0,59" in table.note


def test_the_public_sees_no_small_cell_and_an_officer_sees_his_own_region_only(cast):
    carry_to_decision(cast, make_proceeding(cast))
    shown = public_tables(Window(), on=ON)
    assert shown["sanksi"].rows[0].cells[3] is None
    assert shown["tindak-lanjut"].is_empty
    assert officer_tables(Window(), cast.wayan, on=ON)["sanksi"].rows[0].cells[3] == 1
    assert officer_tables(Window(), cast.maria, on=ON)["sanksi"].is_empty
    assert officer_tables(Window(), cast.lestari, on=ON)["sanksi"].is_empty
    province = grant(make_user("rina"), Role.INTAKE_OFFICER, region="15")
    assert officer_tables(Window(), province, on=ON)["sanksi"].rows[0].cells[3] == 1


def test_the_digest_is_one_page_and_the_csv_says_its_unit(cast):
    carry_to_decision(cast, make_proceeding(cast))
    tables = public_tables(Window(), on=ON)
    pdf = digest_pdf(list(tables.values()), on=ON, scope="Semua pemilihan")
    assert pdf.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    assert as_csv(tables["sanksi"]).splitlines()[0].endswith("satuan")
    assert "<5" in as_csv(tables["sanksi"])
