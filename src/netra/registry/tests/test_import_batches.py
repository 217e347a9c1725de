"""Long files, interrupted files, and what the database refuses."""

from __future__ import annotations

import json

import pytest
from django.db import connection

from netra.registry.imports import ImportKind, people_run
from netra.registry.imports import run as run_module
from netra.registry.models import CivilServant, PositionSpell
from netra.registry.queries import civil_servant, direct_superior_of
from netra.registry.tests import builders as make
from netra.registry.tests.builders import ANI_ROW as ANI
from netra.registry.tests.builders import BUDI_ROW as BUDI
from netra.registry.tests.builders import PEOPLE_COLUMNS as PEOPLE
from netra.registry.tests.builders import UNIT_COLUMNS as UNITS
from netra.registry.tests.builders import a_csv, counts, reasons
from netra.registry.tests.builders import run_import as run
from netra.trust.models import Event

pytestmark = pytest.mark.django_db


class WhenAFileIsLongerThanABatch:
    @pytest.fixture(autouse=True)
    def small_batches(self, monkeypatch) -> None:
        make.make_agency()
        monkeypatch.setattr(run_module, "BATCH_ROWS", 2)
        monkeypatch.setattr(people_run, "MOST_ROWS", 2)

    def people(self, count: int) -> list[tuple[str, ...]]:
        """Each the superior of the one before, so that every superior stands further down than those below."""
        nips = [f"19800101200501{1}{number:03}" for number in range(1, count + 1)]
        return [
            (nip, f"Orang {place} (contoh)", "PNS", "JAMBI-KOTA", "", "Staf", "", "", above, "01/01/2015")
            for place, (nip, above) in enumerate(zip(nips, [*nips[1:], ""], strict=True))
        ]

    def it_finds_superiors_across_batches(self):
        result = run(a_csv(PEOPLE, *self.people(7)))
        assert (counts(result), result.notes) == ((7, 0, 0, 0), ())
        assert PositionSpell.objects.filter(direct_superior=None).count() == 1
        assert counts(run(a_csv(PEOPLE, *self.people(7)))) == (0, 0, 7, 0)

    def it_counts_the_same_in_a_dry_run(self):
        result = run(a_csv(PEOPLE, *self.people(7)), dry_run=True)
        assert (counts(result), result.notes) == ((7, 0, 0, 0), ())

    def it_tells_the_trail_of_every_batch_that_wrote(self):
        run(a_csv(PEOPLE, *self.people(7)))
        payloads = [json.loads(event.payload) for event in Event.objects.filter(verb="registry.import_run")]
        assert [payload["created"] for payload in payloads[:4]] == [2, 2, 2, 1]
        # Then those are told once more whose superior stood in a later batch.
        assert [payload["changed"] for payload in payloads[4:]] == [1, 1, 1]
        assert all(len(payload["rows"]) == 64 for payload in payloads)

    def it_finishes_what_was_interrupted(self):
        content = a_csv(PEOPLE, *self.people(7))

        def unplugged(done: int, _total: int) -> None:
            if done == 4:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            run(content, progress=unplugged)
        assert CivilServant.objects.count() == PositionSpell.objects.count() == 4
        assert counts(run(content)) == (7, 0, 0, 0)
        assert PositionSpell.objects.filter(direct_superior=None).count() == 1

    def it_does_the_units_of_a_deep_tree(self):
        rows = [("JAMBI-KOTA", f"U{depth}", f"Unit {depth}", f"U{depth - 1}" if depth else "") for depth in range(9)]
        content = a_csv(UNITS, *reversed(rows))
        assert counts(run(content, ImportKind.UNITS, dry_run=True)) == (9, 0, 0, 0)
        assert counts(run(content, ImportKind.UNITS)) == (9, 0, 0, 0)
        assert counts(run(content, ImportKind.UNITS)) == (0, 0, 9, 0)


def it_loses_only_the_row_that_the_database_refuses():
    make.make_agency()
    with connection.cursor() as cursor:
        cursor.execute("CREATE UNIQUE INDEX one_grade ON registry_positionspell (grade)")
    make.make_position(make.make_person(make.CITRA_NIP, "Citra (contoh)"))
    refused = (make.CITRA_NIP, "Citra (contoh)", "PNS", "JAMBI-KOTA", "", "Staf", "", "IV/c", "", "01/02/2017")
    result = run(a_csv(PEOPLE, ANI, refused, BUDI))
    assert counts(result) == (2, 0, 0, 1)
    assert "Bertabrakan" in reasons(result)[3]
    assert PositionSpell.objects.get(civil_servant__nip=make.CITRA_NIP).until_date is None
    assert direct_superior_of(civil_servant(make.BUDI_NIP), make.TODAY) == civil_servant(make.ANI_NIP)


def it_loses_only_that_row_among_hundreds():
    """So many that PostgreSQL takes them by COPY."""
    make.make_agency()
    with connection.cursor() as cursor:
        cursor.execute("CREATE UNIQUE INDEX one_twin ON registry_positionspell (title) WHERE title = 'Kembar'")
    nips = [f"19800101200501{1}{number:03}" for number in range(1, 251)]
    rows = [
        (nip, "Orang (contoh)", "PNS", "JAMBI-KOTA", "", "Kembar" if place in (40, 200) else "Staf", "", "", "", "")
        for place, nip in enumerate(nips)
    ]
    result = run(a_csv(PEOPLE, *rows))
    assert counts(result) == (249, 0, 0, 1)
    assert "Bertabrakan" in reasons(result)[202]
    assert PositionSpell.objects.count() == 249
