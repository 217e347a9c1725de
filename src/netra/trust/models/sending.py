"""Forms that were sent: so that the same sheet handed in twice is one act."""

from __future__ import annotations

from django.db import models


class SentForm(models.Model):
    """One form as it stood on one page, known by a keyed fingerprint; it exists only where its act was done."""

    fingerprint = models.CharField(max_length=64, unique=True)
    sent_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.fingerprint[:12]
