"""What one sender began and uploaded on one day, so that nobody fills the house with reports that are never sent."""

from __future__ import annotations

from django.db import models


class SenderDay(models.Model):
    """Counts only: the sender is a keyed hash that changes every day, and no draft or report refers to it."""

    sender_hash = models.CharField(max_length=64, unique=True)
    day = models.DateField()
    drafts = models.PositiveIntegerField(default=0)
    size = models.PositiveBigIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["day"], name="sender_day")]
