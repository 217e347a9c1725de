"""The record of a destruction: what is left of a report whose content is gone."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from netra.intake.models.report import Report


class ReportErasure(models.Model):
    """Pemusnahan of a report that became no case: asked by one person, done by another, with hashes of what is gone."""

    report = models.OneToOneField(Report, on_delete=models.PROTECT, related_name="erasure")
    reason = models.CharField(max_length=500)
    requested_by_ref = models.CharField(max_length=80)
    requested_at = models.DateTimeField()
    approved_by_ref = models.CharField(max_length=80, blank=True)
    approved_at = models.DateTimeField(null=True)
    destroyed = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(requested_by_ref=F("approved_by_ref")), name="report_erasure_two_people"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="report_erasure_has_reason"),
        ]
