"""Whom a report is kept from by name: who is candidate, kin or reported in the case that it became."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from netra.intake.models.report import Report


class KeptFrom(models.Model):
    """One person kept from one report for good; why stands with the recusal, in the room `cases`."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="kept_from")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            # In this order, so that its index also answers "which reports is this person kept from".
            models.UniqueConstraint(fields=["user", "report"], name="kept_from_once"),
        ]
