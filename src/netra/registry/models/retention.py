"""Jadwal retensi arsip: how long an agency keeps the file of a closed case, and what becomes of it then."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q

from netra.law.counting import add_months
from netra.registry.models.agencies import Agency
from netra.registry.states import fate_choices


class RetentionSchedule(models.Model):
    """What the agency's own decree says from a day on, until the next one begins.

    The years count from the end of the case: first active, then inactive. `document` names the decree by number, date.
    """

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="retention_schedules")
    start_date = models.DateField("mulai")
    active_years = models.PositiveSmallIntegerField("retensi aktif (tahun)")
    inactive_years = models.PositiveSmallIntegerField("retensi inaktif (tahun)")
    fate = models.CharField("nasib akhir", max_length=10, choices=fate_choices)
    document = models.CharField("keputusan", max_length=200)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["agency", "start_date"], name="registry_retention_once_a_day"),
            models.CheckConstraint(condition=~Q(document=""), name="registry_retention_has_a_decree"),
        ]

    def __str__(self) -> str:
        return self.document

    def active_until(self, ended: date) -> date:
        """Until when what ended on that day is kept at hand."""
        return add_months(ended, 12 * self.active_years)

    def due(self, ended: date) -> date:
        """When its retention is over."""
        return add_months(self.active_until(ended), 12 * self.inactive_years)
