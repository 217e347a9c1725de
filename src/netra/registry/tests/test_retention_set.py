"""The archive schedule of an agency: dated, with its decree, and told better where it was told wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import DatabaseError, connection

from netra.registry.checks import InvalidEntry
from netra.registry.entries import RetentionEntry
from netra.registry.operations import retention_set
from netra.registry.queries import retention_schedule_on
from netra.registry.states import AgencyKind, Fate
from netra.registry.tests import builders as make
from netra.registry.told_rows import MIRRORS
from netra.trust import trail
from netra.trust.errors import NotFound

pytestmark = pytest.mark.django_db
FIRST = RetentionEntry("BAWASLU-X", date(2020, 1, 1), 2, 3, Fate.DESTROY, "Keputusan 5/2019 (contoh), 20 Desember 2019")
SECOND = replace(FIRST, start_date=date(2024, 1, 1), fate=Fate.PERMANENT, document="Keputusan 1/2024 (contoh)")


@pytest.fixture(autouse=True)
def agency():
    make.make_agency("BAWASLU-X", name="Bawaslu Contoh", kind=AgencyKind.CENTRAL, region_code="")


def told(entry):
    return retention_set(entry=entry, by=make.SYSTEM, at=make.AT)


def test_each_schedule_holds_until_the_next_one_begins():
    told(FIRST)
    told(SECOND)
    days = [date(2019, 12, 31), date(2020, 1, 1), date(2023, 12, 31), date(2024, 1, 1)]
    found = [retention_schedule_on("BAWASLU-X", day) for day in days]
    assert [each and each.document for each in found] == [None, FIRST.document, FIRST.document, SECOND.document]


def test_the_trail_keeps_which_decree_from_when():
    told(FIRST)
    event = trail.history("agency:BAWASLU-X")[-1]
    assert (event.verb, event.payload["start"], event.payload["document"]) == (
        "registry.retention_set",
        "2020-01-01",
        FIRST.document,
    )


def test_what_was_told_wrong_is_told_better_for_the_same_day():
    told(FIRST)
    told(replace(FIRST, inactive_years=8))
    found = retention_schedule_on("BAWASLU-X", date(2020, 1, 1))
    assert found is not None
    assert found.inactive_years == 8


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"document": " "}, "Keputusan"),
        ({"active_years": -1}, "0 sampai 100 tahun"),
        ({"inactive_years": 101}, "0 sampai 100 tahun"),
        ({"start_date": date(1900, 1, 1)}, "terlalu lampau"),
    ],
)
def test_a_schedule_without_a_decree_or_out_of_bounds_is_refused(wrong, why):
    with pytest.raises(InvalidEntry, match=why):
        told(replace(FIRST, **wrong))


def test_an_unknown_agency_is_refused():
    with pytest.raises(NotFound, match="tidak ada dalam registri"):
        told(replace(FIRST, agency_code="TIDAK-ADA"))


class WhenSomebodyRewritesIt:
    """By hand in the database: what is erased when hangs on these years."""

    @staticmethod
    def rewritten(statement: str) -> list[str]:
        with connection.cursor() as cursor:
            cursor.execute(statement)
        return [problem.message for problem in trail.verify_database().problems]

    def it_is_found_by_the_check_of_the_trail(self):
        told(replace(FIRST, inactive_years=8))
        told(FIRST)
        assert trail.verify_database().ok
        found = self.rewritten("UPDATE registry_retentionschedule SET active_years = 0, fate = 'PERMANENT'")
        assert found == [
            "jadwal retensi mulai 2020-01-01: retensi aktif (tahun) menurut jejak «2», di basis data «0»",
            "jadwal retensi mulai 2020-01-01: nasib akhir menurut jejak «Musnah», "
            "di basis data «Permanen (diserahkan kepada lembaga kearsipan)»",
        ]

    def it_stays_true_that_a_schedule_told_before_the_trail_kept_years_is_no_lie(self):
        earlier = {"start": "2020-01-01", "agency": "BAWASLU-X", "document": FIRST.document}
        mirror, _ties = MIRRORS
        assert mirror.tells["registry.retention_set"](earlier) == {"document": FIRST.document}

    @pytest.mark.parametrize(
        "statement",
        [
            "DELETE FROM registry_retentionschedule",
            "UPDATE registry_retentionschedule SET start_date = '2030-01-01'",
        ],
    )
    def it_keeps_its_row_and_its_day(self, statement):
        told(FIRST)
        with pytest.raises(DatabaseError, match="tidak dapat diubah atau dihapus"), connection.cursor() as cursor:
            cursor.execute(statement)
