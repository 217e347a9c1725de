"""The national office sees how the provinces stand, and none of their matters."""

from __future__ import annotations

import pytest

from netra.cases.access import visible_to
from netra.cases.tests.builders import Cast, day, make_case
from netra.insight.officers import officer_tables
from netra.insight.provinces import KEY, provinces_table
from netra.intake.tests.builders import OTHER_SECRET, SECRET, a_report
from netra.trust.acts import Role
from netra.trust.tests import builders as trust

pytestmark = pytest.mark.django_db
# Registered on 17 October 2024, the study is due within days; a month later it is late.
LATER = day("2024-11-20")


def test_it_reads_how_many_and_how_late_by_province_and_opens_none():
    cast = Cast()
    make_case(cast)
    a_report(SECRET)
    a_report(OTHER_SECRET, region_code="00")
    banyu = trust.grant(trust.make_user("banyu"), Role.INTAKE_OFFICER, region="00")
    table = officer_tables(banyu, on=LATER)[KEY]
    assert [(row.label, row.cells) for row in table.rows] == [
        ("Nasional", (1, 1, 0, 0, 0)),
        ("Provinsi Jambi", (1, 1, 1, 1, 1)),
    ]
    assert not visible_to(banyu, on=LATER).exists()


def test_it_is_for_the_national_office_alone():
    cast = Cast()
    make_case(cast)
    assert all(KEY not in officer_tables(user, on=LATER) for user in (cast.wayan, cast.ani, cast.maria))


def test_it_asks_three_questions_however_many_provinces_there_are(django_assert_num_queries):
    make_case(Cast())
    with django_assert_num_queries(3):
        provinces_table(on=LATER)
