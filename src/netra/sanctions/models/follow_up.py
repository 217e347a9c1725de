"""Pengingat and pemblokiran: what the oversight body does when an authority owes an answer."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from netra.cases.models import Case, Deadline, Party
from netra.sanctions.models.proceeding import Proceeding


class Reminder(models.Model):
    """A reminder letter for one owed term, or for a duty of one proceeding without a term; with the superior to whom a
    copy went.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="reminders")
    deadline = models.ForeignKey(Deadline, on_delete=models.PROTECT, null=True, related_name="reminders")
    proceeding = models.ForeignKey(Proceeding, on_delete=models.PROTECT, null=True, related_name="reminders")
    agency_code = models.CharField(max_length=60)
    superior_title = models.CharField(max_length=200)
    letter_ref = models.CharField(max_length=24)
    issued_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(deadline__isnull=False, proceeding__isnull=True)
                | Q(deadline__isnull=True, proceeding__isnull=False),
                name="reminder_of_one_debt",
            )
        ]


class DataBlock(models.Model):
    """Pemblokiran data kepegawaian (PerBKN 1/2023) of one accused: recorded, reasoned, reversible.

    It hangs on the person and not on a proceeding: an authority that owes everything has opened none.
    """

    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="blocks")
    blocked_at = models.DateTimeField()
    reason = models.TextField()
    unblocked_at = models.DateTimeField(null=True)
    unblock_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["party"], condition=Q(unblocked_at__isnull=True), name="block_open_once")
        ]
