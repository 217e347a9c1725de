"""Budi was punished and died before it held: no sanction was imposed on him, and the statistics say so beside them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from django.utils.timezone import make_aware

from netra.cases.models import Case
from netra.cases.tests.builders import Cast, at, carry_to_recommendation, make_case
from netra.insight.charts import has_bars
from netra.insight.digest import Imprint, digest_pdf
from netra.insight.follow_up import follow_up_table
from netra.insight.officers import officer_tables
from netra.insight.queries import sanctions_beside_the_floor, sanctions_cube
from netra.insight.sources import Sources
from netra.insight.tables import Table
from netra.intake.models import Report
from netra.letters.tests.pdf_text import says
from netra.sanctions import operations as act
from netra.sanctions.models import Proceeding
from netra.sanctions.queries.decision import like_decisions
from netra.sanctions.tests.builders import carry_to_decision, make_proceeding

pytestmark = pytest.mark.django_db

NOVEMBER, DECEMBER, JANUARY = date(2024, 11, 30), date(2024, 12, 31), date(2025, 1, 31)
NOT_HELD = "tidak sempat berlaku"


def known(by: date | None = None) -> Sources:
    until = make_aware(datetime.combine(by + timedelta(days=1), time.min)) if by else None
    return Sources(Report.objects.all(), Case.objects.all(), until)


def sanctions(by: date | None = None) -> Table:
    return sanctions_cube(known(by)).table()


def died(cast: Cast, proceeding: Proceeding, *, on: str = "2024-12-02") -> None:
    gone = act.Departure(kind="DIED", left_date=date(2024, 11, 29), document="474.3/12/Capil, 29 November 2024")
    act.servant_left(case_ref=proceeding.case.ref, party=1, departure=gone, by=cast.dewi, at=at(on))


@pytest.fixture
def cast() -> Cast:
    return Cast()


@pytest.fixture
def dead(cast: Cast) -> Proceeding:
    """Decided in November, dead before it held, which was written down in December."""
    proceeding = make_proceeding(cast)
    carry_to_decision(cast, proceeding)
    died(cast, proceeding)
    return proceeding


def test_it_is_told_beside_the_sanctions_and_not_among_them(cast, dead):
    carry_to_decision(cast, make_proceeding(cast))
    table = sanctions()
    assert table.columns == ("berat", NOT_HELD)
    assert [(row.label, row.cells) for row in table.rows] == [("berat", (1, 1))]
    assert [table.columns[place] for place in table.counted] == ["berat"]
    assert "bukan sanksi, dan tidak ikut dijumlahkan" in table.note


def test_the_public_reads_it_in_a_column_of_its_own(dead):
    table = sanctions_beside_the_floor(sanctions_cube(known())).table()
    assert (table.columns, table.rows[0].cells) == ((NOT_HELD,), (1,))


def test_no_bar_and_no_headline_counts_it(cast, dead):
    tables = officer_tables(cast.wayan, on=DECEMBER)
    assert not has_bars(tables["sanksi"])
    pdf = digest_pdf(tables, Imprint("Semua pemilihan", DECEMBER, "https://netra.example/wawasan/"))
    assert says(pdf, "0 orang yang dijatuhi sanksi")


def test_whose_matter_ended_so_was_neither_punished_nor_still_waits(dead):
    table = follow_up_table(known(), on=DECEMBER)
    assert table.columns[:4] == ("direkomendasikan", "dijatuhi sanksi", "tanpa sanksi", "belum diputus")
    assert table.rows[0].cells == (1, 0, 1, 0, 100.0, None)


def test_the_month_before_still_says_what_was_known_then(dead):
    assert sanctions(NOVEMBER).columns == ("berat",)
    assert sanctions(DECEMBER).columns == (NOT_HELD,)
    assert follow_up_table(known(NOVEMBER), on=NOVEMBER).rows[0].cells[:4] == (1, 1, 0, 0)
    assert follow_up_table(known(DECEMBER), on=DECEMBER).rows[0].cells[:4] == (1, 0, 1, 0)


def test_where_the_death_was_a_mistake_the_sanction_counts_again_from_then_on(cast, dead):
    act.servant_left_correct(
        case_ref=dead.case.ref, party=1, reason="Yang meninggal senama.", by=cast.wayan, at=at("2025-01-06")
    )
    assert sanctions(DECEMBER).columns == (NOT_HELD,)
    assert sanctions(JANUARY).columns == sanctions().columns == ("berat",)
    assert follow_up_table(known(DECEMBER), on=DECEMBER).rows[0].cells[:4] == (1, 0, 1, 0)
    assert follow_up_table(known(JANUARY), on=JANUARY).rows[0].cells[:4] == (1, 1, 0, 0)


def test_a_death_before_any_decision_leaves_nobody_waiting(cast):
    proceeding = make_proceeding(cast)
    died(cast, proceeding)
    assert sanctions().is_empty
    assert follow_up_table(known(NOVEMBER), on=NOVEMBER).rows[0].cells[:4] == (1, 0, 0, 1)
    assert follow_up_table(known(DECEMBER), on=DECEMBER).rows[0].cells[:4] == (1, 0, 1, 0)


def test_it_is_no_precedent_for_like_cases(cast, dead):
    assert like_decisions(make_proceeding(cast)) == []


def test_a_death_before_the_authority_began_leaves_nothing_to_wait_for(cast):
    case = make_case(cast)
    carry_to_recommendation(cast, case)
    gone = act.Departure(kind="RETIRED", left_date=date(2024, 12, 1), document="882/7/BKPSDM, 1 Desember 2024")
    act.servant_left(case_ref=case.ref, party=1, departure=gone, by=cast.dewi, at=at("2024-12-02"))
    assert follow_up_table(known(NOVEMBER), on=NOVEMBER).rows[0].cells[:4] == (1, 0, 0, 1)
    for sources in (known(DECEMBER), known()):
        assert follow_up_table(sources, on=DECEMBER).rows[0].cells[:4] == (1, 0, 1, 0)
