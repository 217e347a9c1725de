"""Pages on heads of units: who heads which, and what the head of a unit sees of prevention."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from netra.prevention.tests.builders import CITY, City, issued, serving
from netra.registry.tests import builders as make
from netra.trust.acts import Role
from netra.trust.tests.builders import grant
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
