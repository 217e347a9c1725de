"""The lines of a list that were not taken, until they are fetched."""

from __future__ import annotations

from django.db import models


class RejectedLines(models.Model):
    """Baris yang ditolak: of the last list of one person, sealed, for a day at the longest."""

    actor_ref = models.CharField(max_length=100, unique=True)
    # The reference of what the list was about: an instrument, an outreach or a pact.
    about = models.CharField(max_length=40)
    document = models.CharField(max_length=64)
    kept_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"rejected {self.pk}"
