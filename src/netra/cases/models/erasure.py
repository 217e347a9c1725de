"""Penghapusan: the record that a case's personal data were destroyed, by two people; or why they were not."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from netra.cases.models.case import Case
from netra.trust.states import ErasureState


class Erasure(models.Model):
    """Asked for by one person, done by another; or set aside, and asked for again when the time has come.

    Set aside by who asked it was taken back, by anybody else refused, with a reason. `destroyed` keeps hashes and
    counts, never what was destroyed.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="erasures")
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    requested_at = models.DateTimeField()
    reason = models.TextField()
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)
    set_aside_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    set_aside_at = models.DateTimeField(null=True)
    set_aside_reason = models.TextField(blank=True, default="", db_default="")
    destroyed = models.JSONField(default=dict, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("requested_by")), name="erasure_two_people"
            ),
            models.CheckConstraint(
                condition=Q(approved_at__isnull=True) | Q(set_aside_at__isnull=True), name="erasure_done_or_set_aside"
            ),
            models.CheckConstraint(
                condition=Q(set_aside_by__isnull=True) | Q(set_aside_by=F("requested_by")) | ~Q(set_aside_reason=""),
                name="erasure_refused_with_reason",
            ),
            models.UniqueConstraint(
                fields=["case"], condition=Q(set_aside_at__isnull=True), name="erasure_one_request_at_a_time"
            ),
        ]

    @property
    def state(self) -> ErasureState:
        """What became of the request."""
        taken_back = self.set_aside_by_id == self.requested_by_id
        return ErasureState.after(self.approved_at, self.set_aside_at, by_who_asked=taken_back)
