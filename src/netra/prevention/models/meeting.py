"""A meeting, who takes part and who was there, and the rule by which one is expected again and again."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from netra.prevention.meeting_states import MeetingState, meeting_state_choices
from netra.prevention.models.struck import STANDING, Strikable, struck_says_why
from netra.registry.models import CivilServant

MOST_WEEKS = 4
EVERY_MONTHS = (1, 2, 3, 6, 12)


class MeetingSeries(models.Model):
    """Rangkaian rapat: a rule such as "the first Monday of every month". The expected days are derived from it.

    Nothing is written down for a month, so that a month without a meeting shows by itself.
    """

    ref = models.CharField(max_length=40, unique=True)
    agency_code = models.CharField(max_length=60)
    title = models.CharField(max_length=300)
    place = models.CharField(max_length=300, blank=True, default="")
    every_months = models.PositiveSmallIntegerField(default=1)
    # 1 to 4, and Monday as 0: the second Tuesday is (2, 1).
    week = models.PositiveSmallIntegerField()
    weekday = models.PositiveSmallIntegerField()
    start_date = models.DateField()
    # The first day on which no meeting is expected any more.
    until_date = models.DateField(null=True, blank=True)
    ended_reason = models.TextField(blank=True, default="")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(every_months__in=EVERY_MONTHS), name="meeting_series_of_whole_months"),
            models.CheckConstraint(
                condition=Q(week__gte=1, week__lte=MOST_WEEKS, weekday__gte=0, weekday__lte=6),
                name="meeting_series_names_a_day",
            ),
            models.CheckConstraint(
                condition=Q(until_date=None, ended_reason="")
                | Q(until_date__gte=F("start_date")) & ~Q(ended_reason=""),
                name="meeting_series_end_is_explained",
            ),
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def chain(self) -> str:
        """Where the trail keeps what was done with it."""
        return f"agency:{self.agency_code}"


class Meeting(models.Model):
    """Rapat: called by one agency, with others or alone. `agency_code` is the one that calls it and keeps its minutes.

    A day without a time is known of meetings that were held before Netra was there.
    """

    ref = models.CharField(max_length=40, unique=True)
    agency_code = models.CharField(max_length=60)
    series = models.ForeignKey(MeetingSeries, on_delete=models.PROTECT, null=True, blank=True, related_name="meetings")
    title = models.CharField(max_length=300)
    place = models.CharField(max_length=300)
    agenda = models.JSONField(default=list)
    planned_date = models.DateField()
    start_time = models.TimeField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=meeting_state_choices)
    held_date = models.DateField(null=True, blank=True)
    cancelled_reason = models.TextField(blank=True, default="")
    invitation_ref = models.CharField(max_length=40, blank=True, default="")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["-planned_date", "-id"], name="meeting_by_day"),
            models.Index(fields=["series", "planned_date"], name="meeting_of_series"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state="HELD", held_date__isnull=False) | ~Q(state="HELD") & Q(held_date=None),
                name="meeting_held_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(state="CANCELLED") & ~Q(cancelled_reason="")
                | ~Q(state="CANCELLED") & Q(cancelled_reason=""),
                name="meeting_cancelled_is_explained",
            ),
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def chain(self) -> str:
        """Where the trail keeps what was done with it."""
        return f"agency:{self.agency_code}"

    @property
    def day(self) -> date:
        """The day it was held, or is planned for."""
        return self.held_date or self.planned_date

    @property
    def is_held(self) -> bool:
        return self.state == MeetingState.HELD


class Party(models.Model):
    """Instansi peserta: an agency that takes part in a meeting or a series; the one that calls it is among them."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="parties")
    series = models.ForeignKey(MeetingSeries, on_delete=models.PROTECT, null=True, blank=True, related_name="parties")
    agency_code = models.CharField(max_length=60)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["agency_code", "meeting"], name="party_of_agency")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "agency_code"], name="party_once_per_meeting"),
            models.UniqueConstraint(fields=["series", "agency_code"], name="party_once_per_series"),
            models.CheckConstraint(
                condition=Q(meeting=None, series__isnull=False) | Q(meeting__isnull=False, series=None),
                name="party_of_a_meeting_or_a_series",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id or self.series_id}: {self.agency_code}"


class Attendee(Strikable):
    """Yang hadir: somebody of the registry with the agency of that day, or a name and an office as they were said."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendees")
    civil_servant = models.ForeignKey(
        CivilServant, on_delete=models.PROTECT, null=True, blank=True, related_name="meetings_attended"
    )
    agency_code = models.CharField(max_length=60, blank=True, default="")
    name = models.CharField(max_length=200, blank=True, default="")
    office = models.CharField(max_length=200, blank=True, default="")
    entered_by = models.CharField(max_length=100)
    entered_at = models.DateTimeField()
    proof_ref = models.CharField(max_length=40, blank=True, default="")

    class Meta:
        constraints: ClassVar = [
            struck_says_why("attendee_struck_says_why"),
            models.UniqueConstraint(
                fields=["meeting", "civil_servant"], condition=STANDING, name="attendee_once_per_meeting"
            ),
            models.CheckConstraint(
                condition=Q(civil_servant__isnull=False, name="", office="")
                | Q(civil_servant=None, agency_code="") & ~Q(name="") & ~Q(office=""),
                name="attendee_is_registered_or_named_with_office",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id}: {self.pk}"
