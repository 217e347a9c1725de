"""Positions that follow each other."""

from __future__ import annotations

from datetime import date

import pytest

from netra.registry.entries import PositionEntry
from netra.registry.models import CivilServant, PositionSpell
from netra.registry.operations import position_start
from netra.registry.operations.positions import PositionRefused
from netra.registry.queries import (
    agency_of,
    direct_superior_of,
    position_of,
    positions_of,
)
from netra.registry.tests import builders as make
from netra.trust.access import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def budi() -> CivilServant:
    make.make_agency()
    make.make_muaro()
    return make.make_person()


class WhenPositionsFollowEachOther:
    def it_knows_agency_and_superior_on_each_day(self, budi):
        ani = make.make_person(make.ANI_NIP, "Ani (contoh)")
        make.make_position(budi, agency_code=make.JAMBI, superior_nip=ani.nip, start_date=date(2015, 1, 1))
        make.make_position(budi, agency_code=make.MUARO, start_date=date(2018, 1, 1))
        assert make.known(agency_of(budi, date(2017, 12, 31))).code == make.JAMBI
        assert make.known(agency_of(budi, date(2018, 1, 1))).code == make.MUARO
        assert direct_superior_of(budi, date(2017, 12, 31)) == ani
        assert direct_superior_of(budi, date(2018, 1, 1)) is None
        assert position_of(budi, date(2014, 12, 31)) is None
        assert [spell.agency.code for spell in positions_of(budi, on=make.TODAY)] == [make.MUARO, make.JAMBI]

    def it_may_act_for_another_post_at_the_same_time(self, budi):
        make.make_position(budi)
        make.make_position(budi, title="Plt. Kepala Dinas", is_primary=False, start_date=date(2018, 1, 1))
        assert make.known(position_of(budi, make.TODAY)).title == "Analis Kepegawaian"

    def it_is_refused_before_a_position_that_is_known(self, budi):
        make.make_position(budi, start_date=date(2015, 1, 1))
        with pytest.raises(PositionRefused, match="mulai 1 Januari 2015"):
            make.make_position(budi, start_date=date(2014, 1, 1))

    def it_is_refused_under_oneself(self, budi):
        with pytest.raises(PositionRefused, match="dirinya sendiri"):
            make.make_position(budi, superior_nip=budi.nip)

    def it_does_not_take_a_person_out_of_another_agency(self, budi):
        make.make_position(budi, agency_code=make.MUARO)
        entry = PositionEntry(agency_code=make.JAMBI, title="Analis", start_date=date(2018, 2, 1))
        with pytest.raises(NotAllowed):
            position_start(person_ref=budi.ref, entry=entry, by=make.make_dewi(), at=make.AT)
        assert PositionSpell.objects.get().until_date is None
