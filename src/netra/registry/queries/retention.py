"""The archive schedule of an agency on a day."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from netra.law.deadlines import compute
from netra.registry.models import RetentionSchedule


def retention_schedule_on(agency_code: str, day: date) -> RetentionSchedule | None:
    """The schedule that the agency had on that day: the one that began last; None where none was recorded."""
    return retention_schedules_of(agency_code).filter(start_date__lte=day).first()


def erasure_day(agency_code: str, ended: date) -> date:
    """When what the agency handled and nothing proved is erased: by its schedule of that day, else after two years.

    The two years are a default of Netra that no article gives.
    """
    schedule = retention_schedule_on(agency_code, ended)
    return schedule.due(ended) if schedule else compute("erasure", ended).due


def schedule_behind(day: date | None, agency_code: str, ended: date | None) -> RetentionSchedule | None:
    """The schedule on which that day of erasure rests; None for the default, and where it was recorded afterwards."""
    schedule = retention_schedule_on(agency_code, ended) if day and ended else None
    return schedule if schedule and ended and schedule.due(ended) == day else None


def retention_schedules_of(agency_code: str) -> QuerySet[RetentionSchedule]:
    """Every schedule that was recorded, newest first."""
    return RetentionSchedule.objects.filter(agency__code=agency_code).order_by("-start_date")
