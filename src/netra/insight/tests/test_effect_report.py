"""What prevention came to in Kota Jambi, from the registry, the letters and the cases; every figure counted by hand."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from netra.insight.effect.asked import asked_for
from netra.insight.effect.places import places_of
from netra.insight.tests.effect_builders import MAY, ON, Story, alleged, cells, found
from netra.prevention.entries import TargetLine
from netra.prevention.tests.builders import issued, serving
from netra.registry.entries import UnitEntry
from netra.registry.models import OrgUnit
from netra.registry.operations import position_end, unit_save
from netra.registry.tests.builders import AT, SYSTEM, make_agency, make_position, make_unit
from netra.trust.acts import Role
from netra.trust.tests.builders import grant, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> Story:
    return Story()


class WhenItReachesPeople:
    def it_counts_who_serves_today_and_who_of_them_had_read(self, story):
        table = found(story.dewi).tables()["surat"]
        # Budi, Citra and Dodi; Citra read it. It asks a question that nobody answered.
        assert cells(table, "Netralitas PNS") == (3, 1, 2, 0, 33.3)

    def it_says_of_every_unit_since_when_it_is_reached(self, story):
        table = found(story.dewi).tables()["unit"]
        # From 4 December 2017 and 7 March to 31 May 2018.
        assert cells(table, "Unit DISDIK") == (1, 1, 1, 0, 100.0, 178)
        assert cells(table, "Unit SMP-1") == (1, 1, 0, 1, 0.0, 85)
        assert cells(table, "Unit SATPOL") == (1, 1, 0, 1, 0.0, None)

    def it_follows_the_months_with_the_staff_of_their_days(self, story):
        table = found(story.dewi).tables()["bulan"]
        assert len(table.rows) == 12
        assert cells(table, "November 2017") == (3.0, 0.0, 3.0, 0.0, 3, 0, 0, 0)
        # Citra for 28 of 31 days.
        assert cells(table, "Desember 2017") == (3.0, 0.9, 2.1, 30.1, 3, 1, 1, 0)
        # Citra, and Budi for 25 of 31 days.
        assert cells(table, "Maret 2018") == (3.0, 1.8, 1.2, 60.2, 3, 2, 0, 1)

    def it_waits_for_those_who_have_not_read(self, story):
        table = found(story.dewi).tables()["waktu"]
        # Citra after four days; a third has done it, so a quarter has and a half has not.
        assert cells(table, "Netralitas PNS") == (3, 1, 2, 4, None, None)

    def it_waits_no_longer_for_somebody_who_left(self, story):
        position_end(person_ref=story.dodi.ref, until_date=date(2018, 1, 9), by=SYSTEM, at=AT)
        tables = found(story.dewi).tables()
        assert cells(tables["surat"], "Netralitas PNS") == (2, 1, 1, 0, 50.0)
        # Dodi was waited for while he was there: seen for forty days, he is one of three on the fourth.
        assert cells(tables["waktu"], "Netralitas PNS") == (3, 1, 2, 4, None, None)

    def it_stops_at_the_last_day_that_counts(self, story):
        table = found(story.dewi, month=date(2017, 11, 1)).tables()["surat"]
        assert cells(table, "Netralitas PNS") == (3, 0, 3, 0, 0.0)

    def it_counts_in_the_unit_of_a_letter_only(self, story):
        issued(story, subject="Untuk DISDIK", targets=[_line("DISDIK")])
        table = found(story.dewi).tables()["surat"]
        # DISDIK and SMP-1 beneath it.
        assert cells(table, "Untuk DISDIK")[0] == 2


def _line(unit: str) -> TargetLine:

    return TargetLine("JAMBI-KOTA", unit)


class WhenActsAreAlleged:
    @pytest.fixture(autouse=True)
    def _three_acts(self, story):
        """Budi before and after 7 March; Dodi, whom nothing reached."""
        for person, day in ((story.budi, "2018-01-10"), (story.budi, "2018-04-10"), (story.dodi, "2018-02-01")):
            alleged(story, person, day)

    def it_holds_each_unit_against_itself(self, story):
        table = found(story.dewi).tables()["sebelum-sesudah"]
        # From June 2016. DISDIK: 18 months and 3/31 before, 28/31 and 5 after; SMP-1: 21 and 6/31, 25/31 and 2.
        assert cells(table, "sebelum") == (1, 39.3, 25.5)
        assert cells(table, "sesudah") == (1, 8.7, 114.8)

    def it_puts_the_day_of_the_act_into_its_month(self, story):
        table = found(story.dewi).tables()["bertahap"]
        assert len(table.rows) == 24
        # Reached is Citra alone; then Budi too. Acts: Budi not yet reached, Dodi, Budi reached.
        assert cells(table, "Januari 2018") == (0, 1, 1.0, 2.0, 0.0, 500.0, 1, 2)
        assert cells(table, "Februari 2018") == (0, 1, 1.0, 2.0, 0.0, 500.0, 1, 2)
        assert cells(table, "April 2018") == (1, 0, 2.0, 1.0, 500.0, 0.0, 2, 1)

    def it_says_that_this_is_too_little(self, story):
        table = found(story.dewi).tables()["rasio"]
        beside, own, caution = table.says
        assert "Terlalu sedikit data" in beside and "Terlalu sedikit data" in own
        assert "belum tentu terbukti" in caution
        assert "bulan yang sama" in table.rows[0].label
        assert table.rows[0].cells[3] == 3 and table.rows[1].cells[3] == 2

    def it_tells_how_many_it_could_not_place(self, story):
        alleged(story, None, "2018-03-01")
        alleged(story, story.budi, "2018-03-01", precision="MONTH")
        assert found(story.dewi).tables()["rasio"].note.count("2 perbuatan tidak ikut dibandingkan") == 1
        assert cells(found(story.dewi).tables()["bertahap"], "Maret 2018")[:2] == (0, 0)

    def it_counts_only_what_the_reader_sees(self, story):
        alleged(story, story.dodi, "2018-04-20", referred=False)
        assert cells(found(story.dewi).tables()["bertahap"], "April 2018")[:2] == (1, 0)
        assert cells(found(story.wayan).tables()["bertahap"], "April 2018")[:2] == (1, 1)

    def it_counts_a_second_post_of_an_acting_official_nowhere(self, story):
        make_position(
            story.budi, unit_code="SATPOL", is_primary=False, start_date=date(2018, 1, 1), title="Plt. Kepala"
        )
        table = found(story.dewi).tables()["bertahap"]
        assert cells(table, "April 2018") == (1, 0, 2.0, 1.0, 500.0, 0.0, 2, 1)

    def it_follows_somebody_who_moved(self, story):
        make_position(story.budi, unit_code="SATPOL", start_date=date(2018, 4, 1), title="Analis")
        table = found(story.dewi).tables()["bertahap"]
        # On 10 April Budi served in SATPOL, which nothing reached, and nobody in SMP-1.
        assert cells(table, "April 2018") == (0, 1, 1.0, 2.0, 0.0, 500.0, 1, 1)

    def it_keeps_a_unit_that_was_moved_under_another(self, story):
        before = found(story.dewi).tables()["bertahap"]
        entry = UnitEntry(agency_code="JAMBI-KOTA", code="SMP-1", name="Unit SMP-1", parent_code="SATPOL")
        unit_save(entry=entry, by=SYSTEM, at=AT)
        assert OrgUnit.objects.filter(code="SMP-1", parent__code="SATPOL").exists()
        assert found(story.dewi).tables()["bertahap"] == before

    def it_begins_with_a_unit_in_the_middle_of_a_month(self, story):
        make_unit("BARU")
        serving("199001012012011001", "Eka (contoh)", unit="BARU", since=date(2018, 4, 16))
        table = found(story.dewi).tables()["bertahap"]
        assert cells(table, "April 2018") == (1, 0, 2.0, 1.5, 500.0, 0.0, 2, 2)


class WhenThereIsNothing:
    def it_shows_a_place_without_staff_without_dividing_by_it(self, story):
        make_agency("KOSONG", name="Badan Kosong", region_code="15.71")
        tables = found(story.wayan, code="KOSONG").tables()
        assert tables["unit"].is_empty
        assert cells(tables["bulan"], "Mei 2018") == (0.0, 0.0, 0.0, None, 0, 0, 0, 0)
        assert cells(tables["bertahap"], "Mei 2018")[4:6] == (None, None)
        assert cells(tables["sebelum-sesudah"], "sebelum") == (0, 0.0, None)
        assert "dijangkau bertahap" in tables["rasio"].says[0]


class WhenSomebodyAsks:
    def it_offers_an_agency_its_own_and_a_supervisor_his_region(self, story):
        assert [each.code for each in places_of(story.dewi, on=ON)] == ["JAMBI-KOTA"]
        assert [each.code for each in places_of(story.wayan, on=ON)] == ["15.71", "BAWASLU-15.71", "JAMBI-KOTA"]
        region = places_of(story.wayan, on=ON)[0]
        assert (region.codes, region.is_region) == (("BAWASLU-15.71", "JAMBI-KOTA"), True)

    def it_makes_no_region_of_two_agencies_that_somebody_serves(self, story):
        make_agency("LAIN", name="Badan Lain", region_code="15.71")
        user = grant(grant(make_user("rina"), Role.PERSONNEL_OFFICER, agency="JAMBI-KOTA"), Role.AUDITOR, agency="LAIN")
        assert [each.code for each in places_of(user, on=ON)] == ["JAMBI-KOTA", "LAIN"]

    def it_offers_nothing_elsewhere_and_to_who_reads_no_case(self, story):
        assert places_of(story.maria, on=ON) == []
        assert places_of(story.erwin, on=ON) == []

    def it_shows_a_region_by_its_agencies(self, story):
        table = found(story.wayan, code="15.71").tables()["unit"]
        assert table.title == "Jangkauan menurut instansi"
        # Three people, one letter for each, one read; three units, two of them reached.
        assert cells(table, "Pemerintah Kota Jambi") == (3, 3, 1, 2, 33.3, 3, 2)

    @pytest.mark.parametrize(
        ("written", "month", "wrong"),
        [
            ("2018-05", MAY, False),
            ("", date(2018, 6, 1), False),
            ("2018-06", date(2018, 6, 1), False),
            ("2018-07", date(2018, 6, 1), True),
            ("2018-13", date(2018, 6, 1), True),
            ("1066-10", date(2018, 6, 1), True),
            ("<script>", date(2018, 6, 1), True),
        ],
    )
    def it_takes_a_month_that_has_begun_or_the_one_that_is_running(self, story, written, month, wrong):
        asked = asked_for(story.dewi, "BUKAN-INSTANSI", written, on=ON)
        assert (asked.place.code, asked.month, asked.wrong_month) == ("JAMBI-KOTA", month, wrong)


def test_the_queries_do_not_grow_with_what_is_counted(story):
    def asked() -> int:
        with CaptureQueriesContext(connection) as made:
            found(story.dewi).tables()
        return len(made)

    alleged(story, story.budi, "2018-01-10")
    few = asked()
    for number in range(3):
        make_unit(f"BARU-{number}")
        person = serving(f"19900101201201100{number + 1}", f"Orang {number} (contoh)", unit=f"BARU-{number}")
        alleged(story, person, "2018-02-10")
        issued(story, subject=f"Surat {number}", targets=[_line(f"BARU-{number}")])
    assert few <= 25
    assert asked() == few
