"""Two reports that an officer holds to be about the same; they stay two reports."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from netra.intake.models.report import Report
from netra.intake.states import DuplicateReason, label


def reason_choices() -> list[tuple[str, str]]:
    return [(reason.value, label(reason)) for reason in DuplicateReason]


class DuplicateLink(models.Model):
    """A named officer's judgement that `report` and `other` are alike; nothing is merged by it."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="links")
    other = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="linked_by")
    reason = models.CharField(max_length=24, choices=reason_choices)
    linked_by_ref = models.CharField(max_length=80)
    linked_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "other"], name="duplicate_link_once"),
            models.CheckConstraint(condition=~Q(report=F("other")), name="duplicate_link_two_reports"),
        ]
