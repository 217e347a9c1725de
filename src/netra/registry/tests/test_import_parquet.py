"""Lists of people as a data warehouse hands them over: in Parquet."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime

import pyarrow
import pytest
from pyarrow import parquet

from netra.registry.imports import ImportKind, UnreadableFile, people_run
from netra.registry.models import CivilServant, PositionSpell
from netra.registry.tests import builders as make
from netra.registry.tests.builders import ANI_ROW as ANI
from netra.registry.tests.builders import BUDI_ROW as BUDI
from netra.registry.tests.builders import PEOPLE_COLUMNS as PEOPLE
from netra.registry.tests.builders import a_csv, counts, reasons
from netra.registry.tests.builders import run_import as run

pytestmark = pytest.mark.django_db


def a_parquet(columns: Sequence[str], *rows: Sequence[object], group: int = 1000) -> bytes:
    out = io.BytesIO()
    lists = zip(*rows, strict=True)
    parquet.write_table(pyarrow.table(dict(zip(columns, map(list, lists), strict=True))), out, row_group_size=group)
    return out.getvalue()


class WhenPeopleComeInParquet:
    @pytest.fixture(autouse=True)
    def agency(self) -> None:
        make.make_agency()

    def it_reads_them_as_those_of_a_csv(self):
        assert counts(run(a_parquet(PEOPLE, BUDI, ANI), name="pegawai.parquet")) == (2, 0, 0, 0)
        assert counts(run(a_csv(PEOPLE, BUDI, ANI))) == (0, 0, 2, 0)
        assert PositionSpell.objects.get(civil_servant__nip=make.BUDI_NIP).direct_superior == CivilServant.objects.get(
            nip=make.ANI_NIP
        )

    def it_reads_dates_and_times_and_what_is_not_there(self):
        rows = ((*ANI[:8], None, date(2017, 1, 2)), (*BUDI[:8], None, date(2016, 3, 1)))
        assert counts(run(a_parquet(PEOPLE, *rows))) == (2, 0, 0, 0)
        later = tuple((*row[:9], datetime(day.year, day.month, day.day)) for row in rows for day in [row[9]])
        assert counts(run(a_parquet(PEOPLE, *later))) == (0, 0, 2, 0)

    def it_keeps_every_digit_of_a_number_that_is_stored_as_an_integer(self):
        """Unlike a spreadsheet, which keeps fifteen."""
        assert counts(run(a_parquet(PEOPLE, (int(ANI[0]), *ANI[1:])))) == (1, 0, 0, 0)

    def it_refuses_a_number_that_lost_its_last_digits_in_a_column_of_fractions(self):
        result = run(a_parquet(PEOPLE, (float(ANI[0]), *ANI[1:])))
        assert "digit terakhirnya hilang" in reasons(result)[2]

    def it_reads_every_row_group(self, monkeypatch):
        monkeypatch.setattr(people_run, "MOST_ROWS", 2)
        rows = [(f"19800101200501{1}{number:03}", *ANI[1:]) for number in range(1, 8)]
        assert counts(run(a_parquet(PEOPLE, *rows, group=3))) == (7, 0, 0, 0)

    def it_says_that_the_name_lies(self):
        result = run(a_parquet(PEOPLE, ANI), name="pegawai.csv")
        assert result.notes[0].text == "Nama berkas berakhiran .csv, isinya Parquet; dibaca sebagai Parquet."

    def it_leaves_out_columns_within_columns_and_says_so(self):
        result = run(a_parquet((*PEOPLE, "Riwayat"), (*ANI, [{"tahun": 2016}])), name="pegawai.parquet")
        assert counts(result) == (1, 0, 0, 0)
        assert result.notes[0].text == "Kolom bertingkat tidak dibaca: Riwayat."

    def it_names_the_columns_that_are_missing(self):
        with pytest.raises(UnreadableFile, match=r"Kolom yang belum ada: .*Nama"):
            run(a_parquet(("NIP",), (ANI[0],)))

    @pytest.mark.parametrize("cut", [12, 400])
    def it_refuses_a_file_that_was_cut_off(self, cut):
        with pytest.raises(UnreadableFile, match="Parquet rusak atau terpotong"):
            run(a_parquet(PEOPLE, ANI, BUDI)[:cut])
        assert not CivilServant.objects.exists()

    def it_refuses_a_file_with_damage_in_the_middle_before_anything_is_written(self):
        content = a_parquet(PEOPLE, *[(f"19800101200501{1}{number:03}", *ANI[1:]) for number in range(1, 500)])
        with pytest.raises(UnreadableFile, match="Parquet rusak atau terpotong"):
            run(content[:200] + b"\xff" * 600 + content[800:])
        assert not CivilServant.objects.exists()

    def it_is_for_lists_of_units_too(self):
        content = a_parquet(make.UNIT_COLUMNS, ("JAMBI-KOTA", "DINKES", "Dinas Kesehatan", ""))
        assert counts(run(content, ImportKind.UNITS, name="unit.parquet")) == (1, 0, 0, 0)
