"""Personal links: how somebody without an account reads or answers what concerns them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from netra.trust.actors import LinkActor


class Link(models.Model):
    """A personal link. The secret is given out once and never stored; `ref` is what the trail may show."""

    ref = models.CharField(max_length=40, unique=True)
    fingerprint = models.CharField(max_length=64, unique=True)
    purpose = models.CharField(max_length=40)
    subject = models.CharField(max_length=100, db_index=True)
    chain = models.CharField(max_length=100)
    issued_at = models.DateTimeField()
    issued_by = models.CharField(max_length=100)
    until_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(until_at__gt=F("issued_at")), name="trust_link_period_runs_forward"),
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def actor(self) -> LinkActor:
        """Who the trail says did it when this link was used."""
        return LinkActor(self.ref)
