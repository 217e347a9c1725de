"""Units as a tree inside one agency."""

from __future__ import annotations

import pytest

from netra.registry.entries import UnitEntry
from netra.registry.operations import unit_save
from netra.registry.operations.units import UnitRefused
from netra.registry.queries import unit_tree
from netra.registry.tests import builders as make
from netra.trust.access import NotAllowed

pytestmark = pytest.mark.django_db


class WhenUnitsAreSaved:
    def it_is_a_tree_from_the_top_down(self):
        make.make_agency()
        for code, parent in (("DINKES", ""), ("DIKNAS", ""), ("PUSKES-1", "DINKES"), ("TU", "PUSKES-1")):
            make.make_unit(code, parent_code=parent)
        assert [(depth, row.code) for depth, row in unit_tree("JAMBI-KOTA")] == [
            (0, "DIKNAS"),
            (0, "DINKES"),
            (1, "PUSKES-1"),
            (2, "TU"),
        ]

    def it_never_hangs_under_what_hangs_under_it(self):
        make.make_agency()
        make.make_unit("A")
        make.make_unit("B", parent_code="A")
        with pytest.raises(UnitRefused, match="B berada di bawah A"):
            make.make_unit("A", parent_code="B")

    def it_hangs_in_its_own_agency_only(self):
        make.make_agency()
        make.make_muaro()
        make.make_unit("A", agency_code=make.MUARO)
        with pytest.raises(UnitRefused, match="tidak dikenal pada instansi ini"):
            make.make_unit("B", parent_code="A")

    def it_is_the_agencys_own_to_save(self):
        make.make_agency()
        make.make_muaro()
        dewi = make.make_dewi()
        unit_save(entry=UnitEntry(make.JAMBI, "DINKES", "Dinas Kesehatan"), by=dewi, at=make.AT)
        with pytest.raises(NotAllowed):
            unit_save(entry=UnitEntry(make.MUARO, "DINKES", "Dinas Kesehatan"), by=dewi, at=make.AT)
