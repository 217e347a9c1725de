"""The letters that remind a unit's head of those who have not acknowledged."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from netra.prevention.models.instrument import Instrument


class InstrumentReminder(models.Model):
    """Pengingat: to whoever heads a unit, once a day at most; how many were asked and how many owed it on that day.

    A unit stands for all beneath it; an empty code for those of an agency who serve in no unit.
    """

    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="reminders")
    agency_code = models.CharField(max_length=60)
    unit_code = models.CharField(max_length=60, blank=True, default="")
    addressee = models.CharField(max_length=200)
    asked = models.PositiveIntegerField()
    pending = models.PositiveIntegerField()
    letter_ref = models.CharField(max_length=40, unique=True)
    number = models.CharField(max_length=200)
    reminded_date = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["instrument", "agency_code", "unit_code", "reminded_date"], name="reminder_once_a_day"
            ),
        ]

    def __str__(self) -> str:
        return self.number
