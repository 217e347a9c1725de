"""The record that a question was erased, by whom and why; or why it was not."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from netra.prevention.models.advisory import AdvisoryQuestion
from netra.trust.states import ErasureState


class AdvisoryErasure(models.Model):
    """Penghapusan of who asked: asked for by one person on its date, done by another.

    Set aside by who asked it was taken back, by anybody else refused, with a reason; then it may be asked for again.
    """

    question = models.ForeignKey(AdvisoryQuestion, on_delete=models.PROTECT, related_name="erasures")
    reason = models.CharField(max_length=500)
    requested_by_ref = models.CharField(max_length=80)
    requested_at = models.DateTimeField()
    approved_by_ref = models.CharField(max_length=80, blank=True, default="")
    approved_at = models.DateTimeField(null=True)
    set_aside_by_ref = models.CharField(max_length=80, blank=True, default="")
    set_aside_at = models.DateTimeField(null=True)
    set_aside_reason = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(requested_by_ref=F("approved_by_ref")), name="advisory_erasure_two_people"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="advisory_erasure_has_reason"),
            models.CheckConstraint(
                condition=Q(approved_at__isnull=True) | Q(set_aside_at__isnull=True),
                name="advisory_erasure_done_or_set_aside",
            ),
            models.CheckConstraint(
                condition=Q(set_aside_by_ref="") | Q(set_aside_by_ref=F("requested_by_ref")) | ~Q(set_aside_reason=""),
                name="advisory_erasure_refused_with_reason",
            ),
            models.UniqueConstraint(
                fields=["question"], condition=Q(set_aside_at__isnull=True), name="advisory_erasure_one_at_a_time"
            ),
        ]

    @property
    def state(self) -> ErasureState:
        """What became of the request."""
        taken_back = self.set_aside_by_ref == self.requested_by_ref
        return ErasureState.after(self.approved_at, self.set_aside_at, by_who_asked=taken_back)
