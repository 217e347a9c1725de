"""One planned act of watching."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from netra.supervision.states import subject_choices, visit_state_choices


class Visit(models.Model):
    """Pengawasan yang direncanakan: `agency_code` watches `target_code` or one unit of it, on a day, for these reasons.

    A plan never changes, so that plan and done can be held against each other: what does not take place is cancelled
    with a reason and planned anew. `follows` is what another agency suspected and passed on.
    """

    ref = models.CharField(max_length=40, unique=True)
    agency_code = models.CharField(max_length=60)
    target_code = models.CharField(max_length=60)
    unit_code = models.CharField(max_length=60, blank=True, default="")
    subject = models.CharField(max_length=12, choices=subject_choices)
    planned_date = models.DateField()
    reasons = models.JSONField(default=list)
    follows = models.ForeignKey(
        "supervision.Observation", on_delete=models.PROTECT, null=True, blank=True, related_name="followed_by"
    )
    planned_by = models.CharField(max_length=100)
    planned_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=visit_state_choices)
    cancelled_reason = models.TextField(blank=True, default="")
    assignment_ref = models.CharField(max_length=40, blank=True, default="")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["agency_code", "planned_date", "id"], name="visit_of_agency_by_day"),
            models.Index(fields=["target_code", "planned_date"], name="visit_of_target"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state="CANCELLED") & ~Q(cancelled_reason="")
                | ~Q(state="CANCELLED") & Q(cancelled_reason=""),
                name="visit_cancelled_is_explained",
            ),
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def chain(self) -> str:
        """Where the trail keeps what was done with it."""
        return f"agency:{self.agency_code}"
