"""What a sender gets, and how the same form gets it again."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from netra.intake import keys
from netra.intake.models import Report
from netra.intake.states import State
from netra.trust.asked_again import AskedAgain

_SENT = AskedAgain(lambda fingerprint: Report.objects.filter(idempotency_key=fingerprint))


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the sender gets; the code is shown here and nowhere else again, unless the same form is sent once more."""

    report_ref: str
    code: str = field(repr=False)
    received_at: datetime
    state: State
    designation: str
    handler_region_code: str
    routing_reason: str


def receipt_of(report: Report, secret: str) -> Receipt:
    """The receipt, with the code made again from the secret."""
    return Receipt(
        report_ref=report.ref,
        code=keys.code_of(secret),
        received_at=report.received_at,
        state=State(report.state),
        designation=report.designation,
        handler_region_code=report.handler_region_code,
        routing_reason=report.routing_reason,
    )


def sent_report(fingerprint: str) -> Report | None:
    """The report that the form of this fingerprint became, if it was sent."""
    return next(iter(_SENT(fingerprint=fingerprint)), None)


def sent_receipt(secret: str) -> Receipt | None:
    """The receipt of a form that was sent before, for a page that is loaded or sent once more; else None."""
    report = sent_report(keys.fingerprint(secret))
    return receipt_of(report, secret) if report else None
