"""Looking for people, and who may see them."""

from __future__ import annotations

import pytest

from netra.registry.access import visible_to
from netra.registry.models import CivilServant
from netra.registry.queries import (
    civil_servant,
    civil_servant_by_ref,
    find_people,
)
from netra.registry.tests import builders as make
from netra.trust.errors import NotFound

pytestmark = pytest.mark.django_db


@pytest.fixture
def budi() -> CivilServant:
    make.make_agency()
    make.make_muaro()
    return make.make_person()


class WhenPeopleAreLookedFor:
    def it_finds_by_the_beginning_of_any_name_and_of_the_nip(self, budi):
        make.make_position(budi)
        make.make_position(make.make_person(make.ANI_NIP, "Siti Ani Budiarti (contoh)"))
        dewi = make.make_dewi()
        assert {row.name for row in find_people(dewi, "BUDI", on=make.TODAY)} == {
            "Budi (contoh)",
            "Siti Ani Budiarti (contoh)",
        }
        assert find_people(dewi, "1980 0101", on=make.TODAY) == [budi]
        assert find_people(dewi, "udi", on=make.TODAY) == []

    def it_lists_nothing_for_two_letters(self, budi):
        make.make_position(budi)
        assert find_people(make.make_dewi(), "bu", on=make.TODAY) == []

    def it_shows_the_supervisor_of_the_region_and_hides_from_the_stranger(self, budi):
        make.make_position(budi)
        wayan, maria = make.make_wayan(), make.make_maria()
        assert list(visible_to(wayan, on=make.TODAY)) == [budi]
        assert civil_servant_by_ref(budi.ref, user=wayan, on=make.TODAY) == budi
        assert not visible_to(maria, on=make.TODAY).exists()
        with pytest.raises(NotFound):
            civil_servant_by_ref(budi.ref, user=maria, on=make.TODAY)

    def it_hides_another_agencys_staff(self, budi):
        make.make_position(budi, agency_code=make.MUARO)
        assert find_people(make.make_dewi(), "budi", on=make.TODAY) == []

    def it_asks_the_database_once(self, budi, django_assert_num_queries):
        make.make_position(budi)
        dewi = make.make_dewi()
        find_people(dewi, "budi", on=make.TODAY)
        with django_assert_num_queries(1):
            find_people(dewi, "budi", on=make.TODAY)

    def it_finds_by_nip_for_other_rooms(self, budi):
        assert civil_servant(make.BUDI_NIP) == budi
        with pytest.raises(NotFound):
            civil_servant(make.ANI_NIP)
