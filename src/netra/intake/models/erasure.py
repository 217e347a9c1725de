"""The record of a destruction: what is left of a report whose content is gone; or why it was not destroyed."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from netra.intake.models.report import Report
from netra.trust.states import ErasureState


class ReportErasure(models.Model):
    """Pemusnahan of a report that became no case: asked by one person, done by another, with hashes of what is gone.

    Set aside by who asked it was taken back, by anybody else refused, with a reason; then it may be asked for again.
    """

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="erasures")
    reason = models.CharField(max_length=500)
    requested_by_ref = models.CharField(max_length=80)
    requested_at = models.DateTimeField()
    approved_by_ref = models.CharField(max_length=80, blank=True)
    approved_at = models.DateTimeField(null=True)
    set_aside_by_ref = models.CharField(max_length=80, blank=True, default="", db_default="")
    set_aside_at = models.DateTimeField(null=True)
    set_aside_reason = models.CharField(max_length=500, blank=True, default="", db_default="")
    destroyed = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(requested_by_ref=F("approved_by_ref")), name="report_erasure_two_people"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="report_erasure_has_reason"),
            models.CheckConstraint(
                condition=Q(approved_at__isnull=True) | Q(set_aside_at__isnull=True),
                name="report_erasure_done_or_set_aside",
            ),
            models.CheckConstraint(
                condition=Q(set_aside_by_ref="") | Q(set_aside_by_ref=F("requested_by_ref")) | ~Q(set_aside_reason=""),
                name="report_erasure_refused_with_reason",
            ),
            models.UniqueConstraint(
                fields=["report"], condition=Q(set_aside_at__isnull=True), name="report_erasure_one_at_a_time"
            ),
        ]

    @property
    def state(self) -> ErasureState:
        """What became of the request."""
        taken_back = self.set_aside_by_ref == self.requested_by_ref
        return ErasureState.after(self.approved_at, self.set_aside_at, by_who_asked=taken_back)
