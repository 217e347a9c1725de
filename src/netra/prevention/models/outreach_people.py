"""Who was present at an outreach, and what they answered before and after it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from netra.prevention.models.outreach import Outreach
from netra.prevention.models.struck import STANDING, Strikable, struck_says_why
from netra.prevention.outreach_states import Entry, entry_choices, moment_choices
from netra.registry.models import CivilServant


class Participant(Strikable):
    """Peserta: one person and one outreach, once. Agency and unit are those of that day, whatever comes after.

    Two days are kept: the one they were there, and the one it was written down. Who was struck may be
    written down anew.
    """

    outreach = models.ForeignKey(Outreach, on_delete=models.PROTECT, related_name="participants")
    civil_servant = models.ForeignKey(CivilServant, on_delete=models.PROTECT, related_name="outreach_attended")
    agency_code = models.CharField(max_length=60)
    unit_code = models.CharField(max_length=60, blank=True, default="")
    entry = models.CharField(max_length=10, choices=entry_choices)
    attended_date = models.DateField()
    entered_at = models.DateTimeField()
    # Who wrote it down, where it was not the person; empty where it was.
    entered_by = models.CharField(max_length=100, blank=True, default="")
    proof_ref = models.CharField(max_length=40, blank=True, default="")
    certificate_ref = models.CharField(max_length=40, blank=True, default="")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["outreach", "agency_code", "unit_code"], name="participant_of_unit"),
            models.Index(fields=["outreach", "id"], condition=Q(certificate_ref=""), name="participant_uncertified"),
        ]
        constraints: ClassVar = [
            struck_says_why("participant_struck_says_why"),
            models.UniqueConstraint(fields=["outreach", "civil_servant"], condition=STANDING, name="participant_once"),
            models.CheckConstraint(
                condition=Q(entry=Entry.LIST.value) & ~Q(entered_by="") | Q(entry=Entry.CODE.value, entered_by=""),
                name="participant_of_a_list_names_its_writer",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.outreach_id}: {self.pk}"


class OutreachGuest(Strikable):
    """Tamu: somebody at an outreach whom the registry does not know. Never among those whom it was to reach."""

    outreach = models.ForeignKey(Outreach, on_delete=models.PROTECT, related_name="guests")
    name = models.CharField(max_length=200)
    office = models.CharField(max_length=200)
    entered_by = models.CharField(max_length=100)
    entered_at = models.DateTimeField()
    proof_ref = models.CharField(max_length=40, blank=True, default="")

    class Meta:
        constraints: ClassVar = [
            struck_says_why("guest_struck_says_why"),
            models.UniqueConstraint(
                fields=["outreach", "name", "office"], condition=STANDING, name="guest_once_per_outreach"
            ),
            models.CheckConstraint(condition=~Q(name="") & ~Q(office=""), name="guest_is_named_with_office"),
        ]

    def __str__(self) -> str:
        return f"{self.outreach_id}: {self.pk}"


class OutreachAnswer(models.Model):
    """Jawaban tes: what one person chose, before or after; given once, so that the two can be compared."""

    outreach = models.ForeignKey(Outreach, on_delete=models.PROTECT, related_name="answers")
    civil_servant = models.ForeignKey(CivilServant, on_delete=models.PROTECT, related_name="outreach_answers")
    moment = models.CharField(max_length=10, choices=moment_choices)
    # By ordinal of the question the choice from 0.
    choices = models.JSONField()
    right = models.PositiveSmallIntegerField()
    asked = models.PositiveSmallIntegerField()
    answered_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["outreach", "civil_servant", "moment"], name="test_answered_once"),
            models.CheckConstraint(condition=Q(asked__gt=0, right__lte=F("asked")), name="test_right_among_asked"),
        ]

    def __str__(self) -> str:
        return f"{self.outreach_id}: {self.pk}"
