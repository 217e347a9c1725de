"""Where a list names no TMT, the day of the import is taken and said to be assumed; a list that names it corrects it.

Imports are of 1 March 2018 unless told otherwise. A period counts its first day and not its last.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from netra.registry.imports import ImportResult
from netra.registry.models import PositionSpell
from netra.registry.tests import builders as make
from netra.registry.tests.builders import BUDI_ROW as BUDI
from netra.registry.tests.builders import PEOPLE_COLUMNS as PEOPLE
from netra.registry.tests.builders import a_csv, counts, reasons
from netra.registry.tests.builders import run_import as run

pytestmark = pytest.mark.django_db

MARCH, APRIL = make.TODAY, make.AT + timedelta(days=31)


@pytest.fixture(autouse=True)
def agencies() -> None:
    make.make_agency()
    make.make_muaro()


def budi(title: str = "Analis", start: str = "", *, agency: str = make.JAMBI) -> bytes:
    return a_csv(PEOPLE, (*BUDI[:3], agency, "", title, "", "III/d", "", start))


def history() -> list[tuple[str, date, date | None, bool]]:
    rows = PositionSpell.objects.order_by("start_date")
    return [(row.title, row.start_date, row.until_date, row.start_is_assumed) for row in rows]


def sums(result: ImportResult) -> list[str]:
    return [note.text for note in result.notes if note.line == 0]


class WhenAFileNamesNoStart:
    def it_says_how_many_posts_begin_on_the_day_of_the_import_before_and_after_writing(self):
        content = a_csv(PEOPLE, (*BUDI[:8], "", ""), (make.ANI_NIP, *BUDI[1:8], "", "01/01/2017"))
        for is_dry in (True, False):
            said = sums(run(content, dry_run=is_dry))
            assert len(said) == 1
            assert said[0].startswith("1 baris tidak menyebut TMT jabatan")
            assert "tanggal impor (1 Maret 2018)" in said[0]

    def it_marks_the_start_as_assumed_and_one_that_was_told_not(self):
        run(budi())
        assert history() == [("Analis", MARCH, None, True)]
        PositionSpell.objects.all().delete()
        run(budi(start="01/03/2016"))
        assert history() == [("Analis", date(2016, 3, 1), None, False)]

    def it_says_nothing_when_the_same_file_comes_again(self):
        run(budi())
        again = run(budi(), at=APRIL)
        assert (counts(again), sums(again)) == ((0, 0, 1, 0), [])
        assert history() == [("Analis", MARCH, None, True)]

    def it_assumes_the_start_of_another_post_too(self):
        run(budi(start="01/03/2016"))
        assert sums(run(budi("Kepala Subbagian")))[0].startswith("1 baris tidak menyebut TMT")
        assert history() == [("Analis", date(2016, 3, 1), MARCH, False), ("Kepala Subbagian", MARCH, None, True)]


class WhenTheStartComesLater:
    def it_takes_the_place_of_the_assumed_one_and_says_so(self):
        run(budi())
        result = run(budi(start="01/03/2016"), at=APRIL)
        assert counts(result) == (0, 1, 0, 0)
        assert sums(result)[0].startswith("1 jabatan yang mulainya semula perkiraan")
        assert history() == [("Analis", date(2016, 3, 1), None, False)]
        assert counts(run(budi(start="01/03/2016"), at=APRIL)) == (0, 0, 1, 0)

    def it_ends_the_post_before_on_that_day_where_the_import_had_ended_it(self):
        run(budi(start="01/03/2016"))
        run(budi("Kepala Subbagian"))
        assert counts(run(budi("Kepala Subbagian", "15/01/2018"), at=APRIL)) == (0, 1, 0, 0)
        moved = date(2018, 1, 15)
        assert history() == [("Analis", date(2016, 3, 1), moved, False), ("Kepala Subbagian", moved, None, False)]

    def it_confirms_an_assumed_start_that_was_right(self):
        run(budi())
        assert counts(run(budi(start="01/03/2018"), at=APRIL)) == (0, 1, 0, 0)
        assert history() == [("Analis", MARCH, None, False)]

    def it_corrects_a_post_that_has_ended_since(self):
        run(budi())
        run(budi("Kepala Subbagian", "20/03/2018"), at=APRIL)
        run(budi(start="01/03/2016"), at=APRIL)
        twentieth = date(2018, 3, 20)
        assert history()[0] == ("Analis", date(2016, 3, 1), twentieth, False)

    def it_does_not_reach_into_a_post_that_ended_for_itself(self):
        run(budi(start="01/03/2016"))
        PositionSpell.objects.update(until_date=date(2018, 2, 1))
        run(budi("Kepala Subbagian"))
        before = history()
        result = run(budi("Kepala Subbagian", "15/01/2018"), at=APRIL)
        assert "jatuh di dalam jabatan yang berjalan sampai 1 Februari 2018" in reasons(result)[2]
        assert history() == before

    def it_does_not_move_another_post_and_says_that_the_recorded_start_is_assumed(self):
        run(budi())
        result = run(budi("Arsiparis", "01/03/2016"), at=APRIL)
        assert "perkiraan" in reasons(result)[2]
        assert "samakan nama jabatan" in reasons(result)[2]
        assert history() == [("Analis", MARCH, None, True)]

    def it_does_not_move_a_start_that_was_told(self):
        run(budi(start="01/02/2018"))
        assert "lebih lama daripada" in reasons(run(budi(start="01/03/2016")))[2]

    def it_does_not_move_the_end_of_a_post_of_another_agency(self):
        run(budi(start="01/03/2016", agency=make.MUARO))
        run(budi("Kepala Subbagian"))
        before = history()
        result = run(budi("Kepala Subbagian", "15/01/2018"), by=make.make_dewi(), at=APRIL)
        assert "tercatat pada instansi lain" in reasons(result)[2]
        assert history() == before
