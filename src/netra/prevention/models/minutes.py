"""What a meeting came to: its minutes, version by version, and who does what until when."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q

from netra.prevention.meeting_states import ItemState, item_state_choices, minutes_state_choices
from netra.prevention.models.meeting import Meeting


class Minutes(models.Model):
    """Notulen: one version. Once adopted it never changes; a correction is the next version, with its reason."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="minutes")
    version = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=minutes_state_choices)
    text = models.TextField(blank=True, default="")
    decisions = models.JSONField(default=list)
    reason = models.TextField(blank=True, default="")
    document_ref = models.CharField(max_length=40, blank=True, default="")
    letter_ref = models.CharField(max_length=40, blank=True, default="")
    written_by = models.CharField(max_length=100)
    adopted_by = models.CharField(max_length=100, blank=True, default="")
    adopted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "version"], name="minutes_version_once"),
            models.CheckConstraint(condition=~Q(text="") | ~Q(document_ref=""), name="minutes_say_something"),
            models.CheckConstraint(
                condition=Q(version=1, reason="") | Q(version__gt=1) & ~Q(reason=""), name="minutes_corrected_says_why"
            ),
            models.CheckConstraint(
                condition=Q(state="DRAFT", adopted_at=None, adopted_by="", letter_ref="")
                | Q(state="ADOPTED", adopted_at__isnull=False) & ~Q(adopted_by=""),
                name="minutes_adopted_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id}/{self.version}"


class ActionItem(models.Model):
    """Butir tugas: what an agency does after a meeting, through which office, until when. Overdue is derived."""

    ref = models.CharField(max_length=40, unique=True)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="action_items")
    task = models.CharField(max_length=600)
    agency_code = models.CharField(max_length=60)
    office = models.CharField(max_length=200)
    due_date = models.DateField()
    state = models.CharField(max_length=10, choices=item_state_choices)
    note = models.TextField(blank=True, default="")
    evidence_ref = models.CharField(max_length=40, blank=True, default="")
    closed_by = models.CharField(max_length=100, blank=True, default="")
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(
                fields=["agency_code", "due_date", "id"], condition=Q(state="OPEN"), name="action_item_waits_for_agency"
            ),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state="OPEN", note="", evidence_ref="", closed_by="", closed_at=None)
                | ~Q(state="OPEN") & ~Q(note="") & ~Q(closed_by="") & Q(closed_at__isnull=False),
                name="action_item_closed_says_how",
            ),
            models.CheckConstraint(
                condition=~Q(state="DROPPED") | Q(evidence_ref=""), name="action_item_dropped_proves_nothing"
            ),
        ]

    def __str__(self) -> str:
        return self.ref

    def is_overdue(self, on: date) -> bool:
        """Whether it is still open after its due date."""
        return self.state == ItemState.OPEN and self.due_date < on
