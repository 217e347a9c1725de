"""A name on an attendance list that can be struck: the row stays, counts no more, and says by whom and why."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

# What a list counts: everybody on it who was not struck.
STANDING = Q(struck_at=None)


class Strikable(models.Model):
    """Baris daftar hadir: it stands on the list until somebody strikes it, once, with a written reason."""

    struck_by = models.CharField(max_length=100, blank=True, default="")
    struck_at = models.DateTimeField(null=True, blank=True)
    struck_reason = models.TextField(blank=True, default="")

    class Meta:
        abstract = True


def struck_says_why(name: str) -> models.CheckConstraint:
    """Whoever is struck is struck by somebody, for a reason."""
    condition = Q(struck_at=None, struck_by="", struck_reason="") | (
        Q(struck_at__isnull=False) & ~Q(struck_by="") & ~Q(struck_reason="")
    )
    return models.CheckConstraint(condition=condition, name=name)
