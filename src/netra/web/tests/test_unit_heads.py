"""Pages on heads of units: who heads which, and what the head of a unit sees of prevention."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from netra.prevention.operations import (
    attendance_record,
    instrument_remind,
    instrument_withdraw,
    reminder_give,
    reminder_start,
)
from netra.prevention.reminder_entries import GivenEntry, RoutineEntry
from netra.prevention.reminder_states import Occasion
from netra.prevention.tests.builders import CITY, City, at, issued, listed, serving
from netra.registry.tests import builders as make
from netra.trust.acts import Role
from netra.trust.tests.builders import grant, make_user
from netra.web.tests.registry_scene import client_of, words

pytestmark = pytest.mark.django_db


def test_the_page_of_units_shows_who_heads_which_by_the_post_alone():
    make.make_agency()
    make.make_unit("DISDIK")
    ani = make.make_person(make.ANI_NIP, "Ani (contoh)")
    make.make_position(ani, unit_code="DISDIK", title="Kepala Dinas", leads_unit=True, start_date=date(2016, 1, 4))
    page = words(client_of(make.make_dewi()).get(reverse("unit_tree", args=[make.JAMBI])))
    assert "dipimpin Kepala Dinas" in page and "Ani (contoh)" not in page


class WhenAHeadLooks:
    """Erwin heads DISDIK, in which Citra serves; Budi serves in its school, Dodi in SATPOL."""

    @pytest.fixture
    def city(self):
        return City()

    @pytest.fixture
    def circular(self, city):
        return issued(city)

    def page(self, city, name, circular, **query):
        return client_of(city.erwin).get(reverse(name, args=[circular.ref]), query)

    def it_shows_the_own_people_by_name_and_nobody_else(self, city, circular):
        shown = words(self.page(city, "instrument", circular))
        assert "Unit SMP-1" in shown and "SATPOL" not in shown and "Ingatkan" not in shown
        pending = words(self.page(city, "instrument_pending", circular))
        assert "Budi (contoh)" in pending and "Citra (contoh)" in pending and "Dodi" not in pending
        assert "Catat daftar hadir apel" in pending and "Unduh tautan pribadi" not in pending
        school = words(self.page(city, "instrument_pending", circular, instansi=CITY, unit="SMP-1"))
        assert "Budi (contoh)" in school and "Citra" not in school

    @pytest.mark.parametrize("unit", ["SATPOL", "TAK-ADA"])
    def it_has_no_other_unit(self, city, circular, unit):
        assert self.page(city, "instrument_pending", circular, instansi=CITY, unit=unit).status_code == 404

    def it_does_not_show_those_without_a_unit(self, city, circular):
        serving("199003032015032009", "Eka (contoh)", unit="")
        assert "Eka" not in words(self.page(city, "instrument_pending", circular, instansi=CITY, unit=""))

    def it_offers_each_unit_of_whoever_heads_two(self, city, circular):
        grant(city.erwin, Role.UNIT_HEAD, agency=CITY, unit="SATPOL")
        first = words(self.page(city, "instrument", circular))
        assert "Unit Anda:" in first and "2 pegawai Unit DISDIK" in first
        second = words(self.page(city, "instrument", circular, instansi=CITY, unit="SATPOL"))
        assert "1 pegawai Unit SATPOL" in second


class WhenAHeadComesToTheDesk:
    """Tuesday, 5 December 2017: the circular of 30 November is out, and a roll call is held every Monday."""

    @pytest.fixture
    def city(self, monkeypatch):
        monkeypatch.setattr("netra.web.desk.today", lambda: date(2017, 12, 5))
        return City()

    def desk(self, user):
        return words(client_of(user).get("/"))

    def it_lies_there_who_of_the_unit_has_not_acknowledged_until_all_have(self, city):
        circular = issued(city)
        shown = self.desk(city.erwin)
        assert circular.subject in shown
        assert "Unit DISDIK: 2 pegawai belum mengaku membaca, diminta sejak 30 November 2017." in shown
        assert "Anda diingatkan" not in shown
        sent = instrument_remind(
            instrument_ref=circular.ref, agency_code=CITY, unit_code="DISDIK", by=city.dewi, at=at("2017-12-04")
        )
        assert f"Anda diingatkan 4 Desember 2017 dengan surat Nomor {sent.number}." in self.desk(city.erwin)
        present = listed(city.budi, city.citra)
        attendance_record(
            instrument_ref=circular.ref,
            held_date=date(2017, 12, 4),
            present=present,
            by=city.erwin,
            at=at("2017-12-05"),
        )
        assert "belum diakui" not in self.desk(city.erwin)

    def it_asks_for_the_reminder_whose_day_has_come(self, city):
        rhythm = RoutineEntry(agency_code=CITY, occasion=Occasion.ROLL_CALL, weekday=0, start_date=date(2017, 11, 20))
        routine = reminder_start(entry=rhythm, by=city.dewi, at=at("2017-11-20"))
        shown = self.desk(city.erwin)
        assert "Apel, Senin, 4 Desember 2017" in shown
        assert "Unit DISDIK: belum tercatat disampaikan." in shown
        assert "Giliran yang lewat tanpa pengingat: 2 dari 2." in shown
        entry = GivenEntry(held_date=date(2017, 12, 4), unit_code="DISDIK")
        reminder_give(routine_ref=routine.ref, entry=entry, by=city.erwin, at=at("2017-12-05"))
        assert "belum tercatat disampaikan" not in self.desk(city.erwin)

    def it_has_nothing_of_it_for_who_heads_no_unit_or_no_longer(self, city):
        issued(city)
        before = grant(make_user("eko"), Role.UNIT_HEAD, agency=CITY, unit="DISDIK", until=date(2017, 12, 4))
        for user in (city.dewi, city.wayan, before):
            assert "belum diakui pegawai unit Anda" not in self.desk(user)

    def it_asks_for_no_letter_that_was_withdrawn(self, city):
        circular = issued(city)
        instrument_withdraw(instrument_ref=circular.ref, reason="Diganti.", by=city.dewi, at=at("2017-12-05"))
        assert "belum diakui" not in self.desk(city.erwin)
