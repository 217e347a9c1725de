"""Agencies and units from files: parents below children, circles, names that are two regions."""

from __future__ import annotations

import pytest

from netra.registry.imports import ImportKind, UnreadableFile, template_csv
from netra.registry.models import Agency, OrgUnit
from netra.registry.tests import builders as make
from netra.registry.tests.builders import AGENCY_COLUMNS as AGENCIES
from netra.registry.tests.builders import UNIT_COLUMNS as UNITS
from netra.registry.tests.builders import a_csv, counts, reasons
from netra.registry.tests.builders import run_import as run

pytestmark = pytest.mark.django_db


class WhenAgenciesAndUnitsAreImported:
    def it_hangs_children_under_parents_that_stand_below_them(self):
        result = run(
            a_csv(
                AGENCIES,
                ("BKPSDM", "BKPSDM Kota Jambi", "Kota", "JAMBI-KOTA", "Kota Jambi"),
                ("JAMBI-KOTA", "Pemerintah Kota Jambi", "Pemerintah Kota", "", "15.71"),
            ),
            ImportKind.AGENCIES,
        )
        assert counts(result) == (2, 0, 0, 0)
        assert make.known(Agency.objects.get(code="BKPSDM").parent).code == "JAMBI-KOTA"

    def it_asks_back_for_a_name_that_is_two_regions(self):
        result = run(a_csv(AGENCIES, ("X", "Pemerintah Bandung", "Kota", "", "Bandung")), ImportKind.AGENCIES)
        assert "Kabupaten Bandung (32.04), Kota Bandung (32.73)" in reasons(result)[2]

    def it_takes_a_former_region_code_as_the_present_one_and_says_so(self):
        row = ("SORONG", "Pemerintah Kota Sorong (contoh)", "Pemerintah Kota", "", "92.71")
        result = run(a_csv(AGENCIES, row), ImportKind.AGENCIES)
        assert counts(result) == (1, 0, 0, 0)
        assert Agency.objects.get().region_code == "96.71"
        assert [note.text for note in result.notes if note.line] == ["Kode lama 92.71, kini 96.71."]

    def it_changes_nothing_when_the_same_tree_comes_again(self):
        make.make_agency()
        content = a_csv(
            UNITS,
            ("JAMBI-KOTA", "TU", "Tata Usaha", "DINKES"),
            ("JAMBI-KOTA", "DINKES", "Dinas Kesehatan", ""),
        )
        assert counts(run(content, ImportKind.UNITS, dry_run=True)) == (2, 0, 0, 0)
        assert counts(run(content, ImportKind.UNITS)) == (2, 0, 0, 0)
        assert counts(run(content, ImportKind.UNITS)) == (0, 0, 2, 0)
        assert make.known(OrgUnit.objects.get(code="TU").parent).code == "DINKES"

    def it_rejects_a_circle_and_what_hangs_on_it_and_keeps_the_rest(self):
        make.make_agency()
        result = run(
            a_csv(
                UNITS,
                ("JAMBI-KOTA", "A", "A", "B"),
                ("JAMBI-KOTA", "B", "B", "A"),
                ("JAMBI-KOTA", "C", "C", "B"),
                ("JAMBI-KOTA", "D", "D", ""),
            ),
            ImportKind.UNITS,
        )
        assert counts(result) == (1, 0, 0, 3)
        assert "induk dari induknya sendiri" in reasons(result)[2]
        assert "Unit induk “B” tidak dikenal" in reasons(result)[4]

    def it_rejects_a_circle_with_units_that_are_there(self):
        make.make_agency()
        make.make_unit("A")
        make.make_unit("B", parent_code="A")
        result = run(a_csv(UNITS, ("JAMBI-KOTA", "A", "Unit A", "B")), ImportKind.UNITS)
        assert counts(result) == (0, 0, 0, 1)
        assert OrgUnit.objects.get(code="A").parent is None

    def it_moves_and_renames(self):
        make.make_agency()
        make.make_unit("A")
        make.make_unit("B")
        assert counts(run(a_csv(UNITS, ("JAMBI-KOTA", "B", "Bagian B", "A")), ImportKind.UNITS)) == (0, 1, 0, 0)
        moved = OrgUnit.objects.get(code="B")
        assert (moved.name, make.known(moved.parent).code) == ("Bagian B", "A")


def it_gives_a_template_that_it_can_read():
    make.make_agency()
    for kind in ImportKind:
        with pytest.raises(UnreadableFile, match="hanya berisi baris judul"):
            run(template_csv(kind), kind)
