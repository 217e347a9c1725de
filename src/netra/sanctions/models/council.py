"""Sidang majelis kode etik."""

from __future__ import annotations

from django.db import models

from netra.sanctions.models.proceeding import Proceeding


class CouncilHearing(models.Model):
    """The hearing, the chance to defend, and the council's final decision (PP 42/2004 Ps 19)."""

    proceeding = models.OneToOneField(Proceeding, on_delete=models.PROTECT, related_name="hearing")
    held_date = models.DateField()
    # The accused defended himself, or was given the chance and let it pass; one of both must be said.
    defended = models.BooleanField()
    defence = models.TextField()
    letter_ref = models.CharField(max_length=24, blank=True)
    decided_date = models.DateField(null=True)
    breached = models.BooleanField(null=True)
    breach = models.TextField(blank=True)
    # Ps 16: the council may recommend administrative action beside the moral sanction.
    administrative_action = models.BooleanField(default=False)
    # Ps 16 says "dapat": the authority may take none, and then writes why.
    action_declined_reason = models.TextField(blank=True)
