"""What of a list was not taken comes back as a file: corrected there, uploaded again, nobody is written down twice."""

from __future__ import annotations

import io
from datetime import date

import pytest
from openpyxl import load_workbook

from netra.prevention import rejected_lines
from netra.prevention.attendance_sheet import present_in_file
from netra.prevention.entries import Present
from netra.prevention.models import Acknowledgement, RejectedLines
from netra.prevention.operations import attendance_record
from netra.prevention.rejected_lines import NothingRejected
from netra.prevention.tests.builders import CITY, City, at, issued
from netra.trust.acts import Role
from netra.trust.errors import NotFound
from netra.trust.evidence import get_document
from netra.trust.tests.builders import grant, make_user

pytestmark = pytest.mark.django_db
NOW = at("2017-12-04", 10)


@pytest.fixture
def city():
    return City()


@pytest.fixture
def circular(city):
    return issued(city)


def record(city, circular, *nips, moment=NOW, by=None):
    present = [Present(line, nip) for line, nip in enumerate(nips, start=2)]
    return attendance_record(
        instrument_ref=circular.ref, held_date=date(2017, 12, 4), present=present, by=by or city.dewi, at=moment
    )


def fetched(city, circular, moment=NOW, by=None):
    return rejected_lines.fetch(circular.ref, by=by or city.dewi, at=moment)


def test_each_line_comes_back_as_it_stood_with_its_reason_and_every_digit(city, circular):
    record(city, circular, city.budi.nip, "198001012005011002", "=1+1")
    sheet = load_workbook(io.BytesIO(fetched(city, circular)))["Ditolak"]
    rows = [[str(cell.value) for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == ["Baris", "NIP", "Alasan ditolak"]
    assert [row[:2] for row in rows[1:]] == [["3", "198001012005011002"], ["4", "=1+1"]]
    assert "tidak ada dalam registri" in rows[1][2]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s"}


def test_the_corrected_file_is_taken_and_nobody_is_written_twice(city, circular):
    record(city, circular, city.budi.nip, city.citra.nip[:-1] + "9")
    book = load_workbook(io.BytesIO(fetched(city, circular)))
    book["Ditolak"]["B2"] = city.citra.nip
    out = io.BytesIO()
    book.save(out)
    again = attendance_record(
        instrument_ref=circular.ref,
        held_date=date(2017, 12, 4),
        present=present_in_file(out.getvalue()),
        by=city.dewi,
        at=NOW,
    )
    assert (again.recorded, again.rejected) == (1, [])
    assert Acknowledgement.objects.count() == 2
    with pytest.raises(NothingRejected, match="diganti daftar lain"):
        fetched(city, circular)


def test_it_is_for_whoever_entered_the_list_and_for_a_day(city, circular):
    other = grant(make_user("nurul"), Role.PERSONNEL_OFFICER, agency=CITY)
    record(city, circular, "123")
    with pytest.raises(NothingRejected):
        fetched(city, circular, by=other)
    with pytest.raises(NothingRejected, match="lewat satu hari"):
        fetched(city, circular, moment=at("2017-12-05", 10))
    kept = RejectedLines.objects.get().document
    record(city, circular, city.budi.nip, moment=at("2017-12-05", 10), by=other)
    assert not RejectedLines.objects.exists()
    with pytest.raises(NotFound):
        get_document(kept)


def test_of_another_letter_it_says_nothing(city, circular):
    record(city, circular, "123")
    with pytest.raises(NothingRejected):
        fetched(city, issued(city))
