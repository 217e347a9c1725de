"""Reminders that are said aloud at a gathering: the rule by which they are expected, and each that was given."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from netra.prevention.models.meeting import MOST_WEEKS
from netra.prevention.reminder_states import EVERY_WEEK, REMINDED_EVERY, occasion_choices
from netra.registry.models import OrgUnit


class ReminderRoutine(models.Model):
    """Pengingat rutin: "at the roll call of every Monday". Each unit, or those from one unit down, owes it.

    Which unit owes which turn is derived from the rule and the units of the day; nothing is written down for a week, so
    that a unit which never does it shows by itself.
    """

    ref = models.CharField(max_length=40, unique=True)
    agency_code = models.CharField(max_length=60)
    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    occasion = models.CharField(max_length=16, choices=occasion_choices)
    every_months = models.PositiveSmallIntegerField(default=EVERY_WEEK)
    # 1 to 4, and 0 where it is every week; Monday is 0.
    week = models.PositiveSmallIntegerField(default=0)
    weekday = models.PositiveSmallIntegerField()
    start_date = models.DateField()
    # The first day on which none is expected any more.
    until_date = models.DateField(null=True, blank=True)
    ended_reason = models.TextField(blank=True, default="")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["agency_code", "-id"], name="reminder_routine_of_agency")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(every_months__in=REMINDED_EVERY), name="reminder_routine_has_a_rhythm"),
            models.CheckConstraint(
                condition=Q(weekday__lte=6)
                & (Q(every_months=EVERY_WEEK, week=0) | Q(every_months__gt=0, week__gte=1, week__lte=MOST_WEEKS)),
                name="reminder_routine_names_a_day",
            ),
            models.CheckConstraint(
                condition=Q(until_date=None, ended_reason="")
                | Q(until_date__gte=F("start_date")) & ~Q(ended_reason=""),
                name="reminder_routine_end_is_explained",
            ),
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def chain(self) -> str:
        """Where the trail keeps what was done with it."""
        return f"agency:{self.agency_code}"


class GivenReminder(models.Model):
    """Pengingat yang disampaikan: by one unit on one day, with the words of that day and whoever wrote it down when.

    Without a unit it was said to the whole agency. `with_beneath`: to the units beneath it too, gathered in one place.
    """

    ref = models.CharField(max_length=40, unique=True)
    routine = models.ForeignKey(ReminderRoutine, on_delete=models.PROTECT, related_name="given")
    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    with_beneath = models.BooleanField(default=False)
    held_date = models.DateField()
    # `[{"says": …, "sources": [[instrument, article, verification], …]}, …]`, as `weekly_text` tells it.
    words = models.JSONField()
    entered_by = models.CharField(max_length=100)
    entered_at = models.DateTimeField()
    proof_ref = models.CharField(max_length=40, blank=True, default="")
    # A tap that was wrong: the row stays, counts for nothing, and the day is free for the right one.
    retracted_at = models.DateTimeField(null=True, blank=True)
    retracted_by = models.CharField(max_length=100, blank=True, default="")
    retracted_reason = models.TextField(blank=True, default="")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["routine", "unit", "held_date"],
                condition=Q(unit__isnull=False, retracted_at=None),
                name="given_reminder_once_a_day",
            ),
            models.UniqueConstraint(
                fields=["routine", "held_date"],
                condition=Q(unit=None, retracted_at=None),
                name="given_reminder_to_all_once_a_day",
            ),
            models.CheckConstraint(
                condition=Q(retracted_at=None, retracted_by="", retracted_reason="")
                | Q(retracted_at__isnull=False) & ~Q(retracted_by="") & ~Q(retracted_reason=""),
                name="given_reminder_retraction_is_explained",
            ),
            models.CheckConstraint(
                condition=Q(unit__isnull=False) | Q(with_beneath=True), name="given_reminder_to_all_reaches_all"
            ),
        ]

    def __str__(self) -> str:
        return self.ref
