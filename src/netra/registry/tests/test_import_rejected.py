"""The file of rejected rows, to be corrected and imported again."""

from __future__ import annotations

import csv
import io

import pytest

from netra.registry.imports import ImportKind
from netra.registry.models import CivilServant
from netra.registry.tests import builders as make
from netra.registry.tests.builders import ANI_ROW as ANI
from netra.registry.tests.builders import PEOPLE_COLUMNS as PEOPLE
from netra.registry.tests.builders import UNIT_COLUMNS as UNITS
from netra.registry.tests.builders import a_csv, counts, reasons
from netra.registry.tests.builders import run_import as run

pytestmark = pytest.mark.django_db


class WhenRowsAreRejected:
    @pytest.fixture(autouse=True)
    def agency(self) -> None:
        make.make_agency()

    def it_gives_them_back_with_line_and_reason(self):
        rows = list(
            csv.reader(
                io.StringIO(run(a_csv(PEOPLE, ("1", *ANI[1:]))).rejected_csv().decode("utf-8-sig")), delimiter=";"
            )
        )
        assert rows[0] == ["Baris", *PEOPLE, "Alasan ditolak"]
        assert rows[1][:3] == ["2", "1", "Ani (contoh)"]
        assert rows[1][-1] == "NIP harus 18 angka, tertulis 1 angka."

    def it_lets_no_formula_run_in_that_file(self):
        text = run(a_csv(PEOPLE, ("1", "=cmd|'/c calc'!A1", *ANI[2:]))).rejected_csv().decode("utf-8-sig")
        assert ";'=cmd|" in text
        assert ";=cmd" not in text

    def it_takes_that_file_back_once_corrected(self):
        rejected = run(a_csv(PEOPLE, ("1", "+Ani (contoh)", *ANI[2:]))).rejected_csv().decode("utf-8-sig")
        assert ";'+Ani" in rejected
        corrected = rejected.replace("2;1;'+Ani", f"2;{make.ANI_NIP};Ani").encode()
        assert counts(run(corrected)) == (1, 0, 0, 0)
        assert CivilServant.objects.get().name == "Ani (contoh)"

    def it_gives_a_workbook_of_texts_too(self):
        result = run(a_csv(PEOPLE, ("1", "=1+1", *ANI[2:])))
        again = run(result.rejected_xlsx(), name="ditolak.xlsx")
        assert "NIP harus 18 angka, tertulis 1 angka." in reasons(again)[2]
        assert again.rejected[0].cells[2] == "=1+1"

    def it_gives_back_a_stray_quote_alone_and_takes_the_people_below_it(self):
        """Three people; a quote before the first name must not put the other two inside that name."""
        first, *others = (a_csv(PEOPLE, ANI, ("198501032010011001", "Citra (contoh)", *ANI[2:])).splitlines())[1:]
        last = others[0].replace(b"198501032010011001", b"198501042010011001").replace(b"Citra (contoh)", b'"Dodi"')
        stray = first.replace(b"Ani (contoh)", b'"Ani (contoh)')
        result = run(b"\n".join((a_csv(PEOPLE).splitlines()[0], stray, *others, last)))
        assert (counts(result), reasons(result)) == ((2, 0, 0, 1), {2: "Tanda kutip dibuka tetapi tidak ditutup."})
        assert set(CivilServant.objects.values_list("name", flat=True)) == {"Citra (contoh)", "Dodi"}


class WhenARowHasSeveralFaults:
    """The clerk corrects it once, not once for every fault."""

    @pytest.fixture(autouse=True)
    def agency(self) -> None:
        make.make_agency()

    def told(self, **cells: str) -> str:
        row = dict(zip(PEOPLE, ANI, strict=True)) | cells
        return reasons(run(a_csv(PEOPLE, tuple(row.values()))))[2]

    def it_says_the_kind_the_number_the_grade_and_the_day_together(self):
        said = self.told(**{"Status Pegawai": "HONORER", "NIP": "123", "TMT": "31/02/2016"})
        for fault in ("HONORER", "NIP harus 18 angka", "bukan tanggal"):
            assert fault in said

    def it_says_the_grade_beside_a_number_that_is_wrong(self):
        said = self.told(**{"NIP": "123", "Gol": "V/z", "Jabatan": ""})
        for fault in ("NIP harus 18 angka", "“V/z”", "Jabatan"):
            assert fault in said

    def it_says_an_unknown_agency_or_unit_with_the_other_faults_and_already_in_the_dry_run(self):
        """Not only once everything else is corrected."""
        row = dict(zip(PEOPLE, ANI, strict=True)) | {"NIP": "123", "Kode Instansi": "TIADA"}
        there = dict(zip(PEOPLE, ANI, strict=True)) | {"TMT": "31/02/2016", "Unit": "TIADA"}
        told = reasons(run(a_csv(PEOPLE, tuple(row.values()), tuple(there.values())), dry_run=True))
        assert "NIP harus 18 angka" in told[2]
        assert "Instansi “TIADA” tidak dikenal. Impor instansinya lebih dahulu." in told[2]
        assert "bukan tanggal" in told[3]
        assert "Unit “TIADA” tidak dikenal" in told[3]

    def it_says_with_the_other_faults_that_an_agency_is_another_officers(self):
        make.make_muaro()
        row = dict(zip(PEOPLE, ANI, strict=True)) | {"NIP": "123", "Kode Instansi": make.MUARO}
        told = reasons(run(a_csv(PEOPLE, tuple(row.values())), by=make.make_dewi(), dry_run=True))[2]
        assert "NIP harus 18 angka" in told
        assert "di luar kewenangan" in told

    def it_says_of_a_unit_without_a_name_that_its_agency_is_unknown(self):
        result = run(a_csv(UNITS, ("TIADA", "DINKES", "", "")), ImportKind.UNITS, dry_run=True)
        assert "Nama" in reasons(result)[2]
        assert "Instansi “TIADA” tidak dikenal" in reasons(result)[2]

    def it_does_not_ask_twice_for_an_agency_that_is_not_named(self):
        row = dict(zip(PEOPLE, ANI, strict=True)) | {"NIP": "123", "Kode Instansi": ""}
        told = reasons(run(a_csv(PEOPLE, tuple(row.values())), dry_run=True))[2]
        assert "“” tidak dikenal" not in told
