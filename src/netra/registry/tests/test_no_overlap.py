"""The database itself refuses two primary positions, or two appointing authorities, on one day; on both databases."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from netra.registry.models import AppointingAuthority, PositionSpell
from netra.registry.tests import builders as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def spell() -> PositionSpell:
    make.make_agency()
    return make.make_position(make.make_person(), start_date=date(2015, 1, 1), until_date=date(2018, 1, 1))


def another(spell: PositionSpell, start: date, until: date | None, *, is_primary: bool = True) -> PositionSpell:
    with transaction.atomic():
        return PositionSpell.objects.create(
            civil_servant=spell.civil_servant,
            agency=spell.agency,
            title="Lain",
            position="PELAKSANA",
            start_date=start,
            until_date=until,
            is_primary=is_primary,
        )


class WhenASecondPrimaryPositionIsWritten:
    @pytest.mark.parametrize(
        ("start", "until"),
        [
            (date(2017, 12, 31), None),
            (date(2014, 1, 1), date(2015, 1, 2)),
            (date(2014, 1, 1), None),
            (date(2016, 1, 1), date(2016, 2, 1)),
            (date(2015, 1, 1), date(2018, 1, 1)),
        ],
    )
    def it_is_refused_when_they_share_a_day(self, spell, start, until):
        with pytest.raises(IntegrityError):
            another(spell, start, until)

    @pytest.mark.parametrize(("start", "until"), [(date(2018, 1, 1), None), (date(2014, 1, 1), date(2015, 1, 1))])
    def it_stands_when_they_only_touch(self, spell, start, until):
        assert another(spell, start, until).pk

    def it_stands_beside_an_acting_position(self, spell):
        assert another(spell, date(2016, 1, 1), None, is_primary=False).pk

    def it_is_refused_also_when_a_period_is_changed_later(self, spell):
        later = another(spell, date(2018, 1, 1), None)
        later.start_date = date(2017, 6, 1)
        with pytest.raises(IntegrityError), transaction.atomic():
            later.save()


def it_refuses_a_position_that_ends_before_it_begins(spell):
    with pytest.raises(IntegrityError):
        another(spell, date(2019, 1, 1), date(2019, 1, 1))


def it_refuses_two_appointing_authorities_on_one_day():
    agency = make.make_agency()
    row = {"agency": agency, "office_title": "Wali Kota Jambi", "holder_name": "Rahmat (contoh)"}
    AppointingAuthority.objects.create(**row, start_date=date(2013, 11, 4), until_date=date(2018, 11, 4))
    AppointingAuthority.objects.create(**row, start_date=date(2018, 11, 4))
    with pytest.raises(IntegrityError), transaction.atomic():
        AppointingAuthority.objects.create(**row, start_date=date(2018, 11, 3), until_date=date(2018, 11, 5))
