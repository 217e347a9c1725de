"""A list of agencies names the appointing authority of each: who, with which post, since when."""

from __future__ import annotations

from datetime import date

import pytest

from netra.registry.imports import ImportKind, ImportResult
from netra.registry.models import Agency, AppointingAuthority
from netra.registry.queries import appointing_authority_of
from netra.registry.tests import builders as make
from netra.registry.tests.builders import a_csv, an_xlsx, counts, reasons
from netra.registry.tests.builders import run_import as run
from netra.trust.acts import ACTS

pytestmark = pytest.mark.django_db

COLUMNS = (
    "Kode Instansi",
    "Nama Instansi",
    "Jenis Instansi",
    "Kode Wilayah",
    "Pejabat Pembina Kepegawaian",
    "Nama Pejabat Pembina",
    "NIP Pejabat Pembina",
    "Mulai Menjabat",
    "Menjabat Sampai Sebelum",
    "Atasan Pejabat Pembina",
    "Nama Atasan Pejabat Pembina",
)
FIRDAUS = ("Wali Kota Jambi", "Firdaus (contoh)", "", "04/11/2013", "", "Gubernur Jambi", "Zainal (contoh)")
RAHMAT = ("Wali Kota Jambi", "Rahmat (contoh)", "", "04/11/2018", "", "Gubernur Jambi", "")


def row(*authority: str) -> tuple[str, ...]:
    return (make.JAMBI, "Pemerintah Kota Jambi", "Kota", "15.71", *authority)


def read(*authority: str, dry_run: bool = False) -> ImportResult:
    return run(a_csv(COLUMNS, row(*authority)), ImportKind.AGENCIES, dry_run=dry_run)


def holders() -> list[tuple[str, date, date | None]]:
    rows = AppointingAuthority.objects.order_by("start_date")
    return list(rows.values_list("holder_name", "start_date", "until_date"))


class WhenAnAgencyIsImportedWithItsAuthority:
    def it_knows_him_from_the_day_on_and_the_same_file_changes_nothing(self):
        assert counts(read(*FIRDAUS, dry_run=True)) == (1, 0, 0, 0)
        assert not Agency.objects.exists()
        assert counts(read(*FIRDAUS)) == (1, 0, 0, 0)
        assert counts(read(*FIRDAUS)) == (0, 0, 1, 0)
        assert holders() == [("Firdaus (contoh)", date(2013, 11, 4), None)]
        head = make.known(appointing_authority_of(make.JAMBI, make.TODAY))
        assert (head.office_title, head.superior) == ("Wali Kota Jambi", "Gubernur Jambi, Zainal (contoh)")

    def it_is_read_from_a_workbook_with_its_dates(self):
        cells = (*row(*FIRDAUS)[:7], date(2013, 11, 4), None, "Gubernur Jambi", "")
        assert counts(run(an_xlsx(COLUMNS, cells), ImportKind.AGENCIES, name="instansi.xlsx")) == (1, 0, 0, 0)
        assert holders() == [("Firdaus (contoh)", date(2013, 11, 4), None)]

    def it_ends_whoever_was_there_until_further_notice(self):
        read(*FIRDAUS)
        assert counts(read(*RAHMAT)) == (0, 1, 0, 0)
        assert counts(read(*RAHMAT)) == (0, 0, 1, 0)
        assert holders() == [
            ("Firdaus (contoh)", date(2013, 11, 4), date(2018, 11, 4)),
            ("Rahmat (contoh)", date(2018, 11, 4), None),
        ]

    def it_takes_an_old_list_again_without_bringing_him_back(self):
        read(*FIRDAUS)
        read(*RAHMAT)
        assert counts(read(*FIRDAUS)) == (0, 0, 1, 0)
        assert len(holders()) == 2

    def it_takes_somebody_before_him_whose_time_is_over(self):
        read(*RAHMAT)
        before = ("Wali Kota Jambi", "Firdaus (contoh)", "", "04/11/2013", "04/11/2018", "", "")
        assert counts(read(*before)) == (0, 1, 0, 0)
        assert [name for name, _start, _until in holders()] == ["Firdaus (contoh)", "Rahmat (contoh)"]

    def it_corrects_what_the_same_day_tells_better(self):
        read(*FIRDAUS)
        assert counts(read(*FIRDAUS[:6], "Zainal Arifin (contoh)")) == (0, 1, 0, 0)
        assert AppointingAuthority.objects.get().superior_name == "Zainal Arifin (contoh)"

    def it_needs_no_day_for_somebody_who_is_known(self):
        read(*FIRDAUS)
        assert counts(read(*FIRDAUS[:3], "", "", "", "")) == (0, 0, 1, 0)

    def it_leaves_the_authority_alone_where_the_row_names_none(self):
        read(*FIRDAUS)
        assert counts(read("", "", "", "", "", "", "")) == (0, 0, 1, 0)
        assert len(holders()) == 1

    def it_takes_hundreds_of_agencies_with_few_questions(self, django_assert_max_num_queries):
        head = ("Kepala", "Ani (contoh)", "", "01/01/2018", "", "", "")
        rows = [(f"UJI-{number:03}", "Instansi (contoh)", "Pusat", "", *head) for number in range(300)]
        with django_assert_max_num_queries(25):
            assert counts(run(a_csv(COLUMNS, *rows), ImportKind.AGENCIES)) == (300, 0, 0, 0)
        assert AppointingAuthority.objects.count() == 300


class WhenTheAuthorityCannotBeTaken:
    @pytest.mark.parametrize(
        ("authority", "reason"),
        [
            (("", "Rahmat (contoh)", "", "04/11/2018", "", "", ""), "Jabatan wajib diisi"),
            (("Wali Kota Jambi", "", "", "04/11/2018", "", "", ""), "Nama pejabat wajib diisi"),
            (("", "", "", "04/11/2018", "", "", ""), "Jabatan wajib diisi"),
            (("Wali Kota Jambi", "Rahmat (contoh)", "123", "04/11/2018", "", "", ""), "NIP"),
            (("Wali Kota Jambi", "Rahmat (contoh)", "", "", "", "", ""), "“Mulai Menjabat”"),
            (("Wali Kota Jambi", "Rahmat (contoh)", "", "31/02/2018", "", "", ""), "bukan tanggal"),
            (("Wali Kota Jambi", "Rahmat (contoh)", "", "04/11/2018", "04/11/2018", "", ""), "harus sesudah"),
            (("x" * 151, "Rahmat (contoh)", "", "04/11/2018", "", "", ""), "151 karakter"),
        ],
    )
    def it_gives_the_row_back_with_the_reason_and_writes_nothing(self, authority, reason):
        result = read(*authority)
        assert counts(result) == (0, 0, 0, 1)
        assert "ejabat pembina kepegawaian" in reasons(result)[2] and reason in reasons(result)[2]
        assert not Agency.objects.exists()

    def it_refuses_two_who_would_share_a_day(self):
        read("Wali Kota Jambi", "Firdaus (contoh)", "", "04/11/2013", "04/11/2018", "", "")
        result = read("Penjabat Wali Kota Jambi", "Rahmat (contoh)", "", "01/06/2018", "", "", "")
        assert "satu pejabat pembina kepegawaian pada satu hari" in reasons(result)[2]
        assert len(holders()) == 1


def it_is_written_by_those_who_may_write_it_by_hand():
    """The reach of an import of agencies is that of saving an agency: no further than that of setting an authority."""
    assert set(ACTS["registry.agency_save"].roles) <= set(ACTS["registry.appointing_authority_set"].roles)
