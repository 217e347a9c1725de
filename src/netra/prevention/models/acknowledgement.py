"""Who opened, read and understood an instrument; how many, by unit; and who guessed at a link."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from netra.prevention.models.instrument import Instrument
from netra.prevention.states import Channel, channel_choices
from netra.registry.models import CivilServant


class Acknowledgement(models.Model):
    """Pengakuan: one person and one instrument, once. Agency and unit are those of that day, whatever comes after."""

    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="acknowledgements")
    civil_servant = models.ForeignKey(CivilServant, on_delete=models.PROTECT, related_name="acknowledgements")
    agency_code = models.CharField(max_length=60)
    unit_code = models.CharField(max_length=60, blank=True, default="")
    channel = models.CharField(max_length=10, choices=channel_choices)
    opened_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    understood_at = models.DateTimeField(null=True, blank=True)
    # The day it happened; a roll call is sometimes entered days later.
    read_date = models.DateField(null=True, blank=True)
    # What was chosen the first time, by ordinal of the question: how hard an item is, is read from it.
    first_choices = models.JSONField(default=dict, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    # Who wrote it down, where it was not the person; empty where it was.
    entered_by = models.CharField(max_length=100, blank=True, default="")
    proof_ref = models.CharField(max_length=40, blank=True, default="")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["instrument", "agency_code", "unit_code"], name="acknowledgement_of_unit"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["instrument", "civil_servant"], name="acknowledgement_once"),
            models.CheckConstraint(
                condition=Q(read_at=None, read_date=None) | Q(read_at__isnull=False, read_date__isnull=False),
                name="acknowledgement_read_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(understood_at=None) | Q(read_at__lte=F("understood_at")),
                name="acknowledgement_read_before_understood",
            ),
            models.CheckConstraint(
                condition=Q(channel=Channel.LIST.value) & ~Q(entered_by="")
                | ~Q(channel=Channel.LIST.value) & Q(entered_by=""),
                name="acknowledgement_of_a_list_names_its_writer",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.instrument_id}: {self.pk}"


class Tally(models.Model):
    """Hitungan: how many of a unit opened, read and understood, written in the transaction in which they did.

    With millions of acknowledgements a tree of six hundred agencies must not count them anew for each look.
    """

    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="tallies")
    agency_code = models.CharField(max_length=60)
    unit_code = models.CharField(max_length=60, blank=True, default="")
    opened = models.PositiveIntegerField(default=0)
    read = models.PositiveIntegerField(default=0)
    understood = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["instrument", "agency_code", "unit_code"], name="tally_once_per_unit"),
        ]

    def __str__(self) -> str:
        return f"{self.instrument_id}: {self.agency_code}/{self.unit_code}"


class WrongDigits(models.Model):
    """How many wrong digits came to one personal link in one hour; the link is kept as its fingerprint alone."""

    fingerprint = models.CharField(max_length=64)
    hour_start = models.DateTimeField()
    wrong = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["fingerprint", "hour_start"], name="wrong_digits_per_hour"),
        ]
        indexes: ClassVar = [models.Index(fields=["hour_start"], name="wrong_digits_hour_start")]

    def __str__(self) -> str:
        return f"{self.hour_start}: {self.wrong}"
