"""Reads of the room; what a person may not see is not in the answer."""

from netra.intake.queries.bypass import agencies_meant, bypass_is_open, bypassed
from netra.intake.queries.contests import between_contests
from netra.intake.queries.counts import ReportCount, counts_by_state, report_counts
from netra.intake.queries.detail import ReportDetail, report_detail
from netra.intake.queries.drafts import draft
from netra.intake.queries.duplicates import Judged, suspected_duplicates, suspected_of, why_alike
from netra.intake.queries.erasing import erasing_offered, erasures_of
from netra.intake.queries.inbox import Inbox, InboxRow, inbox, unread
from netra.intake.queries.mentioned import Excerpt, Mentioned, mentioned
from netra.intake.queries.papers import notice, notice_pdf, notices, receipt_for, receipt_pdf, slip_pdf
from netra.intake.queries.serving import serving
from netra.intake.queries.status import StatusPage, status_page, withdrawn_on
from netra.intake.receipts import Receipt, sent_receipt

__all__ = [
    "Excerpt",
    "Inbox",
    "InboxRow",
    "Judged",
    "Mentioned",
    "Receipt",
    "ReportCount",
    "ReportDetail",
    "StatusPage",
    "agencies_meant",
    "between_contests",
    "bypass_is_open",
    "bypassed",
    "counts_by_state",
    "draft",
    "erasing_offered",
    "erasures_of",
    "inbox",
    "mentioned",
    "notice",
    "notice_pdf",
    "notices",
    "receipt_for",
    "receipt_pdf",
    "report_counts",
    "report_detail",
    "sent_receipt",
    "serving",
    "slip_pdf",
    "status_page",
    "suspected_duplicates",
    "suspected_of",
    "unread",
    "why_alike",
    "withdrawn_on",
]
