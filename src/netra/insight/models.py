"""What was published: one row for each month and revision, which never changes (`insight.publication_lock`)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q


class Publication(models.Model):
    """Terbitan statistik: the figures of a finished month as everybody may read them, and their hash.

    `month` is its last day. `content` is canonical JSON of facts (codes and figures; words are made at display), hashed
    exactly as it is stored. `behind` is what was counted and hidden, to hold later months against; nobody is shown it.
    """

    month = models.DateField("bulan")
    revision = models.PositiveSmallIntegerField("terbitan ke-")
    content = models.TextField("isi")
    sha256 = models.CharField("sidik jari isi", max_length=64)
    behind = models.TextField("yang dihitung")
    reason = models.CharField("alasan koreksi", max_length=500, blank=True, default="")
    made_at = models.DateTimeField("diterbitkan")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["month", "revision"], name="insight_one_revision"),
            models.CheckConstraint(
                condition=Q(revision=1, reason="") | (Q(revision__gt=1) & ~Q(reason="")),
                name="insight_correction_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} ({self.revision})"
