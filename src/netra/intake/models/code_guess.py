"""Wrong codes per sender and hour, so that nobody can try codes without end."""

from __future__ import annotations

from django.db import models


class CodeGuess(models.Model):
    """How many wrong codes came from one sender in one hour; the sender is a keyed hash that changes every day."""

    sender_hash = models.CharField(max_length=64)
    hour_start = models.DateTimeField()
    wrong = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sender_hash", "hour_start"], name="code_guess_hour")]
        indexes = [models.Index(fields=["hour_start"], name="code_guess_hour_start")]
