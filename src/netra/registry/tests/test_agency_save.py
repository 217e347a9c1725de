"""Agencies: found by code, dated, in a tree without circles."""

from __future__ import annotations

from datetime import date

import pytest

from netra.registry.checks import InvalidEntry
from netra.registry.entries import AgencyEntry
from netra.registry.models import Agency
from netra.registry.operations import agency_save
from netra.registry.operations.agencies import AgencyRefused
from netra.registry.queries import agencies, agency
from netra.registry.states import AgencyKind
from netra.registry.tests import builders as make
from netra.trust.access import NotAllowed
from netra.trust.errors import NotFound
from netra.trust.trail import history

pytestmark = pytest.mark.django_db


def entry(**over) -> AgencyEntry:
    fields = {"code": "JAMBI-KOTA", "name": "Pemerintah Kota Jambi", "kind": AgencyKind.CITY, "region_code": "15.71"}
    return AgencyEntry(**{**fields, **over})


class WhenAnAgencyIsSaved:
    def it_is_found_by_its_code_and_leaves_one_event(self):
        agency_save(entry=entry(code="jambi-kota"), by=make.SYSTEM, at=make.AT)
        assert agency("JAMBI-KOTA").province_code == "15"
        assert [event.verb for event in history("agency:JAMBI-KOTA")] == ["registry.agency_save"]

    def it_is_changed_when_saved_again(self):
        agency_save(entry=entry(), by=make.SYSTEM, at=make.AT)
        agency_save(entry=entry(name="Pemkot Jambi"), by=make.SYSTEM, at=make.AT)
        assert Agency.objects.get().name == "Pemkot Jambi"

    def it_keeps_html_as_text_and_drops_invisible_marks(self):
        saved = agency_save(entry=entry(name="<b>Kota</b>\u202e \u200bJambi"), by=make.SYSTEM, at=make.AT)
        assert saved.name == "<b>Kota</b> Jambi"

    @pytest.mark.parametrize(
        ("over", "reason"),
        [
            ({"code": ""}, "Kode instansi wajib diisi"),
            ({"code": "JAMBI KOTA"}, "hanya boleh berisi"),
            ({"name": " \u200b "}, "Nama instansi wajib diisi"),
            ({"name": "x" * 10_000}, "10000 karakter, paling banyak 200"),
            ({"region_code": ""}, "Kode wilayah wajib"),
            ({"region_code": "15.99"}, "tidak dikenal"),
            ({"region_code": "15.05"}, "Kabupaten Muaro Jambi"),
            ({"valid_from": date(2018, 1, 1), "valid_until": date(2018, 1, 1)}, "harus sesudah"),
            ({"parent_code": "JAMBI-KOTA"}, "induknya sendiri"),
        ],
    )
    def it_is_refused_with_the_reason(self, over, reason):
        with pytest.raises(InvalidEntry, match=reason):
            agency_save(entry=entry(**over), by=make.SYSTEM, at=make.AT)
        assert not Agency.objects.exists()

    def it_never_hangs_under_what_hangs_under_it(self):
        make.make_agency("A")
        make.make_agency("B", parent_code="A")
        make.make_agency("C", parent_code="B")
        with pytest.raises(AgencyRefused, match="C berada di bawah A"):
            agency_save(entry=entry(code="A", parent_code="C"), by=make.SYSTEM, at=make.AT)

    def it_needs_a_parent_that_is_there(self):
        with pytest.raises(AgencyRefused, match="Simpan induknya lebih dahulu"):
            agency_save(entry=entry(parent_code="JAMBI-PROV"), by=make.SYSTEM, at=make.AT)

    def it_is_the_administrators_to_save(self):
        agency_save(entry=entry(), by=make.make_admin(), at=make.AT)
        with pytest.raises(NotAllowed):
            agency_save(entry=entry(name="Lain"), by=make.make_dewi(), at=make.AT)


def it_lists_the_agencies_that_exist_on_a_day():
    make.make_agency("KASN", kind=AgencyKind.OVERSIGHT, valid_until=date(2024, 9, 4))
    make.make_agency("BARU", valid_from=date(2024, 9, 4))
    assert [row.code for row in agencies(on=date(2024, 9, 3))] == ["KASN"]
    assert [row.code for row in agencies(on=date(2024, 9, 4))] == ["BARU"]


def it_says_that_an_agency_is_unknown():
    with pytest.raises(NotFound, match="TIADA"):
        agency("TIADA")
