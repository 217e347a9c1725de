"""What the two sides write and add after a report was received."""

from __future__ import annotations

from django.db import models

from netra.intake.models.report import Report
from netra.intake.states import Side, label


def side_choices() -> list[tuple[str, str]]:
    return [(side.value, label(side)) for side in Side]


class ReportMessage(models.Model):
    """One message between the reporter and the office; `token` makes a message that is sent twice one message."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="messages")
    side = models.CharField(max_length=8, choices=side_choices)
    body = models.TextField(blank=True)
    author_ref = models.CharField(max_length=80)
    sent_at = models.DateTimeField()
    token = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "token"], name="report_message_token")]


class ReportEvidence(models.Model):
    """A file of a report; the file itself, its name and its hash are in `trust.evidence` under `evidence_ref`."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="evidence")
    message = models.ForeignKey(ReportMessage, on_delete=models.PROTECT, related_name="evidence", null=True)
    evidence_ref = models.CharField(max_length=40, unique=True)
    side = models.CharField(max_length=8, choices=side_choices)
    note = models.CharField(max_length=500, blank=True)
    added_at = models.DateTimeField()
