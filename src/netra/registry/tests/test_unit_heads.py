"""Who heads a unit stands with the post: it begins and ends with it, and a file can say it."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from netra.registry.checks import InvalidEntry
from netra.registry.models import PositionSpell
from netra.registry.operations import position_end
from netra.registry.queries import unit_heads
from netra.registry.tests import builders as make
from netra.registry.tests.builders import ANI_NIP, AT, BUDI_NIP, CITRA_NIP, JAMBI, SYSTEM, counts, reasons, run_import

pytestmark = pytest.mark.django_db
COLUMNS = ("NIP", "Nama", "Jenis Pegawai", "Kode Instansi", "Kode Unit", "Jabatan", "Kepala Unit", "TMT Jabatan")


@pytest.fixture(autouse=True)
def _city():
    make.make_agency()
    make.make_unit("DISDIK")
    make.make_unit("SATPOL")


def heads(day: date) -> dict[str, str]:
    return {
        spell.unit.code: spell.civil_servant.name
        for spell in unit_heads(JAMBI, on=day).values()
        if spell.unit is not None
    }


def head(nip: str, name: str, since: date, **over):
    return make.make_position(
        make.make_person(nip, name), unit_code="DISDIK", title="Kepala Dinas", leads_unit=True, start_date=since, **over
    )


def test_a_head_leads_from_the_first_day_of_the_post_to_its_last():
    spell = head(ANI_NIP, "Ani (contoh)", date(2016, 1, 4))
    position_end(person_ref=spell.civil_servant.ref, until_date=date(2017, 1, 2), by=SYSTEM, at=AT)
    days = (date(2016, 1, 3), date(2016, 1, 4), date(2017, 1, 1), date(2017, 1, 2))
    assert [heads(day) for day in days] == [{}, {"DISDIK": "Ani (contoh)"}, {"DISDIK": "Ani (contoh)"}, {}]


def test_an_acting_head_leads_while_the_post_is_still_held_by_another():
    head(ANI_NIP, "Ani (contoh)", date(2016, 1, 4))
    acting = head(BUDI_NIP, "Budi (contoh)", date(2017, 5, 1), is_primary=False, until_date=date(2017, 8, 1))
    assert acting.leads_unit
    assert [heads(day)["DISDIK"] for day in (date(2017, 4, 30), date(2017, 5, 1), date(2017, 8, 1))] == [
        "Ani (contoh)",
        "Budi (contoh)",
        "Ani (contoh)",
    ]


def test_whoever_is_head_is_head_of_a_unit():
    with pytest.raises(InvalidEntry, match="isi kode unitnya"):
        make.make_position(make.make_person(), leads_unit=True)
    spell = make.make_position(make.make_person(CITRA_NIP, "Citra (contoh)"))
    with pytest.raises(IntegrityError), transaction.atomic():
        PositionSpell.objects.filter(pk=spell.pk).update(leads_unit=True)


class WhenAFileSaysIt:
    def it_is_taken_told_anew_and_taken_back(self):
        def row(told: str) -> bytes:
            cells = (ANI_NIP, "Ani (contoh)", "PNS", JAMBI, "DISDIK", "Kepala Dinas", told, "02/01/2017")
            return make.a_csv(COLUMNS, cells)

        assert counts(run_import(row("Ya"))) == (1, 0, 0, 0)
        assert counts(run_import(row(""))) == (0, 0, 1, 0)
        assert heads(make.TODAY) == {"DISDIK": "Ani (contoh)"}
        assert counts(run_import(row("x"))) == (0, 0, 1, 0)
        assert counts(run_import(row("Tidak"))) == (0, 1, 0, 0)
        assert heads(make.TODAY) == {}

    def it_passes_to_the_next_holder_on_the_day_the_post_begins(self):
        first = (ANI_NIP, "Ani (contoh)", "PNS", JAMBI, "DISDIK", "Kepala Dinas", "Ya", "02/01/2017")
        next_one = (BUDI_NIP, "Budi (contoh)", "PNS", JAMBI, "DISDIK", "Kepala Dinas", "Ya", "05/02/2018")
        moved = (ANI_NIP, "Ani (contoh)", "PNS", JAMBI, "SATPOL", "Kepala Satuan", "Ya", "05/02/2018")
        run_import(make.a_csv(COLUMNS, first))
        assert counts(run_import(make.a_csv(COLUMNS, next_one, moved))) == (1, 1, 0, 0)
        assert heads(date(2018, 2, 4)) == {"DISDIK": "Ani (contoh)"}
        assert heads(date(2018, 2, 5)) == {"DISDIK": "Budi (contoh)", "SATPOL": "Ani (contoh)"}

    @pytest.mark.parametrize(
        ("unit", "told", "says"), [("", "Ya", "isi kode unitnya"), ("DISDIK", "mungkin", "tulis Ya atau Tidak")]
    )
    def it_is_refused_where_it_cannot_be_and_the_other_rows_pass(self, unit, told, says):
        bad = (ANI_NIP, "Ani (contoh)", "PNS", JAMBI, unit, "Kepala Dinas", told, "")
        good = (BUDI_NIP, "Budi (contoh)", "PNS", JAMBI, "SATPOL", "Anggota", "Tidak", "")
        result = run_import(make.a_csv(COLUMNS, bad, good))
        assert counts(result) == (1, 0, 0, 1)
        assert says in reasons(result)[2]
