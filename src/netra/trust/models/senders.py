"""What came from one sender without an account: wrong codes in an hour, things begun in a day. Passing counts only."""

from __future__ import annotations

from django.db import models


class CodeGuess(models.Model):
    """How many wrong codes came from one sender in one hour; the sender is a keyed hash that changes every day."""

    sender_hash = models.CharField(max_length=64)
    hour_start = models.DateTimeField()
    wrong = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sender_hash", "hour_start"], name="trust_code_guess_hour")]
        indexes = [models.Index(fields=["hour_start"], name="trust_code_guess_start")]


class SenderDay(models.Model):
    """What one sender began and uploaded on one day: the sender is a keyed hash that changes every day and differs
    from purpose to purpose, and nothing that was begun refers to it.
    """

    sender_hash = models.CharField(max_length=64, unique=True)
    day = models.DateField()
    begun = models.PositiveIntegerField(default=0)
    size = models.PositiveBigIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["day"], name="trust_sender_day")]
