"""Gugatan."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from netra.sanctions.models.decision import Remedy


class Suit(models.Model):
    """A suit before an administrative court against what a remedy left, and what the court made of it.

    Where the court leaves something else than the answer to the remedy did, the remedy says from then on what holds,
    and `former_…` keeps what it had said before.
    """

    remedy = models.OneToOneField(Remedy, on_delete=models.PROTECT, related_name="suit")
    court = models.CharField(max_length=120)
    filed_date = models.DateField()
    # Number and date of its entry in the register of the court.
    document = models.CharField(max_length=120)
    # Whether the decision had been carried out when the suit came to light; what is annulled is then given back.
    after_execution = models.BooleanField(default=False, db_default=False)
    decided_date = models.DateField(null=True)
    outcome = models.CharField(max_length=12, blank=True)
    # Number and date of the ruling.
    ruling = models.CharField(max_length=120, blank=True)
    reason = models.TextField(blank=True)
    former_outcome = models.CharField(max_length=12, blank=True)
    former_level = models.CharField(max_length=12, blank=True)
    former_sanction = models.CharField(max_length=40, blank=True)
    former_decided_date = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_date__isnull=True) | Q(decided_date__gte=F("filed_date")), name="suit_in_order"
            )
        ]
