"""The papers a reporter takes away: the slip with the code, drawn on demand, and the numbered receipt."""

from __future__ import annotations

from django.utils.timezone import localdate

from netra.intake.models import Report
from netra.intake.offices import office_head
from netra.letters import queries as letters
from netra.letters.slip import receipt_slip
from netra.trust import codes


def slip_pdf(report: Report, *, code: str, follow_url: str) -> bytes:
    """The slip with the code in it; the caller has just proved the code, and nothing of it is kept."""
    return receipt_slip(
        head=office_head(report.handler_region_code, on=localdate(report.received_at)),
        report_ref=report.ref,
        code=codes.normalise(code),
        received_at=report.received_at,
        follow_url=follow_url,
    )


def receipt_pdf(report: Report) -> bytes | None:
    """The numbered receipt of the office, None while it was not issued. Fails like `letters.queries.pdf`."""
    return letters.pdf(report.receipt_letter_ref) if report.receipt_letter_ref else None
