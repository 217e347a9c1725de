"""The numbered receipt of the office: once per report, without the code."""

import pytest

from netra.intake.models import Report
from netra.intake.operations import ReceiptRefused, receipt_issue, report_submit
from netra.intake.queries import receipt_pdf, status_page
from netra.intake.tests.builders import (
    FRIDAY,
    PICTURE,
    SARI,
    SECRET,
    a_report,
    a_submission,
    supervisor_office,
)
from netra.intake.uploads import NewFile
from netra.letters.models import Letter
from netra.letters.tests.put_off import drawn
from netra.trust.errors import NotFound
from netra.trust.tests import builders as cast

pytestmark = pytest.mark.django_db
SIGNER = {"name": "Wayan Sudarma (contoh)", "position": "Petugas penerima laporan"}


def issue(report, by):
    return receipt_issue(report_ref=report.ref, signer=SIGNER, by=by, at=FRIDAY)


def test_it_is_numbered_signed_and_ready_for_the_reporter():
    supervisor_office()
    report_submit(
        submission=a_submission(reporter=SARI), secret=SECRET, at=FRIDAY, files=[NewFile("foto.png", PICTURE)]
    )
    letter = issue(Report.objects.get(), cast.wayan())
    report = Report.objects.get()

    assert letter.sequence == 1
    # Nine in the morning by the clocks of Jambi.
    assert letter.data["received_time"] == "09.00 WIB"
    assert letter.chain == f"report:{report.ref}"
    assert drawn(receipt_pdf(report) or b"").startswith(b"%PDF")
    assert [shown.ref for shown in status_page(report, at=FRIDAY).letters] == [letter.ref]


def test_it_names_nobody_and_has_no_code():
    supervisor_office()
    receipt = report_submit(submission=a_submission(reporter=SARI), secret=SECRET, at=FRIDAY)
    letter = issue(Report.objects.get(), cast.wayan())

    for word in ("Sari", "Budi", receipt.code, receipt.code.replace("-", "")):
        assert word not in str(letter.data)


def test_it_is_issued_once():
    supervisor_office()
    wayan, report = cast.wayan(), a_report()
    issue(report, wayan)

    with pytest.raises(ReceiptRefused, match="sudah terbit"):
        issue(report, wayan)
    assert Letter.objects.count() == 1


def test_without_a_registered_office_it_says_what_to_do_and_takes_no_number():
    with pytest.raises(ReceiptRefused, match="Daftarkan kantor itu"):
        issue(a_report(), cast.wayan())

    assert Letter.objects.count() == 0
    assert receipt_pdf(Report.objects.get()) is None


def test_without_a_report_there_is_no_receipt():
    supervisor_office()

    with pytest.raises(NotFound):
        receipt_issue(report_ref="LPR-2024-0000000000", signer=SIGNER, by=cast.wayan(), at=FRIDAY)
    assert Letter.objects.count() == 0
