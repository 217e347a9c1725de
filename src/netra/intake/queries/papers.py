"""The papers for a reporter: the slip with the code, drawn on demand, the numbered receipt, and notices."""

from __future__ import annotations

from datetime import date

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from netra.intake.access import report_for
from netra.intake.models import Report
from netra.intake.offices import office_head
from netra.intake.sealing import Sealed, seal_of
from netra.letters import queries as letters
from netra.letters.kinds import LetterKind
from netra.letters.models import Letter
from netra.letters.slip import receipt_slip
from netra.trust import codes
from netra.trust.access import Person
from netra.trust.errors import NotFound


def slip_pdf(report: Report, *, code: str, follow_url: str) -> bytes:
    """The slip with the code in it; the caller has just proved the code, and nothing of it is kept."""
    return receipt_slip(
        head=office_head(report.handler_region_code, on=localdate(report.received_at)),
        report_ref=report.ref,
        code=codes.normalise(code),
        received_at=report.received_at,
        follow_url=follow_url,
        region_code=report.handler_region_code,
    )


def receipt_pdf(report: Report) -> bytes | None:
    """The numbered receipt of the office, None while it was not issued. Fails like `letters.queries.pdf`."""
    return letters.pdf(report.receipt_letter_ref) if report.receipt_letter_ref else None


def receipt_for(user: Person, report_ref: str, *, on: date) -> bytes | None:
    """The same for an officer; it repeats what was reported. Fails with NotFound or Sealed."""
    report = report_for(user, report_ref, on=on)
    if seal_of(user, report, on=on).since:
        raise Sealed(_("Perkara laporan ini berakhir tanpa pelanggaran yang terbukti; tanda buktinya disegel."))
    return receipt_pdf(report)


def notices(report: Report) -> list[Letter]:
    """The notices to the reporter, oldest first, drafts included; for a page that shows the report to an officer."""
    written = letters.letters_of(f"report:{report.ref}")
    return [letter for letter in written if letter.kind == LetterKind.REPORTER_NOTICE]


def notice(report: Report, letter_ref: str) -> Letter:
    """One of them. Fails with NotFound."""
    found = next((letter for letter in notices(report) if letter.ref == letter_ref), None)
    if found is None:
        raise NotFound(_("Surat itu tidak ada pada laporan ini."))
    return found


def notice_pdf(report: Report, letter_ref: str) -> bytes:
    """It as PDF, a draft marked as one. Fails with NotFound, also when its content was erased."""
    return letters.pdf(notice(report, letter_ref).ref)
