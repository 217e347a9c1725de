"""How a position ends."""

from __future__ import annotations

from datetime import date

import pytest

from netra.registry.models import CivilServant
from netra.registry.operations import position_end
from netra.registry.operations.positions import PositionRefused
from netra.registry.queries import (
    position_of,
)
from netra.registry.tests import builders as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def budi() -> CivilServant:
    make.make_agency()
    make.make_muaro()
    return make.make_person()


class WhenAPositionEnds:
    def it_no_longer_holds_on_that_day(self, budi):
        make.make_position(budi)
        position_end(person_ref=budi.ref, until_date=date(2018, 2, 1), by=make.make_dewi(), at=make.AT)
        assert position_of(budi, date(2018, 1, 31)) is not None
        assert position_of(budi, date(2018, 2, 1)) is None

    def it_is_refused_when_nothing_is_open(self, budi):
        with pytest.raises(PositionRefused, match="tidak mempunyai jabatan"):
            position_end(person_ref=budi.ref, until_date=date(2018, 2, 1), by=make.SYSTEM, at=make.AT)

    def it_is_refused_before_it_began(self, budi):
        make.make_position(budi, start_date=date(2015, 1, 1))
        with pytest.raises(PositionRefused, match="harus sesudah"):
            position_end(person_ref=budi.ref, until_date=date(2015, 1, 1), by=make.SYSTEM, at=make.AT)
