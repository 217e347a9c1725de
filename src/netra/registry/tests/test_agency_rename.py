"""An agency that was renamed or moved: what is told of a day shows the name and the parent of that day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from netra.registry.checks import InvalidEntry
from netra.registry.entries import AgencyEntry, AppointingAuthorityEntry
from netra.registry.imports import ImportKind
from netra.registry.models import Agency, FormerAgency
from netra.registry.operations import agency_save, appointing_authority_set
from netra.registry.operations.agencies import AgencyRefused
from netra.registry.queries import (
    agencies,
    agencies_like,
    agency,
    agency_name,
    agency_names,
    appointing_authority_of,
    find_agencies,
    former_names_of,
    headed_agencies,
    parents_on,
    position_of,
    positions_of,
)
from netra.registry.states import AgencyKind
from netra.registry.tests import builders as make
from netra.registry.tests.builders import RENAME_COLUMNS as COLUMNS
from netra.registry.tests.builders import a_csv, counts, reasons
from netra.registry.tests.builders import run_import as run
from netra.trust.errors import NotFound

pytestmark = pytest.mark.django_db

BKD, BKPSDM = "Badan Kepegawaian Daerah Kota Jambi", "BKPSDM Kota Jambi"
EVE, DAY, LATER = date(2016, 12, 31), date(2017, 1, 1), date(2019, 1, 1)


def save(name: str, **over: Any) -> Agency:
    entry = AgencyEntry(code="BKPSDM", name=name, kind=AgencyKind.CITY, region_code="15.71", **over)
    return agency_save(entry=entry, by=make.SYSTEM, at=make.AT)


@pytest.fixture
def renamed() -> Agency:
    """The personnel agency of Kota Jambi, under another name until the end of 2016."""
    make.make_agency()
    save(BKD, parent_code=make.JAMBI)
    return save(BKPSDM, parent_code=make.JAMBI, since=DAY)


class WhenAnAgencyWasRenamed:
    def it_bears_the_name_of_the_day(self, renamed):
        assert agency_name("BKPSDM", EVE) == BKD
        assert agency_name("BKPSDM", DAY) == BKPSDM
        with pytest.raises(NotFound, match="TIADA"):
            agency_name("TIADA", DAY)

    def it_is_listed_under_the_name_of_the_day_and_found_by_every_name(self, renamed):
        assert {row.name_then for row in agencies(on=EVE)} == {BKD, "Pemerintah Kota Jambi"}
        assert {row.name_then for row in agencies(on=make.TODAY)} == {BKPSDM, "Pemerintah Kota Jambi"}
        admin = make.make_admin()
        for text in ("kepegawaian daerah", "bkpsdm"):
            found = find_agencies(admin, on=make.TODAY, existing_on=make.TODAY, text=text)
            assert [row.name_then for row in found] == [BKPSDM]

    def it_is_meant_by_a_name_that_it_bore_before(self, renamed):
        meant = agencies_like("Badan Kepegawaian Daerah Kota Jambi", on=make.TODAY)
        assert (meant[0].code, meant[0].name_then) == ("BKPSDM", BKPSDM)

    def it_names_many_agencies_in_one_query(self, renamed, django_assert_num_queries):
        with django_assert_num_queries(1):
            assert agency_names({"BKPSDM", make.JAMBI, "TIADA"}, on=EVE) == {
                "BKPSDM": BKD,
                make.JAMBI: "Pemerintah Kota Jambi",
            }

    def it_tells_its_former_names(self, renamed):
        (former,) = former_names_of(renamed)
        assert (former.name, former.parent_name, former.until_date) == (BKD, "Pemerintah Kota Jambi", DAY)

    def it_names_a_position_that_ended_by_the_name_of_its_last_day(self, renamed):
        budi = make.make_person(agency_code="BKPSDM")
        make.make_position(budi, agency_code="BKPSDM", start_date=date(2010, 1, 1), until_date=DAY)
        make.make_position(budi, agency_code="BKPSDM", start_date=DAY)
        assert [spell.agency_then for spell in positions_of(budi, on=make.TODAY)] == [BKPSDM, BKD]
        assert make.known(position_of(budi, EVE)).agency_then == BKD

    def it_keeps_a_former_name_once_for_each_end(self, renamed):
        with pytest.raises(IntegrityError), transaction.atomic():
            FormerAgency.objects.create(agency=renamed, name="Lain", until_date=DAY)

    @pytest.mark.parametrize(
        ("over", "reason"),
        [
            ({"former_name": "Kantor"}, "bersama tanggal"),
            ({"former_name": "x" * 201, "since": DAY}, "201 karakter"),
            ({"since": date(1900, 1, 1)}, "terlalu lampau"),
            ({"since": DAY, "valid_from": date(2018, 1, 1)}, "baru berdiri 1 Januari 2018"),
            ({"since": DAY, "valid_until": DAY}, "harus sesudah"),
        ],
    )
    def it_is_refused_with_the_reason(self, over, reason):
        with pytest.raises(InvalidEntry, match=reason):
            save(BKPSDM, **over)


def authority_of(code: str, title: str) -> None:
    entry = AppointingAuthorityEntry(code, title, "Rahmat (contoh)", date(2014, 1, 1))
    appointing_authority_set(entry=entry, by=make.SYSTEM, at=make.AT)


class WhenAnAgencyWasMovedUnderAnother:
    @pytest.fixture(autouse=True)
    def moved(self) -> None:
        make.make_agency()
        make.make_agency(make.PROVINCE, name="Pemerintah Provinsi Jambi", kind=AgencyKind.PROVINCE, region_code="15")
        authority_of(make.JAMBI, "Wali Kota Jambi")
        authority_of(make.PROVINCE, "Gubernur Jambi")
        save(BKPSDM, parent_code=make.JAMBI)
        save(BKPSDM, parent_code=make.PROVINCE, since=DAY)

    def it_stood_under_the_one_until_the_day(self):
        here = agency("BKPSDM")
        assert parents_on([here], EVE)["BKPSDM"].code == make.JAMBI
        assert parents_on([here], DAY)["BKPSDM"].code == make.PROVINCE

    def it_is_headed_by_the_authority_of_the_day(self, django_assert_num_queries):
        for day, title in ((EVE, "Wali Kota Jambi"), (DAY, "Gubernur Jambi")):
            assert make.known(appointing_authority_of("BKPSDM", day)).office_title == title
            with django_assert_num_queries(3):
                assert headed_agencies(["BKPSDM"], on=day)["BKPSDM"].office_title == title

    def it_may_later_stand_above_what_it_stood_below_but_never_on_one_day(self):
        for since in (None, date(2016, 1, 1), EVE):
            with pytest.raises(AgencyRefused, match="BKPSDM berada di bawah JAMBI-KOTA"):
                make.make_agency(parent_code="BKPSDM", since=since)
        make.make_agency(parent_code="BKPSDM", since=DAY)
        assert parents_on([agency(make.JAMBI)], DAY)[make.JAMBI].code == "BKPSDM"


class WhenARenameIsImported:
    ROW = ("BKPSDM", BKPSDM, "Pusat", "", "01/01/2017", BKD)

    def it_is_taken_once_however_often_the_file_comes(self):
        make.make_agency("BKPSDM", name=BKPSDM, kind=AgencyKind.CENTRAL, region_code="")
        content = a_csv(COLUMNS, self.ROW)
        assert counts(run(content, ImportKind.AGENCIES, dry_run=True)) == (0, 1, 0, 0)
        assert not FormerAgency.objects.exists()
        assert counts(run(content, ImportKind.AGENCIES)) == (0, 1, 0, 0)
        assert counts(run(content, ImportKind.AGENCIES)) == (0, 0, 1, 0)
        assert (agency_name("BKPSDM", EVE), agency_name("BKPSDM", DAY)) == (BKD, BKPSDM)

    def it_is_taken_with_a_new_agency_and_its_parent_in_one_file(self):
        content = a_csv(
            COLUMNS,
            ("BKPSDM", BKPSDM, "Pusat", "INDUK", "01/01/2017", BKD),
            ("INDUK", "Induk (contoh)", "Pusat", "", "", ""),
        )
        assert counts(run(content, ImportKind.AGENCIES)) == (2, 0, 0, 0)
        assert counts(run(content, ImportKind.AGENCIES)) == (0, 0, 2, 0)
        assert parents_on([agency("BKPSDM")], EVE)["BKPSDM"].code == "INDUK"

    def it_gives_back_an_old_list_that_would_undo_it(self):
        run(a_csv(COLUMNS, self.ROW), ImportKind.AGENCIES)
        old_list = a_csv(COLUMNS, ("BKPSDM", BKD, "Pusat", "", "", ""))
        assert "sudah berakhir pada 1 Januari 2017" in reasons(run(old_list, ImportKind.AGENCIES))[2]
        assert agency_name("BKPSDM", DAY) == BKPSDM

    def it_says_that_a_name_without_a_day_was_corrected_for_the_past_too(self):
        run(a_csv(COLUMNS, ("BKPSDM", "BKPSMD", "Pusat", "", "", "")), ImportKind.AGENCIES)
        result = run(a_csv(COLUMNS, ("BKPSDM", BKPSDM, "Pusat", "", "", "")), ImportKind.AGENCIES)
        assert counts(result) == (0, 1, 0, 0)
        assert ["juga untuk waktu lampau" in note.text for note in result.notes if note.line] == [True]

    def it_gives_back_a_former_name_without_its_day(self):
        result = run(a_csv(COLUMNS, ("BKPSDM", BKPSDM, "Pusat", "", "", BKD)), ImportKind.AGENCIES)
        assert "bersama tanggal" in reasons(result)[2]

    def it_leaves_an_announced_rename_alone(self):
        run(a_csv(COLUMNS, ("BKPSDM", "BKPP", "Pusat", "", "01/01/2019", BKPSDM)), ImportKind.AGENCIES)
        content = a_csv(COLUMNS, ("BKPSDM", BKPSDM, "Pusat", "", "", ""))
        assert counts(run(content, ImportKind.AGENCIES)) == (0, 0, 1, 0)
        assert (agency_name("BKPSDM", make.TODAY), agency_name("BKPSDM", LATER)) == (BKPSDM, "BKPP")
