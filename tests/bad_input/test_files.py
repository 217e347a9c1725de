"""Files that lie or bite, as they come in by the doors: sheets with formulas, pictures that are none, zip bombs."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook

from netra.intake.keys import code_of
from netra.intake.models import Report
from netra.intake.operations import report_submit
from netra.intake.tests.builders import FRIDAY, SECRET, a_submission
from netra.intake.uploads import NewFile
from netra.registry.models import Agency, CivilServant, OrgUnit
from netra.registry.tests.builders import a_csv, an_xlsx
from netra.registry.tests.test_import_files import repacked
from netra.trust import evidence
from netra.trust.models import EvidenceItem
from tests.bad_input.books import tables
from tests.cast import enter_all
from tests.house import registry_samples

pytestmark = pytest.mark.django_db
UNITS = ("Kode Unit", "Nama Unit")
SCRIPT = b"<html><script>alert('netra')</script></html>"
FORMULAS = (
    "=1+1",
    "+SUM(A1:A9)",
    "-2+3",
    "@IMPORTXML(A1)",
    '=HYPERLINK("http://contoh.test";"klik")',
    "=cmd|' /C calc'!A0",
)


@pytest.fixture
def officer() -> Client:
    """Dewi of the personnel agency of Kota Jambi, signed in."""
    cast = enter_all()
    registry_samples.agency(cast)
    client = Client(raise_request_exception=False)
    client.force_login(cast["dewi"])
    return client


def hand_in(officer: Client, content: bytes, name: str) -> str:
    """What the page says about a file of units."""
    page = officer.post(
        reverse("import_run"),
        {"kind": "UNITS", "agency_code": "JAMBI-KOTA", "file": SimpleUploadedFile(name, content)},
        follow=True,
    )
    assert page.status_code < 500
    body = b"".join(page.streaming_content) if page.streaming else page.content  # type: ignore[attr-defined]
    return body.decode()


def a_bomb() -> bytes:
    """A workbook of some kilobytes whose only sheet unpacks to 400 MB."""
    return repacked(an_xlsx(UNITS, ("A", "B")), "xl/worksheets/sheet1.xml", b" " * (400 * 1024 * 1024))


class WhenASheetHasFormulas:
    @pytest.mark.parametrize("formula", FORMULAS)
    def it_is_never_computed_and_never_runs_in_the_file_of_rejected_rows(self, officer, formula):
        hand_in(officer, a_csv(UNITS, ("", formula)), "unit.csv")

        rejected = officer.get(reverse("import_rejected", kwargs={"ending": "csv"}))
        assert rejected.status_code == 200
        text = b"".join(rejected).decode("utf-8-sig")
        assert formula.split(";")[0].split('"')[0][1:] in text
        assert f";{formula}" not in text and f",{formula}" not in text and f'"{formula}' not in text

    def it_gives_the_reason_row_by_row_where_a_workbook_computes_a_name(self, officer):
        book = Workbook()
        sheet = book.active
        assert sheet is not None
        for row in (UNITS, ("DINKES", '=CONCATENATE("Dinas"," ","Kesehatan")'), ("BKD", "Badan Kepegawaian")):
            sheet.append(row)
        out = io.BytesIO()
        book.save(out)

        hand_in(officer, out.getvalue(), "unit.xlsx")
        officer.post(reverse("import_confirm"))

        assert not OrgUnit.objects.filter(name__startswith="Dinas").exists()


class WhenAWorkbookIsABomb:
    def it_is_refused_in_plain_words_and_the_books_do_not_move(self, officer):
        bomb = a_bomb()
        assert len(bomb) < 1_000_000
        before = tables()

        text = hand_in(officer, bomb, "unit.xlsx")

        assert "bila dibuka" in text
        assert tables() == before
        assert officer.get(reverse("import_run")).status_code == 200

    def it_is_kept_packed_where_it_comes_as_evidence(self):
        bomb = a_bomb()
        receipt = report_submit(
            submission=a_submission(), secret=SECRET, at=FRIDAY, files=[NewFile("bukti.xlsx", bomb)]
        )
        item = EvidenceItem.objects.get()
        assert item.size == len(bomb)
        assert receipt.code == code_of(SECRET)

    def it_is_refused_when_it_hides_a_zip_in_a_zip(self, officer):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("dalam.zip", a_bomb())
        before = tables()

        text = hand_in(officer, out.getvalue(), "unit.xlsx")

        assert "bukan buku kerja" in text
        assert tables() == before


class WhenAPictureIsNone:
    @pytest.mark.parametrize("name", ["foto.png", "foto.jpg", "foto.svg", "foto.png.exe", "../../foto.png"])
    def it_is_kept_bit_by_bit_called_unrecognised_and_given_back_as_a_download(self, name):
        client = Client()
        client.post(reverse("draft_start"), {"kind": "VIOLATION"})
        client.post(reverse("draft_save", kwargs={"step": "apa"}), {"what": "Ada kampanye."})
        client.post(reverse("draft_save", kwargs={"step": "di-mana"}), {"region": "15.71"})
        url = reverse("draft_save", kwargs={"step": "bukti"})
        client.post(url, {"uploads": SimpleUploadedFile(name, SCRIPT, content_type="image/png")})
        client.post(reverse("report_submit"))

        (item,) = evidence.items_of(f"report:{Report.objects.get().ref}")
        assert (item.media_type, item.size) == ("application/octet-stream", len(SCRIPT))
        officer = Client()
        officer.force_login(enter_all()["wayan"])
        given = officer.post(reverse("report_evidence", kwargs={"ref": Report.objects.get().ref, "evidence": item.ref}))
        assert given.status_code == 200
        assert b"".join(given) == SCRIPT
        assert given.headers["Content-Disposition"].startswith("attachment")
        assert given.headers["X-Content-Type-Options"] == "nosniff"
        assert given.headers["Content-Type"] == "application/octet-stream"

    def it_is_no_table_to_import_either(self, officer):
        before = tables()
        text = hand_in(officer, b"\x89PNG\r\n\x1a\n" + b"\x00" * 100, "unit.csv")

        assert "bukan teks CSV" in text
        assert tables() == before
        assert (Agency.objects.count(), CivilServant.objects.count()) == (1, 0)
