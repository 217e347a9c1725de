"""Who appoints the civil servants of an agency, day by day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from netra.registry.entries import AppointingAuthorityEntry
from netra.registry.operations import appointing_authority_set
from netra.registry.operations.agencies import AuthorityRefused
from netra.registry.queries import appointing_authority_of
from netra.registry.tests import builders as make

pytestmark = pytest.mark.django_db


def mayor(start: date, until: date | None = None, title: str = "Wali Kota Jambi") -> AppointingAuthorityEntry:
    return AppointingAuthorityEntry(
        agency_code="JAMBI-KOTA",
        office_title=title,
        holder_name="Rahmat (contoh)",
        superior_title="Gubernur Jambi",
        superior_name="Zainal (contoh)",
        start_date=start,
        until_date=until,
    )


class WhenTheAppointingAuthorityChanges:
    def it_answers_for_each_day(self):
        make.make_agency()
        appointing_authority_set(entry=mayor(date(2013, 11, 4)), by=make.SYSTEM, at=make.AT)
        appointing_authority_set(
            entry=mayor(date(2018, 2, 15), title="Pj. Wali Kota Jambi"), by=make.SYSTEM, at=make.AT
        )
        before, after = date(2018, 2, 14), date(2018, 2, 15)
        assert make.known(appointing_authority_of("JAMBI-KOTA", before)).office_title == "Wali Kota Jambi"
        assert make.known(appointing_authority_of("JAMBI-KOTA", after)).office_title == "Pj. Wali Kota Jambi"
        assert make.known(appointing_authority_of("JAMBI-KOTA", after)).superior == "Gubernur Jambi, Zainal (contoh)"

    def it_is_nobody_before_the_first(self):
        make.make_agency()
        appointing_authority_set(entry=mayor(date(2013, 11, 4)), by=make.SYSTEM, at=make.AT)
        assert appointing_authority_of("JAMBI-KOTA", date(2013, 11, 3)) is None

    def it_is_the_one_above_for_an_agency_without_its_own(self):
        make.make_agency()
        make.make_agency("JAMBI-BKPSDM", parent_code="JAMBI-KOTA")
        appointing_authority_set(entry=mayor(date(2013, 11, 4)), by=make.SYSTEM, at=make.AT)
        assert make.known(appointing_authority_of("JAMBI-BKPSDM", make.TODAY)).office_title == "Wali Kota Jambi"

    def it_is_never_two_on_one_day(self):
        make.make_agency()
        appointing_authority_set(entry=mayor(date(2018, 2, 15)), by=make.SYSTEM, at=make.AT)
        with pytest.raises(AuthorityRefused, match="15 Februari 2018"):
            appointing_authority_set(entry=mayor(date(2017, 1, 1)), by=make.SYSTEM, at=make.AT)
        appointing_authority_set(
            entry=mayor(date(2017, 1, 1), date(2018, 2, 15)), by=make.SYSTEM, at=make.AT + timedelta(hours=1)
        )
        assert make.known(appointing_authority_of("JAMBI-KOTA", date(2018, 2, 14))).start_date == date(2017, 1, 1)
